"""What a question to a base gives. A result is a value; here is how it shows itself.

This is the one module of the model that reaches upward, at the moment when a result is shown: as a page for
people, as JSON, or as a table of columns.
"""

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from iraqforce.model.facts import Force, Place
from iraqforce.model.fields import is_record, names_of

if TYPE_CHECKING:
    import pandas


class Result:
    """A result of a command: `str()` gives the page, `to_dict()` the JSON, `to_pandas()` the table."""

    __slots__ = ()

    schema: ClassVar[str]
    """The name and version of its JSON Schema: iraqforce.level/1."""

    _lists: ClassVar[str] = ""
    """The field whose records JSON Lines prints one per line; without one, the line is the result itself."""

    def items(self) -> Sequence[Any]:
        """What each line of JSON Lines shows: the result itself, or the records that it lists."""
        listed: Sequence[Any] = getattr(self, self._lists) if self._lists else (self,)
        return listed

    def to_dict(self) -> dict[str, Any]:
        """The JSON object that the command prints with --json."""
        return {"schema": self.schema, **record(self)}

    def to_pandas(self) -> "pandas.DataFrame":
        """The table that the command prints as CSV. Raises MissingExtraError if pandas is not installed."""
        frame: pandas.DataFrame = import_module("iraqforce.render.frames").frame(self)
        return frame

    def __repr__(self) -> str:
        heading = " ".join(str(self).partition("\n")[0].split())
        return f"<{type(self).__name__}: {heading}>"

    def __str__(self) -> str:
        text: str = import_module("iraqforce.render.formats").text_of(self)
        return text

    def _repr_html_(self) -> str:
        html: str = import_module("iraqforce.render.html").display(self)
        return html

    def _repr_mimebundle_(self, **_: object) -> dict[str, Any]:
        """What a notebook shows, and the same page as text for all that cannot show it."""
        return {"text/html": self._repr_html_(), "text/plain": str(self)}


def plain(value: Any) -> Any:
    """The value as JSON data, field for field. Dates are ISO 8601; what is unknown is None.

    So is a record that is false. Other records name a force or a place by its id.
    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case date():
            return value.isoformat()
        case Force() | Place():
            return value.id
        case dict():
            return {key: plain(each) for key, each in value.items()}
        case _ if is_record(type(value)):
            return record(value) if value else None
        case _:
            return [plain(each) for each in value]


def record(value: Any) -> dict[str, Any]:
    """The fields of one model value as JSON data."""
    kind: Any = type(value)
    return {name: plain(getattr(value, name)) for name in names_of(kind)}
