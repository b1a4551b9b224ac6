"""A draft of an article: its source, its page, and how much of what people found it finds."""

import hashlib
import re
from pathlib import Path

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from builders import base_of, fact, source
from draft_measure import Known, Shares, known, measure
from invented_articles import ARTICLES, ESTONIA, MALI, NAMES
from iraqforce import api
from iraqforce.errors import ArticleError
from iraqforce.loading.locations import bundled, given
from iraqforce.loading.reader import load, read
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import ID_PATTERN, Fact
from iraqforce.model.positions import QuotePlace
from iraqforce.queries.drafts import SourceDraft, draft, missing


@pytest.fixture(scope="module")
def base() -> FactBase:
    return load(bundled("articles"))


def drafted(text: str, path: str = "a.txt") -> SourceDraft:
    return draft(NAMES, text, path, "0" * 64).source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (MALI, "France to withdraw from northern bases"),
        (ESTONIA, "Tallinn welcomes a second battlegroup"),
        (
            "By our correspondent\n\nThe troops come home at last\n\nThey came.",
            "The troops come home at last",
        ),
        ("Photo: a soldier of the guard.\nWill the last troops leave?\nYes.", "Will the last troops leave?"),
        ("They came. They left.", None),
        ("They came in great numbers, and left.\n— Ann Reed (@ann) March 3, 2022", None),
        ("They came and they all stayed here:\n500 of them.", None),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_a_heading(text: str, title: str | None) -> None:
    found = drafted(text)
    assert (found.title, "title" in found.todo) == (title, title is None)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("seeds/000_3a3f.txt", "draft-000-3a3f"),
        ("Über Mali!.txt", "draft-uber-mali"),
        ("articles/.txt", "draft-txt"),
        ("قوات.txt", "draft-article"),
        (f"{'x' * 200}.txt", f"draft-{'x' * 80}"),
    ],
)
def test_the_id_comes_from_the_name_of_the_file(path: str, name: str) -> None:
    assert drafted("Text.", path).id == name


@for_any(st.text(min_size=1))
def test_the_id_is_valid_whatever_the_name(path: str) -> None:
    assert re.fullmatch(ID_PATTERN, drafted("Text.", path).id)


def test_full_dates_are_listed_for_the_date_of_publication() -> None:
    todo = drafted(MALI).todo["published"]
    assert todo == "TODO: date of publication (the text says 14 February 2022)"
    assert drafted("In 2022.").todo["published"].endswith("(no full date in the text)")


def curated(base: FactBase) -> list[tuple[str, list[Known]]]:
    return [
        (text, [_known(fact) for fact in base.facts_from(source)]) for source, text in base.articles.items()
    ]


def _known(fact: Fact) -> Known:
    stated = {
        "force": fact.force.id if fact.force else None,
        "place": fact.place.id if fact.place else None,
        "as_of": fact.as_of.text,
        "direction": fact.direction,
    }
    return Known(fact.kind, fact.count, fact.quote or "", stated)


def assert_good(shares: Shares, *, filled: int) -> None:
    assert shares.numeric >= 0.90, shares.missed
    assert shares.noise <= 1 / 20, shares.noisy
    assert shares.wrong == 0, shares.differing
    assert shares.filled >= filled


def test_the_five_articles_are_drafted_with_every_level_and_nothing_wrong(base: FactBase) -> None:
    shares = measure(curated(base), base)
    assert shares.levels == 1, shares.missed
    assert_good(shares, filled=42)


def test_invented_articles_of_other_armies_are_drafted_as_well() -> None:
    shares = measure(ARTICLES, NAMES)
    assert shares.levels >= 0.95, shares.missed
    assert_good(shares, filled=47)


def test_the_measure_counts_what_is_missed_and_what_is_noise() -> None:
    text = "There are 500 troops in Gao. Nobody counts the others."
    shares = measure([(text, [known("level", "500", "Nobody counts the others")])], NAMES)
    assert (shares.levels, shares.numeric, shares.noise) == (0, 0, 1)
    assert shares.missed == ["level 500: Nobody counts the others"]
    assert shares.noisy == ["There are 500 troops in Gao"]


ARTICLE = """Danes return to Camp Tapa

TALLINN, 3 March 2022 — Denmark has 200 soldiers at Camp Tapa, the army said. Several hundred Danish \
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

PAGE = """name: draft-danes-return
title: Danes return to Camp Tapa

# Drafted from the text: replace every TODO and check the rest.

sources:
  draft-danes-return:
    title: Danes return to Camp Tapa
    publisher: "TODO: publisher"
    published: "TODO: date of publication (the text says 3 March 2022)"
    text: articles/Danes return.txt
    sha256: SHA256

facts:
  # articles/Danes return.txt:3
  - id: draft-danes-return-1
    kind: level
    force: "TODO: force (none recognized in this sentence)"
    place: tapa
    count: 200
    as_of: 2022-03-03
    dated_by: "TODO: date basis (the sentence says “3 March 2022”)"
    status: "TODO: actual, announced, planned, authorized or former"
    basis: "TODO: official or press"
    source: draft-danes-return
    quote: TALLINN, 3 March 2022 — Denmark has 200 soldiers at Camp Tapa, the army said

  # articles/Danes return.txt:3
  - id: draft-danes-return-2
    kind: level
    force: dk
    place: "TODO: place (none recognized in this sentence)"
    count:
      text: Several hundred
      low: "TODO: the lowest number that the words allow, or delete this key"
    as_of: "TODO: date (the sentence has no date)"
    dated_by: "TODO: date basis (the sentence has no date)"
    status: "TODO: actual, announced, planned, authorized or former"
    basis: "TODO: official or press"
    source: draft-danes-return
    quote: Several hundred Danish soldiers are to follow
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A base without sources and facts, and an article next to it."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "Danes return.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "tapa.yaml").write_text(UNFINISHED, encoding="utf-8")
    return tmp_path


def page_of(folder: Path, *more: str) -> str:
    bases = [folder / name for name in ("tapa.yaml", *more)]
    return f"{api.open(*bases).draft(folder / 'articles' / 'Danes return.txt')}\n"


def test_the_page_is_a_file_with_everything_that_the_article_gives(folder: Path) -> None:
    digest = hashlib.sha256((folder / "articles" / "Danes return.txt").read_bytes()).hexdigest()
    assert page_of(folder) == PAGE.replace("SHA256", digest)


def test_the_page_completes_the_base_once_its_todos_are_decided(folder: Path) -> None:
    danes = folder / "danes.yaml"
    danes.write_text(page_of(folder), encoding="utf-8")
    files = [given(str(folder / "tapa.yaml")), given(str(danes))]
    problems = read(files).problems
    lines = danes.read_text(encoding="utf-8").split("\n")
    assert problems
    assert all("TODO" in lines[problem.at.line - 1] for problem in problems)
    assert page_of(folder, "danes.yaml") == page_of(folder)
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
    decided = re.sub(r'(\w+): "TODO[^"]*"', lambda todo: f"{todo[1]}: {decisions[todo[1]]}", "\n".join(lines))
    danes.write_text(decided, encoding="utf-8")
    loaded = read(files)
    assert (loaded.problems, loaded.checks.exact, loaded.checks.counts) == ((), 2, 2)


def test_an_article_without_a_title_leaves_that_of_its_file_to_a_person(folder: Path) -> None:
    (folder / "bare.txt").write_text("They came. They left.", encoding="utf-8")
    page = str(api.open(folder / "tapa.yaml").draft(folder / "bare.txt"))
    assert page.startswith('name: draft-bare\ntitle: "TODO: a title for this file"\n')
    assert page.endswith("facts: []")


TEXT = "There are 500 Danish soldiers at Camp Tapa, and 20 guns.\nNobody counts."


def entered(count: str | None) -> FactBase:
    """A base with one fact that quotes the text, with this count."""
    quoted = fact(
        count,
        "2022",
        kind="level" if count else "change",
        source=source(id="a", text="a.txt", published="2022"),
        quote="There are 500 Danish soldiers",
        quote_at=QuotePlace("a.txt", 1, 1, 29),
    )
    found = base_of(quoted)
    found.articles = {"a": TEXT}
    return found


def test_a_number_is_missing_if_no_fact_with_that_number_quotes_it() -> None:
    sentence = TEXT.split("\n", maxsplit=1)[0]
    assert [(each.words, each.at, each.sentence) for each in missing(entered("500")).missing] == [
        ("20", ("a.txt", 1, 49), sentence)
    ]
    assert [each.words for each in missing(entered(None), "a").missing] == ["500", "20"]
    assert "a.txt:1:49   20         There are 500 Danish soldiers" in str(missing(entered("500")))


def test_more_than_can_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iraqforce.queries.drafts.MOST_FOUND", 2)
    assert [each.words for each in missing(entered(None)).missing] == ["500", "20"]
    assert len(draft(entered(None), TEXT, "a.txt", "0" * 64).proposals) == 2
    monkeypatch.setattr("iraqforce.queries.drafts.MOST_FOUND", 1)
    with pytest.raises(ArticleError, match=r"^a\.txt: too many numbers \(limit 1\)"):
        missing(entered(None))
    with pytest.raises(ArticleError, match=r"^a\.txt: too many numbers \(limit 1\)"):
        draft(entered(None), TEXT, "a.txt", "0" * 64)
    assert len(missing(entered("500")).missing) == 1


def test_the_five_articles_have_no_missing_numbers(base: FactBase) -> None:
    assert missing(base).missing == ()
    assert str(missing(base)) == "All numbers are covered\n\nChecked 5 stored articles."


def test_without_articles_there_is_nothing_to_compare() -> None:
    assert "No stored articles to check" in str(missing(base_of(fact("500", "2022"))))
