"""Dates: values worked out by hand, properties, and the library `edtf` as an oracle."""

from __future__ import annotations

from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import TYPE_CHECKING

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given, settings
from hypothesis import strategies as st

from iraqforce.model.dates import DateError, PartialDate, of_day, parse

if TYPE_CHECKING:
    from time import struct_time

# Written forms. Years stop at 9998: the winter of 9999 ends after the last day that Python knows.
days = st.dates(max_value=date(9998, 12, 31))
day_texts = days.map(date.isoformat)
month_texts = day_texts.map(lambda text: text[:7])
year_texts = day_texts.map(lambda text: text[:4])
season_texts = st.builds("{}-{}".format, year_texts, st.integers(21, 24))
quarter_texts = st.builds("{}-{}".format, year_texts, st.integers(33, 36))
unspecified_texts = st.one_of(
    st.integers(1, 999).map("{:03}X".format),
    st.integers(1, 99).map("{:02}XX".format),
    year_texts.map("{}-XX".format),
    year_texts.map("{}-XX-XX".format),
    month_texts.map("{}-XX".format),
)
calendar_texts = st.one_of(day_texts, month_texts, year_texts)
# Sorted as text, the first never begins after the last ends: "2016" stands before "2016-03" and "2017".
closed_texts = st.lists(calendar_texts, min_size=2, max_size=2).map(lambda ends: "/".join(sorted(ends)))
open_texts = st.one_of(calendar_texts.map("../{}".format), calendar_texts.map("{}/..".format))
qualified_texts = st.builds("{}{}".format, calendar_texts, st.sampled_from("~?%"))
dates = st.one_of(
    calendar_texts, season_texts, quarter_texts, unspecified_texts, closed_texts, open_texts, qualified_texts
).map(parse)

SPANS = [
    ("2016-03-25", "day", "2016-03-25", "2016-03-25"),
    ("2024-02-29", "day", "2024-02-29", "2024-02-29"),
    ("0001-01-01", "day", "0001-01-01", "0001-01-01"),
    ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
    ("2016-03", "month", "2016-03-01", "2016-03-31"),
    ("2016-04", "month", "2016-04-01", "2016-04-30"),
    ("2016-12", "month", "2016-12-01", "2016-12-31"),
    ("2023-02", "month", "2023-02-01", "2023-02-28"),
    ("2024-02", "month", "2024-02-01", "2024-02-29"),
    ("1900-02", "month", "1900-02-01", "1900-02-28"),
    ("2000-02", "month", "2000-02-01", "2000-02-29"),
    ("9999-12", "month", "9999-12-01", "9999-12-31"),
    ("2016", "year", "2016-01-01", "2016-12-31"),
    ("0001", "year", "0001-01-01", "0001-12-31"),
    ("9999", "year", "9999-01-01", "9999-12-31"),
    ("2015-21", "season", "2015-03-01", "2015-05-31"),
    ("2015-22", "season", "2015-06-01", "2015-08-31"),
    ("2015-23", "season", "2015-09-01", "2015-11-30"),
    ("9999-23", "season", "9999-09-01", "9999-11-30"),
    ("2016-33", "quarter", "2016-01-01", "2016-03-31"),
    ("2016-34", "quarter", "2016-04-01", "2016-06-30"),
    ("2016-35", "quarter", "2016-07-01", "2016-09-30"),
    ("9999-36", "quarter", "9999-10-01", "9999-12-31"),
    ("201X", "decade", "2010-01-01", "2019-12-31"),
    ("001X", "decade", "0010-01-01", "0019-12-31"),
    ("999X", "decade", "9990-01-01", "9999-12-31"),
    ("20XX", "century", "2000-01-01", "2099-12-31"),
    ("2016-XX", "year", "2016-01-01", "2016-12-31"),
    ("2016-XX-XX", "year", "2016-01-01", "2016-12-31"),
    ("2016-02-XX", "month", "2016-02-01", "2016-02-29"),
    ("2014/2017", "interval", "2014-01-01", "2017-12-31"),
    ("201X/2016-36", "interval", "2010-01-01", "2016-12-31"),
    ("2016-33/2016-03-XX", "interval", "2016-01-01", "2016-03-31"),
    ("2014-06/2017", "interval", "2014-06-01", "2017-12-31"),
    ("2014/2017-06", "interval", "2014-01-01", "2017-06-30"),
    ("2016-03-25/2016-04-18", "interval", "2016-03-25", "2016-04-18"),
    ("2016-03-25/2016-03-25", "interval", "2016-03-25", "2016-03-25"),
    ("2016-03-10/2016-03", "interval", "2016-03-10", "2016-03-31"),
    ("2016-03/2016-03-10", "interval", "2016-03-01", "2016-03-10"),
    ("2015-21/2015-22", "interval", "2015-03-01", "2015-08-31"),
    ("2015-24/2016", "interval", "2015-12-01", "2016-12-31"),
    ("2014/2015-24", "interval", "2014-01-01", "2016-02-29"),
]


@pytest.mark.parametrize(("text", "precision", "first", "last"), SPANS)
def test_a_date_has_a_first_day_a_last_day_and_a_precision(
    text: str, precision: str, first: str, last: str
) -> None:
    read = parse(text)
    assert (read.text, read.precision) == (text, precision)
    assert (read.first, read.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert (read.starts, read.ends) == (read.first, read.last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015-24", date(2015, 12, 1), date(2016, 2, 29)),
        ("2016-24", date(2016, 12, 1), date(2017, 2, 28)),
        ("1899-24", date(1899, 12, 1), date(1900, 2, 28)),
        ("1999-24", date(1999, 12, 1), date(2000, 2, 29)),
        ("9998-24", date(9998, 12, 1), date(9999, 2, 28)),
    ],
)
def test_a_winter_ends_in_february_of_the_next_year(text: str, first: date, last: date) -> None:
    read = parse(text)
    assert (read.precision, read.first, read.last) == ("season", first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("../2021-12-09", None, date(2021, 12, 9)), ("2021-12/..", date(2021, 12, 1), None)],
)
def test_an_open_end_is_no_day_and_sorts_beyond_every_day(
    text: str, first: date | None, last: date | None
) -> None:
    read = parse(text)
    assert (read.precision, read.first, read.last) == ("interval", first, last)
    assert read.order == (first or date.min, last or date.max)


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("2016", set[str]()),
        ("2014/2017", set[str]()),
        ("2016~", {"approximate"}),
        ("2016-03~", {"approximate"}),
        ("2016-03-25~", {"approximate"}),
        ("2015-24~", {"approximate"}),
        ("201X~", {"approximate"}),
        ("2016-XX?", {"uncertain"}),
        ("2016-36%", {"approximate", "uncertain"}),
        ("2016?", {"uncertain"}),
        ("2016-03-25?", {"uncertain"}),
        ("2016-03%", {"approximate", "uncertain"}),
        ("2014~/2017", {"approximate"}),
        ("2014/2017?", {"uncertain"}),
        ("2014?/2017~", {"approximate", "uncertain"}),
        ("../2017%", {"approximate", "uncertain"}),
        ("2014~/..", {"approximate"}),
    ],
)
def test_a_qualifier_marks_the_date_as_approximate_or_uncertain(text: str, qualifiers: set[str]) -> None:
    read = parse(text)
    assert read.text == text
    assert {name for name in ("approximate", "uncertain") if getattr(read, name)} == qualifiers


@pytest.mark.parametrize("qualifier", "~?%")
@pytest.mark.parametrize("text", ["2016", "2016-03", "2016-03-25", "2015-24", "2016-34", "201X"])
def test_a_qualifier_does_not_move_a_day(text: str, qualifier: str) -> None:
    plain, qualified = parse(text), parse(text + qualifier)
    assert (qualified.order, qualified.precision) == (plain.order, plain.precision)


IMPOSSIBLE = [
    "2023-02-29", "1900-02-29", "2016-02-30", "2016-04-31", "2016-03-00", "2016-03-32", "2016-13", "2016-00",
    "2016-20", "2016-25", "2016-32", "2016-37", "2016-99", "2016-13-01", "2016-13-XX", "2016-21-05",
    "2016-33-XX", "2016-33-05", "0000", "0000-01", "0000-01-01", "0000-XX", "000X", "00XX", "9999-24",
    "2016-02-30/2017", "2014/2023-02-29", "2017/2014", "2016-03-02/2016-03-01", "2016-04/2016-03-31",
]  # fmt: skip

# U+2010 is a hyphen, U+2212 a minus.
NOT_WRITTEN_SO = [
    "", " ", "../..", "..", "/", "../", "/..", "2016/", "/2016", "2014 / 2017", "2014/2015/2016",
    "2014//2017", "2016..2017", "2016-3", "2016-3-25", "2016-03-5", "16", "16-03-25", "12016", "-2016",
    "+2016", "2016-", "2016-03-", "2016-03-25-01", " 2016", "2016 ", "2016\n", "2016-03-25\n", "2014/2017\n",
    "2016\n/2017", "March 2016", "25 March 2016", "yesterday", "2016/03/25", "03/25/2016", "25.03.2016",
    "20160325", "201603", "2016-W12", "2016-085", "2016-03-25T00:00", "2016-03-25 00:00:00", "201", "201x",
    "2016-xx", "2XXX", "XXXX", "20X6", "201X-03", "2016-1X", "2016-X", "2016-XX-25", "2016-03-2X",
    "2016-03-X", "2016-XX\n", "2016-Q1", "~2016", "2016~~", "2016?~", "2016~-03", "..~/2016", "2016\u201003",
    "2016–03", "2016\u221203", "٢٠١٦", "٢٠١٦-٠٣", "2016-0٣", "２０１６", "2016\u200b", "2016\x00",
]  # fmt: skip


@pytest.mark.parametrize("text", [*IMPOSSIBLE, *NOT_WRITTEN_SO])
def test_what_is_not_written_as_a_date_or_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse(text)


@pytest.mark.parametrize(
    ("impossible", "possible"),
    [
        ("2023-02-29", "2024-02-29"), ("1900-02-29", "2000-02-29"), ("2016-04-31", "2016-05-31"),
        ("2016-13", "2016-12"), ("2016-00", "2016-01"), ("2016-20", "2016-21"), ("2016-25", "2016-24"),
        ("2016-32", "2016-33"), ("2016-37", "2016-36"), ("000X", "001X"), ("2016-XX-25", "2016-XX-XX"),
        ("0000", "0001"), ("9999-24", "9999-23"), ("../..", "../2016"), ("2017/2014", "2014/2017"),
    ],
)  # fmt: skip
def test_beside_an_impossible_date_its_possible_neighbour_is_read(impossible: str, possible: str) -> None:
    with pytest.raises(DateError):
        parse(impossible)
    assert parse(possible).text == possible


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2016-3", "2016-03"), ("2016-3-25", "2016-03-25"), ("2016-03-5", "2016-03-05"),
        ("2016-3-5", "2016-03-05"), ("2016-3~", "2016-03~"), ("2014/2017-6", "2017-06"), ("201x", "201X"),
        ("2016-xx?", "2016-XX?"), ("2016-3-xx", "2016-03-XX"),
    ],
)  # fmt: skip
def test_a_date_with_a_slip_is_refused_with_the_date_meant(text: str, said: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert f"did you mean {said}?" in str(refusal.value)
    assert text in str(refusal.value)
    assert parse(said)


@pytest.mark.parametrize(
    "text", ["2016-0", "2016-13-5", "2016-0-5", "2023-2-29", "2016-4-31", "0000-1", "000x"]
)
def test_an_impossible_date_is_never_suggested(text: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert "did you mean" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023-02-29", "February 2023 has 28 days"),
        ("2016-04-31", "April 2016 has 30 days"),
        ("2016-13", "months are 01 to 12, seasons 21 to 24, quarters 33 to 36"),
        ("0000", "year 0"),
        ("../..", "open at both ends"),
        ("2017/2014", "ends before it starts"),
        ("2016/", "'2016/'"),
        ("March 2016", "'March 2016'"),
        ("", "empty"),
    ],
)
def test_a_refusal_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse(text)
    assert said in str(refusal.value)


OVERLAPPING = [
    ("2016-03-25", "2016-03"), ("2016-03-31", "2016-03"), ("2016-03", "2016"), ("2016-02-29", "2015-24"),
    ("2016-01", "2015-24"), ("2014/2016", "2016/2018"), ("2014/2016-03-25", "2016-03-25/2018"),
    ("../2016-03-25", "2016-03-25"), ("2016-03-25/..", "2021"), ("../2016", "2014/.."),
    ("../2016", "../1900"),
]  # fmt: skip

APART = [
    # earlier, later, days from the last day of the earlier to the first of the later
    ("2016-03-24", "2016-03-25", 1),
    ("2016-02", "2016-03-01", 1),
    ("2016-02-28", "2016-03", 2),
    ("2015-24", "2016-03", 1),
    ("2015", "2016", 1),
    ("2016-04-18", "2016-05-01", 13),
    ("2016-04-18", "2018-07-01", 804),
    ("2015", "2017", 367),
    ("../2021-12-09", "2021-12-11", 2),
    ("2014/2016", "2017-01-31/..", 31),
]


@pytest.mark.parametrize(("one", "other"), OVERLAPPING)
def test_dates_that_share_a_day_overlap_and_are_no_days_apart(one: str, other: str) -> None:
    assert parse(one).overlaps(parse(other))
    assert parse(other).overlaps(parse(one))
    assert (parse(one).days_before(parse(other)), parse(other).days_before(parse(one))) == (0, 0)


@pytest.mark.parametrize(("earlier", "later", "apart"), APART)
def test_days_before_counts_from_a_last_day_to_a_first_day(earlier: str, later: str, apart: int) -> None:
    assert not parse(earlier).overlaps(parse(later))
    assert parse(earlier).days_before(parse(later)) == apart
    assert parse(later).days_before(parse(earlier)) == 0


def test_dates_sort_by_first_day_and_then_by_last_day() -> None:
    old_to_new = ["../2015", "../2016", "2016-01-01", "2016-01", "2016", "2016/..", "2016-01-02", "2016-24"]
    assert [read.text for read in sorted(map(parse, reversed(old_to_new)), key=by_order)] == old_to_new


def by_order(read: PartialDate) -> tuple[date, date]:
    return read.order


@given(days)
def test_a_day_round_trips(day: date) -> None:
    assert parse(day.isoformat()) == of_day(day)
    assert (of_day(day).first, of_day(day).last, of_day(day).text) == (day, day, day.isoformat())


@given(dates)
def test_a_date_never_ends_before_it_starts(read: PartialDate) -> None:
    assert read.starts <= read.ends
    assert parse(read.text) == read


@given(dates, dates)
def test_overlapping_is_mutual(one: PartialDate, other: PartialDate) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(one)


@given(dates, dates)
def test_days_before_is_0_exactly_where_dates_overlap_or_the_first_is_later(
    one: PartialDate, other: PartialDate
) -> None:
    later = one.starts > other.ends
    assert (one.days_before(other) == 0) == (one.overlaps(other) or later)
    assert one.days_before(other) >= 0


@given(days, st.integers(1, 100_000))
def test_a_day_is_as_many_days_before_as_were_added_to_it(day: date, added: int) -> None:
    later = min(day.toordinal() + added, date.max.toordinal())
    apart = later - day.toordinal()
    assert of_day(day).days_before(of_day(day + timedelta(days=apart))) == apart


@given(dates, dates)
def test_order_compares_first_days_and_where_they_are_equal_last_days(
    one: PartialDate, other: PartialDate
) -> None:
    before = one.starts < other.starts or (one.starts == other.starts and one.ends < other.ends)
    assert (one.order < other.order) == before


@given(st.text(alphabet="0123456789-/.~?%X ", max_size=24) | st.text(max_size=12))
def test_any_text_is_read_as_it_stands_or_refused(text: str) -> None:
    if we_accept(text):
        assert parse(text).text == text


# The library edtf as an oracle. It reads what we read, except that
# - a winter (24) is for it December alone, "for simplicity" (its appsettings.py): there we take its
#   first day, and for the last day what it says of the next February;
# - 29 February exists for it in every year, and the year 0 exists; it takes an interval that ends before
#   it starts, one open at both ends, and white space around a date: we refuse them (tested above);
# - it refuses a qualified season, `2015-24~`, which its own specification allows;
# - seasons 25 to 41 are of EDTF level 2: of these we read the quarters alone.


@dataclass(frozen=True, slots=True)
class Oracle:
    """What edtf says of a text: its first and last day, None where open, and its qualifiers."""

    first: date | None
    last: date | None
    approximate: bool
    uncertain: bool


def ask_edtf(text: str) -> Oracle:
    read = parse_edtf(text)
    both = bool(read.is_uncertain_and_approximate)
    return Oracle(
        first=edtf_day(read.lower_strict()),
        last=edtf_day(read.upper_strict()),
        approximate=both or bool(read.is_approximate),
        uncertain=both or bool(read.is_uncertain),
    )


def edtf_day(day: struct_time | float) -> date | None:
    if isinstance(day, float):
        assert abs(day) == inf
        return None
    return date(*day[:3])


def as_read(text: str) -> Oracle:
    read = parse(text)
    return Oracle(read.first, read.last, approximate=read.approximate, uncertain=read.uncertain)


@given(st.one_of(calendar_texts, closed_texts, open_texts, quarter_texts, unspecified_texts))
def test_edtf_reads_the_same_first_and_last_day(text: str) -> None:
    assert as_read(text) == ask_edtf(text)


@given(
    st.one_of(qualified_texts, st.lists(qualified_texts, min_size=2, max_size=2).map(sorted).map("/".join))
)
def test_edtf_reads_the_same_days_and_qualifiers(text: str) -> None:
    assert as_read(text) == ask_edtf(text)


@given(year_texts, st.sampled_from([21, 22, 23]))
def test_edtf_reads_the_same_spring_summer_and_autumn(year: str, season: int) -> None:
    assert as_read(f"{year}-{season}") == ask_edtf(f"{year}-{season}")


@given(year_texts)
def test_a_winter_begins_where_edtf_says_and_ends_with_its_next_february(year: str) -> None:
    february = f"{int(year) + 1:04}-02"
    winter = parse(f"{year}-24")
    assert winter.first == ask_edtf(f"{year}-24").first
    assert winter.last == ask_edtf(february).last


@settings(max_examples=200)
@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 33))
def test_edtf_refuses_the_same_days(year: int, month: int, day: int) -> None:
    text = f"{year:04}-{month:02}-{day:02}"
    exists = edtf_accepts(text) and (month, day) != (2, 29)
    assert we_accept(text) == (exists or ((month, day) == (2, 29) and isleap(year)))


LEVEL_2 = {*range(25, 33), *range(37, 42)}


@given(st.integers(1, 9998), st.integers(0, 99).filter(lambda month: month not in LEVEL_2))
def test_edtf_refuses_the_same_months_and_seasons(year: int, month: int) -> None:
    text = f"{year:04}-{month:02}"
    assert we_accept(text) == edtf_accepts(text)


@given(st.integers(1, 9999), st.integers(1, 12), st.integers(0, 99))
def test_the_calendar_has_the_same_days(year: int, month: int, day: int) -> None:
    assert we_accept(f"{year:04}-{month:02}-{day:02}") == (1 <= day <= monthrange(year, month)[1])


@pytest.mark.parametrize(
    "text", ["2016-13", "2016-00", "2016-04-31", "2016-02-30", "2016-3", "March 2016", "", "٢٠١٦", "20160325"]
)
def test_both_refuse_what_is_no_date(text: str) -> None:
    assert (we_accept(text), edtf_accepts(text)) == (False, False)


def we_accept(text: str) -> bool:
    try:
        parse(text)
    except DateError:
        return False
    return True


def edtf_accepts(text: str) -> bool:
    try:
        parse_edtf(text)
    except EDTFParseException:
        return False
    return True
