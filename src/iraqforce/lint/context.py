"""The input and output of lint rules. A rule is a function from a Context to its findings."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from iraqforce.loading.records import Located, Spot
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Source
from iraqforce.model.positions import TextPlace
from iraqforce.text.mentions import Ordered, numbers
from iraqforce.text.numbers_in_text import NumberMention

Noun = Literal["fact", "source"]


class Finding(NamedTuple):
    """One finding of a rule: the record, the place, what is wrong, and how to fix it.

    A finding in an article has the `words` that a suppression must list, and the place in the article.
    """

    noun: Noun
    id: str
    at: Spot
    message: str
    hint: str
    words: str | None = None
    related: TextPlace | None = None


def noun_of(record: Fact | Source) -> Noun:
    """What the record is."""
    return "fact" if isinstance(record, Fact) else "source"


class Context:
    """A base without errors, and where each of its records is written."""

    def __init__(self, base: FactBase, written: Mapping[tuple[str, str], Located]) -> None:
        self.base = base
        self._written = written
        self._numbers: dict[str, Ordered[NumberMention]] = {}

    def spot(self, record: Fact | Source, *keys: str | int) -> Spot:
        """Where the value at the end of `keys` is written in the record, or the last part that exists."""
        return self._written[noun_of(record), record.id].spot(*keys)

    def at(self, record: Fact | Source, key: str, message: str, hint: str) -> Finding:
        """A finding at the value of `key` in the record."""
        return Finding(noun_of(record), record.id, self.spot(record, key), message, hint)

    def article_of(self, fact: Fact) -> str | None:
        """The stored article of the fact's source, if there is one."""
        return self.base.articles.get(fact.source.id)

    def numbers_of(self, source_id: str) -> Ordered[NumberMention]:
        """The numbers in the article of that source, in order. Raises KeyError."""
        if source_id not in self._numbers:
            self._numbers[source_id] = Ordered(numbers(self.base.articles[source_id]))
        return self._numbers[source_id]
