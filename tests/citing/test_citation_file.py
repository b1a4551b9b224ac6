"""CITATION.cff: valid by the schema of its format, and current."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from iraqforce import __version__
from iraqforce.citing.reference import AUTHOR

ROOT = Path(__file__).parent.parent.parent
SCHEMA = Path(__file__).parent / "schema" / "cff-1.2.0.json"


@pytest.fixture
def citation() -> dict[str, Any]:
    found = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def test_the_file_is_valid(citation: dict[str, Any]) -> None:
    jsonschema.validate(citation, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_schema_refuses_a_file_without_authors(citation: dict[str, Any]) -> None:
    del citation["authors"]
    with pytest.raises(jsonschema.ValidationError, match="'authors' is a required property"):
        jsonschema.validate(citation, json.loads(SCHEMA.read_text(encoding="utf-8")))


def test_the_file_says_what_the_package_says(citation: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert citation["version"] == __version__
    assert citation["authors"] == project["authors"] == [{"name": AUTHOR}]
    assert citation["license"] == project["license"]
    assert citation["abstract"] == project["description"]
    assert citation["keywords"] == project["keywords"]
