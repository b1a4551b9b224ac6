"""A base as a file for other programs. The file extension selects the format."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from iraqforce.errors import ArgumentError, UnknownEndingError, UnknownNameError, nearest
from iraqforce.export.base_file import ArticleCopies, yaml_lines
from iraqforce.export.base_tables import FACTS, PACKAGE_FILES, write_package, write_parquet
from iraqforce.export.citation_styles import Style
from iraqforce.export.citations import cite
from iraqforce.export.database import metadata, metadata_of, write_sqlite
from iraqforce.export.files import new_file, new_folder, refuse_input, undisturbed
from iraqforce.loading.locations import BaseFile, real
from iraqforce.model.fact_base import FactBase
from iraqforce.model.result import record
from iraqforce.render.formats import inferable
from iraqforce.render.tables import csv_lines
from iraqforce.text.phrases import number_of


class Form(NamedTuple):
    """An export format: its file extensions, what it produces, and the function that writes it.

    A text is made from the base; any other format is written from the base to a path.
    """

    endings: tuple[str, ...]
    makes: Literal["text", "file", "folder"]
    write: Callable[..., Any]
    lists: Literal["facts", "sources"] = "facts"


def _json_lines(base: FactBase) -> Iterator[str]:
    """A line for each fact, as `iraqforce facts --format jsonl` prints it."""
    for fact in inferable(base.facts):
        yield json.dumps({"schema": "iraqforce.fact/1", **record(fact)}, ensure_ascii=False) + "\n"


def _references(style: Style) -> Callable[[FactBase], Iterator[str]]:
    return lambda base: iter([cite(base, [], style, all_sources=True).document])


FORMS: Final = {
    "csv": Form((".csv",), "text", lambda base: csv_lines(FACTS.of(base))),
    "jsonl": Form((".jsonl",), "text", _json_lines),
    "yaml": Form((".yaml", ".yml"), "text", yaml_lines),
    "sqlite": Form((".sqlite", ".sqlite3", ".db"), "file", write_sqlite),
    "parquet": Form((".parquet",), "file", write_parquet),
    "datapackage": Form(("/",), "folder", write_package),
    "bibtex": Form((".bib",), "text", _references("bibtex"), "sources"),
    "ris": Form((".ris",), "text", _references("ris"), "sources"),
}
"""Every format by its name."""


class Exported(NamedTuple):
    """How much was written (`88 facts`), the articles copied into `folder`, and the name of metadata."""

    size: str
    copied: tuple[str, ...] = ()
    folder: Path | None = None
    metadata: str | None = None


def export(
    base: FactBase, files: Sequence[BaseFile], path: str, form: str | None = None, *, overwrite: bool = False
) -> Exported:
    """Write the base of the files to a file or folder atomically, with its articles or metadata.

    Raises UnknownEndingError, UnknownNameError, ExistsError, UnwritableError, MissingExtraError, BaseError.
    """
    name = form_of(path) if form is None else form
    if name not in FORMS:
        raise UnknownNameError("format", name, FORMS)
    articles = [source.text for source in base.sources.values() if source.text]
    inputs = (Path(file.folder) / each for file in files for each in (file.path, *articles))
    refuse_input(path, is_input=real(path) in {real(str(each)) for each in inputs})
    bundled = not any(file.given for file in files)
    size = number_of(getattr(base.info, FORMS[name].lists), FORMS[name].lists.removesuffix("s"))
    if name == "datapackage":
        fill = partial(write_package, base, bundled=bundled)
        with new_folder(path, PACKAGE_FILES.__contains__, fill, overwrite=overwrite):
            return Exported(size)
    # Articles and metadata are committed last: they are kept only if the file that needs them was written.
    with ExitStack() as beside, new_file(path, overwrite=overwrite) as new:
        if name == "yaml":
            copies = ArticleCopies(base.sources.values(), files, path)
            _write(new, yaml_lines(base, copies.paths))
            if not copies.names:
                return Exported(size)
            beside.enter_context(copies.written(overwrite=overwrite))
            return Exported(size, copies.names, copies.folder)
        if FORMS[name].makes == "text":
            _write(new, text_pieces(base, name))
            return Exported(size)
        FORMS[name].write(base, new)
        if name != "sqlite":
            return Exported(size)
        beside.enter_context(undisturbed())  # until both files are in their places
        described = beside.enter_context(new_file(metadata_of(path), overwrite=overwrite))
        described.write_text(metadata(base, path, bundled=bundled), encoding="utf-8")
        return Exported(size, metadata=metadata_of(path))


def _write(new: Path, pieces: Iterable[str]) -> None:
    with new.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(pieces)


def text_pieces(base: FactBase, form: str) -> Iterator[str]:
    """The base as text, in pieces. Raises ArgumentError if it is not a text format."""
    if FORMS[form].makes != "text":
        raise ArgumentError(f"{form} is not a text format: use -o with the name of a {FORMS[form].makes}")
    pieces: Iterator[str] = FORMS[form].write(base)
    return pieces


def form_of(name: str) -> str:
    """The format that a file of this name has. Raises UnknownEndingError.

    A folder, which is a name that ends in `/` or is `datapackage`, becomes a Data Package.
    """
    if name.endswith(("/", os.sep)) or Path(name).name == "datapackage":
        return "datapackage"
    ending = Path(name).suffix.lower()
    for form, each in FORMS.items():
        if ending in each.endings:
            return form
    known = [each for form in FORMS.values() for each in form.endings]
    hint = nearest(ending, known) or f"known: {', '.join(known)} (a folder for a Data Package)"
    problem = f"unsupported format '{ending}'" if ending else "no file extension"
    raise UnknownEndingError(f"{name}: {problem}", hint=hint)
