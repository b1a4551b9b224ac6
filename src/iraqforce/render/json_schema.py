"""JSON Schemas (draft 2020-12) of what commands print, read off from the types of the model.

A program may rely on every field that is there, and should ignore fields that it does not know: a later
version may add some.
"""

from datetime import date
from pkgutil import resolve_name
from typing import Any, Final, Literal, get_args, get_origin

from iraqforce.errors import UnknownNameError
from iraqforce.model.choices import meanings_of
from iraqforce.model.counts import Number
from iraqforce.model.facts import ID_PATTERN, SHA256_PATTERN, Force, Place
from iraqforce.model.fields import Field, fields_of, is_record

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

SCHEMAS: Final = {
    "level": "iraqforce.queries.answers:Answer",
    "levels": "iraqforce.queries.listings:Answers",
    "series": "iraqforce.queries.series:Series",
    "series-row": "iraqforce.queries.series:SeriesRow",
    "timeline": "iraqforce.queries.timeline:Timeline",
    "timeline-row": "iraqforce.queries.timeline:Row",
    "facts": "iraqforce.queries.listings:FactList",
    "fact": "iraqforce.model.facts:Fact",
    "show": "iraqforce.queries.listings:FactPage",
    "sources": "iraqforce.queries.listings:SourceList",
    "source": "iraqforce.queries.listings:SourceEntry",
    "info": "iraqforce.queries.overview:Overview",
    "subject": "iraqforce.queries.overview:SubjectEntry",
    "search": "iraqforce.queries.search:SearchResult",
    "hit": "iraqforce.queries.search:Hit",
    "compare": "iraqforce.queries.comparison:Comparisons",
    "cite": "iraqforce.export.citations:References",
    "reference": "iraqforce.export.references:Reference",
    "verify": "iraqforce.queries.verification:Verification",
    "claim": "iraqforce.queries.verification:Claim",
    "check": "iraqforce.lint.linter:CheckResult",
    "problem": "iraqforce.problems:Problem",
    "rules": "iraqforce.lint.rules:RuleList",
    "rule": "iraqforce.lint.rules:Rule",
    "draft": "iraqforce.queries.drafts:Draft",
    "proposal": "iraqforce.queries.proposals:Proposal",
    "missing": "iraqforce.queries.drafts:MissingNumbers",
    "gap": "iraqforce.queries.drafts:Gap",
    "error": "iraqforce.problems:ErrorReport",
    "line-error": "iraqforce.problems:LineReport",
}
"""Each schema by the name that follows `iraqforce.`, with the type whose JSON it describes."""


def schema_of(name: str) -> Schema:
    """The schema of that name: level, or in full iraqforce.level/1. Raises UnknownNameError."""
    short = name.removeprefix("iraqforce.").removesuffix("/1")
    if short not in SCHEMAS:
        raise UnknownNameError("schema", name, SCHEMAS)
    record: type = resolve_name(SCHEMAS[short])
    shared: dict[str, Schema] = {}
    body = _object(record, shared)
    full = f"iraqforce.{short}/1"
    own = {"const": full, "description": "What this object is, and the version of its form."}
    return {
        "$schema": DIALECT,
        "$id": urn(full),
        "title": full,
        **body,
        "properties": {"schema": own, **body["properties"]},
        "required": ["schema", *body["required"]],
        "$defs": dict(sorted(shared.items())),
    }


def urn(name: str) -> str:
    """The `$id` of a schema: urn:iraqforce:level:1 for iraqforce.level/1. It is a name, not an address."""
    return "urn:" + name.replace(".", ":").replace("/", ":")


def _object(record: Any, shared: dict[str, Schema]) -> Schema:
    """An object with the fields of the type, which are always there."""
    properties = {field.name: _field(record, field, shared) for field in fields_of(record)}
    return {
        "type": "object",
        "description": " ".join((record.__doc__ or "").split("\n\n")[0].split()),
        "properties": properties,
        "required": list(properties),
    }


def _field(record: Any, field: Field, shared: dict[str, Schema]) -> Schema:
    meanings = meanings_of(field.type) or {}
    description = "\n".join([field.description, *(f"- {name}: {words}" for name, words in meanings.items())])
    found = _value(field.type, shared) | {"description": description} | _constraints(record.__name__, field)
    if not field.optional:
        return found
    if "$ref" in found:
        return {"anyOf": [{"$ref": found["$ref"]}, {"type": "null"}], "description": found["description"]}
    if "enum" in found:
        found["enum"] = [*found["enum"], None]
    return found | {"type": [found["type"], "null"]}


_PLAIN: Final[dict[Any, Schema]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Number: {"type": "number"},
    date: {"type": "string", "format": "date"},
    Force: {"type": "string", "pattern": ID_PATTERN},
    Place: {"type": "string", "pattern": ID_PATTERN},
}


def _value(kind: Any, shared: dict[str, Schema]) -> Schema:
    if kind in _PLAIN:
        return dict(_PLAIN[kind])
    if is_record(kind):
        if kind.__name__ not in shared:
            shared[kind.__name__] = {}  # a type that contains itself ends here
            shared[kind.__name__] = _object(kind, shared)
        return {"$ref": f"#/$defs/{kind.__name__}"}
    arguments = get_args(kind)
    if get_origin(kind) is Literal:
        return {"type": "string", "enum": list(arguments)}
    if get_origin(kind) is dict:
        return {"type": "object", "additionalProperties": _value(arguments[1], shared)}
    if get_origin(kind) is tuple and arguments[-1] is ...:
        return {"type": "array", "items": _value(arguments[0], shared)}
    if get_origin(kind) is tuple:
        items = [_value(each, shared) for each in arguments]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    if kind is Any:
        return {}
    raise TypeError(f"no JSON Schema is defined for {kind}")


_IDS: Final = frozenset({"id", "fact", "source", "force", "place", "definition", "part_of", "within"})
_FREE_IDS: Final = frozenset({("Reference", "id")})
"""Ids of things that are not in a base, such as this tool."""

_RULE_PATTERN: Final = "^F[0-9]{3}$"
_PATTERNS: Final = {
    ("Problem", "code"): _RULE_PATTERN,
    ("Rule", "code"): _RULE_PATTERN,
    ("Suppression", "rule"): _RULE_PATTERN,
    ("ErrorReport", "code"): "^[a-z]+(-[a-z]+)*$",
}
_SIGNED: Final = frozenset({"Difference", "Percentage", "Range"})
"""Records of numbers that may be negative, as differences are."""


def _constraints(record: str, field: Field) -> Schema:
    """The pattern of a text, or the minimum of a number."""
    if field.type in (int, float, Number) and record not in _SIGNED:
        return {"minimum": 1 if field.name in ("line", "column") else 0}
    key = record, field.name
    if field.type is str and field.name in _IDS and key not in _FREE_IDS:
        return {"pattern": ID_PATTERN}
    pattern = SHA256_PATTERN if field.name == "sha256" else _PATTERNS.get(key)
    return {"pattern": pattern} if pattern else {}
