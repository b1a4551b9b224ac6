"""Where the output goes: pipes, terminals, locales and colors, each with a real process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iraqforce.loading.locations import bundled
from made_bases import base, level
from processes import bash, iraqforce, on_a_terminal

ESCAPE = "\x1b["
LEVEL = "level --date 2021-12"


@pytest.mark.parametrize("columns", [40, 60, 120])
def test_a_page_keeps_within_the_terminal(columns: int) -> None:
    printed = on_a_terminal(columns, "level --date 2016-03", TERM="dumb")
    assert "more than 5,000" in printed
    assert max(len(line) for line in printed.splitlines()) <= columns


PAGER = "sed s/^/|/"
READING = "Reading the base …\n"
LONG = "facts --source the-hill-2021-12-09"


def test_a_page_that_is_longer_than_the_terminal_is_shown_in_a_pager() -> None:
    paged = on_a_terminal(80, LONG, TERM="xterm", PAGER=PAGER)
    assert {line[0] for line in paged.removeprefix(READING).splitlines()} == {"|"}
    assert "\x1b]8;;https://" in paged
    assert "|" not in on_a_terminal(80, LEVEL, TERM="xterm", PAGER=PAGER)


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (f"{LONG} --no-pager", {"TERM": "xterm", "PAGER": PAGER}),
        (f"{LONG} --json", {"TERM": "xterm", "PAGER": PAGER}),
        (LONG, {"TERM": "dumb", "PAGER": PAGER}),
        (LONG, {"TERM": "xterm", "PAGER": ""}),
        (LONG, {"TERM": "xterm", "PAGER": "there-is-no-such-pager"}),
    ],
)
def test_a_page_without_a_pager_is_printed(words: str, settings: dict[str, str]) -> None:
    printed = on_a_terminal(80, words, **settings)
    assert "|" not in printed
    assert "us-iraq-2021-12-09" in printed


def test_no_pager_is_used_in_a_pipe() -> None:
    assert "|" not in iraqforce(LONG, TERM="xterm", PAGER=PAGER).stdout


def test_a_pager_closed_early_is_quiet() -> None:
    printed = on_a_terminal(80, "facts --base record", TERM="xterm", PAGER="head -n 1")
    assert len(printed.removeprefix(READING).splitlines()) == 1


def test_hyperlinks_are_for_terminals_only() -> None:
    show = "show us-iraq-2021-12-09-kirby --base record"
    assert "\x1b]8;;https://" in on_a_terminal(80, show, TERM="xterm")
    assert "\x1b]8;;https://" in on_a_terminal(80, show, TERM="xterm", NO_COLOR="1")
    assert "\x1b]8" not in on_a_terminal(80, show, TERM="dumb")
    assert "\x1b]8" not in iraqforce(show, TERM="xterm", FORCE_COLOR="1").stdout


def test_a_terminal_gets_color_and_a_pipe_none() -> None:
    assert ESCAPE in on_a_terminal(80, LEVEL, TERM="xterm")
    assert ESCAPE not in iraqforce(LEVEL, TERM="xterm").stdout


@pytest.mark.parametrize("settings", [{"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}])
def test_color_can_be_refused(settings: dict[str, str]) -> None:
    assert ESCAPE not in on_a_terminal(80, LEVEL, **settings)


def test_color_can_be_forced_into_a_pipe_which_no_color_overrides_and_no_other_format_has() -> None:
    assert ESCAPE in iraqforce(LEVEL, FORCE_COLOR="1").stdout
    assert ESCAPE not in iraqforce(LEVEL, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert ESCAPE not in iraqforce(f"{LEVEL} --format markdown", FORCE_COLOR="1").stdout


@pytest.mark.parametrize("command", ["--help", "level --help", "--version", "completion bash", "facts"])
def test_a_closed_pipe_is_quiet_and_a_success(command: str) -> None:
    done = bash(f"iraqforce {command} | true; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("count", [0, 1, 79, 4_096, 65_536, 100_000])
def test_a_pipe_closed_at_any_byte_is_quiet(count: int) -> None:
    done = bash(f"iraqforce facts --base all --json | head -c {count} | wc -c; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(count).encode(), b"")


@pytest.mark.parametrize("command", ["--help", "--version", "level 2021-12", "chart -o - -f svg"])
def test_without_standard_output_there_is_an_error(command: str) -> None:
    done = bash(f"iraqforce {command} >&-")
    assert done.returncode == 3
    assert done.stderr.startswith(b"Error: standard output is closed\n")


@pytest.mark.parametrize("command", ["level -", "verify -"])
def test_without_standard_input_there_is_an_error(command: str) -> None:
    done = bash(f"iraqforce {command} <&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"Error: - reads standard input, which is closed.\n")


FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")


@FULL
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("level 2021-12", 0), ("facts -o f.csv --overwrite", 0), ("check -f csv", 0), ("level 2018-07", 1),
        ("level - <<< nonsense", 1), ("level nonsense", 2), ("", 2), ("facts --base none.yaml", 3),
    ],
)  # fmt: skip
@pytest.mark.parametrize("stderr", ["2>/dev/full", "2>&-"])
def test_what_cannot_be_said_on_standard_error_changes_no_exit_code(
    tmp_path: Path, command: str, code: int, stderr: str
) -> None:
    assert bash(f"cd {tmp_path}; iraqforce {command} >/dev/null {stderr}").returncode == code


@FULL
@pytest.mark.parametrize("command", ["facts", "export -o - -f csv", "--help", "level --help", "--version"])
def test_a_full_disk_is_an_error(command: str) -> None:
    done = bash(f"iraqforce {command} > /dev/full")
    assert done.returncode == 3
    assert b"the output cannot be written: No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "nonsense"])
def test_json_is_utf8_in_every_locale(locale: str) -> None:
    done = iraqforce("show us-iraq-2016-03-25-press --json", LC_ALL=locale)
    assert "“temporary”" in json.loads(done.stdout)["fact"]["quote"]


@pytest.mark.parametrize(
    "settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}, {"PYTHONIOENCODING": "iso-8859-1"}]
)
def test_a_terminal_of_ascii_gets_straight_quotes_hyphens_and_letters(settings: dict[str, str]) -> None:
    done = bash("iraqforce level --date 2016-03-25", **settings)
    assert (done.returncode, done.stderr) == (0, b"")
    page = done.stdout.decode("ascii")
    assert 'coalition mission to destroy ISIS" ... "the figure doesn\'t include "temporary" troops' in page
    assert bash("iraqforce timeline --from 2016", **settings).stdout.isascii()


def test_an_article_in_a_narrow_encoding_is_spelled_and_in_utf8_is_as_it_is() -> None:
    command = "iraqforce sources defense-one-2016-03-25 --text"
    spelled = bash(command, PYTHONIOENCODING="ascii").stdout.decode("ascii")
    assert "said, \"so it's time" not in spelled
    assert "Citing 'Momentum Shift,' Pentagon Wants" in spelled
    assert "Citing ‘Momentum Shift,’ Pentagon Wants" in bash(command, LC_ALL="C").stdout.decode()


@pytest.mark.parametrize("settings", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C"}])
def test_an_error_on_a_terminal_of_ascii_is_spelled_too(settings: dict[str, str]) -> None:
    done = bash("iraqforce facts --source “naïve”…", **settings)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: unknown source '\"naive\"...'\n")


def test_an_error_on_a_terminal_of_utf8_repeats_the_words() -> None:
    assert "unknown source '“naïve”…'" in iraqforce("facts --source “naïve”…").stderr


def test_what_has_no_spelling_is_a_question_mark_for_each_cell(tmp_path: Path) -> None:
    path = base(
        tmp_path, level("a", "2016-03-25", "1", stated_by="北京 Olsen"), level("b", "2016-03-25", "2")
    )
    page = iraqforce(f"level --date 2016-03-25 --base {path}", PYTHONIOENCODING="ascii").stdout
    rows = [line for line in page.splitlines() if "Mar 25, 2016" in line]
    assert any("???? Olsen" in row for row in rows)
    assert len({row.index("Mar 25, 2016") for row in rows[:2]}) == 1


def test_a_help_is_ascii() -> None:
    for name in ("level", "facts", "check", "export"):
        assert iraqforce(f"{name} --help").stdout.isascii()


@pytest.mark.parametrize("columns", ["99999999999", "9" * 5000, "0", "-1", "x", "²"])
def test_a_width_that_no_screen_has_is_ignored(columns: str) -> None:
    done = iraqforce(LEVEL, COLUMNS=columns, LINES=columns)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", iraqforce(LEVEL).stdout)
    assert iraqforce("--help", COLUMNS=columns, LINES=columns).returncode == 0


def test_an_endless_input_is_answered_line_by_line() -> None:
    done = bash("yes 2021-12 | iraqforce level - --format csv | head -n 4; exit ${PIPESTATUS[1]}")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [line[:16] for line in done.stdout.splitlines()[1:]] == [b"us,iraq,2021-12,"] * 3


def test_a_line_without_an_end_is_answered_piece_by_piece() -> None:
    script = "ulimit -v 1000000; iraqforce level - --format csv < /dev/zero 2>/dev/null | head -n 3"
    done = bash(f"{script}; exit ${{PIPESTATUS[0]}}")
    assert (done.returncode, done.stderr, done.stdout.count(b"line 2: ")) == (1, b"", 1)


GONE = "mkdir gone; cd gone; rmdir ../gone; iraqforce "


@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        ("level 2021-12", 0, "About 2,500, according to The Hill."),
        ("draft ARTICLE", 0, "  draft-000-3a3f390f122c08f1:"),
        ("check --base BASE", 0, "VALID"),
        ("level 2021-12 -o FOLDER/a.txt", 0, "a.txt: written"),
        ("draft a.txt", 3, "Error: a.txt: no such file"),
        ("level 2021-12 --base a.yaml", 3, "Error: a.yaml: no such file"),
        ("level 2021-12 -o a.txt", 3, "a.txt cannot be written: the working folder no longer exists"),
        ("export -o a.yaml", 3, "a.yaml cannot be written: the working folder no longer exists"),
        ("export -o a/", 3, "a/ cannot be written: the working folder no longer exists"),
        ("init a", 3, "a cannot be written: the working folder no longer exists"),
    ],
)
def test_in_a_folder_that_is_gone_absolute_paths_work(
    tmp_path: Path, command: str, code: int, words: str
) -> None:
    [base_file] = bundled("articles")
    article = Path(base_file.folder) / "seeds" / "000_3a3f390f122c08f1.txt"
    for name, place in (("ARTICLE", article), ("BASE", base_file.path), ("FOLDER", tmp_path)):
        command = command.replace(name, str(place))
    done = bash(f"cd {tmp_path}; {GONE} {command}")
    assert done.returncode == code
    assert words in (done.stdout + done.stderr).decode()


def test_the_environment_sets_the_format_and_an_option_overrides_it() -> None:
    by_setting = iraqforce(LEVEL, IRAQFORCE_FORMAT="json").stdout
    assert json.loads(by_setting)["level"]["value"] == 2500
    assert iraqforce(f"{LEVEL} -f table", IRAQFORCE_FORMAT="json").stdout[0] == "U"


def test_the_one_line_version() -> None:
    assert iraqforce("--version").stdout == "iraqforce, version 0.2.0\n"


def test_a_terminal_shows_that_a_base_is_being_read_and_a_pipe_does_not(tmp_path: Path) -> None:
    path = base(tmp_path, level("a", "2016", "1"))
    settings = {"TERM": "xterm", "XDG_CACHE_HOME": str(tmp_path)}
    assert "Reading the base" in on_a_terminal(80, f"facts --base {path}", **settings)
    assert "Reading the base" not in on_a_terminal(80, f"facts --base {path}", **settings)
    path = base(tmp_path, level("b", "2016", "1"))
    assert iraqforce(f"facts --base {path}").stderr == ""
