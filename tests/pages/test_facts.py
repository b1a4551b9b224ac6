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
        url="https://example.org/a-report",
        archived="https://web.archive.org/a-report",
    ),
)
BASE = base_of(FACT)


def test_a_list_says_how_many_match_and_gives_each_with_its_qualities() -> None:
    assert text_of(list_facts(BASE, FactFilter())).splitlines() == [
        "1 of 1 fact",
        "",
        "  Mar 2016   about 2,500   level · U.S. troops in Iraq",
        "                           see page 1",
        "                           partial: active duty",
        "                           planned (not yet in effect)",
        "                           us-iraq-2016-03",
        "                           A spokesman, in Publisher, January 1, 2016",
        "                           https://example.org/a-report",
        "",
        "Details of a fact: iraqforce show ID.",
    ]


def test_a_list_of_none_says_what_to_do() -> None:
    assert text_of(FactList((), 0, BASE.info)).splitlines() == [
        "0 of 1 fact",
        "",
        "No fact matches all filters. Remove one to see more.",
    ]


def test_a_fact_is_shown_with_every_field_that_it_has() -> None:
    lines = text_of(show_fact(BASE, "us-iraq-2016-03")).splitlines()
    assert lines[0].split("  ")[0] == "about 2,500 · U.S. troops in Iraq"
    assert lines[0].endswith("LEVEL")
    assert [line.split("  ")[1].strip() for line in lines if line.startswith("  ") and line[2] != " "] == [
        "id", "population", "as of", "date basis", "status", "basis", "stated by", "definition", "quote",
        "location", "suppresses F305", "source", "archived", "[authors]", "record",
    ]  # fmt: skip
    assert "  quote            none (cited)" in lines
    assert "             https://example.org/a-report" in lines
    assert "  archived   https://web.archive.org/a-report" in lines


def test_the_quote_is_verified_and_marked_in_its_paragraph() -> None:
    page = str(iraqforce.open("articles").show("us-iraq-2021-12-09"))
    assert (
        "  quote       “about 2,500 service members still in Iraq”\n              verified (exact match)\n"
        in page
    )
    assert "»" in page
    assert page.index("»") < page.index("«")


def test_sources_are_listed_with_their_facts_and_one_is_shown_with_its_own() -> None:
    listed = text_of(list_sources(BASE)).splitlines()
    assert listed[0] == "1 source, 1 fact"
    assert listed[2:5] == [
        "  Jan 1, 2016   1 fact     s",
        "                           A report. [Jane Doe], Publisher, January 1, 2016",
        "                           https://example.org/a-report",
    ]
    shown = text_of(list_sources(BASE, "s"))
    assert shown.startswith("A report. [Jane Doe], Publisher, January 1, 2016\n")
    assert "  [authors]  from the byline\n" in shown
    assert "  url        https://example.org/a-report\n" in shown
    assert "not stored (facts are cited without quotes)" in shown
    assert "1 fact from this source" in shown


def test_a_limit_says_what_it_leaves_out_and_none_says_nothing() -> None:
    articles = iraqforce.open("articles")
    lines = str(articles.facts("level", limit=2)).splitlines()
    assert lines[0] == "12 of 88 facts"
    assert lines[-3:] == [
        "First 2 of 12 facts. Use --limit all to see the rest.",
        "",
        "Details of a fact: iraqforce show ID.",
    ]
    assert "--limit" not in str(articles.facts("level", limit=12))
    assert "First 4 of 5 sources. Use --limit all to see the rest." in str(articles.sources(limit=4))
    assert "--limit" not in str(articles.sources(limit=5))


def test_with_its_text_a_source_is_its_article_as_it_is() -> None:
    articles = iraqforce.open("articles")
    (entry,) = articles.sources("the-hill-2021-12-09", text=True).sources
    page = text_of(SourceList((entry,), (), 1, articles.contents.info))
    assert page == str(articles.article("the-hill-2021-12-09")).rstrip("\n")
