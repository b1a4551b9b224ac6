"""Bases made for tests of commands: a file with one force, one place, one source and some facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

Fact = dict[str, object]


def level(name: str, as_of: str, count: str, **others: str) -> Fact:
    """A cited level of U.S. troops in Iraq; `others` add keys or replace them."""
    known = {"kind": "level", "force": "us", "place": "iraq", "status": "actual", "basis": "press"}
    return {
        "id": name, **known, "source": "r", "locator": "page 1", "as_of": as_of, "count": count, **others
    }  # fmt: skip


def base(folder: Path, *facts: Fact, **sections: Any) -> Path:
    """The path of a base of these facts; `sections` add to its file or replace parts of it."""
    written = {
        "name": "b",
        "title": "B",
        "forces": {"us": {"name": "U.S. troops"}},
        "places": {"iraq": {"name": "Iraq"}},
        "sources": {"r": {"title": "R", "publisher": "The Paper", "published": "2030"}},
        "facts": facts,
        **sections,
    }
    path = folder / "facts.yaml"
    path.write_text(json.dumps(written, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
