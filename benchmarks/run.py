"""Measure the program side by side with what it is compared to, and print the table of all its targets.

Everything is made in a temporary folder and removed at the end. No test may depend on it: it tells what it
found, and leaves with 0 also where a target is missed.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import shutil
import sys
import time
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from bases import DAYS, FIRST, write_json_lines, write_quoted, write_yaml
from measuring import in_turn, megabytes, run, seconds

from iraqforce import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from measuring import Run, Task

IRAQFORCE: Final = str(Path(sys.executable).parent / "iraqforce")
CLICK: Final = (sys.executable, "-c", "import click")
"""B: what a program with these options pays before it does anything."""

FULL: Final = 1_000_000
"""Facts in the large base, of which the targets speak."""

QUICK: Final = 10_000
FEW: Final = 60
OF_YAML: Final = 10_000
CHECKED: Final = 1_000

ASKED: Final = 100_000
"""Days asked on standard input."""

STARTS: Final = 41
FIRST_CALLS: Final = 15
STREAMS: Final = 5
CHECKS: Final = 5
COMPILINGS: Final = 3
"""Rounds that are counted: the longer a round takes, the fewer."""

REST: Final = 3.0
"""Seconds after which the program takes a file to be at rest; until then every call reads it again."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; `held` is None where no target is measured."""

    what: str
    measured: str
    figure: str
    target: str = ""
    held: bool | None = None

    def __str__(self) -> str:
        """The row in Markdown."""
        mark = {True: "✓", False: "✗", None: ""}[self.held]
        return f"| {self.what} | {self.measured} | {self.figure} | {self.target} | {mark} |"


class Bench:
    """A folder with the bases, and calls of iraqforce on them. Each base has a cache of its own."""

    def __init__(self, folder: Path, facts: int) -> None:
        self.facts = facts
        self.is_full = facts >= FULL
        self.few = folder / f"{FEW}.jsonl"
        self.tenth = folder / "tenth.jsonl"
        self.large = folder / "large.jsonl"
        self.yaml = folder / f"{OF_YAML}.yaml"
        self.quoted = folder / "quoted" / "facts.yaml"
        self._folder = folder

    def make(self) -> None:
        """Write the bases and the days to ask for, and wait until the files are at rest."""
        write_json_lines(self.few, FEW)
        write_json_lines(self.tenth, self.facts // 10)
        write_json_lines(self.large, self.facts)
        write_yaml(self.yaml, OF_YAML)
        write_quoted(self.quoted.parent, CHECKED)
        draw = random.Random(ASKED)  # noqa: S311 - for variety, not for secrets
        write_days(self._folder / "one", [draw.randrange(DAYS)])
        write_days(self._folder / "random", (draw.randrange(DAYS) for _ in range(ASKED)))
        write_days(self._folder / "every", draw.sample(range(DAYS), DAYS))
        time.sleep(REST)

    def run(self, *command: str) -> Run:
        """Run a command that asks no base."""
        return run(command, self._folder, self._cache(None))

    def ask(self, base: Path | None, *words: str, days: str | None = None) -> Run:
        """Ask `level` of the base, or of the bundled one; `days` names the file for standard input."""
        given = ("--facts", str(base)) if base else ()
        stdin = self._folder / days if days else None
        return run((IRAQFORCE, "level", *given, *words), self._folder, self._cache(base), stdin)

    def compile(self, base: Path | None) -> Run:
        """Ask the base for the first time, with an empty cache. Ends the program where nothing is kept."""
        cache = self._cache(base)
        shutil.rmtree(cache, ignore_errors=True)
        cache.mkdir()
        done = self.ask(base, "--date", "2021-12", "--json")
        if not any(cache.rglob("*.sqlite")):
            sys.exit("no compiled base was kept: there is nothing to measure")
        return done

    def _cache(self, base: Path | None) -> Path:
        return self._folder / f"cache-{base.name if base else 'bundled'}"


def write_days(path: Path, days: Iterable[int]) -> None:
    """The days of the bases' span with these numbers, one a line."""
    with path.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{FIRST + timedelta(days=day)}\n" for day in days)


def start_rows(bench: Bench) -> Iterator[Row]:
    """What starts, with and without an answer, against importing click."""
    month = ("--date", "2021-12")
    tasks: tuple[tuple[str, float, int, Task], ...] = (
        ("`iraqforce --version`", 1.3, STARTS, lambda: bench.run(IRAQFORCE, "--version")),
        ("`iraqforce --help`", 1.3, STARTS, lambda: bench.run(IRAQFORCE, "--help")),
        (
            "`level --date 2021-12 --json`, compiled base",
            1.7,
            STARTS,
            lambda: bench.ask(None, *month, "--json"),
        ),
        ("`level --date 2021-12` as a table", 2.6, STARTS, lambda: bench.ask(None, *month)),
        ("first call, compiling the bundled base", 7, FIRST_CALLS, lambda: bench.compile(None)),
    )
    for what, limit, rounds, task in tasks:
        clicks, runs = in_turn(rounds, lambda: bench.run(*CLICK), task)
        ratio = seconds(runs) / seconds(clicks)
        measured = f"{seconds(runs) * 1e3:.1f} ms, B {seconds(clicks) * 1e3:.1f} ms"
        yield Row(what, measured, f"{ratio:.2f} B", f"≤ {limit:g} B", ratio <= limit)


def size_row(bench: Bench) -> Row:
    """The same question to the large base and to that of few facts, both compiled."""

    def task(base: Path) -> Task:
        return lambda: bench.ask(base, "--date", "2021-12", "--json")

    few, large = in_turn(STARTS, task(bench.few), task(bench.large))
    ratio = seconds(large) / seconds(few)
    return Row(
        f"`level --json` on {bench.facts:,} facts against {FEW}",
        f"{seconds(large) * 1e3:.1f} ms, {seconds(few) * 1e3:.1f} ms",
        f"{ratio:.2f} times",
        "≤ 1.2 times",
        ratio <= 1.2 if bench.is_full else None,
    )


def stream_rows(bench: Bench) -> Iterator[Row]:
    """Answers to days on standard input, without the time that a run with a single day takes."""

    def task(fmt: str, days: str) -> Task:
        return lambda: bench.ask(bench.large, "--date", "-", "--format", fmt, days=days)

    kinds = [(fmt, days) for days in ("one", "random", "every") for fmt in ("csv", "jsonl")]
    found = in_turn(STREAMS, *(task(*kind) for kind in kinds))
    took = {kind: seconds(runs) for kind, runs in zip(kinds, found, strict=True)}
    for fmt, days in kinds[2:]:
        number, which = (ASKED, "at random") if days == "random" else (DAYS, "once each")
        start, answering = took[fmt, "one"], took[fmt, days] - took[fmt, "one"]
        rate = (number - 1) / answering
        yield Row(
            f"`--date -` on {bench.facts:,} facts: {number:,} days {which}, {fmt}",
            f"{answering:.2f} s after {start * 1e3:.1f} ms of start-up",
            f"{rate:,.0f} a second",
            "≥ 10,000 a second" if days == "random" else "",
            rate >= 10_000 if bench.is_full and days == "random" else None,
        )


def checking_row(bench: Bench) -> Row:
    """`check` of a base that is quoted from stored articles, with every rule."""
    (runs,) = in_turn(CHECKS, lambda: bench.run(IRAQFORCE, "check", str(bench.quoted)))
    times = [run.seconds for run in runs]
    return Row(
        f"`check` of {CHECKED:,} facts, quoted from stored articles",
        f"{min(times):.2f} to {max(times):.2f} s in {len(times)} runs",
        f"{seconds(runs):.2f} s, {megabytes(runs):.0f} MB",
        "≤ 2 s",
        seconds(runs) <= 2,
    )


def compiling_rows(bench: Bench) -> Iterator[Row]:
    """Time and memory of compiling. The compiled files are kept, for the other rows."""
    bases = (bench.yaml, bench.large, bench.tenth)
    of_yaml, of_large, of_tenth = in_turn(
        COMPILINGS, *(partial(bench.compile, base) for base in bases), warm_up=False
    )
    yield compiling_row(f"compiling {OF_YAML:,} facts of YAML", of_yaml, (5, 400), marked=True)
    what = f"compiling {bench.facts:,} facts of JSON Lines"
    yield compiling_row(what, of_large, (150, 500), marked=bench.is_full)
    growth = megabytes(of_large) / megabytes(of_tenth)
    yield Row(
        f"memory to compile {bench.facts // 10:,} facts of JSON Lines",
        f"ten times the facts take {growth:.2f} times the memory",
        f"{megabytes(of_tenth):.0f} MB",
    )


def compiling_row(what: str, runs: Sequence[Run], limits: tuple[int, int], *, marked: bool) -> Row:
    """What the runs took against the limits in seconds and MB."""
    times = [run.seconds for run in runs]
    held = seconds(runs) <= limits[0] and megabytes(runs) <= limits[1]
    return Row(
        what,
        f"{min(times):.2f} to {max(times):.2f} s in {len(times)} runs",
        f"{seconds(runs):.2f} s, {megabytes(runs):.0f} MB",
        f"≤ {limits[0]} s, ≤ {limits[1]} MB",
        held if marked else None,
    )


def machine() -> str:
    """What it ran on, in a line."""
    try:
        system = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        system = platform.system()
    return (
        f"iraqforce {__version__} on {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, {system}, {date.today().isoformat()}."
    )


def facts_asked() -> int:
    """How many facts the large base is to have, by the command line."""
    parser = argparse.ArgumentParser(description="Measure iraqforce and print the table of its targets.")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help=f"{QUICK:,} facts in the large base")
    size.add_argument("--facts", type=int, default=FULL, metavar="N", help=f"N facts, not {FULL:,}")
    options = parser.parse_args()
    if options.facts < 1000:
        parser.error("a large base has 1,000 facts or more")
    return QUICK if options.quick else int(options.facts)


def main() -> None:
    """Measure, and print the table and what it was measured on."""
    facts = facts_asked()
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), facts)
        bench.make()
        compiled = list(compiling_rows(bench))
        rows = [*start_rows(bench), size_row(bench), *stream_rows(bench), *compiled, checking_row(bench)]
    heading = "| what | measured | ratio or figure | target | mark |\n| --- | --- | --- | --- | --- |\n"
    text = heading + "".join(f"{row}\n" for row in rows) + f"\n{machine()}\n"
    if not bench.is_full:
        text += f"What the targets say of {FULL:,} facts is not marked on {facts:,}.\n"
    sys.stdout.buffer.write(text.encode())  # UTF-8 whatever the locale says


if __name__ == "__main__":
    main()
