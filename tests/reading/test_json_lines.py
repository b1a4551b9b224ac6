"""A base written as JSON Lines: as strict as YAML, and the same facts.

Bad bases are files, each beside one of the same name that holds the problems expected of it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from as_lines import as_lines
from iraqforce.checked import CheckedBase
from iraqforce.counts import Count
from iraqforce.errors import BaseError
from iraqforce.facts import Fact, TextPlace
from iraqforce.locations import BaseFile, bundled, given
from iraqforce.problems import Problem
from iraqforce.progress import silent
from iraqforce.reading.base import FactList, inspect, read
from iraqforce.reading.json_lines_file import JsonLinesFile
from iraqforce.reading.records import Declarations
from iraqforce.rules import rules
from processes import iraqforce

TESTS = Path(__file__).parent.parent
ERRORS = {rule.code for rule in rules() if rule.severity == "error"}
BAD = sorted((TESTS / "bad_lines").glob("*.jsonl"))
[ARTICLES] = bundled("articles")
GOOD = sorted((TESTS / "good").rglob("*.yaml"))

BASE = '{"base": {"name": "small", "title": "A small base"}}'
FORCE = '{"force": {"id": "us", "name": "U.S. troops"}}'
PLACE = '{"place": {"id": "iraq", "name": "Iraq"}}'
SOURCE = (
    '{"source": {"id": "report", "publisher": "The Daily", "published": "2016-03-25", "title": "A report"}}'
)
FACT = (
    '{"fact": {"id": "us-iraq", "kind": "level", "force": "us", "place": "iraq", "count": "4,087",'
    ' "as_of": "2016", "status": "actual", "basis": "press", "source": "report", "locator": "page 1"}}'
)
LINES = (BASE, FORCE, PLACE, SOURCE, FACT)
YAML = """name: large
title: A large base
forces:
  us:
    name: U.S. troops
places:
  iraq:
    name: Iraq
sources:
  weekly:
    title: A report
    publisher: The Weekly
    published: 2016-04
facts:
  - id: visit
    kind: event
    as_of: 2016-04
    source: weekly
    locator: page 1
"""


@pytest.fixture(autouse=True)
def _in_its_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(*lines: str, name: str = "base.jsonl") -> BaseFile:
    """A base of these lines in the working folder."""
    Path(name).write_bytes("".join(f"{line}\n" for line in lines).encode())
    return given(name)


def with_keys(line: str, **keys: object) -> str:
    """The line with more keys in its record."""
    [(kind, record)] = json.loads(line).items()
    return json.dumps({kind: record | keys})


def described(problem: Problem) -> str:
    return f"{problem.at.line}:{problem.at.column}: {problem.code} {problem.message} | {problem.hint}"


def told(*files: BaseFile) -> list[str]:
    return [described(problem) for problem in inspect(files).problems]


def only(checked: CheckedBase) -> Fact:
    """The one fact of a base."""
    (fact,) = checked.facts
    return fact


def expected(path: Path) -> list[str]:
    """The problems that the file beside a bad one names."""
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


# What is wrong


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_lines_tell_exactly_their_problems(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    assert expected(path) == told(given(path.name))


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_problem_shows_its_whole_line(path: Path) -> None:
    lines = path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    for problem in inspect([given(str(path))]).problems:
        assert lines[problem.at.line - 1].rstrip("\r") == problem.excerpt
        assert problem.at.column <= len(problem.excerpt) + 1


def test_every_bad_file_has_its_expectations_and_every_code_is_among_them() -> None:
    assert {path.stem for path in BAD} == {path.stem for path in (TESTS / "bad_lines").glob("*.expected")}
    assert {line.split()[1] for path in BAD for line in expected(path)} == ERRORS


@pytest.mark.parametrize("opening", ["[", '{"fact": '])
def test_a_line_nested_without_end_is_told_and_the_others_are_read(opening: str) -> None:
    problems = inspect([written(*LINES, opening * 100_000, "[]")]).problems
    assert [(each.at.line, each.at.column, each.code) for each in problems] == [
        (6, 1, "F003"),
        (7, 1, "F103"),
    ]


def test_a_number_of_five_thousand_digits_is_a_problem_of_its_line() -> None:
    line = with_keys(FACT, count={"text": "several", "low": 1}).replace('"low": 1', f'"low": {"1" * 5000}')
    problems = inspect([written(*LINES[:4], line)]).problems
    assert [(each.at.line, each.at.column) for each in problems] == [(5, 1)]


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_is_none_is_refused(word: str) -> None:
    line = with_keys(FACT, count={"text": "several", "low": 1}).replace('"low": 1', f'"low": {word}')
    assert [problem.at.line for problem in inspect([written(*LINES[:4], line)]).problems] == [5]


@pytest.mark.parametrize("line", [r'{"\ud800": {}}', r'{"force": {"id": "\ud800", "name": "NATO"}}'])
def test_half_a_character_is_told_in_json_that_can_be_read(line: str) -> None:
    written(*LINES, line)
    done = iraqforce("check --facts base.jsonl --json")
    assert (done.returncode, done.stderr) == (1, "")
    assert [problem["line"] for problem in json.loads(done.stdout)["problems"]] == [6]


def test_a_bad_record_in_which_fact_is_a_value_is_told_once() -> None:
    source = with_keys(SOURCE, id="weekly", title="fact", publisher=5)
    record = '{"sorce": {"title": "fact"}}'
    problems = inspect([written(*LINES, source, record)]).problems
    assert [(problem.at.line, problem.code) for problem in problems] == [(6, "F103"), (7, "F101")]


def test_a_missing_file_and_a_folder_are_no_problems_of_a_base_but_errors() -> None:
    with pytest.raises(BaseError, match=r"base\.jsonl: there is no such file"):
        inspect([given("base.jsonl")])
    Path("base.jsonl").mkdir()
    with pytest.raises(BaseError, match=r"base\.jsonl is a directory"):
        inspect([given("base.jsonl")])


# What is right


def test_the_lines_may_stand_in_any_order() -> None:
    in_order, reversed_ = read([written(*LINES)]), read([written(*reversed(LINES))])
    assert only(reversed_) == only(in_order)._replace(written_at=TextPlace("base.jsonl", 1, 1))
    assert reversed_.declared.sources == in_order.declared.sources


def test_the_first_force_and_place_are_those_that_stand_first() -> None:
    more = [FORCE.replace("us", "uk"), PLACE.replace("iraq", "kuwait")]
    declared = read([written(FACT, *more, *LINES[:4])]).declared
    assert [force.id for force in declared.forces] == ["uk", "us"]
    assert [place.id for place in declared.places] == ["kuwait", "iraq"]


DEFINITION = '{"definition": {"id": "combat", "text": "counts combat forces only"}}'
EVENT = '{"fact": {"id": "v", "kind": "event", "as_of": "2016", "source": "report", "locator": "1"}}'
OPTIONAL = [
    (FORCE, "part_of"),
    (DEFINITION, "covers"),
    *((PLACE, key) for key in ("phrase", "within")),
    *((SOURCE, key) for key in ("author", "url", "inferred", "text", "sha256", "note")),
    *((FACT, key) for key in ("dated_by", "definition", "stated_by", "quote", "note", "label")),
    *((EVENT, key) for key in ("force", "place", "count", "unit", "status", "basis")),
]


@pytest.mark.parametrize(("line", "key"), OPTIONAL, ids=lambda each: str(each)[:12])
def test_null_for_an_optional_key_is_the_same_as_leaving_it_out(line: str, key: str) -> None:
    others = [each for each in LINES if each != line]
    without, with_null = (read([written(*others, each)]) for each in (line, with_keys(line, **{key: None})))
    assert with_null.facts == without.facts
    assert declared_in(with_null) == declared_in(without)


def counted(count: object) -> Count:
    """The count of a fact that is written with it."""
    found = only(read([written(*LINES[:4], with_keys(FACT, count=count))])).count
    assert found is not None
    return found


def test_a_bound_may_be_a_number_or_null() -> None:
    assert counted({"text": "several hundred", "low": 200, "high": None}) == Count(
        "several hundred", None, 200, None, "vague", "people"
    )
    assert counted({"text": "hundreds", "low": 0, "high": "1,900"}) == Count(
        "hundreds", None, 0, 1900, "vague", "people"
    )


@pytest.mark.parametrize(("number", "text"), [(2.5, "2.5"), (200.0, "200"), (10**15, "1000 trillion")])
def test_a_bound_may_be_every_number_that_it_may_be_as_text(number: float, text: str) -> None:
    assert counted({"text": "dozens", "low": number}) == counted({"text": "dozens", "low": text})


def test_blank_lines_count_and_say_nothing() -> None:
    checked = read([written("", BASE, "  ", FORCE, "\t", PLACE, SOURCE, "\r", FACT, "")])
    assert only(checked).written_at == TextPlace("base.jsonl", 9, 1)


@pytest.mark.parametrize(
    ("before", "end"),
    [(b"", b"\r\n"), (b"\xef\xbb\xbf", b"\n"), (b"\xef\xbb\xbf", b"\r\n"), (b"", b"\n\n")],
    ids=["CRLF", "byte order mark", "both", "blank lines"],
)
@pytest.mark.parametrize("lines", [LINES, LINES[::-1]], ids=["base first", "fact first"])
def test_line_ends_and_a_byte_order_mark_change_no_value(
    before: bytes, end: bytes, lines: tuple[str, ...]
) -> None:
    plain = only(read([written(*lines)]))
    Path("base.jsonl").write_bytes(before + end.join(line.encode() for line in lines))
    assert only(read([given("base.jsonl")]))._replace(written_at=plain.written_at) == plain


def test_the_last_line_needs_no_end() -> None:
    written(*LINES)
    Path("base.jsonl").write_bytes(Path("base.jsonl").read_bytes().removesuffix(b"\n"))
    assert only(read([given("base.jsonl")])).id == "us-iraq"


def test_an_error_after_a_byte_order_mark_is_told_in_its_column() -> None:
    written(*LINES)
    Path("base.jsonl").write_bytes(b'\xef\xbb\xbf{"base" 1}')
    assert told(given("base.jsonl"))[0].startswith("1:9: F003 not JSON: Expecting ':' delimiter")


@pytest.mark.parametrize(
    "line",
    [
        FACT.replace('{"fact": {', '{ "fact" : {'),
        FACT.replace('{"fact": {', '{"fact":{'),
        f" \t{FACT}  ",
        FACT.replace('"fact"', r'"f\u0061ct"'),
        FACT.replace('"fact"', r'"\u0066\u0061\u0063\u0074"'),
    ],
    ids=["spaces within", "no spaces", "spaces around", "a letter escaped", "every letter escaped"],
)
def test_a_fact_is_read_however_its_key_is_written(line: str) -> None:
    assert read([written(*LINES[:4], line)]).facts == read([written(*LINES)]).facts


def test_a_line_ends_at_a_line_feed_and_at_nothing_else() -> None:
    noted = json.dumps(json.loads(with_keys(FACT, note="one\u2028two\x85three")), ensure_ascii=False)
    fact = only(read([written(*LINES[:4], noted)]))
    assert (fact.note, fact.written_at.line) == ("one\u2028two\x85three", 5)


def test_each_fact_knows_the_line_that_it_is_written_on() -> None:
    facts = read([written(FACT, BASE, "", *LINES[1:4], *(with_keys(FACT, id=f"f{n}") for n in (7, 8)))]).facts
    assert {fact.id: fact.written_at for fact in facts} == {
        "us-iraq": TextPlace("base.jsonl", 1, 1),
        "f7": TextPlace("base.jsonl", 7, 1),
        "f8": TextPlace("base.jsonl", 8, 1),
    }


# The same base in both forms


def declared_in(checked: CheckedBase) -> tuple[object, ...]:
    """All that is declared but the hash of the files."""
    each = checked.declared
    words = (each.forces, each.places, each.definitions, each.sources, each.articles)
    return each.base.name, each.base.title, *words


def without_places(facts: tuple[Fact, ...]) -> list[Fact]:
    return [fact._replace(written_at=TextPlace("", 0, 0)) for fact in facts]


@pytest.mark.parametrize("path", [*GOOD, Path(ARTICLES.path)], ids=lambda path: path.stem)
def test_a_base_reads_the_same_in_both_forms(path: Path) -> None:
    folder = given(str(path)).folder
    as_yaml = read([given(str(path))])
    written(as_lines(as_yaml))
    checked = read([BaseFile(str(Path("base.jsonl").absolute()), "base.jsonl", folder)])
    assert without_places(checked.facts) == without_places(as_yaml.facts)
    assert declared_in(checked) == declared_in(as_yaml)
    first = 2 + sum(len(each) for each in declared_in(as_yaml)[2:6] if isinstance(each, tuple))
    assert [fact.written_at.line for fact in checked.facts] == [*range(first, first + len(as_yaml.facts))]


def test_both_forms_are_counted_and_hashed_alike() -> None:
    checked = read([ARTICLES])
    written(as_lines(checked))
    file = BaseFile(str(Path("base.jsonl").absolute()), "base.jsonl", ARTICLES.folder)
    assert inspect([file]).tally == inspect([ARTICLES]).tally
    assert read([file]).declared.base.sha256 == hashlib.sha256(Path("base.jsonl").read_bytes()).hexdigest()


def answers(output: str) -> list[dict[str, Any]]:
    """The answers of a run, without the hash of the base and the places where facts are written."""

    def unplaced(record: dict[str, Any]) -> dict[str, Any]:
        record.pop("written_at", None)
        return record

    records = [json.loads(line, object_hook=unplaced) for line in output.splitlines()]
    for record in records:
        assert len(record["base"].pop("sha256")) == 64
    return records


@pytest.mark.parametrize("cache", ["cache", "/dev/null"], ids=["compiled", "in memory"])
def test_both_forms_give_the_same_answers(cache: str) -> None:
    shutil.copytree(Path(ARTICLES.folder) / "seeds", "seeds")
    shutil.copy(ARTICLES.path, "base.yaml")
    written(as_lines(read([ARTICLES])))
    dates = "--date 2016-03-25 --date 2016-05-01 --date 2018-07-01 --date 2021-07-26 --date 2014-08"
    as_yaml, in_lines = (
        iraqforce(f"level {dates} --json --facts base.{form}", XDG_CACHE_HOME=str(Path(cache).absolute()))
        for form in ("yaml", "jsonl")
    )
    assert (as_yaml.returncode, as_yaml.stderr) == (in_lines.returncode, in_lines.stderr) == (1, "")
    assert len(answers(as_yaml.stdout)) == 5
    assert answers(in_lines.stdout) == answers(as_yaml.stdout)


# Several files


@pytest.fixture
def large() -> BaseFile:
    """A base written as YAML in the working folder."""
    Path("large.yaml").write_text(YAML)
    return given("large.yaml")


def test_a_base_in_yaml_and_one_in_json_lines_are_merged(large: BaseFile) -> None:
    small = written(*LINES)
    base = read([small, large]).declared.base
    assert (base.name, base.title) == ("small+large", "A small base + A large base")
    hashes = [hashlib.sha256(Path(name).read_bytes()).hexdigest() for name in ("base.jsonl", "large.yaml")]
    assert base.sha256 == hashlib.sha256("\n".join(hashes).encode()).hexdigest()
    assert [force.id for force in read([large, small]).declared.forces] == ["us"]
    assert [(fact.id, fact.written_at.path) for fact in read([large, small]).facts] == [
        ("visit", "large.yaml"),
        ("us-iraq", "base.jsonl"),
    ]


def test_lines_may_use_the_words_and_sources_of_a_yaml_file(large: BaseFile) -> None:
    small = written(BASE, with_keys(FACT, source="weekly"))
    assert told(small, large) == told(large, small) == []
    assert [problem.code for problem in inspect([small]).problems] == ["F112"] * 3


def test_what_both_forms_declare_otherwise_or_twice_is_told(large: BaseFile) -> None:
    small = written(
        BASE,
        FORCE.replace("U.S.", "American"),
        PLACE,
        SOURCE,
        with_keys(SOURCE, id="weekly", published="2016-05"),
        FACT,
    )
    assert told(large, small) == [
        "2:1: F111 the force 'us' is declared otherwise at large.yaml:5"
        " | declare it in the same words, or under another id",
        "5:1: F111 the source 'weekly' is given twice"
        " | it stands first at large.yaml:11; give each its own id",
    ]


# A file that does not stand still


def declared() -> JsonLinesFile:
    """A file whose first reading is done."""
    file = JsonLinesFile(written(*LINES), silent)
    file.declare(Declarations())
    return file


@pytest.mark.parametrize(
    "change",
    ["\n".join(LINES).replace("4,087", "4,078") + "\n", "\n".join(LINES) + "\n\n", ""],
    ids=["of the same size", "longer", "emptied"],
)
def test_a_file_that_changes_between_its_two_readings_is_an_error(change: str) -> None:
    file = declared()
    Path("base.jsonl").write_text(change)
    with pytest.raises(BaseError, match=r"base\.jsonl changed while it was read") as caught:
        list(file.facts([]))
    assert caught.value.hint == "ask again when it is no longer written to"


def test_a_file_that_is_removed_between_its_two_readings_is_an_error() -> None:
    file = declared()
    Path("base.jsonl").unlink()
    with pytest.raises(BaseError, match=r"base\.jsonl"):
        list(file.facts([]))


def test_a_file_that_grows_while_its_facts_are_read_is_an_error() -> None:
    class Appending(FactList):
        def add(self, fact: Fact) -> None:
            super().add(fact)
            with Path("base.jsonl").open("a") as file:
                file.write("\n")

    with pytest.raises(BaseError, match=r"base\.jsonl changed while it was read"):
        inspect([written(*LINES)], Appending())
