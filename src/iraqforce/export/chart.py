"""Levels over time as a picture: a Vega-Lite document that is saved as SVG, PNG or JSON."""

import os
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args

from iraqforce.errors import UnknownEndingError
from iraqforce.export.chart_data import Options, chart_data
from iraqforce.export.files import new_file
from iraqforce.export.vega_lite import document, summary_of
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Force, Place
from iraqforce.render.formats import indented

Form = Literal["svg", "png", "vl.json"]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""What a chart is written as; each is also the ending of a file."""


@dataclass(frozen=True)
class Chart:
    """A chart: its Vega-Lite document, what it shows in words, and how many figures it has."""

    document: dict[str, Any]
    title: str
    summary: str
    figures: int

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
        """What a notebook shows."""
        return {
            "application/vnd.vegalite.v6+json": self.document,
            "text/plain": self.document["description"],
        }


def chart(
    base: FactBase,
    force: Force,
    place: Place,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
    **options: Any,
) -> Chart:
    """The levels of a force in a place over time; the options are the fields of `Options`."""
    chosen = Options(**options)
    data = chart_data(base, force, place, since, until, chosen)
    title = f"{force.name} {place.phrase}"
    return Chart(document(data, chosen), title, summary_of(data, chosen), len(data.figures))


def form_of(name: str) -> Form:
    """The form that the ending of a file's name selects. Raises UnknownEndingError."""
    for form in FORMS:
        if name.lower().endswith(f".{form}"):
            return form
    known = ", ".join(f".{form}" for form in FORMS)
    raise UnknownEndingError(f"{name}: unsupported image format", hint=f"known: {known}")
