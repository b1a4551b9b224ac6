"""HTML pages: every text is text, nothing is loaded, and the marks are where they belong."""

from html.parser import HTMLParser

import pytest

from builders import INFO, level, source
from iraqforce.model.facts import Definition, Fact, Force, Inference, Place
from iraqforce.model.positions import QuotePlace, TextPlace
from iraqforce.model.result import Result
from iraqforce.pages import blocks
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels
from iraqforce.queries.listings import FactList, FactPage, SourceEntry, SourceList
from iraqforce.render import html, markdown
from iraqforce.render.html import STYLE, display, render_blocks
from iraqforce.text import sentences

EVIL = "<script>alert(1)</script><img src=x onerror=\"alert('2')\"></div></style>&amp;\u202e\x1b"
URL = "https://example.org/?a=1&b='<i>\""

KNOWN = {
    "a", "div", "style", "h3", "h4", "span", "p", "table", "tr", "th", "td", "b", "br", "small", "ol", "li",
    "dl", "dt", "dd", "blockquote", "mark", "code", "pre", "section",
}  # fmt: skip
ATTRIBUTES = {"class", "scope", "value", "href", "rel"}


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
    document = source(
        id=EVIL, title=EVIL, authors=(EVIL,), publisher=EVIL, url=EVIL, archived=EVIL, text=EVIL, sha256=EVIL,
        inferred=(Inference("publisher", EVIL),), note=EVIL,
    )  # fmt: skip
    plain = level("3,800", "2016-03-25")
    assert plain.count is not None
    return plain._replace(
        id=EVIL, label=EVIL, force=Force(EVIL, EVIL), place=Place(EVIL, EVIL, EVIL), dated_by=EVIL,
        count=plain.count._replace(text=EVIL, unit=EVIL), definition=Definition(EVIL, EVIL), stated_by=EVIL,
        source=document, quote=EVIL, quote_at=QuotePlace(EVIL, 1, 1, len(EVIL)), locator=EVIL,
        written_at=TextPlace(EVIL, 1, 1), note=EVIL,
    )  # fmt: skip


def evil_results() -> list[Result]:
    fact = evil_fact()
    assert fact.force is not None
    assert fact.place is not None
    levels = Levels(fact.force, fact.place, [fact], INFO)
    return [
        answer(Question(fact.force, fact.place, fact.as_of), levels),
        FactList((fact,), 1, INFO),
        FactPage(fact, sentences.Paragraph(EVIL, 0, len(EVIL)), 1, INFO),
        SourceList((SourceEntry(fact.source, 1),), None, 1, INFO),
        SourceList((SourceEntry(fact.source, 1),), (fact,), 1, INFO),
        SourceList((SourceEntry(fact.source, 1, EVIL),), (fact,), 1, INFO),
    ]


EVERY_BLOCK: list[blocks.Block] = [
    blocks.Heading(EVIL, EVIL, "bad"),
    blocks.Paragraph(EVIL),
    blocks.Entries(
        (EVIL, EVIL, EVIL), (blocks.Entry(EVIL, EVIL, EVIL, (EVIL,), blocks.Link(EVIL, URL)),), EVIL
    ),
    blocks.Grid((EVIL, EVIL), (blocks.Row((EVIL, EVIL), EVIL),), EVIL),
    blocks.References((blocks.Reference(7, EVIL, URL, ((EVIL, EVIL), ("", EVIL))),), EVIL),
    blocks.Fields(((EVIL, EVIL), (EVIL, blocks.Link(EVIL, URL)))),
    blocks.Passage(EVIL, EVIL, ((3, 12),), URL),
    blocks.Verbatim(EVIL),
    blocks.Excerpt(EVIL, blocks.Marked(EVIL, EVIL, ((0, 4), (8, 20))), (blocks.Marked(EVIL, EVIL),), EVIL),
    blocks.Code(EVIL, EVIL),
    blocks.SideBySide(
        (
            (blocks.Heading(EVIL, EVIL, "bad"), blocks.Paragraph(EVIL)),
            (blocks.Entries((EVIL,) * 3, (blocks.Entry(EVIL, EVIL, EVIL),)),),
        )
    ),
    blocks.Bars(
        (EVIL, EVIL, EVIL),
        (
            blocks.DateRow(
                EVIL,
                (),
                (blocks.BarLine(blocks.Bar("solid", 1, 2), (blocks.Entry(EVIL, EVIL, EVIL, (EVIL,)),)),),
            ),
        ),
        2,
        (("solid", EVIL),),
    ),
]


def test_markup_in_every_field_stays_text() -> None:
    for page in (*map(display, evil_results()), "".join(render_blocks(EVERY_BLOCK))):
        shown = Reader(page)
        assert shown.elements <= KNOWN
        assert shown.attributes <= ATTRIBUTES
        assert shown.open == []
        assert "<script>alert(1)</script>" in shown.text
        assert "&amp;" in shown.text
        assert "\u202e" not in shown.text
        assert "\x1b" not in shown.text


def test_every_kind_of_block_is_shown() -> None:
    assert {type(block) for block in EVERY_BLOCK} == set(blocks.Block.__args__)
    for block in EVERY_BLOCK:
        assert Reader("".join(render_blocks([block]))).text.strip()


def test_the_marked_words_are_the_quote() -> None:
    block = blocks.Passage("a.txt:3", "There are 3,800 troops.", ((10, 15),))
    assert Reader("".join(render_blocks([block]))).marked == ["3,800"]
    excerpt = blocks.Excerpt("m", blocks.Marked("", "a bad line", ((2, 5), (6, 10))), (), "")
    assert Reader("".join(render_blocks([excerpt]))).marked == ["bad", "line"]


def test_an_empty_mark_takes_a_character_also_at_the_end() -> None:
    excerpt = blocks.Excerpt("m", blocks.Marked("", "id:", ((0, 0), (3, 3))), (), "")
    assert Reader("".join(render_blocks([excerpt]))).marked == ["i", " "]


def test_nothing_is_loaded_from_anywhere() -> None:
    for word in ("http", "url(", "@import", "src=", "href="):
        assert word not in display(FactList((), 0, INFO))
        assert word not in STYLE


def test_a_reference_keeps_its_number() -> None:
    page = "".join(
        render_blocks(
            [blocks.References((blocks.Reference(3, "The Hill", None, (("“about 2,500”", "a.txt:7"),)),))]
        )
    )
    assert '<li value="3">The Hill' in page
    assert "<p>“about 2,500”<br><small>a.txt:7</small></p>" in page


@pytest.mark.parametrize(
    "url", [EVIL, "javascript:alert(1)", "data:text/html,x", "https://a.org/\x1b", "https://a b"]
)
def test_only_addresses_of_the_web_become_links(url: str) -> None:
    for render in (html, markdown):
        page = "".join(render.render_blocks([blocks.References((blocks.Reference(1, "The Hill", url),))]))
        assert "href" not in page
        assert "](" not in page


def test_a_source_is_a_link_wherever_it_is_shown() -> None:
    url = "https://example.org/a_(b)?c=d&e=f"
    shown: list[blocks.Block] = [
        blocks.Entries(("a", "b", "c"), (blocks.Entry("", "", "", (), blocks.Link("The Hill", url)),)),
        blocks.Fields((("source", blocks.Link("The Hill", url)),)),
        blocks.Passage("The Hill", "words", (), url),
        blocks.References((blocks.Reference(1, "The Hill", url),)),
    ]
    for block in shown:
        anchor = '<a href="https://example.org/a_(b)?c=d&amp;e=f" rel="noreferrer">The Hill</a>'
        assert anchor in "".join(html.render_blocks([block]))
        assert f"[The Hill](<{url}>)" in "".join(markdown.render_blocks([block]))


def test_an_address_within_a_paragraph_is_a_link_without_the_full_stop_after_it() -> None:
    paragraph = blocks.Paragraph("See https://example.org/a_b.")
    assert "".join(html.render_blocks([paragraph])) == (
        '<p>See <a href="https://example.org/a_b" rel="noreferrer">https://example.org/a_b</a>.</p>\n'
    )
    assert "".join(markdown.render_blocks([paragraph])) == (
        "See [https://example.org/a\\_b](<https://example.org/a_b>).\n"
    )
