"""Bad bases are files that open with the problems expected; what cannot be such a file is written here."""

from pathlib import Path

import pytest
import yaml

from iraqforce.errors import BaseError
from iraqforce.loading import yaml_nodes
from iraqforce.loading.locations import given
from iraqforce.loading.reader import Loaded, load, read
from iraqforce.problems import InvalidBaseError, Problem

TESTS = Path(__file__).parent.parent
BAD = sorted((TESTS / "bad").glob("*.yaml"))
GOOD = sorted((TESTS / "good").rglob("*.yaml"))
ERRORS = {
    *("F002", "F003", "F004", "F005"),
    *("F101", "F102", "F103", "F104", "F105", "F106", "F107", "F108", "F109", "F111", "F112", "F113", "F114"),
    *("F201", "F202", "F203", "F204", "F205", "F302"),
}

BASE = """name: small
title: A small base
forces:
  us:
    name: U.S. troops
places:
  iraq:
    name: Iraq
sources:
  report:
    title: A report
    publisher: The Daily
    published: 2016-03-25
facts:
  - id: visit
    kind: event
    as_of: 2016-03-25
    source: report
    locator: page 1
"""
STORED = BASE.replace("    published:", "    text: article.txt\n    sha256: HASH\n    published:").replace(
    "locator: page 1", "quote: a visit"
)
HASH = "0" * 64


def expected(path: Path) -> list[str]:
    """The comment lines that a bad file opens with."""
    found = []
    for line in path.read_text(encoding="utf-8", errors="replace").split("\n"):
        if not line.startswith("# "):
            break
        found.append(line.removeprefix("# "))
    return found


def described(problem: Problem) -> str:
    return f"{problem.at.line}:{problem.at.column}: {problem.code} {problem.message} | {problem.hint}"


def loaded(folder: Path, content: str | bytes, name: str = "base.yaml") -> Loaded:
    """What reading a base of this content gives."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read([given(str(file))])


def problems(folder: Path, content: str | bytes) -> list[str]:
    return [described(problem) for problem in loaded(folder, content).problems]


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_has_exactly_its_problems(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    result = read([given(path.name)])
    assert expected(path) == [described(problem) for problem in result.problems]
    assert result.base is None


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_problem_shows_the_line_that_an_editor_shows_there(path: Path) -> None:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    for problem in read([given(str(path))]).problems:
        if problem.code not in ("F002", "F004"):
            assert lines[problem.at.line - 1] == problem.excerpt
            assert problem.at.column <= len(problem.excerpt) + 1


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_no_problem_and_every_fact_in_it_was_checked(path: Path) -> None:
    result = read([given(str(path))])
    assert [described(problem) for problem in result.problems] == []
    checks = result.checks
    assert checks.exact + checks.punctuation + checks.cited == checks.facts > 0


def test_every_code_is_expected_by_some_bad_file() -> None:
    assert {line.split()[1] for path in BAD for line in expected(path)} == ERRORS


def test_loading_a_bad_file_raises_the_problems_that_reading_it_finds() -> None:
    files = [given(str(TESTS / "bad" / "many-mistakes-of-evidence.yaml"))]
    with pytest.raises(InvalidBaseError, match=r"many-mistakes-of-evidence\.yaml has 10 problems") as caught:
        load(files)
    assert read(files).problems == caught.value.problems
    assert f"`iraqforce check --base {files[0].shown}`" in (caught.value.hint or "")


# ---- files that are no base ------------------------------------------------------------------------------


def test_a_missing_file_is_no_problem_of_a_base_but_an_error(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match=r"base\.yaml: no such file") as caught:
        read([given(str(tmp_path / "base.yaml"))])
    assert caught.value.hint == (
        "give a path, or one of articles, record, all, with --base;"
        " `iraqforce init DIR` starts a base of your own"
    )


def test_a_directory_is_an_error_that_names_a_file_to_try(tmp_path: Path) -> None:
    with pytest.raises(BaseError, match="is a directory") as caught:
        read([given(str(tmp_path))])
    assert caught.value.hint == "give a file; `iraqforce init DIR` starts a base of your own"
    (tmp_path / "facts.yaml").touch()
    with pytest.raises(BaseError, match="is a directory") as caught:
        read([given(str(tmp_path))])
    assert caught.value.hint == f"give a file in it: --base {tmp_path / 'facts.yaml'}"


@pytest.mark.parametrize("name", ["facts.jsonl", "facts.csv", "facts.sqlite", "FACTS.PARQUET"])
def test_a_file_of_data_is_refused_in_one_line_that_names_the_forms_of_a_base(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(BaseError) as caught:
        loaded(tmp_path, b"PAR1\x00\xff{}\n", name)
    ending = Path(name).suffix.lower()
    assert caught.value.message == (
        f"{tmp_path / name} is not a fact base: a base is a YAML or JSON file, not {ending}"
    )


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", b"---\n", b"\r\n# only a comment"])
def test_a_file_without_words_is_empty(tmp_path: Path, content: bytes) -> None:
    hint = "a base begins with `name:` and `title:`; see docs/fact-base.md"
    assert problems(tmp_path, content) == [f"1:1: F004 the file is empty | {hint}"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (BASE.encode("utf-16"), "1:1: F002 not UTF-8: byte 0xff"),
        ("name: café\nplace: cafés ".encode() + b"\xe9", "2:14: F002 not UTF-8: byte 0xe9"),
        (b"\xef\xbb\xbf\xe9", "1:1: F002 not UTF-8: byte 0xe9"),
        ("name: x\r\ntitle: 🎖".encode()[:-1], "2:8: F002 not UTF-8: byte 0xf0"),
    ],
    ids=["utf-16", "latin-1 at the end", "after a byte order mark", "cut inside a character"],
)
def test_bytes_that_are_not_utf_8_are_a_problem_at_the_first_of_them(
    tmp_path: Path, content: bytes, problem: str
) -> None:
    assert problems(tmp_path, content) == [f"{problem} | save the file as UTF-8"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (BASE.replace("page 1", "page\x00 1"), "19:18: F114 control character U+0000"),
        (
            BASE.replace("A small base", "“Ünïcödé” 🎖\x07"),
            "2:19: F114 control character U+0007",
        ),
        (
            BASE.replace("\n", "\r\n").replace("Iraq", "Ira\x1bq"),
            "8:14: F114 control character U+001B",
        ),
        (
            "\ufeff" + BASE.replace("small\n", "small\x7f\n"),
            "1:12: F114 control character U+007F",
        ),
        (BASE.replace("The Daily", "The \uffff Daily"), "12:20: F114 noncharacter U+FFFF"),
    ],
    ids=[
        "null",
        "bell after wide characters",
        "escape after CRLF",
        "delete after a byte order mark",
        "noncharacter",
    ],
)
@pytest.mark.usefixtures("_each_loader")
def test_a_character_that_yaml_refuses_is_a_problem_where_it_is(
    tmp_path: Path, content: str, problem: str
) -> None:
    hint = "remove it, or use the intended character"
    assert problems(tmp_path, content) == [f"{problem} is not allowed | {hint}"]


@pytest.mark.parametrize(
    "character",
    [
        *("\x01", "\t", "\r", "\x85", "\x9b", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069"),
        *("\ufdd0", "\ufdef", "\ufffe", "\uffff", "\U0001ffff", "\U0010fffe", "\U000e0000", "\U000e007f"),
    ],
    ids=lambda each: f"U+{ord(each):04X}",
)
@pytest.mark.usefixtures("_each_loader")
def test_no_text_has_a_disallowed_character(tmp_path: Path, character: str) -> None:
    escaped = BASE.replace("A report", f'"A \\U{ord(character):08X}report"')
    (problem,) = loaded(tmp_path, escaped).problems
    assert (problem.at.line, problem.at.column, problem.width, problem.code) == (11, 15, 10, "F114")
    assert problem.message.endswith(f" U+{ord(character):04X} is not allowed")


@pytest.mark.parametrize(
    "character",
    # A joiner, direction marks, a word joiner and a soft hyphen belong to texts; so do spaces in numbers.
    [
        *("\u200b", "\u200c", "\u200d", "\u200e", "\u200f", "\u2060", "\xad", "\xa0", "\u202f", "\ufffd"),
        *("\ufdcf", "\ufdf0", "\U000e0100", "🎖", "\u0301"),
    ],
    ids=lambda each: f"U+{ord(each):04X}",
)
def test_characters_that_real_names_need_are_kept(tmp_path: Path, character: str) -> None:
    read_ = loaded(tmp_path, BASE.replace("A report", f"A {character}report"))
    assert read_.problems == ()
    assert read_.base is not None
    assert read_.base.sources["report"].title == f"A {character}report"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("A small base", '"A small\\nbase"', 2),
        ("U.S. troops", ">\n      U.S. troops", 5),
        ("The Daily", "|\n      The Daily", 12),
        ("page 1", '"page\\n1"', 19),
    ],
)
def test_a_name_is_on_one_line(tmp_path: Path, old: str, new: str, line: int) -> None:
    (problem,) = loaded(tmp_path, BASE.replace(old, new)).problems
    assert (problem.at.line, problem.code, problem.message) == (
        line,
        "F114",
        "line end U+000A is not allowed here",
    )


def test_a_note_may_have_several_lines(tmp_path: Path) -> None:
    read_ = loaded(tmp_path, BASE + "    note: |\n      One.\n      Two.\n")
    assert read_.base is not None
    assert read_.base.facts[0].note == "One.\nTwo.\n"


def test_a_count_is_on_one_line(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, BASE + '    count: "5\\n000"\n').problems
    assert (problem.code, problem.message) == ("F105", "a count must be on one line")


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize("escape", ["\\U00110000", "\\UFFFFFFFF", "\\ud800"])
def test_an_escape_that_names_no_character_is_a_problem(tmp_path: Path, escape: str) -> None:
    (problem,) = loaded(tmp_path, BASE.replace("A report", f'"A {escape}"')).problems
    assert (problem.at.line, problem.code in ("F003", "F114")) == (11, True)


# ---- nesting ---------------------------------------------------------------------------------------------


@pytest.fixture(params=["installed", "pure"])
def _each_loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML with libyaml, if it is installed so, and without."""
    if request.param == "pure":
        monkeypatch.setattr(yaml_nodes, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("_each_loader")
@pytest.mark.parametrize("before", ["", "name: small\ntitle: A small base\nforces: "])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "[ \n "])
def test_ten_thousand_levels_are_refused_at_the_thirteenth(tmp_path: Path, opening: str, before: str) -> None:
    if before and opening == "- ":
        before += "\n"
    (problem,) = loaded(tmp_path, before + opening * 10_000).problems
    levels = 11 if before else 12
    text = before + opening * levels
    place = text.count("\n") + 1, len(text) - text.rfind("\n")
    assert (problem.at.line, problem.at.column) == place
    assert (problem.code, problem.message) == ("F003", "unsupported in a fact base: nesting too deep")
    assert problem.hint == "see docs/fact-base.md for the structure of a base"


@pytest.mark.usefixtures("_each_loader")
def test_twelve_levels_that_are_not_closed_are_no_deep_nesting(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, "[" * 12).problems
    assert problem.message.startswith("invalid YAML: ")


# ---- articles --------------------------------------------------------------------------------------------


def test_an_article_behind_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.txt").write_text("a visit")
    folder = tmp_path / "base"
    folder.mkdir()
    (folder / "article.txt").symlink_to(tmp_path / "elsewhere.txt")
    problem = "13:11: F205 article.txt is outside the base's folder"
    hint = "move the article into the base's folder, and use a relative path"
    assert problems(folder, STORED.replace("HASH", HASH)) == [f"{problem} | {hint}"]


def test_an_article_behind_a_linked_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "articles").symlink_to(tmp_path)
    base = STORED.replace("HASH", HASH).replace("article.txt", "articles/article.txt")
    assert [problem.code for problem in loaded(tmp_path / "base", base).problems] == ["F205"]


def test_a_link_that_leads_to_itself_is_an_article_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "article.txt").symlink_to(tmp_path / "article.txt")
    found = loaded(tmp_path, STORED.replace("HASH", HASH)).problems
    assert [(problem.at.line, problem.at.column, problem.code) for problem in found] == [(13, 11, "F201")]


# ---- records ---------------------------------------------------------------------------------------------


def test_an_id_that_is_too_long_is_refused_with_the_length_it_may_have(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, BASE.replace("id: visit", f"id: {'v' * 101}")).problems
    assert (problem.code, problem.at.line, problem.at.column) == ("F107", 15, 9)
    assert "100" in problem.message + problem.hint


def test_the_small_base_itself_has_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, BASE) == []
