"""Snapshots of checked bases, so that a base is parsed and checked again only if its files change.

A snapshot is named after the content of the base's files, so an edit is never missed. It is data, not code,
and has a checksum of its name and content. Only a regular file of this user in a folder that only this user
can write to is read; a damaged one is ignored and rewritten. The snapshots of the bundled bases come with the
package.
"""

import json
import os
import stat
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from os import path
from typing import Any, Final, Generic, TypeVar, get_args, get_origin

try:
    # The same function as in hashlib, without loading OpenSSL, which takes a tenth of a short answer.
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

from iraqforce import __version__
from iraqforce.loading.locations import (
    DATA_ENDINGS,
    MAX_ARTICLE_BYTES,
    MAX_BASE_BYTES,
    BaseFile,
    read_regular,
)
from iraqforce.model import dates
from iraqforce.model.counts import Count
from iraqforce.model.dates import PartialDate
from iraqforce.model.fact_base import BaseInfo, FactBase
from iraqforce.model.facts import Definition, Fact, Force, Inference, Place, Source, Subject, Suppression
from iraqforce.model.fields import fields_of
from iraqforce.model.positions import QuotePlace, TextPlace

FORMAT: Final = 2
"""Changes when loading gives another result, so that snapshots of older code are not read (tested)."""

KEPT: Final = 20
"""Number of snapshots in the cache; the oldest are deleted."""

MAX_BYTES: Final = 100_000_000
"""The largest snapshot that is read: far more than any base makes."""

PACKAGED: Final = path.join(path.dirname(path.dirname(path.realpath(__file__))), "snapshots")
"""The snapshots that come with an installed package."""

_DAMAGED: Final = (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError)
"""What reading a snapshot that is missing or damaged raises."""

Item = TypeVar("Item")


def open_base(files: Sequence[BaseFile], before_loading: Callable[[], None] = lambda: None) -> FactBase:
    """The base of these files: from its snapshot if there is one, else loaded and saved as a snapshot.

    `before_loading` is called if the files have to be parsed. Raises BaseError and InvalidBaseError.
    """
    contents = _contents(files)
    name = "" if contents is None else _name(contents)
    if contents is not None:
        for data in _candidates(files, name):
            with suppress(*_DAMAGED):
                return _decoded(_unsealed(name, data), files, contents)
    before_loading()
    # Imported here: an answer from a snapshot needs neither YAML nor pydantic.
    from iraqforce.loading.reader import load

    base = load(files)
    if contents is not None and contents == _contents(files):
        with suppress(OSError):
            _keep(name, _sealed(name, encoded(base, files)))
    return base


def write_packaged(files: Sequence[BaseFile], folder: str) -> str:
    """Write the snapshot of these files into a folder of the package being built; returns its path."""
    from iraqforce.loading.reader import load

    contents = _contents(files)
    if contents is None:
        raise FileNotFoundError(f"cannot read {', '.join(file.path for file in files)}")
    name = _name(contents)
    target = path.join(folder, name)
    with open(target, "wb") as stream:
        stream.write(_sealed(name, encoded(load(files), files)))
    return target


def cache_folder() -> str:
    """The folder of iraqforce in the user's cache, as in platformdirs."""
    if sys.platform == "linux" and not hasattr(sys, "getandroidapilevel"):
        # The XDG rule in its plain cases: importing platformdirs takes as long as answering.
        home = os.environ.get("XDG_CACHE_HOME") or path.join(os.environ.get("HOME", ""), ".cache")
        if path.isabs(home) and home == home.strip():
            return path.join(home, "iraqforce")
    from platformdirs import user_cache_dir

    return user_cache_dir("iraqforce")


def _contents(files: Sequence[BaseFile]) -> list[bytes] | None:
    """The bytes of the files, or None if one is not a readable regular file; loading then reports why."""
    found = []
    for file in files:
        try:
            if path.splitext(file.path)[1].lower() in DATA_ENDINGS:
                return None
            found.append(read_regular(file.path, MAX_BASE_BYTES))
        except (OSError, ValueError):
            return None
    return found


def _name(contents: Sequence[bytes]) -> str:
    """The name of the snapshot of a base whose files have these contents."""
    shape = [(kind.__name__, kind._fields) for kind in _KINDS]
    parts = [repr((FORMAT, __version__, shape)), *map(_digest, contents)]
    return f"{_digest(' '.join(parts).encode())}.snapshot"


def _digest(content: bytes) -> str:
    return blake2b(content, digest_size=32).hexdigest()


# ---- where snapshots are kept ---------------------------------------------------------------------------


def _candidates(files: Sequence[BaseFile], name: str) -> Iterator[bytes]:
    """The snapshots of that name: of the package, if its own base is asked, then of the user's cache."""
    with suppress(*_DAMAGED):
        if not any(file.given for file in files):
            with open(path.join(PACKAGED, name), "rb") as stream:
                yield stream.read()
    with suppress(*_DAMAGED):
        folder = cache_folder()
        if _is_ours(os.lstat(folder), stat.S_ISDIR):
            # Opened without following a link or waiting for a writer, then checked through the open file.
            flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
            descriptor = os.open(path.join(folder, name), flags | getattr(os, "O_BINARY", 0))
            with open(descriptor, "rb") as stream:
                found = os.fstat(descriptor)
                if _is_ours(found, stat.S_ISREG) and found.st_size <= MAX_BYTES:
                    yield stream.read()


def _is_ours(found: os.stat_result, is_kind: Callable[[int], bool]) -> bool:
    """True if it is of this kind, belongs to this user, and nobody else may open it."""
    if not is_kind(found.st_mode):
        return False
    return not hasattr(os, "getuid") or (found.st_uid == os.getuid() and not found.st_mode & 0o077)


def remove_temporary() -> None:
    """Remove what this process has not finished writing to the cache, because it ends."""
    with suppress(OSError), os.scandir(cache_folder()) as entries:
        for entry in entries:
            if entry.name.endswith(f".{os.getpid()}.new"):
                os.unlink(entry.path)


def _keep(name: str, data: bytes) -> None:
    """Write a snapshot to the user's cache atomically. Raises OSError."""
    folder = cache_folder()
    os.makedirs(path.dirname(folder), exist_ok=True)
    with suppress(FileExistsError):
        os.mkdir(folder, 0o700)
    if not _is_ours(os.lstat(folder), stat.S_ISDIR):
        return
    new = path.join(folder, f"{name}.{os.getpid()}.new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.replace(new, path.join(folder, name))
    except BaseException:
        os.unlink(new)
        raise
    _prune(folder, name)


def _prune(folder: str, newest: str) -> None:
    """Delete all but the newest files. One is known to be, as the clock may have been set back since."""
    with os.scandir(folder) as entries:
        others = [entry for entry in entries if entry.name != newest]
    others.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime, reverse=True)
    for entry in others[KEPT - 1 :]:
        with suppress(OSError):
            os.unlink(entry.path)


# ---- what a snapshot holds ------------------------------------------------------------------------------
#
# A checksum, then lines of JSON: what is small (info, forces, places, definitions, the articles'
# names and hashes, the subjects); the sources; the facts of each subject; each article.

_DECLARED: Final = (Force, Place, Definition, Source)
_KINDS: Final = (
    *_DECLARED, Fact, BaseInfo, Count, Inference, Suppression, TextPlace, QuotePlace,
)  # fmt: skip
"""The types whose values are written as a list of their fields; a date is written as its text."""


def encoded(base: FactBase, files: Sequence[BaseFile]) -> bytes:
    """The content of a snapshot; the same base gives the same bytes. Places in files are by their number."""
    numbers = {file.shown: number for number, file in enumerate(files)}

    def row(value: Any) -> Any:
        match value:
            case TextPlace():
                return [numbers[value.path], value.line, value.column]
            case Force() | Place() | Definition() | Source():
                return value.id
            case PartialDate():
                return value.text
            case tuple() | list():
                return [row(each) for each in value]
            case _:
                return value

    def rows(records: Mapping[str, Any]) -> list[Any]:
        return [[row(each) for each in record] for record in records.values()]

    groups = base.grouped
    articles = [
        [name, base.sources[name].text, _digest(text.encode())] for name, text in base.articles.items()
    ]
    core = {
        "plans": _plans(),
        "info": row(base.info),
        "forces": rows(base.forces),
        "places": rows(base.places),
        "definitions": rows(base.definitions),
        "id_patterns": base.id_patterns,
        "articles": articles,
        "subjects": list(groups),
    }
    facts = [[[number, [row(each) for each in fact]] for number, fact in group] for group in groups.values()]
    lines: list[Any] = [core, rows(base.sources), *facts, *base.articles.values()]
    return b"\n".join(json.dumps(line, separators=(",", ":")).encode() for line in lines)


def _sealed(name: str, body: bytes) -> bytes:
    """The content with a checksum, which differs for every name: a snapshot under another name is damaged."""
    return _seal(name, body) + b"\n" + body


def _unsealed(name: str, data: bytes) -> bytes:
    """The content of the snapshot of this name. Raises ValueError if it is damaged."""
    seal, _, body = data.partition(b"\n")
    if _seal(name, body) != seal:
        raise ValueError("the checksum differs")
    return body


def _seal(name: str, body: bytes) -> bytes:
    digest = blake2b(name.encode(), digest_size=32)
    digest.update(body)
    return digest.hexdigest().encode()


def _decoded(body: bytes, files: Sequence[BaseFile], contents: Sequence[bytes]) -> FactBase:
    """The base of this content. Raises one of _DAMAGED if it is not one, or if an article has changed."""
    head, sources, *rest = body.split(b"\n")
    core = json.loads(head)
    subjects: list[Subject] = [(force, place) for force, place in core["subjects"]]
    if any(not _is_unchanged(text, digest, files, contents) for _, text, digest in core["articles"]):
        raise ValueError("an article has changed")
    known: dict[str, Mapping[str, Any]] = {}
    decode = _decoders(core["plans"], known, [file.shown for file in files])
    for kind, section in ((Force, "forces"), (Place, "places"), (Definition, "definitions")):
        rows = core[section]
        known[kind.__name__] = {row[0]: decode[f"whole {kind.__name__}"](row) for row in rows}
    known["Source"] = _Lazy({row[0]: row for row in json.loads(sources)}, decode["whole Source"])
    fact = decode["Fact"]
    names = [name for name, _, _ in core["articles"]]
    return FactBase(
        decode["BaseInfo"](core["info"]),
        known["Force"],
        known["Place"],
        known["Definition"],
        known["Source"],
        _Lazy(
            dict(zip(subjects, rest, strict=False)),
            lambda line: [(number, fact(row)) for number, row in json.loads(line)],
        ),
        _Lazy(dict(zip(names, rest[len(subjects) :], strict=True)), json.loads),
        tuple((kind, pattern) for kind, pattern in core["id_patterns"]),
    )


def _is_unchanged(text: str, digest: str, files: Sequence[BaseFile], contents: Sequence[bytes]) -> bool:
    """True if the article has not changed since the snapshot was made.

    Its path must be in the base itself, and lead into the base's folder.
    """
    for file, content in zip(files, contents, strict=True):
        if text.encode() in content:
            place, folder = path.realpath(path.join(file.folder, text)), path.realpath(file.folder)
            if place.startswith(path.join(folder, "")):
                # The text was decoded without the byte order mark that some editors write.
                read = read_regular(place, MAX_ARTICLE_BYTES).removeprefix(b"\xef\xbb\xbf")
                return _digest(read) == digest
    return False


Plan = list[tuple[int, str, bool]]
"""The fields of a type that JSON does not have as they are: number, type, and whether a tuple of these."""


def _plans() -> dict[str, Plan]:
    """The plan of each type. It is stored in the snapshot, because deriving it takes longer than using it."""
    return {
        kind.__name__: [
            (number, inner.__name__, several)
            for number, field in enumerate(fields_of(kind))
            for several in [get_origin(field.type) is tuple]
            for inner in [get_args(field.type)[0] if several else field.type]
            if several or inner is PartialDate or inner in _KINDS
        ]
        for kind in _KINDS
    }


def _decoders(
    plans: Mapping[str, Plan], known: Mapping[str, Mapping[str, Any]], shown: Sequence[str]
) -> dict[str, Callable[[Any], Any]]:
    """The decoder of each type. Declared records are looked up by ID, and decoded as `whole …`."""
    decode: dict[str, Callable[[Any], Any]] = {"str": str, "PartialDate": lru_cache(None)(dates.parse)}

    def maker(kind: Any, plan: Plan) -> Callable[[list[Any]], Any]:
        def made(row: list[Any]) -> Any:
            for number, name, several in plan:
                value = row[number]
                if several:
                    row[number] = tuple(map(decode[name], value))
                elif value is not None:
                    row[number] = decode[name](value)
            return kind._make(row)

        return made

    for kind in _KINDS:
        decode[kind.__name__] = maker(kind, plans[kind.__name__])

    def lookup(kind: str) -> Callable[[str], Any]:
        return lambda name: known[kind][name]

    for kind in _DECLARED:
        decode[f"whole {kind.__name__}"] = decode[kind.__name__]
        decode[kind.__name__] = lookup(kind.__name__)
    decode["TextPlace"] = lambda row: TextPlace(shown[row[0]], row[1], row[2])
    return decode


class _Lazy(Mapping[Any, Item], Generic[Item]):
    """A mapping that decodes a value when it is first asked for."""

    def __init__(self, raw: dict[Any, Any], decode: Callable[[Any], Item]) -> None:
        self._raw = raw
        self._decode = decode
        self._made: dict[Any, Item] = {}

    def __getitem__(self, key: Any) -> Item:
        if key not in self._made:
            self._made[key] = self._decode(self._raw[key])
        return self._made[key]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)
