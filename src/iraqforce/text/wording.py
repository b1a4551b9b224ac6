"""What the words around a number say: the kind of fact that it could be."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from iraqforce.model.choices import Direction, Kind
from iraqforce.text.number_words import ABOUT_PEOPLE, PEOPLE, word_set


class NumberKind(NamedTuple):
    """A kind, the unit of a figure, the direction of a change; `doubts` is what a person decides, by key."""

    kind: Kind
    unit: str | None = None
    direction: Direction | None = None
    doubts: Mapping[str, str] = MappingProxyType({})


def kind_of(words: str, before: str, after: str, previous: str, *, of_people: bool = False) -> NumberKind:
    """The kind of the number `words`, with the text before and after it in its clause.

    `previous` is the sentence before, which may name the people that a bare number counts; `of_people` if it
    is known that people are counted.
    """
    currency = next((sign for sign in _CURRENCIES if sign in words), None)
    if currency is not None:
        return NumberKind(
            "figure", _CURRENCIES[currency], doubts=_unit_doubt(_CURRENCIES[currency], currency)
        )
    if _PERCENT.match(after):
        return NumberKind("figure", "percent")
    phrase = phrase_after(after)
    unit = _unit(phrase)
    shared = shared_phrase(phrase, after)
    counts_people = of_people or any(word.lower() in PEOPLE for word in (*phrase, *shared))
    counts_people = counts_people or phrase[:1] == ["strong"]
    if not phrase and words.lower() != "one" and not of_people:
        counted = _NUMBER_OF.search(before)
        if counted is not None:
            counts_people = counted[1].lower() in PEOPLE
        else:
            counts_people = mentions_people(f"{before}{words}{after}") or mentions_people(previous)
    if not counts_people or _RATIO_BEFORE.search(before) or _RATIO_AFTER.match(after):
        return NumberKind("figure", unit, doubts=_unit_doubt(unit))
    if not of_people and mentions_losses(_own_part(before, after)):
        doubt = "figure, if these people were hurt; else level or change"
        return NumberKind("figure", unit, doubts={"kind": doubt, **_unit_doubt(unit)})
    return _headcount(before, after, phrase)


def _headcount(before: str, after: str, phrase: list[str]) -> NumberKind:
    """A level or a change. A verb after the number, a denial or a remainder leaves open which of them."""
    direction = _direction(before, phrase)
    if DENIED_BEFORE.search(before) or _DENIED_AFTER.match(after):
        doubts = {"kind": "level, change or no fact: the words deny something"}
        if direction:
            doubts["direction"] = f"{direction} or none: the words deny something"
        return NumberKind("change" if direction else "level", doubts=doubts)
    if _REMAINDER.search(before) or _TOTAL_OF_A_PART.search(before):
        return NumberKind("level", doubts={"kind": "level, or change: the words name a part and the rest"})
    if direction is None and (_MOVEMENT.match(after) or _SENT.match(after)):
        doubts = {"kind": "change, or level", "direction": "increase or decrease, if it is a change"}
        return NumberKind("change", doubts=doubts)
    return NumberKind("change" if direction else "level", direction=direction)


def phrase_after(text: str) -> list[str]:
    """The words that follow a number, up to a preposition, a verb or punctuation: `more U.S. troops`."""
    words: list[str] = []
    match = _LEADING.match(text)
    while match is not None and (match := _WORD.match(text, match.end())) is not None:
        word = match["word"] if _INITIALS.fullmatch(match["word"]) else match["word"].rstrip(".")
        joins = word.lower() == "and" and words and _unit(words) is None
        if (word.lower() in _ENDS and not joins) or len(words) == _LONGEST:
            break
        words.append(word)
        if match["end"] or word != match["word"]:
            break
    return words


def shared_phrase(phrase: list[str], after: str) -> list[str]:
    """The words after the next number, if it shares its noun: `12 French and 8 Estonian soldiers`."""
    following = _NEXT_NUMBER.match(after) if phrase[-1:] == ["and"] else None
    return phrase_after(after[following.end() :]) if following else []


def mentions_people(text: str) -> bool:
    """True if the text mentions people in general, or a unit of them."""
    return any(word.lower() in ABOUT_PEOPLE for word in re.findall(r"[^\W\d_]+", text))


def mentions_losses(text: str) -> bool:
    """True if the text mentions people killed, wounded or captured."""
    return _LOSSES.search(text) is not None


def _unit(phrase: list[str]) -> str | None:
    """The noun with the words before it, or None if no word looks like a noun."""
    nouns = [
        number
        for number, word in enumerate(phrase, 1)
        if word.lower() in PEOPLE or (word.endswith("s") and not word.endswith(("ss", "S", "'s", "’s")))
    ]
    return " ".join(phrase[: nouns[-1]]) if nouns else None


def _unit_doubt(unit: str | None, currency: str = "") -> dict[str, str]:
    if unit is not None:
        return {}
    return {"unit": f"whose {currency} it is, such as USD" if currency else "what is counted"}


def _direction(before: str, phrase: list[str]) -> Direction | None:
    """The direction by the adjective after the number or the verb before it, or None."""
    adjective = phrase[0].lower() if phrase else ""
    if adjective in _MORE or _INCREASES.search(before):
        return "increase"
    if adjective in _FEWER or _DECREASES.search(before):
        return "decrease"
    return None


def _own_part(before: str, after: str) -> str:
    """The part of the clause that is about the number itself."""
    end = _BREAKS.search(after)
    return f"{_BREAKS.split(before)[-1]} {after[: end.start()] if end else after}"


_CURRENCIES: Final = {"€": "EUR", "US$": "USD", "$": None, "£": None}
"""Currency signs; several countries share the dollar and the pound."""

_PERCENT: Final = re.compile(r"\s?(?:%|percent\b|per cent\b|pc\b|percentage points?\b)", re.IGNORECASE)
_SMALL: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|[0-9]{1,3})"
_RATIO: Final = r"\s(?:in|out of|of every|in every)\s"
_RATIO_BEFORE: Final = re.compile(rf"\b{_SMALL}{_RATIO}$", re.IGNORECASE)
_RATIO_AFTER: Final = re.compile(rf"{_RATIO}{_SMALL}\b(?![,.][0-9])(?! bases)", re.IGNORECASE)

_DENIAL: Final = (
    r"(?:not(?! only\b)|never|no longer|no plans?|no intention|\w*n['’]t|cannot|without|neither|nor|nobody"
    r"|no one|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out"
    r"|instead of|rather than|den(?:y|ies|ied|ying)|unlikely|reluctant|hesitant|against|halt(?:s|ed|ing)?"
    r"|scrap(?:s|ped)?|cancel(?:s|led|ed|ling|ing)?)"
)
# A denial reaches to the end of its clause, but not beyond a “but”.
DENIED_BEFORE: Final = re.compile(
    rf"(?<![\w'’]){_DENIAL}\b(?:\s(?!but\b)[^\s,;:—]+){{0,8}}\s?$", re.IGNORECASE
)
_DENIED_AFTER: Final = re.compile(
    r"[^,;:.—]{0,60}\b(?:(?:will|would|shall|should|can|could|may|might|must|do|does|did|is|are|was|were|has"
    r"|have|had) (?:not|never)(?! only\b)|\w+n['’]t)\b",
    re.IGNORECASE,
)
_REMAINDER: Final = re.compile(r"\ball (?:but|except)(?: for)?(?: the| its| some)? ?$", re.IGNORECASE)
_TOTAL_OF_A_PART: Final = re.compile(
    r"\bof (?:its|their|his|her|our|the|those|these)(?: [A-Za-z][\w.’-]*){0,2} ?$"
)
_BREAKS: Final = re.compile(
    r"[;:—]|\s–\s|[.!?]\s|,? (?:but|while|although|though|whereas)\b"
    r"|, (?:and|as|of (?:whom|which|them))\b"
)
_LOSSES: Final = re.compile(
    r"\b(?:injur(?:y|ies|es|ed|ing)|dead|died|dies|deaths?|casualt(?:y|ies)|detained|missing"
    r"|displaced|perished"
    r"|kill(?:s|ed|ing)?|wound(?:s|ed|ing)|captur(?:es|ed|ing)|martyred)\b",
    re.IGNORECASE,
)

_NUMBER_OF: Final = re.compile(
    r"\bnumber of (?:[\w.’'-]+ ){0,6}?([\w’'-]+) (?:in|at|on|from|to|by|fell|rose|was|were"
    r"|will|would|had|has)\b"
    r"(?!.*\bnumber of\b)"
)
_NEXT_NUMBER: Final = re.compile(r"[^,;:0-9]{0,60} and (?:about |some |nearly )?[0-9][0-9,]*(?=[ -])")
_LONGEST: Final = 6
_LEADING: Final = re.compile(
    r"-(?=[a-z])|[\"”’'»)]*(?:\s+of(?: the| its| their| our)?(?=\s))?", re.IGNORECASE
)
_WORD: Final = re.compile(r"\s*[\"“‘'(]*(?P<word>[^\W\d][\w.’'/&-]*)(?P<end>[\"”,;:)?!—–…]*)")
_INITIALS: Final = re.compile(r"(?:[^\W\d_]\.)+")
_ENDS: Final = word_set(
    "a about across after against ago along already also among an and are around as at away back be"
    " been before behind being below beside between but by could did do does during for from had has"
    " have he her here his if in inside into is it its may might must near now of off on or out outside"
    " over per remain remained remaining she should since so stay stays still than that the their them then"
    " there"
    " they this those through to toward towards under until upon was we were when where which while who"
    " whose will with within without would"
)
_MORE: Final = word_set("more additional extra further fresh")
_FEWER: Final = word_set("fewer less")
# At most three words are between the verb and its number, and none of them makes the number a total.
_GAP: Final = r"(?: (?!to\b|at\b|from\b|with\b|in\b)[\w.’-]+){0,3} ?[\"“(]?$"
_INCREASES: Final = re.compile(
    r"\b(?:order(?:s|ed|ing)?|send(?:s|ing)?|sent|deploy(?:s|ed|ing)?|dispatch(?:ed|ing)?|add(?:s|ed|ing)?"
    r"|reinforce[sd]? by"
    r"|increase of|surge of|reinforcements? of"
    rf"|(?:rise|rises|rose|risen|grow|grew|grown|increase[sd]?|increasing|jumped) by){_GAP}",
    re.IGNORECASE,
)
# Those who are deployed to a place are there.
_STATIONED: Final = r"[^,;]{0,40}\b(?:is|are|was|were|remain\w*) (?:\w+ )?(?:deployed|assigned|posted) to\b"
# Where troops go: “75 more U.S. troops to Mali”.
_SENT: Final = re.compile(rf"(?!{_STATIONED})(?:[ -][\w.’'-]+){{1,5}}? (?:to|into) [A-Z]")
_DECREASES: Final = re.compile(
    r"\b(?:withdraw(?:s|n|ing)?|withdrew|pull(?:s|ed|ing)?|remov(?:e|es|ed|ing)|br(?:ing|ought|inging) home"
    r"|(?:fall|falls|fell|fallen|drop|drops|dropped|shrink|shrank|decrease[sd]?|decreasing|cut|reduce[sd]?"
    rf"|reducing) by|(?:decrease|cut|reduction|drop|withdrawal|drawdown) of){_GAP}",
    re.IGNORECASE,
)
# “500 left in Gao” and “500 deployed” may be there.
_MOVEMENT: Final = re.compile(
    r"[^,;:.—]{0,60}?\b(?:leaves?|leaving"
    r"|left(?! (?:in|on(?! [A-Z0-9])|behind|over|there)\b)|depart(?:s|ed|ing)?"
    r"|withdrew|withdraw|be withdrawn|pull(?:ed)? out"
    r"|(?:go|goes|going|went|gone|come|coming|came|returned?) home"
    r"|(?:is|are|was|were) (?:now )?(?:going|heading|headed|moving|deploying|en route|on (?:the|their) way)"
    r"|arriv(?:e|es|ed|ing)|(?:will|would|to) (?:deploy|be deployed|be sent))\b",
    re.IGNORECASE,
)


def one_of(windows: Iterable[list[str]]) -> tuple[str | None, list[str]]:
    """The name in the first window that has any; if that has several, None and the names to choose from."""
    for found in windows:
        if found:
            return (found[0] if len(found) == 1 else None), found
    return None, []
