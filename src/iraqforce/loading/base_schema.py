"""The JSON Schema of a fact base, for editors: `iraqforce schema base`. Reading a base does not use it.

The shape comes from the pydantic models, the descriptions from the types in `model`, by the fields' names. An
editor reads values by YAML's own rules: `title: 2016` is a number there, `publisher: true` a truth value and
`as_of: 2015` an integer. So the schema of a value takes all that our own types read as text.
"""

from typing import Any, Final

from pydantic import BaseModel, ConfigDict, Field
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from iraqforce.loading import schema
from iraqforce.model import dates
from iraqforce.model.choices import meanings_of
from iraqforce.model.counts import Count
from iraqforce.model.fact_base import BaseInfo
from iraqforce.model.facts import ID_PATTERN, URL_PATTERN, Definition, Fact, Force, Place, Source, Suppression
from iraqforce.model.fields import Field as ModelField
from iraqforce.model.fields import fields_of
from iraqforce.text import numbers

_DESCRIBED_BY: Final[dict[type[BaseModel], tuple[type, ...]]] = {
    schema.WrittenHeader: (BaseInfo,),
    schema.WrittenSuppression: (Suppression,),
    schema.WrittenForce: (Force,),
    schema.WrittenPlace: (Place,),
    schema.WrittenDefinition: (Definition,),
    schema.WrittenSource: (Source,),
    **dict.fromkeys(schema.FACT_MODELS.values(), (Count, Fact)),
    schema.VagueWords: (Count,),
}
"""The types that describe the keys of each written record; later types take precedence."""

_BY_ID: Final[Any] = {"propertyNames": {"pattern": ID_PATTERN}}
_POINT: Final = (
    r"([0-9]{2}([0-9]X|XX)|[0-9]{4}(-XX(-XX)?|-2[1-4]|-3[3-6]"
    r"|-(0[1-9]|1[0-2])(-(XX|0[1-9]|[12][0-9]|3[01]))?)?)[~?%]?"
)
_DATE: Final = {
    "type": ["string", "integer"],
    "pattern": rf"^({_POINT}(/({_POINT}|\.\.))?|\.\./{_POINT})$",
    "minimum": 1,
    "maximum": 9999,
    "description": f"{dates.FORMS.capitalize()}; '..' is an open end; ~ is approximate, ? uncertain, % both.",
    "examples": ["2016-03-25", "2016-03", 2016, "2015-21", "2014/2017", "../2021-12-09", "2016-03~"],
}
_NUMBER: Final = {
    "type": ["string", "number"],
    "pattern": r"\S",
    "minimum": 0,
    "maximum": numbers.LARGEST,
    "examples": ["4,087", "about 2,500", "more than 5,000", "4.5 million", "500 to 600", "withheld"],
}
_VALUES: Final = {
    schema.read_date: _DATE,
    schema.read_closed_date: {
        **_DATE,
        "pattern": rf"^{_POINT}(/{_POINT})?$",
        "description": f"{dates.FORMS.capitalize()}.",
        "examples": ["2016-03-25", "2016-03", 2016],
    },
    schema.read_bound: {**_NUMBER, "examples": [200, "4,500"]},
}
"""Schemas of values that are read by functions."""

_STRICT_TEXT: Final = (URL_PATTERN, schema.ID_TEMPLATE_PATTERN)
"""Patterns of texts that YAML always reads as text."""


class BaseAsWritten(schema.WrittenHeader):
    """One file of a fact base. If there are several, each may omit sections that another has."""

    model_config = ConfigDict(title="iraqforce fact base")

    forces: dict[str, schema.WrittenForce] = Field(
        {},
        description="Forces by ID. The first is the default.",
        json_schema_extra=_BY_ID,
    )
    places: dict[str, schema.WrittenPlace] = Field(
        {},
        description="Places by ID. The first is the default.",
        json_schema_extra=_BY_ID,
    )
    definitions: dict[str, schema.WrittenDefinition] = Field(
        {}, description="Definitions of what is counted, by ID.", json_schema_extra=_BY_ID
    )
    sources: dict[str, schema.WrittenSource] = Field(
        {}, description="Sources by ID.", json_schema_extra=_BY_ID
    )
    facts: list[schema.WrittenFact] = Field([], description="Facts: statements from the sources.")


class _ForEditors(GenerateJsonSchema):
    """No titles for keys, and no null: unknown values are omitted."""

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ARG002 - pydantic's signature
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        made = super().default_schema(schema)
        empty = not made.get("default")
        return {key: value for key, value in made.items() if key != "default" or not empty}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        types = "string" if schema.get("pattern") in _STRICT_TEXT else ["string", "number", "boolean"]
        return {**super().str_schema(schema), "type": types}

    def function_plain_schema(self, schema_: core_schema.PlainValidatorFunctionSchema) -> JsonSchemaValue:
        read: Any = schema_["function"]["function"]
        if read in _VALUES:
            return dict(_VALUES[read])
        vague = self.generate_inner(schema.VagueWords.__pydantic_core_schema__)
        return {
            "anyOf": [_NUMBER, vague],
            "description": f"Write {numbers.FORMS}; withheld does not mean zero.",
        }


def base_schema() -> dict[str, Any]:
    """The JSON Schema, draft 2020-12, of a file of a base as an editor's YAML parser reads it.

    It accepts every file that `reader` accepts. `iraqforce check` also reports what a schema cannot express,
    such as undefined references and quotes that are not found.
    """
    made = BaseAsWritten.model_json_schema(schema_generator=_ForEditors)
    records = made.pop("$defs")
    for model, described_by in _DESCRIBED_BY.items():
        properties = (made if model is schema.WrittenHeader else records[model.__name__])["properties"]
        fields = {field.name: field for kind in described_by for field in fields_of(kind)}
        for name in properties.keys() & fields.keys() & model.model_fields.keys():
            properties[name] = _described(properties[name], fields[name])
    top, source = made["properties"], records["WrittenSource"]["properties"]
    ids = "{force}, {place}, {source} and {year} are taken from the fact; * matches any words."
    top["ids"]["description"] = f"Patterns of fact IDs by kind: {ids}"
    top["ids"] = _by_key(top["ids"], "Pattern of the IDs of facts of kind {}.")
    source["inferred"] = _by_key(source["inferred"], "Why the value of '{}' is believed to be correct.")
    supersedes = records["WrittenLevel"]["properties"]["supersedes"]
    del supersedes["type"]
    supersedes["enum"] = [True, False, "true", "false"]
    own = {"$schema": _ForEditors.schema_dialect, "$id": "urn:iraqforce:base:1", "title": made.pop("title")}
    return {**own, **made, "$defs": records}


def _described(written: dict[str, Any], field: ModelField) -> dict[str, Any]:
    """The schema of a key with the descriptions of the field, its format and each choice."""
    meanings = meanings_of(field.type) or {}
    parts = (field.description, written.get("description"))
    lines = [" ".join(filter(None, parts)), *(f"- {choice}: {words}" for choice, words in meanings.items())]
    # `enumDescriptions` is not part of JSON Schema, but editors show it with each choice.
    shown = {"enumDescriptions": list(meanings.values())} if "enum" in written and meanings else {}
    return {**written, **shown, "description": "\n".join(lines)}


def _by_key(written: dict[str, Any], each: str) -> dict[str, Any]:
    """The schema of a mapping with known keys, each with its own description."""
    values, names = written["additionalProperties"], written["propertyNames"]["enum"]
    return {
        "type": "object",
        "description": written["description"],
        "properties": {name: {**values, "description": each.format(name)} for name in names},
        "additionalProperties": False,
    }
