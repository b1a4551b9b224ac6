"""Questions at random, the tool's own answers to them, and whether another engine gives the same.

`compare` exports a base to Parquet, asks both, and tells of the first answers that differ.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iraqforce import locations
from iraqforce.asof import Question, answer, wanted
from iraqforce.dates import of_day, parse
from iraqforce.exporting.exported import Exported
from iraqforce.exporting.parquet_file import write
from iraqforce.store.filters import FactFilter
from iraqforce.store.opening import open_files

sys.path.append(str(Path(__file__).parent.parent))
from bases import declarations, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from iraqforce.dates import PartialDate
    from iraqforce.store.protocol import Store


class Asked(NamedTuple):
    """A question as a table has it."""

    number: int
    force: str
    place: str
    first: date
    last: date


class Answered(NamedTuple):
    """An answer as a table has it: `evidence` are ids, newest first, joined by spaces."""

    number: int
    support: str
    fact: str | None
    value: float | None
    low: float | None
    high: float | None
    contested: bool
    evidence: str


def write_varied(path: Path, number: int) -> None:
    """A base of so many facts in which whatever the rule speaks of occurs.

    Ties, open dates, every count, withheld ones of each basis and definition, context, a part, and two wider
    definitions.
    """
    draw = random.Random(number)  # noqa: S311 - for variety, not for secrets
    with path.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps({"base": {"name": "made", "title": "A made base"}}) + "\n")
        for kind, record in [*declarations(), *(("definition", each) for each in _DEFINITIONS)]:
            stream.write(json.dumps({kind: record}) + "\n")
        for fact in facts(number):
            stream.write(json.dumps({"fact": _varied(_crowded(fact, number), draw)}) + "\n")


_DEFINITIONS = (
    {"id": "part", "text": "counts one role", "covers": "part"},
    {"id": "theatre", "text": "counts several lands", "covers": "more"},
    {"id": "with-partners", "text": "counts partners too", "covers": "more"},
)
_STATUSES = ("actual", "actual", "actual", "announced", "former", "planned", "authorised")
_COUNTS = (
    *("{0:,}", "{0:,}", "about {0:,}", "about {0:,}", "more than {0:,}", "at least {0:,}", "at most {0:,}"),
    *("{0:,} to {1:,}", "withheld", "withheld", "withheld", "0", "about {2}", "{2}", "fewer than {0:,}"),
)


def _crowded(fact: dict[str, object], number: int) -> dict[str, object]:
    """The fact in one of so few places that a small base too has some ten of each force in each."""
    place = int(str(fact["place"]).removeprefix("place-"))
    return {**fact, "place": f"place-{place % (number // 400 + 1)}"}


def _varied(fact: dict[str, object], draw: random.Random) -> dict[str, object]:
    near = draw.choice([2400, 2450, 2500, 2530, 2549, 2550, 2600, 3000, 3500, 5000])
    day = date.fromisoformat(str(fact["as_of"]).ljust(10, "-")[:7].rstrip("-") + "-01")
    day += timedelta(days=draw.randrange(0, 28))
    few = f"{draw.choice([2.4, 2.5, 2.45, 2.55, 3])} thousand"
    forms = [
        *[day.isoformat()] * 12,
        day.isoformat()[:7],
        f"{day.year}",
        f"{day.year}-2{draw.randrange(1, 5)}",
    ]
    forms += [f"{day}/..", f"../{day}", f"{day}/{day + timedelta(days=40)}", f"{day.isoformat()[:7]}~"]
    definition = draw.choice([None, None, "without-temporary", "part", "theatre", "with-partners"])
    made = {
        **fact,
        "count": draw.choice(_COUNTS).format(near, near + 100, few),
        # Two facts of a day are rare among so many days: every tenth falls on one of a few.
        "as_of": draw.choice(forms) if draw.random() < 0.9 else f"{day.year}-06-0{draw.randrange(1, 4)}",
        "status": draw.choice(_STATUSES),
        "definition": definition,
        "context": "told, and no answer" if draw.random() < 0.1 else None,
    }
    return {key: value for key, value in made.items() if value is not None}


def questions(store: Store, number: int, seed: int = 5) -> Iterator[tuple[Asked, PartialDate]]:
    """So many questions about the pairs of force and place of the base: days, months, years and intervals.

    One of four is about its first pair; dates go from a year and a half before the first level to as much
    after the last.
    """
    draw = random.Random(seed)  # noqa: S311 - for variety, not for secrets
    levels = list(store.facts(FactFilter(kind="level")))
    pairs = sorted({(fact.force.id, fact.place.id) for fact in levels if fact.force and fact.place})
    days = [day for fact in levels for day in (fact.as_of.first, fact.as_of.last) if day]
    start = min(days) - timedelta(days=550)
    span = (max(days) - start).days + 550
    for each in range(number):
        force, place = draw.choice(pairs) if draw.random() < 0.75 else pairs[0]
        day = start + timedelta(days=draw.randrange(span))
        end = day + timedelta(days=draw.randrange(200))
        dated = draw.choice(
            [of_day(day)] * 3 + [parse(text) for text in (f"{day}"[:7], f"{day}"[:4], f"{day}/{end}")]
        )
        yield Asked(each, force, place, dated.starts, dated.ends), dated


def own_answer(store: Store, asked: Asked, dated: PartialDate) -> Answered:
    """The tool's own answer to the question."""
    question = Question(asked.force, asked.place, dated)
    found = answer(question, store.levels(wanted(question)))
    level = found.level
    return Answered(
        asked.number,
        found.support,
        level.id if level else None,
        level.count.value if level and level.count else None,
        found.low,
        found.high,
        found.contested,
        " ".join(fact.id for fact in found.evidence),
    )


def compare(name: str, engine: Callable[[Path, Sequence[Asked]], Sequence[Answered]]) -> None:
    """Ask the base of the command line in both ways, and leave with 1 where an answer differs."""
    arguments = _arguments(name)
    with tempfile.TemporaryDirectory() as folder:
        base = arguments.facts or []
        if arguments.made:
            base = [f"{folder}/made.jsonl"]
            write_varied(Path(base[0]), arguments.made)
        store = open_files(locations.asked(base, "articles"))
        parquet = Path(folder) / "facts.parquet"
        write(Exported(store), parquet)
        asked = list(questions(store, arguments.questions))
        began = time.perf_counter()
        own = [own_answer(store, *each) for each in asked]
        between = time.perf_counter()
        others = sorted(engine(parquet, [each for each, _ in asked]))
        ended = time.perf_counter()
        store.close()
    supports = sorted({each.support for each in own})
    differing = [pair for pair in zip(own, others, strict=True) if pair[0] != pair[1]]
    for mine, theirs in differing[:5]:
        sys.stdout.write(f"{asked[mine.number]}\n  iraqforce  {mine}\n  {name:9}  {theirs}\n")
    same = f"{len(own) - len(differing):,} of {len(own):,} answers of {name} equal iraqforce's"
    sys.stdout.write(f"{same} ({store.summary.facts:,} facts; {', '.join(supports)}; ")
    sys.stdout.write(f"{sum(each.contested for each in own):,} contested)\n")
    sys.stdout.write(f"iraqforce {between - began:.1f} s, {name} {ended - between:.1f} s\n")
    sys.exit(1 if differing else 0)


def _arguments(name: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=f"The as-of question, asked of Parquet with {name}.")
    parser.add_argument(
        "--facts",
        metavar="PATH",
        action="append",
        help="a base of your own, or several to merge  [default: the bundled articles]",
    )
    parser.add_argument("--made", type=int, metavar="N", help="a made base of so many facts instead")
    parser.add_argument("--questions", type=int, default=10_000, metavar="N", help="[default: 10000]")
    return parser.parse_args()
