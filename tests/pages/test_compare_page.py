"""The page of a comparison: what it says where there is a difference, and where there is none."""

import pytest

from builders import IRAQ, US, base_of, fact, level
from iraqforce.model import dates
from iraqforce.model.facts import Fact
from iraqforce.pages.blocks import Block, Grid, Heading, Paragraph, SideBySide
from iraqforce.pages.compare import page
from iraqforce.queries.answers import Question
from iraqforce.queries.as_of import answer
from iraqforce.queries.comparison import compare
from iraqforce.queries.levels import Levels


def blocks(
    *facts: Fact, asked: tuple[str, ...] = ("2016-03", "2016-04"), details: bool = False
) -> list[Block]:
    base = base_of(*facts)
    levels = Levels.of(base, US, IRAQ)
    return list(
        page(
            compare(base, [answer(Question(US, IRAQ, dates.parse(day)), levels) for day in asked]),
            details=details,
        )
    )


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
        ([FIRST, SECOND], "", "3,800 (March 25, 2016) to 4,087 (April 18, 2016): 287 higher (+7.6%)."),
        (
            [level("0", "2016-03-25"), SECOND],
            "",
            "0 (March 25, 2016) to 4,087 (April 18, 2016): 4,087 higher (no percentage: "
            "the starting value is 0).",
        ),
        (
            [FIRST, level("4,087", "2016-04-18", status="announced")],
            "NOT COMPARABLE",
            "Across all figures: 287 higher. The first figure is a reported level; the second is an "
            "announced level.\nFirst figures listed: 3,800 (March 25, 2016) to 4,087 (April 18, 2016): "
            "287 higher.",
        ),
        (
            [level("more than 5,000", "2016-03-25"), level("more than 4,000", "2016-04-18")],
            "",
            "More than 5,000 (March 25, 2016) to more than 4,000 (April 18, 2016): higher or lower by an "
            "unknown number.",
        ),
        (
            [FIRST, level("3,000", "2016-03-26", stated_by="Another"), SECOND],
            "SOURCES CONFLICT",
            "Across all figures: between 287 and 1,087 higher.\n"
            "First figures listed: 3,000 (March 26, 2016) to 4,087 (April 18, 2016): 1,087 higher (+36.2%).",
        ),
        (
            [FIRST],
            "NO CHANGE REPORTED",
            "3,800 (March 25, 2016) on both dates; no change was reported.\nCaution: The first date has its "
            "own figure; the second has only the last known figure (7 days old).",
        ),
        (
            [level("withheld", "2016-03-25")],
            "DIFFERENCE UNKNOWN",
            "No answer for March 2016. No answer for April 2016.",
        ),
        ([SECOND], "DIFFERENCE UNKNOWN", "No answer for March 2016."),
    ],
)
def test_the_difference_is_a_sentence(facts: list[Fact], badge: str, sentence: str) -> None:
    assert compared(*facts) == ("March 2016 to April 2016", badge, sentence)


def test_changes_with_a_number_are_shown_and_the_rest_with_details() -> None:
    change = fact("217", "2016-04-10", kind="change", direction="increase", name="change")
    denial = fact(None, "2016-04-11", kind="change", direction="none", name="denial")
    plan = fact(None, "2016-04-11", kind="change", direction="increase", status="planned", name="plan")
    left = fact(None, "2016-04-12", kind="change", direction="decrease", status="actual", name="left")
    wider = fact("1", "2014/2016-04-01", kind="change", direction="decrease", name="wider")
    event = fact(None, "2016-04-12", kind="event", name="event", label="A visit on Jan. 15, 2016")
    known = fact(None, "2016-04-10", kind="event", name="known", label="217 more troops announced")
    sent = fact(None, "2016-04-14", kind="event", name="sent", label="560 troops sent")
    facts = (FIRST, SECOND, change, known, denial, plan, left, event, sent, wider)
    brief, full = (
        [
            (block.title, [row.cells[0] for row in block.rows])
            for block in blocks(*facts, details=details)
            if isinstance(block, Grid)
        ]
        for details in (False, True)
    )
    perhaps = ("Possibly in this period (date range is wider)", ["−1"])
    assert brief == [("Reported in between", ["+217", "decrease", ""]), perhaps]
    assert full == [
        ("Reported in between", ["+217", "", "no change", "increase", "decrease", "", ""]),
        perhaps,
    ]
    assert blocks(*facts)[-1] == Paragraph("4 other reports (plans, statements, events): --details")
