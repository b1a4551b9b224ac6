"""Fact bases of any size, made by rule: the same number gives the same base, on every machine.

The first force in the first place has a level every twelve days on average, more than twice as many as a
record by the month would have; the others share the rest. Every fact is cited, not quoted, as in a base made
by a program; but for one base that is quoted from articles, as people make it.
"""

from __future__ import annotations

import hashlib
import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORCES, PLACES, SOURCES = 40, 50, 2000
FIRST, DAYS = date(2003, 1, 1), 8400
LEVELS_OF_THE_FIRST = 700

FACTS_OF_AN_ARTICLE = 12
FILLER = (
    "Officials who were not allowed to speak in public said that talks with the government went on.",
    "Lawmakers of both parties have asked the Pentagon to say what the mission is and when it ends.",
    "The forces train and advise local units, and leave the fighting on the ground to these, he added.",
    "Rockets have hit bases in the north and west of the country again and again since the winter.",
    "The prime minister’s office called the visit “fruitful”, and said nothing of what was agreed.",
    "Analysts doubt that the local army can hold the cities without help from the air.",
    "Families that had fled came back to streets without water, schools or power.",
)
"""Sentences without a number, of the length that news has."""

Record = dict[str, object]


def declarations() -> Iterator[tuple[str, Record]]:
    """Forces, places, definitions and sources, each with what it is."""
    for number in range(FORCES):
        yield "force", {"id": f"force-{number}", "name": f"troops of army {number}"}
    for number in range(PLACES):
        yield "place", {"id": f"place-{number}", "name": f"Land {number}"}
    yield "definition", {"id": "without-temporary", "text": "leaves out temporary troops"}
    for number in range(SOURCES):
        published = FIRST + timedelta(days=DAYS + number % 30)
        source = {"id": f"source-{number}", "title": f"Report {number}", "publisher": "Records Office"}
        yield "source", {**source, "published": published.isoformat()}


def facts(number: int) -> Iterator[Record]:
    """So many facts, most of them levels."""
    draw = random.Random(number)  # noqa: S311 - for variety, not for secrets
    for index in range(number):
        is_first = index < min(LEVELS_OF_THE_FIRST, number // 2)
        day = FIRST + timedelta(days=draw.randrange(DAYS))
        count = draw.randrange(50, 150_000)
        fact: Record = {
            "id": f"fact-{index}",
            "kind": "level",
            "force": "force-0" if is_first else f"force-{draw.randrange(FORCES)}",
            "place": "place-0" if is_first else f"place-{draw.randrange(1, PLACES)}",
            "count": f"{count:,}" if draw.random() < 0.7 else f"about {count:,}",
            "as_of": day.isoformat() if draw.random() < 0.8 else day.isoformat()[:7],
            "status": draw.choices(["actual", "announced", "planned"], [16, 3, 1])[0],
            "basis": draw.choice(["official", "press"]),
            "source": f"source-{draw.randrange(SOURCES)}",
            "locator": f"table {index % 90 + 1}",
        }
        if draw.random() < 0.3:
            fact["definition"] = "without-temporary"
        yield fact


def write_json_lines(path: Path, number: int) -> None:
    """A base of so many facts as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps({"base": {"name": "made", "title": "A made base"}}) + "\n")
        for kind, record in declarations():
            stream.write(json.dumps({kind: record}) + "\n")
        for fact in facts(number):
            stream.write(json.dumps({"fact": fact}, separators=(",", ":")) + "\n")


def write_yaml(path: Path, number: int) -> None:
    """A base of so many facts as YAML, written as people write it."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write("name: made\ntitle: A made base\n")
        section = ""
        for kind, record in declarations():
            if section != kind:
                section = kind
                stream.write(f"{kind}s:\n")
            rest = {key: value for key, value in record.items() if key != "id"}
            stream.write(f"  {record['id']}:\n" + "".join(f"    {k}: {v}\n" for k, v in rest.items()))
        stream.write("facts:\n")
        for fact in facts(number):
            lines = [f"{key}: {value}" for key, value in fact.items()]
            stream.write("  - " + "\n    ".join(lines) + "\n")


def write_quoted(folder: Path, number: int) -> Path:
    """A base of so many facts in YAML, each quoted from a stored article; the base without a problem.

    An article has twelve numbers in some 600 words. Of ten quotes, one differs in its quotation marks.
    """
    (folder / "articles").mkdir(parents=True)
    draw = random.Random(number)  # noqa: S311 - for variety, not for secrets
    sources, stated = [], []
    for article in range(-(-number // FACTS_OF_AN_ARTICLE)):
        of_article = range(article * FACTS_OF_AN_ARTICLE, min(number, (article + 1) * FACTS_OF_AN_ARTICLE))
        day = (FIRST + timedelta(days=7 * article)).isoformat()
        quoted = [(index, *_statement(draw)) for index in of_article]
        text = "\n\n".join(_paragraph(draw, quote) for _, _, quote in quoted) + "\n"
        path = f"articles/{article}.txt"
        (folder / path).write_text(text, encoding="utf-8")
        sources.append(_source(article, day, path, hashlib.sha256(text.encode()).hexdigest()))
        stated += [_quoted_fact(index, article, day, count, quote) for index, count, quote in quoted]
    base = folder / "facts.yaml"
    base.write_text(_QUOTED + "".join(["sources:\n", *sources, "facts:\n", *stated]), encoding="utf-8")
    return base


_QUOTED = """\
name: quoted
title: A base of quoted facts
ids:
  level: "{force}-{place}-*"
forces:
  us: {name: U.S. troops}
places:
  land: {name: the land}
definitions:
  combat: {text: counts combat forces only, covers: part, words: [combat forces]}
"""


def _statement(draw: random.Random) -> tuple[str, str]:
    """A count, and the words of an article that carry it."""
    count = f"{draw.choice(('', 'about ', 'more than '))}{draw.randrange(200, 150_000):,}"
    return (
        count,
        f"{count} soldiers of the “northern command” were in the land, the ministry’s spokesman said",
    )


def _paragraph(draw: random.Random, quote: str) -> str:
    before, after = draw.choices(FILLER, k=2)
    return f"{before} On Monday {quote}. {after}"


def _source(number: int, day: str, path: str, digest: str) -> str:
    return (
        f"  report-{number}:\n    publisher: The Daily\n    published: {day}\n"
        f"    text: {path}\n    sha256: {digest}\n"
    )


def _quoted_fact(number: int, source: int, day: str, count: str, quote: str) -> str:
    words = quote.replace("“", '"').replace("”", '"') if number % 10 == 0 else quote
    keys = {
        "id": f"us-land-{number}",
        "kind": "level",
        "force": "us",
        "place": "land",
        "count": count,
        "as_of": day,
        "status": "actual",
        "basis": "official",
        "source": f"report-{source}",
        "quote": words,
    }
    return "  - " + "\n    ".join(f"{key}: {value}" for key, value in keys.items()) + "\n"
