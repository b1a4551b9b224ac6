"""What is drawn: an SVG that says what it shows, a PNG of the right size, and words that are no markup."""

from __future__ import annotations

import struct
import sys
import zlib
from xml.etree import ElementTree

import pytest

from builders import level
from iraqforce.charting.document import document
from iraqforce.charting.drawing import png, svg
from iraqforce.charting.layout import Size
from iraqforce.charting.picture import Picture
from iraqforce.errors import MissingExtraError
from pictures import WITHHELD, bundled, drawn, hostile

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
HOSTILE = "<script>alert(1)</script>&\"'{{ 7 }}]]>"


def elements(text: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text).iter())  # noqa: S314 - drawn here


def words(text: str, tag: str) -> list[str]:
    return ["".join(each.itertext()) for each in elements(text) if each.tag == SVG + tag]


def test_the_svg_holds_the_title_the_figures_and_the_citations() -> None:
    found = words(svg(document(bundled())), "text")
    labels = {
        "U.S. troops in Iraq",
        "more than 5,000 [2]",
        "4,087 [1]",
        "several hundred [2]",
        "[5]",
        "people",
    }
    assert labels - set(found) == set()
    assert (
        "US ends combat mission against ISIS in Iraq, but troops remain. The Hill, [9 December 2021]" in found
    )


def test_each_mark_has_its_words_as_a_title_and_as_a_label() -> None:
    drawing = svg(document(bundled()))
    titles = words(drawing, "title")
    labels = [each.get("aria-label") for each in elements(drawing)]
    said = [each for each in titles if each.startswith("4,087: U.S. troops in Iraq, 18 April 2016")]
    assert len(said) == 1
    assert "will bring the total number of U.S. troops in Iraq to 4,087" in said[0]
    assert said[0] in labels


def test_the_whole_is_named_for_those_who_hear_it() -> None:
    name = elements(svg(document(bundled())))[0].get("aria-label")
    assert name is not None
    assert name.startswith(
        "U.S. troops in Iraq. 7 figures, and 1 of a part, each as its source words it, "
        "summer 2015 to 7 March 2023"
    )


def test_marks_are_links_to_their_facts_where_that_is_asked_for() -> None:
    linked = [
        each.get(LINK) for each in elements(svg(document(bundled(), links=True))) if each.tag == SVG + "a"
    ]
    assert "#fact-us-iraq-2016-03-25-press" in linked
    assert not [each for each in elements(svg(document(bundled()))) if each.tag == SVG + "a"]


def test_words_never_become_markup() -> None:
    drawing = svg(document(hostile(HOSTILE), links=True))
    tags = {each.tag.removeprefix(SVG) for each in elements(drawing)}
    assert tags <= {"svg", "rect", "g", "path", "line", "text", "a", "title", "tspan", "defs", "clipPath"}
    assert not [name for each in elements(drawing) for name in each.attrib if name.lower().startswith("on")]
    assert {each.get(LINK) for each in elements(drawing) if each.get(LINK)} == {"#fact-a"}
    assert any(HOSTILE in each for each in words(drawing, "text"))


def test_words_that_look_like_an_expression_are_drawn_as_they_are() -> None:
    assert "datum.value + 1" in "".join(words(svg(document(hostile("datum.value + 1"))), "text"))


def test_the_png_has_the_size_of_the_svg_times_its_scale_and_is_not_blank() -> None:
    made = document(bundled(), Size(500, 200))
    whole = ElementTree.fromstring(svg(made))  # noqa: S314 - drawn here
    image = png(made, 2)
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", image[16:24])
    assert abs(width - 2 * float(whole.get("width", "0"))) <= 2
    assert abs(height - 2 * float(whole.get("height", "0"))) <= 2
    assert len(set(pixels(image))) > 50


def pixels(image: bytes) -> bytes:
    """The bytes of the image's data, as they are filtered: a blank picture has next to none."""
    at, data = 8, b""
    while at < len(image):
        (length,) = struct.unpack(">I", image[at : at + 4])
        if image[at + 4 : at + 8] == b"IDAT":
            data += image[at + 8 : at + 8 + length]
        at += length + 12
    return zlib.decompress(data)


@pytest.mark.parametrize("picture", [drawn(), drawn(level(WITHHELD, "2017-12")), drawn(level("0", "2017"))])
def test_there_is_a_picture_of_nothing_of_what_is_withheld_and_of_zero(picture: Picture) -> None:
    assert "U.S. troops in Iraq" in words(svg(document(picture)), "text")


def test_the_same_document_gives_the_same_bytes() -> None:
    made = document(bundled(), Size(500, 200))
    assert (svg(made), png(made, 1)) == (svg(made), png(made, 1))


def test_without_the_extra_the_error_names_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(MissingExtraError) as raised:
        svg(document(drawn()))
    assert raised.value.message == "SVG needs vl-convert-python, which is not installed"
    assert raised.value.hint == "pip install vl-convert-python"
