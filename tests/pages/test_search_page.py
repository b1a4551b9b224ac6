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
        "International Business Times, April 18, 2016 · article · seeds/000_3a3f390f122c08f1.txt:3:127 · "
        "quoted by us-iraq-2016-04-18"
    )


@pytest.mark.parametrize(
    ("words", "kind", "said"),
    [
        (
            "4087",
            None,
            [
                "1 fact and 1 source match “4087”",
                "Details of a fact: iraqforce show ID.",
            ],
        ),
        ("mosol", None, ["No results for “mosol”", "“mosol” is not in this base. Did you mean “mosul”?"]),
        ("xyzzyx", None, ["No results for “xyzzyx”", "“xyzzyx” is not in this base."]),
        (
            '"',
            None,
            [
                'No words to search for in “"”',
                'Search for words, "phrases" or prefix*, made of letters and digits.',
            ],
        ),
        (
            "4087",
            "event",
            ["No results for “4087”", "Found outside these filters: drop --kind or use fewer words."],
        ),
        (
            "palmyra 4087",
            None,
            [
                "No results for “palmyra 4087”",
                "Each word is in the base, but no fact or source has all of them: use fewer words.",
            ],
        ),
    ],
)
def test_the_page_says_what_was_found_or_why_nothing_was(
    articles: FactBase, words: str, kind: Kind | None, said: list[str]
) -> None:
    assert texts(articles, words, kind=kind) == said


def test_a_limit_is_told(articles: FactBase) -> None:
    assert "Showing the top 3 matches. Use --limit all to see the rest." in texts(articles, "us", limit=3)
