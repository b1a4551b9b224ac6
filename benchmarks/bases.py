"""Fact bases of any size, made by rule: the same number gives the same base, on every machine.

The first force in the first place has a level every twelve days on average, more than twice as many as a
record by the month would have; the others share the rest. Every fact is cited, not quoted, as in a base made
by a program.
"""

from __future__ import annotations

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
