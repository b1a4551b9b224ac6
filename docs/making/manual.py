"""The manual page iraqforce.1, made of what the commands say of themselves: see man(7) for its language."""

from __future__ import annotations

from inspect import cleandoc
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import click

from iraqforce import __version__
from iraqforce.cli import COMMANDS, cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ESCAPED: Final = str.maketrans(
    {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti"}
)
"""The signs that a formatter would turn into others: what is shown must be fit to be typed."""

ENVIRONMENT: Final = {
    "IRAQFORCE_FACTS": "The fact base where no --facts is given; several are joined as those of PATH are.",
    "IRAQFORCE_BASE": "The bundled base where neither --facts nor --base names one: articles, record or all.",
    "IRAQFORCE_FORMAT": "The format where --format and --json name none.",
    "NO_COLOR, FORCE_COLOR": "No colour anywhere; colour also in a pipe. The first is the stronger.",
    "COLUMNS": "How wide a page is laid out; else as wide as the terminal, and in a pipe as wide as it gets.",
    "XDG_CACHE_HOME": "The folder in whose folder iraqforce compiled bases are kept; else ~/.cache.",
}
EXIT_STATUS: Final = {
    "0": "Done.",
    "1": "Asked and not answered.",
    "2": "Wrong usage.",
    "3": "The base cannot be used, or the output not be written.",
    "130": "Interrupted.",
}


def page() -> str:
    """The page in roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH IRAQFORCE 1 "" "iraqforce {__version__}" "User Commands"'
    yield ".SH NAME"
    yield r"iraqforce \- troop levels as of a date, with who says so in what words"
    yield ".SH SYNOPSIS"
    yield ".B iraqforce"
    yield r".I COMMAND"
    yield r"[\fIOPTION\fR]... [\fIARGUMENT\fR]..."
    yield ".SH DESCRIPTION"
    yield from _help(cli.help or "")
    yield ".SH COMMANDS"
    for name in COMMANDS:
        yield from _command(name)
    yield from _section("ENVIRONMENT", ENVIRONMENT)
    yield from _section("EXIT STATUS", EXIT_STATUS)
    yield ".SH SEE ALSO"
    yield from _text("`iraqforce COMMAND --help` shows the same of one command.")


def _command(name: str) -> Iterator[str]:
    top = click.Context(cli, info_name="iraqforce", **cli.context_settings)
    command = cli.get_command(top, name)
    if command is None:
        raise LookupError(name)
    context = click.Context(command, parent=top, info_name=name)
    yield f".SS {_roff(' '.join(['iraqforce', name, *command.collect_usage_pieces(context)]))}"
    yield from _help(command.help or "")
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record is not None and record[1]:
            yield ".TP"
            yield rf"\fB{_roff(record[0])}\fR"
            yield from _text(record[1])


def _help(text: str) -> Iterator[str]:
    """Paragraphs, and blocks that keep their lines, which click marks with a backspace."""
    for number, paragraph in enumerate(cleandoc(text).split("\n\n")):
        if number:
            yield ".PP"
        if paragraph.startswith("\b\n"):
            yield ".nf"
            for line in paragraph.removeprefix("\b\n").splitlines():
                yield _line(line)
            yield ".fi"
        else:
            yield from _text(paragraph)


def _section(title: str, items: dict[str, str]) -> Iterator[str]:
    yield f".SH {title}"
    for name, words in items.items():
        yield ".TP"
        yield rf"\fB{_roff(name)}\fR"
        yield from _text(words)


def _text(text: str) -> Iterator[str]:
    """The words on lines of a length that formatters ask for, to be filled."""
    for line in wrap(" ".join(text.split()), 72, break_on_hyphens=False):
        yield _line(line)


def _line(text: str) -> str:
    """One line; where it begins with a dot it is no request."""
    shown = _roff(text)
    return rf"\&{shown}" if shown.startswith(".") else shown


def _roff(text: str) -> str:
    return text.translate(ESCAPED)
