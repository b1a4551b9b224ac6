"""The Vega-Lite document: valid by the published schema, with the known facts in it, the same every time."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from builders import level
from iraqforce.charting.document import document
from iraqforce.charting.picture import Picture
from iraqforce.facts import Definition, Fact
from iraqforce.present.panels import AXES, Axis
from pictures import VAGUE, WITHHELD, bundled, drawn, event, hostile

PICTURES: dict[str, Callable[[], Picture]] = {
    "bundled": bundled,
    "nato": lambda: bundled(force="nato"),
    "one": lambda: drawn(level("3,800", "2016-03-25")),
    "none": drawn,
    "withheld": lambda: drawn(level(WITHHELD, "2017-12")),
    "range": lambda: drawn(level("500 to 600", "2016"), level(VAGUE, "2015-21"), level("0", "../2014")),
    "ancient": lambda: drawn(level("10,000", "0001"), level("less than 5", "9999-12-31")),
    "hostile": lambda: hostile("<script>alert(1)</script>"),
    "fallen": lambda: drawn(
        *(level("150,000", f"200{number}") for number in range(3, 8)),
        *(level(f"{number},000", f"201{number}") for number in range(1, 9)),
    ),
    "events": lambda: drawn(
        level("5", "2016"), events=[event(f"e{day}", f"2016-01-{day:02}") for day in range(1, 29)]
    ),
}


@cache
def validator() -> Any:
    spec = find_spec("altair")
    assert spec is not None
    assert spec.submodule_search_locations is not None
    path = Path(spec.submodule_search_locations[0], "vegalite", "v6", "schema", "vega-lite-schema.json")
    schema = json.loads(path.read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema)


def plain_document(picture: Picture, *, axis: Axis = "auto", links: bool = False) -> Any:
    return json.loads(json.dumps(document(picture, axis=axis, links=links)))


def rows(found: Any, channel: str, view: int = 1) -> list[dict[str, Any]]:
    """The rows of all layers of the view that have the channel; the plot is the second view."""
    layers = found["vconcat"][view]["layer"]
    return [row for layer in layers if channel in layer["encoding"] for row in layer["data"]["values"]]


def texts(found: Any) -> list[str]:
    return [
        row["label"]
        for view in found["vconcat"]
        for layer in view["layer"]
        if layer["mark"]["type"] == "text"
        for row in layer["data"]["values"]
        if "label" in row
    ]


@pytest.mark.parametrize("axis", AXES)
@pytest.mark.parametrize("links", [False, True])
@pytest.mark.parametrize("name", PICTURES)
def test_a_document_is_valid_by_the_published_schema(name: str, links: bool, axis: Axis) -> None:
    validator().validate(plain_document(PICTURES[name](), axis=axis, links=links))


def test_the_schema_refuses_what_is_no_document() -> None:
    broken = plain_document(bundled())
    broken["vconcat"][1]["layer"][0]["mark"]["type"] = "troops"
    with pytest.raises(jsonschema.ValidationError):
        validator().validate(broken)


def test_the_document_names_its_schema_and_no_other_address() -> None:
    text = json.dumps(document(bundled()))
    assert text.count("http") == 1
    assert '"url"' not in text


def test_a_mark_tells_its_figure_its_words_and_its_source() -> None:
    found = rows(plain_document(bundled()), "tooltip")
    [row] = [each for each in found if each["fact"] == "us-iraq-2016-03-25-official"]
    assert row["value"] == 3800
    assert (row["first"], row["date"], row["last"]) == ("2016-03-25", "2016-03-25", "2016-03-25")
    assert (row["count"], row["about"], row["as_of"]) == ("3,800", "U.S. troops in Iraq", "25 March 2016")
    assert row["said_by"] == "The Pentagon (official)"
    assert row["qualities"] == "leaves out “temporary” troops"
    assert row["quote"] == "“there are 3,800 U.S. troops in Iraq for the coalition mission to destroy ISIS”"
    title = "Citing ‘Momentum Shift,’ Pentagon Wants to Deploy More Troops to Iraq."
    assert row["source"] == f"[2] {title} [Defense One], [25 March 2016]"
    assert row["description"].startswith("3,800: U.S. troops in Iraq, 25 March 2016, said by The Pentagon")


def test_the_figures_stand_at_their_numbers_and_an_open_one_goes_on_upwards() -> None:
    found = plain_document(bundled())
    marks = {row["fact"]: row["value"] for row in rows(found, "tooltip")}
    assert marks["us-iraq-2016-04-18"] == 4087
    assert marks["us-iraq-2016-03-25-press"] == 5000
    arrows = [
        (row["value"], row["to"] > row["value"])
        for layer in found["vconcat"][1]["layer"]
        if layer["mark"].get("shape") == "triangle-up"
        for row in layer["data"]["values"]
    ]
    assert arrows == [(5000, True), (200, True)]


def test_the_dashed_line_begins_a_year_after_the_figure() -> None:
    dashes = rows(plain_document(bundled()), "strokeDash")
    stretches = [row for row in dashes if row.get("line") == "unsupported"]
    assert stretches == [{"first": "2017-04-18", "last": "2021-01-01", "value": 4087, "line": "unsupported"}]


def test_the_words_under_the_picture_are_the_full_citations() -> None:
    found = texts(plain_document(bundled()))
    assert (
        "US ends combat mission against ISIS in Iraq, but troops remain. The Hill, [9 December 2021]" in found
    )
    assert "more than 5,000 [2]" in found
    assert "31 December 2021: planned: Deadline for U.S. combat forces to leave" in found


def test_what_is_not_said_to_be_so_is_drawn_behind_and_hides_nothing() -> None:
    planned = level("500", "2016-03-25", status="planned", name="planned")
    found = plain_document(drawn(level("500", "2016-03-25", name="actual"), planned))
    assert [row["fact"] for row in rows(found, "tooltip")] == ["planned", "actual"]
    [marks] = [layer for layer in found["vconcat"][1]["layer"] if "shape" in layer["encoding"]]
    fills = marks["encoding"]["fill"]["scale"]
    of_style = dict(zip(fills["domain"], fills["range"], strict=True))
    assert (of_style["press, planned"], of_style["press"]) == ("transparent", "#D55E00")


def test_a_date_that_is_about_or_uncertain_is_marked_so_and_a_day_is_not() -> None:
    found = texts(plain_document(drawn(level("5", "2016-03-01~"), level("6", "2016-03-02%"))))
    assert {"5 [1] ~", "6 [1] ~?", "about this date", "the date is uncertain"} <= set(found)
    plain = texts(plain_document(drawn(level("5", "2016-03-01"))))
    assert "5 [1]" in plain
    assert not {"about this date", "the date is uncertain"} & set(plain)


def test_a_figure_of_a_part_says_of_which() -> None:
    found = " ".join(texts(plain_document(bundled())))
    assert "several hundred, 25 March 2016: U.S. Marines at Fire Base Bell" in found
    assert "Figures that stand beside an answer" in found
    assert "Figures of a part" not in " ".join(texts(plain_document(drawn(level("5", "2016")))))


def test_a_picture_of_nothing_says_so_in_words() -> None:
    found = plain_document(drawn())
    assert found["title"]["subtitle"] == [
        "No level is known: the base has none for this question. That is not zero."
    ]


def test_zero_has_a_place_on_a_logarithmic_axis_and_every_power_of_ten_a_line() -> None:
    found = plain_document(drawn(level("0", "2015"), level("82", "2016"), level("3,000", "2017")), axis="log")
    number = found["vconcat"][1]["layer"][0]["encoding"]["y"]
    assert number["axis"]["values"] == [0, 10, 100, 1000]
    assert number["axis"]["title"] == "people, logarithmic"
    assert (number["scale"]["type"], number["scale"]["domain"]) == ("symlog", [0, 6000])
    assert [row["value"] for row in rows(found, "tooltip")] == [0, 82, 3000]


def test_counts_kept_back_stand_in_a_row_of_their_own_and_share_a_label_where_they_are_near() -> None:
    near = [level(WITHHELD, f"2018-0{month}-01", name=f"near{month}") for month in (1, 2)]
    many = [level(WITHHELD, f"2022-0{month}-01", name=f"many{month}") for month in range(1, 6)]
    found = plain_document(drawn(level("5", "2016"), *near, *many, level("6", "2026")))
    strip = found["vconcat"][2]
    crosses = [layer for layer in strip["layer"] if layer["mark"].get("shape") == "cross"]
    assert [row["label"] for row in crosses[0]["data"]["values"]] == ["", "[1]", "", "", "", "", "5 figures"]
    assert {row["y"] for row in crosses[0]["data"]["values"]} == {7}
    assert "withheld" in texts(found)


def test_many_sources_are_told_in_a_row_and_their_addresses_stay_in_the_data() -> None:
    def of_source(number: int) -> Fact:
        fact = level(str(number), f"20{number:02}")
        own = fact.source._replace(
            id=f"s{number}", publisher=f"Paper {number // 2}", url="https://example.org/a"
        )
        return fact._replace(id=f"f{number}", source=own)

    found = plain_document(drawn(*map(of_source, range(40, 71))))
    told = " ".join(texts(found))
    assert "[1–2] Paper 20, 1 Jan 2016; [3–4] Paper 21, 1 Jan 2016; " in told
    assert "https://" not in told
    assert {row["address"] for row in rows(found, "tooltip")} == {"https://example.org/a"}


def test_many_figures_of_a_part_are_told_by_what_they_count() -> None:
    part = Definition("part", "counts one base only", "part")
    parts = [level(str(number), f"20{number}", definition=part, name=str(number)) for number in range(10, 23)]
    told = " ".join(texts(plain_document(drawn(*parts))))
    assert "U.S. troops in Iraq; counts one base only (a part): 10 [1], 11 [1], 12 [1], " in told


def test_points_are_links_only_where_that_is_asked_for() -> None:
    linked = {row["link"] for row in rows(plain_document(bundled(), links=True), "href")}
    assert "#fact-us-iraq-2016-04-18" in linked
    assert rows(plain_document(bundled()), "href") == []


def test_the_same_base_gives_the_same_document() -> None:
    assert json.dumps(document(bundled())) == json.dumps(document(bundled()))
