"""Citations of facts, of sources, of iraqforce itself and of its base."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Annotated, ClassVar

from iraqforce.errors import UnknownNameError
from iraqforce.export.citation_styles import Style, csl_item, document
from iraqforce.export.references import Reference, of_base, of_fact, of_source, of_tool
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Fact
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


def cite(base: FactBase, ids: Sequence[str], style: Style = "text", *, tool: bool = False) -> References:
    """References to the facts and sources of these ids, and with `tool` to iraqforce and to the base.

    Raises UnknownIdError.
    """
    found = [reference for name in dict.fromkeys(ids) for reference in _with_id(base, name)]
    if tool:
        found += [of_tool(), of_base(base.info)]
    return in_style(found, style, base.info)


def in_style(references: Iterable[Reference], style: Style, base: BaseInfo) -> References:
    """The references with keys that differ, since a fact and a source may share an id, and their texts."""
    found: dict[str, Reference] = {}
    for reference in references:
        key, number = reference.key, 1
        while key in found:
            number += 1
            key = f"{reference.key}-{number}"
        found[key] = reference._replace(key=key)
    complete = (
        each._replace(text=document([each], style).rstrip("\n"), csl=csl_item(each))
        for each in found.values()
    )
    return References(style, tuple(complete), base)


class UnknownIdError(UnknownNameError):
    """An id that neither a fact nor a source has."""

    def __init__(self, name: str, hints: Sequence[str]) -> None:
        similar = [hint for hint in hints if hint.startswith("did you mean")]
        nearest = max(similar, key=lambda hint: SequenceMatcher(None, hint, name).ratio(), default=None)
        listed = "run `iraqforce facts` or `iraqforce sources` for a list"
        # Not the initializer of UnknownNameError: it would make a hint of its own.
        super(UnknownNameError, self).__init__(f"unknown fact or source '{name}'", hint=nearest or listed)


def _with_id(base: FactBase, name: str) -> Iterator[Reference]:
    """References to the fact and to the source of that id; either may be missing. Raises UnknownIdError."""
    hints = []
    try:
        fact = base.fact(name)
        yield of_fact(fact, _words_in_article(base, fact))
    except UnknownNameError as error:
        hints.append(error.hint or "")
    try:
        yield of_source(base.source(name))
    except UnknownNameError as error:
        hints.append(error.hint or "")
    if len(hints) == 2:
        raise UnknownIdError(name, hints)


def _words_in_article(base: FactBase, fact: Fact) -> str | None:
    """The quote as printed in the article, or None if the fact has no quote."""
    text = base.articles.get(fact.source.id)
    return None if text is None or fact.quote_at is None else text[slice(*fact.quote_at.span(text))]
