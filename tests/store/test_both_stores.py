"""A compiled base and the same base in memory give the same answers, whatever is asked of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import US, level, source
from iraqforce import dates
from iraqforce.asof import Question, answer, wanted
from iraqforce.checked import Base, CheckedBase, Declared
from iraqforce.errors import UnknownNameError
from iraqforce.facts import Definition, Fact, Force, Place
from iraqforce.locations import bundled
from iraqforce.reading.base import read
from iraqforce.store.compiling import CompiledFile
from iraqforce.store.filters import FactFilter
from iraqforce.store.memory import MemoryStore
from iraqforce.store.sqlite import SqliteStore
from processes import iraqforce

MARINES = Force("us-marines", "U.S. Marines", "us")
ANBAR = Place("anbar", "Anbar", "in Anbar", "iraq")
REGION = Place("region", "the region", "in the region")
HERE = Place("iraq", "Iraq", "in Iraq", "region")
DEFINITIONS = (
    Definition("without", "leaves some out"),
    Definition("part", "counts one role", "part"),
    Definition("more", "counts a theatre", "more"),
    Definition("wider", "counts contractors too", "more"),
)


@contextmanager
def compiled(base: CheckedBase, folder: str) -> Iterator[SqliteStore]:
    sink = CompiledFile(f"{folder}/base.sqlite")
    for fact in base.facts:
        sink.add(fact)
    assert list(sink.given_twice()) == []
    sink.finish(base.declared)
    with closing(SqliteStore(f"{folder}/base.sqlite")) as store:
        yield store


def checked(facts: list[Fact]) -> CheckedBase:
    places = (HERE, ANBAR, REGION)
    sources = tuple({fact.source.id: fact.source for fact in facts}.values())
    base = Base("made", "A made base", "0" * 64)
    return CheckedBase(Declared(base, (US, MARINES), places, DEFINITIONS, sources, {}), tuple(facts))


spans = st.one_of(
    st.dates(dates.parse("2014-01-01").starts, dates.parse("2017-12-31").starts).map(str),
    st.builds("{}-{:02}".format, st.integers(2014, 2017), st.integers(1, 12)),
    st.builds("{}-{}".format, st.integers(2014, 2017), st.integers(21, 24)),
    st.integers(2014, 2017).map(str),
    st.sampled_from(["2014/2016", "2015-03/2015-05", "2015-03-10/2015-03-20", "2015-03-10/2015-04-25"]),
)
as_of = st.one_of(spans, st.sampled_from(["../2015-06-01", "2016-01-01/..", "2015-03~", "2016?"]))
count_texts = st.sampled_from(
    ["100", "105", "about 100", "more than 90", "90 to 110", "at most 80", "0", *["withheld"] * 7]
)


@st.composite
def bases(draw: st.DrawFn) -> CheckedBase:
    facts = []
    # What only wider figures answer is rare among figures of every kind.
    definitions = draw(st.sampled_from([(None, None, *DEFINITIONS), DEFINITIONS[2:]]))
    for number in range(draw(st.integers(0, 25))):
        published = draw(st.sampled_from(["2015-01-01", "2016-01-01", "2018"]))
        fact = level(
            draw(count_texts),
            draw(as_of),
            basis=draw(st.sampled_from(["official", "press"])),
            status=draw(
                st.sampled_from(["actual", "actual", "announced", "former", "planned", "authorised"])
            ),
            definition=draw(st.sampled_from(definitions)),
            name=f"fact-{number}",
            quote=draw(st.sampled_from(["words", None])),
            force=draw(st.sampled_from([US, US, US, MARINES])),
            place=draw(st.sampled_from([HERE, HERE, HERE, ANBAR, REGION])),
            context=draw(st.sampled_from([None, None, None, "told as history"])),
        )
        facts.append(fact._replace(source=source(published)._replace(id=f"source-{published}")))
    return checked(facts)


@given(
    bases(),
    st.lists(spans, min_size=1, max_size=5),
    st.none() | st.sampled_from(["2014", "2015-06-01", "2016-12-31"]),
    st.sampled_from([0, 30, 365, None]),
)
@settings(max_examples=200, deadline=None)
def test_random_questions_to_random_bases(
    base: CheckedBase, asked: list[str], known_by: str | None, max_age: int | None
) -> None:
    with TemporaryDirectory() as folder, compiled(base, folder) as store:
        for date in asked:
            known = dates.parse(known_by) if known_by else None
            question = Question("us", "iraq", dates.parse(date), known, max_age)
            in_memory = answer(question, MemoryStore(base).levels(wanted(question)))
            assert answer(question, store.levels(wanted(question))) == in_memory


@given(bases(), spans, spans, st.sampled_from([None, "us", "us-marines"]), st.sampled_from([None, "iraq"]))
@settings(max_examples=60, deadline=None)
def test_random_filters_of_random_bases(
    base: CheckedBase, since: str, until: str, force: str | None, place: str | None
) -> None:
    filters = FactFilter("level", force, place, None, dates.parse(since), dates.parse(until))
    with TemporaryDirectory() as folder, compiled(base, folder) as store:
        from_file = store.facts(filters)
        assert list(from_file) == MemoryStore(base).facts(filters)
        assert len(from_file) == len(list(from_file))


def test_a_definition_is_asked_for_alike_and_one_that_is_none_is_refused(tmp_path: Path) -> None:
    base = read(bundled("articles"))
    with compiled(base, str(tmp_path)) as from_file:
        for store in (from_file, MemoryStore(base)):
            found = [fact.id for fact in store.facts(FactFilter(definition="with-temporary"))]
            assert found == ["us-iraq-2016-03-25-press"]
            with pytest.raises(UnknownNameError, match="unknown definition 'with-temporaries'"):
                store.facts(FactFilter(definition="with-temporaries"))


def test_the_bundled_base_is_held_alike(tmp_path: Path) -> None:
    base = read(bundled("articles"))
    in_memory = MemoryStore(base)
    with compiled(base, str(tmp_path)) as from_file:
        assert list(from_file.facts(FactFilter())) == in_memory.facts(FactFilter())
        assert list(from_file.sources()) == list(in_memory.sources())
        assert from_file.summary == in_memory.summary
        for fact in base.facts:
            assert from_file.fact(fact.id) == fact
            assert from_file.paragraph(fact) == in_memory.paragraph(fact)
            assert from_file.facts_of(fact.source) == in_memory.facts_of(fact.source)


@pytest.mark.parametrize(
    "command",
    [
        "level --date 2016-03",
        "level --date 2016-05-01 --json",
        "level --date 2018-07-01 -f csv",
        "level --date 2021-03-01 --force nato -f markdown",
        "level --date 2021-01-31 --known-by 2021-02-18 --json",
        "facts --json",
        "facts --place iraq --to 2016 -f csv",
        "show us-iraq-2016-03-25-press",
        "sources -f jsonl",
        "sources the-hill-2021-12-09 --text",
        "compare 2016-03-25 2016-05-01",
        "cite us-iraq-2021-12-09 the-hill-2021-12-09 --tool --json",
        "cite us-iraq-2021-12-0",
        "show us-iraq-2016-03-25-pres",
        "sources the-hil",
        "search 2,500 --limit all --json",
        "search mosol",
    ],
)
def test_every_command_prints_the_same_byte_for_byte(command: str) -> None:
    compiled_way = iraqforce(command)
    in_memory_way = iraqforce(command, XDG_CACHE_HOME="/dev/null/none")
    assert (in_memory_way.stdout, in_memory_way.stderr) == (compiled_way.stdout, compiled_way.stderr)
    assert in_memory_way.returncode == compiled_way.returncode


def test_what_is_compared_did_come_from_two_stores(tmp_path: Path) -> None:
    answered = iraqforce("level --date 2021-12 --json", XDG_CACHE_HOME=str(tmp_path))
    assert json.loads(answered.stdout)["level"]["value"] == 2500
    assert len(list(tmp_path.glob("iraqforce/*/*.sqlite"))) == 1
