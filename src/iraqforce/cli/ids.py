"""Ids for a shell to complete: from the compiled base alone, so that a key press never compiles one."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from itertools import chain
from typing import TYPE_CHECKING, Final

import click

from iraqforce.errors import IraqforceError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.shell_completion import CompletionItem

    from iraqforce.store.questions import Named

    Completing = Callable[[click.Context, click.Parameter, str], list[CompletionItem[str]]]

MOST: Final = 100
"""How many ids of a sort are offered at a time: more than that nobody reads."""


def ids_of(*sorts: Named) -> Completing:
    """What completes an id of those sorts, as the parameter `shell_complete` of an option or an argument.

    One sort comes after the other. The base is the one that the line names before the cursor, as it was when
    it was last compiled. A base that was never asked has no ids to offer, and nothing is ever told of what
    is wrong with one, or with the line.
    """

    def complete(ctx: click.Context, _param: click.Parameter, start: str) -> list[CompletionItem[str]]:
        from iraqforce.cli.opening import base_asked
        from iraqforce.store.opening import last_compiled

        # What the shell hands on is the line as it was typed.
        paths = [os.path.expanduser(os.path.expandvars(path)) for path in ctx.params.get("paths") or ()]  # noqa: PTH111 - pathlib knows no variables
        with suppress(IraqforceError, click.ClickException, OSError):
            store = last_compiled(base_asked(ctx, paths, ctx.params.get("bundled")))
            if store is not None:
                with closing(store):
                    found = (store.beginning_with(named, start, MOST) for named in sorts)
                    return items(dict(chain.from_iterable(found)))
        return []

    return complete


def items(words: Mapping[str, str], start: str = "") -> list[CompletionItem[str]]:
    """Those names that begin so, each with a few words of what it is, on one line."""
    from click.shell_completion import CompletionItem

    return [
        CompletionItem(name, help=" ".join(told.split()))
        for name, told in words.items()
        if name.startswith(start)
    ]
