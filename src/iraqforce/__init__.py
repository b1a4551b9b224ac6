"""How many troops were there, as of a date, who says so, in what words, and who disagrees?

`iraqforce.open()` opens a fact base: `iraqforce.open().level("2021-12").value`. The rest of what is here are
the types of what it gives and the errors that it raises. Importing this imports none of them: each comes
when it is first named.
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # as type checkers have it; to import `typing` takes longer than all of this
if TYPE_CHECKING:
    from iraqforce.api.answers import Answer, Answers
    from iraqforce.api.base import Base, open  # noqa: A004 - iraqforce.open(), as one opens a file
    from iraqforce.api.check import Check
    from iraqforce.api.compared import Compared
    from iraqforce.api.facts import FactPage, Facts
    from iraqforce.api.hits import Hits
    from iraqforce.api.references import References
    from iraqforce.api.sources import Sources
    from iraqforce.counts import Count
    from iraqforce.dates import DateError, PartialDate
    from iraqforce.errors import (
        ArgumentError,
        BaseError,
        IraqforceError,
        MissingExtraError,
        UnknownNameError,
    )
    from iraqforce.facts import Fact, Force, Place, Source
    from iraqforce.problems import InvalidBaseError, Problem

__all__ = [
    "Answer",
    "Answers",
    "ArgumentError",
    "Base",
    "BaseError",
    "Check",
    "Compared",
    "Count",
    "DateError",
    "Fact",
    "FactPage",
    "Facts",
    "Force",
    "Hits",
    "InvalidBaseError",
    "IraqforceError",
    "MissingExtraError",
    "PartialDate",
    "Place",
    "Problem",
    "References",
    "Source",
    "Sources",
    "UnknownNameError",
    "__version__",
    "open",
]

_HOMES = {
    "api.answers": ("Answer", "Answers"),
    "api.base": ("Base", "open"),
    "api.check": ("Check",),
    "api.compared": ("Compared",),
    "api.facts": ("FactPage", "Facts"),
    "api.hits": ("Hits",),
    "api.references": ("References",),
    "api.sources": ("Sources",),
    "counts": ("Count",),
    "dates": ("DateError", "PartialDate"),
    "errors": ("ArgumentError", "BaseError", "IraqforceError", "MissingExtraError", "UnknownNameError"),
    "facts": ("Fact", "Force", "Place", "Source"),
    "problems": ("InvalidBaseError", "Problem"),
}
"""Each module with what of it is named here."""


def __getattr__(name: str) -> object:
    """What of the package is imported only when it is named."""
    for home, names in _HOMES.items():
        if name in names:
            from importlib import import_module

            found: object = getattr(import_module(f"iraqforce.{home}"), name)
            globals()[name] = found
            return found
    message = f"module 'iraqforce' has no attribute '{name}'"
    raise AttributeError(message, name=name)


def __dir__() -> list[str]:
    """All that is here, imported or not."""
    return sorted({*globals(), *__all__})
