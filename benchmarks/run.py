"""Measure iraqforce and print the table of its targets.

Everything is made in a temporary folder. No test depends on it: it exits with 0 even if a target is missed.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import random
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import venv
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from bases import (
    DAYS,
    FIRST,
    ROOT,
    copied,
    write_article,
    write_cited,
    write_large,
    write_quoted,
    write_wrong,
)
from measuring import medians, run

from iraqforce import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CLICK: Final = ("-c", "import click")
"""With Python before it, B: what every program with these options pays before it does anything."""
IRAQFORCE: Final = str(Path(sys.executable).parent / "iraqforce")
MONTH: Final = ("level", "--date", "2021-12")


class Sizes(NamedTuple):
    """How much is measured: rounds of starts and of longer runs, and rows of the large tables."""

    starts: int = 41
    rounds: int = 5
    large: int = 1_000_000


HOSTILE: Final = (
    ("`draft` of `$1 `", ("draft", "{}/article.txt"), "$1 ", 0),
    ("`draft --missing` of it", ("draft", "--missing", "--base", "{}/facts.yaml"), "$1 ", 0),
    ("`check` of `not 5 `, which 100 facts quote", ("check", "{}/facts.yaml"), "not 5 ", 100),
    ("`verify` of nothing but claims", ("verify", "{}/article.txt"), "about 5 U.S. troops in Iraq, ", 0),
)
"""What is measured, the words of the command, the text that is repeated, and the facts that quote it."""

QUICK: Final = Sizes(starts=5, rounds=1, large=20_000)


class Row(NamedTuple):
    """A line of the table; `met` is None if there is no target."""

    what: str
    measured: str
    figure: str
    target: str = ""
    met: bool | None = None

    def __str__(self) -> str:
        mark = {True: "✓", False: "✗", None: ""}[self.met]
        return f"| {self.what} | {self.measured} | {self.figure} | {self.target} | {mark} |"


class Bench:
    """A folder for bases and caches, and the rows that are measured in it."""

    def __init__(self, folder: Path, sizes: Sizes) -> None:
        self.folder, self.sizes = folder, sizes
        self.cache = folder / "cache"

    def call(self, *words: str, command: str = IRAQFORCE, stdin: str | None = None) -> float:
        """The seconds of a call with the cache as it is."""
        return run((command, *words), self.cache, self.folder / stdin if stdin else None)

    def first_call(self, *words: str, command: str = IRAQFORCE) -> float:
        """The seconds of a call without a cache."""
        shutil.rmtree(self.cache, ignore_errors=True)
        return self.call(*words, command=command)

    def start_rows(self) -> Iterator[Row]:
        """Start-up, with and without an answer, as ratios to B."""
        own = [word for path in copied(self.folder / "own") for word in ("--base", path)]
        wheel = installed_wheel(self.folder)
        json = (*MONTH, "--json")
        yield self._ratio("`iraqforce --version`", 1.2, partial(self.call, "--version"))
        yield self._ratio("`iraqforce --help`", 1.2, partial(self.call, "--help"))
        yield self._ratio("`level --date 2021-12 --json`", 1.5, partial(self.call, *json))
        yield self._ratio("`level --date 2021-12` as a table", 2.4, partial(self.call, *MONTH))
        first = partial(self.first_call, *json, command=str(wheel / "iraqforce"))
        yield self._ratio("first call of an installed wheel, JSON", 1.6, first, str(wheel / "python"))
        first = partial(self.first_call, *json, *own)
        yield self._ratio("first call on a base of one's own, 999 facts, 5 articles", 6, first)

    def _ratio(self, what: str, limit: float, task: Callable[[], float], python: str = sys.executable) -> Row:
        clicks, took = medians(self.sizes.starts, partial(self.call, *CLICK, command=python), task)
        measured = f"{took * 1e3:.1f} ms, B {clicks * 1e3:.1f} ms"
        return Row(what, measured, f"{took / clicks:.2f} B", f"≤ {limit:g} B", took <= limit * clicks)

    def larger_base_rows(self) -> Iterator[Row]:
        """A base of 10,000 facts: the first call, and later ones against the bundled bases."""
        path = self.folder / "cited.yaml"
        write_cited(path, 10_000)
        words = (*MONTH, "--json", "--base", str(path))
        [first] = medians(self.sizes.rounds, partial(self.first_call, *words))
        yield Row("first call on 10,000 facts", "", f"{first:.2f} s", "≤ 3 s", first <= 3)
        later, bundled = medians(
            self.sizes.starts, partial(self.call, *words), partial(self.call, *MONTH, "--json")
        )
        measured = f"{later * 1e3:.1f} ms, {bundled * 1e3:.1f} ms"
        times = f"{later / bundled:.2f} times"
        yield Row(
            "later calls, against the bundled bases", measured, times, "≤ 1.5 times", later <= 1.5 * bundled
        )

    def stream_rows(self) -> Iterator[Row]:
        """Distinct days on standard input, without the time of a run with one day."""
        days = [f"{FIRST + timedelta(days=day)}\n" for day in range(DAYS)]
        random.Random(DAYS).shuffle(days)  # noqa: S311 - for variety, not for secrets
        (self.folder / "days").write_text("".join(days))
        (self.folder / "day").write_text(days[0])
        for fmt in ("csv", "jsonl"):
            words = ("level", "--date", "-", "--format", fmt)
            tasks = (partial(self.call, *words, stdin=name) for name in ("day", "days"))
            start, took = medians(self.sizes.rounds, *tasks)
            rate = (DAYS - 1) / (took - start)
            target = ("≥ 10,000 a second", rate >= 10_000) if fmt == "csv" else ("", None)
            measured = f"{took - start:.2f} s after {start * 1e3:.0f} ms"
            yield Row(
                f"`level --date -`, {DAYS:,} distinct days, {fmt}", measured, f"{rate:,.0f} a second", *target
            )

    def check_row(self) -> Row:
        """Every lint rule on a base whose facts are quoted from stored articles."""
        path = write_quoted(self.folder / "quoted", 1000)
        [took] = medians(self.sizes.rounds, partial(self.call, "check", str(path)))
        return Row("`check` of 1,000 quoted facts", "", f"{took:.2f} s", "≤ 1.5 s", took <= 1.5)

    def verify_rows(self) -> Iterator[Row]:
        """A manuscript of 10,000 words with its claims, and one twice as long."""
        paragraphs = (ROOT / "docs" / "examples" / "column.md").read_text(encoding="utf-8") + "\n"
        times = -(-10_000 // len(paragraphs.split()))
        for name, number in (("manuscript", times), ("twice", 2 * times)):
            (self.folder / name).write_text(paragraphs * number, encoding="utf-8")
        tasks = (partial(self.call, "verify", "-", "--json", stdin=name) for name in ("manuscript", "twice"))
        took, twice = medians(self.sizes.rounds, *tasks)
        yield Row("`verify` of 10,000 words", "", f"{took:.2f} s", "≤ 2 s", took <= 2)
        yield _twice("`verify` of 20,000 words, against 10,000", took, twice)

    def hostile_rows(self) -> Iterator[Row]:
        """Text that is made to be slow, and twice as much of it; words without a hit; a base of errors."""
        for number, (what, words, piece, facts) in enumerate(HOSTILE):
            tasks = []
            for times in (1, 2):
                folder = self.folder / f"hostile-{number}-{times}"
                folder.mkdir()
                write_article(folder, piece * (times * 16_000 // len(piece)), "5 not 5 no", facts)
                tasks.append(partial(self.call, *(word.format(folder) for word in words)))
            once, twice = medians(self.sizes.rounds, *tasks)
            yield _twice(f"{what}: 32 KB, against 16 KB", once, twice)
        words = " ".join(f"troosp{number}" for number in range(5000))
        write_wrong(self.folder / "wrong.yaml")
        for what, task in (
            ("`search` for 5,000 words", partial(self.call, "search", words)),
            (
                "`check` of a base with 270,000 problems",
                partial(self.call, "check", f"{self.folder}/wrong.yaml"),
            ),
        ):
            [took] = medians(self.sizes.rounds, task)
            yield Row(what, "", f"{took:.2f} s", "≤ 5 s", took <= 5)

    def dask_row(self) -> Row:
        """The recipe of docs/large.md, once, on two local processes."""
        from distributed import LocalCluster

        number = self.sizes.large
        write_large(self.folder, number, number)
        page = (ROOT / "docs" / "large.md").read_text(encoding="utf-8")
        [recipe] = re.findall(r"```python\n(import dask.*?)```", page, re.DOTALL)
        os.chdir(self.folder)  # the recipe's files are there; workers inherit the folder
        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR
        ) as cluster:
            began = time.perf_counter()
            exec(recipe.replace("tcp://scheduler:8786", cluster.scheduler_address), {})  # noqa: S102
            took = time.perf_counter() - began
        os.chdir(ROOT)
        what = f"Dask, two processes: {number:,} questions to {number:,} facts"
        return Row(what, f"{took:.0f} s", f"{number / took:,.0f} a second")


def _twice(what: str, once: float, twice: float) -> Row:
    """Of twice the text: it is read in at most about twice the time."""
    measured = f"{once:.2f} s, {twice:.2f} s"
    return Row(what, measured, f"{twice / once:.2f} times", "≤ 2.2 times", twice <= 2.2 * once)


def installed_wheel(folder: Path) -> Path:
    """The programs of a new environment with the built wheel that shares the packages of this one."""
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--skip-dependency-check")
    subprocess.run((*build, "--outdir", folder, ROOT), check=True, capture_output=True)  # noqa: S603
    [wheel] = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=False)
    programs = folder / "venv" / "bin"
    [site] = folder.glob("venv/lib/python*/site-packages")
    (site / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "--no-index", "--no-deps")
    subprocess.run((*pip, wheel), check=True, capture_output=True)  # noqa: S603
    return programs


def main() -> None:
    """Measure, and print the table and the machine."""
    parser = argparse.ArgumentParser(description="Measure iraqforce and print the table of its targets.")
    parser.add_argument("--quick", action="store_true", help="few rounds and a small table for Dask")
    sizes = QUICK if parser.parse_args().quick else Sizes()
    with TemporaryDirectory() as folder:
        bench = Bench(Path(folder), sizes)
        rows = [*bench.start_rows(), *bench.larger_base_rows(), *bench.stream_rows(), bench.check_row()]
        rows += [*bench.verify_rows(), *bench.hostile_rows()]
        rows.append(bench.dask_row())
    machine = (
        f"iraqforce {__version__} on {os.cpu_count()} cores ({platform.machine()}),"
        f" Python {platform.python_version()}, {platform.system()}, {date.today().isoformat()}."
    )
    table = [
        "| what | measured | figure | target | met |",
        "| --- | --- | --- | --- | --- |",
        *map(str, rows),
    ]
    sys.stdout.buffer.write("\n".join([*table, "", machine, ""]).encode())  # UTF-8, whatever the locale is


if __name__ == "__main__":
    main()
