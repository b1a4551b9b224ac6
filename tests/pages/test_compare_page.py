"""The page of a comparison: what it says where there is a difference, and where there is none."""

import pytest

from builders import IRAQ, US, base_of, fact, level
from iraqforce.model import dates
from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import Block, Entries, Fields, Heading, Paragraph, SideBySide
from iraqforce.pages.compare import page
from iraqforce.queries.as_of import Levels, Question, answer
from iraqforce.queries.comparison import compare


def blocks(*facts: Fact, asked: tuple[str, ...] = ("2016-03-25", "2016-04")) -> list[Block]:
    base = base_of(*facts)
    levels = Levels.of(base, US, IRAQ)
    return list(page(compare(base, [answer(Question(US, IRAQ, dates.parse(day)), levels) for day in asked])))


def compared(*facts: Fact) -> tuple[str, str, str]:
    """The heading of the difference, its badge and its sentence."""
    found = blocks(*facts)
    [place] = [place for place, block in enumerate(found) if isinstance(block, SideBySide)]
    heading, sentence = found[place + 1 : place + 3]
    assert isinstance(heading, Heading)
    assert isinstance(sentence, Paragraph)
    return heading.text, heading.badge, sentence.text


FIRST, SECOND = level("3,800", "2016-03-25"), level("4,087", "2016-04-18")


@pytest.mark.parametrize(
    ("facts", "badge", "sentence"),
    [
        ([FIRST, SECOND], "", "3,800, 25 Mar 2016 → 4,087, 18 Apr 2016: 287 higher (+7.6%)."),
        (
            [level("0", "2016-03-25"), SECOND],
            "",
            "0, 25 Mar 2016 → 4,087, 18 Apr 2016: 4,087 higher (nothing is in per cent of 0).",
        ),
        (
            [
                level("more than 5,000", "2016-03-25", status="announced"),
                level("more than 4,000", "2016-04-18"),
            ],
            "NOT ALIKE",
            "more than 5,000, 25 Mar 2016 → more than 4,000, 18 Apr 2016: open both ways (and so is the "
            "percentage).",
        ),
        ([FIRST], "NOT ALIKE", "3,800, 25 Mar 2016 → the same figure: no change was reported."),
        (
            [level("withheld", "2016-03-25")],
            "NO DIFFERENCE KNOWN",
            "The number of 25 March 2016 is withheld, and a difference would make one up. "
            "The number of April 2016 is withheld, and a difference would make one up.",
        ),
        (
            [SECOND],
            "NO DIFFERENCE KNOWN",
            "There is no answer for 25 March 2016, and so no difference.",
        ),
    ],
)
def test_the_difference_is_a_sentence(facts: list[Fact], badge: str, sentence: str) -> None:
    assert compared(*facts) == ("25 March 2016 to April 2016", badge, sentence)


def test_cautions_follow_the_difference_and_what_lies_in_between_comes_last() -> None:
    change = fact("217", "2016-04-10", kind="change", direction="increase", name="change")
    wider = fact("1", "2014/2016-04-01", kind="event", name="wider")
    found = blocks(FIRST, level("4,087", "2016-04-18", status="announced"), change, wider)
    [cautions] = [block for block in found if isinstance(block, Fields)]
    assert [code for code, _ in cautions.items] == ["status"]
    assert [block.title for block in found if isinstance(block, Entries)] == [
        "Reported in between",
        "Perhaps in between: the date is wider",
    ]
