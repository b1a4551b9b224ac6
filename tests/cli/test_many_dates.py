"""Several dates in one run, also from standard input: each answered as if it were asked alone, at once."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Timer
from typing import IO, NamedTuple

import pytest

from contracts import hold
from processes import environment, iraqforce

FORMATS = ["table", "json", "jsonl", "csv", "markdown"]
LEVEL = [sys.executable, "-m", "iraqforce", "level"]
TOO_LONG = 30
"""Seconds after which a process that should have answered is ended."""


class Done(NamedTuple):
    """What a run printed, in the bytes that it printed, and its exit code."""

    code: int
    out: bytes
    err: bytes


def asked(stdin: bytes, *words: str) -> Done:
    """The answers to dates in standard input."""
    command = [*LEVEL, "--date", "-", *words]
    run = subprocess.run(command, env=environment(), input=stdin, capture_output=True, check=False)
    hold(run.stdout.decode())
    hold(run.stderr.decode())
    return Done(run.returncode, run.stdout, run.stderr)


def dates_of(output: str) -> list[str]:
    """The date that each line of JSON answers."""
    return [json.loads(line)["question"]["date"] for line in output.splitlines()]


def rows(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(output.splitlines()))


# Which dates are answered, and in what form


def test_several_dates_are_answered_in_the_order_asked() -> None:
    done = iraqforce("level --date 2021-12 --date 2016-03-25 --date 2021-12 --date 2016-05-01 --json")
    assert (done.returncode, done.stderr) == (0, "")
    assert dates_of(done.stdout) == ["2021-12", "2016-03-25", "2021-12", "2016-05-01"]
    values = [json.loads(line)["level"]["value"] for line in done.stdout.splitlines()]
    assert values == [2500, 3800, 2500, 4087]


@pytest.mark.parametrize("fmt", FORMATS)
def test_dates_of_standard_input_are_answered_as_those_of_options_are(fmt: str) -> None:
    by_option = iraqforce(f"level --date 2016-03 --date 2021 --date 2016-03 -f {fmt}")
    from_stdin = iraqforce(f"level --date - -f {fmt}", stdin="2016-03\n2021\n2016-03\n")
    assert (from_stdin.returncode, from_stdin.stderr) == (0, "")
    assert from_stdin.stdout == by_option.stdout


@pytest.mark.parametrize("fmt", ["json", "jsonl"])
def test_json_is_one_object_a_line_and_the_same_in_both_its_formats(fmt: str) -> None:
    done = iraqforce(f"level --date - -f {fmt}", stdin="2016-03\n2021\n")
    assert dates_of(done.stdout) == ["2016-03", "2021"]
    assert {json.loads(line)["schema"] for line in done.stdout.splitlines()} == {"iraqforce.level/1"}


def test_one_date_in_standard_input_is_one_line_of_json() -> None:
    assert dates_of(iraqforce("level --date - --json", stdin="2021\n").stdout) == ["2021"]


def test_csv_has_its_header_once() -> None:
    done = iraqforce("level --date - -f csv", stdin="2016-03-25\n2021-12\n2014-08\n")
    header, *answers = done.stdout.splitlines()
    assert [header.split(",")[:3], len(answers)] == [["force", "place", "date"], 3]
    told = [(row["date"], row["support"], row["value"]) for row in rows(done.stdout)]
    assert told == [
        ("2016-03-25", "reported", "3800"),
        ("2021-12", "reported", "2500"),
        ("2014-08", "none", ""),
    ]


def test_csv_has_its_header_also_after_a_bad_first_line() -> None:
    done = iraqforce("level --date - -f csv", stdin="date\n2021-12\n")
    assert [row["date"] for row in rows(done.stdout)] == ["2021-12"]


def test_a_table_has_one_page_a_date_in_their_order() -> None:
    done = iraqforce("level --date - -f table", stdin="2016-03-25\n2018-07-01\n2021-12\n")
    titles = [line for line in done.stdout.splitlines() if line.startswith("U.S. troops in Iraq, ")]
    assert titles == [
        "U.S. troops in Iraq, 25 March 2016  CONTESTED",
        "U.S. troops in Iraq, 1 July 2018  NO ANSWER",
        "U.S. troops in Iraq, December 2021  REPORTED",
    ]


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        ("--date 2016 --date -", ["2016", "2021-12", "2021"]),
        ("--date - --date 2016", ["2021-12", "2021", "2016"]),
        ("--date 2016 --date - --date 2023", ["2016", "2021-12", "2021", "2023"]),
        ("--date - --date -", ["2021-12", "2021"]),
    ],
)
def test_standard_input_stands_where_its_option_does(options: str, dates: list[str]) -> None:
    done = iraqforce(f"level {options} --json", stdin="2021-12\n2021\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert dates_of(done.stdout) == dates


def test_the_other_options_hold_for_every_date() -> None:
    done = iraqforce("level --date - --date 2021-04 --force nato -f csv", stdin="2021-03-01\n")
    assert [(row["force"], row["date"], row["text"]) for row in rows(done.stdout)] == [
        ("nato", "2021-03-01", "about 500"),
        ("nato", "2021-04", "about 500"),
    ]


# Thirty dates of every form: answered or not, certain or not, in and out of order.
DATES = [
    "2016-03-25", "2016-03-26", "2016-03-24", "2016-04-18", "2016-05-01", "2016-02-29", "2018-07-01",
    "2020-12-31", "2021-01-05", "2021-07-26", "2016-03", "2016-04", "2021-12", "2021-01", "2023-03",
    "2014-08", "1999-12", "2014", "2015", "2016", "2021", "2023", "9999", "0001",
    "2015-22", "2015-24", "2014/2017", "2016-03/2016-05", "2016-03~", "2021?",
]  # fmt: skip


@pytest.mark.parametrize("fmt", ["jsonl", "csv"])
def test_each_date_is_answered_as_if_it_were_asked_alone(fmt: str) -> None:
    assert len(set(DATES)) == 30
    with ThreadPoolExecutor(8) as pool:
        alone = list(pool.map(lambda date: iraqforce(f"level --date {date} -f {fmt}"), DATES))
    together = iraqforce(f"level --date - -f {fmt}", stdin="\n".join(DATES))
    lines = together.stdout.splitlines()[1 if fmt == "csv" else 0 :]
    assert lines == [done.stdout.splitlines()[-1] for done in alone]
    assert together.returncode == max(done.returncode for done in alone) == 1


@pytest.mark.parametrize("fmt", ["table", "markdown"])
def test_a_page_among_others_is_the_page_of_its_date_alone(fmt: str) -> None:
    dates = ["2016-03-25", "2014-08", "2021"]
    pages = [iraqforce(f"level --date {date} -f {fmt}").stdout for date in dates]
    assert iraqforce(f"level --date - -f {fmt}", stdin="\n".join(dates)).stdout == "\n".join(pages)


# Exit codes


@pytest.mark.parametrize(
    ("stdin", "code"),
    [
        ("2016-03-25\n2021-12\n", 0),
        ("2016-03-25\n2018-07-01\n2021-12\n", 1),
        ("2014-08\n", 1),
        ("2018-07-01\n2016-03-25\n", 1),
        ("2016-03-25\n2016-13\n", 1),
    ],
    ids=["all answered", "one stale", "one without evidence", "the first stale", "one no date"],
)
def test_the_exit_code_says_whether_every_line_was_answered(stdin: str, code: int) -> None:
    assert iraqforce("level --date - --json", stdin=stdin).returncode == code


def test_an_option_that_gets_no_answer_among_others_is_exit_code_1() -> None:
    done = iraqforce("level --date 2016-03-25 --date 2018-07-01 --date 2021-12 --json")
    assert (done.returncode, dates_of(done.stdout)) == (1, ["2016-03-25", "2018-07-01", "2021-12"])


@pytest.mark.parametrize("fmt", FORMATS)
def test_nothing_asked_is_nothing_said_and_no_failure(fmt: str) -> None:
    assert asked(b"", "-f", fmt) == (0, b"", b"")


@pytest.mark.parametrize("command", ["level --date 2016-13 --date -", "level --date - --date 2016-13"])
def test_a_bad_date_in_an_option_is_wrong_usage_and_nothing_is_answered(command: str) -> None:
    done = iraqforce(f"{command} --json", stdin="2021-12\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["code"] == "usage"


@pytest.mark.parametrize(
    ("options", "code"), [("--place irak", 2), ("--facts nowhere.yaml", 3), ("--max-age many", 2)]
)
def test_what_is_wrong_with_the_whole_question_is_told_once_and_before_any_line(
    options: str, code: int
) -> None:
    done = iraqforce(f"level --date - {options} --json", stdin="2021-12\n2016-13\n2016\n")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, "", 1)


def test_a_standard_input_that_is_closed_is_told() -> None:
    command = f"{sys.executable} -m iraqforce level --date - <&-"
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"standard input" in done.stderr
    assert b"Traceback" not in done.stderr


# Bad lines


BAD_LINES = "2021-12\nyesterday\n2016-2-3\n\n2023-02-29\n2016-03/..\n 2016 \n2016-03-25\n"
TOLD = {
    2: "'yesterday' is not a date",
    3: "'2016-2-3' is not a date: did you mean 2016-02-03?",
    4: "a date is empty",
    5: "'2023-02-29' does not exist: February 2023 has 28 days",
    6: "'2016-03/..' is open at one end: a question needs a first and a last day",
    7: "' 2016 ' is not a date",
}


@pytest.mark.parametrize("fmt", ["table", "csv", "markdown"])
def test_bad_lines_are_told_with_their_numbers_and_do_not_stop_the_rest(fmt: str) -> None:
    done = iraqforce(f"level --date - -f {fmt}", stdin=BAD_LINES)
    assert done.returncode == 1
    assert done.stdout == iraqforce(f"level --date 2021-12 --date 2016-03-25 -f {fmt}").stdout
    lines = done.stderr.splitlines()
    starts = [f"Error: line {number}: {words}" for number, words in TOLD.items()]
    assert [line[: len(start)] for line, start in zip(lines, starts, strict=True)] == starts


@pytest.mark.parametrize("fmt", ["json", "jsonl"])
def test_bad_lines_are_lines_of_json_where_json_was_asked_for(fmt: str) -> None:
    done = iraqforce(f"level --date - -f {fmt}", stdin=BAD_LINES)
    assert (done.returncode, dates_of(done.stdout)) == (1, ["2021-12", "2016-03-25"])
    errors = [json.loads(line) for line in done.stderr.splitlines()]
    assert {error["schema"] for error in errors} == {"iraqforce.error/1"}
    assert [list(error) for error in errors] == [["schema", "code", "message", "hint", "problems"]] * 6
    starts = [f"line {number}: {words}" for number, words in TOLD.items()]
    assert [error["message"][: len(start)] for error, start in zip(errors, starts, strict=True)] == starts


def test_nothing_but_bad_lines_is_exit_code_1_and_no_header() -> None:
    done = iraqforce("level --date - -f csv", stdin="soon\nlater\n")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 2)


def test_a_bad_line_that_nobody_can_be_told_of_does_not_stop_the_rest() -> None:
    command = f"printf 'soon\\n2021-12\\n' | {sys.executable} -m iraqforce level --date - -f csv 2>&-"
    done = subprocess.run(["bash", "-c", command], env=environment(), capture_output=True, check=False)
    assert (done.returncode, [row["date"] for row in rows(done.stdout.decode())]) == (1, ["2021-12"])


# Bytes and line ends


@pytest.mark.parametrize(
    "stdin",
    [b"2021-12\n2021", b"2021-12\r\n2021\r\n", b"2021-12\r\n2021", b"\xef\xbb\xbf2021-12\r\n2021\r\n"],
    ids=["no last line end", "CRLF", "CRLF but the last", "byte order mark"],
)
def test_line_ends_change_nothing(stdin: bytes) -> None:
    assert asked(stdin, "--json") == asked(b"2021-12\n2021\n", "--json")


def test_answers_end_their_lines_alike_whatever_the_questions_do() -> None:
    assert b"\r" not in asked(b"2021-12\r\nsoon\r\n2021\r\n", "-f", "csv").out


@pytest.mark.parametrize("line", [b"\xff", b"2021-12\xe9", b"caf\xc3", b"2021\x00", "２０２１".encode()])
@pytest.mark.parametrize("fmt", ["json", "csv", "table"])
def test_a_line_of_bytes_that_are_no_date_is_told_and_the_others_are_answered(line: bytes, fmt: str) -> None:
    done = asked(b"2021-12\n" + line + b"\n2021\n", "-f", fmt)
    assert (done.code, done.out) == (1, asked(b"2021-12\n2021\n", "-f", fmt).out)
    (told,) = done.err.decode().splitlines()
    message = json.loads(told)["message"] if fmt == "json" else told.removeprefix("Error: ")
    assert message.startswith("line 2: '")
    assert "is not a date" in message


# As they come


@contextmanager
def conversation(*words: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is asked line by line, and ended where it does not answer."""
    process = subprocess.Popen(
        [*LEVEL, "--date", "-", *words],
        env=environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        bufsize=0,
    )
    timer = Timer(TOO_LONG, process.kill)
    timer.start()
    try:
        with process:
            yield process
    finally:
        timer.cancel()


def pipes(process: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    """Standard input, output and error of the process."""
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    return process.stdin, process.stdout, process.stderr


def test_each_date_is_answered_before_the_next_is_asked() -> None:
    with conversation("-f", "jsonl") as process:
        stdin, stdout, _ = pipes(process)
        for date in ("2016-03-25", "2021-12", "2016-03-25", "2018-07-01"):
            stdin.write(f"{date}\n".encode())
            assert json.loads(stdout.readline())["question"]["date"] == date
        stdin.close()
        assert (stdout.read(), process.wait()) == (b"", 1)


def test_csv_is_answered_as_it_is_asked_after_its_header() -> None:
    with conversation("-f", "csv") as process:
        stdin, stdout, _ = pipes(process)
        stdin.write(b"2016-03-25\n")
        assert [stdout.readline()[:6], stdout.readline()[:19]] == [b"force,", b"us,iraq,2016-03-25,"]
        stdin.write(b"2021-12\n")
        assert stdout.readline()[:16] == b"us,iraq,2021-12,"
        stdin.close()
        assert process.wait() == 0


def test_a_page_is_shown_as_soon_as_it_is_asked() -> None:
    with conversation("-f", "table") as process:
        stdin, stdout, _ = pipes(process)
        stdin.write(b"2021-12\n")
        assert stdout.readline() == b"U.S. troops in Iraq, December 2021  REPORTED\n"
        stdin.close()
        assert stdout.read().endswith(b"gives each figure with its note and its paragraph.\n")


def test_a_bad_line_is_told_before_the_next_is_asked() -> None:
    with conversation("--json") as process:
        stdin, stdout, stderr = pipes(process)
        for number in (1, 2):
            stdin.write(b"soon\n")
            assert json.loads(stderr.readline())["message"].startswith(f"line {number}: 'soon'")
        stdin.write(b"2021-12\n")
        assert json.loads(stdout.readline())["level"]["value"] == 2500
        stdin.close()
        assert process.wait() == 1


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_closed_pipe_ends_an_endless_question_quietly(fmt: str) -> None:
    level = f"{sys.executable} -m iraqforce level --date - -f {fmt}"
    command = f"yes 2021-12 | {level} | head -n 1; exit ${{PIPESTATUS[1]}}"
    done = subprocess.run(
        ["bash", "-c", command], env=environment(), capture_output=True, check=False, timeout=TOO_LONG
    )
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 1, b"")
