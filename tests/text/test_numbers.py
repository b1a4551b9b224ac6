"""Numerals: values worked out by hand from the words, pairs that differ in one thing, and properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generators import rising, texts
from iraqforce.model.counts import Count, Number, Qualifier
from iraqforce.text.number_words import QUALIFIERS
from iraqforce.text.numbers import LARGEST, CountError, number, parse, vague
from iraqforce.text.numbers_in_text import counts_in, numbers_in, readable, without_amounts

NBSP, THIN, NARROW = "\u00a0", "\u2009", "\u202f"

# --- values by hand ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("$5 million for 500 troops", {500}),
        ("£5m, €3 million and US$ 40", set()),
        ("12 percent of 5,200 troops, 3.5% more", {5200}),
        ("5,200 troops cost $1.5 billion", {5200}),
        ("12 per cent left, and 12 stayed", {12}),
    ],
)
def test_money_and_percentages_are_no_headcounts(text: str, left: set[int]) -> None:
    assert numbers_in(without_amounts(text)) == left


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0), ("7", 7), ("217", 217), ("4,087", 4087), ("4087", 4087), ("110,000", 110_000),
        ("1,234,567", 1_234_567), ("4.5", 4.5), ("1,500.5", 1500.5), ("2.0", 2), ("one", 1), ("Twelve", 12),
        ("4.5 million", 4_500_000), ("4.5 Million", 4_500_000), ("4.5-million", 4_500_000),
        ("4.5 billion", 4_500_000_000), ("1 trillion", 1_000_000_000_000), ("3 thousand", 3000),
        ("3 hundred", 300), ("two dozen", 24), ("five hundred", 500), ("two millions", 2_000_000),
        ("0.1 thousand", 100), ("1,000 trillion", 10**15), ("$415 million", 415_000_000),
        ("€2.5 billion", 2_500_000_000), ("£900", 900), ("  4,087 ", 4087), ("4.5\nmillion", 4_500_000),
        ("12k", 12_000), ("600K", 600_000), ("2.5k", 2500), ("3bn", 3_000_000_000), ("3 bn", 3_000_000_000),
        ("7mn", 7_000_000), ("1tn", 10**12), ("$12M", 12_000_000), ("€1.5m", 1_500_000),
        ("US$5 million", 5_000_000), ("fifty", 50), ("twenty-five hundred", 2500), ("a hundred and six", 106),
        ("one hundred and thirty thousand", 130_000), ("Two hundred and fifty", 250),
    ],
)  # fmt: skip
def test_an_exact_number_is_its_value_and_both_bounds(text: str, value: Number) -> None:
    assert parse(text) == Count(text, value, value, value, "exact")


@pytest.mark.parametrize("space", [NBSP, THIN, NARROW])
def test_a_space_that_does_not_break_a_line_separates_thousands(space: str) -> None:
    assert number(f"2{space}500") == 2500
    assert parse(f"2{space}500").value == 2500
    assert parse(f"about 1{space}234{space}567").value == 1_234_567


@pytest.mark.parametrize(("text", "value"), [("2 500", 2500), ("1 234 567", 1_234_567), ("2 500.5", 2500.5)])
def test_a_plain_space_separates_thousands_too(text: str, value: Number) -> None:
    assert parse(text) == Count(text, value, value, value, "exact")
    assert parse(f"more than {text}").value == number(text) == value


@pytest.mark.parametrize(
    "text", ["2 50", "2 5000", "2500 000", "0 500", "02 500", "2  500", "2\n500", "2 000 00"]
)
def test_a_space_that_sets_no_thousands_apart_is_refused(text: str) -> None:
    with pytest.raises(CountError):
        parse(text)


MORE_THAN = [
    "a little more than", "a little over", "a lot more than", "above", "higher than", "in excess of",
    "just above", "just over", "more than", "over", "tops", "upwards of", "well above", "well over",
]  # fmt: skip
AT_LEAST = [
    "a minimum of", "as few as", "at least", "no fewer than", "no less than", "not fewer than",
    "not less than",
]  # fmt: skip
AT_MOST = [
    "a maximum of", "as many as", "at most", "no more than", "not more than", "not over", "up to",
    "up to about", "up to approximately",
]  # fmt: skip
ABOUT = [
    "about", "almost", "an estimated", "approx.", "approximately", "around", "barely", "c.", "ca.", "circa",
    "close to", "just under", "nearly", "roughly", "some", "something like", "somewhere around", "~", "≈",
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "qualifier", "low", "high"),
    [
        *((words, "about", 5000, 5000) for words in ABOUT),
        *((words, "more_than", 5000, None) for words in MORE_THAN),
        *((words, "at_least", 5000, None) for words in AT_LEAST),
        *((words, "less_than", None, 5000) for words in ("below", "fewer than", "less than", "under")),
        *((words, "at_most", None, 5000) for words in AT_MOST),
    ],
)
def test_a_qualifier_opens_one_side_and_about_has_no_width(
    words: str, qualifier: Qualifier, low: int | None, high: int | None
) -> None:
    text = f"{words} 5,000"
    assert parse(text) == Count(text, 5000, low, high, qualifier)


@pytest.mark.parametrize(
    ("text", "qualifier", "value", "low", "high"),
    [
        ("500 or more", "at_least", 500, 500, None),
        ("500 or fewer", "at_most", 500, None, 500),
        ("500 or so", "about", 500, 500, 500),
        ("5,000-or-so", "about", 5000, 5000, 5000),
        ("1,100-odd", "about", 1100, 1100, 1100),
        ("4,000+", "at_least", 4000, 4000, None),
        ("1,030-plus", "at_least", 1030, 1030, None),
        ("1,050 at least", "at_least", 1050, 1050, None),
        ("22 at most", "at_most", 22, None, 22),
        ("22 or less", "at_most", 22, None, 22),
        ("~12,000", "about", 12_000, 12_000, 12_000),
        ("C. 650", "about", 650, 650, 650),
        ("around 500 or so", "about", 500, 500, 500),
        ("about 500 or more", "at_least", 500, 500, None),
        ("more than 4,000+", "more_than", 4000, 4000, None),
        ("About 2,500", "about", 2500, 2500, 2500),
        ("MORE THAN 5,000", "more_than", 5000, 5000, None),
        ("more  than\n5,000", "more_than", 5000, 5000, None),
        (f"about{NBSP}50", "about", 50, 50, 50),
        ("more than 4.5 million", "more_than", 4_500_000, 4_500_000, None),
        ("up to $2 billion", "at_most", 2_000_000_000, None, 2_000_000_000),
        ("less than a thousand", "less_than", 1000, None, 1000),
        ("around 5,000 or 6,000", "range", None, 5000, 6000),
        ("nearly two dozen", "about", 24, 24, 24),
        ("at least one", "at_least", 1, 1, None),
        ("fewer than 0", "less_than", 0, None, 0),
    ],
)
def test_a_qualifier_is_read_wherever_and_however_it_is_written(
    text: str, qualifier: str, value: Number, low: Number | None, high: Number | None
) -> None:
    read = parse(text)
    assert (read.qualifier, read.value, read.low, read.high) == (qualifier, value, low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("500 to 600", 500, 600),
        ("between 500 and 600", 500, 600),
        ("Between 500 And 600", 500, 600),
        ("500-600", 500, 600),
        ("500–600", 500, 600),
        ("500--600", 500, 600),
        ("500 – 600", 500, 600),
        ("5,000-6,000", 5000, 6000),
        ("0 to 5", 0, 5),
        ("4.5-5.5", 4.5, 5.5),
        ("about 500 to 600", 500, 600),
        ("two to three", 2, 3),
        ("two to three dozen", 24, 36),
        ("4 to 5 million", 4_000_000, 5_000_000),
        ("4-5 million", 4_000_000, 5_000_000),
        ("4.5 to 5 million", 4_500_000, 5_000_000),
        ("between 4 and 5 million", 4_000_000, 5_000_000),
        ("4 million to 5 million", 4_000_000, 5_000_000),
        ("900 thousand to 1 million", 900_000, 1_000_000),
        ("500,000 to 1 million", 500_000, 1_000_000),
        ("$4 to $5 billion", 4_000_000_000, 5_000_000_000),
        ("4-5bn", 4_000_000_000, 5_000_000_000),
        ("$10-12m", 10_000_000, 12_000_000),
        ("2 000-2 500", 2000, 2500),
    ],
)
def test_a_range_names_no_single_value(text: str, low: Number, high: Number) -> None:
    assert parse(text) == Count(text, None, low, high, "range")


def test_withheld_is_no_number_and_not_zero() -> None:
    withheld, zero = parse("withheld"), parse("0")
    assert (withheld.value, withheld.low, withheld.high) == (None, None, None)
    assert (withheld.withheld, zero.withheld) == (True, False)
    assert (zero.value, zero.low, zero.high) == (0, 0, 0)


@pytest.mark.parametrize(
    ("low", "high"), [(200, None), (None, 900), (200, 900), (300, 300), (0, 5), (None, None)]
)
def test_vague_words_have_the_bounds_of_the_curator_and_no_value(low: int | None, high: int | None) -> None:
    read = vague("several hundred", low=low, high=high)
    assert read == Count("several hundred", None, low, high, "vague")


REFUSED = [
    "", " ", "about", "more than", "several hundred", "hundreds", "dozens", "many", "unknown", "none", "null",
    "troops", "2,500 troops", "about about 500", "more than 500 to 600", "up to 500-600", "-500", "\u2212500",
    "about -500", "-500 to 600", "500 to -600", "$-500", "1,50", "1,5000", "15,00,000", "1,500,00", ",500",
    "1,500,", ".5", "5.", "1.5.2", "1e5", "0x10", "1_000", "nan", "inf", "NaN", "½", "500²", "٥٠٠", "５００",
    "26th", "M120", "500++", "+500", "~~500", ">500", "000", "012", "0,500", "about 012",
    "at least 500 at most", "fewer than 500 or more", "not about 500", "not at least 500",
    "isn't more than 500", "5m", "12M", "10-12m", "5 m", "12km", "12kk", "5 k", "k", "12\u212a", "50%",
    "600 to 500", "500 to 500", "2 million to 1 million", "500 to", "to 500", "500-", "between 500",
    "between 500 to 600", "1 to 2 to 3", "1-2-3", "500 to many",
    "million", "5 zillion", "1,000,000,000,000,001", "1,001 trillion",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=ascii)
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(CountError):
        parse(text)


@pytest.mark.parametrize("text", ["9" * 40, "9" * 5000])
def test_the_refusal_of_an_endless_number_is_short(text: str) -> None:
    with pytest.raises(CountError) as refusal:
        parse(text)
    assert len(str(refusal.value)) < 80


# Outside ASCII some letters differ from i and s only by case for `re`: long s, dotless i.
@pytest.mark.parametrize(
    "text", ["\u017fix", "\u017fome 500", "f\u0131ve", "2 m\u0131llion", "5 thou\u017fand"]
)
def test_letters_that_only_resemble_a_number_word_are_refused_and_read_as_nothing(text: str) -> None:
    with pytest.raises(CountError):
        parse(text)
    assert numbers_in(text) <= {500, 5, 2}


def test_a_number_of_fifteen_zeros_is_the_largest() -> None:
    assert parse(f"{LARGEST:,}").value == 10**15
    with pytest.raises(CountError):
        parse(f"{LARGEST + 1:,}")


@pytest.mark.parametrize(("text", "value"), [("200", 200), ("4,500", 4500), ("4.5", 4.5), ("0", 0)])
def test_a_bound_is_a_plain_number(text: str, value: Number) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "-5", "about 5", "5 to 6", "withheld", "1,50", "5 ", " 5", "5\n", "٥"])
def test_a_bound_of_any_other_form_is_refused(text: str) -> None:
    with pytest.raises(CountError):
        number(text)


@pytest.mark.parametrize(("text", "low", "high"), [("", 1, 2), (" \n", 1, 2), ("dozens", 99, 24)])
def test_vague_words_need_words_and_bounds_that_rise(text: str, low: int, high: int) -> None:
    with pytest.raises(CountError):
        vague(text, low=low, high=high)


@pytest.mark.parametrize("text", ["4,500 troops", "hundreds, about 300", "six or more", "12k", "2 000 men"])
def test_vague_words_name_no_number(text: str) -> None:
    with pytest.raises(CountError, match="names"):
        vague(text, low=1, high=9)


@pytest.mark.parametrize("text", ["one or two hundred", "5m", "a dozen"])
def test_words_that_no_count_reads_are_given_bounds(text: str) -> None:
    assert vague(text, low=1, high=None).text == text


# --- readable in a quote: each pair is a quote that carries the count and one that does not -------------


@pytest.mark.parametrize(
    ("text", "carried", "other"),
    [
        ("1,500", "1,500 troops", "21,500 troops"),
        ("1,500", "1,500 troops", "1,500,000 troops"),
        ("1,500", "there are 1,500.", "there are 1,500.5"),
        ("500", "500 troops", "2,500 troops"),
        ("500", "in 2016, 500 troops", "in 2016,500 troops"),
        ("500", "500 troops", f"2{NBSP}500 troops"),
        ("500", "500 troops", f"2{NARROW}500 troops"),
        ("2", "2 troops", f"2{NBSP}500 troops"),
        ("2,500", f"2{NBSP}500 troops", f"2{NBSP}5000 troops"),
        ("2,500", "2500 troops", "25000 troops"),
        ("some 120", "some 120 leaders", "M120A2"),
        ("120", "some 120 leaders", "the M120 mortar"),
        ("120", "some 120 leaders", "120mm shells"),
        ("26", "26 strikes", "26th unit"),
        ("26", "26 strikes", "the 126 strikes"),
        ("16", "16 F-15 jets", "F-16 jets"),
        ("9", "9 drones", "an MQ-9 drone"),
        ("19", "19 cases", "COVID-19 cases"),
        ("4.5 million", "more than 4.5 million people", "more than 4.5 people"),
        ("4.5 million", "4.5-million people", "45 million people"),
        ("4.5 million", "4,500,000 people", "4,500 people"),
        ("4.5 million", "4.5  million people", "4.5 billion people"),
        ("4.5", "a 4.5 rise", "more than 4.5 million people"),
        ("4.5", "a 4.5 rise", "more than 4.5  million people"),
        ("4.5", "a 4.5 rise", "more than 4.5\n   million people"),
        ("4.5", "a 4.5 rise", "version 4.5.1"),
        ("4", "4 people", "4.5 million people"),
        ("5", "5 people", "4.5 people"),
        ("5 million", "5 million people", "4.5 million people"),
        ("3,900", "there are 3,900 troops", "there are 3,800 troops"),
        ("3,800", "from 3,800 to 3,900 troops", "from 3,700 to 3,900 troops"),
        ("500", "—500 of them—", "a change of -500"),
        ("500", "(500)", "(-500)"),
        ("500", "500 troops", "\u2212500 troops"),
        ("500", "500-600 troops", "5-600 troops"),
        ("600", "500-600 troops", "500-6000 troops"),
        ("600", "500–600 troops", "500–1,600 troops"),
        ("$415 million", "a $415 million plan", "a $415 plan"),
        ("One", "One soldier died", "Someone died"),
        ("1", "one of them", "None of them"),
        ("10", "ten soldiers", "often"),
        ("24", "two dozen soldiers", "two soldiers"),
        ("5", "five soldiers", "twenty-five soldiers"),
        ("200", "two hundred soldiers", "two hundred and fifty soldiers"),
        ("200", "200 soldiers", "two hundred thousand refugees"),
        ("500", "five hundred soldiers", "five hundred million dollars"),
        ("0", "0 troops", "10 troops"),
        ("0", "a total of 0.", "0.5 troops"),
        ("about 2,500", "about 2,500 troops", "about 2,600 troops"),
        ("more than 5,000", "there are more than 5,000", "there are more than 55,000"),
        ("500", "500 troops", "troops"),
        ("500", "500", ""),
        ("no less than 500", "no less than 500 men", "not around 500 men"),
        ("500", "not 500 men", "isn’t over 500 men"),
        ("2 000", "2 000 men", "2 000 000 men"),
        ("2,500", "2 500 men", "12 500 men"),
        ("12,500", "12 500 men", "12  500 men"),
        ("500", "May 12 500 men", "May 12 5000 men"),
        ("500 000", "May 12 500 000 men", "May 12 500 00 men"),
        ("2", "2 500 men", "2 000 men"),
        ("1,200", "1.200 hommes", "1.20 hommes"),
        ("1.2", "1.200 hommes", "11.200 hommes"),
        ("12k", "12k men", "12km of road"),
        ("12,000", "12K men", "12KM of road"),
        ("12 million", "12M refugees", "12MW of power"),
        ("3 billion", "$3bn", "$3bnx"),
        ("about 12,000", "~12,000 men", "~112,000 men"),
        ("6", "six men", "a hundred and six men"),
        ("6", "six men", "two thousand six men"),
        ("0", "there were no troops", "there were no more than 7 troops"),
    ],
)
def test_a_number_is_readable_in_one_quote_and_not_in_the_other(text: str, carried: str, other: str) -> None:
    assert readable(parse(text), carried)
    assert not readable(parse(text), other)


@pytest.mark.parametrize(
    ("text", "carried", "other"),
    [
        ("500 to 600", "500 to 600 troops", "500 to 700 troops"),
        ("500 to 600", "between 500 and 600 troops", "600 troops"),
        ("500 to 600", "500–600 troops", "500–6,000 troops"),
        ("500 to 600", "500 to 600 troops", "from 2,500 to 600 troops"),
        ("500 to 600", "500 to 600 troops", "500 to 600,000 troops"),
        ("500 to 600", "500 to 600 troops", "500 to 600 thousand troops"),
        ("500 to 600", "500 to 600 troops", "1.500 to 600 troops"),
        ("4 to 5 million", "4 to 5 million people", "4 to 5 people"),
        ("4 to 5 million", "4 to\n5 million people", "4 to 5 billion people"),
        ("4 to 5 million", "between 4 and 5 million people", "between 3 and 5 million people"),
        ("4-5 million", "4–5 million people", "4–5 billion people"),
        ("4 to 5 million", "4 million to 5 million people", "5 million people"),
        ("two to three dozen", "two to three dozen men", "two to three men"),
    ],
)
def test_a_range_is_readable_by_both_its_ends(text: str, carried: str, other: str) -> None:
    assert readable(parse(text), carried)
    assert not readable(parse(text), other)


@pytest.mark.parametrize(
    ("text", "carried", "other"),
    [
        ("130,000", "one hundred and thirty thousand troops were in Iraq", "one hundred thirty troops"),
        ("130,000", "One Hundred Thirty Thousand troops", "one hundred and thirty million troops"),
        ("130,000", "one hundred and\n  thirty thousand", "one hundred, and thirty thousand"),
        ("130", "one hundred and thirty troops", "one hundred and thirty thousand troops"),
        ("100", "one hundred troops", "one hundred and thirty thousand troops"),
        ("30,000", "thirty thousand troops", "one hundred and thirty thousand troops"),
        ("2,500", "twenty-five hundred troops", "twenty-five troops"),
        ("2,500", "twenty five hundred troops", "five hundred troops"),
        ("500", "five hundred troops", "twenty five hundred troops"),
        ("5", "five troops", "twenty five hundred troops"),
        ("100,000", "one hundred thousand troops", "a hundred thousand troops"),
        ("2,500,000", "two million five hundred thousand people", "two million five thousand people"),
        ("2,016", "two thousand sixteen people", "two thousand sixty people"),
        ("106", "a hundred and six men", "several hundred and six men"),
        ("50", "fifty men", "several hundred and fifty men"),
        ("20", "twenty men", "the twentieth man"),
        ("20", "twenty men", "the twenty-first man"),
        ("about 50", "about fifty men", "not about fifty men"),
        ("no less than 50", "no less than fifty men", "not around fifty men"),
        ("100", "one hundred men", "one hundred hundred men"),
        ("20,000 to 30,000", "twenty to thirty thousand men", "twenty or thirty thousand men"),
        ("20,000 to 30,000", "between twenty thousand and thirty thousand men", "thirty thousand men"),
        ("100 to 200", "between one hundred and two hundred men", "one hundred and two men"),
        ("10,000 to 12,000", "ten to twelve thousand men", "ten to twelve men"),
    ],
)
def test_a_number_in_words_is_readable(text: str, carried: str, other: str) -> None:
    assert readable(parse(text), carried)
    assert not readable(parse(text), other)


@pytest.mark.parametrize(
    ("text", "carried", "other"),
    [
        ("500", "the war--500 men--ended", "a change of -500"),
        ("500 to 600", "500--600 men", "500--700 men"),
    ],
)
def test_two_hyphens_are_a_dash_and_no_minus_sign(text: str, carried: str, other: str) -> None:
    assert readable(parse(text), carried)
    assert not readable(parse(text), other)


@pytest.mark.parametrize(
    ("words", "carried", "other"),
    [
        ("several hundred", "several hundred troops", "a hundred troops"),
        ("several hundred", "Several hundred troops", "several hundreds"),
        ("several hundred", "several\n hundred troops", "several other hundred"),
        ("several hundred", f"several{NBSP}hundred troops", "several thousand troops"),
        ("several hundred", "several hundred troops", "several hundred thousand refugees"),
        ("dozens", "dozens of troops", "two dozen troops"),
        ("many", "many troops", "Germany"),
        ("a year or longer", "for a year or longer.", "for a year"),
        ("hundreds", "hundreds of troops", "hundreds of thousands of refugees"),
        ("hundreds of thousands", "hundreds of thousands", "hundreds of thousands of millions"),
        ("thousands", "thousands fled", "tens of thousands fled"),
        ("a dozen", "a dozen men", "more than a dozen men"),
        ("several hundred", "several hundred men", "no more than several hundred men"),
        ("hundreds (roughly)", "hundreds (roughly) of men", "hundreds roughly of men"),
    ],
)
def test_vague_words_are_readable_as_whole_words(words: str, carried: str, other: str) -> None:
    assert readable(vague(words, low=1, high=None), carried)
    assert not readable(vague(words, low=1, high=None), other)


def test_a_true_zero_is_readable_in_a_word() -> None:
    assert readable(parse("zero"), "there were zero troops left")
    assert readable(parse("0"), "there were no troops left")
    assert not readable(parse("0"), "there were 10 troops left")
    assert not readable(parse("1"), "there were no troops left")


def test_a_withheld_count_asks_no_number_of_its_quote() -> None:
    assert readable(parse("withheld"), "officials would not say how many")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("In 2016, 26 strikes by the 26th unit", {2016, 26}),
        ("3,800 of 4,087 U.S. troops", {3800, 4087}),
        ("a $415 million plan and 4.5 more", {415_000_000, 4.5}),
        ("from 2,500 to 500–600", {2500, 500, 600}),
        ("fell by -500", {-500}),
        ("no number", set()),
        ("١٢٠", set()),
        ("9" * 50, set()),
    ],
)
def test_the_numbers_of_a_text_are_those_that_stand_whole(text: str, numbers: set[Number]) -> None:
    assert numbers_in(text) == numbers


# --- properties ---------------------------------------------------------------------------------------


@given(st.integers(0, LARGEST))
def test_a_number_written_with_commas_or_without_is_read_as_itself(value: int) -> None:
    assert (parse(f"{value:,}").value, parse(str(value)).value) == (value, value)
    assert parse(f"{value:,}").value == number(f"{value:,}")


@given(rising)
def test_a_range_is_read_as_its_ends(ends: list[int]) -> None:
    for text in ("{:,} to {:,}", "between {:,} and {:,}", "{}-{}"):
        assert (parse(text.format(*ends)).low, parse(text.format(*ends)).high) == tuple(ends)


@given(texts)
def test_a_count_is_readable_in_a_quote_that_words_it_so(text: str) -> None:
    assert readable(parse(text), f"there are {text} troops")
    assert readable(parse(text), text)


@given(st.integers(1, 10**9), st.integers(1, 9))
def test_a_number_within_a_longer_one_is_never_readable(value: int, digit: int) -> None:
    text = f"{value:,}"
    longer = [f"{digit}{text}", f"{text}{digit}", f"{digit}.{text}", f"{text}.{digit}", f"{text},000"]
    longer += [f"{digit},{text}", f"{digit}{value}", f"{value}{digit}", f"{text} million", f"-{text}"]
    for embedded in longer:
        assert not readable(parse(text), f"there are {embedded} troops")


@given(st.integers(1, 10**6), st.sampled_from("aZé_٣²"))
def test_a_number_that_a_letter_touches_is_never_readable(value: int, letter: str) -> None:
    assert not readable(parse(f"{value:,}"), f"the {letter}{value:,} and the {value:,}{letter}")


@given(st.text(alphabet="0123456789,.-– $toandbewn milionhusrd", max_size=24) | st.text(max_size=12))
def test_any_text_is_read_with_rising_bounds_or_refused(text: str) -> None:
    try:
        count = parse(text)
    except CountError:
        return
    assert count.text == text
    assert count.low is None or count.high is None or 0 <= count.low <= count.high


# --- counts in running text --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("about 2,500 troops", ["about 2,500"]),
        ("5 tanks; at  least 12 jets", ["5", "at  least 12"]),
        ("more than 4.5\nmillion people", ["more than 4.5\nmillion"]),
        ("500\u2013600 men, 700 or more", ["500\u2013600", "700 or more"]),
        ("500--600 men--700 in all", ["500--600", "700"]),
        ("between 5 and 10 tanks", ["between 5 and 10"]),
        ("from 3,800 to 4,087", ["3,800", "4,087"]),
        ("of 3,800 to 4,087", ["3,800 to 4,087"]),
        ("600 to 500 pieces", ["600", "500"]),
        (f"2{NBSP}500 troops", [f"2{NBSP}500"]),
        ("26th M777A2 F-16 4.5.1", []),
        ("a change of -500", []),
        ("several hundred", []),
        ("no less than 500, not more than 880", ["no less than 500", "not more than 880"]),
        ("not about 500; never more than 7", []),
        ("not 500 but 600", ["500", "600"]),
        ("~12,000 men, 4,000+ of them c. 20", ["~12,000", "4,000+", "c. 20"]),
        ("22 at most; 30 at least 20 of whom", ["22 at most", "30", "at least 20"]),
        ("12k men, $5m, 5m of road, 12km", ["12k", "$5m"]),
        ("2 000 men, 2 50 or 2\n500", ["2 000", "2", "50", "2", "500"]),
        ("a hundred and six men", []),
    ],
)
def test_counts_in_running_text_stand_in_their_own_words(text: str, words: list[str]) -> None:
    found = list(counts_in(text))
    assert [text[place.start : place.end] for place in found] == words
    assert [place.count for place in found] == [parse(each) for each in words]


@given(
    st.sampled_from(["no", "not", "No", "NOT", "isn't", "aren’t"]),
    st.sampled_from(sorted(QUALIFIERS)),
    st.integers(1, 10**6),
)
def test_no_negated_qualifier_yields_that_qualifier(negation: str, words: str, value: int) -> None:
    for place in counts_in(f"There were {negation} {words} {value:,} of them."):
        assert place.count is not None
        assert place.count.qualifier != QUALIFIERS[words]
        assert place.count.text.lower() == f"{negation} {words} {value:,}".lower()
    [place] = counts_in(f"There were {words} {value:,} of them.")
    assert place.count is not None
    assert place.count.qualifier == QUALIFIERS[words]


@given(texts)
def test_a_count_alone_is_found_whole(text: str) -> None:
    [place] = counts_in(f"There are {text}.")
    assert place.count == parse(text)
