"""The public API: a fact base with a method for every command. The command line uses this module."""

from __future__ import annotations

import datetime
import os
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

    from iraqforce.export.chart import Chart
    from iraqforce.export.citation_styles import Style
    from iraqforce.export.citations import References
    from iraqforce.export.tables import Exported
    from iraqforce.lint.linter import CheckResult
    from iraqforce.loading.locations import BaseFile
    from iraqforce.model.fact_base import BaseInfo, FactBase
    from iraqforce.model.facts import Definition, Fact, Force, Place, Source
    from iraqforce.pages.bars import Axis
    from iraqforce.queries.comparison import Comparisons
    from iraqforce.queries.drafts import Draft, MissingNumbers
    from iraqforce.queries.listings import Answers, FactList, FactPage, SourceList
    from iraqforce.queries.search import SearchResult
    from iraqforce.queries.series import Every, Series
    from iraqforce.queries.timeline import Timeline
    from iraqforce.queries.verification import Verification

DateLike: TypeAlias = "str | datetime.date | PartialDate"
"""A date as text (ISO 8601 and EDTF, as `iraqforce level --date` takes it), or a day of the calendar."""

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
    InvalidBaseError, with every problem, if the base is not valid. Invalid dates raise DateError, unknown IDs
    UnknownNameError, and other invalid arguments ArgumentError. All are subclasses of IraqforceError.
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
    def info(self) -> BaseInfo:
        """The base's name, title, date of update, number of facts and SHA-256."""
        return self.contents.info

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
        definition, whatever their scope and status. If there is no answer, its `level` and `value` are None,
        and no error is raised.
        """
        levels = self._levels_of(force, place)
        asked = _closed(today() if date is None else date)
        known = None if known_by is None else any_date(known_by)
        counted = None if definition is None else self.contents.definition(str(definition))
        return answer(Question(levels.force, levels.place, asked, known, _days(max_age), counted), levels)

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
        levels = self._levels_of(force, place)
        known = None if known_by is None else any_date(known_by)
        counted = None if definition is None else self.contents.definition(str(definition))
        span = span_of(levels, *_period(since, until), known)
        question = Question(levels.force, levels.place, span, known, _days(max_age), counted)
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

        base = self.contents
        return timeline(
            base, base.force(_text(force)), base.place(_text(place)), *_period(since, until), events=events
        )

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
    ) -> FactList:
        """The facts that match every filter, by date.

        A force or a place includes its parts. `since` and `until` are the earliest and latest date; facts
        with an imprecise date are included if they could be in that period.
        """
        from iraqforce.queries.listings import FactFilter, list_facts

        names = (_text(force), _text(place), _text(definition), _text(source))
        return list_facts(self.contents, FactFilter(_kind(kind), *names, *_period(since, until)))

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

    def sources(self, name: str | None = None, *, text: bool = False) -> SourceList:
        """All sources, or the one with that ID and its facts; `text` adds its stored article."""
        from iraqforce.queries.listings import list_sources

        return list_sources(self.contents, _text(name), text=text)

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

        most = None if limit is None else _whole(limit, 1, "limit", "hits: give 20, or None for all")
        return search(self.contents, str(words), source=_text(source), kind=_kind(kind), limit=most)

    def cite(self, *ids: str, style: Style = "text", tool: bool = False) -> References:
        """Citations of facts and sources; `tool` adds iraqforce and the base.

        The style is text, bibtex, ris, csl-json or markdown.
        """
        from iraqforce.export.citation_styles import STYLES
        from iraqforce.export.citations import cite

        if not ids and not tool:
            raise ArgumentError("cite() needs the ID of a fact or a source, or tool=True")
        if style not in STYLES:
            raise UnknownNameError("style", str(style), STYLES)
        return cite(self.contents, [str(name) for name in ids], style, tool=tool)

    def export(self, path: Path, *, form: str | None = None, overwrite: bool = False) -> Exported:
        """Write the whole base to a file for other programs, atomically.

        The file extension or `form` selects the format: csv, jsonl, yaml, sqlite, parquet or datapackage (a
        folder). An existing file is replaced only with `overwrite`.
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
        base = self.contents
        subject = base.force(_text(force)), base.place(_text(place))
        return chart(
            base, *subject, *_period(since, until), max_age=_days(max_age), events=events,
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
        from iraqforce.loading.locations import path_in_base
        from iraqforce.loading.reader import vocabulary
        from iraqforce.queries.drafts import draft

        article = read_article(os.fsdecode(path))
        name = path_in_base(article.path, self.files) or os.path.relpath(article.path).replace(os.sep, "/")
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
        day = None if published is None else _closed(published)
        return verify(self.contents, texts.items(), day, asked or tuple(VERDICTS))

    def missing(self) -> MissingNumbers:
        """The numbers in the base's articles that no fact covers."""
        from iraqforce.queries.drafts import missing

        return missing(self.contents)

    def _levels_of(self, force: str | None, place: str | None) -> Levels:
        base = self.contents
        asked = base.force(_text(force)), base.place(_text(place))
        key = asked[0].id, asked[1].id
        if key not in self._levels:
            self._levels[key] = Levels.of(base, *asked)
        return self._levels[key]


def today() -> PartialDate:
    """The current day, in local time."""
    return dates.of_day(datetime.date.today())


def any_date(value: DateLike) -> PartialDate:
    """The date, which may be open-ended; the time of a day is ignored. Raises DateError."""
    match value:
        case PartialDate():
            return value
        case str():
            return dates.parse(value)
        case datetime.date():
            try:
                return dates.of_day(datetime.date(value.year, value.month, value.day))
            except (TypeError, ValueError):  # NaT of pandas is a date by its type
                raise DateError(f"{value!r} is not a valid date") from None
    raise DateError(f"{value!r} is not a valid date: {dates.FORMS} as text, or a datetime.date")


def _closed(value: DateLike) -> PartialDate:
    date = any_date(value)
    return date if date.first and date.last else dates.closed(date.text)


def _period(since: DateLike | None, until: DateLike | None) -> tuple[PartialDate | None, PartialDate | None]:
    """Both dates; None is no limit. Raises DateError, and ArgumentError if they are in the wrong order."""
    first = None if since is None else any_date(since)
    last = None if until is None else any_date(until)
    if first is not None and last is not None and first.starts > last.ends:
        raise ArgumentError(f"since {first.text} is later than until {last.text}")
    return first, last


def _days(value: int | None) -> int | None:
    return None if value is None else _whole(value, 0, "max_age", "days: give 365, or None for no limit")


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
    """The kind of that name. Raises UnknownNameError."""
    if value is None or value in get_args(Kind):
        return cast("Kind | None", value)
    raise UnknownNameError("kind", str(value), get_args(Kind))
