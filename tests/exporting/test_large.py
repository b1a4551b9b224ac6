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


ARTICLES = ["--facts", str(ROOT / "data" / "facts.yaml")]
BASES = {
    "articles": ARTICLES,
    "articles-and-record": [*ARTICLES, "--facts", str(ROOT / "data" / "record.yaml")],
    "made": ["--made", "20000"],
}
each_base = pytest.mark.parametrize("base", BASES.values(), ids=BASES)


@pytest.mark.slow
@each_base
def test_duckdb_answers_alike(base: list[str]) -> None:
    printed = compared("with_duckdb.py", *base)
    assert printed.startswith("10,000 of 10,000 answers of DuckDB equal iraqforce's")
    assert "bracketed, carried, none, reported, stale" in printed


@pytest.mark.slow
@WITHOUT_SPARK
@each_base
def test_spark_answers_alike(base: list[str]) -> None:
    printed = compared("with_spark.py", *base)
    assert printed.startswith("10,000 of 10,000 answers of Spark equal iraqforce's")


def of_another_rule(
    folder: Path, words: str, others: str, questions: int = 2500
) -> subprocess.CompletedProcess[str]:
    """The comparison on a made base, with these words of the query replaced by others."""
    shutil.copytree(LARGE.parent, folder / "benchmarks")
    sql = folder / "benchmarks" / "large" / "as_of_duckdb.sql"
    query = sql.read_text(encoding="utf-8")
    assert words in query
    sql.write_text(query.replace(words, others), encoding="utf-8")
    command = [
        sys.executable,
        str(sql.with_name("with_duckdb.py")),
        "--made",
        "2000",
        "--questions",
        f"{questions}",
    ]
    return subprocess.run(command, env=environment(), capture_output=True, encoding="utf-8", check=False)


@pytest.mark.slow
def test_what_differs_is_told(tmp_path: Path) -> None:
    """The same comparison with an age limit of a day less finds the answers that turn on it."""
    done = of_another_rule(tmp_path, "age <= 365", "age <= 364", questions=10_000)
    assert done.returncode == 1
    assert "support='carried'" in done.stdout
    assert "support='stale'" in done.stdout


RULES = {
    "context": (" AND context IS NULL", ""),
    "no stand-in": ("covers IN ('whole', 'more')", "covers = 'whole'"),
    "wider definitions mixed": ("THEN '' ELSE definition END", "THEN '' ELSE '-' END"),
    "stand-in bracketed": ("scope = '' AND bracketing", "bracketing"),
    "figure bracketed by what is withheld": ("FROM soonest WHERE NOT withheld", "FROM soonest"),
    "withheld before figures": ("BY scope <> '', withheld) = 1", "BY scope <> '', NOT withheld) = 1"),
    "figures behind what is withheld": (" AND given.withheld <= current_levels.withheld", ""),
    "evidence in order of dates": ("string_agg(id, ' ' ORDER BY withheld, ", "string_agg(id, ' ' ORDER BY "),
    "shorter history": ("current_levels.starts <= 90", "current_levels.starts <= 80"),
    "fewer rivals": ("candidates.starts <= 14", "candidates.starts <= 7"),
}
"""What else the query could say, each a rule broken."""


@pytest.mark.slow
@pytest.mark.parametrize(("words", "others"), RULES.values(), ids=RULES)
def test_the_made_base_turns_on_each_rule(tmp_path: Path, words: str, others: str) -> None:
    assert of_another_rule(tmp_path, words, others).returncode == 1


@pytest.mark.parametrize("name", ["as_of_duckdb.sql", "as_of_spark.sql"])
def test_the_document_shows_the_very_queries_that_are_run(name: str) -> None:
    page = (ROOT / "docs" / "large.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```sql\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert (LARGE / name).read_text(encoding="utf-8") in blocks
