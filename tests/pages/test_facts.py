"""The pages of a list of facts, of one fact, and of sources."""

import iraqforce
from builders import base_of, level, source
from iraqforce.model.facts import Definition, Inference, Suppression
from iraqforce.queries.listings import FactFilter, FactList, SourceList, list_facts, list_sources, show_fact
from iraqforce.render.formats import text_of

ACTIVE = Definition("active", "counts active duty only", "partial", name="active duty")
FACT = level(
    "about 2,500",
    "2016-03",
    name="us-iraq-2016-03",
    status="planned",
    definition=ACTIVE,
    quote=None,
    stated_by="A spokesman",
    dated_by="“last month”",
    suppress=(Suppression("F305", "the article does not say more"),),
    source=source(
        title="A report",
        authors=("Doe, Jane",),
        inferred=(Inference("authors", "from the byline"),),
        text=None,
    ),
)
BASE = base_of(FACT)


def test_a_list_says_how_many_match_and_gives_each_with_its_qualities() -> None:
    assert text_of(list_facts(BASE, FactFilter())).splitlines() == [
        "1 of the base's 1 fact",
        "",
        "  Mar 2016   about 2,500   level · U.S. troops in Iraq",
        "                           cited, not quoted: page 1",
        "                           a part: active duty",
        "                           planned: not said to be so",
        "                           A spokesman, in Publisher, 1 January 2016",
        "                           us-iraq-2016-03",
        "",
        "iraqforce show ID gives each fact with its note and its paragraph.",
    ]


def test_a_list_of_none_says_what_to_do() -> None:
    assert text_of(FactList((), BASE.info)).splitlines() == [
        "0 of the base's 1 fact",
        "",
        "No fact matches every filter. Leave one out to see more.",
    ]


def test_a_fact_is_shown_with_every_field_that_it_has() -> None:
    lines = text_of(show_fact(BASE, "us-iraq-2016-03")).splitlines()
    assert lines[0].split("  ")[0] == "about 2,500 · U.S. troops in Iraq"
    assert lines[0].endswith("LEVEL")
    assert [line.split("  ")[1].strip() for line in lines if line.startswith("  ") and line[2] != " "] == [
        "id", "of whom, where", "as of", "dated by", "status", "basis", "stated by", "counts", "words",
        "cited at", "suppresses F305", "source", "[authors]", "written at",
    ]  # fmt: skip


def test_the_quote_is_marked_in_its_paragraph() -> None:
    page = str(iraqforce.open("articles").show("us-iraq-2021-12-09"))
    assert "»" in page
    assert page.index("»") < page.index("«")


def test_sources_are_listed_with_their_facts_and_one_is_shown_with_its_own() -> None:
    listed = text_of(list_sources(BASE)).splitlines()
    assert listed[0] == "1 source, 1 fact"
    assert listed[2] == "  1 Jan 2016   1 fact     A report. [Jane Doe], Publisher, 1 January 2016"
    shown = text_of(list_sources(BASE, "s"))
    assert shown.startswith("A report. [Jane Doe], Publisher, 1 January 2016\n")
    assert "  [authors]  from the byline\n" in shown
    assert "none stored: its facts are cited, not quoted" in shown
    assert "1 fact taken from it" in shown


def test_with_its_text_a_source_is_its_article_as_it_is() -> None:
    articles = iraqforce.open("articles")
    (entry,) = articles.sources("the-hill-2021-12-09", text=True).sources
    page = text_of(SourceList((entry,), (), articles.info))
    assert page == str(articles.article("the-hill-2021-12-09")).rstrip("\n")
