"""The recipe of docs/large.md gives the answers of the command, on a real cluster of two processes."""

import io
import random
import re
from datetime import date, timedelta
from logging import ERROR
from pathlib import Path

import pandas
import pytest
from distributed import LocalCluster

import iraqforce
from iraqforce.export.distributed import ANSWER_COLUMNS, answer_frame, no_answers
from processes import iraqforce as command

PAGE = Path(__file__).parents[2] / "docs" / "large.md"
SUBJECTS = [
    ("us", "iraq"),
    ("us", "syria"),
    ("nato", "iraq"),
    ("coalition", "iraq"),
    ("us-contractors", "iraq"),
]
QUESTIONS = 10_000


def questions() -> pandas.DataFrame:
    """Days, months, years and intervals at random, from before the first figure to after the last."""
    draw = random.Random(12)  # noqa: S311 - for variety, not for secrets
    rows = []
    for number in range(QUESTIONS):
        day = date(2002, 1, 1) + timedelta(days=draw.randrange(9500))
        end = day + timedelta(days=draw.randrange(200))
        text = draw.choice([f"{day}", f"{day}", f"{day}", f"{day}"[:7], f"{day}"[:4], f"{day}/{end}"])
        rows.append((number, *draw.choice(SUBJECTS), text))
    return pandas.DataFrame(rows, columns=["number", "force", "place", "date"])


def of_the_command(asked: pandas.DataFrame) -> pandas.DataFrame:
    """What `iraqforce level --date - --format csv` prints for the questions, by their numbers."""
    parts = []
    for (force, place), rows in asked.groupby(["force", "place"]):
        dates = "\n".join(rows["date"])
        done = command(
            f"level --force {force} --place {place} --date - --format csv", stdin=dates, IRAQFORCE_BASE=""
        )
        assert done.stderr == ""
        types = {name: str(kind) for name, kind in no_answers().dtypes.items() if "datetime" not in str(kind)}
        table = pandas.read_csv(io.StringIO(done.stdout), dtype=types, parse_dates=["first", "last"])
        assert table.pop("error").isna().all()  # of a line that is not a date
        table.index = rows["number"]
        parts.append(table)
    return pandas.concat(parts).sort_index()


def test_the_recipe_gives_the_answers_of_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # before the cluster starts: its workers read the same files
    asked = questions()
    asked[::2].to_csv("questions-1.csv", index=False)
    asked[1::2].to_csv("questions-2.csv", index=False)
    iraqforce.open("all").export("facts.parquet")
    [recipe] = re.findall(r"```python\n(import dask.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    with LocalCluster(
        n_workers=2, processes=True, threads_per_worker=1, dashboard_address=None, silence_logs=ERROR
    ) as cluster:  # type: ignore[no-untyped-call]
        exec(recipe.replace("tcp://scheduler:8786", cluster.scheduler_address), {})  # noqa: S102
    answers = pandas.read_parquet("answers").set_index("number").sort_index()
    expected = of_the_command(asked)
    # The facts do not have the date of the base's last update, so the caution about it is missing.
    updated = r"(; )?This data was last updated on .*"
    cautions = expected["cautions"].str.replace(updated, "", regex=True)
    expected["cautions"] = cautions.mask(cautions == "")
    pandas.testing.assert_frame_equal(answers, expected, check_dtype=False, check_index_type=False)
    assert set(answers["support"]) == {"reported", "consistent", "last_known", "expired", "none"}
    assert answers["contested"].sum() > 250


def test_a_force_that_the_facts_do_not_have_gets_no_answer() -> None:
    facts = pandas.DataFrame({"kind": [], "force": [], "place": []}, dtype="str")
    asked = pandas.DataFrame({"number": [7], "force": ["us"], "place": ["mars"], "date": ["2016"]})
    [answer] = answer_frame(asked, facts).to_dict("records")
    found = [answer[name] for name in ("number", "force", "place", "support", "value")]
    assert found == [7, "us", "mars", "none", None]


def test_an_invalid_date_is_refused() -> None:
    asked = pandas.DataFrame({"number": [1], "force": ["us"], "place": ["iraq"], "date": ["2023-02-29"]})
    facts = pandas.DataFrame({"kind": [], "force": [], "place": []}, dtype="str")
    with pytest.raises(iraqforce.DateError, match="does not exist"):
        answer_frame(asked, facts)


def test_every_answer_has_the_same_columns() -> None:
    assert list(no_answers().columns) == ["number", *(column.name for column in ANSWER_COLUMNS)]
