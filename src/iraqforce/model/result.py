"""What a question to a base gives. A result is a value; here is how it shows itself.

This is the one module of the model that reaches upward, at the moment when a result is shown: as a page for
people, as JSON, or as a table of columns.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from iraqforce.model.json import record

if TYPE_CHECKING:
    import pandas


class Result:
    """A result of a command: `str()` gives the page, `to_dict()` the JSON, `to_pandas()` the table."""

    __slots__ = ()

    schema: ClassVar[str]
    """The name and version of its JSON Schema: iraqforce.level/1."""

    def items(self) -> Iterable[Any]:
        """What each line of JSON Lines shows: the result itself, or the records that it lists."""
        return (self,)

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
