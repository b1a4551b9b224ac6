"""`--limit` and `--columns` of `facts` and `sources`."""

from __future__ import annotations

import csv
import json

import pytest

import iraqforce as package
from iraqforce.errors import ArgumentError
from processes import iraqforce

TWO = "facts --kind level --from 2021-12 --limit 2 --columns as_of,value,id"


def test_columns_select_and_order_those_of_csv() -> None:
    done = iraqforce(f"{TWO} -f csv")
    assert done.stdout.splitlines() == [
        "as_of,value,id",
        "2021-12-09,2500,us-iraq-2021-12-09",
        "2023-03-07,2500,us-iraq-2023-03-07",
    ]
    assert done.stderr == "First 2 of 3 facts\n"


def test_columns_make_a_page_a_plain_table() -> None:
    assert iraqforce(TWO).stdout.splitlines() == [
        "as_of       value  id",
        "2021-12-09   2500  us-iraq-2021-12-09",
        "2023-03-07   2500  us-iraq-2023-03-07",
    ]


def test_columns_of_markdown() -> None:
    lines = iraqforce("sources --limit 1 --columns facts,id -f markdown").stdout.splitlines()
    assert lines == ["| facts | id |", "| ---: | --- |", "| 16 | ibtimes-2016-04-18 |"]


def test_an_address_in_markdown_is_a_link() -> None:
    page = iraqforce("sources the-hill-2021-12-09 --columns url,id -f markdown").stdout
    text = "https://thehill.com/policy/defense/585173-us-ends-combat-mission-against-isis-in-iraq-but-troops-remain/"
    assert page.splitlines()[2] == f"| [{text}](<{text}>) | the-hill-2021-12-09 |"


def test_a_date_and_an_address_are_never_broken() -> None:
    page = iraqforce("facts --kind level --columns as_of,url,quote", COLUMNS="60").stdout
    assert "  as_of  2014/2017\n  url    https://" in page
    assert max(len(line) for line in page.splitlines() if "https://" not in line) <= 60
    page = iraqforce("facts --kind level --columns as_of,quote", COLUMNS="60").stdout
    assert page.startswith("as_of")
    assert "\n2016-03-25  " in page
    assert max(map(len, page.splitlines())) <= 60


def test_a_pipe_gets_one_line_a_row() -> None:
    assert len(iraqforce("facts --columns id,quote,note,url").stdout.splitlines()) == 89


def test_a_list_that_has_its_number_in_it_says_it_once() -> None:
    assert iraqforce("facts --limit 2").stderr == ""
    limited = iraqforce("facts --kind level --limit 2 --json")
    assert limited.stderr == ""
    found = json.loads(limited.stdout)
    assert (len(found["facts"]), found["found"], found["base"]["facts"]) == (2, 12, 88)
    assert iraqforce("facts --limit 2 -f jsonl").stderr == "First 2 of 88 facts\n"
    assert iraqforce("facts --limit 88 -f jsonl").stderr == ""
    assert iraqforce("sources --limit 2 -f csv").stderr == "First 2 of 5 sources\n"


def test_all_is_no_limit() -> None:
    assert iraqforce("facts --limit all").stdout == iraqforce("facts").stdout


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("facts --limit 0", "'0' is not a number of facts: write 20, or all for no limit"),
        ("sources --limit none", "'none' is not a number of sources"),
        ("sources x --limit 3", "use `iraqforce facts --source x --limit 3`"),
        ("facts --columns valu", "unknown column 'valu': did you mean 'value'? known: id, kind, label,"),
        ("facts --columns id,zzz", "unknown column 'zzz' known: id, kind, label,"),
        ("facts --columns id,,value", "'--columns': 'id,,value' has an empty name: write id,as_of,value."),
        ("facts --columns ''", "'--columns': no column is named: write id,as_of,value."),
        ("sources --columns id,url,id", "'--columns': 'id' is named twice."),
        ("facts --columns article", "unknown column 'article'"),
        ("facts --columns id --json", "JSON always has every field"),
        ("facts --columns id -f jsonl", "JSON always has every field"),
        ("facts --columns id -o a.json", "JSON always has every field"),
    ],
)
def test_what_is_wrong_is_a_usage_error(command: str, words: str) -> None:
    done = iraqforce(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in " ".join(done.stderr.replace("\\n", " ").split())


def test_spaces_between_names_do_not_matter() -> None:
    assert (
        iraqforce("sources --columns 'id, facts, article' -f csv").stdout.splitlines()[0]
        == "id,facts,article"
    )


def test_in_python_a_limit_keeps_the_number_found() -> None:
    base = package.open("articles")
    facts = base.facts("level", limit=3)
    assert (len(facts), facts.found) == (3, 12)
    assert list(facts) == list(base.facts("level"))[:3]
    assert (len(base.sources(limit=2)), base.sources(limit=2).found, base.sources().found) == (2, 5, 5)
    with pytest.raises(ArgumentError, match="limit 0 is not a number of facts"):
        base.facts(limit=0)


def test_csv_of_columns_is_that_of_all_columns() -> None:
    whole = list(csv.DictReader(iraqforce("facts -f csv").stdout.splitlines()))
    some = list(csv.DictReader(iraqforce("facts -f csv --columns url,low,quote").stdout.splitlines()))
    assert some == [{name: row[name] for name in ("url", "low", "quote")} for row in whole]
