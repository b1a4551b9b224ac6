"""`iraqforce draft`: a stub that completes a base once a person has decided, and the numbers left out."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from iraqforce.locations import given
from iraqforce.reading.base import inspect
from processes import iraqforce

ARTICLE = """Danes return to Camp Tapa

TALLINN, 3 March 2022 — Denmark has 200 soldiers at Camp Tapa, the army said. Several hundred Danish
soldiers are to follow.
"""

UNFINISHED = """name: tapa
title: Danes in Estonia
forces:
  dk:
    name: Danish soldiers
places:
  tapa:
    name: Camp Tapa"""

STUB = """name: draft-danes-return
title: Danes return to Camp Tapa

# Drafted from the text: every TODO is for a person to decide, and all the rest to check.

sources:
  draft-danes-return:
    title: Danes return to Camp Tapa
    publisher: "TODO: who published it"
    published: "TODO: when it was published; the text states 3 March 2022"
    text: articles/Danes return.txt
    sha256: SHA256

facts:
  # articles/Danes return.txt:3
  - id: draft-danes-return-1
    kind: level
    force: "TODO: whose people; the words name none of the base's"
    place: tapa
    count: 200
    as_of: 2022-03-03
    dated_by: "TODO: why this date; the sentence says “3 March 2022”"
    status: "TODO: actual, announced, planned, authorised or former"
    basis: "TODO: official or press"
    source: draft-danes-return
    quote: Denmark has 200 soldiers at Camp Tapa, the army said

  # articles/Danes return.txt:3
  - id: draft-danes-return-2
    kind: level
    force: dk
    place: "TODO: where; the words name none of the base's"
    count:
      text: Several hundred
      low: "TODO: the least that the words allow, or leave it out"
    as_of: "TODO: the date; the sentence says none"
    dated_by: "TODO: why this date; the sentence says none"
    status: "TODO: actual, announced, planned, authorised or former"
    basis: "TODO: official or press"
    source: draft-danes-return
    quote: Several hundred Danish soldiers are to follow
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A base without sources and facts, whose file ends without a line end, and an article beside it."""
    (tmp_path / "articles").mkdir()
    article = ARTICLE.replace("Danish\nsoldiers", "Danish soldiers")
    (tmp_path / "articles" / "Danes return.txt").write_text(article, encoding="utf-8")
    (tmp_path / "tapa.yaml").write_text(UNFINISHED, encoding="utf-8")
    return tmp_path


def drafted(folder: Path, words: str = "") -> str:
    done = iraqforce(f"draft --facts tapa.yaml 'articles/Danes return.txt' {words}", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_the_stub_is_all_that_the_article_gives(folder: Path) -> None:
    digest = hashlib.sha256((folder / "articles" / "Danes return.txt").read_bytes()).hexdigest()
    expected = STUB.replace("SHA256", digest)
    # The date line of an agency is a clause of its own sentence, which is short enough to be quoted whole.
    whole = "TALLINN, 3 March 2022 — Denmark has 200 soldiers at Camp Tapa, the army said"
    assert drafted(folder) == expected.replace("Denmark has 200 soldiers at Camp Tapa, the army said", whole)


def test_the_stub_is_a_file_that_completes_the_base_but_its_todos_must_go(folder: Path) -> None:
    base = folder / "danes.yaml"
    base.write_text(drafted(folder), encoding="utf-8")
    files = [given(str(folder / "tapa.yaml")), given(str(base))]
    written = base.read_text(encoding="utf-8")
    problems = inspect(files).problems
    lines = written.split("\n")
    assert problems
    assert all("TODO" in lines[problem.at.line - 1] for problem in problems)
    decisions = {
        "publisher": "ERR",
        "published": "2022-03-03",
        "force": "dk",
        "place": "tapa",
        "low": "200",
        "as_of": "2022-03",
        "dated_by": "the date line",
        "status": "actual",
        "basis": "press",
    }
    decided = re.sub(r'(\w+): "TODO[^"]*"', lambda todo: f"{todo[1]}: {decisions[todo[1]]}", written)
    base.write_text(decided, encoding="utf-8")
    inspection = inspect(files)
    assert (inspection.problems, inspection.tally.exact, inspection.tally.counts) == ((), 2, 2)


def test_programs_get_the_proposals_with_what_is_open(folder: Path) -> None:
    record = json.loads(drafted(folder, "--json"))
    assert record["schema"] == "iraqforce.draft/1"
    assert record["source"]["todo"].keys() == {"publisher", "published"}
    first, second = record["proposals"]
    assert (first["count"]["value"], first["as_of"]["text"]) == (200, "2022-03-03")
    assert first["todo"].keys() == {"force", "dated_by", "status", "basis"}
    assert (second["words"], second["count"], second["force"]) == ("Several hundred", None, "dk")
    assert second["found_at"] == {"path": "articles/Danes return.txt", "line": 3, "column": 79}
    lines = [json.loads(line) for line in drafted(folder, "-f jsonl").splitlines()]
    assert lines == [{"schema": "iraqforce.proposal/1", **each} for each in (first, second)]


@pytest.mark.parametrize(
    ("base", "working", "path"),
    [
        ("tapa.yaml", ".", "articles/Danes return.txt"),
        ("../tapa.yaml", "articles", "articles/Danes return.txt"),
        ("data/tapa.yaml", ".", "articles/Danes return.txt"),  # articles stand beside `data`
        ("other/tapa.yaml", ".", "articles/Danes return.txt"),  # outside: from the working folder
        ("../other/tapa.yaml", "articles", "Danes return.txt"),
    ],
)
def test_the_text_is_named_from_the_folder_of_the_base(
    folder: Path, base: str, working: str, path: str
) -> None:
    file = folder / working / base
    file.parent.mkdir(exist_ok=True)
    file.write_text(UNFINISHED, encoding="utf-8")
    article = folder / "articles" / "Danes return.txt"
    done = iraqforce(f"draft --facts {base} '{article}' --json", cwd=folder / working)
    assert json.loads(done.stdout)["source"]["text"] == path


@pytest.mark.parametrize(("base", "outside"), [("tapa.yaml", False), ("other/tapa.yaml", True)])
def test_an_article_that_check_will_refuse_is_told_at_once(folder: Path, base: str, outside: bool) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "tapa.yaml").write_text(UNFINISHED, encoding="utf-8")
    done = iraqforce(f"draft --facts {base} 'articles/Danes return.txt'", cwd=folder)
    assert done.returncode == 0
    warning = (
        "Warning: articles/Danes return.txt lies outside the base's folder: `iraqforce check` refuses its"
        " path (F205)\n  move the article into other, beside other/tapa.yaml, and draft it again from there\n"
    )
    assert done.stderr == (warning if outside else "")


def test_a_source_in_the_making_does_not_stop_the_next_draft(folder: Path) -> None:
    (folder / "danes.yaml").write_text(drafted(folder), encoding="utf-8")
    assert drafted(folder, "--facts danes.yaml") == drafted(folder)


def test_an_article_without_a_title_leaves_that_of_its_file_to_a_person(folder: Path) -> None:
    (folder / "bare.txt").write_text("They came. They left.", encoding="utf-8")
    stub = iraqforce("draft --facts tapa.yaml bare.txt", cwd=folder).stdout
    assert stub.startswith('name: draft-bare\ntitle: "TODO: a title for this file"\n')
    assert stub.endswith("facts: []\n")


def test_a_mistake_in_the_words_of_the_base_does(folder: Path) -> None:
    (folder / "tapa.yaml").write_text(f"{UNFINISHED}\n    whithin: dk\n", encoding="utf-8")
    done = iraqforce("draft --facts tapa.yaml 'articles/Danes return.txt'", cwd=folder)
    assert (done.returncode, done.stdout) == (3, "")
    assert "F101 unknown key 'whithin'" in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("none.txt", None, "there is no such file"),
        ("articles", None, "is a directory"),
        ("latin.txt", b"caf\xe9", "latin.txt:1: not UTF-8: byte 0xe9"),
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"\xef\xbb\xbf \n\n", "is empty"),
    ],
)
def test_an_article_that_cannot_be_read_is_told_with_the_next_step(
    folder: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        (folder / name).write_bytes(content)
    done = iraqforce(f"draft {name} --json", cwd=folder)
    error = json.loads(done.stderr)
    assert (done.returncode, done.stdout, error["code"]) == (3, "", "article")
    assert name in error["message"]
    assert words in error["message"]
    assert error["hint"]


@pytest.mark.parametrize("words", ["", "--missing a.txt"])
def test_it_wants_an_article_or_missing_and_not_both(words: str) -> None:
    done = iraqforce(f"draft {words}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "ARTICLE" in done.stderr


def test_missing_says_when_every_number_is_entered(folder: Path) -> None:
    text = "There are 500 Danish soldiers at Camp Tapa.\n"
    (folder / "a.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"sources:\n  a: {{publisher: ERR, published: 2022, text: a.txt, sha256: {digest}}}\n"
    fact = (
        "facts:\n  - {id: a-1, kind: level, force: dk, place: tapa, count: 500, as_of: 2022, status: actual,"
        " basis: press, source: a, quote: There are 500 Danish soldiers}\n"
    )
    (folder / "whole.yaml").write_text(f"{UNFINISHED}\n{source}{fact}", encoding="utf-8")
    whole = iraqforce("draft --missing --facts whole.yaml", cwd=folder)
    assert whole.stdout == "Every number is entered\n\nCompared with 1 stored article.\n"
    fact = fact.replace("count: 500, ", "direction: none, ").replace("level", "change")
    (folder / "gap.yaml").write_text(f"{UNFINISHED}\n{source}{fact}", encoding="utf-8")
    gap = iraqforce("draft --missing --facts gap.yaml", cwd=folder)
    assert "a.txt:1:11   500        There are 500 Danish soldiers at Camp Tapa." in gap.stdout
    assert (whole.returncode, gap.returncode) == (0, 0)
    [line] = iraqforce("draft --missing --facts gap.yaml -f jsonl", cwd=folder).stdout.splitlines()
    assert json.loads(line) == {
        "schema": "iraqforce.gap/1",
        "source": "a",
        "path": "a.txt",
        "line": 1,
        "column": 11,
        "words": "500",
        "sentence": "There are 500 Danish soldiers at Camp Tapa.",
    }


def test_missing_says_when_there_is_no_text_to_compare_with() -> None:
    cited = Path(__file__).parent.parent / "good" / "cited-with-a-locator.yaml"
    assert "No article is stored" in iraqforce(f"draft --missing --facts {cited}").stdout
