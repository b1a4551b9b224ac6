"""A page as HTML (the Living Standard), for notebooks and reports: every text escaped, nothing loaded.

It is readable in light and dark themes, as it takes the colors of its surroundings, and also without its
style, which some notebook viewers remove.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain
from typing import Final, assert_never

from iraqforce.model.result import Result
from iraqforce.pages import blocks
from iraqforce.pages.blocks import is_web_address
from iraqforce.render.formats import page_of
from iraqforce.text.characters import visible

STYLE: Final = """
.iraqforce { max-width: 60em; line-height: 1.4; overflow-wrap: anywhere; }
.iraqforce h3, .iraqforce h4 { margin: 1em 0 .4em; }
.iraqforce p, .iraqforce dl, .iraqforce ol, .iraqforce blockquote { margin: .4em 0; }
.iraqforce table { border-collapse: collapse; font-size: inherit; margin: .4em 0; }
.iraqforce th, .iraqforce td { border: 0; padding: .2em 1em .2em 0; text-align: left; vertical-align: top; }
.iraqforce small { opacity: .8; }
.iraqforce dl { display: grid; grid-template-columns: max-content 1fr; gap: .2em 1em; }
.iraqforce dt { opacity: .8; font-weight: normal; }
.iraqforce dd { margin: 0; }
.iraqforce blockquote { border-left: .2em solid; padding-left: .8em; white-space: pre-line; }
.iraqforce p { white-space: pre-line; }
.iraqforce pre { white-space: pre-wrap; }
.iraqforce mark { background: #ffe58a; color: #000; }
.iraqforce .badge { border-radius: .3em; color: #fff; font-size: .75em; padding: .15em .5em; }
.iraqforce .plain { background: #555; }
.iraqforce .good { background: #1a6b3a; }
.iraqforce .warning { background: #8a5200; }
.iraqforce .bad { background: #a61b1b; }
"""
"""The style of a page. Badges and marks set both of their colors; everything else inherits them."""


def display(result: Result) -> str:
    """The result's page as one element with its style, as a notebook shows it."""
    page = "".join(render_blocks(page_of(result)))
    return f'<div class="iraqforce"><style>{STYLE}</style>\n{page}</div>\n'


def render_blocks(page: Iterable[blocks.Block]) -> Iterator[str]:
    """Each block as one or more elements, to be put in one of the class `iraqforce`."""
    return chain.from_iterable(map(_block, page))


def _block(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Heading():
            badge = f' <span class="badge {block.tone}">{_text(block.badge)}</span>' if block.badge else ""
            yield f"<h3>{_text(block.text)}{badge}</h3>\n"
        case blocks.Paragraph():
            pieces = (link(piece, piece) if is_url else _text(piece) for piece, is_url in block.pieces())
            yield f"<p>{''.join(pieces)}</p>\n"
        case blocks.Entries():
            yield from _entries(block)
        case blocks.Grid():
            yield from _grid(block)
        case blocks.Bars():
            yield from _entries(block.entries())
        case blocks.References():
            yield from _references(block)
        case blocks.Fields():
            items = (f"<dt>{_text(name)}</dt><dd>{_value(value)}</dd>\n" for name, value in block.items)
            yield f"<dl>\n{''.join(items)}</dl>\n"
        case blocks.Passage():
            words = _marked(block.text, block.marks)
            yield f"<blockquote>{words}<br><small>{link(block.title, block.url)}</small></blockquote>\n"
        case blocks.Verbatim():
            yield f"<pre>{_text(block.text)}</pre>\n"
        case blocks.Excerpt():
            yield from _excerpt(block)
        case blocks.Code():
            yield f'<pre><code class="language-{_text(block.language)}">{_text(block.text)}</code></pre>\n'
        case blocks.SideBySide():
            for side in block.sides:
                yield f"<section>\n{''.join(render_blocks(side))}</section>\n"
        case _:
            assert_never(block)


def _entries(block: blocks.Entries) -> Iterator[str]:
    rows = []
    for entry in block.entries:
        below = [*map(_text, entry.details), *([_value(entry.source)] if entry.source else [])]
        words = _text(entry.text) + "".join(f"<br><small>{line}</small>" for line in below)
        rows.append((_text(entry.lead), f"<b>{_text(entry.figure)}</b>", words))
    return _table(block.title, block.columns, rows)


def _grid(block: blocks.Grid) -> Iterator[str]:
    rows = []
    for row in block.rows:
        first, words, *rest = map(_text, row.cells)
        detail = f"<br><small>{_text(row.detail)}</small>" if row.detail else ""
        rows.append((f"<b>{first}</b>", words + detail, *rest))
    return _table(block.title, block.columns, rows)


def _table(title: str, columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """A table under its title; the cells are HTML already."""
    if title:
        yield f"<h4>{_text(title)}</h4>\n"
    heads = "".join(f'<th scope="col">{_text(column)}</th>' for column in columns)
    yield f"<table>\n<tr>{heads}</tr>\n"
    for row in rows:
        yield f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n"
    yield "</table>\n"


def _value(value: str | blocks.Link) -> str:
    return _text(value) if isinstance(value, str) else link(*value)


def link(text: str, url: str | None) -> str:
    """The text as a link to the URL, if that is of the web."""
    if not is_web_address(url):
        return _text(text)
    return f'<a href="{escape(url)}" rel="noreferrer">{_text(text)}</a>'


def _references(block: blocks.References) -> Iterator[str]:
    yield f"<h4>{_text(block.title)}</h4>\n" if block.title else ""
    yield "<ol>\n"
    for reference in block.items:
        yield f'<li value="{reference.number}">{link(reference.text, reference.url)}\n'
        for quote, place in reference.quotes:
            words = f"{_text(quote)}<br>" if quote else ""
            yield f"<p>{words}<small>{_text(place)}</small></p>\n"
        yield "</li>\n"
    yield "</ol>\n"


def _excerpt(block: blocks.Excerpt) -> Iterator[str]:
    """The message, the line with the problem marked, what to compare, and the hint."""
    yield f"<p><b>{_text(block.message)}</b></p>\n"
    for each in (block.line, *block.comparison):
        if each.text.strip():
            yield f"<p>{_text(each.label)}</p>\n" if each.label else ""
            yield f"<pre>{_marked(each.text, each.marks)}</pre>\n"
    if block.hint:
        yield f"<p>hint: {_text(block.hint)}</p>\n"


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The text with each stretch from start to end (not included) marked; at least one character each."""
    pieces, reached = [], 0
    for start, end in marks:
        last = max(end, start + 1)
        pieces += [_text(text[reached:start]), f"<mark>{_text(text[start:last]) or ' '}</mark>"]
        reached = last
    return "".join((*pieces, _text(text[reached:])))


def _text(text: str) -> str:
    return escape(visible(text))
