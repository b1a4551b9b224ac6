"""The words behind the facts: stored articles unchanged, quotes found in them, counts read in the quotes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iraqforce.numerals import readable
from iraqforce.reading.files import UndecodableError, decode, sha256_of
from iraqforce.reading.quotes import Article, Found

if TYPE_CHECKING:
    from pathlib import Path

    from iraqforce import schema
    from iraqforce.reading.problems import Problem
    from iraqforce.reading.records import Records, Written


@dataclass
class Evidence:
    """What was found: articles by source id, quotes by fact id, and how many counts were read."""

    articles: dict[str, Article] = field(default_factory=dict)
    quotes: dict[str, Found] = field(default_factory=dict)
    missing: int = 0
    cited: int = 0
    counts: int = 0
    problems: list[Problem] = field(default_factory=list)


def look_up(records: Records, folders: dict[str, Path]) -> Evidence:
    """Every article read, every quote looked up. `folders` gives each base file's folder of articles."""
    evidence = Evidence()
    for source in records.sources:
        _read_article(source, folders[source.path], evidence)
    sources = {source.id: source.record for source in records.sources}
    for fact in records.facts:
        if fact.record.source in sources:
            _look_up_fact(fact, sources[fact.record.source], evidence)
    return evidence


def _read_article(source: Written[schema.SourceAsWritten], folder: Path, evidence: Evidence) -> None:
    record = source.record
    if record.text is None:
        if record.sha256 is not None:
            hint = "add 'text:', the path of the article, or remove 'sha256'"
            evidence.problems.append(source.problem("sha256", "F108", "a hash of no stored text", hint))
        return
    if record.sha256 is None:
        hint = f"add what `sha256sum {record.text}` prints, so that a change is noticed"
        evidence.problems.append(source.problem("text", "F102", "the key 'sha256' is missing", hint))
    data = _article_bytes(source, record.text, folder, evidence.problems)
    if data is None:
        return
    if record.sha256 is not None and sha256_of(data) != record.sha256:
        message = f"{record.text} has changed: its SHA-256 is {sha256_of(data)}"
        hint = "restore the article, or read it again and give the new hash"
        evidence.problems.append(source.problem("sha256", "F204", message, hint))
    try:
        evidence.articles[source.id] = Article(decode(data, record.text))
    except UndecodableError as error:
        message = f"{record.text}:{error.problem.at.line}: {error.problem.message}"
        evidence.problems.append(source.problem("text", "F201", message, error.problem.hint))


def _article_bytes(
    source: Written[schema.SourceAsWritten], path: str, folder: Path, problems: list[Problem]
) -> bytes | None:
    root = folder.resolve()
    try:
        file = (root / path).resolve()
        inside = file.is_relative_to(root)
        data = file.read_bytes() if inside else b""
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message, hint = f"{path} cannot be read: {reason}", "a path is relative to the base's folder"
        problems.append(source.problem("text", "F201", message, hint))
        return None
    if not inside:
        hint = "keep the article beside the base, and give its path from there"
        problems.append(source.problem("text", "F205", f"{path} lies outside the base's folder", hint))
        return None
    return data


def _look_up_fact(
    fact: Written[schema.FactAsWritten], source: schema.SourceAsWritten, evidence: Evidence
) -> None:
    record = fact.record
    if source.text is None:
        _check_citation(fact, evidence)
        return
    if record.quote is None:
        hint = "add the shortest verbatim words that carry the number and its subject"
        evidence.problems.append(fact.problem("quote", "F102", "the key 'quote' is missing", hint))
        return
    article = evidence.articles.get(record.source)
    if article is None:
        return  # its own problem is told at the source
    found = article.find(record.quote)
    if found is None:
        evidence.missing += 1
        hint = f"copy the words from {source.text}: only quotation marks, dashes and spaces may differ"
        evidence.problems.append(fact.problem("quote", "F202", "the quote is not in the article", hint))
        return
    evidence.quotes[fact.id] = found
    _read_count(fact, record.quote, evidence)


def _check_citation(fact: Written[schema.FactAsWritten], evidence: Evidence) -> None:
    """A source without a stored text is cited: its words cannot be checked, so none may be quoted."""
    if fact.record.quote is not None:
        hint = "store the article and name it in the source, or give a 'locator' instead"
        evidence.problems.append(fact.problem("quote", "F108", "a quote from a source without a text", hint))
    elif fact.record.locator is None:
        hint = "say where in the source it stands: page, table, paragraph"
        evidence.problems.append(fact.problem("source", "F102", "the key 'locator' is missing", hint))
    else:
        evidence.cited += 1


def _read_count(fact: Written[schema.FactAsWritten], quote: str, evidence: Evidence) -> None:
    count = fact.record.count
    if count is None or count.withheld:
        return
    if readable(count, quote):
        evidence.counts += 1
        return
    message = f"the count {count.text} is not in the quote"
    hint = "correct the count, or quote the words that carry it"
    evidence.problems.append(fact.problem("count", "F203", message, hint))
