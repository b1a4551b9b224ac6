"""A base written to a file or a folder, whole or not at all, with the articles that it needs beside it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.exporting import FORMS
from iraqforce.exporting.articles import lacking
from iraqforce.whole import UnwritableError, new_file, new_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from iraqforce.exporting import Form
    from iraqforce.exporting.exported import Exported
    from iraqforce.locations import BaseFile


class Written(NamedTuple):
    """How many facts were written, and how many articles were copied into `folder` beside them."""

    facts: int
    copied: int
    folder: Path | None


def export(
    name: str,
    form_name: str,
    files: Sequence[BaseFile],
    opened: Callable[[], AbstractContextManager[Exported]],
    *,
    overwrite: bool,
) -> Written:
    """Write the base of the files, which `opened` opens, to the file or folder `name`.

    Raises ExistsError, UnwritableError, MissingExtraError, and what `opened` raises.
    """
    form = FORMS[form_name]
    # The place is looked at first: to compile a base takes longer than to see that it cannot be written.
    # The articles are let go last: they stay only if the file that needs them has come to its place.
    with ExitStack() as beside, _new(form, name, overwrite=overwrite) as new, opened() as base:
        _refuse_the_base_itself(name, files)
        copies = lacking(base.store.sources(), files, name) if form.base else None
        if form.makes == "text":
            with new.open("w", encoding="utf-8", newline="") as stream:
                stream.writelines(form.text_writer().pieces(base))
        else:
            form.file_writer().write(base, new)
        if copies is not None:
            beside.enter_context(copies.written())
        facts = base.store.summary.facts
    return Written(facts, len(copies.lacking) if copies else 0, copies.folder if copies else None)


def _new(form: Form, name: str, *, overwrite: bool) -> AbstractContextManager[Path]:
    if form.makes != "folder":
        return new_file(name, overwrite=overwrite)
    return new_folder(name, form.holding(), overwrite=overwrite)


def _refuse_the_base_itself(name: str, files: Sequence[BaseFile]) -> None:
    """Raise UnwritableError where the export would take the place of a file that it is made from."""
    for file in files:
        if os.path.realpath(file.path) == os.path.realpath(name):
            message = f"{name} is the base itself: an export would lose its comments and its layout"
            raise UnwritableError(message, hint="write beside it")
