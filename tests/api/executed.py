"""Run notebooks, each in an empty folder, and store what they print.

`python tests/api/executed.py docs/iraqforce.ipynb` brings the notebook of the documents up to date.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from nbclient import NotebookClient


def execute(path: Path) -> None:
    """Rewrite the notebook with the outputs that its cells give now. Raises where one fails."""
    notebook: Any = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call] # it types half of itself
    language = notebook.metadata["language_info"]
    with TemporaryDirectory() as folder:
        resources = {"metadata": {"path": folder}}
        NotebookClient(notebook, timeout=120, record_timing=False, resources=resources).execute()
    notebook.metadata["language_info"] = language  # of no version of Python in particular
    nbformat.write(notebook, path)  # type: ignore[no-untyped-call]


for name in sys.argv[1:]:
    execute(Path(name))
