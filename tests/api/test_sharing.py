"""A base is shared by threads and by processes, and to import the package costs nothing."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import iraqforce
from processes import modules_of, python

THREADS = 16


def of_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no compiled file can be kept, a base answers from memory."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))


def anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing is compiled yet, the first question compiles."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.mark.parametrize("cache", [anew, of_memory])
def test_sixteen_threads_that_ask_at_once_get_the_same_answers(
    cache: Callable[[Path, pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache(tmp_path, monkeypatch)
    months = [f"{year}-{month:02}" for year in range(2015, 2024) for month in range(1, 13)]
    start = threading.Barrier(THREADS)
    with iraqforce.open(base="articles") as base:

        def ask(_: int) -> tuple[list[object], list[str], list[str]]:
            start.wait()
            values: list[object] = [base.level(month).value for month in months]
            return values, [fact.id for fact in base.facts()], [source.id for source in base.sources()]

        with ThreadPoolExecutor(THREADS) as threads:
            results = list(threads.map(ask, range(THREADS)))
        expected = ask_alone(months)
    assert results == [expected] * THREADS
    assert len(expected[1]) == 88
    assert 2500 in expected[0]


@pytest.mark.parametrize("cache", [anew, of_memory])
def test_sixteen_threads_search_one_base(
    cache: Callable[[Path, pytest.MonkeyPatch], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache(tmp_path, monkeypatch)
    start = threading.Barrier(THREADS)
    with iraqforce.open(base="articles") as base:

        def ask(_: int) -> tuple[list[str], list[str], list[str]]:
            start.wait()
            for _ in range(20):
                hits, nothing = base.search("tops 5000"), base.search("tops zzzz").to_dict()["unknown"]
            found = [hit.fact.id if hit.fact else hit.source.id for hit in hits]
            between = [fact.id for fact in base.compare("2016-03-25", "2016-05-01").between]
            return found, [each["term"] for each in nothing], between

        with ThreadPoolExecutor(THREADS) as threads:
            results = list(threads.map(ask, range(THREADS)))
    assert results == [results[0]] * THREADS
    found, unknown, between = results[0]
    assert found == ["us-iraq-2016-03-25-official", "us-iraq-2016-03-25-press", "defense-one-2016-03-25"]
    assert unknown == ["zzzz"]
    assert "us-iraq-2016-04-18-increase" in between


def ask_alone(months: list[str]) -> tuple[list[object], list[str], list[str]]:
    with iraqforce.open(base="articles") as base:
        values: list[object] = [base.level(month).value for month in months]
        return values, [fact.id for fact in base.facts()], [source.id for source in base.sources()]


FORK = """
import os, sys, threading, iraqforce
base = iraqforce.open(base="articles")
before = base.level("2021-12")
asking = threading.Thread(target=lambda: [base.level("2016-03") for _ in range(2000)])
asking.start()
children = []
for _ in range(8):
    child = os.fork()
    if not child:
        same = base.level("2021-12") == before and len(list(base.facts())) == 88
        base.close()
        os._exit(0 if same else 1)
    children.append(child)
codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
asking.join()
print(codes, base.level("2021-12") == before)
"""


@pytest.mark.skipif(not hasattr(__import__("os"), "fork"), reason="there is no fork here")
def test_a_forked_process_asks_the_base_of_its_parent_while_that_is_asking_too() -> None:
    done = python(FORK)
    assert (done.stdout, done.returncode) == (f"{[0] * 8} True\n", 0), done.stderr


def test_nothing_warns_also_where_the_base_is_never_closed() -> None:
    program = (
        "import iraqforce\n"
        "base = iraqforce.open(base='articles')\n"
        "print(base.level('2021-12').value, len(list(base.facts())), str(base.sources())[:9])\n"
    )
    done = python(program, "-W", "error", "-X", "dev")
    assert (done.stdout, done.stderr, done.returncode) == ("2500 88 5 sources\n", "", 0)


def loaded(program: str) -> set[str]:
    """The modules that the program has loaded, over those of a bare Python."""
    show = "\nimport sys; print(*sys.modules)"
    done = python(program + show, "-I")
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split()) - set(python(show, "-I").stdout.split())


def test_to_import_the_package_loads_the_package_alone() -> None:
    assert loaded("import iraqforce; iraqforce.__version__; dir(iraqforce)") == {"iraqforce"}


def test_to_open_a_base_reads_nothing_and_loads_nothing_dear() -> None:
    modules = loaded("import iraqforce; base = iraqforce.open(); repr(base)")
    dear = {"click", "rich", "pydantic", "yaml", "pandas", "platformdirs"}
    assert modules & dear == set()
    assert not any(name.startswith(("iraqforce.reading", "iraqforce.cli")) for name in modules)


def test_to_ask_a_compiled_base_loads_nothing_dear_and_never_the_command_line() -> None:
    ask = "import iraqforce; base = iraqforce.open(); base.level('2021-12').to_dict()"
    assert python(ask).returncode == 0
    modules = loaded(ask)
    dear = {"click", "rich", "pydantic", "yaml", "pandas", "platformdirs", "dataclasses"}
    assert modules & dear == set()
    assert not any(name.startswith(("iraqforce.reading", "iraqforce.cli")) for name in modules)


def test_the_command_line_does_without_the_api() -> None:
    modules = modules_of("level --date 2021-12 --json")
    assert "iraqforce.present.level" in modules
    assert not any(name.startswith("iraqforce.api") for name in modules)
