"""The words behind a fact: its quote found in its article, its count read in its quote."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from iraqforce.numerals import readable
from iraqforce.problems import Tally

if TYPE_CHECKING:
    from iraqforce import schema
    from iraqforce.problems import Problem
    from iraqforce.reading.articles import Articles
    from iraqforce.reading.quotes import Found
    from iraqforce.reading.records import Written


_SHOWN: Final = 100
"""Quotes not found for which the nearest passage is looked for: with many more, that is not what is wrong."""


class Evidence:
    """Looks facts up, one after the other, and counts what it did."""

    def __init__(self, articles: Articles) -> None:
        self._articles = articles.by_source
        self._paths = articles.paths
        self._changed = articles.changed
        self._facts = self._exact = self._typographic = self._cited = self._counts = 0
        self._elsewhere = self._absent = 0

    def tally(self) -> Tally:
        """What has been done so far."""
        return Tally(
            facts=self._facts,
            exact=self._exact,
            typographic=self._typographic,
            elsewhere=self._elsewhere,
            absent=self._absent,
            cited=self._cited,
            counts=self._counts,
            articles=len(self._articles),
            changed=self._changed,
        )

    def look_up(
        self,
        fact: Written[schema.FactAsWritten],
        source: Written[schema.SourceAsWritten],
        problems: list[Problem],
    ) -> Found | None:
        """Where the fact's quote stands, or None where it is only cited or where a problem says why not."""
        self._facts += 1
        if source.record.text is None:
            self._check_citation(fact, problems)
            return None
        if fact.record.quote is None:
            hint = "add the shortest verbatim words that carry the number and its subject"
            problems.append(fact.problem("quote", "F102", "the key 'quote' is missing", hint))
            return None
        article = self._articles.get(source.id)
        if article is None:
            return None  # its own problem is told at the source
        found = article.find(fact.record.quote)
        match found:
            case None:
                problems.append(self._not_found(fact, fact.record.quote, source))
                return None
            case _ if found.verdict == "exact":
                self._exact += 1
            case _:
                self._typographic += 1
        # What stands in the article is read, not what was typed: a no-break space may matter in a number.
        self._read_count(fact, article.text[found.start : found.end], problems)
        return found

    def _not_found(
        self,
        fact: Written[schema.FactAsWritten],
        quote: str,
        source: Written[schema.SourceAsWritten],
    ) -> Problem:
        """The problem of a quote that its article does not have, and what is most like it."""
        # Imported here: of a good base every quote is found.
        from iraqforce.reading.lookalikes import elsewhere, nearest

        alike = elsewhere(quote, source.id, self._articles, self._paths)
        if alike is not None:
            self._elsewhere += 1
            message = f"the quote is not in this article, but in that of '{alike.elsewhere}'"
            hint = f"name the source '{alike.elsewhere}', or quote words of {source.record.text}"
        else:
            self._absent += 1
            message = "the quote is not in the article"
            may_differ = "only quotation marks, dashes and spaces may differ"
            hint = f"copy the words from {source.record.text}: {may_differ}"
            if self._absent <= _SHOWN:
                alike = nearest(quote, self._articles[source.id], self._paths[source.id])
        return replace(fact.problem("quote", "F202", message, hint), lookalike=alike)

    def _check_citation(self, fact: Written[schema.FactAsWritten], problems: list[Problem]) -> None:
        """A source without a stored text is cited: its words cannot be checked, so none may be quoted."""
        if fact.record.quote is not None:
            hint = "store the article and name it in the source, or give a 'locator' instead"
            problems.append(fact.problem("quote", "F108", "a quote from a source without a text", hint))
        elif fact.record.locator is None:
            hint = "say where in the source it stands: page, table, paragraph"
            problems.append(fact.problem("source", "F102", "the key 'locator' is missing", hint))
        else:
            self._cited += 1

    def _read_count(self, fact: Written[schema.FactAsWritten], quote: str, problems: list[Problem]) -> None:
        count = fact.record.count
        if count is None or count.withheld:
            return
        if readable(count, quote):
            self._counts += 1
            return
        message = f"the count {count.text} is not in the quote"
        hint = "correct the count, or quote the words that carry it"
        problems.append(fact.problem("count", "F203", message, hint))
