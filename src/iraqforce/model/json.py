"""A model value as plain JSON data, from which the JSON of every command is made."""

from datetime import date
from typing import Any

from iraqforce.model.facts import Force, Place
from iraqforce.model.fields import is_record, names_of


def plain(value: Any) -> Any:
    """The value as JSON data, field for field. Dates are ISO 8601; what is unknown is None.

    Other records name a force or a place by its id.
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
            return record(value)
        case _:
            return [plain(each) for each in value]


def record(value: Any) -> dict[str, Any]:
    """The fields of one model value as JSON data."""
    kind: Any = type(value)
    return {name: plain(getattr(value, name)) for name in names_of(kind)}
