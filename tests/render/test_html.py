"""HTML pages: every text is text, nothing is loaded, and the marks are where they belong."""

from __future__ import annotations

from html.parser import HTMLParser

from iraqforce import dates, numerals
from iraqforce.asof import Question, answer
from iraqforce.facts import Definition, Fact, Force, Paragraph, Place, QuotePlace, Source, TextPlace
from iraqforce.present.facts import FactsView, FactView
from iraqforce.present.level import LevelView
from iraqforce.present.page import (
    Bar,
    Bars,
    Block,
    Code,
    Dated,
    Entries,
    Entry,
    Excerpt,
    Fields,
    Heading,
    Lane,
    Marked,
    Passage,
    Reference,
    References,
    SideBySide,
    Verbatim,
)
from iraqforce.present.page import Paragraph as Words
from iraqforce.present.sources import SourceItem, SourcesView
from iraqforce.render.html import STYLE, display, render_blocks
from iraqforce.store.questions import BaseSummary

EVIL = "<script>alert(1)</script><img src=x onerror=\"alert('2')\"></div></style>&amp;\u202e\x1b"

KNOWN = {
    "div",
    "style",
    "h3",
    "h4",
    "span",
    "p",
    "table",
    "tr",
    "th",
    "td",
    "b",
    "br",
    "small",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "blockquote",
    "mark",
    "code",
    "pre",
    "section",
}
ATTRIBUTES = {"class", "scope", "value"}


class Reader(HTMLParser):
    """What a browser makes of a page: its elements, its attributes and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.text = ""
        self.marked: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def evil_fact() -> Fact:
    day = dates.parse("2016-03-25")
    inferred = (("publisher", EVIL),)
    source = Source(EVIL, EVIL, EVIL, EVIL, day, EVIL, EVIL, EVIL, inferred, EVIL)
    return Fact(
        id=EVIL,
        kind="level",
        label=EVIL,
        force=Force(EVIL, EVIL),
        place=Place(EVIL, EVIL, EVIL),
        count=numerals.parse("3,800")._replace(text=EVIL, unit=EVIL),
        direction=None,
        as_of=day,
        dated_by=EVIL,
        status="actual",
        basis="press",
        definition=Definition(EVIL, EVIL),
        stated_by=EVIL,
        source=source,
        quote=EVIL,
        found_at=QuotePlace(EVIL, 1, 1, len(EVIL)),
        locator=EVIL,
        written_at=TextPlace(EVIL, 1, 1),
        verdict="exact",
        note=EVIL,
    )


def evil_pages() -> list[list[Block]]:
    fact = evil_fact()
    base = BaseSummary(EVIL, EVIL, 1, 1, EVIL)
    assert fact.force is not None
    assert fact.place is not None
    found = answer(Question(EVIL, EVIL, fact.as_of), [fact])
    paragraph = Paragraph(EVIL, 0, len(EVIL))
    views = (
        LevelView(found, fact.force, fact.place, base),
        FactsView([fact], base),
        FactView(fact, paragraph, 1, base),
        SourcesView([SourceItem(fact.source, 1)], None, base),
        SourcesView([SourceItem(fact.source, 1)], [fact], base),
        SourcesView([SourceItem(fact.source, 1, EVIL)], [fact], base),
    )
    return [list(view.page()) for view in views]


EVERY_BLOCK: list[Block] = [
    Heading(EVIL, EVIL, "bad"),
    Words(EVIL),
    Entries((EVIL, EVIL, EVIL), (Entry(EVIL, EVIL, EVIL, (EVIL,)),), EVIL),
    References((Reference(7, EVIL, ((EVIL, EVIL), ("", EVIL))),)),
    Fields(((EVIL, EVIL),)),
    Passage(EVIL, EVIL, ((3, 12),)),
    Verbatim(EVIL),
    Excerpt(EVIL, Marked(EVIL, EVIL, ((0, 4), (8, 20))), (Marked(EVIL, EVIL),), EVIL),
    Code(EVIL, EVIL),
    SideBySide(
        ((Heading(EVIL, EVIL, "bad"), Words(EVIL)), (Entries((EVIL,) * 3, (Entry(EVIL, EVIL, EVIL),)),))
    ),
    Bars(
        (EVIL, EVIL, EVIL),
        (Dated(EVIL, (), (Lane(Bar("solid", 1, 2), (Entry(EVIL, EVIL, EVIL, (EVIL,)),)),)),),
        2,
        (("solid", EVIL),),
    ),
]


def test_markup_in_every_field_stays_text() -> None:
    for page in (*evil_pages(), EVERY_BLOCK):
        shown = Reader(display(page))
        assert shown.elements <= KNOWN
        assert shown.attributes <= ATTRIBUTES
        assert shown.open == []
        assert "<script>alert(1)</script>" in shown.text
        assert "&amp;" in shown.text
        assert "\u202e" not in shown.text
        assert "\x1b" not in shown.text


def test_every_kind_of_block_is_shown() -> None:
    assert {type(block) for block in EVERY_BLOCK} == set(Block.__args__)
    for block in EVERY_BLOCK:
        assert Reader("".join(render_blocks([block]))).text.strip()


def test_the_marked_words_are_the_quote() -> None:
    block = Passage("a.txt:3", "There are 3,800 troops.", ((10, 15),))
    assert Reader("".join(render_blocks([block]))).marked == ["3,800"]
    excerpt = Excerpt("m", Marked("", "a bad line", ((2, 5), (6, 10))), (), "")
    assert Reader("".join(render_blocks([excerpt]))).marked == ["bad", "line"]


def test_an_empty_mark_takes_a_character_also_at_the_end() -> None:
    excerpt = Excerpt("m", Marked("", "id:", ((0, 0), (3, 3))), (), "")
    assert Reader("".join(render_blocks([excerpt]))).marked == ["i", " "]


def test_nothing_is_loaded_from_anywhere() -> None:
    for word in ("http", "url(", "@import", "src=", "href="):
        assert word not in display([Heading("U.S. troops")])
        assert word not in STYLE


def test_a_reference_keeps_its_number() -> None:
    page = "".join(render_blocks([References((Reference(3, "The Hill", (("“about 2,500”", "a.txt:7"),)),))]))
    assert '<li value="3">The Hill' in page
    assert "<p>“about 2,500”<br><small>a.txt:7</small></p>" in page
