"""The project's own errors: raised only for what a user can fix, mapped to text and exit code in `cli`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

Found = TypeVar("Found")


class IraqforceError(Exception):
    """Something that a user can fix: `message` says what and where, `hint` the next step."""

    code = "error"
    """A stable word for programs that read the error as JSON."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        if hint:
            self.add_note(hint)  # so that a traceback shows it too

    def __reduce__(self) -> tuple[Any, ...]:
        """Keep all attributes when pickled, so that the error can be passed between processes."""
        return type(self).__new__, (type(self), *self.args), self.__dict__


class UnknownNameError(IraqforceError):
    """A force, place, source or fact that the base does not have."""

    code = "unknown-name"

    def __init__(
        self,
        noun: str,
        name: str,
        known: Iterable[str],
        *,
        listed_by: str | None = None,
        hint: str | None = None,
    ) -> None:
        names = list(known)
        found = hint or nearest(name, names) or listing(names, listed_by)
        super().__init__(f"unknown {noun} '{name}'", hint=found)


class AmbiguousNameError(IraqforceError):
    """A name that several forces or places have; `meanings` are their ids with their names."""

    code = "ambiguous-name"

    def __init__(self, noun: str, name: str, meanings: Iterable[str]) -> None:
        super().__init__(f"ambiguous {noun} '{name}'", hint=f"use an ID: {one_of(list(meanings))}")


class UnknownEndingError(IraqforceError):
    """A file name with an unsupported extension."""

    code = "ending"


class BaseError(IraqforceError):
    """A fact base that cannot be used: missing, unreadable or invalid."""

    code = "base"


class ArticleError(BaseError):
    """An article that cannot be used: missing, unreadable, empty or too large."""

    code = "article"


SHORTEN_ARTICLE = "keep only the part that you need"
"""What to do with an article that is too large."""


def limited(found: Iterable[Found], most: int, path: str, noun: str) -> Iterator[Found]:
    """What is found in the text at `path`; ArticleError if there is more, as the memory for it is bounded."""
    for number, each in enumerate(found, 1):
        if number > most:
            raise ArticleError(f"{path}: too many {noun} (limit {most:,})", hint=SHORTEN_ARTICLE)
        yield each


class ArgumentError(IraqforceError, ValueError):
    """An argument that cannot be used."""

    code = "argument"


LIBRARIES = {
    "jinja2": "jinja2",
    "pandas": "pandas",
    "pyarrow": "pyarrow",
    "vl_convert": "vl-convert-python",
}
"""The optional libraries: the package of each module."""


class MissingExtraError(BaseError, ImportError):
    """A feature that needs optional libraries that are not installed.

    The hint installs them by their own names, which works wherever iraqforce was installed from.
    """

    code = "missing-extra"

    def __init__(self, what: str, libraries: Sequence[str]) -> None:
        are = "is" if len(libraries) == 1 else "are"
        message = f"{what} needs {' and '.join(libraries)}, which {are} not installed"
        super().__init__(message, hint=_installing(libraries))


def need(what: str, *modules: str) -> None:
    """Raise MissingExtraError, with every one that is missing, if a module of LIBRARIES is not installed."""
    from importlib.util import find_spec

    missing = [LIBRARIES[module] for module in modules if find_spec(module) is None]
    if missing:
        raise MissingExtraError(what, missing)


def _installing(libraries: Sequence[str]) -> str:
    """The command that adds the libraries to the environment that iraqforce runs in."""
    import sys
    from importlib.util import find_spec
    from pathlib import Path

    environment = Path(sys.prefix)

    def is_of(installer: str, folder: str, receipt: str) -> bool:
        return environment.parts[-3:-1] == (installer, folder) or (environment / receipt).exists()

    if is_of("pipx", "venvs", "pipx_metadata.json"):
        return f"pipx inject {environment.name} {' '.join(libraries)}"
    if is_of("uv", "tools", "uv-receipt.toml"):
        # uv removes what an earlier command added and this one does not name.
        kept = [package for module, package in LIBRARIES.items() if find_spec(module)]
        return " ".join(("uv tool install iraqforce", *(f"--with {each}" for each in (*kept, *libraries))))
    python = f'"{sys.executable}"' if " " in sys.executable else sys.executable
    if find_spec("pip") is None:
        return f"uv pip install --python {python} {' '.join(libraries)}"
    return f"{python} -m pip install {' '.join(libraries)}"


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The question `did you mean …?` for the known name most like `name`, or None."""
    like = most_like(name, known)
    return f"did you mean '{like}'?" if like is not None else None


def most_like(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None if none is similar."""
    from difflib import get_close_matches

    by_lower_case = {each.lower(): each for each in known}
    matches = get_close_matches(name.lower(), by_lower_case, n=1, cutoff=0.6)
    return by_lower_case[matches[0]] if matches else None


def one_of(names: Sequence[str]) -> str:
    """The names (at least one) as a choice in a sentence: `A, B or C`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def listing(names: list[str], listed_by: str | None) -> str:
    """The known names if they are few, else the command that lists them."""
    if not names:
        return "the base has none"
    if len(names) <= 12 or listed_by is None:
        return "known: " + ", ".join(names)
    return f"run {listed_by} for a list"
