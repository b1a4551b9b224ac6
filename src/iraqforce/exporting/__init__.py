"""A base → a file for other programs, by the ending of its name. Where it comes to stand is for `whole`."""

from __future__ import annotations

from importlib import import_module
from os import sep
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, cast

from iraqforce.errors import UnknownEndingError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Protocol

    from iraqforce.exporting.exported import Exported

    class TextWriter(Protocol):
        """A module of this folder that makes text."""

        def pieces(self, base: Exported) -> Iterator[str]:
            """The base in pieces of text."""
            ...

    class FileWriter(Protocol):
        """A module of this folder that fills a file or a folder."""

        def write(self, base: Exported, place: Path) -> None:
            """Write the base to `place`, where nothing is yet, or an empty folder."""
            ...

    class FolderWriter(FileWriter, Protocol):
        """A module of this folder that fills a folder with the files that it names."""

        FILES: tuple[str, ...]


class Form(NamedTuple):
    """A form of export: the module of this folder that writes it, and the endings that ask for it.

    `makes` says what is written; a `base` can be read back by iraqforce, with its articles beside it.
    """

    module: str
    endings: tuple[str, ...]
    makes: Literal["text", "file", "folder"]
    base: bool = False

    def text_writer(self) -> TextWriter:
        """The module, where it makes text."""
        return cast("TextWriter", import_module(f"{__name__}.{self.module}"))

    def file_writer(self) -> FileWriter:
        """The module, where it fills a file or a folder."""
        return cast("FileWriter", import_module(f"{__name__}.{self.module}"))

    def holding(self) -> tuple[str, ...]:
        """The names of the files in the folder, where it fills one."""
        return cast("FolderWriter", import_module(f"{__name__}.{self.module}")).FILES


FORMS: Final = {
    "csv": Form("csv_rows", (".csv",), "text"),
    "jsonl": Form("json_lines", (".jsonl",), "text", base=True),
    "yaml": Form("yaml_file", (".yaml", ".yml"), "text", base=True),
    "sqlite": Form("sqlite_file", (".sqlite", ".sqlite3", ".db"), "file"),
    "parquet": Form("parquet_file", (".parquet",), "file"),
    "datapackage": Form("data_package", ("/",), "folder"),
}
"""Every form by its name; only the module that is asked for is imported."""


def form_of(name: str) -> str:
    """The name of the form that a file of this name has. Raises UnknownEndingError.

    A folder, which is a name that ends in `/` or is `datapackage`, becomes a data package.
    """
    if name.endswith(("/", sep)) or Path(name).name == "datapackage":
        return "datapackage"
    ending = Path(name).suffix.lower()
    for form, each in FORMS.items():
        if ending in each.endings:
            return form
    known = [each for form in FORMS.values() for each in form.endings]
    hint = nearest(ending, known) or f"known: {', '.join(known)} (a folder for a data package)"
    said = f"the ending '{ending}'" if ending else "a name without an ending"
    raise UnknownEndingError(f"{name}: {said} asks for no known form", hint=hint)
