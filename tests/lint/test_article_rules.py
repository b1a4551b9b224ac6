"""Rules that compare facts with the words of their articles."""

from pathlib import Path

import pytest

from curated import checked, fact, line_of, messages, problems_of, suppressing

# F303: a count that its source words differently


def worded(folder: Path, count: str, quote: str, article: str = "") -> list[str]:
    """The messages about a fact with this count and quote."""
    return messages(folder, "F303", fact("one", count, quote=quote), article=article or f"{quote}.\n")


@pytest.mark.parametrize(
    ("count", "quote"),
    [
        ("3,900", "3,900 troops"),
        ("about 3,900", "approximately 3,900 troops"),
        ("about 3,900", "3,900 or so"),
        ("more than 5,000", "the number tops 5,000"),
        ("more than 5,000", "over 5,000 troops"),
        ("at least 300", "300 or more"),
        ("500 to 600", "between 500 and 600 troops"),
        ("500 to 600", "500-600 troops"),
        ("up to 1,500", "as many as 1,500"),
        ("4.5 million", "4.5 million people"),
        ("no less than 500", "at least 500 troops"),
        ("at least 4,000", "4,000+ troops"),
        ("about 12,000", "~12,000 troops"),
        ("12 million", "12M refugees"),
        ("1,200", "1.200 hommes"),
        ("withheld", "declined to say how many of the 900 there are"),
        ("{text: several hundred, low: 200}", "several hundred Marines"),
    ],
)
def test_other_words_for_the_same_claim_are_right(count: str, quote: str, tmp_path: Path) -> None:
    assert worded(tmp_path, count, quote) == []


@pytest.mark.parametrize(
    ("count", "quote", "words"),
    [
        ("3,900", "about 3,900 troops", "about 3,900"),
        ("about 3,900", "3,900 troops", "3,900"),
        ("5,000", "more than 5,000 troops", "more than 5,000"),
        ("more than 5,000", "at least 5,000 troops", "at least 5,000"),
        ("more than 5,000", "fewer than 5,000 troops", "fewer than 5,000"),
        ("300", "300 or more", "300 or more"),
        ("600", "500 to 600 troops", "500 to 600"),
        ("less than 500", "no less than 500 troops", "no less than 500"),
        ("more than 880", "not more than 880 troops", "not more than 880"),
        ("4,000", "4,000+ troops", "4,000+"),
        ("about 500", "between 500 and 600 troops", "between 500 and 600"),
    ],
)
def test_a_word_more_or_less_is_reported(count: str, quote: str, words: str, tmp_path: Path) -> None:
    assert worded(tmp_path, count, quote) == [f"the count is '{count}', but the article says '{words}'"]


@pytest.mark.parametrize(
    ("count", "quote", "article", "words"),
    [
        ("3,900", "3,900 troops", "There are about 3,900 troops.", "about 3,900"),
        ("3,900", "3,900 troops", "There are about\n3,900 troops.", "about 3,900"),
        ("3,900", "there are 3,900", "Officially there are 3,900 or so.", "3,900 or so"),
        ("less than 500", "500 troops", "There are no less than 500 troops.", "no less than 500"),
    ],
)
def test_the_article_counts_where_the_quote_is_cut(
    count: str, quote: str, article: str, words: str, tmp_path: Path
) -> None:
    assert worded(tmp_path, count, quote, article) == [
        f"the count is '{count}', but the article says '{words}'"
    ]


def test_a_number_about_something_else_before_the_quote_is_not_its_word(tmp_path: Path) -> None:
    assert worded(tmp_path, "3,900", "3,900 troops", "About half of them, 3,900 troops, left.") == []


def test_one_mention_of_two_in_the_quote_is_enough(tmp_path: Path) -> None:
    assert worded(tmp_path, "3,900", "about 3,900 troops, or 3,900 to be exact") == []


def test_another_sentence_of_the_article_may_word_it_otherwise(tmp_path: Path) -> None:
    article = "There are 3,900 troops. That makes about 3,900.\n"
    assert worded(tmp_path, "3,900", "There are 3,900 troops", article) == []


def test_both_ends_of_a_rise_are_counts_of_their_own(tmp_path: Path) -> None:
    assert worded(tmp_path, "3,000", "rose from 3,000 to 3,800") == []


def test_it_is_reported_at_the_count_with_the_line_of_the_article(tmp_path: Path) -> None:
    article = "A first line.\nThere are about 3,900 troops.\n"
    (problem,) = problems_of(tmp_path, "F303", fact("one", "3,900", quote="3,900 troops"), article=article)
    assert (problem.excerpt.strip(), problem.severity) == ("count: 3,900", "warning")
    assert problem.hint == "use the wording of articles/paper.txt:2"


# F306: a definition named in the quote


def named(folder: Path, quote: str, **keys: str) -> list[str]:
    """The messages about a level of 300 with this quote."""
    return messages(folder, "F306", fact("one", "300", quote=quote, **keys), article=f"{quote}.\n")


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("300 combat troops", "combat troops"),
        ("300 Combat Troops", "combat troops"),
        ("300 troops in “combat” roles", "combat"),
        ("300 troops (combat, not support)", "combat"),
        ("300 temporary troops", "temporary"),
    ],
)
def test_a_definition_that_is_named_and_not_given_is_reported(quote: str, words: str, tmp_path: Path) -> None:
    message = f"the quote says '{words}', but the fact has no definition"
    assert named(tmp_path, quote) == [message]


@pytest.mark.parametrize(
    "quote",
    [
        "300 combatants",
        "300 non-combat troops",
        "300 combat-ready troops",
        "300 troops, temporarily",
        "300 troops",
    ],
)
def test_a_word_inside_another_word_names_nothing(quote: str, tmp_path: Path) -> None:
    assert named(tmp_path, quote) == []


def test_words_may_be_parted_by_the_end_of_a_line(tmp_path: Path) -> None:
    quote = '"300 combat\\ntroops"'
    one = fact("one", "300", quote=quote)
    article = "There are 300 combat\ntroops.\n"
    assert len(messages(tmp_path, "F306", one, article=article)) == 1


def test_the_definition_that_is_named_is_right(tmp_path: Path) -> None:
    assert named(tmp_path, "300 combat troops", definition="combat") == []


@pytest.mark.parametrize("definition", ["includes-temporary", "excludes-temporary"])
def test_either_of_two_definitions_that_a_word_names_is_right(definition: str, tmp_path: Path) -> None:
    assert named(tmp_path, "300 temporary troops", definition=definition) == []


def test_the_hint_offers_both_definitions_that_a_word_names(tmp_path: Path) -> None:
    one = fact("one", "300", quote="300 temporary troops")
    (problem,) = problems_of(tmp_path, "F306", one, article="300 temporary troops")
    assert problem.excerpt.strip() == "quote: 300 temporary troops"
    assert problem.hint == (
        "add 'definition: includes-temporary' or 'definition: excludes-temporary', "
        "or suppress F306 with a reason if the words refer to something else"
    )


def test_another_definition_than_the_named_one_is_reported(tmp_path: Path) -> None:
    assert named(tmp_path, "300 combat troops", definition="includes-temporary") == [
        "the quote says 'combat troops', but the fact's definition is 'includes-temporary'"
    ]


def test_the_longer_of_two_names_is_the_one_that_is_meant(tmp_path: Path) -> None:
    assert named(tmp_path, "300 in combat support", definition="combat-support") == []
    assert named(tmp_path, "300 in combat support", definition="combat") == [
        "the quote says 'combat support', but the fact's definition is 'combat'"
    ]


def test_two_names_of_one_definition_are_reported_once(tmp_path: Path) -> None:
    assert len(named(tmp_path, "300 combat troops in combat")) == 1


def test_two_definitions_are_reported_each(tmp_path: Path) -> None:
    assert len(named(tmp_path, "300 temporary combat troops")) == 2


@pytest.mark.parametrize(("kind", "number"), [("level", 1), ("change", 1), ("event", 0), ("figure", 0)])
def test_only_a_headcount_has_a_definition(kind: str, number: int, tmp_path: Path) -> None:
    keys = {"unit": "people"} if kind in ("event", "figure") else {}
    assert len(named(tmp_path, "300 combat troops", kind=kind, **keys)) == number


def test_a_base_that_names_no_definition_tells_nothing(tmp_path: Path) -> None:
    quote = "300 combat troops"
    one = fact("one", "300", quote=quote)
    words = "    words: [combat troops, combat]\n"
    found = checked(tmp_path, one, article=quote, rules=["F306"], change=(words, ""))
    assert found.problems == ()


# F307 and F308: sources and numbers that nobody entered


ARTICLE = (
    "About 3,900 troops are there.\nOn 25 March 2016, at 9:30 a.m., 217 more came; several hundred left.\n"
)
ALL = (
    fact("all", "about 3,900", quote="About 3,900 troops"),
    fact("more", "217", kind="change", direction="increase", quote="217 more came"),
    fact(
        "left",
        "{text: several hundred, low: 200}",
        kind="change",
        direction="decrease",
        quote="several hundred left",
    ),
)


def codes_if_suppressed(
    folder: Path, rule: str, *facts: str, article: str = "", source: str = "Paper"
) -> list[str]:
    """The codes found if a source suppresses the rule."""
    named = f"    publisher: The {source}\n"
    change = (named, f"{named}    suppress: {suppressing(rule)}\n")
    found = checked(folder, *facts, article=article, rules=[rule, "F310"], change=change)
    return [problem.code for problem in found.problems]


def test_each_source_that_no_fact_names_is_reported_where_it_stands(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "F307", fact("one", "3,900"))
    assert [problem.message for problem in problems] == [
        "no fact cites source 'paper'",
        "no fact cites source 'almanac'",
    ]
    assert problems[1].at.line == line_of(tmp_path, "publisher: The Almanac")


def test_an_event_without_a_number_cites_its_source_too(tmp_path: Path) -> None:
    facts = [
        fact(name, kind="event", status="", basis="", source=name, locator="page 1")
        for name in ("paper", "yearbook", "almanac")
    ]
    assert messages(tmp_path, "F307", *facts) == []


def test_a_source_may_suppress_that_nobody_cites_it(tmp_path: Path) -> None:
    others = fact("one", "3,900"), fact("two", "3,900", source="almanac")
    assert codes_if_suppressed(tmp_path, "F307", *others) == []


def test_an_article_whose_numbers_are_entered_is_complete_without_its_dates(tmp_path: Path) -> None:
    assert messages(tmp_path, "F308", *ALL, article=ARTICLE) == []


def test_each_number_that_nobody_entered_is_reported_with_its_line(tmp_path: Path) -> None:
    problems = problems_of(tmp_path, "F308", ALL[0], article=ARTICLE)
    assert [problem.message for problem in problems] == [
        "line 2: the number '217' is not covered by any fact",
        "line 2: the number 'several hundred' is not covered by any fact",
    ]
    assert {problem.at.line for problem in problems} == {line_of(tmp_path, "text: articles/paper.txt")}


def test_a_number_at_the_end_of_a_line_is_reported_in_one_line(tmp_path: Path) -> None:
    article = "About 3,900 troops are there, and more than\n5,000 others.\n"
    assert messages(tmp_path, "F308", ALL[0], article=article) == [
        "line 1: the number 'more than 5,000' is not covered by any fact"
    ]


def test_a_quote_that_spans_a_number_of_another_fact_does_not_enter_it(tmp_path: Path) -> None:
    wide = fact(
        "all", "about 3,900", quote="About 3,900 troops are there. On 25 March 2016, at 9:30 a.m., 217 more"
    )
    assert messages(tmp_path, "F308", wide, ALL[2], article=ARTICLE) == [
        "line 2: the number '217' is not covered by any fact"
    ]


def test_the_same_number_in_another_sentence_is_entered_by_itself(tmp_path: Path) -> None:
    article = "217 more came. Another 217 more came.\n"
    once = fact("once", "217", quote="217 more came. Another")
    assert len(messages(tmp_path, "F308", once, article=article)) == 1
    again = fact("again", "217", quote="Another 217 more came")
    assert messages(tmp_path, "F308", once, again, article=article) == []


def test_a_number_of_another_source_does_not_count(tmp_path: Path) -> None:
    elsewhere = fact("elsewhere", "217", source="yearbook", locator="table 1")
    assert len(messages(tmp_path, "F308", ALL[0], ALL[2], elsewhere, article=ARTICLE)) == 1


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ('["217", several hundred]', []),
        ('["217"]', ["F308"]),
        ('["217", several hundred, "44"]', ["F310"]),
        ("[several]", ["F310", "F308", "F308"]),
    ],
)
def test_a_source_suppresses_the_numbers_that_it_names(words: str, codes: list[str], tmp_path: Path) -> None:
    named = "    publisher: The Paper\n"
    suppress = f"    suppress: [{{rule: F308, reason: it is so, words: {words}}}]\n"
    change = (named, named + suppress)
    found = checked(tmp_path, ALL[0], article=ARTICLE, rules=["F308", "F310"], change=change)
    assert [problem.code for problem in found.problems] == codes


def test_a_suppression_that_names_no_number_silences_none(tmp_path: Path) -> None:
    assert codes_if_suppressed(tmp_path, "F308", ALL[0], article=ARTICLE) == ["F310", "F308", "F308"]


def test_it_is_reported_itself_when_every_number_is_entered(tmp_path: Path) -> None:
    assert codes_if_suppressed(tmp_path, "F308", *ALL, article=ARTICLE) == ["F310"]


def test_nothing_is_reported_of_a_base_with_an_error(tmp_path: Path) -> None:
    wrong = fact("wrong", "3,900", place="irak")
    found = checked(tmp_path, wrong, ALL[0], article=ARTICLE, rules=["F307", "F308", "F310"])
    assert [problem.code for problem in found.problems] == ["F112"]
