"""What is too large, too deep, endless or no file: a clear error within 300 MB.

The seconds are measured by `benchmarks/run.py`; here a base that would need many times as many is stopped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import pytest

from iraqforce.errors import ArticleError, BaseError
from iraqforce.loading import files, locations
from iraqforce.loading.locations import MAX_ARTICLE_BYTES, MAX_BASE_BYTES, given, named_files
from iraqforce.loading.reader import Loaded, read
from iraqforce.loading.snapshot import open_base
from iraqforce.problems import SHOWN, InvalidBaseError, Problem, Problems
from processes import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from iraqforce.loading.locations import BaseFile

TOP = """\
name: small
title: A small base
forces: {us: {name: U.S. troops}}
places: {iraq: {name: Iraq}}
"""
SOURCES = "sources: {report: {title: A report, publisher: Records Office, published: 2019-01-01}}\n"
FACT = """\
- {id: one, kind: level, force: us, place: iraq, count: "3,800", as_of: 2016-03-25, status: actual,
   basis: official, source: report, locator: page 1}
"""
BASE = f"{TOP}{SOURCES}facts:\n{FACT}"


class Run(NamedTuple):
    code: int
    output: str
    megabytes: float


# A process begins with the memory of the one that started it, so a small one starts it and measures.
MEASURED = """
import os, resource, sys
child = os.fork()
if not child:
    resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    output = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    os.execv(sys.argv[2], sys.argv[2:])
_, status, used = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), used.ru_maxrss / 1000)
"""


def checked(base: Path) -> Run:
    """`iraqforce check` of the base, in a process that cannot take the machine with it."""
    output = base.with_suffix(".out")
    command = [sys.executable, "-m", "iraqforce", "check", str(base)]
    measured = subprocess.run(
        [sys.executable, "-S", "-c", MEASURED, str(output), *command],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    code, megabytes = measured.stdout.split()
    return Run(int(code), output.read_text(encoding="utf-8"), float(megabytes))


def facts(line: str, number: int) -> str:
    return TOP + SOURCES + "facts:\n" + line * number


ATTACKS = {
    "lines of x": ("x\n" * 500_000, "F103 the file is not a mapping of keys"),
    "a fact that is x": (facts("- x\n", 150_000), "100 of 150,000 problems are listed"),
    "a scalar": (f'name: "{"x" * 4_900_000}"\n', "F107 invalid format of 'name'"),
    "a key": (f"{'x' * 4_900_000}: y\n", "F003 invalid YAML: mapping values"),
    "keys": ("".join(f"k{number}: x\n" for number in range(190_000)), "has more than 10,000 keys and values"),
    "more keys": (
        "".join(f"k{number}: x\n" for number in range(400_000)),
        "more than 400,000 keys and values",
    ),
    "sources": ("sources:\n" + "".join(f" {number}: b\n" for number in range(150_000)), "of 150,00"),
    "duplicate keys": ("a: b\n" * 150_000, "of 150,00"),
    "unknown keys": (facts("- {id: x, kind: level, forcf: us, placf: x}\n", 30_000), "problems are listed"),
    "digits": (facts(FACT.replace("3,800", "9" * 10_000), 3), "F105 the number in '999"),
    "a date": (facts(FACT.replace("2016-03-25", "2016-03-" + "0" * 10_000), 3), "F104 '2016-03-000"),
    "open lists": ("[" * 2_000_000, "F003 unsupported in a fact base: nesting too deep"),
    "open mappings": ("{a: " * 1_000_000, "F003 unsupported in a fact base: nesting too deep"),
    "aliases": (
        "a: &a [x, x]\n" + "".join(f"b{number}: &b [*a, *a]\n" for number in range(99)),
        "anchor or alias",
    ),
    "hidden characters": ('a: ["' + '\\x1b",\n"' * 130_000 + '"]', "100 of 130,00"),
    "empty lines": ("\n" * 4_900_000 + "x: y", "F101 unknown key 'x'"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_a_large_base_is_refused_within_300_mb(name: str, tmp_path: Path) -> None:
    content, message = ATTACKS[name]
    base = tmp_path / "base.yaml"
    base.write_text(content)
    run = checked(base)
    assert (run.code, message in run.output, "Traceback" in run.output) == (1, True, False)
    assert (run.megabytes < 300, len(run.output) < 300_000) == (True, True), run


def test_a_base_of_ten_thousand_facts_takes_less_than_300_mb(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(
        facts("", 0) + "".join(FACT.replace("id: one", f"id: f-{each}") for each in range(10_000))
    )
    run = checked(base)
    assert (run.code, run.megabytes < 300) == (0, True), run
    assert "100 of 9,999 problems are listed." in run.output


# ---- the size of a file, before it is read --------------------------------------------------------------


def sparse(path: Path, size: int) -> Path:
    with path.open("wb") as stream:
        stream.truncate(size)
    return path


@pytest.mark.parametrize("size", [MAX_BASE_BYTES + 1, 3 * 2**30])
def test_a_base_that_is_too_large_is_not_read(size: int, tmp_path: Path) -> None:
    base = sparse(tmp_path / "base.yaml", size)
    openers: list[Callable[[Sequence[BaseFile]], object]] = [read, open_base]
    for opened in openers:
        with pytest.raises(BaseError, match=r"base\.yaml cannot be read: larger than 5 MB") as caught:
            opened(named_files([str(base)]))
        assert caught.value.hint == "split the base into several files"


def test_a_base_of_the_largest_size_is_read(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(BASE + "#" * (MAX_BASE_BYTES - len(BASE)))
    assert read([given(str(base))]).problems == ()


def stored(folder: Path, text: str = "article.txt") -> list[Problem]:
    """The problems of a base with one article at that path."""
    base = folder / "base.yaml"
    base.write_text(BASE.replace("2019-01-01}", f"2019-01-01, text: {text}, sha256: {'0' * 64}}}"))
    return [problem for problem in read([given(str(base))]).problems if problem.code.startswith("F2")]


@pytest.mark.parametrize("size", [MAX_ARTICLE_BYTES + 1, 3 * 2**30])
def test_an_article_that_is_too_large_is_not_read(size: int, tmp_path: Path) -> None:
    sparse(tmp_path / "article.txt", size)
    (problem,) = stored(tmp_path)
    assert (problem.code, problem.message) == ("F201", "article.txt cannot be read: larger than 1 MB")
    assert problem.hint == "keep only the part that you need"
    with pytest.raises(ArticleError, match="cannot be read: larger than 1 MB"):
        files.read_article(str(tmp_path / "article.txt"))


def test_the_articles_together_have_a_largest_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "article.txt").write_text("a visit")
    assert [problem.code for problem in stored(tmp_path)] == ["F204"]
    monkeypatch.setattr("iraqforce.loading.evidence.MAX_ARTICLES_BYTES", 6)
    assert [problem.code for problem in stored(tmp_path)] == ["F201"]


# ---- what is no file ------------------------------------------------------------------------------------


def test_a_pipe_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in (str(tmp_path / "pipe.yaml"), "/dev/zero", "/dev/full", "/dev/tty"):
        with pytest.raises(BaseError, match=r"cannot be read: "):
            open_base(named_files([name]))


def test_an_article_that_is_a_pipe_a_folder_or_a_device_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "device").symlink_to("/dev/zero")
    found = {name: stored(tmp_path, name)[0] for name in ("pipe", "folder", "device", "/dev/zero")}
    assert {name: problem.code for name, problem in found.items()} == {
        "pipe": "F201",
        "folder": "F201",
        "device": "F205",
        "/dev/zero": "F205",
    }


def test_a_link_that_leads_to_itself_is_a_base_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").symlink_to(tmp_path / "base.yaml")
    with pytest.raises(BaseError, match=r"base\.yaml cannot be read: Too many levels of symbolic links"):
        open_base(named_files([str(tmp_path / "base.yaml")]))


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(BASE)
    as_it_was = base.stat()
    base.unlink()
    os.mkfifo(base)
    monkeypatch.setattr("iraqforce.loading.locations.os.stat", lambda _: as_it_was)
    with pytest.raises(OSError, match="not a regular file"):
        locations.read_regular(str(base), MAX_BASE_BYTES)


@pytest.mark.parametrize("now", ["", "name", BASE * 2, None])
def test_a_base_that_changes_while_it_is_read_gives_the_problems_of_what_was_read(
    now: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(BASE.replace("kind: level", "kind: levl"))

    def and_changes(file: BaseFile) -> bytes:
        data = files.read_base_file(file)
        base.unlink() if now is None else base.write_text(now)
        return data

    monkeypatch.setattr("iraqforce.loading.reader.read_base_file", and_changes)
    (problem,) = read([given(str(base))]).problems
    assert (problem.code, problem.excerpt[:32]) == ("F106", "- {id: one, kind: levl, force: u")


def cut(folder: Path, length: int) -> Loaded:
    base = folder / "base.yaml"
    base.write_bytes(BASE.encode()[:length])
    return read([given(str(base))])


def test_a_base_that_is_cut_off_anywhere_is_refused_or_whole(tmp_path: Path) -> None:
    whole = len(BASE.encode())
    valid = [length for length in range(whole + 1) if cut(tmp_path, length).base is not None]
    assert valid == [whole - 1, whole]


# ---- the problems ---------------------------------------------------------------------------------------


def test_all_problems_are_counted_and_the_first_are_kept_in_order(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(facts("- x\n", 2345))
    found = read([given(str(base))])
    first = TOP.count("\n") + SOURCES.count("\n") + 2
    assert found.count == 2345
    assert [problem.at.line for problem in found.problems] == list(range(first, first + SHOWN))
    with pytest.raises(InvalidBaseError, match=r"has 2,345 problems; the first 100 are listed") as caught:
        open_base(named_files([str(base)]))
    assert (len(caught.value.problems), caught.value.problem_count) == (SHOWN, 2345)


def test_the_problems_that_are_kept_come_first_in_the_files_and_not_in_time(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(facts("- x\n", 2000))
    found = list(read([given(str(base))]).problems)
    late_first = Problems(reversed(found))
    assert (late_first.count, list(late_first.first)) == (SHOWN, found)


def test_a_message_that_quotes_a_long_text_is_cut(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(BASE.replace("kind: level", f"kind: {'x' * 5000}"))
    (problem,) = read([given(str(base))]).problems
    assert (len(problem.message), problem.message[-2:]) == (1001, "x…")
