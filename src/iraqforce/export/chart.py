"""Levels over time as a picture: a Vega-Lite document that is saved as SVG, PNG or JSON."""

import os
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from iraqforce.errors import ArgumentError, UnknownEndingError
from iraqforce.export.chart_data import Options, chart_data
from iraqforce.export.files import new_file
from iraqforce.export.vega_lite import document, summary_of
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Fact, Force, Place
from iraqforce.render.formats import Screen, indented
from iraqforce.text.phrases import number_of, subject_words

Form = Literal["svg", "png", "vl.json"]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""What a chart is written as; each is also the ending of a file."""


MOST_DRAWN: Final = 2000
"""Figures of one chart: with more, each of its own definition, drawing it would take more than 300 MB."""

FIRST_YEAR: Final = 100
"""The library that draws takes earlier years for those of the last century."""

MOST_LISTED: Final = 40
"""A chart as text lists so many figures."""

_NOTEBOOKS: Final = "https://vega.github.io/schema/vega-lite/v5.json"
"""The version that JupyterLab and VS Code draw. The document is valid in it as well."""


@dataclass(frozen=True, repr=False)
class Chart:
    """A chart: its Vega-Lite document, what it shows in words, and its figures, oldest first."""

    document: dict[str, Any]
    title: str
    summary: str
    figures: tuple[Fact, ...]

    def __repr__(self) -> str:
        return f"<Chart: {self.title}, {number_of(len(self.figures), 'figure')}>"

    def __str__(self) -> str:
        """The chart as text, 80 columns wide: what it shows, and its figures, of many only the newest."""
        from iraqforce.pages.blocks import Block, Grid, Heading, Paragraph
        from iraqforce.pages.level import COLUMNS, figure_row
        from iraqforce.render.terminal import render_blocks

        shown = self.figures[-MOST_LISTED:]
        blocks: list[Block] = [Heading(self.title), Paragraph(self.summary)]
        if shown:
            title = f"The newest {len(shown)}" if len(shown) < len(self.figures) else "Figures"
            blocks.append(Grid(COLUMNS[:4], tuple(map(figure_row, shown)), title))
        return "".join(render_blocks(blocks, Screen(width=80))).rstrip("\n")

    def to_svg(self) -> str:
        """The chart as SVG. Raises MissingExtraError."""
        from iraqforce.export.drawing import svg

        return svg(self.document)

    def to_png(self, scale: float = 2.0) -> bytes:
        """The chart as PNG, `scale` times as large as its pixels. Raises MissingExtraError."""
        from iraqforce.export.drawing import png

        return png(self.document, scale)

    def to_bytes(self, form: Form, scale: float = 2.0) -> bytes:
        """What is written to a file of that form. Raises MissingExtraError."""
        if form == "png":
            return self.to_png(scale)
        return (self.to_svg() if form == "svg" else indented(self.document)).encode()

    def save(self, path: str | os.PathLike[str], *, overwrite: bool = False, scale: float = 2.0) -> None:
        """Write the chart in the form that the ending of the file selects.

        Raises UnknownEndingError, ExistsError, UnwritableError and MissingExtraError.
        """
        name = os.fsdecode(path)
        form = form_of(name)
        with new_file(name, overwrite=overwrite) as new:
            new.write_bytes(self.to_bytes(form, scale))

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """What a notebook draws, and the chart as text for all that cannot draw it."""
        return {
            "application/vnd.vegalite.v5+json": self.document | {"$schema": _NOTEBOOKS},
            "text/plain": str(self),
        }


def chart(
    base: FactBase,
    force: Force,
    place: Place,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    **options: Any,
) -> Chart:
    """The levels of a force in a place over time; the options are the fields of `Options`.

    Raises ArgumentError if there are too many to draw.
    """
    chosen = Options(**options)
    data = chart_data(base, force, place, since, until, chosen)
    if len(data.figures) > MOST_DRAWN:
        message = f"too many figures for a chart: {len(data.figures):,} (limit {MOST_DRAWN:,})"
        raise ArgumentError(message, hint="chart a shorter period, or a base with fewer figures")
    if data.first.year < FIRST_YEAR:
        message = f"a chart cannot begin before the year {FIRST_YEAR}"
        raise ArgumentError(message, hint="chart a later period, or correct the date in the base")
    title = subject_words(force, place)
    return Chart(document(data, chosen), title, summary_of(data, chosen), data.figures)


def form_of(name: str) -> Form:
    """The form that the ending of a file's name selects. Raises UnknownEndingError."""
    for form in FORMS:
        if name.lower().endswith(f".{form}"):
            return form
    known = ", ".join(f".{form}" for form in FORMS)
    raise UnknownEndingError(f"{name}: unsupported image format", hint=f"known: {known}")
