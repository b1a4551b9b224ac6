"""An answer, its chart and every figure behind them as one page of HTML that loads nothing.

Every text is escaped by the template (`report.html.jinja`); the answer and the chart are made of text that
was escaped. The content security policy of the page allows its own style and nothing else, not even a script.
"""

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final

from iraqforce import __version__
from iraqforce.errors import need
from iraqforce.export.chart import chart
from iraqforce.export.chart_data import levels_of
from iraqforce.export.drawing import LIBRARY
from iraqforce.export.references import link
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact
from iraqforce.pages import level
from iraqforce.pages.blocks import Heading, Paragraph, is_web_address
from iraqforce.queries.answers import Answer
from iraqforce.queries.levels import was_known
from iraqforce.queries.timeline import date_order, timeline
from iraqforce.render import html
from iraqforce.text import phrases
from iraqforce.text.characters import visible
from iraqforce.text.sentences import Paragraph as ArticleParagraph
from iraqforce.text.sentences import paragraph_of

MANY: Final = 20
"""A longer table is closed until a reader opens it, or follows a link into it."""

_PHRASES: Final = (
    phrases.date_words, phrases.event_words, phrases.figure_words, phrases.number_of,
    phrases.qualities, phrases.quoted, phrases.source_words, phrases.who_where,
)  # fmt: skip


Row = tuple[Fact, ArticleParagraph | None, str | None]
"""A fact with its quote in its paragraph, and the address of the words on the web."""


def report(base: FactBase, answer: Answer) -> str:
    """The page; the same base and answer give the same bytes. Raises MissingExtraError."""
    need("A report", "jinja2", LIBRARY)
    import jinja2
    import markupsafe

    markup = markupsafe.Markup
    environment = jinja2.Environment(
        loader=jinja2.FunctionLoader(lambda name: files(__package__).joinpath(name).read_text("utf-8")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=lambda value: visible(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update({each.__name__: each for each in _PHRASES})
    environment.filters["hash"] = _hash
    heading, *blocks = level.page(answer)
    # The tables below have the related figures; a page has no --details.
    page = [each for each in blocks if not (isinstance(each, Paragraph) and each.text.endswith("--details"))]
    question = answer.question
    drawn = chart(
        base, question.force, question.place, asked=question.date, known_by=question.known_by,
        max_age=question.max_age_days, link_to_rows=True,
    )  # fmt: skip
    text: str = environment.get_template("report.html.jinja").render(
        heading=heading if isinstance(heading, Heading) else Heading(""),
        # The answer has no heading of its own here, so that those below it are a level higher.
        answer=markup("".join(html.render_blocks(page)).replace("h4>", "h3>")),
        answer_style=markup(html.STYLE),
        chart=markup(drawn.to_svg()) if drawn.figures else "",
        summary=drawn.summary,
        sections=_sections(base, answer),
        many=MANY,
        force=question.force,
        place=question.place,
        base=base.info,
        command=_command(answer),
        version=__version__,
    )
    return text


def _sections(base: FactBase, answer: Answer) -> dict[str, list[Row]]:
    """The rows of each table, oldest first."""
    question = answer.question
    rows = timeline(base, question.force, question.place).rows
    levels = levels_of(base, question.force, question.place, question.known_by)
    facts = {
        "level": sorted(levels, key=lambda fact: date_order(fact.as_of)),
        "change": [fact for row in rows for fact in row.changes],
        "event": [fact for row in rows for fact in row.events],
    }
    known_by = question.known_by
    return {
        noun: [_row(base, fact) for fact in found if was_known(fact, known_by)]
        for noun, found in facts.items()
    }


def _row(base: FactBase, fact: Fact) -> Row:
    found = paragraph_of(fact, base.articles.get(fact.source.id))
    words = found and found.text[found.start : found.end]
    url = link(fact.source.url, words)
    return fact, found, url if is_web_address(url) else None


def _command(answer: Answer) -> str:
    """The command that writes the same page from the same base."""
    question = answer.question
    options = [f"--date {question.date.text}", f"--force {question.force.id}", f"--place {question.place.id}"]
    options.append(f"--max-age {'none' if question.max_age_days is None else question.max_age_days}")
    if question.known_by is not None:
        options.append(f"--known-by {question.known_by.text}")
    return f"iraqforce report {' '.join(options)} -o FILE"


def _hash(content: Any) -> str:
    """How a content security policy names the content that it allows."""
    return f"sha256-{b64encode(sha256(str(content).encode()).digest()).decode()}"
