"""The page of a timeline: what is left out, what shares a line, and what each line says."""

from builders import IRAQ, US, base_of, fact, level, source
from iraqforce.model.counts import Count
from iraqforce.model.facts import Definition, Fact
from iraqforce.pages.blocks import Bar, Bars, Entry, Fields, Paragraph, Reference, References
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
    [entry] = drawn.rows[1].lines[0].entries
    assert entry == Entry("Dec 1, 2017", "withheld", "press, The Paper [1]", ("number withheld",))


def test_a_change_has_its_sign_and_says_what_it_is() -> None:
    few = fact("200 to 300", "2016-01-01", kind="change", direction="decrease", source=PAPER)
    kept = fact("withheld", "2016-01-02", kind="change", direction="increase", source=PAPER, status="planned")
    unnamed = fact(None, "2016-01-03", kind="change", direction="none", source=PAPER, label="A denial")
    assert entries(few, kept, unnamed) == [
        Entry("Jan 1, 2016", "−200 to 300", "press, The Paper [1]"),
        Entry("Jan 2, 2016", "+ withheld", "planned: press, The Paper [1]", ("number withheld",)),
        Entry("Jan 3, 2016", "= no change", "press, The Paper [1]", ("A denial",)),
    ]


def test_a_page_without_a_level_says_that_it_does_not_mean_zero() -> None:
    assert paragraphs(of()) == [
        "0 levels, 0 changes and 0 events.\nNo level is reported for this period. This does not mean zero."
    ]


def test_quotes_are_marked_if_some_figures_are_cited_without_one() -> None:
    one, other = level("2,500", "2021-12-01", source=PAPER), cited("3,000", "2022-12-01")
    assert [each.details for each in entries(one, other)] == [("verified quote",), ()]
    assert paragraphs(of(one, other))[1] == "Unmarked figures are cited without a quote."
    assert [each.details for each in entries(one)] == [()]
    assert paragraphs(of(other))[1] == "All figures are cited without a quote."


def test_the_sources_have_a_line_each_and_their_quotes_only_with_details() -> None:
    url = "https://example.org/a"
    fact = level("2,500", "2021-12-01", source=source("2021", publisher="AP", url=url))
    [brief] = (block for block in page(of(fact)) if isinstance(block, References))
    [full] = (block for block in page(of(fact), details=True) if isinstance(block, References))
    assert brief.items == (Reference(1, "AP, 2021", url),)
    assert [words for words, _ in full.items[0].quotes] == ["“words”"]


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


def test_small_figures_of_many_years_have_a_scale_of_their_own() -> None:
    drawn = bars(twenty_years())
    assert drawn.end == 200_000
    assert drawn.change is not None
    words = "From September 1, 2009, the scale changes: 0–2,500 instead of 0–200,000."
    assert (drawn.change.end, drawn.change.words) == (2_500, words)
    assert words in paragraphs(twenty_years())[0]
    assert bars(twenty_years(), axis="linear").change is None


def test_many_plans_are_left_out_and_figures_that_are_the_same_share_a_line() -> None:
    result = twenty_years()
    said, _, not_shown, *_ = paragraphs(result)
    assert said.startswith("64 levels, 0 changes and 0 events.")
    assert not_shown == "Not shown: 13 partial, planned or ceiling figures (--details)."
    assert bars(result).entries().entries[-1] == Entry(
        "Dec 1, 2022", "2,500", "press, 1 source: The Paper [1]", ("heads",)
    )


def test_details_show_all_of_them_and_what_they_count() -> None:
    result = twenty_years()
    assert paragraphs(result, details=True)[0].startswith("77 levels, 0 changes and 0 events")
    assert not any("Not shown" in words for words in paragraphs(result, details=True))
    assert len(bars(result, details=True).entries().entries) == 77
    [explained] = (block for block in page(result, details=True) if isinstance(block, Fields))
    assert explained.items == (("heads", "counts heads in the country"),)


def test_the_result_has_all_whatever_the_page_leaves_out() -> None:
    assert sum(len(row.levels) for row in twenty_years().rows) == 77
