"""A chart shows every figure with its words, and what is open, withheld, planned or disputed."""

import json
import struct
import sys
import zlib
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import iraqforce
from builders import IRAQ, US, base_of, fact, level
from iraqforce.errors import ArgumentError, MissingExtraError, UnknownEndingError
from iraqforce.export.chart import FORMS, Chart, chart, form_of
from iraqforce.export.chart_data import ChartData, Options, chart_data, middle_of, values_of
from iraqforce.export.files import ExistsError
from iraqforce.loading.locations import bundled
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.model.choices import Status
from iraqforce.model.counts import Count
from iraqforce.model.dates import of_day
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Definition, Fact, Force, Place
from iraqforce.pages.bars import AXES, Axis
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

WITHHELD = Count("withheld", None, None, None, "withheld")
VAGUE = Count("several hundred", None, 200, None, "vague")
PART = Definition("combat", "counts combat forces only", "partial")
HOSTILE = "<script>alert(1)</script>&\"'{{ 7 }}]]>"
SVG = "{http://www.w3.org/2000/svg}"


@cache
def articles() -> FactBase:
    return load(bundled("articles"))


def of_articles(force: str = "us", **options: Any) -> Chart:
    return chart(articles(), articles().force(force), articles().place("iraq"), **options)


def of(*facts: Fact, since: str | None = None, until: str | None = None, **options: Any) -> Chart:
    period = [dates.parse(text) if text else None for text in (since, until)]
    return chart(base_of(*facts), US, IRAQ, *period, **options)


def test_a_chart_of_too_many_figures_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    levels = level("100", "2016"), level("200", "2017")
    monkeypatch.setattr("iraqforce.export.chart.MOST_DRAWN", 2)
    assert len(of(*levels).figures) == 2
    monkeypatch.setattr("iraqforce.export.chart.MOST_DRAWN", 1)
    with pytest.raises(ArgumentError, match=r"too many figures for a chart: 2 \(limit 1\)"):
        of(*levels)
    assert len(of(*levels, since="2017").figures) == 1


def test_a_chart_begins_in_the_year_100_at_the_earliest() -> None:
    assert of(level("100", "0101")).to_svg().startswith("<svg")
    with pytest.raises(ArgumentError, match="a chart cannot begin before the year 100"):
        of(level("100", "0099"))


def data(*facts: Fact, since: str | None = None, until: str | None = None, **options: Any) -> ChartData:
    begins, ends = (dates.parse(text) if text else None for text in (since, until))
    return chart_data(base_of(*facts), US, IRAQ, begins, ends, Options(**options))


def event(label: str, as_of: str, **fields: Any) -> Fact:
    known: dict[str, Any] = {"name": f"{label} {as_of}", "label": label, "force": None}
    return fact(None, as_of, kind="event", **{**known, **fields})


def hostile(words: str) -> Chart:
    """One figure and one event with the words in every field that is free text."""
    force, place = Force("us", words), Place("iraq", words, words)
    figure = level(Count(words, 5, 5, 5, "exact"), "2016-03-25", force=force, place=place, quote=words)
    source = figure.source._replace(title=words, authors=(words,), publisher=words, url=words)
    definition = Definition("d", words)
    facts = (
        figure._replace(source=source, id="a", definition=definition),
        event(words, "2016-03-30", place=place, name="e"),
    )
    return chart(base_of(*facts), force, place, link_to_rows=True)


def marks(drawn: Chart) -> list[dict[str, Any]]:
    """The rows of every layer with a tooltip of a figure, in every view."""
    return [row for row in rows(drawn, "tooltip") if "count" in row]


def layers(drawn: Chart) -> list[dict[str, Any]]:
    return [layer for view in drawn.document["vconcat"] for layer in view["layer"]]


def rows(drawn: Chart, channel: str) -> list[dict[str, Any]]:
    return [row for layer in layers(drawn) if channel in layer["encoding"] for row in layer["data"]["values"]]


CHARTS: dict[str, Callable[..., Chart]] = {
    "articles": of_articles,
    "nato": lambda **options: of_articles("nato", **options),
    "one": lambda **options: of(level("3,800", "2016-03-25"), **options),
    "none": of,
    "withheld": lambda **options: of(level(WITHHELD, "2017-12"), **options),
    "zero": lambda **options: of(level("0", "2017"), **options),
    "range": lambda **options: of(
        level("500 to 600", "2016"), level(VAGUE, "2015-22"), level("0", "../2014"), level("9", "2017/.."),
        **options,
    ),
    "ancient": lambda **options: of(level("10,000", "1000"), level("less than 5", "9999-12-31"), **options),
    "fallen": lambda **options: of(
        *(level("150,000", f"200{number}") for number in range(3, 8)),
        *(level(f"{number},000", f"201{number}") for number in range(1, 9)),
        asked=dates.parse("2012"), **options,
    ),
    "events": lambda **options: of(
        level("5", "2016"), event("a", "2016-01-02"), event("b", "2016"), **options
    ),
}  # fmt: skip


@cache
def validator() -> Any:
    spec = find_spec("altair")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = Path(spec.submodule_search_locations[0], "vegalite", "v6", "schema", "vega-lite-schema.json")
    return jsonschema.Draft7Validator(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("name", CHARTS)
def test_every_document_is_valid_by_the_published_schema(name: str, axis: str) -> None:
    validator().validate(json.loads(json.dumps(CHARTS[name](axis=axis).document)))


def test_the_schema_refuses_a_mark_that_does_not_exist() -> None:
    broken = json.loads(json.dumps(of_articles().document))
    broken["vconcat"][0]["layer"][0]["mark"]["type"] = "troops"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(broken)


def test_every_level_has_a_mark_with_its_number_its_words_and_its_source() -> None:
    found = {row["fact"]: row for row in marks(of_articles())}
    levels = [each.id for each in articles().related("us", "iraq") if each.kind == "level"]
    assert sorted(found) == sorted(levels)
    row = found["us-iraq-2016-03-25-official"]
    assert (row["value"], row["first"], row["date"], row["last"]) == (3800, *["2016-03-25"] * 3)
    assert (row["count"], row["about"], row["as of"]) == ("3,800", "U.S. troops in Iraq", "March 25, 2016")
    assert (row["stated by"], row["basis"]) == ("Pentagon (official)", "official")
    assert row["words"] == "“there are 3,800 U.S. troops in Iraq for the coalition mission to destroy ISIS”"
    assert row["source"].endswith("Deploy More Troops to Iraq. [Defense One], [March 25, 2016]")
    assert row["description"].startswith("3,800: U.S. troops in Iraq, March 25, 2016, stated by Pentagon")


def test_color_and_shape_say_what_is_counted_and_all_parts_are_one_series() -> None:
    found = {row["count"]: row["series"] for row in marks(of_articles())}
    assert found["3,800"] == "excludes “temporary” troops"
    assert found["4,087"] == "total as reported"
    assert found["several hundred"] == "partial: one unit, base or role"
    [encoding] = [layer["encoding"] for layer in layers(of_articles()) if "fill" in layer["encoding"]]
    stroke, shape = encoding["stroke"], encoding["shape"]
    looks = zip(stroke["scale"]["range"], map(str, shape["scale"]["range"]), strict=True)
    assert len(set(looks)) == len(stroke["scale"]["domain"])


def test_the_fill_tells_official_from_press_and_a_ring_what_is_not_yet_actual() -> None:
    statuses: list[Status] = ["actual", "former", "announced", "planned", "authorized"]
    levels = [level("5", f"2016-01-0{day}", status=status) for day, status in enumerate(statuses, 1)]
    drawn = of(*levels, level("6", "2016-02-01", basis="official"))
    assert {row["count"]: row["fill"] for row in marks(drawn)} == {"5": "press", "6": "total as reported"}
    [ring] = [layer for layer in layers(drawn) if "strokeDash" in layer["encoding"]]
    assert sorted(row["status"] for row in ring["data"]["values"]) == ["announced", "authorized", "planned"]
    dashes = ring["encoding"]["strokeDash"]["scale"]
    assert len({tuple(dash) for dash in dashes["range"]}) == len(dashes["domain"]) == 3


def test_what_cannot_answer_is_drawn_behind_and_hides_nothing() -> None:
    plan = level("500", "2016-03-25", status="planned", name="plan")
    part = level("500", "2016-03-25", definition=PART, name="part")
    drawn = of(level("500", "2016-03-25", name="actual"), part, plan)
    assert [row["fact"] for row in marks(drawn)] == ["plan", "part", "actual"]


def test_an_arrow_shows_each_side_on_which_a_number_or_a_date_is_open() -> None:
    drawn = of(
        level("more than 5", "2016"),
        level("less than 9", "2015"),
        level("7", "../2014"),
        level("8", "2017/.."),
    )
    found = {(row["value"], row["open"]) for row in rows(drawn, "shape") if "open" in row}
    assert found == {
        (5, "more than the number"), (9, "less than the number"), (7, "on or before the date"),
        (8, "on or after the date"),
    }  # fmt: skip
    assert "An arrow marks" in drawn.summary
    assert "An arrow marks" not in of(level("5", "2016")).summary


def test_an_open_date_has_no_bar_and_another_long_date_has_one() -> None:
    spans = {
        row["count"]: (row["first"], row["last"])
        for row in marks(of(level("7", "../2014-03-02"), level("8", "2016")))
    }
    assert spans == {"7": ("2014-03-02", "2014-03-02"), "8": ("2016-01-01", "2016-12-31")}


def test_a_range_is_a_rule_between_two_marks() -> None:
    assert [(row["value"], row["to"]) for row in rows(of(level("500 to 600", "2016")), "y2")] == [(500, 600)]
    assert values_of(level("more than 5,000", "2015")) == (5000,)


def test_a_withheld_count_has_a_lane_of_its_own_and_no_number() -> None:
    drawn = of(level(WITHHELD, "2017-12"), level("0", "2018-01"))
    assert [(row["count"], row.get("value"), row.get("lane")) for row in marks(drawn)] == [
        ("0", 0, None), ("withheld", None, "withheld"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        (("3,800", "2016-03-25"), ("more than 5,000", "2016-03-25"), [(3800, 5000)]),
        (("about 2,500", "2016-01-01"), ("2,480", "2016-01-01"), []),
        (("2,500", "2016-03"), ("4,000", "2016-03-10"), [(2500, 4000)]),
        (("2,500", "2016-03-09"), ("4,000", "2016-03-10"), []),
    ],
)
def test_a_rule_joins_figures_of_one_time_that_conflict(
    one: tuple[str, str], other: tuple[str, str], joined: list[tuple[int, int]]
) -> None:
    drawn = of(level(*one, basis="official", name="a"), level(*other, name="b"))
    assert [(row["value"], row["to"]) for row in rows(drawn, "y2")] == joined


def test_a_plan_conflicts_with_nothing() -> None:
    assert rows(of(level("2,500", "2016-01-01"), level("4,000", "2016-01-01", status="planned")), "y2") == []


def test_many_figures_that_cannot_answer_are_left_out_and_counted_unless_everything_is_asked_for() -> None:
    parts = [level("5", f"20{year}", definition=PART) for year in range(10, 23)]
    drawn = of(level("50", "2016"), *parts)
    assert len(drawn.figures) == 1
    assert "13 partial, planned or ceiling figures not shown." in drawn.summary
    assert len(of(level("50", "2016"), *parts, everything=True).figures) == 14
    assert len(of(level("50", "2016"), *parts[1:]).figures) == 13
    assert len(of(*parts).figures) == 13


def test_a_broader_figure_that_answers_is_always_shown() -> None:
    broader = level("170,000", "2003-03", definition=Definition("theater", "a theater", "broader"))
    parts = [level("5", f"20{year}", definition=PART) for year in range(10, 23)]
    assert [each.id for each in data(broader, level("50", "2016"), *parts).figures] == [broader.id, "50 2016"]


def test_the_marked_date_and_the_days_asked_for_bound_the_chart() -> None:
    found = data(level("5", "2016-01-01"), since="2015-06", until="2016-06")
    assert (found.first, found.last) == (date(2015, 6, 1), date(2016, 6, 30))
    asked = data(level("5", "2016-01-01"), asked=dates.parse("2020"))
    assert asked.last > date(2020, 12, 31)
    drawn = of(level("5", "2016-01-01"), asked=dates.parse("2016-02"))
    bands = [
        layer["data"]["values"]
        for layer in drawn.document["vconcat"][0]["layer"]
        if layer["mark"]["type"] == "rect"
    ]
    assert bands == [[{"first": "2016-02-01", "last": "2016-03-01"}]]


def test_the_mark_of_a_month_is_in_its_middle_and_that_of_an_open_date_at_its_known_end() -> None:
    found = [middle_of(dates.parse(text)) for text in ("2016-03", "../2016-03-05", "2016-03-05/..")]
    assert found == [date(2016, 3, 16), date(2016, 3, 5), date(2016, 3, 5)]


def test_what_was_not_yet_published_is_not_shown() -> None:
    early, late = level("5", "2015", published="2015-02"), level("6", "2015", published="2017")
    assert [each.id for each in data(early, late, known_by=dates.parse("2016")).figures] == ["5 2015"]


def test_small_figures_of_a_long_time_have_a_panel_with_a_scale_of_its_own() -> None:
    views = CHARTS["fallen"]().document["vconcat"]
    assert [view["title"]["text"] for view in views[:1]] == [["Before January 1, 2011 (its own scale)"]]
    tops = [view["layer"][-1]["encoding"]["y"]["scale"]["domain"][1] for view in views]
    assert [round(top) for top in tops] == [172_500, 9_200]
    values = [
        {row["value"] for row in layer["data"]["values"] if "count" in row}
        for view in views
        for layer in view["layer"]
    ]
    assert not any(150_000 in each and 5_000 in each for each in values)
    assert len(CHARTS["fallen"](axis="linear").document["vconcat"]) == 1


def test_a_logarithmic_axis_has_a_line_for_zero_and_for_every_power_of_ten() -> None:
    drawn = of(level("0", "2015"), level("82", "2016"), level("3,000", "2017"), axis="log")
    number = drawn.document["vconcat"][0]["layer"][0]["encoding"]["y"]
    assert number["axis"]["values"] == [0, 10, 100, 1000]
    assert (number["scale"]["type"], number["scale"]["domain"]) == ("symlog", [0, 6000])


def test_events_have_lanes_and_those_that_are_due_another() -> None:
    due = event("talks", "2016-03-02", status="planned")
    drawn = of(level("1", "2016-03-05"), event("visit", "2016-03-02"), due)
    found = [(row["lane"], row["events"]) for row in rows(drawn, "tooltip") if "events" in row]
    assert found == [("events", "visit"), ("events due", "planned: talks")]
    assert len(rows(of(level("1", "2016-03-05"), due, events=False), "tooltip")) == 1


def test_the_words_name_the_force_the_figures_and_the_base() -> None:
    document = of_articles().document
    assert document["title"]["text"] == ["U.S. troops in Iraq"]
    assert document["description"].startswith(
        "U.S. troops in Iraq. 8 figures as reported, summer 2015 to March 7, 2023."
    )
    caption = " ".join(document["vconcat"][-1]["title"]["text"])
    assert (
        caption
        == "iraqforce · Five news articles on U.S. troops in Iraq, 2016 to 2023 · updated November 30, 2026"
    )
    assert of().document["title"]["subtitle"] == ["No figure is available. This does not mean zero."]


WITHOUT = Definition("without", "leaves some out")
TOTAL = "total as reported"


@pytest.mark.parametrize(
    ("facts", "until", "expected"),
    [
        pytest.param(
            [
                level("3,000", "2015-06-01"),
                level("4,000", "2015-09-01"),
                level("5", "2015-07", definition=WITHOUT),
            ],
            None,
            [
                ("leaves some out", 1, "2015-07-01", "2015-09-01", 5),
                (TOTAL, 1, "2015-06-01", "2015-09-01", 3000),
            ],
            id="it holds a figure until the next one of its definition",
        ),
        pytest.param(
            [level("4,087", "2016-04-18"), level("2,500", "2021-01-01")],
            "2021-03-01",
            [(TOTAL, 1, "2016-04-18", "2017-04-19", 4087), (TOTAL, 2, "2021-01-01", "2021-03-01", 2500)],
            id="it ends when its figure is too old and begins anew",
        ),
        pytest.param(
            [level("2,500", "2016-01-01"), level("about 2,500", "2019-01-01")],
            None,
            [(TOTAL, 1, "2016-01-01", "2017-01-01", 2500), (TOTAL, 2, "2018-01-01", "2019-01-01", 2500)],
            id="two figures that agree are joined as far as each is near",
        ),
        pytest.param(
            [level("9", "2015-11-01", definition=WITHOUT), level("0", "2015-12-18", supersedes=True)],
            "2016-02-01",
            [
                ("leaves some out", 1, "2015-11-01", "2015-12-18", 9),
                (TOTAL, 1, "2015-12-18", "2016-02-01", 0),
            ],
            id="it does not pass a level that supersedes everything earlier",
        ),
        pytest.param(
            [level("9", "2015-06-01", definition=WITHOUT), level("9", "2018-01-01", supersedes=True)],
            None,
            [("leaves some out", 1, "2015-06-01", "2016-06-01", 9)],
            id="a figure of another definition does not bring an old one back",
        ),
        pytest.param(
            [level("9", "2015-06"), level(WITHHELD, "2015-08"), level("5", "2015-10-01")],
            None,
            [(TOTAL, 1, "2015-06-01", "2015-10-01", 9)],
            id="what is withheld ends none",
        ),
        pytest.param([level(WITHHELD, "2015-08")], "2016", [], id="what is withheld draws none"),
    ],
)
def test_a_line(facts: list[Fact], until: str | None, expected: list[object]) -> None:
    found = data(*facts, since="2015-01-01", until=until, max_age=365).stretches
    assert [
        (each.series, each.run, str(each.first), str(each.last), each.value) for each in found
    ] == expected


FIGURES = st.builds(
    level,
    st.sampled_from(["100", "about 100", "140", "more than 120", "500 to 600", WITHHELD]),
    st.sampled_from(["2015-02", "2015-02-10", "2015-02-28", "2015-03", "2015", "2015-21", "2015-06-01"]),
    basis=st.sampled_from(["official", "press"]),
    status=st.sampled_from(["actual", "announced", "former"]),
)


@given(st.lists(FIGURES, max_size=6), st.sampled_from([0, 20, 40, None]))
def test_every_day_of_a_line_is_what_the_as_of_answer_says(facts: list[Fact], limit: int | None) -> None:
    facts = [each._replace(id=f"fact-{number}") for number, each in enumerate(facts)]
    base, first, last = base_of(*facts), date(2015, 1, 1), date(2016, 2, 1)
    stretches = data(*facts, since="2015-01-01", until="2016-02-01", max_age=limit).stretches
    levels = Levels.of(base, US, IRAQ)
    for day in (first + timedelta(number) for number in range((last - first).days)):
        found = answer(Question(US, IRAQ, of_day(day), None, limit), levels)
        expected = list(values_of(found.evidence[0])[:1]) if found.evidence else []
        assert [each.value for each in stretches if each.first <= day < each.last] == expected


def elements(drawn: Chart) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(drawn.to_svg()).iter())  # noqa: S314 - drawn here


def texts(drawn: Chart, tag: str) -> list[str]:
    return ["".join(each.itertext()) for each in elements(drawn) if each.tag == SVG + tag]


def test_the_svg_has_its_title_its_labels_and_the_name_of_its_base() -> None:
    expected = {"U.S. troops in Iraq", "more than 5,000", "4,087", "people", "official", "press", "announced"}
    assert expected - set(texts(of_articles(), "text")) == set()


def test_each_mark_of_the_svg_has_its_words_as_a_title_and_as_a_label() -> None:
    drawn = of_articles()
    said = [
        each
        for each in texts(drawn, "title")
        if each.startswith("4,087: U.S. troops in Iraq, April 18, 2016")
    ]
    assert len(said) == 1
    assert "April 18, 2016, stated by International Business Times (press); announced" in said[0]
    assert "“will bring the total number of U.S. troops in Iraq to 4,087”" in said[0]
    labels = [each.get("aria-label") for each in elements(drawn)]
    assert said[0] in labels
    assert labels[0] == drawn.document["description"]


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", None, "javascript:alert(1)"])
def test_a_mark_leads_to_its_source_on_the_web_or_to_its_row_in_a_page(url: str | None) -> None:
    figure = level("5", "2016", name="five")
    figure = figure._replace(source=figure.source._replace(url=url))

    def links(drawn: Chart) -> list[str | None]:
        return [each.get("href") for each in elements(drawn) if each.tag == SVG + "a"]

    assert links(of(figure)) == ([url] if url and url.startswith("https") else [])
    assert links(of(figure, link_to_rows=True)) == ["#fact-five"]


def test_no_text_of_a_base_becomes_markup_or_an_expression() -> None:
    found = elements(hostile(HOSTILE))
    tags = {each.tag.removeprefix(SVG) for each in found}
    assert tags <= {"svg", "rect", "g", "path", "line", "text", "a", "title", "tspan", "defs", "clipPath"}
    assert not [name for each in found for name in each.attrib if name.startswith("on") or name == "style"]
    assert {each.get("href") for each in found} - {None} == {"#fact-a", "#fact-e"}
    assert any(HOSTILE in each for each in texts(hostile(HOSTILE), "text"))
    assert "datum.value + 1" in "".join(texts(hostile("datum.value + 1"), "text"))


def test_characters_that_no_picture_can_show_are_left_out() -> None:
    assert "a b" in texts(hostile("a\x1b\uffff\ud800\u2067b"), "text")


def test_the_png_is_as_large_as_the_svg_times_its_scale_and_not_blank() -> None:
    drawn = of_articles(width=500, height=200)
    image, whole = drawn.to_png(2), elements(drawn)[0]
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", image[16:24])
    assert abs(width - 2 * float(whole.get("width", "0"))) <= 2
    assert abs(height - 2 * float(whole.get("height", "0"))) <= 2
    assert len(set(_pixels(image))) > 50


def _pixels(image: bytes) -> bytes:
    """The bytes of the image's data, as they are filtered: a blank picture has next to none."""
    at, found = 8, b""
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        if image[at + 4 : at + 8] == b"IDAT":
            found += image[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(found)


@pytest.mark.parametrize("name", ["none", "withheld", "zero", "ancient", "range"])
def test_whatever_a_base_has_can_be_drawn(name: str) -> None:
    assert "U.S. troops in Iraq" in texts(CHARTS[name](), "text")


def test_the_whole_record_is_drawn_within_a_thousand_pixels() -> None:
    base = load((*bundled("articles"), *bundled("record")))
    drawn = chart(base, base.force("us"), base.place("iraq"), everything=True)
    assert len(drawn.figures) > 250
    assert float(elements(drawn)[0].get("height", "0")) <= 1000


def test_the_same_facts_give_the_same_bytes() -> None:
    for form in FORMS:
        first, second = (of_articles(width=500).to_bytes(form) for _ in range(2))
        assert first == second


def test_the_ending_of_the_file_selects_the_form(tmp_path: Path) -> None:
    drawn = of_articles()
    for name, start in (("a.svg", b"<svg"), ("a.PNG", b"\x89PNG"), ("a.vl.json", b"{")):
        drawn.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
    with pytest.raises(ExistsError):
        drawn.save(tmp_path / "a.svg")
    drawn.save(tmp_path / "a.svg", overwrite=True)
    with pytest.raises(UnknownEndingError, match=r"a\.jpg: unsupported image format") as raised:
        form_of("a.jpg")
    assert raised.value.hint == "known: .svg, .png, .vl.json"


def test_a_notebook_gets_the_document_and_its_words() -> None:
    drawn = of_articles()
    bundle = drawn._repr_mimebundle_(include=None, exclude=None)
    assert set(bundle) == {"application/vnd.vegalite.v5+json", "text/plain"}
    assert bundle["text/plain"] == str(drawn)
    document = bundle["application/vnd.vegalite.v5+json"]
    assert document["$schema"] == "https://vega.github.io/schema/vega-lite/v5.json"
    assert {**document, "$schema": drawn.document["$schema"]} == drawn.document


@pytest.mark.parametrize("axis", AXES)
def test_the_oldest_version_that_notebooks_have_draws_the_same_picture(axis: Axis) -> None:
    import vl_convert

    drawn = iraqforce.open("articles").chart(axis=axis)
    old = drawn._repr_mimebundle_()["application/vnd.vegalite.v5+json"]
    assert vl_convert.vegalite_to_svg(old, vl_version="5.8") == vl_convert.vegalite_to_svg(drawn.document)


def test_a_chart_as_text_has_its_summary_and_each_figure_in_the_words_of_its_source() -> None:
    page = str(of_articles())
    assert page.startswith("U.S. troops in Iraq\n\n8 figures as reported, summer 2015 to March 7, 2023.")
    assert page.splitlines()[-4:] == [
        "  2,500            The Daily Caller                Jan 2021      press",
        "                   past level, reported later",
        "  about 2,500      The Hill                        Dec 9, 2021   press",
        "  2,500            Daily Caller News Foundation    Mar 7, 2023   press",
    ]
    assert repr(of_articles()) == "<Chart: U.S. troops in Iraq, 8 figures>"


def test_of_many_figures_the_text_lists_the_newest_and_of_none_it_says_so() -> None:
    many = str(
        of(*(level(str(day), f"2016-{day // 28 + 1:02}-{day % 28 + 1:02}") for day in range(100, 141)))
    )
    assert "The newest 40\n" in many
    assert "  140  " in many
    assert "  100  " not in many
    assert str(of()).endswith("No figure is available. This does not mean zero.")


def test_without_the_extra_the_error_names_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtraError) as raised:
        of().to_svg()
    assert raised.value.message == "SVG needs vl-convert-python, which is not installed"
    assert raised.value.hint == f"{sys.executable} -m pip install vl-convert-python"
