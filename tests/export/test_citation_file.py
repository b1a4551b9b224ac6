"""CITATION.cff: valid by the schema of its format, and current."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from iraqforce import __date__, __version__
from iraqforce.export.references import AUTHOR

ROOT = Path(__file__).parent.parent.parent
CITATION = ROOT / "CITATION.cff"


def complaint(place: Path) -> str:
    """What the published schema of the Citation File Format has against the file."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format"]
    done = subprocess.run([*command, str(place)], capture_output=True, encoding="utf-8", check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_file_is_valid() -> None:
    assert complaint(CITATION) == ""


@pytest.mark.parametrize(
    ("text", "instead", "said"),
    [
        ("cff-version: 1.2.0\n", "", "'cff-version' is a required property"),
        ("type: software", "type: program", "'program' is not one of ['dataset', 'software']"),
    ],
)
def test_the_schema_refuses_a_file_that_is_wrong(tmp_path: Path, text: str, instead: str, said: str) -> None:
    wrong = tmp_path / "CITATION.cff"
    wrong.write_text(CITATION.read_text(encoding="utf-8").replace(text, instead), encoding="utf-8")
    assert said in complaint(wrong)


def test_the_file_says_what_the_package_says() -> None:
    citation = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert (citation["version"], citation["date-released"].isoformat()) == (__version__, __date__)
    assert citation["authors"] == project["authors"] == [{"name": AUTHOR}]
    assert citation["license"] == project["license"]
    assert citation["abstract"] == project["description"]
    assert citation["keywords"] == project["keywords"]
