"""Verifies facts: reads stored articles, finds quotes in them, and finds counts in the quotes."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic import BaseModel

from iraqforce.errors import SHORTEN_ARTICLE
from iraqforce.loading.files import UnusableTextError, decode, hint_of, reason, sha256_of
from iraqforce.loading.locations import MAX_ARTICLE_BYTES, MAX_ARTICLES_BYTES, read_regular
from iraqforce.loading.records import Record
from iraqforce.loading.schema import WrittenFact, WrittenSource
from iraqforce.problems import Checks, Problem, Problems
from iraqforce.text.numbers_in_text import readable, without_amounts
from iraqforce.text.quotes import Article, Found, found_elsewhere, nearest_passage

_COMPARED: Final = 100
"""Quotes not found for which the nearest passage is looked up: with many more, spelling is not the cause."""


class Evidence:
    """Verifies facts one by one, and counts what was checked."""

    def __init__(self, sources: Iterable[Record[WrittenSource]], problems: Problems) -> None:
        self._problems = problems
        self._done: Counter[str] = Counter()
        self.stored: dict[str, Article] = {}
        self._left = MAX_ARTICLES_BYTES
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
        self._left -= len(data)
        if self._left < 0:
            message = f"the articles are larger than {MAX_ARTICLES_BYTES // 1_000_000} MB together"
            self._add(source, "F201", message, "split the base into several bases", "text")
            return
        digest, wanted = sha256_of(data), source.values.sha256
        if wanted is None:
            hint = f"add the hash that `sha256sum {path}` prints"
            self._add(source, "F102", "missing key 'sha256'", hint, "text")
        elif digest != wanted:
            message = f"checksum mismatch: {path} has SHA-256 {digest}"
            hint = "restore the article, or check its quotes again and update 'sha256'"
            self._add(source, "F204", message, hint, "sha256")
            self._done["changed"] += 1
        try:
            self.stored[source.id] = Article(decode(data, path), path)
        except UnusableTextError as error:
            message = f"{path}:{error.problem.at.line}: {error.problem.message}"
            self._add(source, "F201", message, error.problem.hint, "text")

    def _check_cited(self, source: Record[WrittenSource]) -> None:
        """A source without a stored text needs a title, and must not have a hash."""
        if source.values.title is None:
            hint = "add its title, or a description that is listed under 'inferred'"
            self._add(source, "F102", "missing key 'title'", hint, "title")
        if source.values.sha256 is not None:
            hint = "add 'text:' with the path of the article, or remove 'sha256'"
            self._add(source, "F108", "'sha256' without a stored text", hint, "sha256")

    def _article_bytes(self, source: Record[WrittenSource], path: str) -> bytes | None:
        """The bytes of the article if it can be read and is inside the folder, also after following links."""
        folder = Path(source.written.document.folder)
        try:
            file = folder / path
            if file.resolve().is_relative_to(folder.resolve()):
                return read_regular(str(file), MAX_ARTICLE_BYTES)
        except (OSError, ValueError, RuntimeError) as error:
            message = f"{path} cannot be read: {reason(error)}"
            hint = hint_of(error, SHORTEN_ARTICLE, "paths are relative to the base's folder")
            self._add(source, "F201", message, hint, "text")
            return None
        hint = "move the article into the base's folder, and use a relative path"
        self._add(source, "F205", f"{path} is outside the base's folder", hint, "text")
        return None

    def verify(self, fact: Record[WrittenFact], source: Record[WrittenSource]) -> Found | None:
        """Where the quote was found; None if the fact has no quote, or if a problem was added."""
        self._done["facts"] += 1
        quote = fact.values.quote
        if source.values.text is None:
            self._check_citation(fact)
            return None
        if quote is None:
            hint = "quote the shortest passage that contains the number and its subject"
            self._add(fact, "F102", "missing key 'quote'", hint, "quote")
            return None
        article = self.stored.get(source.id)
        if article is None:
            return None  # a problem of the source was added already
        found = article.find(quote)
        if found is None:
            self._problems.append(self._not_found(fact, quote, article))
            return None
        self._done[found.quote_match] += 1
        # The words of the article are read, not those of the base: a no-break space may matter in a number.
        self._read_count(fact, article.text[found.start : found.end])
        return found

    def _check_citation(self, fact: Record[WrittenFact]) -> None:
        """A source without a stored text must be cited without a quote, which could not be verified."""
        if fact.values.quote is not None:
            hint = "store the article and add its path to the source, or use 'locator' instead of 'quote'"
            self._add(fact, "F108", "quote from a source without a stored text", hint, "quote")
        elif fact.values.locator is None:
            hint = "add the location in the source: page, table or paragraph"
            self._add(fact, "F102", "missing key 'locator'", hint, "source")
        else:
            self._done["cited"] += 1

    def _not_found(self, fact: Record[WrittenFact], quote: str, article: Article) -> Problem:
        """The problem of a quote that was not found, with the most similar passage."""
        nearest = found_elsewhere(quote, fact.values.source, self.stored)
        if nearest is not None:
            self._done["elsewhere"] += 1
            message = f"quote not found in this article; source '{nearest.source}' has it"
            hint = f"change the source to '{nearest.source}', or quote {article.path}"
        else:
            self._done["absent"] += 1
            message = "quote not found in the article"
            hint = f"copy the words from {article.path}: only quotation marks, dashes and spaces may differ"
            if self._done["absent"] <= _COMPARED:
                nearest = nearest_passage(quote, article)
        return fact.written.problem("F202", message, hint, "quote")._replace(nearest=nearest)

    def _read_count(self, fact: Record[WrittenFact], quote: str) -> None:
        count = fact.values.count
        if count is None or count.withheld:
            return
        # A headcount is neither an amount of money nor a percentage.
        words = without_amounts(quote) if fact.values.kind in ("level", "change") else quote
        if readable(count, words):
            self._done["counts"] += 1
            return
        message = f"count {count.text} not found in the quote"
        self._add(fact, "F203", message, "correct the count, or quote words that contain it", "count")

    def _add(self, record: Record[BaseModel], code: str, message: str, hint: str, key: str) -> None:
        self._problems.append(record.written.problem(code, message, hint, key))
