"""Several dates in one run, also from standard input: each answered as if it were asked alone, at once."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import IO, NamedTuple

import pytest

import iraqforce as package
from contracts import hold
from processes import bash, environment, iraqforce

FORMATS = ["table", "json", "jsonl", "csv", "markdown"]
LEVEL = [sys.executable, "-m", "iraqforce", "level", "--date", "-"]
TOO_LONG = 30
"""Seconds after which a process that should have answered is ended."""


class Done(NamedTuple):
    """What a run printed, in the bytes that it printed, and its exit code."""

    code: int
    out: bytes
    err: bytes


def asked(stdin: bytes, *words: str) -> Done:
    """The answers to dates in standard input."""
    run = subprocess.run([*LEVEL, *words], env=environment(), input=stdin, capture_output=True, check=False)
    hold(run.stdout.decode())
    hold(run.stderr.decode())
    return Done(run.returncode, run.stdout, run.stderr)


def dates_of(output: str) -> list[str]:
    """The date that each line of JSON answers."""
    return [json.loads(line)["question"]["date"]["text"] for line in output.splitlines()]


def rows(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(output.splitlines()))


def without_errors(output: str, fmt: str) -> str:
    """The output without the last column of CSV, which is empty if all lines are dates."""
    if fmt != "csv":
        return output
    header, *answers = output.splitlines(keepends=True)
    assert header.endswith(",error\n")
    assert all(answer.endswith(",\n") for answer in answers)
    return "".join([header.replace(",error\n", "\n"), *(f"{answer[:-2]}\n" for answer in answers)])


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
    assert without_errors(from_stdin.stdout, fmt) == by_option.stdout


@pytest.mark.parametrize("fmt", ["json", "jsonl"])
def test_json_is_one_object_a_line_in_both_its_formats(fmt: str) -> None:
    done = iraqforce(f"level --date - -f {fmt}", stdin="2016-03\n2021\n")
    assert dates_of(done.stdout) == ["2016-03", "2021"]
    assert {json.loads(line)["schema"] for line in done.stdout.splitlines()} == {"iraqforce.level/1"}
    assert dates_of(iraqforce(f"level --date - -f {fmt}", stdin="2021\n").stdout) == ["2021"]


def test_csv_has_its_header_once_also_after_a_bad_first_line() -> None:
    done = iraqforce("level --date - -f csv", stdin="date\n2016-03-25\n2021-12\n2014-08\n")
    header, *answers = done.stdout.splitlines()
    assert [header.split(",")[:3], len(answers)] == [["force", "place", "date"], 4]
    assert [(row["date"], row["support"], row["value"]) for row in rows(done.stdout)] == [
        ("date", "", ""),
        ("2016-03-25", "reported", "3800"),
        ("2021-12", "reported", "2500"),
        ("2014-08", "none", ""),
    ]


def test_a_table_has_one_page_for_each_date_in_their_order() -> None:
    done = iraqforce("level --date - -f table", stdin="2016-03-25\n2018-07-01\n2021-12\n")
    titles = [line for line in done.stdout.splitlines() if line.startswith("U.S. troops in Iraq, ")]
    assert titles == [
        "U.S. troops in Iraq, March 25, 2016  SOURCES CONFLICT",
        "U.S. troops in Iraq, July 1, 2018  NO ANSWER",
        "U.S. troops in Iraq, December 2021  REPORTED",
    ]


@pytest.mark.parametrize(
    ("options", "dates"),
    [
        ("--date - --date 2016", ["2021-12", "2021", "2016"]),
        ("--date 2016 --date - --date 2023", ["2016", "2021-12", "2021", "2023"]),
        ("--date - --date -", ["2021-12", "2021"]),
    ],
)
def test_the_dates_of_standard_input_come_in_the_place_of_their_option(
    options: str, dates: list[str]
) -> None:
    done = iraqforce(f"level {options} --json", stdin="2021-12\n2021\n")
    assert (done.returncode, done.stderr, dates_of(done.stdout)) == (0, "", dates)


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


def test_each_date_is_answered_as_if_it_were_asked_alone() -> None:
    done = iraqforce("level --date - -f jsonl", stdin="\n".join(DATES))
    alone = [package.open("articles").level(date).to_dict() for date in DATES]  # a base of its own each
    assert [json.loads(line) for line in done.stdout.splitlines()] == alone
    assert (len(set(DATES)), done.returncode) == (30, 1)


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
    ids=["all answered", "one expired", "one without evidence", "the first expired", "one no date"],
)
def test_the_exit_code_says_whether_every_line_was_answered(stdin: str, code: int) -> None:
    assert iraqforce("level --date - --json", stdin=stdin).returncode == code


@pytest.mark.parametrize("fmt", FORMATS)
def test_without_a_question_nothing_is_printed_and_that_is_no_failure(fmt: str) -> None:
    assert asked(b"", "-f", fmt) == (0, b"", b"")


@pytest.mark.parametrize("command", ["level --date 2016-13 --date -", "level --date - --date 2016-13"])
def test_a_bad_date_in_an_option_is_wrong_usage_and_nothing_is_answered(command: str) -> None:
    done = iraqforce(f"{command} --json", stdin="2021-12\n")
    assert (done.returncode, done.stdout) == (2, "")
    assert json.loads(done.stderr)["code"] == "usage"


@pytest.mark.parametrize(
    ("options", "code"), [("--place irak", 2), ("--base nowhere.yaml", 3), ("--max-age many", 2)]
)
def test_an_error_in_the_question_is_reported_once_and_before_any_line(options: str, code: int) -> None:
    done = iraqforce(f"level --date - {options} --json", stdin="2021-12\n2016-13\n2016\n")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (code, "", 1)


def test_a_closed_standard_input_is_an_error() -> None:
    done = bash("iraqforce level --date - <&-")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"standard input" in done.stderr
    assert b"Traceback" not in done.stderr


# Bad lines


BAD_LINES = '2021-12\nyesterday\n2016-2-3\n\n2023-02-29\n2016-03/..\n =1+1 \n "March 25, 2016" \n'
TEXTS = ["yesterday", "2016-2-3", "", "2023-02-29", "2016-03/..", " =1+1 "]
ERRORS = [
    "line 2: 'yesterday' is not a date: write 2016-03-25, March 2016, ",
    "line 3: '2016-2-3' is not a date: did you mean 2016-02-03?",
    "line 4: the line is empty",
    "line 5: '2023-02-29' does not exist: February 2023 has 28 days",
    "line 6: '2016-03/..' is open at one end: a question needs a first and a last day",
    "line 7: '=1+1' is not a date: write 2016-03-25, March 2016, ",
]


def begin(texts: list[str], beginnings: list[str]) -> bool:
    pairs = zip(texts, beginnings, strict=True)
    return all(text.startswith(beginning) for text, beginning in pairs)


@pytest.mark.parametrize("fmt", FORMATS)
def test_bad_lines_are_reported_with_their_numbers_and_do_not_stop_the_rest(fmt: str) -> None:
    done = iraqforce(f"level - -f {fmt}", stdin=BAD_LINES)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    if fmt.startswith("json"):
        lines = [f"Error: {json.loads(line)['message']}" for line in lines]
    assert begin(lines, [f"Error: {error}" for error in ERRORS])


def test_a_bad_line_is_a_row_of_csv_with_its_text_and_its_error() -> None:
    done = iraqforce("level - -f csv", stdin=BAD_LINES)
    first, *bad, last = rows(done.stdout)
    assert [(row["date"], row["value"], row["error"]) for row in (first, last)] == [
        ("2021-12", "2500", ""),
        ("2016-03-25", "3800", ""),
    ]
    assert [row.pop("date") for row in bad] == TEXTS
    assert begin([row.pop("error") for row in bad], ERRORS)
    assert {cell for row in bad for cell in row.values()} == {""}
    assert done.stdout.splitlines()[0].endswith(",next,error")


@pytest.mark.parametrize("fmt", ["json", "jsonl"])
def test_a_bad_line_is_an_error_on_its_line_of_json(fmt: str) -> None:
    done = iraqforce(f"level - -f {fmt}", stdin=BAD_LINES)
    first, *bad, last = map(json.loads, done.stdout.splitlines())
    assert [each["question"]["date"]["text"] for each in (first, last)] == ["2021-12", "2016-03-25"]
    assert {each["schema"] for each in bad} == {"iraqforce.line-error/1"}
    assert [(each["line"], each["text"]) for each in bad] == list(enumerate(TEXTS, start=2))
    assert begin([each["message"] for each in bad], ERRORS)
    errors = [json.loads(line) for line in done.stderr.splitlines()]
    assert {(each["schema"], each["code"]) for each in errors} == {("iraqforce.error/1", "line")}
    assert [each["message"] for each in errors] == [each["message"] for each in bad]


@pytest.mark.parametrize("fmt", ["table", "markdown"])
def test_a_bad_line_is_a_short_line_among_pages(fmt: str) -> None:
    done = iraqforce(f"level - -f {fmt}", stdin="2021-12\nsoon\n2016\n")
    one, two = (iraqforce(f"level {date} -f {fmt}").stdout for date in ("2021-12", "2016"))
    assert done.stdout == f"{one}\nLine 2 is not a date: no answer.\n\n{two}"


def test_the_text_of_a_bad_line_runs_in_no_spreadsheet() -> None:
    done = iraqforce("level - -f csv", stdin="=1+1\n")
    assert rows(done.stdout)[0]["date"] == "'=1+1"


def test_bad_lines_alone_are_rows_too() -> None:
    done = iraqforce("level --date - -f csv", stdin="soon\nlater\n")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 2)
    assert [row["date"] for row in rows(done.stdout)] == ["soon", "later"]


def test_a_bad_line_that_cannot_be_reported_does_not_stop_the_rest() -> None:
    done = bash("printf 'soon\\n2021-12\\n' | iraqforce level --date - -f csv 2>&-")
    dates = [row["date"] for row in rows(done.stdout.decode())]
    assert (done.returncode, dates) == (1, ["soon", "2021-12"])


# Bytes and line ends


@pytest.mark.parametrize(
    "stdin",
    [b"2021-12\n2021", b"2021-12\r\n2021\r\n", b"2021-12\r\n2021", b"\xef\xbb\xbf2021-12\r\n2021\r\n"],
    ids=["no last line end", "CRLF", "CRLF but the last", "byte order mark"],
)
def test_line_ends_change_nothing(stdin: bytes) -> None:
    assert asked(stdin, "-f", "csv") == asked(b"2021-12\n2021\n", "-f", "csv")


@pytest.mark.parametrize("line", [b"\xff", b"2021-12\xe9", b"caf\xc3", b"2021\x00", "２０２１".encode()])
@pytest.mark.parametrize("fmt", ["json", "csv", "table"])
def test_a_line_of_bytes_that_are_no_date_is_reported_and_the_others_are_answered(
    line: bytes, fmt: str
) -> None:
    done = asked(b"2021-12\n" + line + b"\n2021\n", "-f", fmt)
    assert done.code == 1
    good = list(filter(None, asked(b"2021-12\n2021\n", "-f", fmt).out.splitlines()))
    assert [each for each in done.out.splitlines() if each in good] == good
    (error,) = done.err.decode().splitlines()
    message = json.loads(error)["message"] if fmt == "json" else error.removeprefix("Error: ")
    assert message.startswith("line 2: '")
    assert "is not a date" in message


# As they come


@contextmanager
def conversation(*words: str) -> Iterator[tuple[IO[bytes], IO[bytes], IO[bytes], subprocess.Popen[bytes]]]:
    """Standard input, output and error of a process that is asked line by line; one that hangs is ended."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(
        [*LEVEL, *words], env=environment(), stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0
    )
    timer = Timer(TOO_LONG, process.kill)
    timer.start()
    try:
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            assert process.stderr is not None
            yield process.stdin, process.stdout, process.stderr, process
    finally:
        timer.cancel()


def test_each_date_is_answered_before_the_next_is_asked() -> None:
    with conversation("-f", "jsonl") as (stdin, stdout, _, process):
        for date in ("2016-03-25", "2021-12", "2016-03-25", "2018-07-01"):
            stdin.write(f"{date}\n".encode())
            assert dates_of(stdout.readline().decode()) == [date]
        stdin.close()
        assert (stdout.read(), process.wait()) == (b"", 1)


@pytest.mark.parametrize(
    ("fmt", "lines"),
    [
        ("csv", [b"force,place,", b"us,iraq,2021-12,"]),
        ("table", [b"U.S. troops in Iraq, December 2021  REPORTED"]),
    ],
)
def test_rows_and_pages_come_as_soon_as_they_are_asked_for(fmt: str, lines: list[bytes]) -> None:
    with conversation("-f", fmt) as (stdin, stdout, _, process):
        stdin.write(b"2021-12\n")
        assert [stdout.readline().startswith(line) for line in lines] == [True] * len(lines)
        stdin.close()
        stdout.read()
        assert process.wait() == 0


def test_a_bad_line_is_reported_before_the_next_is_asked() -> None:
    with conversation("--json") as (stdin, stdout, stderr, process):
        for number in (1, 2):
            stdin.write(b"soon\n")
            for stream in (stderr, stdout):
                assert json.loads(stream.readline())["message"].startswith(f"line {number}: 'soon'")
        stdin.write(b"2021-12\n")
        assert json.loads(stdout.readline())["level"]["value"] == 2500
        stdin.close()
        assert process.wait() == 1


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_closed_pipe_ends_an_endless_question_quietly(fmt: str) -> None:
    done = bash(f"yes 2021-12 | iraqforce level --date - -f {fmt} | head -n 1; exit ${{PIPESTATUS[1]}}")
    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (0, 1, b"")
