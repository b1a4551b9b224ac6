"""Citations of facts, of sources, of iraqforce itself and of its base."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Annotated, ClassVar

from iraqforce.errors import UnknownNameError
from iraqforce.export.citation_styles import Style, csl_item, document
from iraqforce.export.references import Reference, of_base, of_fact, of_source, of_tool
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact, Source
from iraqforce.model.result import Result


@dataclass(frozen=True, repr=False)
class References(Result):
    """References to facts, to sources, to the tool and to its base."""

    schema: ClassVar[str] = "iraqforce.cite/1"

    style: Annotated[Style, "The style that each text is written in."]
    references: Annotated[tuple[Reference, ...], "The references, in the order asked."]
    base: Annotated[BaseInfo, "The base."]

    def items(self) -> tuple[Reference, ...]:
        """One reference a line."""
        return self.references

    @property
    def document(self) -> str:
        """All the references as one file of the style."""
        return document(self.references, self.style)


def cite(
    base: FactBase,
    ids: Sequence[str],
    style: Style = "text",
    *,
    tool: bool = False,
    all_sources: bool = False,
) -> References:
    """References to these sources, and to those of these facts; each once, with its facts.

    `all_sources` adds every other source of the base, `tool` iraqforce and the base. Raises UnknownIdError.
    """
    found: dict[str, Reference] = {}
    for name in dict.fromkeys(ids):
        for source, fact in _with_id(base, name):
            known = found.get(source.id) or of_source(source)
            if fact is not None:
                known = known._replace(facts=(*known.facts, of_fact(fact, base.articles.get(source.id))))
            found[source.id] = known
    for source in base.sources.values() if all_sources else ():
        found.setdefault(source.id, of_source(source))
    references = [*found.values(), *([of_tool(), of_base(base.info)] if tool else [])]
    complete = (
        each._replace(text=document([each], style).rstrip("\n"), csl=csl_item(each)) for each in references
    )
    return References(style, tuple(complete), base.info)


class UnknownIdError(UnknownNameError):
    """An id that neither a fact nor a source has."""

    def __init__(self, name: str, hints: Sequence[str]) -> None:
        similar = [hint for hint in hints if hint.startswith("did you mean")]
        nearest = max(similar, key=lambda hint: SequenceMatcher(None, hint, name).ratio(), default=None)
        listed = "run `iraqforce facts` or `iraqforce sources` for a list"
        # Not the initializer of UnknownNameError: it would make a hint of its own.
        super(UnknownNameError, self).__init__(f"unknown fact or source '{name}'", hint=nearest or listed)


def _with_id(base: FactBase, name: str) -> Iterator[tuple[Source, Fact | None]]:
    """The fact of that id with its source, and the source of that id. Raises UnknownIdError."""
    hints = []
    try:
        fact = base.fact(name)
        yield fact.source, fact
    except UnknownNameError as error:
        hints.append(error.hint or "")
    try:
        yield base.source(name), None
    except UnknownNameError as error:
        hints.append(error.hint or "")
    if len(hints) == 2:
        raise UnknownIdError(name, hints)
