"""The words behind the facts: stored articles read, quotes found in them, and counts read in the quotes."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from iraqforce.loading.files import UnusableTextError, decode, read_file, reason, sha256_of
from iraqforce.loading.records import Record
from iraqforce.loading.schema import WrittenFact, WrittenSource
from iraqforce.problems import Checks, Problem
from iraqforce.text.numbers_in_text import readable
from iraqforce.text.quotes import Article, Found, found_elsewhere, nearest_passage

_COMPARED: Final = 100
"""Quotes not found for which the nearest passage is looked up: with many more, spelling is not the cause."""


class Evidence:
    """Verifies facts one after the other, and counts what was checked."""

    def __init__(self, sources: Iterable[Record[WrittenSource]], problems: list[Problem]) -> None:
        self._problems = problems
        self._done: Counter[str] = Counter()
        self.stored: dict[str, Article] = {}
        for source in sources:
            self._read(source)

    @property
    def checks(self) -> Checks:
        """What has been checked so far."""
        return Checks(articles=len(self.stored), **self._done)

    @property
    def articles(self) -> dict[str, str]:
        """The texts of the articles by the ids of their sources."""
        return {name: article.text for name, article in self.stored.items()}

    def _read(self, source: Record[WrittenSource]) -> None:
        """Read the article of a source, which must be inside the base's folder and unchanged."""
        path = source.values.text
        if path is None:
            self._check_cited(source)
            return
        data = self._article_bytes(source, path)
        if data is None:
            return
        digest, wanted = sha256_of(data), source.values.sha256
        if wanted is None:
            hint = f"add what `sha256sum {path}` prints, so that a change is noticed"
            self._add(source, "F102", "the key 'sha256' is missing", hint, "text")
        elif digest != wanted:
            message = f"{path} has changed: its SHA-256 is {digest}"
            hint = "restore the article, or read it again and give the new hash"
            self._add(source, "F204", message, hint, "sha256")
            self._done["changed"] += 1
        try:
            self.stored[source.id] = Article(decode(data, path), path)
        except UnusableTextError as error:
            message = f"{path}:{error.problem.at.line}: {error.problem.message}"
            self._add(source, "F201", message, error.problem.hint, "text")

    def _check_cited(self, source: Record[WrittenSource]) -> None:
        """A source that is only cited is known by its title, and has nothing to hash."""
        if source.values.title is None:
            hint = "give the title of what is only cited, or describe it, and say so under 'inferred'"
            self._add(source, "F102", "the key 'title' is missing", hint, "title")
        if source.values.sha256 is not None:
            hint = "add 'text:', the path of the article, or remove 'sha256'"
            self._add(source, "F108", "a hash of no stored text", hint, "sha256")

    def _article_bytes(self, source: Record[WrittenSource], path: str) -> bytes | None:
        """The bytes of the article if it can be read and is inside the folder, also after following links."""
        folder = Path(source.written.document.folder)
        try:
            file = folder / path
            if file.resolve().is_relative_to(folder.resolve()):
                return read_file(file)
        except (OSError, ValueError, RuntimeError) as error:
            message = f"{path} cannot be read: {reason(error)}"
            hint = "a path is relative to the base's folder"
            self._add(source, "F201", message, hint, "text")
            return None
        hint = "keep the article beside the base, and give its path from there"
        self._add(source, "F205", f"{path} lies outside the base's folder", hint, "text")
        return None

    def verify(self, fact: Record[WrittenFact], source: Record[WrittenSource]) -> Found | None:
        """Where the fact's quote is; None if it is only cited, or if a problem says why not."""
        self._done["facts"] += 1
        quote = fact.values.quote
        if source.values.text is None:
            self._check_citation(fact)
            return None
        if quote is None:
            hint = "add the shortest verbatim words that carry the number and its subject"
            self._add(fact, "F102", "the key 'quote' is missing", hint, "quote")
            return None
        article = self.stored.get(source.id)
        if article is None:
            return None  # the source has a problem that says why
        found = article.find(quote)
        if found is None:
            self._problems.append(self._not_found(fact, quote, article))
            return None
        self._done[found.quote_match] += 1
        # The words of the article are read, not those of the base: a no-break space may matter in a number.
        self._read_count(fact, article.text[found.start : found.end])
        return found

    def _check_citation(self, fact: Record[WrittenFact]) -> None:
        """The words of a source without a stored text cannot be checked, so none may be quoted."""
        if fact.values.quote is not None:
            hint = "store the article and name it in the source, or give a 'locator' instead"
            self._add(fact, "F108", "a quote from a source without a text", hint, "quote")
        elif fact.values.locator is None:
            hint = "say where in the source it stands: page, table, paragraph"
            self._add(fact, "F102", "the key 'locator' is missing", hint, "source")
        else:
            self._done["cited"] += 1

    def _not_found(self, fact: Record[WrittenFact], quote: str, article: Article) -> Problem:
        """The problem of a quote that its article does not have, with the words that are most like it."""
        nearest = found_elsewhere(quote, fact.values.source, self.stored)
        if nearest is not None:
            self._done["elsewhere"] += 1
            message = f"the quote is not in this article, but in that of '{nearest.source}'"
            hint = f"name the source '{nearest.source}', or quote words of {article.path}"
        else:
            self._done["absent"] += 1
            message = "the quote is not in the article"
            hint = f"copy the words from {article.path}: only quotation marks, dashes and spaces may differ"
            if self._done["absent"] <= _COMPARED:
                nearest = nearest_passage(quote, article)
        return fact.written.problem("F202", message, hint, "quote")._replace(nearest=nearest)

    def _read_count(self, fact: Record[WrittenFact], quote: str) -> None:
        count = fact.values.count
        if count is None or count.withheld:
            return
        if readable(count, quote):
            self._done["counts"] += 1
            return
        message = f"the count {count.text} is not in the quote"
        self._add(fact, "F203", message, "correct the count, or quote the words that carry it", "count")

    def _add(self, record: Record[BaseModel], code: str, message: str, hint: str, key: str) -> None:
        self._problems.append(record.written.problem(code, message, hint, key))
