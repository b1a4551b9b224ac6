"""Spellings in ASCII, of texts and of the blocks of a page."""

import pytest

from iraqforce.pages.blocks import Code, Entry, Link, Marked, Paragraph, Passage, Row, Verbatim
from iraqforce.render.ascii import ascii_text, in_ascii


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("plain", "plain"),
        ("“it’s ‘here’”", "\"it's 'here'\""),
        ("«oui» „ja‟", '"oui" "ja"'),
        ("2015–16 — or −3", "2015-16 - or -3"),
        ("the rest…", "the rest..."),
        ("3 × 4 ≈ 12 → 13", "3 x 4 ~ 12 -> 13"),
        ("level · event", "level - event"),
        ("café, Łódź, Besançon", "cafe, Lodz, Besancon"),
        ("cafe\u0301", "cafe"),
        ("Straße, Ærø, Đà Nẵng", "Strasse, AEro, Da Nang"),
        ("½ of 10\u202f000\u00a0km²", "1/2 of 10 000 km2"),
        ("co\u00adop\u200b", "coop"),
        ("Baʻath", "Ba'ath"),
        ("北京", "北京"),
        ("بغداد", "بغداد"),
    ],
)
def test_a_text_is_spelled_in_ascii_as_far_as_it_can_be(text: str, spelled: str) -> None:
    assert ascii_text(text) == spelled


def test_every_text_of_a_block_is_spelled() -> None:
    entry = Entry("Mar 2016–17", "≈5", "“a”", ("b…",), Link("é", "https://example.org/a"))
    assert in_ascii(entry) == Entry("Mar 2016-17", "~5", '"a"', ("b...",), Link("e", "https://example.org/a"))
    assert in_ascii(Row(("é", "2"), "–")) == Row(("e", "2"), "-")
    assert in_ascii(Paragraph("“a”")) == Paragraph('"a"')


def test_an_address_stays_one_that_leads_there() -> None:
    link = Link("é", "https://example.org/é–(a)?b=%20#c")
    assert in_ascii(link).url == "https://example.org/%C3%A9%E2%80%93(a)?b=%20#c"


def test_marks_stay_at_their_words() -> None:
    for block in (
        Passage("é", "“…” 4,087 … café troops", ((4, 9), (12, 16)), "https://example.org"),
        Marked("é", "“…” 4,087 … café troops", ((4, 9), (12, 16))),
    ):
        spelled = in_ascii(block)
        assert [spelled.text[start:end] for start, end in spelled.marks] == ["4,087", "cafe"]
    assert in_ascii(Marked("", "é")) == Marked("", "e")


@pytest.mark.parametrize("block", [Code("quote: “é”", "yaml"), Verbatim("“é”")])
def test_what_may_be_read_again_stays_as_it_is(block: Code | Verbatim) -> None:
    assert in_ascii(block) == block
