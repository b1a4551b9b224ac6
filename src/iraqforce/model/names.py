"""How a person names a force or a place: by its id, name or an alias, in any case."""

import re
from collections.abc import Mapping
from typing import Final, TypeVar

from iraqforce.errors import AmbiguousNameError, UnknownNameError, listing, one_of
from iraqforce.model.facts import Force, Place

Record = TypeVar("Record", Force, Place)


def find(noun: str, asked: str, known: Mapping[str, Record]) -> Record:
    """The force or place that has this id, name or alias: `US`, `american troops`.

    A word for people may be left out or be another: `American` and `American soldiers` are `American troops`.
    Raises AmbiguousNameError if several have it, and UnknownNameError if none has.
    """
    names = {name: _keys(record) for name, record in known.items()}
    key = _key(asked)
    for same in (str, _without_people):
        found = [known[each] for each in names if same(key) in map(same, names[each])]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousNameError(noun, asked, map(_shown, found))
    likely = [
        each
        for name, each in known.items()
        if _ends_with(_key(each.name), key) or any(_is_typo(key, other) for other in names[name])
    ]
    shown = [_shown(each) for each in likely or known.values()]
    hint = f"did you mean {one_of(shown)}?" if likely else listing(shown, "`iraqforce info`")
    raise UnknownNameError(noun, asked, (), hint=hint)


def _shown(record: Force | Place) -> str:
    return f"{record.id} ({record.name})"


def _keys(record: Force | Place) -> set[str]:
    return {_key(each) for each in (record.id, record.name, *record.aliases)}


def _key(name: str) -> str:
    """The name as it is compared: lowercase words without the dots of initials, hyphens or an article."""
    words = re.sub(r"[\W_]+", " ", name.replace(".", "").casefold()).strip()
    return words.removeprefix("the ")


def _without_people(key: str) -> str:
    """The words without a last one that says no more than that people are counted."""
    first, _, last = key.rpartition(" ")
    return first if first and last in _PEOPLE else key


_PEOPLE: Final = frozenset({"troops", "forces", "soldiers", "personnel"})


def _ends_with(name: str, words: str) -> bool:
    """True if the words are the last ones of the name. Its first ones may name somebody else: Iran-backed."""
    return bool(words) and f" {name}".endswith(f" {words}")


def _is_typo(asked: str, name: str) -> bool:
    """True if one slip of the hand makes `asked` of the name, and hardly any other name.

    Not `errors.most_like`, which compares words more loosely and would suggest Iraq for Iran.
    A letter is doubled (`uss`); in a name of four letters or more, two are swapped; of five, one is missing
    or added; of eight, one is wrong. In a shorter name, a wrong letter makes another real one, such as Iran.
    """
    start = next((at for at, pair in enumerate(zip(asked, name, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        start = min(len(asked), len(name))
    ours, theirs = asked[start:], name[start:]
    is_doubled = start > 0 and ours[:1] == asked[start - 1] and ours[1:] == theirs
    is_swapped = len(ours) > 1 and ours[:2] == theirs[1::-1] and ours[2:] == theirs[2:]
    is_one_more_or_less = ours[1:] == theirs or ours == theirs[1:]
    is_another = ours[1:] == theirs[1:]
    return (
        is_doubled
        or (len(name) >= 4 and is_swapped)
        or (len(name) >= 5 and is_one_more_or_less)
        or (len(name) >= 8 and is_another)
    )
