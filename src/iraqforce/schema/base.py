"""A file of a fact base as a whole, for editors: its JSON Schema. Reading a base does not come by here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from pydantic import ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema

from iraqforce.patterns import ID_PATTERN
from iraqforce.schema import (
    BaseHeader,
    DefinitionAsWritten,
    FactAsWritten,
    ForceAsWritten,
    PlaceAsWritten,
    SourceAsWritten,
)

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema

_BY_ID: Final[dict[str, Any]] = {"propertyNames": {"pattern": ID_PATTERN}}


class BaseAsWritten(BaseHeader):
    """One file of a fact base. Of several files, each may leave out what another has."""

    model_config = ConfigDict(title="A fact base of iraqforce")

    forces: dict[str, ForceAsWritten] = Field(
        default_factory=dict,
        description="Whose people, by id. A question that names no force is about the first.",
        json_schema_extra=_BY_ID,
    )
    places: dict[str, PlaceAsWritten] = Field(
        default_factory=dict,
        description="Where, by id. A question that names no place is about the first.",
        json_schema_extra=_BY_ID,
    )
    definitions: dict[str, DefinitionAsWritten] = Field(
        default_factory=dict, description="What numbers count, by id.", json_schema_extra=_BY_ID
    )
    sources: dict[str, SourceAsWritten] = Field(
        default_factory=dict, description="The documents, by id.", json_schema_extra=_BY_ID
    )
    facts: list[FactAsWritten] = Field(
        default_factory=list, description="The list of statements taken from the sources."
    )


class _ForEditors(GenerateJsonSchema):
    """Keys bear no title beside their name, and a null is no value: what is unknown is left out."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        return {key: value for key, value in made.items() if (key, value) != ("default", None)}


def json_schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, of a file of a base as an editor's YAML parser reads it.

    It refuses no file that `reading` accepts. What it cannot know, such as a reference to nothing or a quote
    that is not in its article, `iraqforce check` tells.
    """
    made = BaseAsWritten.model_json_schema(schema_generator=_ForEditors)
    first = {"$schema": _ForEditors.schema_dialect, "title": made.pop("title")}
    definitions = made.pop("$defs")
    return {**first, **made, "$defs": definitions}
