"""Words for people in general, as news articles use them. No words of a country, an army or a group."""

import re
from typing import Final


def word_set(text: str) -> frozenset[str]:
    """The words of the text, separated by spaces."""
    return frozenset(text.split())


MANY: Final = word_set(
    "advisers advisors airmen civilians commandos contractors engineers fighters forces guards gunmen"
    " insurgents instructors marines medics members men mercenaries militants militiamen observers officers"
    " operatives operators paratroopers peacekeepers people personnel pilots police policemen rangers rebels"
    " recruits refugees reinforcements reservists residents sailors servicemembers servicemen servicewomen"
    " soldiers specialists staff technicians terrorists trainers trainees troopers troops veterans volunteers"
    " women workers"
)
"""More than one of them."""

ONE: Final = word_set(
    "adviser advisor airman child civilian commando contractor engineer fighter guard gunman instructor"
    " journalist man marine medic member militant militiaman observer officer operative operator paratrooper"
    " peacekeeper person pilot policeman rebel sailor servicemember serviceman servicewoman soldier"
    " specialist terrorist trainer trooper volunteer woman worker"
)
"""One of them."""

ALL: Final = MANY | ONE

ABOUT_PEOPLE: Final = MANY | word_set(
    "army battalion brigade contingent deployment force garrison headcount manpower regiment troop"
)
"""Words by which a sentence is about people, even if it does not name them."""


def follow(text: str, end: int) -> bool:
    """True if people are named right after the number that ends there: `2000 U.S. Army soldiers`."""
    noun = _NOUN_AFTER.match(text, end)
    return noun is not None and noun[1] in MANY


# Between a number and its people there may be names, and words that say which of them.
_NOUN_AFTER: Final = re.compile(r"(?: (?:[A-Z][\w.]*|more|additional|extra|new|foreign))* ([a-z-]+)")
