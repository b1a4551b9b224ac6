"""Whose people a number of a manuscript counts: by its own words, by an owner before it, or as before."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from iraqforce.text.claim_words import Spot
from iraqforce.text.dates_in_text import is_month
from iraqforce.text.names_in_text import Mention, Names, Part, Word, words_of
from iraqforce.text.number_words import PEOPLE, word_set
from iraqforce.text.wording import phrase_after


class Who(NamedTuple):
    """A force, or a doubt; neither if the people are not of a force of the base."""

    force: str | None = None
    doubt: str | None = None


NOBODY: Final = Who()


def who(spot: Spot, names: Names) -> Who:
    """Whose people the number counts."""
    phrase = words_of(" ".join(phrase_after(spot.after)))
    texts = [each.text for each in phrase]
    named = list(names.forces_of(phrase))
    if named:
        return _of_named(named, phrase, spot.after)
    owner = next(names.owners_in(texts), None)
    if owner is not None:
        return _of_owner(owner, texts, spot, names)
    if any(word.is_name for word in phrase):
        return NOBODY  # another country's, or a unit's
    noun = next(names.nouns_in(texts), None)
    if noun is not None:
        return _of_noun(noun, texts, spot, names)
    if phrase and texts[0].lower() not in _AFTER_A_BARE_NUMBER:
        return NOBODY
    return _carried(spot, names) or _of_bare(spot.before, names)


def _of_named(named: Sequence[Mention], phrase: Sequence[Word], after: str) -> Who:
    """The force that the phrase names, unless it names more, or less than the whole."""
    forces = list(dict.fromkeys(each.id for each in named))
    inside = {at for each in named for at in range(each.first, each.last)}
    left = [word for at, word in enumerate(phrase) if at not in inside]
    if len(forces) > 1:
        return Who(doubt="several forces are named")
    if any(word.is_name or word.text in _PARTS for word in left):
        return Who(doubt="this may be only a part of the force")
    others = _AND_OTHERS.search(after)
    if any(word.text.lower() in PEOPLE for word in left) or (others and others[1] in PEOPLE):
        return Who(doubt="other people are counted too")
    return Who(forces[0])


def _of_owner(owner: Part, texts: Sequence[str], spot: Spot, names: Names) -> Who:
    """An owner without a word for its people right after it: `12,000 fewer U.S. and 4,000 … troops`."""
    rest = texts[owner.last :]
    if spot.following is not None and rest in ([], ["and"]):
        shared = phrase_after(spot.text[spot.following.end : spot.sentence.end])
        both = names.forces_sharing(texts[owner.first : owner.last], shared)
        return Who(both[0]) if len(both) == 1 else NOBODY
    if any(word.lower() in PEOPLE for word in rest):
        return Who(doubt="this may be only a part of the force")
    return NOBODY


def _of_noun(noun: Part, texts: Sequence[str], spot: Spot, names: Names) -> Who:
    """A bare word for people: those of the owner that has, keeps or moves them, or those counted before."""
    owned = _owner_before(spot.before, noun, names) or _carried(spot, names)
    if owned is not None and owned.force in noun.forces:
        return owned
    if _OTHERS_HAVE.search(names.without_names(spot.before)):
        return NOBODY
    part = next((word for word in texts if word in _PARTS), None)
    return Who(doubt=f"whose {part} troops?" if part else "it is not clear whose troops")


def _owner_before(before: str, noun: Part, names: Names) -> Who | None:
    words = words_of(before)
    owner = _last_owner(words, names)
    if owner is None:
        return None
    between = names.without_names(before[words[owner.last - 1].end :])
    both = [force for force in owner.forces if force in noun.forces]
    has_them = _HAS.fullmatch(between) or _FORCE_OF.fullmatch(between)
    return Who(both[0]) if len(both) == 1 and has_them else None


def _carried(spot: Spot, names: Names) -> Who | None:
    """The force of the number before, if the sentence goes on from that one to this."""
    last = spot.last
    if last is None or last.force is None or last.end < spot.sentence.start:
        return None
    since = spot.text[last.end : spot.number.start]
    is_listed = since.endswith(", ") and spot.after.startswith(" in ")
    if _CLAUSE_ENDS.search(since) or not (is_listed or _GOES_ON.search(since)):
        return None
    words = words_of(since)
    owned = {force for owner in names.owners_in([word.text for word in words]) for force in owner.forces}
    named = {mention.id for mention in names.forces_of(words)}
    if named - {last.force} or (owned and last.force not in owned):
        return None  # another force comes between
    others = words_of(_IN_A_PLACE.sub("", names.without_names(since)))
    return Who(last.force) if all(is_month(word.text) or not word.is_name for word in others) else None


def _of_bare(before: str, names: Names) -> Who:
    """A number without a noun: of the force whose number rises, falls or stands at it."""
    words = words_of(before)
    named = list(names.forces_of(words))
    if named:
        both = {each.id for each in named if each.first == named[-1].first}
        between = names.without_names(before[words[named[-1].last - 1].end :])
        is_brought = between in ("in to", "to") and _BRINGS.search(before[: words[named[-1].first].start])
        is_theirs = len(both) == 1 and (is_brought or _AMOUNTS.fullmatch(between))
        return Who(named[-1].id) if is_theirs else NOBODY
    owner = _last_owner(words, names)
    if owner is None:
        return NOBODY
    between = names.without_names(before[words[owner.last - 1].end :])
    military = [force for force in owner.forces if force in names.military]
    strength = _STRENGTH.match(between)
    stands = strength is not None and _AMOUNTS.fullmatch(between[strength.end() :])
    is_force = stands or _FORCE_OF.fullmatch(between)
    return Who(military[0]) if len(military) == 1 and is_force else NOBODY


def _last_owner(words: Sequence[Word], names: Names) -> Part | None:
    """The last owner that the words name."""
    owners = list(names.owners_in([each.text for each in words]))
    return owners[-1] if owners else None


_BRINGS: Final = re.compile(
    r"\b(?:br(?:ing|ought)|rais|tak|took|boost|cut|reduc|lower|increas|push)\w* the (?:total )?number of $"
)
_AND_OTHERS: Final = re.compile(r"^[^,;:0-9]{0,60}? (?:and|or) (?:[A-Za-z.-]+ ){0,2}?([a-z]+)\b")
_PARTS: Final = word_set("combat ground special noncombat infantry airborne support additional-duty")
_AFTER_A_BARE_NUMBER: Final = word_set("at in on by to from as this that there then today now")
_LOWER: Final = r"[a-z’'-]+"
_HAVING: Final = (
    r"(?:has|have|had|keeps?|kept|keeping|maintain(?:s|ed|ing)?|stations?|stationed|deploy(?:s|ed|ing)?"
    r"|sends?|sent|sending|withdr(?:aw|ew|awing|awn)|pulls?|pulled|bases?|based|cuts?|cutting"
    r"|reduc(?:es?|ed|ing)"
    r"|retain(?:s|ed)?|leaves?|left|fields?|fielded|adds?|added)"
)
_HAS: Final = re.compile(
    rf"(?:[’']s )?(?:{_LOWER},? ){{0,6}}?{_HAVING}(?: (?!says?\b|said\b|and\b|but\b){_LOWER}){{0,6}}"
)
_OTHERS_HAVE: Final = re.compile(
    rf"(?<!^)(?<!\. )\b(?!The\b|An?\b|It\b|They\b|There\b|We\b|You\b|I\b)[A-Z][\w-]+"
    rf"(?: {_LOWER}){{0,2}}? (?:has|have|had|keeps?|kept|maintain(?:s|ed)?)(?: {_LOWER}){{0,4}}$"
)
_FORCE_OF: Final = re.compile(
    rf"(?:{_LOWER} ){{0,2}}(?:force|contingent|presence|deployment|garrison|troop level)s?"
    r"(?: (?:in|of|numbered|stood at|was|were|at|still))*"
)
_AMOUNTS: Final = re.compile(
    rf"(?:{_LOWER},? ){{0,6}}?(?:f[ae]ll(?:en|s)?|r[io]sen?|rises"
    r"|gr[eo]wn?|grows|dropp?(?:ed|s)?|dip(?:s|ped)"
    r"|declined?|declines|shr[aiu]nk|decreased?|decreases|increased?|increases|climb(?:s|ed)|peak(?:s|ed)"
    r"|st[oa]nds?|stood|was|were|is|are|reache[sd]|hit|number(?:s|ed)|total(?:s|ed|led)|went|goes|cut|reduced"
    r"|swell(?:s|ed)|return(?:s|ed))"
    r"(?: (?:to|from|at|by|in|of|about|only|just|still|now|then|down|up|back|again|already|all|nearly|a))*"
)
_STRENGTH: Final = re.compile(
    r"(?:troop|force|military) (?:strength|levels?|numbers?|counts?|presence|total)\b ?"
)
_GOES_ON: Final = re.compile(r"\b(?:to|and|then|from)\b[^.;:]*$")
_CLAUSE_ENDS: Final = re.compile(r"[;:]")
# In `13,000 troops in Afghanistan and 5,200 in Iraq` both are of one force.
_IN_A_PLACE: Final = re.compile(r"\bin (?:[A-Z]\w+ ?)+")
