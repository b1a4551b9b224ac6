"""What turns a number round in its sentence: it is a share, denied, left over, or counts losses."""

from __future__ import annotations

import re
from typing import Final


def percent_after(after: str) -> bool:
    """True where the number is a percentage."""
    return _PERCENT.match(after) is not None


def is_ratio(before: str, words: str, after: str) -> bool:
    """True where the number is one side of a ratio: four in ten soldiers."""
    side = f"{before[-_REACH:]}{words}{after[:_REACH]}"
    start = len(before[-_REACH:])
    return any(match.start() <= start < match.end() for match in _RATIO.finditer(side))


def is_negated(before: str, after: str) -> bool:
    """True where what is said of the number is denied, or meant not to come: will not send 1,500."""
    return _DENIED_BEFORE.search(before) is not None or _DENIED_AFTER.match(after) is not None


def is_remainder(before: str) -> bool:
    """True where the number is what is left: withdrew all but 600."""
    return _REMAINDER.search(before) is not None


def is_whole_of_a_part(before: str) -> bool:
    """True where the number is that of which a part is told: 100 of its 400 soldiers."""
    return _WHOLE.search(before) is not None


def suffered_by(before: str, after: str) -> bool:
    """True where the people counted are killed, wounded or captured: to count them is no headcount."""
    said_before = before[max((match.end() for match in _BREAKS.finditer(before)), default=0) :]
    said_after = _ASIDE.sub(" ", after)
    own_end = _BREAKS.search(said_after)
    said_after = said_after[: own_end.start()] if own_end else said_after
    return (
        _LOSSES.search(f"{said_before} {said_after}") is not None
        or _DONE_TO_WHAT_FOLLOWS.search(said_before) is not None
        or _DONE_TO_WHAT_STANDS_BEFORE.search(said_after) is not None
    )


def tells_of_losses(text: str) -> bool:
    """True where the text tells of people killed, wounded or captured, whoever they are."""
    return any(each.search(text) for each in (_LOSSES, _DONE_TO_WHAT_FOLLOWS, _DONE_TO_WHAT_STANDS_BEFORE))


_REACH: Final = 30
_PERCENT: Final = re.compile(r"\s?(?:%|percent\b|per cent\b|pc\b|percentage points?\b)", re.IGNORECASE)
_SMALL: Final = "one|two|three|four|five|six|seven|eight|nine|ten|[1-9]"
_RATIO: Final = re.compile(
    rf"(?<![\w,.])(?:{_SMALL}|[1-9][0-9]) (?:in|out of|in every|of every|out of every) "
    rf"(?:{_SMALL}|a hundred|10|20|100|1,000|1000)\b(?![,.][0-9])",
    re.IGNORECASE,
)
_DENIAL: Final = (
    r"(?:not(?! only\b)|never|no longer|no plans?|no intention|\w*n['’]t|cannot|without|neither|nor|nobody"
    r"|no one|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing)|reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out"
    r"|instead of|rather than|den(?:y|ies|ied|ying)|unlikely|reluctant|hesitant|against|halt(?:s|ed|ing)?"
    r"|scrap(?:s|ped)?|cancel(?:s|led|ed|ling|ing)?)"
)
# A denial reaches to the end of its clause, and not beyond a “but”.
_DENIED_BEFORE: Final = re.compile(
    rf"(?<![\w'’]){_DENIAL}\b(?:\s(?!but\b)[^\s,;:—]+){{0,8}}\s?$", re.IGNORECASE
)
_DENIED_AFTER: Final = re.compile(
    r"[^,;:.—]{0,60}\b(?:(?:will|would|shall|should|can|could|may|might|must|do|does|did|is|are|was|were|has|have|had)"
    r" (?:not|never)(?! only\b)|\w+n['’]t)\b",
    re.IGNORECASE,
)
_REMAINDER: Final = re.compile(r"\ball (?:but|except)(?: for)?(?: the| its| some)? ?$", re.IGNORECASE)
_WHOLE: Final = re.compile(
    r"\bof (?:its|their|his|her|our|the|those|these)(?: [a-z][\w’-]*| [A-Z][\w.’-]*){0,2} ?$"
)

_BREAKS: Final = re.compile(
    r"[;:—]|\s–\s|[.!?]\s|,? (?:but|while|although|though|whereas)\b"
    r"|, (?:and|as|with|of (?:whom|which|them)|which|who|where|including|among them)\b"
)
_ASIDE: Final = re.compile(
    r",(?: including| among them| of (?:whom|which|them)| most of them)(?:[^,;]|,(?=[0-9]))*,(?![0-9])"
)
_LOSSES: Final = re.compile(
    r"\b(?:injury|injuries|dead|died|dies|deaths?|casualt(?:y|ies)|detained|missing|displaced|perished)\b",
    re.IGNORECASE,
)
_HURT: Final = r"(?:killed|wounded|injured|captured|martyred)"
_DONE_TO_WHAT_FOLLOWS: Final = re.compile(
    rf"(?:(?<!were )(?<!was )(?<!been )(?<!being )\b{_HURT}|\b(?:kill|kills|killing|wounds|wounding|injures"
    r"|injuring|captures|capturing))\b",
    re.IGNORECASE,
)
# “500 soldiers killed 20 fighters”: what is done to others is not suffered.
_DONE_TO_WHAT_STANDS_BEFORE: Final = re.compile(
    rf"\b{_HURT}\b(?! (?:(?:some|about|at least|more than|up to|nearly) )?[0-9])", re.IGNORECASE
)
