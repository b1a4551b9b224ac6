"""The figures of an answer in the groups that every page shows them in: quoted, cited, withheld, beside."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from iraqforce.present.words import KEPT_BACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.asof import Answer
    from iraqforce.facts import Fact

QUOTED_TITLE: Final = "Quoted: the words were checked"
CITED_TITLE: Final = "Cited, not quoted: only referred to"
WITHHELD_TITLE: Final = f"Withheld: {KEPT_BACK}"


class Grouped(NamedTuple):
    """The evidence of an answer and what stands beside it; what is withheld has a group of its own."""

    quoted: tuple[Fact, ...]
    cited: tuple[Fact, ...]
    withheld: tuple[Fact, ...]
    beside: tuple[Fact, ...]

    @property
    def quoted_title(self) -> str:
        """Empty where no figure is only cited: then nothing has to be told apart."""
        return QUOTED_TITLE if self.cited else ""


def grouped(answer: Answer) -> Grouped:
    """The figures of the answer, each in one group; the order within a group is the answer's own."""
    figures = [fact for fact in answer.evidence if not fact.withheld]
    kept_back = [fact for fact in answer.evidence if fact.withheld]
    still = [fact for fact in answer.beside if _still_withheld(fact)]
    return Grouped(
        quoted=tuple(fact for fact in figures if fact.quoted),
        cited=tuple(fact for fact in figures if not fact.quoted),
        withheld=(*still, *kept_back),
        beside=tuple(fact for fact in answer.beside if not _still_withheld(fact)),
    )


def evidence_groups(answer: Answer) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The groups of the evidence under their titles, in the order in which they are shown."""
    found = grouped(answer)
    yield found.quoted_title or "Current figures", found.quoted
    yield CITED_TITLE, found.cited
    yield WITHHELD_TITLE, found.withheld


def _still_withheld(fact: Fact) -> bool:
    """True for a count that is withheld, and not told as mere context."""
    return fact.withheld and fact.context is None
