"""Numbers in running text: what a reader takes for a count, beside what looks like one and is none."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from iraqforce.model.counts import Number
from iraqforce.text.dates_in_text import dates
from iraqforce.text.mentions import numbers
from iraqforce.text.numbers import parse


def words(text: str) -> list[str]:
    return [mention.words for mention in numbers(text)]


@pytest.mark.parametrize(
    ("text", "found", "value"),
    [
        ("there are 3,800 troops", "3,800", 3800),
        ("about 2,500 service members", "about 2,500", 2500),
        ("freed more than 4.5 million people", "more than 4.5 million", 4_500_000),
        ("give $415 million to them", "$415 million", 415_000_000),
        ("killed some 120 leaders", "some 120", 120),
        ("his age is close to 60 now", "close to 60", 60),
        ("The actual number tops 5,000.", "tops 5,000", 5000),
        ("a 500-strong force", "500", 500),
        ("more than 2000 soldiers", "more than 2000", 2000),
        ("2000 U.S. Army soldiers", "2000", 2000),
        ("One Marine at the base was killed", "One", 1),
        ("one Dutch soldier died", "one", 1),
        ("That includes one near Palmyra", "one", 1),
        ("at least one aircraft", "at least one", 1),
        ("for over 18 months", "18", 18),
        ("over 18 soldiers", "over 18", 18),
        ("50% of them", "50", 50),
    ],
)
def test_a_count_is_found_in_its_own_words(text: str, found: str, value: Number) -> None:
    [mention] = numbers(text)
    assert mention.words == text[mention.start : mention.end] == found
    assert mention.count is not None
    assert mention.count.value == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“several hundred” Marines", "several hundred"),
        ("send hundreds of forces", "hundreds"),
        ("killed dozens of them", "dozens"),
        ("tens of thousands of refugees", "tens of thousands"),
        ("a dozen howitzers", "a dozen"),
        ("could take a year or longer", "a year or longer"),
    ],
)
def test_words_that_name_no_number_are_found_without_a_count(text: str, found: str) -> None:
    assert [(mention.words, mention.count) for mention in numbers(text)] == [(found, None)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("more than a dozen howitzers", "more than a dozen", 12),
        ("Twenty-five soldiers", "Twenty-five", 25),
        ("two hundred and fifty tanks", "two hundred and fifty", 250),
        ("one hundred thousand men", "one hundred thousand", 100_000),
        ("one hundred and thirty thousand troops", "one hundred and thirty thousand", 130_000),
        ("twenty five hundred men", "twenty five hundred", 2_500),
        ("twenty-five hundred men", "twenty-five hundred", 2_500),
        ("about thirteen tanks", "about thirteen", 13),
    ],
)
def test_a_number_in_words_has_its_value(text: str, words: str, value: int) -> None:
    [mention] = numbers(text)
    assert mention.count is not None
    assert (mention.words, mention.count.text, mention.count.value) == (words, words, value)


@pytest.mark.parametrize(
    "text",
    [
        "26th Marine Expeditionary Unit", "an M777A2 Howitzer", "F-16 jets and a 155mm gun",
        "on March 18, 2016", "by Dec. 31", "in 2017", "The 2003 invasion", "from 2010 to 2011",
        "in the 1990s", "at 3 p.m. or 10:30", "nearly two years ago", "in the past two weeks",
        "write to @unit26 or #31", "see https://example.org/2016/500", "call 020-7946-0000 or (202) 555-0147",
        "any one additional leader", "one of the vehicles", "No one knows", "one another",
        "ISIS Number 2 Believed Killed", "under Resolution 2170", "No. 10 said",
        "a 20-year war and a two-day visit", "Ann Reed, 51, said", "no troops at all", "24/7", "on 9/11",
        "a 5.56-mm round and a 155mm gun", "COVID-19 and the G7", "at 0900 hours or 3pm",
        "Camp 7 and a Boeing 737-800", "the ’90s",
    ],
)  # fmt: skip
def test_what_counts_nothing_is_left_out(text: str) -> None:
    assert words(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from 500 to 600 troops", ["500", "600"]),
        ("of 500 to 600 troops", ["500 to 600"]),
        ("from about 500 personnel to around 4,000", ["about 500", "around 4,000"]),
        ("24 Challenger 2 tanks", ["24"]),
        ("In 2015, 500 troops", ["500"]),
        ("600 to 500 troops", ["600", "500"]),
        ("between 500 and 600, or 700", ["between 500 and 600", "700"]),
    ],
)
def test_several_numbers_are_found_in_their_order(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a change of -500", "-500"),
        ("not around 500 men", "not around 500"),
        ("they aren’t over 500", "aren’t over 500"),
        ("5m of road", "5m"),
        ("50km of road", "50km"),
        ("1.200 hommes", "1.200"),
        ("some 1.200 hommes", "some 1.200"),
        ("a 300-vehicle convoy", "300-vehicle"),
        ("version 4.5.1", "4.5.1"),
        ("$3B", "$3B"),
        ("012 men", "012"),
        ("٥٠٠ soldiers", "٥٠٠"),
        ("５００ soldiers", "５００"),
        ("2½ million", "2½"),
        ("at least 500 at most", "500"),
        ("In May 2 50000x", "50000x"),
    ],
)
def test_digits_that_only_a_person_can_read_are_told_without_a_count(text: str, found: str) -> None:
    assert [(mention.words, mention.count) for mention in numbers(text)] == [(found, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("hundreds of thousands of refugees", ["hundreds of thousands"]),
        ("several hundred thousand refugees", ["several hundred thousand"]),
        ("no more than several\nhundred men", ["no more than several\nhundred"]),
        ("May 12 500 troops came", ["500"]),
        ("On 12 May 2 000 troops came", ["2 000"]),
        ("In May 2 000 troops came", ["2 000"]),
        ("In 2015 500 troops came", ["500"]),
        ("Camp 7 200 soldiers", ["200"]),
        ("12 500 troops came", ["12 500"]),
        ("1 234 567 refugees", ["1 234 567"]),
        ("won 10-12 5 times", ["10-12", "5"]),
        ("2000+ soldiers and ~2000 more", ["2000+", "~2000"]),
    ],
)
def test_a_number_is_told_whole_and_without_its_date(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_millions_are_told_from_meters_by_the_people_after_them() -> None:
    people, road, money = numbers("12M refugees walked 5m, for $5m")
    assert people.count == parse("12 million")
    assert (people.words, road.words, road.count) == ("12M", "5m", None)
    assert money.count == parse("$5m")


@pytest.mark.parametrize("digits", ["007M", "9999999999M"])
def test_millions_of_people_that_name_no_count_are_told_unread(digits: str) -> None:
    [mention] = numbers(f"{digits} refugees")
    assert (mention.words, mention.count) == (digits, None)


@example("0-0 0")
@given(st.text(alphabet="0123456789 .,+-~mkMay", max_size=20))
def test_digits_are_never_passed_over_in_silence(text: str) -> None:
    told = [(mention.start, mention.end) for mention in numbers(text)]
    told += [(mention.start, mention.end) for mention in dates(text)]
    named = re.compile(r"[A-Za-z]-?\w*[0-9]|mm\b|(?:[0-9][ -]?){7}|[ap]\.?m")
    for match in re.finditer(r"[0-9]+", text):
        if not named.search(text):
            assert any(start < match.end() and match.start() < end for start, end in told)


@given(st.text())
def test_mentions_are_words_of_the_text_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in numbers(text):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.words
        end = mention.end


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At Balad, in Iraq, 25,000 troops lived.", ["25,000"]),
        ("Some Doe, 25, a soldier, agreed.", []),
        ("By November 1,500 troops were back.", ["1,500"]),
        ("On November 1, 500 troops were back.", ["500"]),
    ],
)
def test_a_comma_within_a_number_ends_neither_an_age_nor_a_day(text: str, words: list[str]) -> None:
    assert [each.words for each in numbers(text)] == words
