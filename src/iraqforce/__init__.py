"""Look up how many U.S. troops were in Iraq on a date, with sources, exact quotes and conflicting figures.

`iraqforce.open()` opens a fact base: `iraqforce.open().level("2021-12").value`. The other names are
the types of its results and errors; each is imported when it is first used.
"""

__version__ = "0.2.0"
__date__ = "2026-11-30"
"""The day of this release."""

TYPE_CHECKING = False  # as type checkers have it: importing `typing` takes longer than all of this
if TYPE_CHECKING:
    from iraqforce.api import Base, open  # noqa: A004 - iraqforce.open(), as one opens a file
    from iraqforce.errors import (
        AmbiguousNameError,
        ArgumentError,
        BaseError,
        IraqforceError,
        MissingExtraError,
        UnknownNameError,
    )
    from iraqforce.export.chart import Chart
    from iraqforce.export.citations import References
    from iraqforce.lint.linter import CheckResult
    from iraqforce.model.counts import Count
    from iraqforce.model.dates import DateError, PartialDate
    from iraqforce.model.facts import Definition, Fact, Force, Place, Source
    from iraqforce.problems import InvalidBaseError, Problem
    from iraqforce.queries.answers import Answer, Level
    from iraqforce.queries.comparison import Comparisons
    from iraqforce.queries.drafts import Draft, MissingNumbers
    from iraqforce.queries.listings import Answers, FactList, FactPage, SourceList
    from iraqforce.queries.overview import Overview
    from iraqforce.queries.search import SearchResult
    from iraqforce.queries.series import Series
    from iraqforce.queries.timeline import Timeline
    from iraqforce.queries.verification import Claim, Verification

__all__ = [
    "AmbiguousNameError",
    "Answer",
    "Answers",
    "ArgumentError",
    "Base",
    "BaseError",
    "Chart",
    "CheckResult",
    "Claim",
    "Comparisons",
    "Count",
    "DateError",
    "Definition",
    "Draft",
    "Fact",
    "FactList",
    "FactPage",
    "Force",
    "InvalidBaseError",
    "IraqforceError",
    "Level",
    "MissingExtraError",
    "MissingNumbers",
    "Overview",
    "PartialDate",
    "Place",
    "Problem",
    "References",
    "SearchResult",
    "Series",
    "Source",
    "SourceList",
    "Timeline",
    "UnknownNameError",
    "Verification",
    "__version__",
    "open",
]

_HOMES = {
    "api": ("Base", "open"),
    "errors": (
        "AmbiguousNameError",
        "ArgumentError",
        "BaseError",
        "IraqforceError",
        "MissingExtraError",
        "UnknownNameError",
    ),
    "export.chart": ("Chart",),
    "export.citations": ("References",),
    "lint.linter": ("CheckResult",),
    "model.counts": ("Count",),
    "model.dates": ("DateError", "PartialDate"),
    "model.facts": ("Definition", "Fact", "Force", "Place", "Source"),
    "problems": ("InvalidBaseError", "Problem"),
    "queries.answers": ("Answer", "Level"),
    "queries.comparison": ("Comparisons",),
    "queries.drafts": ("Draft", "MissingNumbers"),
    "queries.listings": ("Answers", "FactList", "FactPage", "SourceList"),
    "queries.overview": ("Overview",),
    "queries.search": ("SearchResult",),
    "queries.series": ("Series",),
    "queries.timeline": ("Timeline",),
    "queries.verification": ("Claim", "Verification"),
}
"""Each module with the public names that it defines."""


def __getattr__(name: str) -> object:
    """The public name, imported when it is first used."""
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            found: object = getattr(import_module(f"iraqforce.{home}"), name)
            globals()[name] = found
            return found
    message = f"module 'iraqforce' has no attribute '{name}'"
    raise AttributeError(message, name=name)


def __dir__() -> list[str]:
    """All public names, imported or not."""
    return sorted({*globals(), *__all__})
