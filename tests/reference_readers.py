"""The programs that read references: each output is parsed by a library that others made for its format."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import rispy
from bibtexparser.entrypoint import parse_string
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from markdown_it import MarkdownIt
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

MADE = Path(__file__).parent / "export" / "made.yaml"

VERBATIM = ("url", "date", "urldate")

# Commands of the LaTeX kernel that the parser does not have, or draws as another sign.
KERNEL = {
    "textbraceleft": "{",
    "textbraceright": "}",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textasciicircum": "^",
}


def of_bibtex(text: str) -> dict[str, dict[str, str]]:
    """The fields of each entry by its key, as LaTeX prints them; nothing in the text is left unread."""
    library = parse_string(text)
    assert library.failed_blocks == []
    assert len(library.blocks) == len(library.entries)
    return {
        entry.key: {
            field.key: str(field.value) if field.key in VERBATIM else printed(str(field.value))
            for field in entry.fields
        }
        for entry in library.entries
    }


def printed(latex: str) -> str:
    """The text that LaTeX prints, without the braces that keep it in one piece."""
    known = get_default_latex_context_db()
    known.add_context_category("kernel", [MacroTextSpec(*each) for each in KERNEL.items()], prepend=True)
    words: str = LatexNodes2Text(latex_context=known).latex_to_text(latex)
    return words


def of_ris(text: str) -> list[dict[str, Any]]:
    """The fields of each record."""
    records: list[dict[str, Any]] = rispy.loads(text)
    return records


def of_csl(items: list[dict[str, Any]]) -> list[str]:
    """Each item as the style "Cite Them Right Harvard" prints it in a bibliography."""
    source = CiteProcJSON(items)
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    for key in source:
        bibliography.register(Citation([CitationItem(key)]))
    return [str(entry) for entry in bibliography.bibliography()]


_PLAIN = ("paragraph", "bullet_list", "list_item")


def of_markdown(text: str) -> tuple[list[str], list[str]]:
    """The text of each paragraph and item, and the addresses of the links; there is nothing else in it."""
    paragraphs, addresses = [], []
    for token in MarkdownIt("commonmark").parse(text):
        if token.type != "inline":
            assert token.type.removesuffix("_open").removesuffix("_close") in _PLAIN
            continue
        words = []
        for child in token.children or []:
            assert child.type in ("text", "link_open", "link_close", "text_special"), child.type
            words.append(child.content)
            if child.type == "link_open":
                addresses.append(str(child.attrs["href"]))
        paragraphs.append("".join(words))
    return paragraphs, addresses
