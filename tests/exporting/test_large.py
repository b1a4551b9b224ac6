"""DuckDB and Spark give the tool's own answers to 10,000 random questions."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from processes import environment

ROOT = Path(__file__).parent.parent.parent
LARGE = ROOT / "benchmarks" / "large"

WITHOUT_SPARK = pytest.mark.skipif(
    shutil.which("java") is None or importlib.util.find_spec("pyspark") is None,
    reason="Spark needs Java and pyspark, which CI does without: docs/large.md",
)


def compared(script: str, *words: str) -> str:
    command = [sys.executable, str(LARGE / script), *words]
    done = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("base", [[], ["--made", "20000"]], ids=["bundled", "made"])
def test_duckdb_answers_alike(base: list[str]) -> None:
    printed = compared("with_duckdb.py", *base)
    assert printed.startswith("10,000 of 10,000 answers of DuckDB equal iraqforce's")
    assert "bracketed, carried, none, reported, stale" in printed


@pytest.mark.slow
@WITHOUT_SPARK
@pytest.mark.parametrize("base", [[], ["--made", "20000"]], ids=["bundled", "made"])
def test_spark_answers_alike(base: list[str]) -> None:
    printed = compared("with_spark.py", *base)
    assert printed.startswith("10,000 of 10,000 answers of Spark equal iraqforce's")


@pytest.mark.slow
def test_what_differs_is_told(tmp_path: Path) -> None:
    """The same comparison with an age limit of a day less finds the answers that turn on it."""
    shutil.copytree(LARGE.parent, tmp_path / "benchmarks")
    sql = tmp_path / "benchmarks" / "large" / "as_of_duckdb.sql"
    sql.write_text(sql.read_text(encoding="utf-8").replace("age <= 365", "age <= 364"), encoding="utf-8")
    command = [sys.executable, str(sql.with_name("with_duckdb.py")), "--made", "2000"]
    done = subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "support='carried'" in done.stdout
    assert "support='stale'" in done.stdout


@pytest.mark.parametrize("name", ["as_of_duckdb.sql", "as_of_spark.sql"])
def test_the_document_shows_the_very_queries_that_are_run(name: str) -> None:
    page = (ROOT / "docs" / "large.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sql\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert (LARGE / name).read_text(encoding="utf-8") in blocks
