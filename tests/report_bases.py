"""Reports, and fact bases for them: one of many facts, one of none, and one whose texts try to be markup."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import yaml

from iraqforce.export.report import report
from iraqforce.loading.locations import named_files
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'{{ 7*7 }}{% raw %}--></style></script>"
"""Text that must be shown as it is: elements, an attribute, ends of what surrounds it, template syntax."""

UNSAFE = "\x1b[31m\x07\u2028\u202e\uffff\U000e0041"
"""What a base must not hold, and an article may."""

ARABIC = "القوات الأمريكية في العراق"

LONG = ("Allied " * 70 + "x" * 10)[:500]
"""500 characters."""

UNBROKEN = "W" * 500
"""500 characters without a place to break."""


def base(folder: Path, words: str, *, url: str = "https://example.org/a?b=<c>", levels: int = 1) -> Path:
    """A base with the words in every field of free text, and in its article."""
    article = "\n\n".join(
        f"{words} before {1000 + number} troops after {words} {UNSAFE}" for number in range(levels)
    )
    (folder / "article.txt").write_text(article, encoding="utf-8")
    said = {"source": "s", "stated_by": words, "dated_by": words, "note": words, "basis": "press"}
    facts: list[dict[str, object]] = [
        {
            "id": f"f-{number}",
            "kind": "level",
            "force": "us",
            "place": "iraq",
            "count": str(1000 + number),
            "as_of": f"{2000 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "status": "actual",
            "definition": "d",
            "quote": f"{1000 + number} troops after {words}",
            **said,
        }
        for number in range(levels)
    ]
    facts.append({"id": "e", "kind": "event", "place": "iraq", "label": words, "as_of": "2000-01-02", **said})
    facts[-1] |= {"quote": f"1000 troops after {words}"}
    change = {"id": "c", "kind": "change", "force": "us", "place": "iraq", "direction": "increase"}
    facts.append({**change, "as_of": "2000-01-03", "status": "actual", **said, "quote": "1000 troops after"})
    written = {
        "name": "hostile",
        "title": words,
        "forces": {"us": {"name": words}},
        "places": {"iraq": {"name": words, "phrase": words}},
        "definitions": {"d": {"text": words}},
        "sources": {
            "s": {
                "title": words,
                "authors": [words],
                "publisher": words,
                "published": "2021-01-01",
                "url": url,
                "note": words,
                "inferred": {"publisher": words},
                "text": "article.txt",
                "sha256": sha256(article.encode()).hexdigest(),
            }
        },
        "facts": facts,
    }
    path = folder / "facts.yaml"
    path.write_text(yaml.safe_dump(json.loads(json.dumps(written)), allow_unicode=True), encoding="utf-8")
    return path


def empty(folder: Path) -> Path:
    """A base without a single fact."""
    path = folder / "facts.yaml"
    path.write_text(
        "name: empty\ntitle: Nothing yet\nforces: {us: {name: U.S. troops}}\n"
        "places: {iraq: {name: Iraq}}\nsources: {}\nfacts: []\n",
        encoding="utf-8",
    )
    return path


def page_of(
    date: str, path: Path | str = "articles", *, force: str = "us", known_by: str | None = None
) -> str:
    """The report on a date, of the base in a file or of a bundled one."""
    found = load(named_files([str(path)]))
    levels = Levels.of(found, found.force(force), found.place("iraq"))
    known = dates.parse(known_by) if known_by else None
    return report(found, answer(Question(levels.force, levels.place, dates.closed(date), known), levels))
