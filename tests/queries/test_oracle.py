"""The as-of rule against a second writing of it (`oracle`), on random bases small enough to read."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from oracle import Expected, expected

from builders import INFO, IRAQ, US, fact, source
from iraqforce.model import dates
from iraqforce.model.dates import PartialDate
from iraqforce.model.facts import Definition, Fact
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.levels import Levels

DEFINITIONS = (
    None,
    Definition("total-as-reported", "counts everybody"),
    Definition("without", "leaves some out"),
    Definition("records", "counts personnel records"),
    Definition("part", "counts one role", "partial"),
    Definition("theater", "counts a theater", "broader"),
    Definition("partners", "counts partners too", "broader"),
)
COUNTS = (
    "0", "900", "about 1,000", "2,000", "2,500", "about 2,500", "2,600", "2,625", "2,626", "more than 2,000",
    "less than 3,000", "2,400 to 2,700", "5,000", "5,200", "5,262", "withheld",
)  # fmt: skip
FIRST = date(2016, 1, 1)
DAYS = 600


def some_day(chance: random.Random, within: int = DAYS) -> str:
    return str(FIRST + timedelta(days=chance.randrange(within)))


def some_date(chance: random.Random) -> str:
    """A day mostly; else a month, quarter, season, year, or an interval of some length."""
    day = date.fromisoformat(some_day(chance))
    match chance.randrange(12):
        case 0 | 1:
            return f"{day:%Y-%m}"
        case 2:
            return f"{day.year}-{chance.choice([21, 22, 23, 24, 33, 34, 35, 36])}"
        case 3:
            return str(day.year)
        case 4:
            return f"{day}/{day + timedelta(days=chance.choice([1, 6, 7, 8, 29, 30, 31, 32, 90]))}"
        case 5:
            return chance.choice([f"../{day}", f"{day}/.."])
        case _:
            return str(day)


def near(chance: random.Random, other: PartialDate) -> PartialDate:
    """The same date, or a day that is a limit of the rule away from its end."""
    shift = chance.choice([-32, -31, -8, -7, -1, 0, 0, 1, 7, 8, 31, 32])
    if shift == 0 or other.last is None:
        return other
    return dates.parse(str(other.last + timedelta(days=shift)))


def some_fact(chance: random.Random, number: int, written: list[Fact]) -> Fact:
    as_of = dates.parse(some_date(chance))
    if written and chance.random() < 0.7:
        as_of = near(chance, chance.choice(written).as_of)
    published = some_day(chance, DAYS + 200)
    quoted = chance.random() < 0.5
    shared: dict[str, Any] = {
        "name": f"f{number:02}",
        "basis": chance.choice(["official", "press"]),
        "checked": chance.choice([None, "once", "twice"]),
        "source": source(published, publisher=chance.choice(["Gazette", "Herald"])),
        "stated_by": chance.choice([None, None, "The Pentagon", "A general", "Gazette"]),
        "quote": "words" if quoted else None,
        "quote_match": "exact" if quoted else "none",
    }
    if chance.random() < 0.15:
        direction = chance.choice(["increase", "decrease", "none", None])
        status = chance.choice(["actual", "announced", "authorized", "planned"])
        number_of = chance.choice([None, "200", "withheld"])
        return fact(number_of, as_of.text, kind="change", direction=direction, status=status, **shared)
    return fact(
        chance.choice(COUNTS), as_of.text,
        status=chance.choice(["actual"] * 6 + ["announced", "former", "planned", "planned", "authorized"]),
        due=dates.parse(some_date(chance)) if chance.random() < 0.3 else None,
        definition=chance.choice(DEFINITIONS[:1] * 5 + DEFINITIONS),
        excluded="taken back" if chance.random() < 0.05 else None,
        supersedes=chance.random() < 0.08, **shared,
    )  # fmt: skip


def some_base(chance: random.Random) -> list[Fact]:
    facts: list[Fact] = []
    for number in range(chance.randrange(1, 40)):
        facts.append(some_fact(chance, number, facts))
    return facts


def some_question(chance: random.Random, facts: list[Fact]) -> Question:
    asked = dates.parse(some_date(chance))
    if chance.random() < 0.5:
        asked = near(chance, chance.choice(facts).as_of)
    known_by = dates.parse(some_day(chance)) if chance.random() < 0.15 else None
    limit = chance.choice([365, 365, 365, 90, 30, 0, None])
    definition = chance.choice(DEFINITIONS[1:]) if chance.random() < 0.15 else None
    return Question(US, IRAQ, asked, known_by, limit, definition)


def ids(facts: Sequence[Fact]) -> list[str]:
    return [each.id for each in facts]


def given(facts: list[Fact], question: Question) -> Expected:
    """The answer of the code in the form of the oracle."""
    found = answer(question, Levels(US, IRAQ, facts, INFO))
    return Expected(
        support=found.support,
        level=found.level.fact,
        evidence=ids(found.evidence),
        contested=found.contested,
        agreement=found.agreement,
        range=(found.range.low, found.range.high),
        age_days=found.age_days,
        date_certain=found.date_certain,
        other_counts=ids(found.other_counts),
        since=ids(found.since),
        withheld=set(ids(found.withheld)),
        parts=ids(found.parts),
        in_period=ids(found.in_period),
        related=ids(found.related),
        previous=found.previous.id if found.previous else None,
        next=found.next.id if found.next else None,
    )


@pytest.mark.parametrize("seed", range(40))
def test_an_answer_is_what_the_text_of_the_rule_gives(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    facts = some_base(chance)
    for question in (some_question(chance, facts) for _ in range(20)):
        assert given(facts, question) == expected(facts, question), question
