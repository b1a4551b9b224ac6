"""The passage most like a quote that is not found: where it is, and exactly which words differ."""

from typing import NamedTuple

import pytest

from iraqforce.model.positions import TextPlace
from iraqforce.problems import SimilarPassage
from iraqforce.text.quotes import Article, found_elsewhere, nearest_passage

ARTICLE = """\
The President spoke in the Rose Garden of the United States.
Washington sent 217 soldiers, 6 helicopters and 10 trucks to the north of Iraq. Some 500–600 troops left “for
good”, Iraq’s premier said. It costs 4.5 million dollars a day, and 1,500 Marines stayed.
"""


class Shown(NamedTuple):
    """A passage as a reader sees it."""

    at: tuple[int, int]
    passage: str
    marked: list[str]
    marked_in_the_quote: list[str]


def shown(passage: SimilarPassage | None) -> Shown | None:
    if passage is None:
        return None
    marked = [passage.text[first:last] for first, last in passage.differences]
    in_quote = [passage.quote[first:last] for first, last in passage.quote_differences]
    return Shown((passage.at.line, passage.at.column), passage.text, marked, in_quote)


def of(quote: str, text: str = ARTICLE) -> Shown | None:
    assert Article(text).find(quote) is None
    return shown(nearest_passage(quote, Article(text, "article.txt")))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        (
            "sent 217 troops, 6 helicopters",
            Shown((2, 12), "sent 217 soldiers, 6 helicopters", ["soldiers"], ["troops"]),
        ),
        (
            "Washington sent 6 helicopters and 10 trucks",
            Shown(
                (2, 1),
                "Washington sent 217 soldiers, 6 helicopters and 10 trucks",
                ["217 soldiers,"],
                [],
            ),
        ),
        (
            "10 old trucks to the north of Iraq",
            Shown((2, 49), "10 trucks to the north of Iraq", [], ["old"]),
        ),
        (
            "washington sent 217 soldiers",
            Shown((2, 1), "Washington sent 217 soldiers", ["Washington"], ["washington"]),
        ),
        (
            "trucks to the north of Iraq, some 500",
            Shown((2, 52), "trucks to the north of Iraq. Some 500", [". Some"], [", some"]),
        ),
        (
            "1,600 Marines stayed",
            Shown((3, 69), "1,500 Marines stayed", ["1,500"], ["1,600"]),
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_words_that_differ_are_marked_and_no_others(quote: str, expected: Shown) -> None:
    assert of(quote) == expected


@pytest.mark.parametrize(
    ("quote", "marked"),
    [
        ('left "for good", Iraq\'s prime minister', ["premier said"]),
        ("600 troops left “for nothing”, Iraq’s premier", ["good"]),
        ("Some 500-600  troops stayed", ["left"]),
    ],
)
def test_what_differs_in_typography_alone_is_not_marked(quote: str, marked: list[str]) -> None:
    found = of(quote)
    assert found is not None
    assert found.marked == marked


def test_the_place_is_where_most_words_are_shared_not_where_the_longest_run_stands() -> None:
    filler = "Nobody there had much more that he could add, as it was late and he had a plane to catch. " * 3
    text = f"Across the Green Zone they sang.\n{filler}\nIt sent 217 soldiers, 6 tanks and 10 trucks to Iraq."
    found = of("sent 217 men, 6 cars and 12 trucks to the Green Zone", text)
    assert found is not None
    assert found.at == (3, 4)
    assert found.marked[:3] == ["soldiers", "tanks", "10"]


@pytest.mark.parametrize(
    "quote", ["Not one thing is shared here", "“…!?”", ", , . . “ ”", "sent nobody anything whatsoever today"]
)
def test_a_quote_with_next_to_nothing_in_common_shows_none(quote: str) -> None:
    assert of(quote) is None


def test_half_of_the_words_are_enough_and_less_are_not() -> None:
    assert of("217 soldiers stood idle") is not None
    assert of("217 soldiers stood idle today") is None


def test_an_empty_article_shows_none() -> None:
    assert nearest_passage("217 soldiers", Article("")) is None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("A President spoke", Shown((1, 1), "The President spoke", ["The"], ["A"])),
        ("1,500 Marines stayed on", Shown((3, 69), "1,500 Marines stayed.", ["."], ["on"])),
        (
            "and today: The President spoke in the Rose Garden",
            Shown((1, 1), "The President spoke in the Rose Garden", [], ["and today:"]),
        ),
    ],
)
def test_the_start_and_the_end_of_the_article_are_passages_too(quote: str, expected: Shown) -> None:
    assert of(quote) == expected


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("600 troops left", Shown((2, 86), "500–600 troops left", ["500–"], [])),
        ("Some 500", Shown((2, 81), "Some 500–600", ["–600"], [])),
        ("costs 4.5", Shown((3, 32), "costs 4.5 million", [" million"], [])),
    ],
)
def test_of_a_number_that_is_cut_the_rest_is_marked(quote: str, expected: Shown) -> None:
    assert of(quote) == expected


def test_a_quote_longer_than_the_article_shows_the_article() -> None:
    found = of("In 2016 some 217 soldiers came to Iraq", "217 soldiers came to Iraq")
    assert found == Shown((1, 1), "217 soldiers came to Iraq", [], ["In 2016 some"])


def test_of_a_quote_of_500_words_the_one_that_differs_is_marked() -> None:
    words = [f"word{number}" for number in range(2000)]
    quoted = words[700:1200]
    quoted[400] = "changed"
    found = of(" ".join(quoted), " ".join(words))
    assert found is not None
    assert (found.marked, found.marked_in_the_quote) == (["word1100"], ["changed"])
    assert found.passage == " ".join(words[700:1200])


@pytest.mark.parametrize(
    ("quote", "text", "expected"),
    [
        (
            "217 🎖 soldiers stayed",
            "🇮🇶 In Iraq 217 🎖🎖 soldiers stayed 👨‍👩‍👧",
            Shown((1, 12), "217 🎖🎖 soldiers stayed", ["🎖"], []),
        ),
        (
            "وصل 217 جنديا إلى بغداد",
            "في يوم الاثنين وصل 217 جنديا إلى العراق.",
            Shown((1, 16), "وصل 217 جنديا إلى العراق", ["العراق"], ["بغداد"]),
        ),
    ],
    ids=["emoji", "Arabic"],
)
def test_places_count_characters_in_every_script(quote: str, text: str, expected: Shown) -> None:
    assert of(quote, text) == expected


def test_the_first_other_article_that_has_the_words_is_told_with_its_place() -> None:
    texts = {"own": "217 troops", "none": "nothing", "one": "line\nsent 217 “men”", "two": "217 'men'"}
    articles = {name: Article(text, f"{name}.txt") for name, text in texts.items()}
    assert found_elsewhere('217 "men"', "own", articles) == SimilarPassage(
        "one", TextPlace("one.txt", 2, 6), "217 “men”"
    )
    assert found_elsewhere("217 troops", "own", articles) is None
