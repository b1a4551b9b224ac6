"""What stands around a number in its sentence: the noun that it counts, and words of increase or decrease."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.mentions import people
from iraqforce.mentions.people import word_set

if TYPE_CHECKING:
    from iraqforce.facts import Direction


class Phrase(NamedTuple):
    """The words that follow a number up to the next preposition, verb or comma: `more U.S. troops`."""

    words: tuple[str, ...]

    @property
    def people(self) -> bool:
        """True where the words name people in general."""
        return any(word.lower() in people.ALL for word in self.words)

    @property
    def strong(self) -> bool:
        """True where the words say how strong something is: a 1,000-strong brigade."""
        return self.words[:1] == ("strong",)

    @property
    def unit(self) -> str | None:
        """The noun with what stands before it, or None where no noun can be told from the words."""
        last = next((number for number, word in enumerate(self.words, 1) if _is_plural(word)), None)
        one = (number for number, word in enumerate(self.words, 1) if word.lower() in people.ONE)
        last = last or next(one, None)
        return " ".join(self.words[:last]) if last else None


def phrase_after(text: str) -> Phrase:
    """The phrase with which `text`, what follows a number, begins."""
    words: list[str] = []
    match = _LEADING.match(text)
    while match is not None and (match := _WORD.match(text, match.end())) is not None:
        word = match["word"] if _DOTTED.fullmatch(match["word"]) else match["word"].rstrip(".")
        joined = word.lower() == "and" and Phrase((*words, "")).unit is None and bool(words)
        if (word.lower() in _ENDS and not joined) or len(words) == _LONGEST:
            break
        words.append(word)
        if match["end"] or word != match["word"]:
            break
    return Phrase(tuple(words))


def direction_of(before: str, phrase: Phrase) -> Direction | None:
    """Which way the number goes, by the verb before it or the adjective after it; None where neither says."""
    if phrase.people and phrase.words[0].lower() in _MORE:
        return "increase"
    if phrase.people and phrase.words[0].lower() in _FEWER:
        return "decrease"
    if _INCREASES.search(before):
        return "increase"
    if _DECREASES.search(before):
        return "decrease"
    return None


def moves(before: str) -> bool:
    """True where the words before a number tell that people come or go."""
    return _SENDING.search(before) is not None or _TAKING.search(before) is not None


def movement_after(after: str) -> Direction | None:
    """Which way those counted go, by the verb after them: 150 of them will leave; None where none says it."""
    match = _MOVEMENT.match(after)
    if match is None:
        return None
    return "decrease" if match["leaving"] else "increase"


def opening(statement: str) -> str:
    """The words with which a statement begins, where its subject stands."""
    return _AFTER_A_SUBJECT.split(statement, maxsplit=1)[0]


def points_back(after: str) -> bool:
    """True where the words after a number name its place by pointing back: already there."""
    return _THERE.search(after) is not None


def tells_of_people(text: str) -> bool:
    """True where the text tells of people in general."""
    return any(word.lower() in people.TOLD_OF for word in re.findall(r"[^\W\d_]+", text))


def _is_plural(word: str) -> bool:
    lower = word.lower()
    # The last letter of a name such as USS is no ending.
    in_s = word.endswith("s") and not lower.endswith(("ss", "'s", "’s")) and lower not in _NOT_PLURAL
    return in_s or lower in _PLURALS


_AFTER_A_SUBJECT: Final = re.compile(
    r",|\s(?:about|against|at|between|by|for|from|in|on|over|that|to|with)\s"
)
_THERE: Final = re.compile(r"(?<!^)\bthere\b(?!\s(?:is|are|was|were|will|would|has|have)\b)", re.IGNORECASE)
_LONGEST: Final = 6
_LEADING: Final = re.compile(
    r"-(?=[a-z])|[\"”’'»)]*(?:\s+of(?: the| its| their| our)?(?=\s))?", re.IGNORECASE
)
_WORD: Final = re.compile(r"\s*[\"“‘'(]*(?P<word>\w[\w.’'/&-]*)(?P<end>[\"”,;:)?!—–…]*)")
_DOTTED: Final = re.compile(r"(?:[^\W\d_]\.)+")
_ENDS: Final = word_set(
    "a about across after against ago along already also among an and are around as at away back be"
    " been before behind being below beside between but by could did do does during for from had has"
    " have he her here his if in inside into is it its may might must near now of off on or out outside"
    " over per remain remained remaining she should since so still than that the their them then there"
    " they this those through to toward towards under until upon was we were when where which while who"
    " whose will with within without would"
)
_NOT_PLURAL: Final = word_set("us various overseas previous serious")
"""Words in s that are no plural."""
_PLURALS: Final = word_set(
    "people personnel police men women children % percent km kilometres miles kg tons aircraft"
    " airmen servicemen servicewomen policemen gunmen militiamen cattle staff"
)
_MORE: Final = word_set("more additional extra further fresh")
_FEWER: Final = word_set("fewer less")
# At most three words stand between the verb and its number, and none of them turns it into a total.
_GAP: Final = r"(?: (?!to\b|at\b|from\b|with\b|in\b)[\w.’-]+){0,3} ?[\"“(]?$"
_SENDING: Final = re.compile(
    r"\b(?:send|sends|sent|sending|deploy|deploys|deployed|deploying|dispatch|dispatched|dispatching|add|adds"
    r"|added|adding|reinforce[sd]? by|increase of|surge of|reinforcements? of"
    r"|(?:rise|rises|rose|risen|grow|grew|grown|increase[sd]?|increasing"
    r"|jumped) by)",
    re.IGNORECASE,
)
_TAKING: Final = re.compile(
    r"\b(?:withdraw|withdraws|withdrew|withdrawn|withdrawing|pull|pulls|pulled|pulling|remove|removes|removed"
    r"|removing|bring home|brought home|bringing home"
    r"|(?:fall|falls|fell|fallen|drop|drops|dropped|shrink|shrank|decrease[sd]?|decreasing|cut|reduce[sd]?"
    r"|reducing) by|(?:decrease|cut|reduction|drop|withdrawal|drawdown) of)",
    re.IGNORECASE,
)
_INCREASES: Final = re.compile(_SENDING.pattern + _GAP, re.IGNORECASE)
_DECREASES: Final = re.compile(_TAKING.pattern + _GAP, re.IGNORECASE)
# “500 left in Gao” are there; “500 deployed” may be too.
_MOVEMENT: Final = re.compile(
    r"[^,;:.—]{0,60}?\b(?:(?P<leaving>leaves?|leaving|left(?! (?:in|on|behind|over|there)\b)|depart(?:s|ed)?"
    r"|departing|withdrew|withdraw|be withdrawn|pull(?:ed)? out"
    r"|(?:go|goes|going|went|gone|come|coming|came|returned?) home)"
    r"|arrive[sd]?|arriving|(?:will|would|to) (?:deploy|be deployed|be sent))\b",
    re.IGNORECASE,
)
