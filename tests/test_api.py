"""The Python API: what questions give as values, its own errors, and that bases are shared and start fast.

That its methods give what the commands print is in tests/cli/test_commands.py.
"""

from __future__ import annotations

import datetime
import pickle
import re
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import iraqforce
import made_bases
from iraqforce.model.dates import parse
from iraqforce.queries.answers import DEFAULT_MAX_AGE_DAYS
from processes import python

TESTS = Path(__file__).parent
BASE = iraqforce.open("articles")

# Answers


@pytest.mark.parametrize("name", ["articles", "record", "all"])
def test_every_result_of_a_base_says_when_the_base_was_updated(name: str) -> None:
    base = iraqforce.open(name)
    [fact, *_] = base.facts("level", force="us", place="iraq")
    results = (
        base.level("2016"), base.level("1990"), base.compare("2016", "2021"), base.timeline(), base.facts(),
        base.show(fact.id), base.sources(), base.search("troops"), base.cite(fact.id), base.missing(),
    )  # fmt: skip
    for result in results:
        assert result.to_dict()["base"]["updated"]["first"] == "2026-11-30", type(result)


def test_a_level_has_the_number_that_its_source_names() -> None:
    answer = BASE.level("2021-12")
    assert (answer.value, *answer.level[1:5]) == (2500, "about 2,500", 2500, 2500, 2500)
    assert (answer.support, answer.contested, answer.age_days, answer.date_certain) == (
        "reported",
        False,
        0,
        True,
    )
    assert answer.evidence[0].quote == "about 2,500 service members still in Iraq"
    assert answer.previous is not None
    assert answer.next is not None
    assert (answer.previous.id, answer.next.id) == ("us-iraq-2021-01", "us-iraq-2023-03-07")


@pytest.mark.parametrize(
    "date", [datetime.date(2016, 3, 25), datetime.datetime(2016, 3, 25, 23, 59), parse("2016-03-25")]
)
def test_a_date_is_text_or_a_day(date: datetime.date) -> None:
    assert BASE.level(date) == BASE.level("2016-03-25")


def test_without_a_date_it_is_today() -> None:
    before = datetime.date.today()
    asked = BASE.level().question
    assert before <= asked.date.starts == asked.date.ends <= datetime.date.today()
    assert asked.max_age_days == DEFAULT_MAX_AGE_DAYS


def test_several_answers_are_a_sequence_a_table_and_pages() -> None:
    pandas = pytest.importorskip("pandas")
    dates = ["2016-03-25", "2018-07"]
    answers = BASE.levels(dates)
    assert list(answers) == [BASE.level(date) for date in dates]
    assert (len(answers), answers[1].value, len(BASE.levels([]))) == (2, None, 0)
    days = pandas.Series(pandas.to_datetime(["2016-03-25", "2021-12-09"]))
    assert list(BASE.levels(days).to_pandas()["value"]) == [3800, 2500]
    for no_date in (pandas.NaT, pandas.NA):
        with pytest.raises(iraqforce.DateError):
            BASE.levels([*days, no_date])


def test_facts_are_a_sequence_in_order_of_date() -> None:
    levels = BASE.facts("level", force="us", place="iraq", since="2021")
    assert [fact.id for fact in levels] == ["us-iraq-2021-01", "us-iraq-2021-12-09", "us-iraq-2023-03-07"]
    assert [fact.id for fact in levels[-2:]] == ["us-iraq-2021-12-09", "us-iraq-2023-03-07"]
    assert levels[1] in levels


def test_a_fact_and_a_source_are_plain_values() -> None:
    fact = BASE.fact("us-iraq-2016-04-18")
    assert fact.count is not None
    assert (fact.count.value, fact.as_of.first) == (4087, datetime.date(2016, 4, 18))
    assert BASE.source(fact.source.id) == fact.source
    assert [source.publisher for source in BASE.sources()][-1] == "Defense One"
    page = BASE.show(fact.id)
    assert page.fact == fact
    assert page.paragraph is not None
    assert "4,087" in page.paragraph.text[page.paragraph.start : page.paragraph.end]
    assert page.paragraph.text in (BASE.article(fact.source.id) or "")


def test_a_base_says_what_it_has() -> None:
    assert (BASE.info().base.facts, BASE.info().base.sources, len(BASE.info().base.sha256)) == (88, 5, 64)
    assert (BASE.forces[0].id, BASE.places[0].id) == ("us", "iraq")
    assert "includes-temporary" in [definition.id for definition in BASE.definitions]


def test_results_show_themselves_in_few_words() -> None:
    assert repr(BASE) == "<Base: data/facts.yaml>"
    assert repr(iraqforce.open("one.yaml", Path("two.yaml"))) == "<Base: one.yaml, two.yaml>"
    assert repr(BASE.level("2016-03-25")) == "<Answer: U.S. troops in Iraq, March 25, 2016 SOURCES CONFLICT>"
    assert repr(BASE.facts("level", since="2021", force="us", place="iraq")) == "<FactList: 3 of 88>"
    assert repr(BASE.check()) == "<CheckResult: No problems found VALID>"
    assert repr(BASE.show("us-iraq-2021-01")) == "<FactPage: us-iraq-2021-01>"
    assert repr(BASE.sources("the-hill-2021-12-09")) == "<SourceList: 1 of 5>"
    assert "<h3>U.S. troops in Iraq, July 2018 <span" in BASE.level("2018-07")._repr_html_()
    timeline = BASE.timeline()
    bundle = timeline._repr_mimebundle_(include=None, exclude=None)
    assert bundle == {"text/html": timeline._repr_html_(), "text/plain": str(timeline)}


# Errors


@pytest.mark.parametrize(
    "date", ["2016-13", "2023-02-29", "../2021", "", "yesterday", 2016, 20.5, None, b"2016", ["2016"]]
)
def test_what_is_no_date_is_refused(date: str) -> None:
    with pytest.raises(iraqforce.DateError):
        BASE.levels([date])


Ask = Callable[[], object]


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: BASE.levels("2016"), "levels() takes several"),
        (lambda: BASE.level("2016", max_age=-1), "max_age -1 is not a number of days"),
        (lambda: BASE.level("2016", max_age=365.0), "not a number of days"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.level("2016", max_age="365"), "not a number of days"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.level("2016", max_age=10**9), "not a number of days"),
        (lambda: BASE.facts(since="2016-04", until="2016-03"), "since 2016-04 is later than until 2016-03"),
        (lambda: BASE.search("troops", limit=0), "limit 0 is not a number of passages"),
        (lambda: BASE.search("troops", limit="20"), "limit '20' is not a number of passages"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.compare("2016"), "needs two or more dates"),
        (BASE.cite, "needs the ID"),
    ],
)  # fmt: skip
def test_an_argument_that_cannot_be_used_is_refused(ask: Ask, words: str) -> None:
    with pytest.raises(iraqforce.ArgumentError, match=re.escape(words)):
        ask()


@pytest.mark.parametrize(
    ("ask", "words", "hint"),
    [
        (lambda: BASE.level("2016", place="irqa"), "place 'irqa'", "did you mean iraq (Iraq)?"),
        (lambda: BASE.level("2016", force="uss"), "force 'uss'", "did you mean us (U.S. troops)?"),
        (lambda: BASE.facts("levels"), "kind 'levels'", "did you mean 'level'?"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.facts(force=5), "force '5'", "known: us"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.facts(source="hill"), "source 'hill'", "known: ibtimes-2016-04-18"),
        (lambda: BASE.show("us-iraq-2016"), "fact 'us-iraq-2016'", "did you mean"),
        (lambda: BASE.source("\udcff"), "source", "known"),
        (lambda: BASE.sources("the-hill-2021"), "source", "did you mean 'the-hill-2021-12-09'?"),
        (lambda: BASE.article("the-hill-2021"), "source", "did you mean 'the-hill-2021-12-09'?"),
        (lambda: BASE.cite("the-hill-2021"), "fact or source", "did you mean 'the-hill-2021-12-09'?"),
        (lambda: BASE.cite("the-hill-2021-12-09", style="apa"), "style 'apa'", "known: text"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.chart(axis="cubic"), "axis 'cubic'", "known: auto"),  # type: ignore[arg-type] # on purpose
        (lambda: BASE.export("facts", form="excel"), "format 'excel'", "known: csv"),
    ],
)  # fmt: skip
def test_an_unknown_name_gets_the_nearest_or_the_known(ask: Ask, words: str, hint: str) -> None:
    with pytest.raises(iraqforce.UnknownNameError, match=re.escape(f"unknown {words}")) as refusal:
        ask()
    assert hint in (refusal.value.hint or "")
    assert refusal.value.__notes__ == [refusal.value.hint]


def test_an_existing_file_and_an_unknown_extension_are_refused(tmp_path: Path) -> None:
    (tmp_path / "facts.csv").write_text("before")
    with pytest.raises(iraqforce.IraqforceError, match="already exists"):
        BASE.export(tmp_path / "facts.csv")
    with pytest.raises(iraqforce.IraqforceError, match=r"unsupported format '\.pdf'"):
        BASE.export(tmp_path / "facts.pdf")
    BASE.export(tmp_path / "facts.csv", overwrite=True)
    BASE.export(tmp_path / "facts", form="csv")
    assert (tmp_path / "facts").read_bytes() == (tmp_path / "facts.csv").read_bytes() != b"before"


def test_an_invalid_base_raises_every_problem_and_can_be_checked() -> None:
    base = iraqforce.open(TESTS / "bad" / "many-mistakes-of-evidence.yaml")
    with pytest.raises(iraqforce.InvalidBaseError) as refusal:
        base.level("2016")
    check = base.check()
    assert not check.ok
    assert refusal.value.problems == check.problems
    assert len(check.problems) > 1
    assert str(check.problems[0].at.line) in str(check)


def test_every_name_of_the_package_exists_and_every_error_is_its_own() -> None:
    assert set(iraqforce.__all__) <= set(dir(iraqforce))
    for name in iraqforce.__all__:
        value = getattr(iraqforce, name)
        assert value is not None
        assert not name.endswith("Error") or issubclass(value, iraqforce.IraqforceError)
    with pytest.raises(AttributeError, match="no attribute 'opens'"):
        iraqforce.opens  # noqa: B018 - on purpose


# Opening


def test_nothing_is_read_until_the_base_is_asked_and_then_once(tmp_path: Path) -> None:
    later = tmp_path / "later.yaml"
    base = iraqforce.open(later)
    with pytest.raises(iraqforce.BaseError, match=r"later\.yaml"):
        base.level("2016")
    made_bases.base(tmp_path, made_bases.level("a", "2016", "5")).rename(later)
    assert base.level("2016").value == 5
    later.unlink()
    assert len(base.facts()) == 1


def test_a_path_is_that_of_the_folder_in_which_it_was_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    made_bases.base(tmp_path / "here", made_bases.level("a", "2016", "5"))
    monkeypatch.chdir(tmp_path / "here")
    base = iraqforce.open("facts.yaml")
    monkeypatch.chdir(tmp_path)
    assert base.level("2016").value == 5


def test_a_bundled_base_is_opened_by_its_name_and_no_setting_chooses_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IRAQFORCE_BASE", "record")
    chosen = [iraqforce.open(*names).info().base.name for names in (["articles"], ["record"], ["all"], [])]
    assert chosen == ["articles", "record", "articles+record", "articles+record"]
    assert iraqforce.open("articles", "record").info() == iraqforce.open().info()


def test_a_base_an_answer_and_an_error_can_be_sent_to_another_process() -> None:
    answer = BASE.level("2016-03-25")
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301 - our own bytes
    assert pickle.loads(pickle.dumps(BASE)).level("2016-03-25") == answer  # noqa: S301
    with pytest.raises(iraqforce.UnknownNameError) as refusal:
        BASE.fact("us-iraq-2016")
    error = pickle.loads(pickle.dumps(refusal.value))  # noqa: S301
    assert (type(error), str(error), error.hint) == (
        iraqforce.UnknownNameError,
        str(refusal.value),
        refusal.value.hint,
    )


# Threads, and what is imported


@pytest.mark.parametrize("usable", [True, False], ids=["a new cache", "no cache"])
def test_sixteen_threads_that_ask_at_once_get_the_same_answers(
    usable: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path if usable else tmp_path / "file"))
    months = [f"{year}-{month:02}" for year in range(2015, 2024) for month in range(1, 13)]
    start = threading.Barrier(16)
    base = iraqforce.open("articles")

    def ask(_: int) -> list[object]:
        start.wait()
        found: list[object] = [base.level(month).value for month in months]
        found += [fact.id for fact in base.facts()]
        found += [hit.fact or hit.source for hit in base.search("tops 5000").hits]
        return found + [fact.id for fact in base.compare("2016-03-25", "2016-05-01").overall.between]

    with ThreadPoolExecutor(16) as threads:
        results = list(threads.map(ask, range(16)))
    assert results == [results[0]] * 16
    assert {2500, "defense-one-2016-03-25", "us-iraq-2016-04-18-increase"} <= set(results[0])


def loaded(program: str) -> set[str]:
    """The modules that the program has loaded, over those of a bare Python; it may not warn."""
    show = "\nimport sys; print(*sys.modules)"
    done = python(program + show, "-I", "-W", "error", "-X", "dev")
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.split()) - set(python(show, "-I", "-X", "dev").stdout.split())


def test_importing_the_package_loads_the_package_alone() -> None:
    assert loaded("import iraqforce; iraqforce.__version__; dir(iraqforce)") == {"iraqforce"}


@pytest.mark.parametrize("ask", ["repr(base)", "base.level('2021-12').to_dict()"])
def test_opening_and_asking_a_base_load_nothing_slow_and_never_the_command_line(ask: str) -> None:
    iraqforce.open().level("2021-12")  # there is a snapshot now
    modules = loaded(f"import iraqforce; base = iraqforce.open(); {ask}")
    slow = {"click", "rich", "pydantic", "yaml", "pandas", "platformdirs", "dataclasses"}
    assert modules & slow == set()
    assert not any(name.startswith(("iraqforce.cli", "iraqforce.pages")) for name in modules)
    assert "iraqforce.loading.reader" not in modules
