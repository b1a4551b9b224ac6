"""What the environment sets where no option does."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

Choice = TypeVar("Choice", bound=str)


def setting(ctx: click.Context, variable: str, choices: Iterable[Choice], default: Choice) -> Choice:
    """The choice that the environment variable names, or the default. Raises click.UsageError."""
    named = os.environ.get(variable) or default
    known = tuple(choices)
    for choice in known:
        if choice == named:
            return choice
    names = ", ".join(f"'{each}'" for each in known)
    message = f"Invalid value for {variable}: '{named}' is not one of {names}."
    raise click.UsageError(message, ctx)
