"""The page of a timeline: what is left out, what shares a line, and what each line says."""

from builders import IRAQ, US, base_of, fact, level, source
from iraqforce.model.counts import Count
from iraqforce.model.facts import Definition, Fact
from iraqforce.pages.blocks import Bar, Bars, Entry, Fields, Paragraph, References
from iraqforce.pages.timeline import page, together
from iraqforce.queries.timeline import Timeline, timeline

WITHHELD = Count("withheld", None, None, None, "withheld")
HEADS = Definition("heads", "counts heads in the country", name="heads")
PAPER = source("2030", id="r", title="R", publisher="The Paper")


def of(*facts: Fact) -> Timeline:
    return timeline(base_of(*facts), US, IRAQ)


def cited(count: str, as_of: str, **fields: object) -> Fact:
    return level(count, as_of, quote=None, source=PAPER, **fields)  # type: ignore[arg-type] # whatever a fact has


def paragraphs(result: Timeline, **options: object) -> list[str]:
    return [block.text for block in page(result, **options) if isinstance(block, Paragraph)]  # type: ignore[arg-type]


def bars(result: Timeline, **options: object) -> Bars:
    [found] = (block for block in page(result, **options) if isinstance(block, Bars))  # type: ignore[arg-type]
    return found


def entries(*facts: Fact) -> list[Entry]:
    return list(bars(of(*facts)).entries().entries)


def from_paper(count: str | Count, paper: str, **fields: object) -> Fact:
    made = source(id=paper, publisher=paper)
    return level(count, "2021-01-15", name=f"{count} {paper}", source=made, **fields)  # type: ignore[arg-type]


def publishers(*levels: Fact) -> list[list[str]]:
    return [[each.source.publisher for each in group] for group in together(levels)]


def test_three_figures_that_say_the_same_share_a_line_and_two_do_not() -> None:
    papers = [("2,500", "CNN"), ("3,000", "BBC"), ("2,500", "AP"), ("2,500", "AFP")]
    levels = [from_paper(*each) for each in papers]
    assert publishers(*levels) == [["CNN", "AP", "AFP"], ["BBC"]]
    assert publishers(*levels[:3]) == [["CNN"], ["BBC"], ["AP"]]


def test_about_worded_in_three_ways_is_the_same_and_more_than_it_is_not() -> None:
    about = [from_paper(words, words) for words in ("about 2,500", "some 2,500", "around 2,500")]
    assert len(together(about)) == 1
    assert len(together([*about[:2], from_paper("more than 2,500", "AP")])) == 3


def test_a_figure_that_counts_something_else_or_is_less_firm_is_not_the_same() -> None:
    same = [from_paper("2,500", "CNN"), from_paper("2,500", "AP")]
    assert len(together([*same, from_paper("2,500", "BBC", definition=HEADS)])) == 3
    assert len(together([*same, from_paper("2,500", "BBC", status="announced")])) == 3


def test_withheld_counts_are_the_same() -> None:
    assert len(together([from_paper(WITHHELD, paper) for paper in ("CNN", "AP", "AFP")])) == 1


def test_zero_is_an_empty_bar_and_withheld_is_a_word() -> None:
    drawn = bars(of(cited("0", "2016-01-01"), cited("withheld", "2017-12-01")))
    assert [line.bar for row in drawn.rows for line in row.lines] == [Bar("solid", 0, 0), None]
    kept = ("the source says that the number is kept back, which is not zero", "cited, not quoted")
    assert drawn.rows[1].lines[0].entries == (Entry("1 Dec 2017", "withheld", "press, The Paper [1]", kept),)


def test_a_change_has_its_sign_and_says_what_it_is() -> None:
    few = fact("200 to 300", "2016-01-01", kind="change", direction="decrease", source=PAPER)
    kept = fact("withheld", "2016-01-02", kind="change", direction="increase", source=PAPER, status="planned")
    unnamed = fact(None, "2016-01-03", kind="change", direction="none", source=PAPER, label="A denial")
    assert entries(few, kept, unnamed) == [
        Entry("1 Jan 2016", "−200 to 300", "press, The Paper [1]"),
        Entry(
            "2 Jan 2016",
            "+ withheld",
            "planned: press, The Paper [1]",
            ("the source says that the number is kept back, which is not zero",),
        ),
        Entry("3 Jan 2016", "= no change", "press, The Paper [1]", ("A denial",)),
    ]


def test_a_page_without_a_level_says_that_it_is_no_evidence_of_zero() -> None:
    [said] = paragraphs(of())
    assert said == (
        "0 levels, 0 changes and 0 events. No level of U.S. troops in Iraq is dated then. "
        "That is no evidence of zero."
    )


def twenty_years() -> Timeline:
    """From 150,000 to 100, a figure each season: sixty levels, of which the last forty are small."""
    facts = []
    for number in range(60):
        day = f"{2003 + number // 3}-0{1 + number % 3 * 4}-01"
        count = (150_000 if number < 20 else 100) + number
        facts.append(cited(f"{count:,}", day, definition=HEADS))
    facts += [cited(f"{number}00", "2012", status="planned") for number in range(1, 14)]
    facts += [cited("2,500", "2022-12-01", name=f"a{number}", definition=HEADS) for number in range(4)]
    return of(*facts)


def test_small_figures_of_many_years_have_an_axis_of_their_own() -> None:
    drawn = bars(twenty_years())
    assert drawn.end == 200_000
    assert drawn.change is not None
    assert (drawn.change.end, drawn.change.words) == (
        2_500,
        "From 1 September 2009 on bars are drawn on another axis: it ends at 2,500.",
    )
    two = "Every bar begins at 0, on one of two axes: one axis ends at 200,000, the other at 2,500."
    assert two in paragraphs(twenty_years())[0]
    assert bars(twenty_years(), axis="linear").change is None
    assert "all share one axis" in paragraphs(twenty_years(), axis="linear")[0]


def test_many_levels_are_shown_in_few_words() -> None:
    result = twenty_years()
    said, brief, related, sources, _ = paragraphs(result)
    assert said.startswith("64 levels, 0 changes and 0 events, in order of date.")
    assert brief == (
        "All are cited, not quoted. --from and --to show a part of them, and --all shows each in full."
    )
    assert related == (
        "Left out: 13 levels that only stand beside an answer: parts, plans, caps and what is told as "
        "context. --all shows them."
    )
    assert sources == "Sources: [1] The Paper, 2030."
    assert bars(result).entries().entries[-1] == Entry(
        "1 Dec 2022", "2,500", "press, 1 source: The Paper [1] · heads"
    )
    [explained] = (block for block in page(result) if isinstance(block, Fields))
    assert explained.items == (("heads", "This number counts heads in the country."),)


def test_unfolded_all_of_them_are_shown_in_full() -> None:
    result = twenty_years()
    assert paragraphs(result, unfolded=True)[0].startswith("77 levels, 0 changes and 0 events")
    assert not any("Left out" in words for words in paragraphs(result, unfolded=True))
    assert len(bars(result, unfolded=True).entries().entries) == 77
    assert any(isinstance(block, References) for block in page(result, unfolded=True))


def test_the_result_has_all_whatever_the_page_leaves_out() -> None:
    assert sum(len(row.levels) for row in twenty_years().rows) == 77
