"""The as-of question asked of the exported Parquet file with Spark, and compared with the tool's own answers.

`python benchmarks/large/with_spark.py` on the bundled base; `--made 20000` on a made one.
Needs pyspark 4 and Java.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pyspark.sql import SparkSession
from questions import Answered, compare

if TYPE_CHECKING:
    from collections.abc import Sequence

    from questions import Asked

SQL = Path(__file__).with_name("as_of_spark.sql").read_text(encoding="utf-8")


def answers(parquet: Path, asked: Sequence[Asked]) -> list[Answered]:
    """What Spark answers, with as many partitions as one computer needs."""
    settings = {
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    spark = SparkSession.builder.master("local[2]").config(map=settings).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    try:
        spark.read.parquet(str(parquet)).createOrReplaceTempView("facts")
        columns = "number BIGINT, force STRING, place STRING, first DATE, last DATE"
        spark.createDataFrame(list(asked), columns).createOrReplaceTempView("questions")
        for statement in SQL.split(";\n"):
            if statement.strip():
                spark.sql(statement)
        return [Answered(*row) for row in spark.table("answers").collect()]
    finally:
        spark.stop()


if __name__ == "__main__":
    compare("Spark", answers)
