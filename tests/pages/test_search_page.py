"""The page of a search: whose words each passage is, and what it says if there is none."""

import pytest

from iraqforce.loading.locations import bundled
from iraqforce.loading.snapshot import open_base
from iraqforce.model.choices import Kind
from iraqforce.model.fact_base import FactBase
from iraqforce.pages.blocks import Heading, Paragraph, Passage
from iraqforce.pages.search import page
from iraqforce.queries.search import search


@pytest.fixture(scope="module")
def articles() -> FactBase:
    return open_base(bundled("articles"))


def texts(base: FactBase, words: str, *, kind: Kind | None = None, limit: int | None = 20) -> list[str]:
    blocks = page(search(base, words, kind=kind, limit=limit))
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


def test_a_passage_is_titled_with_whose_words_it_is_and_where(articles: FactBase) -> None:
    passages = [block for block in page(search(articles, "4087")) if isinstance(block, Passage)]
    assert passages[0].title == ("level us-iraq-2016-04-18 · quote · seeds/000_3a3f390f122c08f1.txt:3:73")
    assert passages[-1].title == (
        "International Business Times, 18 April 2016 · article · seeds/000_3a3f390f122c08f1.txt:3:127 · "
        "quoted by us-iraq-2016-04-18"
    )


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        (
            "4087",
            None,
            [
                "1 fact and 1 source have “4087”",
                "iraqforce show ID gives a fact with its note and its paragraph.",
            ],
        ),
        ("mosol", None, ["Nothing has “mosol”", "No fact and no source has “mosol”: did you mean “mosul”?"]),
        ("xyzzyx", None, ["Nothing has “xyzzyx”", "No fact and no source has “xyzzyx”."]),
        (
            '"',
            None,
            [
                'There is no word in “"”',
                'A search takes words, "phrases" and prefix*, made of letters and digits.',
            ],
        ),
        (
            "4087",
            "event",
            ["Nothing has “4087”", "The base has it elsewhere, or in parts: leave out --kind, or a word."],
        ),
        (
            "palmyra 4087",
            None,
            [
                "Nothing has “palmyra 4087”",
                "The base has each of the words, but no fact and no source has them all: leave one out.",
            ],
        ),
    ],
)
def test_the_page_says_what_was_found_or_why_nothing_was(
    articles: FactBase, words: str, kind: Kind | None, said: list[str]
) -> None:
    assert texts(articles, words, kind=kind) == said


def test_a_limit_is_told(articles: FactBase) -> None:
    assert "These are the best 3 passages. --limit all shows every one." in texts(articles, "us", limit=3)
