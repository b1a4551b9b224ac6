"""Fact bases made by rule: the same number of facts gives the same base on every machine."""

from __future__ import annotations

import hashlib
import random
import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parent.parent
FORCES, PLACES = 40, 50
FIRST, DAYS = date(2003, 1, 1), 8400
FACTS_OF_AN_ARTICLE: Final = 12
FILLER: Final = (
    "Officials who were not allowed to speak in public said that talks with the government went on.",
    "Lawmakers of both parties have asked the Pentagon to say what the mission is and when it ends.",
    "Rockets have hit bases in the north and west of the country again and again since the winter.",
    "Families that had fled came back to streets without water, schools or power.",
)


def copied(folder: Path) -> tuple[str, ...]:
    """A copy of both bundled bases with their articles, which iraqforce takes for a base of one's own."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    return tuple(str(folder / "data" / name) for name in ("facts.yaml", "record.yaml"))


def write_cited(path: Path, number: int) -> None:
    """A base of so many cited facts; half of its first 1,400 are about one force in one place."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write("name: made\ntitle: A made base\nforces:\n")
        stream.writelines(f"  force-{each}: {{name: troops of army {each}}}\n" for each in range(FORCES))
        stream.write("places:\n")
        stream.writelines(f"  place-{each}: {{name: Land {each}}}\n" for each in range(PLACES))
        stream.write("definitions:\n  excludes-temporary: {text: excludes temporary troops}\nsources:\n")
        for each in range(200):
            day = FIRST + timedelta(days=DAYS + each % 30)
            stream.write(f"  source-{each}: {{title: Report {each}, publisher: Office, published: {day}}}\n")
        stream.write("facts:\n")
        for fact in _cited(number):
            stream.write("  - " + "\n    ".join(f"{key}: {value}" for key, value in fact.items()) + "\n")


def _cited(number: int) -> Iterator[dict[str, object]]:
    draw = random.Random(number)  # noqa: S311 - for variety, not for secrets
    for index in range(number):
        first = index < min(700, number // 2)
        day, count = FIRST + timedelta(days=draw.randrange(DAYS)), draw.randrange(50, 150_000)
        yield {
            "id": f"fact-{index}",
            "kind": "level",
            "force": f"force-{0 if first else draw.randrange(FORCES)}",
            "place": f"place-{0 if first else draw.randrange(1, PLACES)}",
            "count": f"{count:,}" if draw.random() < 0.7 else f"about {count:,}",
            "as_of": f"{day}" if draw.random() < 0.8 else f"{day}"[:7],
            "status": draw.choices(["actual", "announced", "planned"], [16, 3, 1])[0],
            "basis": draw.choice(["official", "press"]),
            "source": f"source-{draw.randrange(200)}",
            "locator": f"table {index % 90 + 1}",
            **({"definition": "excludes-temporary"} if draw.random() < 0.3 else {}),
        }


def write_quoted(folder: Path, number: int) -> Path:
    """A valid base of so many facts, quoted from articles of twelve numbers in some 600 words."""
    (folder / "articles").mkdir(parents=True)
    draw = random.Random(number)  # noqa: S311 - as above
    sources, facts = "", ""
    for article in range(-(-number // FACTS_OF_AN_ARTICLE)):
        day, text = FIRST + timedelta(days=7 * article), ""
        for index in range(article * FACTS_OF_AN_ARTICLE, min(number, (article + 1) * FACTS_OF_AN_ARTICLE)):
            count = f"{draw.choice(('', 'about ', 'more than '))}{draw.randrange(200, 150_000):,}"
            quote = (
                f"{count} soldiers of the “northern command” were in the land, the ministry’s spokesman said"
            )
            before, *after = draw.choices(FILLER, k=3)
            text += f"{before} On Monday {quote}. {' '.join(after)}\n\n"
            facts += (
                f"  - id: us-land-{index}\n    kind: level\n    force: us\n    place: land\n"
                f"    count: {count}\n    as_of: {day}\n    status: actual\n    basis: official\n"
                f"    source: report-{article}\n    quote: {quote}\n"
            )
        (folder / f"articles/{article}.txt").write_text(text, encoding="utf-8")
        sources += (
            f"  report-{article}:\n    publisher: The Daily\n    published: {day}\n"
            f"    text: articles/{article}.txt\n    sha256: {hashlib.sha256(text.encode()).hexdigest()}\n"
        )
    path = folder / "facts.yaml"
    head = (
        "name: quoted\ntitle: Quoted facts\nforces: {us: {name: U.S. troops}}\nplaces: {land: {name: land}}\n"
    )
    path.write_text(f"{head}sources:\n{sources}facts:\n{facts}", encoding="utf-8")
    return path


def write_article(folder: Path, text: str, quote: str, facts: int) -> None:
    """`facts.yaml` with so many facts that quote these words of `article.txt`, which has this text."""
    fact = (
        "kind: level, force: us, place: land, as_of: 2016, status: actual, basis: press, source: report,"
        f' count: "5", quote: "{quote}"'
    )
    (folder / "article.txt").write_text(text, encoding="utf-8")
    (folder / "facts.yaml").write_text(
        "name: hostile\ntitle: A hostile article\nforces: {us: {name: U.S. troops}}\n"
        "places: {land: {name: land}}\nsources:\n  report: {publisher: The Daily, published: 2016-01-01,"
        f" text: article.txt, sha256: {hashlib.sha256(text.encode()).hexdigest()}}}\nfacts:\n"
        + "".join(f"  - {{id: fact-{number}, {fact}}}\n" for number in range(facts))
        + ("  []\n" if not facts else ""),
        encoding="utf-8",
    )


def write_wrong(path: Path) -> None:
    """A base of the most keys that a base may have, nearly all of them wrong."""
    fact = "  - {id: x, kind: level, forcf: us, placf: land}\n"
    path.write_text(f"name: wrong\ntitle: Wrong\nfacts:\n{fact * 30_000}", encoding="utf-8")


def write_large(folder: Path, facts: int, questions: int) -> None:
    """`facts.parquet`, in the columns of the Parquet export, and `questions-0.csv` to ask of it."""
    import numpy
    import pandas

    draw = numpy.random.default_rng(facts)

    def subjects_and_days(rows: int) -> dict[str, object]:
        days = numpy.datetime64(FIRST) + draw.integers(DAYS, size=rows)
        return {
            "force": [f"force-{each}" for each in draw.integers(FORCES, size=rows)],
            "place": [f"place-{each}" for each in draw.integers(PLACES, size=rows)],
            "as_of": days.astype(str),
        }

    counts = draw.integers(50, 150_000, size=facts)
    counted = draw.random(facts) < 0.3
    columns = {
        "id": [f"fact-{each}" for each in range(facts)],
        **subjects_and_days(facts),
        "count": [f"{each:,}" for each in counts],
        **dict.fromkeys(("value", "low", "high"), counts.astype(float)),
        "status": draw.choice(["actual", "announced", "planned"], size=facts, p=[0.8, 0.15, 0.05]),
        "basis": draw.choice(["official", "press"], size=facts),
        "definition": numpy.where(counted, "excludes-temporary", None),
        "definition_text": numpy.where(counted, "excludes temporary troops", None),
    }
    always = {
        "kind": "level", "qualifier": "exact", "scope": "total", "supersedes": False, "source": "report",
        "publisher": "Office", "published": "2026-02", "quote_match": "none", "locator": "table 1",
        "source_title": "Report",
        **dict.fromkeys(("due", "url", "quote", "stated_by", "excluded", "definition_name")),
    }  # fmt: skip
    pandas.DataFrame({**columns, **always}).to_parquet(folder / "facts.parquet")
    asked = pandas.DataFrame(subjects_and_days(questions)).rename(columns={"as_of": "date"})
    asked.to_csv(folder / "questions-0.csv", index_label="number")
