"""The stored articles behind the sources: inside the base's folder, unchanged, and readable."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iraqforce.errors import BaseError
from iraqforce.reading.files import FileBytes, UndecodableError, decode, read_file
from iraqforce.reading.quotes import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from iraqforce import schema
    from iraqforce.locations import FileState
    from iraqforce.problems import Problem
    from iraqforce.reading.records import Written


class ArticleError(BaseError):
    """An article that cannot be used: missing, unreadable or empty."""

    code = "article"


class ArticleFile(NamedTuple):
    """An article as a file: its name as the user gave it, its absolute path, its text and its SHA-256."""

    shown: str
    path: str
    text: str
    sha256: str


def read_article(name: str) -> ArticleFile:
    """The article that the user names. Raises ArticleError where there is none that can be read."""
    try:
        # Not normalised: `..` behind a link is where the link leads.
        read = read_file(Path.cwd() / name)
        text = decode(read.data, name)
    except FileNotFoundError:
        raise ArticleError(f"{name}: there is no such file", hint="give the path of an article") from None
    except IsADirectoryError:
        raise ArticleError(f"{name} is a directory", hint="name one article in it") from None
    except UndecodableError as error:
        message = f"{name}:{error.problem.at.line}: {error.problem.message}"
        raise ArticleError(message, hint=error.problem.hint) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        message = f"{name} cannot be read: {reason}"
        raise ArticleError(message, hint="check the path and its permissions") from None
    if not text.strip():
        raise ArticleError(f"{name} is empty", hint="save the text of the article in it, as UTF-8")
    return ArticleFile(name, read.state.path, text, read.state.sha256)


class Articles:
    """The articles that could be read, by the id of their source; what is wrong with the others is told."""

    def __init__(self) -> None:
        self.by_source: dict[str, Article] = {}
        self.paths: dict[str, str] = {}
        self.states: list[FileState] = []
        self.changed = 0

    def read(
        self,
        sources: Iterable[Written[schema.SourceAsWritten]],
        folders: dict[str, str],
        problems: list[Problem],
    ) -> None:
        """Read each source's article. `folders` gives the folder of articles of each base file."""
        for source in sources:
            if source.record.text is None:
                problems.extend(_citation_problems(source))
                continue
            read = _article_file(source, source.record.text, folders[source.path], problems)
            if read is not None:
                self.states.append(read.state)
                self._keep(source, source.record.text, read, problems)

    def _keep(
        self,
        source: Written[schema.SourceAsWritten],
        path: str,
        read: FileBytes,
        problems: list[Problem],
    ) -> None:
        digest, wanted = read.state.sha256, source.record.sha256
        if wanted is None:
            hint = f"add what `sha256sum {path}` prints, so that a change is noticed"
            problems.append(source.problem("text", "F102", "the key 'sha256' is missing", hint))
        elif digest != wanted:
            message = f"{path} has changed: its SHA-256 is {digest}"
            hint = "restore the article, or read it again and give the new hash"
            problems.append(source.problem("sha256", "F204", message, hint))
            self.changed += 1
        try:
            self.by_source[source.id] = Article(decode(read.data, path))
            self.paths[source.id] = path
        except UndecodableError as error:
            message = f"{path}:{error.problem.at.line}: {error.problem.message}"
            problems.append(source.problem("text", "F201", message, error.problem.hint))


def _citation_problems(source: Written[schema.SourceAsWritten]) -> Iterator[Problem]:
    """What is wrong with a source that is only cited: it is known by its title, and has nothing to hash."""
    if source.record.title is None:
        hint = "give the title of what is only cited, or describe it, and say so under 'inferred'"
        yield source.problem("title", "F102", "the key 'title' is missing", hint)
    if source.record.sha256 is not None:
        hint = "add 'text:', the path of the article, or remove 'sha256'"
        yield source.problem("sha256", "F108", "a hash of no stored text", hint)


def _article_file(
    source: Written[schema.SourceAsWritten], path: str, folder: str, problems: list[Problem]
) -> FileBytes | None:
    """The article, where it can be read and lies inside the folder, also by way of links."""
    try:
        file = Path(folder) / path
        if file.resolve().is_relative_to(Path(folder).resolve()):
            # Read, and later looked at, by its own name: a link may come to point elsewhere.
            return read_file(file)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or error
        message, hint = f"{path} cannot be read: {reason}", "a path is relative to the base's folder"
        problems.append(source.problem("text", "F201", message, hint))
        return None
    hint = "keep the article beside the base, and give its path from there"
    problems.append(source.problem("text", "F205", f"{path} lies outside the base's folder", hint))
    return None
