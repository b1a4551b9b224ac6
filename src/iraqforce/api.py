"""The public API: a fact base with a method for every command. The command line uses this module."""

from __future__ import annotations

import datetime
import os
from contextlib import suppress
from functools import cached_property
from operator import index
from typing import TYPE_CHECKING, TypeAlias, cast, get_args

from iraqforce.errors import ArgumentError, UnknownNameError
from iraqforce.loading.locations import named_files
from iraqforce.loading.snapshot import open_base
from iraqforce.model import dates
from iraqforce.model.choices import Kind
from iraqforce.model.dates import DateError, PartialDate
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS, Answer, Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Protocol

    from iraqforce.export.chart import Chart
    from iraqforce.export.citation_styles import Style
    from iraqforce.export.citations import References
    from iraqforce.export.tables import Exported
    from iraqforce.lint.linter import CheckResult
    from iraqforce.loading.locations import BaseFile
    from iraqforce.model.fact_base import FactBase
    from iraqforce.model.facts import Definition, Fact, Force, Place, Source
    from iraqforce.pages.bars import Axis
    from iraqforce.queries.comparison import Comparisons
    from iraqforce.queries.drafts import Draft, MissingNumbers
    from iraqforce.queries.listings import Answers, FactList, FactPage, SourceList
    from iraqforce.queries.overview import Overview
    from iraqforce.queries.search import SearchResult
    from iraqforce.queries.series import Every, Series
    from iraqforce.queries.timeline import Timeline
    from iraqforce.queries.verification import Verification

    class Period(Protocol):
        """A span of time, as `pandas.Period` is one."""

        @property
        def start_time(self) -> datetime.datetime:
            """The first moment of its first day."""

        @property
        def end_time(self) -> datetime.datetime:
            """The last moment of its last day."""


DateLike: TypeAlias = "str | datetime.date | Period | PartialDate"
"""A date as text (as `iraqforce level` takes it), a day of the calendar, or a Period of pandas."""

Path: TypeAlias = "str | os.PathLike[str]"


def open(*names: Path) -> Base:  # noqa: A001 - iraqforce.open(), as one opens a file
    """The fact base with these names; several are merged.

    A name is the path of a YAML file, or one of the bundled bases: "articles" (verbatim quotes), "record"
    (citations) or "all" (the default). Files are read when the base is first used.
    """
    return Base(named_files([os.fsdecode(name) for name in names]))


class Base:
    """A fact base. It is read once, when it is first used, and can be shared by threads.

    Every method that reads the base raises BaseError if a file is missing or cannot be read, and
    InvalidBaseError, with every problem, if the base is not valid. Invalid dates raise DateError, unknown
    names UnknownNameError, those of several forces AmbiguousNameError, and other invalid arguments
    ArgumentError. All are subclasses of IraqforceError. A force or a place is given by ID, name or alias.
    """

    def __init__(self, files: Sequence[BaseFile], before_loading: Callable[[], None] = lambda: None) -> None:
        self.files = tuple(files)
        self._before_loading = before_loading
        self._levels: dict[tuple[str, str], Levels] = {}

    def __repr__(self) -> str:
        return f"<Base: {', '.join(file.shown for file in self.files)}>"

    def __reduce__(self) -> tuple[type[Base], tuple[tuple[BaseFile, ...]]]:
        """Pickle only the files: another process reads the base again."""
        return Base, (self.files,)

    @cached_property
    def contents(self) -> FactBase:
        """Everything in the base: its facts, sources, forces, places, definitions and articles."""
        return open_base(self.files, self._before_loading)

    @property
    def forces(self) -> tuple[Force, ...]:
        """Every force that the base declares; the first is the default."""
        return tuple(self.contents.forces.values())

    @property
    def places(self) -> tuple[Place, ...]:
        """Every place that the base declares; the first is the default."""
        return tuple(self.contents.places.values())

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """Every definition that the base declares."""
        return tuple(self.contents.definitions.values())

    def level(
        self,
        date: DateLike | None = None,
        *,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
        definition: str | None = None,
    ) -> Answer:
        """The level of `force` in `place` on `date`.

        The defaults are today, and the base's first force and place. `max_age` is the maximum age of a figure
        in days, or None; `known_by` excludes sources published later; `definition` uses only figures of that
        definition, whatever their scope and status. If there is no answer, its `value` is None and its
        `level` false, and no error is raised.
        """
        levels = self._levels_of(*self._subject(force, place))
        asked = dates.today() if date is None else closed_date(date)
        return answer(self._question(levels, asked, known_by, max_age, definition), levels)

    def levels(
        self,
        dates: Iterable[DateLike],
        *,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> Answers:
        """The answer of `level` for each date, in order."""
        from iraqforce.queries.listings import Answers

        if isinstance(dates, str | datetime.date | PartialDate):
            raise ArgumentError(
                f"{dates!r} is one date; levels() takes several", hint="use level() for one date"
            )
        return Answers(
            tuple(
                self.level(any_date(date), force=force, place=place, max_age=max_age, known_by=known_by)
                for date in dates
            )
        )

    def series(  # noqa: PLR0913 - one parameter an option
        self,
        every: Every = "month",
        *,
        since: DateLike | None = None,
        until: DateLike | None = None,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
        definition: str | None = None,
        evidence: bool = False,
    ) -> Series:
        """The answer of `level` for the last day of every month, quarter or year, one row each.

        By default from the first figure to the day of the last update. With `evidence`, a row for each figure
        of the evidence.
        """
        from iraqforce.queries.series import MONTHS_EACH, series, span_of

        if every not in MONTHS_EACH:
            raise UnknownNameError("period", str(every), MONTHS_EACH)
        levels = self._levels_of(*self._subject(force, place))
        span = span_of(levels, *_period(since, until), None if known_by is None else any_date(known_by))
        question = self._question(levels, span, known_by, max_age, definition)
        return series(levels, question, every, evidence=evidence)

    def compare(
        self,
        *dates: DateLike,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> Comparisons:
        """The levels of two or more dates, with their differences."""
        from iraqforce.queries.comparison import compare

        if len(dates) < 2:
            raise ArgumentError("compare() needs two or more dates", hint="use level() for one date")
        answers = self.levels(dates, force=force, place=place, max_age=max_age, known_by=known_by)
        return compare(self.contents, answers.answers)

    def timeline(
        self,
        *,
        force: str | None = None,
        place: str | None = None,
        since: DateLike | None = None,
        until: DateLike | None = None,
        events: bool = True,
    ) -> Timeline:
        """Levels, changes and events by date."""
        from iraqforce.queries.timeline import timeline

        subject = self._subject(force, place)
        return timeline(self.contents, *subject, *_period(since, until), events=events)

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
        limit: int | None = None,
    ) -> FactList:
        """The facts that match every filter, by date.

        A force or a place includes its parts. `since` and `until` are the earliest and latest date; facts
        with an imprecise date are included if they could be in that period. `limit` is the maximum number of
        facts, or None.
        """
        from iraqforce.queries.listings import FactFilter, list_facts

        names = (_text(force), _text(place), _text(definition), _text(source))
        wanted = FactFilter(_kind(kind), *names, *_period(since, until))
        return list_facts(self.contents, wanted, _most(limit, "facts"))

    def info(self) -> Overview:
        """The forces, places and definitions of the base, with the number of facts about each."""
        from iraqforce.queries.overview import overview

        return overview(self.contents)

    def fact(self, name: str) -> Fact:
        """The fact with that ID."""
        return self.contents.fact(str(name))

    def show(self, name: str) -> FactPage:
        """The fact with that ID, its paragraph and its source."""
        from iraqforce.queries.listings import show_fact

        return show_fact(self.contents, str(name))

    def source(self, name: str) -> Source:
        """The source with that ID."""
        return self.contents.source(str(name))

    def sources(self, name: str | None = None, *, text: bool = False, limit: int | None = None) -> SourceList:
        """All sources, `limit` at most, or the one with that ID and its facts; `text` adds its article."""
        from iraqforce.queries.listings import list_sources

        return list_sources(self.contents, _text(name), text=text, limit=_most(limit, "sources"))

    def article(self, name: str) -> str | None:
        """The stored text of the source with that ID, or None if it has none."""
        return self.contents.articles.get(self.contents.source(str(name)).id)

    def search(
        self, words: str, *, source: str | None = None, kind: Kind | None = None, limit: int | None = 20
    ) -> SearchResult:
        """The passages of facts and articles that contain all the words, best first.

        Put a "phrase" in double quotation marks; deploy* matches words that begin with deploy. `limit` is the
        maximum number of passages, or None.
        """
        from iraqforce.queries.search import search

        most = _most(limit, "passages")
        return search(self.contents, str(words), source=_text(source), kind=_kind(kind), limit=most)

    def cite(
        self, *ids: str, style: Style = "text", tool: bool = False, all_sources: bool = False
    ) -> References:
        """Citations of facts and sources, each source once; `tool` adds iraqforce and the base.

        `all_sources` adds every other source of the base. The style is text, bibtex, ris, csl-json or
        markdown.
        """
        from iraqforce.export.citation_styles import STYLES
        from iraqforce.export.citations import cite

        if not (ids or tool or all_sources):
            raise ArgumentError("cite() needs the ID of a fact or a source, tool=True or all_sources=True")
        if style not in STYLES:
            raise UnknownNameError("style", str(style), STYLES)
        return cite(self.contents, [str(name) for name in ids], style, tool=tool, all_sources=all_sources)

    def export(self, path: Path, *, form: str | None = None, overwrite: bool = False) -> Exported:
        """Write the whole base to a file for other programs, atomically.

        The file extension or `form` selects the format: csv, jsonl, yaml, sqlite, parquet, datapackage (a
        folder), bibtex or ris. An existing file is replaced only with `overwrite`.
        """
        from iraqforce.export.tables import export

        return export(self.contents, self.files, os.fsdecode(path), form, overwrite=overwrite)

    def chart(  # noqa: PLR0913 - one parameter an option
        self,
        *,
        force: str | None = None,
        place: str | None = None,
        since: DateLike | None = None,
        until: DateLike | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        events: bool = True,
        everything: bool = False,
        axis: Axis = "auto",
        width: int = 820,
        height: int = 340,
    ) -> Chart:
        """A chart of the levels over time: a Vega-Lite document that `save()` writes as SVG, PNG or JSON.

        `everything` shows partial, planned and ceiling figures however many there are. The axis is auto,
        linear, panels or log. The plot has this width and height in pixels, without axes and legends.
        """
        from iraqforce.export.chart import chart
        from iraqforce.pages.bars import AXES

        if axis not in AXES:
            raise UnknownNameError("axis", str(axis), AXES)
        subject = self._subject(force, place)
        return chart(
            self.contents, *subject, *_period(since, until), max_age=_days(max_age), events=events,
            everything=everything, axis=axis, width=width, height=height,
        )  # fmt: skip

    def report(
        self,
        date: DateLike | None = None,
        *,
        force: str | None = None,
        place: str | None = None,
        max_age: int | None = DEFAULT_MAX_AGE_DAYS,
        known_by: DateLike | None = None,
    ) -> str:
        """A self-contained HTML page with the answer, the chart and every quote."""
        from iraqforce.export.report import report

        asked = self.level(date, force=force, place=place, max_age=max_age, known_by=known_by)
        return report(self.contents, asked)

    def check(self, *, strict: bool = False) -> CheckResult:
        """Every problem of the base, which is read again; `strict` treats warnings as errors."""
        from iraqforce.lint.linter import check

        return check([self.files], strict=strict)

    def draft(self, path: Path) -> Draft:
        """Draft facts from the article at `path`, using the names of this base, which may be empty."""
        from iraqforce.loading.files import read_article
        from iraqforce.loading.locations import path_in_base, relative
        from iraqforce.loading.reader import vocabulary
        from iraqforce.queries.drafts import draft

        article = read_article(os.fsdecode(path))
        name = path_in_base(article.path, self.files) or relative(article.path)
        return draft(vocabulary(self.files), article.text, name, article.sha256)

    def verify(
        self,
        text: str | Mapping[str, str],
        *,
        published: DateLike | None = None,
        only: Iterable[str] = (),
    ) -> Verification:
        """The troop figures of a manuscript, or of several by name, each with a verdict.

        The text is plain or Markdown. `published` is its day of publication; `only` lists claims with these
        verdicts.
        """
        from iraqforce.model.choices import VERDICTS
        from iraqforce.queries.verification import verify

        texts = {"text": text} if isinstance(text, str) else text
        asked = tuple(only)
        for each in asked:
            if each not in VERDICTS:
                raise UnknownNameError("verdict", str(each), VERDICTS)
        day = None if published is None else closed_date(published)
        if day is not None and day.first != day.last:
            raise DateError(f"'{day.text}' is not a day: give the day of publication")
        return verify(self.contents, self._levels_of, texts.items(), day, asked or tuple(VERDICTS))

    def missing(self) -> MissingNumbers:
        """The numbers in the base's articles that no fact covers."""
        from iraqforce.queries.drafts import missing

        return missing(self.contents)

    def _subject(self, force: str | None, place: str | None) -> tuple[Force, Place]:
        base = self.contents
        return base.force(_text(force)), base.place(_text(place))

    def _levels_of(self, force: Force, place: Place) -> Levels:
        key = force.id, place.id
        if key not in self._levels:
            self._levels[key] = Levels.of(self.contents, force, place)
        return self._levels[key]

    def _question(
        self,
        levels: Levels,
        date: PartialDate,
        known_by: DateLike | None,
        max_age: int | None,
        definition: str | None,
    ) -> Question:
        known = None if known_by is None else any_date(known_by)
        counted = None if definition is None else self.contents.definition(str(definition))
        return Question(levels.force, levels.place, date, known, _days(max_age), counted)


def any_date(value: DateLike) -> PartialDate:
    """The date, which may be open-ended; the time of a day is ignored. Raises DateError."""
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, str):
        with suppress(DateError):
            return dates.parse(value)
    # Imported here: what programs write was read above.
    from iraqforce.text.asked_dates import read

    return read(value)


def closed_date(value: DateLike) -> PartialDate:
    """The date, which has a first and a last day, as a question needs. Raises DateError."""
    date = any_date(value)
    if date.first is None or date.last is None:
        raise dates.open_ended(value.strip() if isinstance(value, str) else date.text)
    return date


def _period(since: DateLike | None, until: DateLike | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Both dates; None is no limit. Raises DateError, and ArgumentError if they are in the wrong order."""
    first = None if since is None else any_date(since)
    last = None if until is None else any_date(until)
    if first is not None and last is not None and first.starts > last.ends:
        raise ArgumentError(f"since {first.text} is later than until {last.text}")
    return first, last


def _days(value: int | None) -> int | None:
    return None if value is None else _whole(value, 0, "max_age", "days: give 365, or None for no limit")


def _most(value: int | None, noun: str) -> int | None:
    return None if value is None else _whole(value, 1, "limit", f"{noun}: give 20, or None for all")


def _whole(value: int, least: int, name: str, unit: str) -> int:
    """A whole number. Raises ArgumentError."""
    try:
        number = index(value)
    except TypeError:
        number = -1
    if not least <= number < 1_000_000_000:
        raise ArgumentError(f"{name} {value!r} is not a number of {unit}")
    return number


def _text(value: str | None) -> str | None:
    """The name as text; the base checks whether it exists."""
    return None if value is None else str(value)


def _kind(value: str | None) -> Kind | None:
    """The kind of that name, in any case. Raises UnknownNameError."""
    name = None if value is None else str(value).lower()
    if name is None or name in get_args(Kind):
        return cast("Kind | None", name)
    raise UnknownNameError("kind", str(value), get_args(Kind))
