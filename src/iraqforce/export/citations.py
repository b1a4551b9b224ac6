"""Citations of facts, of sources, of iraqforce itself and of its base."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
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

    `all_sources` adds every other source of the base, `tool` iraqforce and the base. Raises UnknownNameError.
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


def _with_id(base: FactBase, name: str) -> list[tuple[Source, Fact | None]]:
    """The fact of that id with its source, and the source of that id. Raises UnknownNameError."""
    found: list[tuple[Source, Fact | None]] = []
    with suppress(UnknownNameError):
        fact = base.fact(name)
        found.append((fact.source, fact))
    with suppress(UnknownNameError):
        found.append((base.source(name), None))
    if not found:
        known = (*(fact.id for fact in base.facts), *base.sources)
        listed_by = "`iraqforce facts` or `iraqforce sources`"
        raise UnknownNameError("fact or source", name, known, listed_by=listed_by)
    return found
