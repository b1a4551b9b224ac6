"""`iraqforce chart`: the levels over time as an image."""

import sys
from math import isnan
from typing import Any

import click

from iraqforce.api import Base
from iraqforce.cli.dates import period_options
from iraqforce.cli.errors import NOT_ANSWERED, notice
from iraqforce.cli.formats import file_options
from iraqforce.cli.options import base_options, choice, events_option, max_age_option, subject_options
from iraqforce.cli.streams import Destination, writing
from iraqforce.errors import need
from iraqforce.export.chart import FORMS, Form, form_of
from iraqforce.export.drawing import LARGEST_SCALE, LIBRARY
from iraqforce.pages.bars import AXES
from iraqforce.text.phrases import number_of

_PIXELS = click.IntRange(200, 4000)


def _number(ctx: click.Context, param: click.Parameter, value: float) -> float:
    """The value, which no comparison refuses if it is not a number."""
    if isnan(value):
        raise click.BadParameter("nan is not a number.", ctx, param)
    return value


@click.command("chart")
@file_options("chart", {form: (f".{form}",) for form in FORMS})
@period_options
@subject_options
@max_age_option('Days after which the line of a figure ends, or "none".')
@events_option
@click.option("--all", "everything", is_flag=True, help="Show every partial, planned or ceiling figure.")
@click.option(
    "--axis",
    type=choice(AXES),
    default="auto",
    show_default=True,
    help="One axis, two panels with an axis each, or one logarithmic axis.",
)
@click.option("--width", type=_PIXELS, default=820, show_default=True, help="Width of the plot in pixels.")
@click.option("--height", type=_PIXELS, default=340, show_default=True, help="Height of the plot in pixels.")
@click.option(
    "--scale",
    type=click.FloatRange(0.5, LARGEST_SCALE),
    callback=_number,
    default=2.0,
    show_default=True,
    help="How many times larger a PNG is.",
)
@base_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    to: Destination,
    form: Form | None,
    scale: float,
    base: Base,
    **options: Any,
) -> None:
    """Draw the levels over time, as SVG, PNG or Vega-Lite.

    The file extension selects the format: .svg, .png or .vl.json. A line shows the latest figure of one
    definition until there is a newer one, or until it is too old to be an answer. The file is written
    atomically. If there are no levels, nothing is written and the exit status is 1.

    If the figures of a long period are all at most a tenth of the highest, they are shown in a second
    panel with its own axis; --axis linear keeps one axis, and --axis log uses a logarithmic axis with a
    separate position for 0. More than twelve partial, planned or ceiling figures are left out and counted.

    \b
    Examples:
      iraqforce chart -o levels.svg
      iraqforce chart -o levels.png --from 2016 --to 2016-12 --overwrite
      iraqforce chart -o levels.svg --axis log --all --no-events
      iraqforce chart -o - --format vl.json | jq .title
    """
    form = form or form_of(to.name)
    if form == "png" and not to.is_file and sys.stdout is not None and sys.stdout.isatty():
        raise click.UsageError("a PNG cannot be shown in a terminal: use -o FILE or a pipe.", ctx)
    if form != "vl.json":
        need(form.upper(), LIBRARY)  # before the work is done
    drawn = base.chart(**options)
    if not drawn.figures:
        notice(f"{drawn.title}: no levels to draw; nothing was written")
        ctx.exit(NOT_ANSWERED)
    content = drawn.to_bytes(form, scale)
    with writing(to, written=number_of(len(drawn.figures), "figure")) as stream:
        stream.buffer.write(content)
