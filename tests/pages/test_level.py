"""The page of an as-of answer: its heading, its groups, and what one line says for several figures."""

import pytest

from builders import INFO, IRAQ, US, level
from iraqforce.model import dates
from iraqforce.model.facts import Definition, Fact
from iraqforce.pages.level import CITED_TITLE, QUOTED_TITLE, WITHHELD_TITLE, known_by_words, page
from iraqforce.queries.as_of import Levels, Question, answer
from iraqforce.render.formats import Screen
from iraqforce.render.terminal import render_blocks


@pytest.mark.parametrize(
    ("known_by", "words"),
    [
        ("2016-03-25", ", as known by 25 March 2016"),
        ("2016-03", ", as known by March 2016"),
        ("2016", ", as known by 2016"),
        # Of an interval the last day alone counts, and an open end leaves nothing out.
        ("../2016", ", as known by 31 December 2016"),
        ("2014/2016-02", ", as known by 29 February 2016"),
        ("2016/..", ""),
    ],
)
def test_a_heading_names_the_last_day_by_which_it_was_known(known_by: str, words: str) -> None:
    question = Question(US, IRAQ, dates.parse("2016-03-25"), dates.parse(known_by))
    levels = Levels(US, IRAQ, [level("3,800", "2016-03-25")], INFO)
    assert known_by_words(answer(question, levels)) == words


AS_STATED = Definition("total", "is a total as stated", name="as stated")
THEATER = Definition("theater", "counts a theater", "broader", name="theater-wide")


def page_of(date: str, *facts: Fact, unfolded: bool = False) -> str:
    """The page as it is printed in a pipe, a line for each line."""
    found = answer(Question(US, IRAQ, dates.parse(date)), Levels(US, IRAQ, facts, INFO))
    return "".join(render_blocks(page(found, unfolded=unfolded), Screen(width=None, color=False)))


def of_source(name: str, fact: Fact) -> Fact:
    return fact._replace(id=f"{fact.id} {name}", source=fact.source._replace(id=name, publisher=name))


def test_what_is_quoted_stands_before_what_is_only_cited() -> None:
    shown = page_of("2021-12-31", level("2,400", "2021-12-20", quote=None), level("2,500", "2021-12-09"))
    assert (
        shown.index(QUOTED_TITLE)
        < shown.index("2,500   ")
        < shown.index(CITED_TITLE)
        < shown.index("2,400   ")
    )


def test_where_all_is_quoted_no_title_says_so() -> None:
    shown = page_of("2021-12-31", level("2,500", "2021-12-09"))
    assert (QUOTED_TITLE in shown, CITED_TITLE in shown) == (False, False)


def test_rivals_that_agree_share_a_line_with_their_number() -> None:
    facts = [
        of_source(name, level("2,500", day, quote=None))
        for name, day in (("one", "2021-12-09"), ("two", "2021-12-08"), ("three", "2021-12-07"))
    ]
    shown = page_of("2021-12-31", *facts, of_source("four", level("about 2,500", "2021-12-06", quote=None)))
    assert "press   2,500: 4 sources   one, 9 Dec 2021 [1]" in shown
    assert "also: two (8 Dec 2021), three (7 Dec 2021), four (6 Dec 2021)" in shown


def test_unfolded_each_has_a_line_of_its_own() -> None:
    facts = [of_source(name, level("2,500", "2021-12-09")) for name in ("one", "two")]
    shown = page_of("2021-12-31", *facts, unfolded=True)
    assert ("one, 9 Dec 2021 [1]" in shown, "two, 9 Dec 2021 [2]" in shown, "sources" in shown) == (
        True,
        True,
        False,
    )


def test_the_name_of_what_is_counted_stands_in_the_line_and_is_explained_below() -> None:
    shown = page_of("2021-12-31", level("2,500", "2021-12-09", definition=AS_STATED))
    assert "2,500 (as stated), according to Publisher." in shown
    assert "[1] · as stated" in shown
    assert "as stated  This number is a total as stated." in shown


def test_an_answer_that_is_wider_than_asked_says_so_in_its_line() -> None:
    shown = page_of("2003-03-31", level("192,000", "2003-03", definition=THEATER))
    first, _, said, *_ = shown.splitlines()
    assert first.endswith("WIDER")
    assert said == (
        "192,000, according to Publisher. This number is wider than what was asked: it counts a theater."
    )


def test_what_is_withheld_is_told_in_a_list_of_its_own_and_no_figure() -> None:
    given = level("5,200", "2018-08-19")
    shown = page_of("2018-08-31", given, level("withheld", "2018-07", basis="official"))
    assert "5,200, according to Publisher." in shown
    assert shown.index("5,200   ") < shown.index(WITHHELD_TITLE) < shown.index("withheld   ")


def test_many_figures_beside_an_answer_are_counted_after_the_sixth() -> None:
    planned = [
        of_source(f"speaker-{day}", level("100", f"2021-12-{day:02}", status="planned"))
        for day in range(1, 10)
    ]
    shown = page_of("2021-12-31", level("2,500", "2021-12-09"), *planned)
    assert "3 older figures beside it not shown." in shown
    assert "speaker-4, 4 Dec 2021" in shown
    assert "speaker-3, 3 Dec 2021" not in shown


def test_wider_figures_that_do_not_agree_say_both() -> None:
    facts = [
        level("170,000", "2003-03-20", definition=THEATER),
        level("150,000", "2003-03-20", definition=THEATER),
    ]
    _, _, said, *_ = page_of("2003-03-31", *facts).splitlines()
    assert said.startswith(
        "The figures do not agree: 150,000 and 170,000. "
        "Each is wider than what was asked: it counts a theater. Carried forward"
    )


def test_figures_that_agree_are_not_said_to_count_apart_and_those_that_do_not_are() -> None:
    plain, stated = level("2,500", "2021-12-09"), level("about 2,500", "2021-12-09", definition=AS_STATED)
    _, _, said, *_ = page_of("2021-12-31", plain, stated).splitlines()
    assert said.startswith("2,500: 2 figures that agree. Carried forward")
    other = level("2,400", "2021-12-09", definition=AS_STATED)
    _, _, said, *_ = page_of("2021-12-31", plain, other).splitlines()
    assert said.startswith("The figures do not agree: 2,400 and 2,500. They do not all count the same.")
