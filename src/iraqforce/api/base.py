"""A fact base to ask from Python. A method named as a command gives what that command prints."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from iraqforce.api.answers import Answer, Answers
from iraqforce.api.arguments import hits_limit, kind_of_fact, named, question_terms, span, today
from iraqforce.api.holding import Holder
from iraqforce.asof import DEFAULT_MAX_AGE_DAYS, answer, wanted
from iraqforce.errors import ArgumentError, UnknownNameError
from iraqforce.locations import BUNDLED, DEFAULT_BASE, asked
from iraqforce.present.level import LevelView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import TracebackType
    from typing import Self

    from iraqforce.api.arguments import DateLike
    from iraqforce.api.check import Check
    from iraqforce.api.compared import Compared
    from iraqforce.api.facts import FactPage, Facts
    from iraqforce.api.hits import Hits
    from iraqforce.api.references import References
    from iraqforce.api.sources import Sources
    from iraqforce.citing import Style
    from iraqforce.exporting.exported import Exported
    from iraqforce.facts import Fact, Force, Kind, Place, Source
    from iraqforce.locations import BaseFile, Bundled
    from iraqforce.store.questions import BaseSummary


def open(  # noqa: A001 - iraqforce.open(), as one opens a file
    *paths: str | os.PathLike[str], base: Bundled | None = None
) -> Base:
    """The fact base at `paths`, merged where they are several, or one that iraqforce carries.

    Of those, `base` is "articles", which are quoted, "record", which is cited, or "all", both merged, as it
    is where nothing is said. Nothing is read until the base is asked; the settings of the command line in the
    environment are not looked at. Raises UnknownNameError, and ArgumentError for `paths` beside a `base`.
    """
    if paths and base is not None:
        raise ArgumentError("open() takes paths, or base for what iraqforce carries", hint="leave one out")
    if base is not None and base not in BUNDLED:
        raise UnknownNameError("base", str(base), BUNDLED)
    return Base(asked([os.fsdecode(path) for path in paths], base or DEFAULT_BASE))


class Base:
    """A fact base, which threads may share; it is read when it is first asked, and not again.

    Every method that asks raises BaseError where the base is closed, missing or cannot be read, and
    InvalidBaseError, with every problem, where it is not valid. All errors are IraqforceErrors.
    """

    def __init__(self, files: Sequence[BaseFile]) -> None:
        self._files = tuple(files)
        self._holder = Holder(self._files)

    def __repr__(self) -> str:
        return f"<Base: {', '.join(file.shown for file in self._files)}>"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Base], tuple[tuple[BaseFile, ...]]]:
        """What pickles it: another process opens its own."""
        return Base, (self._files,)

    def close(self) -> None:
        """Let go of the base; nothing can be asked any more. Answers that were given stay."""
        self._holder.close()

    @property
    def summary(self) -> BaseSummary:
        """What the base is called, how many facts and sources it has, and its SHA-256."""
        with self._holder.asked() as store:
            return store.summary

    @property
    def forces(self) -> tuple[Force, ...]:
        """Every force that the base declares; the first is asked about where none is named."""
        with self._holder.asked() as store:
            return tuple(store.vocabulary.forces.values())

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that the base declares; the first is asked about where none is named."""
        with self._holder.asked() as store:
            return tuple(store.vocabulary.places.values())

    def level(
        self,
        date: DateLike | None = None,
        *,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> Answer:
        """How many of `force` were in `place`, as of `date`.

        Without a date it is today, without a force or a place the base's first. `max_age` is how many days
        old a figure may be to answer, None for no limit; `known_by` leaves out what was published later.
        Where nothing supports an answer, the answer's `level` and `value` are None: that is no error.
        Raises DateError, UnknownNameError and ArgumentError.
        """
        day = today() if date is None else date
        return self.levels([day], force=force, place=place, max_age=max_age, known_by=known_by)[0]

    def levels(
        self,
        dates: Iterable[DateLike],
        *,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> Answers:
        """The answer of `level` for each of the dates, in their order. Raises as `level` does."""
        terms = question_terms(dates, max_age, known_by)
        with self._holder.asked() as store:
            of_force = store.vocabulary.force(named(force))
            in_place = store.vocabulary.place(named(place))
            answers = []
            for question in terms.questions(of_force, in_place):
                found = answer(question, store.levels(wanted(question)))
                answers.append(Answer(LevelView(found, of_force, in_place, store.summary)))
        return Answers(answers)

    def facts(  # noqa: PLR0913 - one parameter a filter
        self,
        kind: Kind | None = None,
        *,
        force: str | None = None,
        place: str | None = None,
        definition: str | None = None,
        source: str | None = None,
        since: DateLike | None = None,
        until: DateLike | None = None,
    ) -> Facts:
        """The facts that match every filter, from the oldest date to the newest.

        A force or a place takes its parts along. `since` and `until` take the facts that may be of that date
        or later, and or earlier. Raises DateError, UnknownNameError and ArgumentError.
        """
        from iraqforce.api.facts import Facts
        from iraqforce.present.facts import FactsView
        from iraqforce.store.filters import FactFilter

        names = (named(force), named(place), named(source))
        wanted = FactFilter(kind_of_fact(kind), *names, *span(since, until), named(definition))
        found = self._holder.facts(wanted)
        return Facts(FactsView(found, self.summary))

    def fact(self, name: str) -> Fact:
        """The fact of that id. Raises UnknownNameError."""
        with self._holder.asked() as store:
            return store.fact(str(name))

    def show(self, name: str) -> FactPage:
        """The fact of that id with its paragraph and its source. Raises UnknownNameError."""
        from iraqforce.api.facts import FactPage
        from iraqforce.present.facts import FactView

        with self._holder.asked() as store:
            fact = store.fact(str(name))
            paragraph, number = store.paragraph(fact), store.facts_of(fact.source)
            return FactPage(FactView(fact, paragraph, number, store.summary))

    def source(self, name: str) -> Source:
        """The source of that id. Raises UnknownNameError."""
        with self._holder.asked() as store:
            return store.source(str(name))

    def sources(self, name: str | None = None) -> Sources:
        """Every source, or the one of that id with the facts taken from it. Raises UnknownNameError."""
        from iraqforce.api.sources import Sources
        from iraqforce.present.sources import SourceItem, SourcesView
        from iraqforce.store.filters import FactFilter

        with self._holder.asked() as store:
            chosen = list(store.sources()) if name is None else [store.source(str(name))]
            items = [SourceItem(source, store.facts_of(source)) for source in chosen]
            facts = None if name is None else self._holder.facts(FactFilter(source=str(name)))
            return Sources(SourcesView(items, facts, store.summary))

    def article(self, name: str) -> str | None:
        """The text of the source of that id, or None where none is stored. Raises UnknownNameError."""
        with self._holder.asked() as store:
            return store.article(store.source(str(name)))

    def search(
        self, words: str, *, source: str | None = None, kind: Kind | None = None, limit: int | None = 20
    ) -> Hits:
        """The passages of facts and articles that have every one of the words, the best first.

        A "phrase" stands between double quotation marks, and deploy* finds what begins so. `limit` is how
        many at most, None for all. Raises UnknownNameError, ArgumentError, and BaseError where the SQLite
        of this Python has no full-text search.
        """
        from iraqforce.api.hits import Hits
        from iraqforce.asking.search import searched

        of_kind, most = kind_of_fact(kind), hits_limit(limit)
        with self._holder.asked() as store:
            return Hits(searched(store, str(words), source=named(source), kind=of_kind, limit=most))

    def compare(
        self,
        *dates: DateLike,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> Compared:
        """The levels of two dates or more side by side, with their differences. Raises as `level` does."""
        from iraqforce.api.compared import Compared
        from iraqforce.asking.compare import compared

        if len(dates) < 2:
            raise ArgumentError("compare() needs two dates or more", hint="level() takes one")
        terms = question_terms(dates, max_age, known_by)
        with self._holder.asked() as store:
            of_force, in_place = store.vocabulary.force(named(force)), store.vocabulary.place(named(place))
            return Compared(compared(store, terms.questions(of_force, in_place)))

    def cite(self, *ids: str, style: Style = "text", tool: bool = False) -> References:
        """References to paste, for facts and sources, and with `tool` for iraqforce and the base.

        The style is text, bibtex, ris, csl-json or markdown. Raises UnknownNameError and ArgumentError.
        """
        from iraqforce.api.references import References
        from iraqforce.asking.cite import cited
        from iraqforce.citing import STYLES

        if not ids and not tool:
            raise ArgumentError("cite() needs the id of a fact or of a source, or tool=True")
        if style not in STYLES:
            raise UnknownNameError("style", str(style), STYLES)
        with self._holder.asked() as store:
            return References(cited(store, [str(name) for name in ids], style, tool=tool))

    def export(
        self, path: str | os.PathLike[str], *, form: str | None = None, overwrite: bool = False
    ) -> None:
        """Write the whole base to a file for other programs, whole or not at all, as `iraqforce export` does.

        The ending of the path says in what form, or `form` does: csv, jsonl, yaml, sqlite, parquet or
        datapackage, a folder. An existing one is replaced only with `overwrite`. Raises IraqforceErrors that
        say what is in the way.
        """
        from iraqforce.exporting import FORMS, form_of
        from iraqforce.exporting.writing import export

        name = os.fsdecode(path)
        if form is not None and form not in FORMS:
            raise UnknownNameError("form", str(form), FORMS)
        export(name, form or form_of(name), self._files, self._exported, overwrite=overwrite)

    @contextmanager
    def _exported(self) -> Iterator[Exported]:
        """The base as a writer is given it, while it is this thread's turn."""
        from iraqforce.exporting.exported import Exported

        with self._holder.asked() as store:
            yield Exported(store, bundled=not any(file.given for file in self._files))

    def check(self, *, strict: bool = False) -> Check:
        """Every problem of the base, which is read anew; `strict` lets a warning count as an error does.

        Raises BaseError only where a file cannot be read at all.
        """
        from iraqforce.api.check import Check
        from iraqforce.present.check import CheckView
        from iraqforce.reading.base import inspect
        from iraqforce.rules import RULES

        return Check(CheckView((inspect(self._files, codes=RULES),), strict))
