"""A search of a compiled base and of the same base in memory: the same hits, and the right ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqforce.checked import CheckedBase
from iraqforce.errors import BaseError, UnknownNameError
from iraqforce.facts import Kind
from iraqforce.locations import bundled
from iraqforce.locations import given as given_file
from iraqforce.reading.base import read
from iraqforce.store import full_text
from iraqforce.store.compiling import CompiledFile
from iraqforce.store.memory import MemoryStore
from iraqforce.store.searching import SNIPPET, Hit, SearchWanted, Unknown
from iraqforce.store.sqlite import SqliteStore
from iraqforce.terms import parse

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
    author: Jane Doe
    publisher: Records Office
    published: 2016-06-30
    text: article.txt
    sha256: %s
  table:
    title: A report
    publisher: Bureau of Tables
    published: 2016
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


class Both:
    """The same base in its two stores."""

    def __init__(self, base: CheckedBase, compiled: SqliteStore) -> None:
        self.stores = (compiled, MemoryStore(base))

    def hits(self, query: str, source: str | None = None, kind: Kind | None = None) -> list[Hit]:
        """The hits of the search, alike in both stores and as many as they say."""
        wanted = SearchWanted(parse(query), source, kind)
        searches = [store.search(wanted) for store in self.stores]
        compiled, in_memory = (list(search) for search in searches)
        assert compiled == in_memory
        facts, sources = searches[0].found()
        assert searches[1].found() == (facts, sources)
        assert facts == len({hit.fact.id for hit in compiled if hit.fact})
        assert sources == len({hit.source.id for hit in compiled if not hit.fact})
        return compiled

    def unknown(self, query: str) -> list[Unknown]:
        compiled, in_memory = (store.search(SearchWanted(parse(query))).unknown() for store in self.stores)
        assert compiled == in_memory
        return compiled


def both(base: CheckedBase, folder: Path) -> Iterator[Both]:
    sink = CompiledFile(str(folder / "base.sqlite"))
    for fact in base.facts:
        sink.add(fact)
    sink.finish(base.declared)
    with closing(SqliteStore(str(folder / "base.sqlite"))) as store:
        yield Both(base, store)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    folder = tmp_path_factory.mktemp("made")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    path = folder / "facts.yaml"
    path.write_text(BASE % sha256(ARTICLE.encode()).hexdigest(), encoding="utf-8")
    yield from both(read([given_file(str(path))]), folder)


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    yield from both(read(bundled("articles")), tmp_path_factory.mktemp("bundled"))


def names(hits: list[Hit]) -> list[str]:
    """Each hit as `id.field`."""
    return [f"{hit.fact.id if hit.fact else hit.source.id}.{hit.field}" for hit in hits]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("query", "found"),
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
        ("doe", ["report.author"]),
        ("bureau", ["table.publisher"]),
        ("title", ["report.title"]),
        ('"report two"', []),  # the end of one paragraph and the beginning of the next
        ("heading june", ["report.article", "report.article"]),
        ("heading doe", ["report.article", "report.author"]),
        ("zebra needle", []),  # one in a fact, the other in an article
    ],
)
def test_what_has_the_words(made: Both, query: str, found: list[str]) -> None:
    assert names(made.hits(query)) == found


def test_a_match_in_a_quote_names_its_fact_and_one_beside_it_does_not(made: Both) -> None:
    quoted = made.hits("june")[-1]
    assert (quoted.field, quoted.quoted_by, quoted.place and quoted.place[1:]) == (
        "article",
        ("back",),
        (4, 37),
    )
    beside = made.hits("stayed")[-1]
    assert (beside.field, beside.quoted_by, beside.place and beside.place[1:]) == ("article", (), (4, 26))


def test_a_fact_is_placed_at_its_quote_or_where_it_is_written(made: Both) -> None:
    [quote, note] = [made.hits(query, kind="level")[0] for query in ("back", "zebra")]
    assert quote.place == ("article.txt", 4, 34)
    assert note.place is not None
    assert (note.place.path[-10:], note.place.line) == ("facts.yaml", 19)


def test_a_long_paragraph_is_cut_between_words_where_it_has_most_of_them(made: Both) -> None:
    [hit] = made.hits("needle thread")
    assert marked(hit) == ["needle", "thread"]
    assert len(hit.text) <= SNIPPET + 2
    assert (hit.text[0], hit.text[-1]) == ("…", "…")
    cut = hit.text[1:-1]
    assert cut == " ".join(cut.split())
    assert f" {cut} " in f" {ARTICLE.splitlines()[5]} "


def test_a_source_and_a_kind_narrow_a_search_down(articles: Both) -> None:
    hill = articles.hits("2,500", source="the-hill-2021-12-09")
    assert {hit.source.id for hit in hill} == {"the-hill-2021-12-09"}
    assert "us-iraq-2021-12-09.quote" in names(hill)
    assert "the-hill-2021-12-09.article" in names(hill)
    assert names(articles.hits("2,500", kind="event")) == []
    assert all(hit.fact and hit.fact.kind == "change" for hit in articles.hits("2,500", kind="change"))
    with pytest.raises(UnknownNameError, match="unknown source 'the-hil'"):
        articles.hits("2,500", source="the-hil")


def test_known_passages_of_the_bundled_base(articles: Both) -> None:
    found = articles.hits("4,087")
    assert names(found)[0] == "us-iraq-2016-04-18.quote"
    in_article = found[-1]
    assert in_article.place == ("seeds/000_3a3f390f122c08f1.txt", 3, 127)
    assert (marked(in_article), in_article.quoted_by) == (["4,087"], ("us-iraq-2016-04-18",))
    assert marked(articles.hits("US led", source="dcnf-2023-03-07")[0])[0].startswith("U.S.")


@pytest.mark.parametrize(
    ("query", "unknown"),
    [
        ("zebar", [("zebar", "zebra")]),
        ("zebra xyzzyx", [("xyzzyx", None)]),
        ('"river crossing"', [('"river crossing"', None)]),
        ('"the penatgon"', [('"the penatgon"', "the pentagon")]),
        ("zebra needle", []),
    ],
)
def test_what_nothing_has_is_told_with_the_nearest_words(
    made: Both, query: str, unknown: list[tuple[str, str | None]]
) -> None:
    assert made.unknown(query) == [Unknown(*each) for each in unknown]


@pytest.mark.parametrize(
    ("query", "nearest"),
    [("mosull", "mosul"), ("4,088", None), ("-1,300", None), ("3,8", None), ("fo", None)],
)
def test_another_number_is_no_correction(articles: Both, query: str, nearest: str | None) -> None:
    assert articles.unknown(query) == [Unknown(query, nearest)]


HOSTILE = [
    '"',
    '""',
    "'",
    "NEAR(",
    "NEAR(a b, 3)",
    "a AND",
    "AND",
    "NOT troops",
    "*",
    "**",
    "^",
    "^troops",
    "-x",
    ":",
    "text:troops",
    "{text}:a",
    "a + b",
    "\x00",
    "troops\x00",
    "x" * 10_000,
    " ".join(f"w{number}" for number in range(3000)),
    '"' * 10_001,
    "🙂",
    "القوات",
    "\udc80",
    '"troops',
    "; DROP TABLE words; --",
    "%_?",
    "\ue000",
]


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_query_is_words(articles: Both, query: str) -> None:
    articles.hits(query)
    articles.unknown(query)


def test_hostile_words_that_stand_there_are_found(articles: Both) -> None:
    assert articles.hits("^troops") == articles.hits("troops") == articles.hits('"troops')
    assert articles.hits("a AND") == articles.hits("a and") != []


pieces = st.sampled_from(
    [
        "troops",
        "us",
        "U.S.",
        "2,500",
        "iraq",
        '"',
        '"troops in iraq"',
        "comb*",
        "mission",
        "(",
        "AND",
        "mosul",
    ]
)


@given(st.lists(pieces, min_size=1, max_size=5), st.sampled_from([None, "the-hill-2021-12-09"]))
@settings(max_examples=60, deadline=None)
def test_random_searches_are_alike_and_mark_what_was_asked(
    articles: Both, words: list[str], source: str | None
) -> None:
    for hit in articles.hits(" ".join(words), source):
        places = [place for mark in hit.marks for place in mark]
        assert places == sorted(places)
        assert hit.marks
        assert all(start < end <= len(hit.text) for start, end in hit.marks)


def test_without_full_text_search_everything_else_works(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(full_text, "supported", lambda _: False)
    base = read(bundled("articles"))
    for stores in both(base, tmp_path):
        for store in stores.stores:
            assert store.fact("us-iraq-2016-04-18").quote
            with pytest.raises(BaseError, match=r"has no full-text search \(FTS5\)") as told:
                store.search(SearchWanted(parse("troops")))
            assert told.value.hint is not None


def test_an_index_that_is_missing_is_made_anew(tmp_path: Path) -> None:
    """A base compiled where SQLite had no FTS5, asked where it has."""
    for stores in both(read(bundled("articles")), tmp_path):
        with closing(sqlite3.connect(tmp_path / "base.sqlite")) as file:
            file.execute("DROP TABLE words")
        store = SqliteStore(str(tmp_path / "base.sqlite"))
        with closing(store), pytest.raises(BaseError, match="is removed"):
            store.search(SearchWanted(parse("troops"))).found()
        assert not (tmp_path / "base.sqlite").exists()
        assert stores
