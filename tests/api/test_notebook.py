"""The notebook of the documents runs in a clean folder, and shows what it then prints."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from processes import environment

HERE = Path(__file__).parent
NOTEBOOK = HERE.parent.parent / "docs" / "iraqforce.ipynb"


def outputs(path: Path) -> list[list[str]]:
    """Of each cell of code the texts of its outputs; HTML, whose look is pandas' own, is left out."""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [[text(each) for each in cell["outputs"]] for cell in cells if cell["cell_type"] == "code"]


def text(output: dict[str, Any]) -> str:
    assert output["output_type"] != "error"
    lines = output["text"] if output["output_type"] == "stream" else output["data"]["text/plain"]
    return "".join(lines)


@pytest.mark.slow
def test_no_cell_fails_and_every_stored_text_is_current(tmp_path: Path) -> None:
    again = tmp_path / NOTEBOOK.name
    shutil.copy(NOTEBOOK, again)
    command = [sys.executable, str(HERE / "executed.py"), str(again)]
    done = subprocess.run(
        command, env=environment(), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert outputs(again) == outputs(NOTEBOOK), "python tests/api/executed.py docs/iraqforce.ipynb"
    assert all(outputs(NOTEBOOK)[1:])


def test_nothing_that_is_stored_names_a_machine() -> None:
    stored = NOTEBOOK.read_text(encoding="utf-8")
    assert "/home/" not in stored
    assert "/tmp/" not in stored  # noqa: S108 - that it is not there is the point
    assert "site-packages" not in stored
