"""The notebook of the documents runs in a clean folder, and shows what it then prints.

`python tests/test_notebook.py docs/iraqforce.ipynb` writes its outputs anew.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

NOTEBOOK = Path(__file__).parent.parent / "docs" / "iraqforce.ipynb"


def execute(path: Path) -> None:
    """Rewrite the notebook with the outputs that its cells give now. Raises if one fails."""
    import nbformat
    from nbclient import NotebookClient

    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call] # it types half of itself
    language = notebook.metadata["language_info"]
    with TemporaryDirectory() as folder:
        resources = {"metadata": {"path": folder}}
        NotebookClient(notebook, timeout=120, record_timing=False, resources=resources).execute()
    notebook.metadata["language_info"] = language  # of no version of Python in particular
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


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
    from processes import environment

    again = tmp_path / NOTEBOOK.name
    shutil.copy(NOTEBOOK, again)
    command = [sys.executable, __file__, str(again)]
    done = subprocess.run(
        command, env=environment(), cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert outputs(again) == outputs(NOTEBOOK), "python tests/test_notebook.py docs/iraqforce.ipynb"
    assert all(outputs(NOTEBOOK)[1:])


def test_nothing_that_is_stored_names_a_machine() -> None:
    stored = NOTEBOOK.read_text(encoding="utf-8")
    assert [each for each in ("/home/", "/tmp/", "site-packages") if each in stored] == []  # noqa: S108 - that it is not there


if __name__ == "__main__":
    for name in sys.argv[1:]:
        execute(Path(name))
