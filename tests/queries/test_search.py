"""A search of a base: which passages have the words, in which order, where, and what may have been meant."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqforce.errors import UnknownNameError
from iraqforce.loading.locations import bundled
from iraqforce.loading.locations import given as given_file
from iraqforce.loading.reader import load
from iraqforce.loading.snapshot import open_base
from iraqforce.model.fact_base import FactBase
from iraqforce.queries.search import Found, Hit, SearchResult, search
from iraqforce.queries.searchable import SNIPPET

LONG = " ".join(f"filler{number}" for number in range(100))
ARTICLE = f"""Heading of the report

Two thousand men came, the office said. They left in May.
They left in May; nobody stayed. In June 2,500 came back.

{LONG} needle {LONG} needle and thread {LONG}
"""
BASE = """name: made
title: A made base
forces: {us: {name: U.S. troops}}
places: {iraq: {name: Iraq}}
sources:
  report:
    title: Title of the report
    authors: ["Doe, Jane"]
    publisher: Records Office
    published: 2016-06-30
    text: article.txt
    sha256: %s
  table:
    title: A report
    publisher: Bureau of Tables
    published: 2016
    url: https://example.org/table
facts:
  - {id: came, kind: event, label: Men arrive, as_of: 2016, source: report, quote: the office said}
  - id: back
    kind: level
    force: us
    place: iraq
    count: 2,500
    as_of: 2016-06
    status: actual
    basis: official
    stated_by: The Pentagon
    source: report
    quote: In June 2,500 came back
    note: Ends with the word zebra
  - {id: cited, kind: event, label: Crossing the river, as_of: 2016, source: table, locator: page 1}
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> FactBase:
    folder = tmp_path_factory.mktemp("made")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / "facts.yaml"
    path.write_text(BASE % sha256(ARTICLE.encode()).hexdigest(), encoding="utf-8")
    return load([given_file(str(path))])


@pytest.fixture(scope="module")
def articles() -> FactBase:
    return open_base(bundled("articles"))


@pytest.fixture(scope="module")
def everything() -> FactBase:
    return open_base(bundled("all"))


def names(result: SearchResult) -> list[str]:
    """Each hit as `id.field`."""
    return [f"{hit.fact or hit.source}.{hit.field}" for hit in result.hits]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2,500", ["back.quote", "report.article"]),
        ("2500", ["back.quote", "report.article"]),
        ("250", []),
        ("zebra", ["back.note"]),
        ("ZÉBRA", ["back.note"]),
        ("zeb*", ["back.note"]),
        ("zeb", []),
        ("river crossing", ["cited.label"]),
        ('"river crossing"', []),
        ("pentagon zebra", ["back.stated_by", "back.note"]),  # apart, in two fields of one fact
        ('"back ends"', []),  # the end of the quote and the beginning of the note
        ('"pentagon ends"', []),
        ("doe", ["report.authors"]),
        ("bureau", ["table.publisher"]),
        ("title", ["report.title"]),
        ('"report two"', []),  # the end of one paragraph and the beginning of the next
        ("heading june", ["report.article", "report.article"]),
        ("heading doe", ["report.article", "report.authors"]),
        ("zebra needle", []),  # one in a fact, the other in an article
        # ranks: quote and label, names and titles, note, article; apart last; then facts before sources
        ("the", ["came.quote", "cited.label", "back.stated_by", "report.article", "report.article"]),
        ("report", ["table.title", "report.article"]),
        ("the word", ["back.note"]),
        ("a*", ["came.label", "table.title", "report.article"]),
    ],
)
def test_what_has_the_words_the_best_first(made: FactBase, words: str, found: list[str]) -> None:
    result = search(made, words)
    assert names(result) == found
    facts = len({hit.fact for hit in result.hits if hit.fact})
    assert result.found == Found(facts, len({hit.source for hit in result.hits if not hit.fact}))


def test_a_match_in_a_quote_names_its_fact_and_one_next_to_it_does_not(made: FactBase) -> None:
    quoted, beside = (search(made, word).hits[-1] for word in ("june", "stayed"))
    assert (quoted.field, quoted.quoted_by, quoted.at and quoted.at[1:]) == ("article", ("back",), (4, 37))
    assert (beside.field, beside.quoted_by, beside.at and beside.at[1:]) == ("article", (), (4, 26))


def test_a_fact_is_at_its_quote_or_where_it_is_written(made: FactBase) -> None:
    quote, note = (search(made, word, kind="level").hits[0] for word in ("back", "zebra"))
    assert quote.at == ("article.txt", 4, 34)
    assert note.at is not None
    assert (note.at.path[-10:], note.at.line) == ("facts.yaml", 20)


def test_a_long_paragraph_is_cut_between_words_where_it_has_most_of_them(made: FactBase) -> None:
    [hit] = search(made, "needle thread").hits
    assert marked(hit) == ["needle", "thread"]
    assert len(hit.text) <= SNIPPET + 2
    assert (hit.text[0], hit.text[-1]) == ("…", "…")
    cut = hit.text[1:-1]
    assert cut == " ".join(cut.split())
    assert f" {cut} " in f" {ARTICLE.splitlines()[5]} "


def test_a_source_and_a_kind_narrow_a_search(articles: FactBase) -> None:
    hill = search(articles, "2,500", source="the-hill-2021-12-09")
    assert {hit.source for hit in hill.hits} == {"the-hill-2021-12-09"}
    assert {"us-iraq-2021-12-09.quote", "the-hill-2021-12-09.article"} <= set(names(hill))
    assert names(search(articles, "2,500", kind="event")) == []
    assert all(hit.kind == "change" for hit in search(articles, "2,500", kind="change").hits)
    with pytest.raises(UnknownNameError, match="unknown source 'the-hil'"):
        search(articles, "2,500", source="the-hil")


def test_a_limit_keeps_the_best_and_says_that_there_are_more(articles: FactBase) -> None:
    every, some = search(articles, "us", limit=None), search(articles, "us", limit=3)
    assert (some.hits, some.more, every.more, some.found) == (every.hits[:3], True, False, every.found)
    assert not search(articles, "us", limit=len(every.hits)).more


def test_known_passages_of_the_articles(articles: FactBase) -> None:
    found = search(articles, "4,087")
    assert names(found)[0] == "us-iraq-2016-04-18.quote"
    in_article = found.hits[-1]
    assert in_article.at == ("seeds/000_3a3f390f122c08f1.txt", 3, 127)
    assert (marked(in_article), in_article.quoted_by) == (["4,087"], ("us-iraq-2016-04-18",))
    assert marked(search(articles, "US led", source="dcnf-2023-03-07").hits[0])[0].startswith("U.S.")


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("zebar", [("zebar", "zebra")]),
        ("zebra xyzzyx", [("xyzzyx", None)]),
        ('"river crossing"', [('"river crossing"', None)]),
        ('"the penatgon"', [('"the penatgon"', "the pentagon")]),
        ("zebra needle", []),
        (" ".join(f"w{number}" for number in range(20)), [(f"w{number}", None) for number in range(10)]),
    ],
)
def test_what_nothing_has_is_listed_with_the_nearest_words(
    made: FactBase, words: str, unknown: list[tuple[str, str | None]]
) -> None:
    assert list(search(made, words).unknown) == unknown


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("mosull", "mosul"), ("4,088", None), ("-1,300", None), ("3,8", None), ("fo", None)],
)
def test_a_number_or_a_short_word_is_not_corrected(
    articles: FactBase, word: str, nearest: str | None
) -> None:
    assert search(articles, word).unknown == ((word, nearest),)


HOSTILE = [
    "", '"', '""', "'", "NEAR(", "a AND", "NOT troops", "*", "^troops", "text:troops", "\x00", "troops\x00",
    "x" * 10_000, '"' * 10_001, "🙂", "القوات", "\udc80", '"troops', "%_?", "\ue000", "\n",
]  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_any_text_is_words(articles: FactBase, words: str) -> None:
    assert search(articles, words).question.words == words


def test_hostile_words_that_are_there_are_found(articles: FactBase) -> None:
    assert (
        search(articles, "^troops").hits
        == search(articles, "troops").hits
        == search(articles, '"troops').hits
    )
    assert search(articles, "a AND").hits == search(articles, "a and").hits != ()


@pytest.mark.parametrize(
    "words",
    [
        " ".join(f"troosp{number}" for number in range(5000)),
        '"' + "troosp iraqi " * 2500 + '"',
        " ".join(f'"in iraq {number}"' for number in range(2500)),
        " ".join(f"t{number}*" for number in range(5000)),
        " ".join(["troops", "in", "iraq", *(f"u{number}" for number in range(5000))]),
    ],
    ids=["words", "phrase", "phrases", "prefixes", "known words first"],
)
def test_nothing_has_five_thousand_words(everything: FactBase, words: str) -> None:
    assert search(everything, words).hits == ()


PIECES = [
    "troops", "us", "U.S.", "2,500", "iraq", '"', '"troops in iraq"', "comb*", "mission", "(", "AND", "mosul",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(PIECES), min_size=1, max_size=5),
    st.sampled_from([None, "the-hill-2021-12-09"]),
)
@settings(max_examples=60)
def test_every_hit_has_marks_in_order_within_its_text(
    articles: FactBase, words: list[str], source: str | None
) -> None:
    for hit in search(articles, " ".join(words), source=source).hits:
        places = [place for mark in hit.marks for place in mark]
        assert places == sorted(places)
        assert hit.marks
        assert all(start < end <= len(hit.text) for start, end in hit.marks)
