"""Finding a quote: each case beside the neighbour that must not match, and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.model.choices import QuoteMatch
from iraqforce.text.quotes import Article, Found

NBSP, THIN, NARROW, MINUS = "\u00a0", "\u2009", "\u202f", "\u2212"

ARTICLE = (
    "Citing ‘Momentum Shift,’ Pentagon Wants More Troops\n"
    "\n"
    "“There are 3,800 U.S. troops in Iraq,” he said.\n"
    "That’s 4.5 million people — or 500–600 a day,\n"
    "at a cost of $415 million; it fell by -12 since 2014."
)


# --- as written -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "other"),
    [
        ("There are 3,800 U.S. troops in Iraq", "There are 3,900 U.S. troops in Iraq"),
        ("3,800 U.S. troops", "3.800 U.S. troops"),
        ("3,800 U.S. troops", "3800 U.S. troops"),
        ("3,800 U.S. troops", "38,00 U.S. troops"),
        ("3,800 U.S. troops", "3,800 US troops"),
        ("3,800 U.S. troops", "3,800 u.s. troops"),
        ("3,800 U.S. troops", "3,800 U.S. Troops"),
        ("3,800 U.S. troops", "3,800 U.S. troop"),
        ("3,800 U.S. troops", "3,800 U.S troops"),
        ("3,800 U.S. troops", "800 U.S. troops"),
        ("3,800 U.S. troops in Iraq", "3,800 U.S. troops  Iraq"),
        ("3,800 U.S. troops in Iraq", "3,800 U.S. troops inIraq"),
        ("4.5 million people", "45 million people"),
        ("4.5 million people", "4,5 million people"),
        ("4.5 million people", "5 million people"),
        ("4.5 million people", "That’s 4.5"),
        ("500–600 a day", "600 a day"),
        ("500–600 a day", "or 500"),
        ("500–600 a day", "500600 a day"),
        ("a cost of $415 million", "a cost of 415 million"),
        ("a cost of $415 million", "a cost of €415 million"),
        ("$415 million", "415 million"),
        ("$415 million", "a cost of $415"),
        ("-12 since 2014", "12 since 2014"),
        ("-12 since 2014", "+12 since 2014"),
        ("fell by -12 since", "fell by 12 since"),
        ("since 2014", "since 201"),
        ("since 2014", "ince 2014"),
        ("More Troops", "More Troop"),
        ("Citing", "iting"),
    ],
)
def test_a_quote_is_found_as_it_is_written_and_its_neighbour_is_not(quote: str, other: str) -> None:
    start = ARTICLE.index(quote)
    assert Article(ARTICLE).find(quote) == Found(start, start + len(quote), "exact")
    assert Article(ARTICLE).find(other) is None


@pytest.mark.parametrize("quote", ["Citing ‘Momentum", "12 troops", "x"])
def test_a_quote_may_be_the_whole_text_or_stand_at_its_start_or_its_end(quote: str) -> None:
    length = len(quote)
    assert Article(quote).find(quote) == Found(0, length, "exact")
    assert Article(f"{quote} and").find(quote) == Found(0, length, "exact")
    assert Article(f"and {quote}").find(quote) == Found(4, 4 + length, "exact")
    assert Article(quote[:-1]).find(quote) is None


@pytest.mark.parametrize("quote", ["", " ", "\n", NBSP, "  "])
def test_a_quote_without_words_is_nowhere(quote: str) -> None:
    assert Article("some  120\nleaders" + NBSP).find(quote) is None
    assert Article("").find(quote) is None


# --- in other typography ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "words", "other"),
    [
        ("'Momentum Shift,'", "‘Momentum Shift,’", "'Momentum Shift'"),
        ("‛Momentum Shift,′", "‘Momentum Shift,’", "`Momentum Shift,`"),
        ('"There are 3,800 U.S. troops', "“There are 3,800 U.S. troops", '"There are 3,801 U.S. troops'),
        ("”There are 3,800", "“There are 3,800", "'There are 3,800"),
        ("That's 4.5 million people", "That’s 4.5 million people", "Thats 4.5 million people"),
        ("people - or", "people — or", "people or"),
        ("people – or", "people — or", "people, or"),
        ("500-600 a day", "500–600 a day", "500.600 a day"),
        ("500—600 a day", "500–600 a day", f"500{MINUS}600 a day"),
        ("Troops “There are", "Troops\n\n“There are", "Troops“There are"),
        ("Troops\n“There", "Troops\n\n“There", "Troop “There"),
        (f"3,800{NBSP}U.S.{NARROW}troops", "3,800 U.S. troops", f"3,80{NBSP}U.S. troops"),
        ("3,800   U.S.\t\ntroops", "3,800 U.S. troops", "3 , 800 U.S. troops"),
        ("  3,800 U.S. troops\n", "3,800 U.S. troops", "  3,800 U.S. troop\n"),
        ("or 500-600 a day, at a cost", "or 500–600 a day,\nat a cost", "or 500-600 a day at a cost"),
        ("by -12  since", "by -12 since", "by +12  since"),
        ("by -12  since", "by -12 since", "by 12  since"),
        ("of $415  million", "of $415 million", "of £415  million"),
        ("4.5  million", "4.5 million", "4.6  million"),
    ],
)
def test_typography_may_differ_and_nothing_else(quote: str, words: str, other: str) -> None:
    start = ARTICLE.index(words)
    assert Article(ARTICLE).find(quote) == Found(start, start + len(words), "punctuation")
    assert Article(ARTICLE).find(other) is None


@pytest.mark.parametrize("quote", ["left - or", "left – or", "left — or", "left -- or", "left ― or"])
@pytest.mark.parametrize("text", ["left - or", "left – or", "left — or", "left -- or"])
def test_all_dashes_are_the_same_and_two_hyphens_are_a_dash(quote: str, text: str) -> None:
    match: QuoteMatch = "exact" if quote == text else "punctuation"
    assert Article(f"They {text} so.").find(quote) == Found(5, 5 + len(text), match)


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("a — b", "a-- b"), ("a — b", "a --b"), ("a — b", "a--b"), ("a — b", "a --- b"),
        ("a -- b", "a ---- b"), ("a — b", "a - - b"), ("a — b", "a b"), ("a — b", "a −− b"),
        ("600 men", "500--600 men"), ("about 500", "about 500--600"),
    ],
)  # fmt: skip
def test_what_differs_in_more_than_a_dash_does_not_match(quote: str, text: str) -> None:
    assert Article(text).find(quote) is None


@pytest.mark.parametrize(
    ("quote", "text", "words"),
    [
        ("troops left —", "The troops left -- all.", "troops left --"),
        ("— all", "The troops left -- all.", "-- all"),
        ("a-b", "a--b", "a--b"),
        ("500-600 men", "500--600 men", "500--600 men"),
        ("500 men", "the war--500 men", "500 men"),
    ],
)
def test_a_match_has_both_hyphens_of_a_dash(quote: str, text: str, words: str) -> None:
    found = Article(text).find(quote)
    assert found is not None
    assert text[found.start : found.end] == words


def test_the_span_of_a_quote_covers_the_white_space_of_the_article() -> None:
    text = f"in Iraq {NBSP}\n  there are{NBSP}{NBSP}3,800\r\ntroops, he said"
    found = Article(text).find("there are 3,800 troops")
    assert found == Found(text.index("there"), text.index(", he"), "punctuation")


def test_a_quote_as_written_goes_before_an_earlier_one_in_other_typography() -> None:
    assert Article("the ‘surge’, the 'surge'").find("the 'surge'") == Found(13, 24, "exact")


# --- never within a word or a number --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("troop", "the troops"),
        ("roops", "the troops"),
        ("leaders", "cheerleaders"),
        ("caf", "the café"),
        ("caf", "the cafe\u0301"),
        ("cafe", "the cafe\u0301"),
        ("troops", "troops_in"),
        ("1,500 troops", "21,500 troops"),
        ("1,500 troops", "121,500 troops"),
        ("1,500 troops", "2,001,500 troops"),
        ("500 troops", "2,500 troops"),
        ("500 troops", "2.500 troops"),
        ("500 troops", "2500 troops"),
        ("500 troops", "M500 troops"),
        ("about 2,500", "about 2,500,000"),
        ("about 2", "about 2,500"),
        ("about 2", "about 2.5"),
        ("about 25", "about 250"),
        ("about 25", "about 25th"),
        ("about 25", "about 25%"),
        ("5 million people", "4.5 million people"),
        ("about 4.5", "about 4.5 million"),
        ("about 4.5", "about 4.5-million"),
        ("about 4.5", f"about 4.5{NBSP}million"),
        ("about 4.5", "about 4.5\nbillion"),
        ("about 4.5", "about 4.5  million"),
        ("about 4.5", "about 4.5 \n million"),
        ("about two", "about twofold"),
        ("about 500", "about 500-600"),
        ("about 500", "about 500–600"),
        ("about 500", "about 500 — 600"),
        ("600 troops", "500-600 troops"),
        ("600 troops", "500–600 troops"),
        ("600 troops", "500 - 600 troops"),
        ("600 troops", "500 – 600 troops"),
        ("500 million", "a -500 million change"),
        ("500 million", f"a {MINUS}500 million change"),
        ("500 million", "a $500 million plan"),
        ("500 million", "a €500 million plan"),
        ("500 million", "a US$500 million plan"),
        ("$500 million", "a -$500 million change"),
        ("$500 million", f"a {MINUS}$500 million change"),
        ("a $500", "a $500-$600 million plan"),
        ("$600 million", "a $500-$600 million plan"),
        ("500 troops", "<500 troops"),
        ("500 troops", "~500 troops"),
        ("500 troops", "some-~500 troops"),
        ("500 troops", "±500 troops"),
        (",500 troops", "1,500 troops"),
        (".5 million", "4.5 million"),
        ("there are 1,", "there are 1,500 troops"),
        ("there are 4.", "there are 4.5 million"),
        ("–600 troops", "500–600 troops"),
        ("there are 500–", "there are 500–600 troops"),
        ("500 troops", f"2{NBSP}500 troops"),
        ("500 troops", f"2{NARROW}500 troops"),
        ("500 troops", f"2{THIN}500 troops"),
        ("about 2", f"about 2{NARROW}500 troops"),
        ("about 2", f"about 2{NBSP}500 troops"),
    ],
)
def test_a_quote_that_cuts_a_word_or_a_number_is_not_found(quote: str, text: str) -> None:
    assert Article(text).find(quote) is None
    assert Article(f"He said: {text}, and left.").find(quote) is None


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("500 troops", "in 2016, 500 troops"),
        ("500 troops", "in 2016. 500 troops"),
        ("500 troops", "the war—500 troops"),
        ("500 troops", "(500 troops)"),
        ("500 troops", "“500 troops”"),
        ("in 2016", "in 2016, 500 troops"),
        ("in 2016", "in 2016."),
        ("in 2016", "in 2016 - a year"),
        ("in 2016", "in 2016—a year"),
        ("about 4.5", "about 4.5 of them"),
        ("he met 500", "he met 500 millionaires"),
        ("more than 500", "more than 500: 600"),
        ("the troops", "the troops’ return"),
        ("the U.S", "the U.S. and"),
        ("known", "well-known"),
        ("2003 levels", "pre-2003 levels"),
        ("troops", "troops\u200b"),
        ("2014-2017", "in 2014-2017."),
        ("$500", "(US $500)"),
        ("-500", "by -500."),
    ],
)
def test_a_quote_that_ends_at_a_boundary_is_found(quote: str, text: str) -> None:
    start = text.index(quote)
    assert Article(text).find(quote) == Found(start, start + len(quote), "exact")


@pytest.mark.parametrize(
    ("quote", "text", "start"),
    [
        ("1,500 troops", "1,500 troops, then 1,500 troops", 0),
        ("1,500 troops", "21,500 troops, then 1,500 troops", 20),
        ("troop", "troops and a troop", 13),
        ("4.5", "4.5 million, or 4.5 each", 16),
        ("500", "$500, -500, 2,500, 500-600, 500", 28),
        ("aa", "aaa aa", 4),
        ("2,500", "2,500,000 is not 2,500", 17),
    ],
)
def test_the_first_whole_occurrence_is_found(quote: str, text: str, start: int) -> None:
    assert Article(text).find(quote) == Found(start, start + len(quote), "exact")


def test_the_first_whole_occurrence_is_found_in_other_typography_too() -> None:
    text = "21,500\ntroops’, 1,500\ntroops’, 1,500\ntroops’"
    assert Article(text).find("1,500 troops'") == Found(16, 29, "punctuation")


# --- properties -----------------------------------------------------------------------------------------
# An article is written in pieces: a word of its own, with or without a number before it, and a separator.
# No word is a scale (million) and no number ends a piece, so every run of pieces begins and ends whole.

pieces = st.lists(
    st.tuples(
        st.none() | st.integers(0, 10**6).map(lambda n: f"{n:,}".replace("9", "8")),
        st.text("aekrtéЖ", min_size=1, max_size=6),
        st.sampled_from([" ", ", ", ".\n", "\n\n", " — ", "—", "’s ", "” ", " “", f" {NBSP}", "; $"]),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda piece: piece[1],
)
typography = ["'‘’‚‛′", '"“”„‟″', ["-", "‐", "‑", "‒", "–", "—", "―", "--"]]


@st.composite
def quoted(draw: st.DrawFn) -> tuple[str, int, int]:
    """An article, and the start and end of a quote from it that cuts no word and no number."""
    text, bounds = "", []
    for figure, word, separator in draw(pieces):
        start = len(text) - text.endswith("$") * (figure is not None)
        text += f"{figure} {word}" if figure else word
        bounds.append((start, len(text)))
        text += separator
    first = draw(st.integers(0, len(bounds) - 1))
    last = draw(st.integers(first, len(bounds) - 1))
    return text, bounds[first][0], bounds[last][1]


def typeset_again(data: st.DataObject, quote: str) -> str:
    """The same words with every quotation mark, dash and white space set in some other way."""
    alike = {mark: kind for kind in typography for mark in kind}
    spaces = st.text(f" \n\t{NBSP}{NARROW}", min_size=1, max_size=3)
    again = [data.draw(st.sampled_from(alike.get(mark, mark))) for mark in " ".join(quote.split())]
    return "".join(data.draw(spaces) if mark == " " else mark for mark in again)


@given(quoted())
def test_any_whole_slice_of_an_article_is_found_where_it_stands(case: tuple[str, int, int]) -> None:
    text, start, end = case
    assert Article(text).find(text[start:end]) == Found(start, end, "exact")


@given(quoted(), st.data())
def test_a_quote_typeset_again_covers_the_same_words(case: tuple[str, int, int], data: st.DataObject) -> None:
    text, start, end = case
    found = Article(text).find(typeset_again(data, text[start:end]))
    assert found is not None
    assert (found.start, found.end) == (start, end)


@given(quoted(), st.sampled_from("9zÖ٩"), st.data())
def test_a_quote_with_one_changed_letter_or_digit_is_never_found(
    case: tuple[str, int, int], changed: str, data: st.DataObject
) -> None:
    text, start, end = case
    quote = text[start:end]
    place = data.draw(st.sampled_from([i for i, mark in enumerate(quote) if mark.isalnum()]))
    assert Article(text).find(quote[:place] + changed + quote[place + 1 :]) is None


@given(quoted(), st.sampled_from("19aé"))
def test_a_quote_that_a_letter_or_digit_touches_is_never_found(
    case: tuple[str, int, int], touching: str
) -> None:
    text, start, end = case
    quote = text[start:end]
    if not quote.startswith("$"):
        assert Article(f"{touching}{quote}").find(quote) is None
    assert Article(f"{quote}{touching}").find(quote) is None


@given(st.text("ab1 ,’'-–\n", max_size=20), st.text("ab1 ,’'-–\n", max_size=4))
def test_what_is_found_has_the_letters_and_digits_of_the_quote(text: str, quote: str) -> None:
    found = Article(text).find(quote)
    if found is None:
        return
    words = text[found.start : found.end]
    assert (words == quote) == (found.quote_match == "exact")
    assert [mark for mark in words if mark.isalnum()] == [mark for mark in quote if mark.isalnum()]


# --- what is said together is not cut ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("article", "quote", "cut"),
    [
        ("There are no less than 500 troops.", "no less than 500 troops", "less than 500 troops"),
        ("There are no less than 500 troops.", "500 troops", "than 500 troops"),
        ("There are no less than 500 troops.", "There are no less than 500", "There are no"),
        ("There are not  more\nthan 880 troops.", "not more than 880 troops", "more than 880 troops"),
        ("There aren’t over 70 troops.", "aren’t over 70 troops", "over 70 troops"),
        ("It is no more than a dozen.", "no more than a dozen", "more than a dozen"),
        ("They took 2 000 troops.", "2 000 troops", "000 troops"),
        ("They took 2 500 troops.", "2 500 troops", "500 troops"),
        ("They took 12 500 000 of it.", "took 12 500 000", "took 12 500"),
    ],
)
def test_a_number_is_found_with_its_negation_and_its_thousands(article: str, quote: str, cut: str) -> None:
    assert Article(article).find(quote) is not None
    assert Article(article).find(cut) is None


@pytest.mark.parametrize(
    ("article", "quote"),
    [
        ("There are no more troops.", "more troops"),
        ("He said no. More than 500 stayed.", "More than 500 stayed"),
        ("On May 12 500 troops came.", "500 troops came"),
        ("At Camp 7 200 soldiers stay.", "200 soldiers stay"),
        ("There are about 500 troops.", "500 troops"),
    ],
)
def test_what_is_only_next_to_it_may_be_left_out(article: str, quote: str) -> None:
    assert Article(article).find(quote) is not None
