"""Text that may hold any character: what a terminal, a page or a library would obey is made visible."""

import re
import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.errors import ArgumentError
from iraqforce.export import drawing
from iraqforce.export.drawing import png, svg
from iraqforce.pages import blocks
from iraqforce.pages.blocks import is_web_address
from iraqforce.render import html, markdown, terminal
from iraqforce.render.formats import Screen
from iraqforce.text.characters import visible

UNSAFE = [
    "\x00", "\x07", "\x08", "\x0b", "\x0c", "\r", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u2029",
    "\u202a", "\u202e", "\u2066", "\u2069", "\ud800", "\udfff", "\ufdd0", "\ufffe", "\uffff",
    "\U0001ffff", "\U0010ffff", "\U000e0001", "\U000e007f",
]  # fmt: skip
SAFE = [
    "a", " ", "\t", "\n", "é", "e\u0301", "北", "🇵🇹", "👩\u200d🚀", "می\u200cخواهم", "\u200e", "\ufeff",
]  # fmt: skip
ALL = "".join(UNSAFE)
WORDS = f"4,000{ALL} troops"


@pytest.mark.parametrize("sign", UNSAFE, ids=ascii)
def test_what_is_unsafe_is_shown_as_a_sign_that_is_visible(sign: str) -> None:
    assert visible(f"a{sign}b") == "a\ufffdb"
    assert not is_web_address(f"https://example.org/{sign}")


@pytest.mark.parametrize("sign", SAFE, ids=ascii)
def test_what_scripts_and_emoji_need_stays(sign: str) -> None:
    assert visible(f"a{sign}b") == f"a{sign}b"


@given(st.text())
def test_every_text_keeps_its_length_and_its_lines(text: str) -> None:
    shown = visible(text)
    assert (len(shown), shown.count("\n")) == (len(text), text.count("\n"))
    assert visible(shown) == shown


LINK = blocks.Link(WORDS, f"https://example.org/{ALL}")
PAGE: list[blocks.Block] = [
    blocks.Heading(WORDS, WORDS),
    blocks.Paragraph(f"{WORDS} https://example.org/{ALL}"),
    blocks.Entries((WORDS, WORDS, WORDS), (blocks.Entry(WORDS, WORDS, WORDS, (WORDS,), LINK),), WORDS),
    blocks.Grid((WORDS, WORDS, WORDS), (blocks.Row((WORDS, WORDS, WORDS), WORDS),), WORDS),
    blocks.References((blocks.Reference(1, WORDS, LINK.url, ((WORDS, WORDS),)),), WORDS),
    blocks.Fields(((WORDS, WORDS), (WORDS, LINK))),
    blocks.Passage(WORDS, WORDS, ((0, 3), (4, 9)), LINK.url),
    blocks.Verbatim(WORDS),
    blocks.Code(WORDS, "yaml"),
    blocks.Excerpt(WORDS, blocks.Marked(WORDS, WORDS, ((0, 3),)), (blocks.Marked(WORDS, WORDS),), WORDS),
    blocks.SideBySide(((blocks.Heading(WORDS),), (blocks.Paragraph(WORDS),))),
    blocks.Bars(
        (WORDS, WORDS, WORDS),
        (blocks.DateRow(WORDS, ("event",), (blocks.BarLine(None, (blocks.Entry("", WORDS, WORDS),)),)),),
        5,
        (("event", WORDS),),
        blocks.AxisChange(0, 5, WORDS),
    ),
]
OURS = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;;(?:https?://[^\x00-\x20\x7f-\x9f]*)?\x1b\\")
"""What the renderer itself says to a terminal: colors, and links of the web."""

SCREENS = [
    Screen(), Screen(20), Screen(80), Screen(400), Screen(80, color=True), Screen(80, color=True, links=True),
    Screen(80, ascii_only=True),
]  # fmt: skip


@pytest.mark.parametrize("block", PAGE, ids=lambda block: type(block).__name__)
def test_no_renderer_hands_on_what_is_unsafe(block: blocks.Block) -> None:
    for screen in SCREENS:
        text = OURS.sub("", "".join(terminal.render_blocks([block], screen)))
        assert visible(text) == text
    for render in (markdown.render_blocks, html.render_blocks):
        text = "".join(render([block]))
        assert visible(text) == text


def document(text: str) -> dict[str, object]:
    return {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "description": text,
        "title": text,
        "data": {"values": [{"x": 1, "words": text}]},
        "mark": {"type": "point", "tooltip": True},
        "encoding": {"x": {"field": "x", "type": "quantitative"}, "description": {"field": "words"}},
    }


def test_no_text_makes_an_svg_that_is_no_xml() -> None:
    root = ElementTree.fromstring(svg(document("<&>\"']]>")))  # noqa: S314 - drawn here
    assert root.get("aria-label") == "<&>\"']]>"


def test_a_png_that_would_take_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    width, height = struct.unpack(">II", png(document("a"), 1)[16:24])
    monkeypatch.setattr(drawing, "MOST_PIXELS", width * height * 4)
    assert png(document("a"), 2).startswith(b"\x89PNG")
    with pytest.raises(ArgumentError, match="too many pixels for a PNG"):
        png(document("a"), 2.1)


@pytest.mark.parametrize("scale", [float("nan"), float("inf"), 0, -1, 9])
def test_a_scale_that_the_library_would_die_of_is_refused(scale: float) -> None:
    with pytest.raises(ArgumentError, match="scale"):
        png(document("a"), scale)
