"""YAML as an editor reads it: by the core schema of YAML 1.2, chapter 10.3, which makes no dates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

NULL = re.compile(r"|~|null|Null|NULL")
TRUTH = re.compile(r"true|True|TRUE|false|False|FALSE")
INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
NUMBER = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)


class _Loader(yaml.SafeLoader):
    """Every plain scalar is resolved here; the keys of JSON are text, and so are those of a mapping."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as PyYAML declares it

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: ARG002 - PyYAML's signature
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}

    def construct_text(self, node: yaml.ScalarNode) -> Any:
        return node.value if node.style else resolved(node.value)


_Loader.add_constructor("tag:yaml.org,2002:str", _Loader.construct_text)


def resolved(text: str) -> bool | int | float | str | None:
    """What a plain scalar is, as a value of JSON."""
    if NULL.fullmatch(text):
        return None
    if TRUTH.fullmatch(text):
        return text.lower() == "true"
    if INTEGER.fullmatch(text):
        based = re.fullmatch("0([ox])(.+)", text)
        return int(based[2], {"o": 8, "x": 16}[based[1]]) if based else int(text)
    if NUMBER.fullmatch(text):
        return float(re.sub(r"\.(inf|nan)", r"\1", text.lower()))
    return text


def loaded(path: Path) -> Any:
    """The file's one document."""
    return yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a SafeLoader
