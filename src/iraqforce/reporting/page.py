"""A report → its page: one file of HTML (the Living Standard) with its style, its script and its pictures.

Every text is escaped. What is not is the project's own: the style, the script, and pictures drawn from text
that was escaped. The policy of the page (Content Security Policy 3) lets nothing else in.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from iraqforce import __version__
from iraqforce.charting.document import caption_of
from iraqforce.errors import MissingExtraError
from iraqforce.present import evidence, facts, figures, in_a_row, level_page, words
from iraqforce.present.escapes import for_terminal
from iraqforce.reporting import groups
from iraqforce.reporting.drawing import drawings

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

    from iraqforce.reporting.report import Report

_WORDS: Final[tuple[Callable[..., object], ...]] = (
    evidence.evidence_groups,
    evidence.grouped,
    facts.figure_words,
    figures.count_words,
    groups.fact_groups,
    groups.source_groups,
    in_a_row.alike,
    in_a_row.speakers_words,
    level_page.badge_of,
    level_page.known_by_words,
    words.counted_words,
    words.date_words,
    words.days_words,
    words.event_words,
    words.number_of,
    words.place_words,
    words.qualities,
    words.quoted,
    words.short_date_words,
    words.sometime_words,
    words.source_words,
    words.status_before,
    words.who_where,
)
"""The phrases that the template is made of, each under its own name."""


_FEW: Final = 4
"""More figures than that beside an answer are folded."""


def page(report: Report) -> str:
    """The page; the same report gives the same bytes. Raises MissingExtraError."""
    library = _library()
    own = library.utils.markupsafe.Markup
    style, script = _part("page.css"), _part("page.js")
    environment = library.Environment(
        loader=library.FunctionLoader(_part),
        autoescape=True,
        undefined=library.StrictUndefined,
        finalize=lambda value: for_terminal(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({each.__name__: each for each in _WORDS})
    text: str = environment.get_template("page.html.jinja").render(
        report=report,
        pictures=[own(each.markup) for each in drawings(report.picture)],
        picture_words=caption_of(report.picture),
        policy=_policy(style, script),
        style=own(style),
        script=own(script),
        version=__version__,
        few=_FEW,
        many=in_a_row.MANY_LEVELS,
        cited_words=words.CITED,
    )
    return text


def _policy(style: str, script: str) -> str:
    """Nothing from anywhere but these two, which are known by their hashes."""
    allowed = f"style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _library() -> ModuleType:
    try:
        import jinja2
    except ImportError as error:
        raise MissingExtraError("A report", "jinja2") from error
    return jinja2
