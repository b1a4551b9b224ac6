"""A number of a manuscript with the words around it, and what these make of it: a plan, a ceiling."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

from iraqforce.model.dates import PartialDate
from iraqforce.text.numbers_in_text import NumberMention
from iraqforce.text.sentences import Sentence
from iraqforce.text.wording import DENIED_BEFORE, mentions_losses

Told = Literal["fact", "plan", "ceiling"]
"""How the words tell a number: as a count of those present, as intended, or as allowed."""


class Antecedent(NamedTuple):
    """What the last claim before a number in its sentence is about, and where that claim's number ends."""

    force: str | None
    place: str | None
    date: PartialDate | None
    dated_by: str
    end: int


@dataclass(frozen=True)
class Spot:
    """A number of a passage in its sentence; of a very long sentence, in the part around the number."""

    text: str
    sentence: Sentence
    number: NumberMention
    previous_end: int
    """Where the number before it in the sentence ends, or the sentence begins."""
    following: NumberMention | None
    earlier: str
    """The sentence before."""
    last: Antecedent | None

    @cached_property
    def before(self) -> str:
        """The sentence up to the number."""
        return self.text[self.sentence.start : self.number.start]

    @cached_property
    def after(self) -> str:
        """The sentence after the number."""
        return self.text[self.number.end : self.sentence.end]

    @property
    def until(self) -> int:
        """Where the next number begins, or the sentence ends."""
        return min(self.following.start, self.sentence.end) if self.following else self.sentence.end

    @cached_property
    def segment(self) -> str:
        """The words after the number, up to the next number or to a break."""
        return up_to_a_break(self.text[self.number.end : self.until])

    @cached_property
    def clause(self) -> str:
        """The clause of the number, with a sign in its place."""
        end = _CLAUSE_END.search(self.after)
        return f"{_CLAUSE_END.split(self.before)[-1]} # {self.after[: end.start()] if end else self.after}"

    @cached_property
    def near(self) -> str:
        """The words around the number from break to break, with a sign in its place."""
        return f"{_BREAK.split(self.before)[-1]} # {up_to_a_break(self.after)}"


def up_to_a_break(text: str) -> str:
    """The words up to a comma or another break within a sentence."""
    return _BREAK.split(text, maxsplit=1)[0]


def told(spot: Spot) -> Told:
    """How the words around the number tell it."""
    if _CEILING.search(spot.near):
        return "ceiling"
    return "plan" if _PLAN.search(spot.near) else "fact"


def counts_others(spot: Spot) -> bool:
    """True if the words count people who were not all there at one time: losses, veterans, those needed."""
    return (
        _NO_PRESENCE.search(f"{spot.before} {spot.after}") is not None
        or _SOME_OF_THEM.search(spot.near) is not None
        or mentions_losses(spot.near)
    )


def doubt_of_words(spot: Spot) -> str | None:
    """Why the sentence may not state the number at all; None if it does."""
    if _DISPUTED.search(spot.sentence.text) and not _is_after_a_concession(spot):
        return "the sentence disputes a number"
    if DENIED_BEFORE.search(spot.before):
        return "the sentence denies it"
    if _CONDITION.search(spot.clause):
        return "the sentence states it only as a possibility"
    is_part = _UNIT.search(spot.clause) or _SOME_BEFORE.search(spot.before) or _ATTACHED.search(spot.after)
    return "this may be only a part of the force" if is_part else None


def _is_after_a_concession(spot: Spot) -> bool:
    """True if the number is in the main clause after the one in which another number is disputed."""
    if not _CONCESSION.match(spot.sentence.text):
        return False
    comma = _MAIN_CLAUSE.search(spot.sentence.text)
    return comma is not None and comma.end() <= len(spot.before)


_BREAK: Final = re.compile(r"[;:—()]|,(?![0-9])")
_CLAUSE_END: Final = re.compile(r"[;:—]| [-–] |, (?:and|but|while|although|though|where|which|who|when|as)\b")
_CEILING: Final = re.compile(
    r"\b(?:limit(?:s|ed|ing)?|cap(?:s|ped)?|ceiling|authoriz(?:e|es|ed|ation|ing)|maximum"
    r"|force management level)\b"
)
_PLAN: Final = re.compile(
    r"\b(?:will|would|plan(?:s|ned|ning)?|intend(?:s|ed)?|expect(?:s|ed)?|propos\w+|wants?|hopes?"
    r"|recommend(?:s|ed)?|due to|scheduled|by the end of (?:the|this|next))\b"
    r"|\b(?:drawdown|reduction|cut|withdrawal|increase|buildup|surge) (?:from [^#]{1,40} )?to +#"
)
# Who has served, who rotated through and who would be needed are not those who were there.
_NO_PRESENCE: Final = re.compile(
    r"\b(?:(?:have|has|had) (?:ever |now |already |once |since |previously )?(?:served|fought|rotated|passed"
    r"|done)"
    r"|served (?:in|tours?)|(?:would|will|may|might) be (?:needed|required)|rotated through|passed through)\b"
)
# Who did this or suffered that are some of those who were there.
_SOME_OF_THEM: Final = re.compile(
    r"\b(?:tested|contracted|infected|sick|arrested|accused|charged|convicted|diagnosed|received|awarded"
    r"|honored|evacuated|hospitalized|quarantined|voted|reenlisted|deserted|married|vaccinated|committed"
    r"|on leave|took (?:their|its|the) place|replaced|relieved|joined|crossed|landed|flew)\b"
)
_CONDITION: Final = re.compile(r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|(?:would|could|should|might) have)\b")
# A unit has a part of the force, and so have the first to arrive and the last to leave.
_UNIT: Final = re.compile(
    r"\b(?:[0-9]+(?:st|nd|rd|th) |[A-Z][a-z]+ )(?:[A-Z]\w+ ){0,3}?"
    r"(?:Division|Brigade|Regiment|Battalion|Wing|Squadron|Guard|Fleet|Cavalry|Airborne)\b"
)
_ATTACHED: Final = re.compile(r"\b(?:attached|assigned) to\b")
_SOME_BEFORE: Final = re.compile(r"\b(?:first|last|next|other|final|initial) $")
_CONCEDING: Final = r"(?:Although|Though|Even though|While|Contrary to|Despite)\b"
# A number that somebody claims and the sentence refutes is not stated by the manuscript.
_DISPUTED: Final = re.compile(
    r"\b(?:false(?:ly)?|wrong(?:ly)?|incorrect(?:ly)?|untrue|inaccurate(?:ly)?|den(?:y|ies|ied|ying)|disput\w+"
    r"|refut\w+|debunk\w*|contradict\w*|myth|not true|mistaken(?:ly)?|exaggerat\w+|misstat\w+|no basis"
    r"|baseless)\b"
    rf"|^{_CONCEDING}.{{0,120}}"
    r"\b(?:claim|told|said|says|insist|assert)",
    re.IGNORECASE,
)
_CONCESSION: Final = re.compile(_CONCEDING)
_MAIN_CLAUSE: Final = re.compile(r", (?=(?:the|a|an|[A-Z]))")
