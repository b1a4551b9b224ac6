"""The Python API gives what the commands print, and its own errors."""

from __future__ import annotations

import datetime
import json
import pickle
import re
import shlex
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

import iraqforce
from iraqforce.asof import DEFAULT_MAX_AGE_DAYS
from iraqforce.citing import Style
from iraqforce.dates import parse
from processes import iraqforce as command
from test_known_answers import KNOWN


@pytest.fixture(scope="module")
def base() -> Iterator[iraqforce.Base]:
    with iraqforce.open(base="articles") as opened:
        yield opened


def printed(words: str) -> object:
    return json.loads(command(f"{words} --json").stdout)


def test_a_level_has_the_number_that_its_source_names(base: iraqforce.Base) -> None:
    answer = base.level("2021-12")
    assert (answer.value, answer.text, answer.low, answer.high) == (2500, "about 2,500", 2500, 2500)
    assert (answer.support, answer.contested, answer.age_days, answer.date_certain) == (
        "reported",
        False,
        0,
        True,
    )
    assert answer.level is not None
    assert answer.level.quote == "about 2,500 service members still in Iraq"
    assert answer.previous is not None
    assert answer.next is not None
    assert (answer.previous.id, answer.next.id) == ("us-iraq-2021-01", "us-iraq-2023-03-07")


def test_rivals_stand_side_by_side_and_the_higher_is_open(base: iraqforce.Base) -> None:
    answer = base.level("2016-03-25")
    assert answer.contested
    assert [fact.count.text for fact in answer.evidence if fact.count] == ["3,800", "more than 5,000"]
    assert (answer.value, answer.low, answer.high) == (3800, 3800, None)
    assert [fact.id for fact in answer.beside] == ["us-marines-fire-base-bell-2016-03-25"]


def test_vague_words_are_a_level_without_a_value(base: iraqforce.Base) -> None:
    answer = base.level("2016-03-25", force="us-marines", place="fire-base-bell")
    assert (answer.text, answer.value, answer.low, answer.high) == ("several hundred", None, 200, None)


def test_no_answer_is_no_error_and_no_zero(base: iraqforce.Base) -> None:
    answer = base.level("2018-07-01")
    assert (answer.support, answer.level, answer.value, answer.text) == ("stale", None, None, None)
    assert (answer.low, answer.high, answer.evidence, answer.age_days) == (None, None, (), 804)


def test_without_a_limit_an_old_figure_answers(base: iraqforce.Base) -> None:
    assert base.level("2018-07-01", max_age=804).support == "carried"
    assert base.level("2018-07-01", max_age=803).support == "stale"
    assert base.level("2018-07-01", max_age=None).value == 4087


def test_what_was_published_later_was_not_known(base: iraqforce.Base) -> None:
    assert base.level("2021-01-31", known_by="2021-02-18").support == "stale"
    assert base.level("2021-01-31", known_by=datetime.date(2021, 2, 19)).support == "reported"


@pytest.mark.parametrize(
    "date",
    ["2016-03-25", datetime.date(2016, 3, 25), datetime.datetime(2016, 3, 25, 23, 59), parse("2016-03-25")],
)
def test_a_date_is_text_or_a_day(base: iraqforce.Base, date: str) -> None:
    assert base.level(date).to_dict() == base.level("2016-03-25").to_dict()


def test_without_a_date_it_is_today(base: iraqforce.Base) -> None:
    before = datetime.date.today()
    asked = base.level().question
    assert before <= asked.date.starts == asked.date.ends <= datetime.date.today()
    assert asked.max_age_days == DEFAULT_MAX_AGE_DAYS


def test_every_known_question_gives_the_json_of_the_command(base: iraqforce.Base) -> None:
    asked = 0
    by_subject = sorted(KNOWN, key=lambda known: (known.force, known.place))
    for (force, place), group in groupby(by_subject, key=lambda known: (known.force, known.place)):
        dates = [known.date for known in group]
        words = " ".join(f"--date {date}" for date in dates)
        done = command(f"level --force {force} --place {place} {words} -f jsonl")
        expected = [json.loads(line) for line in done.stdout.splitlines()]
        assert base.levels(dates, force=force, place=place).to_dicts() == expected
        assert [base.level(date, force=force, place=place).to_dict() for date in dates] == expected
        asked += len(expected)
    assert asked == len(KNOWN) == 27


@pytest.mark.parametrize(
    ("words", "filters"),
    [
        ("facts", {}),
        ("facts --kind change --from 2021", {"kind": "change", "since": "2021"}),
        ("facts --force isis --to 2016-04", {"force": "isis", "until": "2016-04"}),
        (
            "facts --place iraq --source the-hill-2021-12-09",
            {"place": "iraq", "source": "the-hill-2021-12-09"},
        ),
    ],
)
def test_facts_give_the_json_of_the_command(
    base: iraqforce.Base, words: str, filters: dict[str, str]
) -> None:
    found = base.facts(**filters)  # type: ignore[arg-type] # the filters of a table are plain text
    assert found.to_dict() == printed(words)
    assert 0 < len(found) == len(list(found))


def test_every_other_page_gives_the_json_of_its_command(base: iraqforce.Base) -> None:
    fact, source = "us-iraq-2016-03-25-press", "the-hill-2021-12-09"
    assert base.show(fact).to_dict() == printed(f"show {fact}")
    assert base.sources().to_dict() == printed("sources")
    assert base.sources(source).to_dict() == printed(f"sources {source}")
    assert base.check().to_dict() == printed("check")
    assert base.check(strict=True).to_dict() == printed("check --strict")


@pytest.mark.parametrize(
    ("words", "options"),
    [
        ("Mosul Apache", {}),
        ('"combat mission" end*', {"source": "the-hill-2021-12-09", "limit": 2}),
        ("troops", {"kind": "level", "limit": None}),
        ("zzzz", {}),
    ],
)
def test_a_search_gives_the_json_of_the_command(
    base: iraqforce.Base, words: str, options: dict[str, object]
) -> None:
    given = " ".join(f"--{name} {value or 'all'}" for name, value in options.items())
    found = base.search(words, **options)  # type: ignore[arg-type] # the options of a table are any
    assert found.to_dict() == printed(f"search {shlex.quote(words)} {given}")
    assert len(found) == len(found.to_dict()["hits"])


@pytest.mark.parametrize("dates", [["2016-03-25", "2016-05-01"], ["2016", "2018-07", "2021"]])
def test_a_comparison_gives_the_json_of_the_command(base: iraqforce.Base, dates: list[str]) -> None:
    compared = base.compare(*dates)
    assert compared.to_dict() == printed(f"compare {' '.join(dates)}")
    assert [answer.question.date.text for answer in compared.answers] == dates


@pytest.mark.parametrize("style", ["text", "bibtex", "ris", "csl-json", "markdown"])
def test_references_give_the_json_and_the_text_of_the_command(base: iraqforce.Base, style: Style) -> None:
    fact, source = "us-iraq-2016-03-25-press", "the-hill-2021-12-09"
    found = base.cite(fact, source, style=style, tool=True)
    assert found.to_dict() == printed(f"cite {fact} {source} --style {style} --tool")
    assert found.text == command(f"cite {fact} {source} --style {style} --tool").stdout
    assert [each.kind for each in found] == ["fact", "source", "software", "dataset"]


def test_a_difference_has_its_number_or_its_bounds_and_what_to_know(base: iraqforce.Base) -> None:
    compared = base.compare("2021-12", "2023-03")
    assert compared.difference is not None
    assert (compared.difference.value, compared.difference.about) == (0, True)
    rivals = base.compare("2016-03-25", "2016-05-01")
    assert rivals.difference is not None
    assert rivals.percentage is not None
    assert (rivals.difference.value, rivals.percentage.value) == (287, 7.6)
    assert rivals.warnings[0].startswith("they count different things: the first leaves out “temporary”")
    nothing = base.compare("2016-03-25", "2018-07-01")
    assert (nothing.difference, nothing.percentage, nothing.warnings) == (None, None, ())
    assert repr(nothing) == "<Compared: 2016-03-25 to 2018-07-01: no difference known>"
    assert repr(rivals) == "<Compared: 2016-03-25 to 2016-05-01: 287 higher, not alike>"


def test_what_cannot_be_searched_compared_or_cited_is_refused(base: iraqforce.Base) -> None:
    for ask, words in (
        (lambda: base.search("troops", limit=0), "limit 0 is not a number of hits"),
        (lambda: base.search("troops", limit="20"), "limit '20' is not a number of hits"),  # type: ignore[arg-type] # on purpose
        (lambda: base.compare("2016"), "needs two dates"),
        (lambda: base.compare("2016", "soon"), "'soon'"),
        (lambda: base.compare("2016", "2021", place="irak"), "unknown place 'irak'"),
        (base.cite, "needs the id"),
        (lambda: base.cite("the-hill-2021"), "unknown fact or source 'the-hill-2021'"),
        (lambda: base.cite("the-hill-2021-12-09", style="apa"), "unknown style 'apa'"),  # type: ignore[arg-type] # on purpose
    ):
        with pytest.raises(iraqforce.IraqforceError, match=re.escape(words)):
            ask()
    with pytest.raises(iraqforce.UnknownNameError) as refusal:
        base.cite("the-hill-2021")
    assert refusal.value.hint == "did you mean 'the-hill-2021-12-09'?"


def test_the_text_of_an_answer_is_the_page_of_the_command(base: iraqforce.Base) -> None:
    done = command("level --date 2016-03-25", COLUMNS="80")
    assert f"{base.level('2016-03-25')}\n" == done.stdout


def test_facts_are_a_sequence_in_order_of_date(base: iraqforce.Base) -> None:
    levels = base.facts("level", force="us", place="iraq", since="2021")
    assert [fact.id for fact in levels] == ["us-iraq-2021-01", "us-iraq-2021-12-09", "us-iraq-2023-03-07"]
    assert levels[0].id == "us-iraq-2021-01"
    assert [fact.id for fact in levels[-2:]] == ["us-iraq-2021-12-09", "us-iraq-2023-03-07"]
    assert levels[1] in levels
    assert repr(levels) == "<Facts: 3 of 88>"


def test_a_fact_and_a_source_are_plain_values(base: iraqforce.Base) -> None:
    fact = base.fact("us-iraq-2016-04-18")
    assert fact.count is not None
    assert (fact.count.value, fact.as_of.first) == (4087, datetime.date(2016, 4, 18))
    assert base.source(fact.source.id) == fact.source
    assert [source.publisher for source in base.sources()][-1] == "Defense One"
    page = base.show(fact.id)
    assert page.fact == fact
    assert page.source == fact.source
    assert page.paragraph is not None
    assert "4,087" in page.paragraph.text[page.paragraph.start : page.paragraph.end]
    article = base.article(fact.source.id)
    assert article is not None
    assert page.paragraph.text in article


def test_a_base_says_what_it_holds(base: iraqforce.Base) -> None:
    assert (base.summary.facts, base.summary.sources, len(base.summary.sha256)) == (88, 5, 64)
    assert base.forces[0].id == "us"
    assert base.places[0].id == "iraq"
    assert base.check().ok
    assert base.check().problems == ()


def test_what_it_is_can_be_read(base: iraqforce.Base) -> None:
    assert repr(base) == "<Base: data/facts.yaml>"
    assert repr(iraqforce.open("one.yaml", Path("two.yaml"))) == "<Base: one.yaml, two.yaml>"
    assert (
        repr(base.level("2016-03-25"))
        == "<Answer: U.S. troops in Iraq, 2016-03-25: 3,800, reported, contested>"
    )
    assert repr(base.level("2018-07")) == "<Answer: U.S. troops in Iraq, 2018-07: no answer, stale>"
    assert repr(base.check()) == "<Check: valid, 0 problems>"
    assert repr(base.show("us-iraq-2021-01")) == "<FactPage: us-iraq-2021-01>"
    assert repr(base.sources("the-hill-2021-12-09")) == "<Sources: 1 of 5>"


def test_several_answers_are_a_sequence_and_a_list_for_people(base: iraqforce.Base) -> None:
    answers = base.levels(["2016-03-25", "2018-07"])
    assert [answer.value for answer in answers] == [3800, None]
    assert [answer.value for answer in answers[1:]] == [None]
    assert repr(answers) == "<Answers: 2>"
    assert [line.strip() for line in str(answers).splitlines()] == [
        "2 answers",
        "",
        "25 March 2016   3,800       reported, contested",
        "The Pentagon, 25 March 2016",
        "July 2018       no answer   stale",
    ]
    assert str(base.levels([])) == "0 answers"


@pytest.mark.parametrize(
    "date", ["2016-13", "2023-02-29", "../2021", "", "yesterday", 2016, 20.5, None, b"2016", ["2016"]]
)
def test_what_is_no_date_is_refused(base: iraqforce.Base, date: str) -> None:
    with pytest.raises(iraqforce.DateError):
        base.levels([date])


def test_one_date_is_not_taken_for_several(base: iraqforce.Base) -> None:
    with pytest.raises(iraqforce.ArgumentError, match=r"levels\(\) takes several"):
        base.levels("2016")


@pytest.mark.parametrize("max_age", [-1, 365.0, "365", 10**9])
def test_what_is_no_number_of_days_is_refused(base: iraqforce.Base, max_age: int) -> None:
    with pytest.raises(iraqforce.ArgumentError, match="not a number of days"):
        base.level("2016", max_age=max_age)


def test_a_name_that_the_base_does_not_have_is_told_with_the_nearest(base: iraqforce.Base) -> None:
    with pytest.raises(iraqforce.UnknownNameError) as refusal:
        base.level("2016", place="irak")
    assert (str(refusal.value), refusal.value.hint) == ("unknown place 'irak'", "did you mean 'iraq'?")
    assert refusal.value.__notes__ == ["did you mean 'iraq'?"]
    for ask in (
        lambda: base.level("2016", force="USA"),
        lambda: base.facts("levels"),  # type: ignore[arg-type] # on purpose
        lambda: base.facts(source="the-hill"),
        lambda: base.facts(force=5),  # type: ignore[arg-type] # on purpose
        lambda: base.fact("us-iraq"),
        lambda: base.show("us-iraq"),
        lambda: base.source("\udcff"),
        lambda: base.sources("the-hill"),
        lambda: base.article("the-hill"),
    ):
        with pytest.raises(iraqforce.UnknownNameError):
            ask()


def test_a_span_that_ends_before_it_begins_is_refused_and_one_day_is_not(base: iraqforce.Base) -> None:
    with pytest.raises(iraqforce.ArgumentError, match="since 2016-04 is after until 2016-03"):
        base.facts(since="2016-04", until="2016-03")
    assert len(base.facts(since="2016-03-25", until="2016-03-25")) > 0


def test_nothing_is_read_until_it_is_asked(tmp_path: Path) -> None:
    base = iraqforce.open(tmp_path / "later.yaml")
    with pytest.raises(iraqforce.BaseError, match=r"later\.yaml"):
        base.level("2016")


def test_the_base_that_iraqforce_carries_is_chosen_by_its_name() -> None:
    names = ["articles", "record", "articles+record"]
    chosen = [iraqforce.open(base="articles"), iraqforce.open(base="record"), iraqforce.open(base="all")]
    assert [base.summary.name for base in chosen] == names
    assert iraqforce.open().summary == chosen[2].summary


def test_the_settings_of_the_command_line_do_not_choose(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IRAQFORCE_BASE", "record")
    assert iraqforce.open().summary.name == "articles+record"


def test_a_base_that_iraqforce_does_not_carry_and_one_beside_paths_are_refused() -> None:
    with pytest.raises(iraqforce.UnknownNameError, match="unknown base 'recrod'") as unknown:
        iraqforce.open(base="recrod")  # type: ignore[arg-type]
    assert unknown.value.hint == "did you mean 'record'?"
    with pytest.raises(iraqforce.ArgumentError, match="takes paths, or base"):
        iraqforce.open("facts.yaml", base="all")


def test_a_path_is_that_of_the_folder_where_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    good = Path(__file__).parent.parent / "good" / "zero-count.yaml"
    (tmp_path / "here" / "facts.yaml").write_bytes(good.read_bytes())
    monkeypatch.chdir(tmp_path / "here")
    base = iraqforce.open("facts.yaml")
    monkeypatch.chdir(tmp_path)
    assert base.check().to_dict()["summary"]["facts"] > 0


def test_an_invalid_base_raises_every_problem_and_can_be_checked() -> None:
    base = iraqforce.open(Path(__file__).parent.parent / "bad" / "many-mistakes-of-evidence.yaml")
    with pytest.raises(iraqforce.InvalidBaseError) as refusal:
        base.level("2016")
    check = base.check()
    assert not check.ok
    assert refusal.value.problems == check.problems
    assert len(check.problems) > 1
    assert str(check.problems[0].at.line) in str(check)


@pytest.mark.parametrize("name", ["facts.csv", "facts.jsonl", "facts.yaml", "package/"])
def test_an_export_is_the_file_of_the_command(base: iraqforce.Base, tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
    base.export(f"{tmp_path}/one/{name}")
    assert command(f"export -o {tmp_path}/two/{name}").returncode == 0
    one, two = ({path.relative_to(top): path.read_bytes() for path in top.rglob("*") if path.is_file()}
                for top in (tmp_path / "one", tmp_path / "two"))  # fmt: skip
    assert one == two
    assert len(one) > 0
    with pytest.raises(iraqforce.IraqforceError, match="exists already"):
        base.export(f"{tmp_path}/one/{name}")
    base.export(f"{tmp_path}/one/{name}", overwrite=True)


def test_an_export_of_no_known_form_is_refused(base: iraqforce.Base, tmp_path: Path) -> None:
    with pytest.raises(iraqforce.UnknownNameError, match="unknown form 'excel'"):
        base.export(tmp_path / "facts", form="excel")
    with pytest.raises(iraqforce.IraqforceError, match=r"'\.pdf' asks for no known form"):
        base.export(tmp_path / "facts.pdf")
    base.export(tmp_path / "facts", form="csv")
    assert [path.name for path in tmp_path.iterdir()] == ["facts"]


def test_a_closed_base_says_so_and_keeps_its_compiled_file() -> None:
    with iraqforce.open(base="articles") as base:
        answer, facts, unread = base.level("2021-12"), base.facts("level"), iter(base.facts())
    base.close()
    assert answer.to_dict()["level"]["value"] == 2500
    for ask in (lambda: base.level("2021"), lambda: len(facts), lambda: list(facts), lambda: next(unread)):
        with pytest.raises(iraqforce.BaseError, match="the base is closed"):
            ask()
    assert command("level --date 2021-12").returncode == 0


def test_facts_outlive_the_name_of_their_base() -> None:
    assert len(list(iraqforce.open(base="articles").facts())) == 88


def test_a_base_an_answer_and_an_error_can_be_sent_to_another_process(base: iraqforce.Base) -> None:
    answer = base.level("2016-03-25")
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301 - our own bytes
    with pickle.loads(pickle.dumps(base)) as again:  # noqa: S301
        assert again.level("2016-03-25") == answer
    with pytest.raises(iraqforce.UnknownNameError) as refusal:
        base.fact("us-iraq-2016")
    error = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301
    assert (type(error), str(error), error.hint) == (
        iraqforce.UnknownNameError,
        str(refusal.value),
        refusal.value.hint,
    )


def test_every_name_of_the_package_is_there_and_no_other() -> None:
    assert set(iraqforce.__all__) <= set(dir(iraqforce))
    for name in iraqforce.__all__:
        assert getattr(iraqforce, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'opens'"):
        iraqforce.opens  # noqa: B018 - on purpose


def test_every_error_is_the_projects_own() -> None:
    for name in ("ArgumentError", "BaseError", "DateError", "InvalidBaseError", "MissingExtraError"):
        assert issubclass(getattr(iraqforce, name), iraqforce.IraqforceError)
