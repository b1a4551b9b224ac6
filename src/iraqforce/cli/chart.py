"""`iraqforce chart`: the levels over time as a picture."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, assert_never, get_args

import click

from iraqforce.charting.asking import ask
from iraqforce.charting.document import document, title_of
from iraqforce.charting.drawing import png, svg
from iraqforce.charting.layout import Size
from iraqforce.charting.picture import Scope
from iraqforce.cli.errors import NOT_ANSWERED
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, max_age_option, period_options, subject_options
from iraqforce.cli.output import show_bytes
from iraqforce.errors import UnknownEndingError
from iraqforce.present.panels import AXES
from iraqforce.present.words import number_of
from iraqforce.render.json_object import text_of
from iraqforce.whole import new_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from iraqforce.charting.picture import Picture
    from iraqforce.dates import PartialDate
    from iraqforce.locations import BaseFile
    from iraqforce.present.panels import Axis

Form = Literal["svg", "png", "vl.json"]

FORMS: Final[tuple[Form, ...]] = get_args(Form)
"""What can be written; each is also the ending that asks for it."""


class Asked(NamedTuple):
    """What the picture is to show; None is the base's own choice."""

    since: PartialDate | None
    until: PartialDate | None
    force: str | None
    place: str | None
    max_age: int | None
    events: bool
    everything: bool


class Drawing(NamedTuple):
    """On which axes and how large: a plot in pixels, and how many pixels of a PNG stand for one of them."""

    axis: Axis
    width: int
    height: int
    scale: float


def _asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what chooses the facts, handed on as one `asked`."""

    @period_options(
        "From this date on.  [default: the first figure]", "Up to this date.  [default: the last figure]"
    )
    @subject_options
    @max_age_option("After how many days the line of a figure is dashed; none for never.")
    @click.option("--events/--no-events", default=True, help="With or without the events beneath.")
    @click.option(
        "--all", "everything", is_flag=True, help="Draw also the many that only stand beside an answer."
    )
    @wraps(command)
    def with_asked(*args: Any, **kwargs: Any) -> None:
        asked = Asked(**{field: kwargs.pop(field) for field in Asked._fields})
        command(*args, asked=asked, **kwargs)

    return with_asked


def _drawing_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add what sets the axes and the size, handed on as one `drawing`."""
    pixels = click.IntRange(200, 4000)

    @click.option(
        "--axis",
        type=click.Choice(AXES),
        default="auto",
        show_default=True,
        help="One axis of numbers, two panels each with its own, or one of powers of ten.",
    )
    @click.option("--width", type=pixels, default=820, show_default=True, help="Of the plot, in pixels.")
    @click.option("--height", type=pixels, default=340, show_default=True, help="Of the plot, in pixels.")
    @click.option(
        "--scale",
        type=click.FloatRange(0.5, 8),
        default=2.0,
        show_default=True,
        help="How many times larger a PNG is, in pixels.",
    )
    @wraps(command)
    def with_drawing(*args: Any, **kwargs: Any) -> None:
        drawing = Drawing(**{field: kwargs.pop(field) for field in Drawing._fields})
        command(*args, drawing=drawing, **kwargs)

    return with_drawing


@click.command("chart")
@click.option("-o", "--output", "name", metavar="FILE", required=True, help="Where to; - is standard output.")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(FORMS),
    help="What to write.  [default: by the ending of FILE]",
)
@click.option("--overwrite", is_flag=True, help="Replace FILE where it exists.")
@_asked_options
@_drawing_options
@base_options
@click.pass_context
def command(  # noqa: PLR0913 - one parameter an option, or a group of them
    ctx: click.Context,
    *,
    name: str,
    form: Form | None,
    overwrite: bool,
    asked: Asked,
    drawing: Drawing,
    base: tuple[BaseFile, ...],
) -> None:
    """Draw the levels over time, as SVG, PNG or Vega-Lite.

    The ending of FILE says which: .svg, .png or .vl.json. A line goes from figure to figure and is dashed
    where the last one is too old to be an answer; sources and events stand under the picture by number.
    The file is written whole or not at all. Where there is no level none is written: exit code 1.

    Where the figures of a long time are all at most a tenth of the highest they have a second panel, with an
    axis of its own; --axis linear keeps one axis, --axis log has one of powers of ten, on which 0 has its own
    place. More than twelve parts, plans and caps are left out and counted. Many sources are told in a row.

    \b
    Examples:
      iraqforce chart -o levels.svg
      iraqforce chart -o levels.png --from 2016 --to 2016-12 --overwrite
      iraqforce chart -o levels.svg --axis log --all --no-events
      iraqforce chart -o - --format vl.json | jq .title
    """
    if not name:
        raise click.UsageError("-o needs the name of a file.")
    form = form or _form_of(name)
    store = open_base(base)
    words = store.vocabulary
    scope = Scope(words.force(asked.force), words.place(asked.place), asked.since, asked.until, asked.max_age)
    found = ask(store, scope, events=asked.events, everything=asked.everything)
    if found.empty:
        click.echo(f"{title_of(found)}: no level to draw, so nothing is written", err=True)
        ctx.exit(NOT_ANSWERED)
    content = _content(found, form, drawing)
    if name == "-":
        show_bytes(content)
        return
    with new_file(name, overwrite=overwrite) as new:
        new.write_bytes(content)
    click.echo(f"{name}: {number_of(len(found.figures) + len(found.unnumbered), 'figure')}", err=True)


def _form_of(name: str) -> Form:
    """The form that a file of this name has. Raises UnknownEndingError, and click.UsageError for none."""
    if name == "-":
        raise click.UsageError("-o - needs --format: there is no ending to tell it from.")
    for form in FORMS:
        if name.lower().endswith(f".{form}"):
            return form
    known = ", ".join(f".{form}" for form in FORMS)
    raise UnknownEndingError(f"{name}: its ending asks for no picture", hint=f"known: {known}")


def _content(found: Picture, form: Form, drawing: Drawing) -> bytes:
    """The file. Raises MissingExtraError where the extra `chart` is not there to draw with."""
    made = document(found, Size(drawing.width, drawing.height), axis=drawing.axis)
    match form:
        case "svg":
            return svg(made).encode()
        case "png":
            return png(made, drawing.scale)
        case "vl.json":
            return text_of(made).encode()
        case _:
            assert_never(form)
