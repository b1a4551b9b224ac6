"""Articles, arguments, names of files and lines of standard input with characters that a terminal obeys."""

from __future__ import annotations

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from iraqforce.text.characters import visible
from made_bases import base, level
from processes import iraqforce, on_a_terminal

OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:https?://[!-~]*)?\x1b\\")
"""What a page says to a terminal: colors, and links of the web."""

UNSAFE = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.exe\u2066\uffff\U000e0041\u2028"
ARTICLE = f"In March 2016 there were 4,087 {UNSAFE} troops in Iraq.\n\n{UNSAFE} said 4,087 troops.\n"
COMMANDS = [
    "search troops --base facts.yaml",
    "sources s --text --base facts.yaml",
    "show a --base facts.yaml",
    "draft article.txt --base facts.yaml",
    "draft --missing --base facts.yaml",
    "level 2016-03 --base facts.yaml",
    "check facts.yaml",
    "check broken.yaml",
    "facts --base facts.yaml",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a base whose article holds what is unsafe, and a base that is none."""
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    source = {"title": "S", "publisher": "P", "published": "2016-03-25", "text": "article.txt"}
    source["sha256"] = sha256(ARTICLE.encode()).hexdigest()
    quoted = {**level("a", "2016-03", "4,087", source="s"), "quote": "said 4,087 troops"}
    del quoted["locator"]
    base(tmp_path, quoted, sources={"s": source})
    (tmp_path / "broken.yaml").write_text(f"name: {UNSAFE}\nx: y\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("fmt", ["table", "markdown", "json", "csv"])
def test_no_terminal_gets_it(folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, fmt: str) -> None:
    monkeypatch.chdir(folder)
    printed = OURS.sub("", on_a_terminal(80, f"{command} -f {fmt} --no-pager", TERM="xterm"))
    assert visible(printed) == printed
    assert "Traceback" not in printed


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("fmt", ["table", "markdown"])
def test_no_page_has_it_in_a_pipe_either(folder: Path, command: str, fmt: str) -> None:
    done = iraqforce(f"{command} -f {fmt}", cwd=folder)
    assert visible(done.stdout + done.stderr) == done.stdout + done.stderr


def test_data_in_a_pipe_has_the_words_as_they_are(folder: Path) -> None:
    found = json.loads(iraqforce("search owned --base facts.yaml --json", cwd=folder).stdout)["hits"]
    assert UNSAFE.strip() in found[0]["text"]


@pytest.mark.parametrize(
    "command",
    [
        "level 2021 --force 'a\x1b[31m\u202e'",
        "level '\x1b[31m'",
        "'\x1b[31m'",
        "facts --base 'a\x1b[31m.yaml'",
        "facts -o 'a\x1b[31m.xyz'",
        "show '\x1b[31m'",
        "facts --nix'\x1b[31m'",
        "facts -o 'there\x1b[31m.csv'",
        "check 'a\x1b[31m.yaml'",
        "draft 'a\x1b[31m.txt'",
        "facts -o 'new\u202e.csv'",
        "init 'my\x1b[31m'",
    ],
)
def test_an_argument_is_repeated_with_what_is_invisible_made_visible(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "there\x1b[31m.csv").write_text("")
    monkeypatch.chdir(tmp_path)
    printed = on_a_terminal(80, command, TERM="dumb")
    assert visible(printed) == printed
    assert "\ufffd" in printed or "\\x1b" in printed  # the parser of options prints escapes


def test_a_line_of_standard_input_is_repeated_so_too() -> None:
    done = iraqforce("level -", stdin=f"{UNSAFE}\n")
    assert done.returncode == 1
    assert visible(done.stdout + done.stderr) == done.stdout + done.stderr
    assert "\ufffd" in done.stderr
