"""Every command with any of its options and good or hostile values: only documented exit codes, no traceback.

A few hundred calls, always the same; IRAQFORCE_CALLS=10000 makes as many.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import click
import pytest

from iraqforce.cli import COMMANDS, cli, main
from iraqforce.loading.locations import bundled
from iraqforce.text.characters import visible
from made_bases import base, level

CALLS = int(os.environ.get("IRAQFORCE_CALLS", "300"))
SEED = int(os.environ.get("IRAQFORCE_SEED", "17"))

DATES = ["2021-12", "2016-03-25", "2014..2017", "2015-21", "201X", "today", "-", "0001", "9999-12"]
NAMES = ["us", "iraq", "nato", "articles", "us-iraq-2016-03-25-press", "the-hill-2021-12-09", "level"]
FILES = [
    "out.csv", "out.json", "out.jsonl", "out.md", "out.txt", "out.yaml", "out.svg", "out.vl.json", "out.html",
    "out.sqlite", "out.bib", "out.ris", "out.sarif", "out/", "datapackage", "there.csv", "folder", "-",
    "link.txt", "loop.txt", "none/out.csv", "/dev/null", "/dev/full", "own.yaml", "broken.yaml", "binary",
    "article.txt",
]  # fmt: skip
HOSTILE = [
    "", " ", "--", "-x", "nan", "inf", "-1", "0", "1e999", "9" * 40, "null", "[", "*", "a\nb", "\x1b[31m",
    "\x9b31m", "\uffff", "\udcff", "\u202e", "\u2028", "\U000e0041", "北京", "é" * 300, "x" * 5000, "$(id)",
    "../../etc/passwd", "%s", "{0}", "a,b,,c", "2016-13-45", "=1+1", "\r", "2016/..", "~", "all", "none",
    "20", "2.5", "a\x1b.csv", "a\u202e.yaml",
]  # fmt: skip


def values(random_: random.Random, parameter: click.Parameter) -> str:
    """A value for the parameter: mostly a good one, else anything."""
    kind = parameter.type
    if isinstance(kind, click.Choice) and random_.random() < 0.8:
        return str(random_.choice(list(kind.choices)))
    if random_.random() < 0.3:
        return random_.choice(HOSTILE)
    if parameter.name in ("file", "base", "files", "folder", "name"):
        return random_.choice(["own.yaml", "articles", *FILES])
    if kind.name == "date" or parameter.name == "dates":
        return random_.choice(DATES)
    return random_.choice([*NAMES, *DATES, *FILES, "20", "400", "id,count"])


def line(random_: random.Random) -> list[str]:
    """A command line."""
    name = random_.choice([*COMMANDS, *DATES])
    if name not in COMMANDS:
        return [name, *random_.choices([*DATES, *HOSTILE], k=random_.randrange(3))]
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    words = [name]
    for parameter in random_.sample(command.params, k=random_.randrange(min(6, len(command.params) + 1))):
        words += [random_.choice(parameter.opts)] if isinstance(parameter, click.Option) else []
        if not getattr(parameter, "is_flag", False):
            words.append(values(random_, parameter))
    needed = [each for each in command.params if each.required and not set(each.opts) & set(words)]
    if random_.random() < 0.9:
        for parameter in needed:
            words += [parameter.opts[-1]] if isinstance(parameter, click.Option) else []
            words.append(values(random_, parameter))
    return words


@contextmanager
def a_folder(folder: Path) -> Iterator[None]:
    """The working folder is new, with files of many kinds."""
    folder.mkdir()
    base(folder, level("a", "2016", "5"), level("b", "2021-12", "about 2,500")).rename(folder / "own.yaml")
    (folder / "broken.yaml").write_text("name: [")
    (folder / "there.csv").write_text("before")
    (folder / "folder").mkdir()
    (folder / "link.txt").symlink_to("there.csv")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "binary").write_bytes(bytes(range(256)))
    (folder / "article.txt").write_text("On \x1b[31mMarch 3\u202e, 2016, 4,000 troops\uffff \U000e0041left.")
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
        shutil.rmtree(folder)


def code_of(words: list[str], stdin: bytes) -> object:
    """The exit code of the command."""
    printed, said = io.BytesIO(), io.BytesIO()
    stdout = io.TextIOWrapper(printed, write_through=True)
    stderr = io.TextIOWrapper(said, errors="backslashreplace", write_through=True)
    with (
        mock.patch.object(sys, "argv", ["iraqforce", *words]),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin))),
        mock.patch.object(sys, "stdout", stdout),
        mock.patch.object(sys, "stderr", stderr),
        pytest.raises(SystemExit) as left,
    ):
        main()
    text = said.getvalue().decode()
    assert visible(text) == text, words
    return left.value.code


def test_only_documented_exit_codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(click, "launch", lambda *_, **__: 0)
    monkeypatch.setenv("IRAQFORCE_BASE", "articles")
    assert set(codes_of(CALLS, tmp_path)) == {0, 1, 2, 3}


def codes_of(calls: int, folder: Path) -> Counter[object]:
    """How often each exit code was that of a command."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    article = next(Path(bundled("articles")[0].folder, "seeds").iterdir()).read_bytes()
    codes = Counter[object]()
    for number in range(calls):
        words = line(chance)
        stdin = chance.choice([b"", b"2021-12\n2016\n", b"\x00\xff\xfe\n\x1b[31m\n", article])
        with a_folder(folder / str(number)):
            code = code_of(words, stdin)
        assert code in (0, 1, 2, 3), words
        codes[code] += 1
    return codes
