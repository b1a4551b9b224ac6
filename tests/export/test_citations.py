"""References in every style, each read back by a library for its format."""

import json

import pytest

from iraqforce import __version__
from iraqforce.errors import UnknownNameError
from iraqforce.export.citation_styles import STYLES, Style, csl_item, document
from iraqforce.export.citations import cite
from iraqforce.export.references import Reference, link, of_base, of_fact, of_source, of_tool
from iraqforce.loading.locations import bundled, given
from iraqforce.loading.reader import load
from iraqforce.model import dates
from iraqforce.model.choices import SourceKind
from iraqforce.model.fact_base import FactBase
from reference_readers import MADE, of_bibtex, of_csl, of_markdown, of_ris

HARD = "50% of {all} A_B & C#1 \\cmd ~x ^y <b> $5 | “q” -- ``e'' @misc{x, TY - JOUR"
TITLE = "Citing ‘Momentum Shift,’ Pentagon Wants to Deploy More Troops to Iraq"
YOUSSEF = (
    "Nancy Youssef, The Daily Beast: “the figure doesn’t include “temporary” troops. The actual number tops "
    "5,000”"
)
FIGURE = "U.S. troops in Iraq: more than 5,000 (as of March 25, 2016; includes “temporary” troops)."
PENTAGON = "Pentagon: “there are 3,800 U.S. troops in Iraq for the coalition mission to destroy ISIS”"
PENTAGON_FIGURE = "U.S. troops in Iraq: 3,800 (as of March 25, 2016; excludes “temporary” troops)."
ADDRESS = "https://example.org/a%20b%7Bc%7D(1)?x=1&y=%C3%A9%20#part"
TO_WORDS = f"{ADDRESS}:~:text=well%2Dknown%2C%20tried%20%26%20tested%3A%203%2C800%20U.S.%20troops%20in%20Iraq"
BOTH = ["us-iraq-2016-03-25-press", "us-iraq-2016-03-25-official"]


@pytest.fixture(scope="module")
def bundle() -> FactBase:
    return load(bundled("articles"))


@pytest.fixture(scope="module")
def made() -> FactBase:
    return load([given(str(MADE))])


def test_a_source_is_cited_once_with_each_fact_and_who_said_it(bundle: FactBase) -> None:
    assert cite(bundle, BOTH).document == (
        f"{TITLE}. [Defense One], [March 25, 2016]. Publisher and date inferred.\n"
        f"- {YOUSSEF} (paragraph 8). {FIGURE}\n"
        f"- {PENTAGON} (paragraph 8). {PENTAGON_FIGURE}\n"
    )


def test_an_article_that_speaks_for_itself_has_no_speaker(bundle: FactBase) -> None:
    url = (
        "https://thehill.com/policy/defense/"
        "585173-us-ends-combat-mission-against-isis-in-iraq-but-troops-remain/"
    )
    assert cite(bundle, ["us-iraq-2021-12-09"]).document == (
        "US ends combat mission against ISIS in Iraq, but troops remain. The Hill, [December 9, 2021]. "
        f"URL and date inferred. {url}\n"
        "- “about 2,500 service members still in Iraq” (paragraph 4). U.S. troops in Iraq: about 2,500 (as "
        f"of December 9, 2021). {url}#:~:text=about%202%2C500%20service%20members%20still%20in%20Iraq\n"
    )


def test_an_author_who_speaks_is_not_named_again(made: FactBase) -> None:
    fact = made.fact("across")
    assert of_fact(fact, made.articles["hostile"]).stated_by is None
    other = fact._replace(stated_by="A spokesman")
    assert of_fact(other, made.articles["hostile"]).stated_by == "A spokesman"


def test_a_fact_without_a_quote_begins_with_its_speaker_or_its_place(made: FactBase) -> None:
    assert cite(made, ["same", "on-the-web"]).document.splitlines() == [
        "One id for two. Ministry, 2016.",
        "- A minister (page 12, table 3). U.S. troops in Iraq: 3,000 (as of 2016).",
        "",
        "[A report]. [Ministry], [between 2014 and June 2015]. Title, publisher and date inferred. "
        "https://example.org/report#:~:text=one",
        "- Page 2. U.S. troops in Iraq: 3,000 (as of 2014; planned (not yet in effect)).",
    ]


def test_a_fact_that_no_change_is_said_of_never_reads_as_zero(bundle: FactBase) -> None:
    text = cite(bundle, ["us-iraq-2021-12-09-remain"]).document
    assert "U.S. troops in Iraq: no change (as of December 9, 2021;" in text


def test_a_source_is_a_plain_reference(bundle: FactBase) -> None:
    assert document([of_source(bundle.source("dcnf-2023-03-07"))], "text") == (
        "Defense Secretary Doubles Down On Anti-ISIS Mission During Unannounced Visit To Iraq. Micaela "
        "Burrow, Daily Caller News Foundation, [March 7, 2023]. URL and date inferred. "
        "https://dailycaller.com/2023/03/07/lloyd-austin-iraq-islamic-state/\n"
    )


def test_a_source_without_a_title_says_so(bundle: FactBase) -> None:
    reference = of_source(bundle.source("ibtimes-2016-04-18"))
    text = document([reference], "text")
    assert text.startswith("[International Business Times], [April 18, 2016] (untitled). ")
    [entry] = of_bibtex(document([reference], "bibtex")).values()
    assert entry["title"] == "[untitled]"


@pytest.mark.parametrize(
    ("locator", "citation"),
    [
        ("paragraph 3", "[@same, para. 3]"),
        ("Paragraphs 1 to 3", "[@same, paras. 1-3]"),
        ("paragraphs 4-6", "[@same, paras. 4-6]"),
        ("paragraphs 1 and 3", "[@same, paras. 1, 3]"),
        ("paragraph 2 of the excerpt", "[@same, para. 2 of the excerpt]"),
        ("paragraph on strength", "[@same, paragraph on strength]"),
        ("page 12, table 3", "[@same, p. 12, table 3]"),
        ("pages 12-14", "[@same, pp. 12-14]"),
        ("table 3", "[@same, table 3]"),
        ("letter, paragraph 2", "[@same, letter, paragraph 2]"),
        # Pandoc reads a number without a name as a page.
        ("2017 table", "[@same, see 2017 table]"),
        ("table of 2017", "[@same, table of 2017]"),
        # In pandoc's Markdown a semicolon begins the next citation.
        ("note; [a] @b *c*", r"[@same, note\; \[a\] \@b \*c\*]"),
        ("row\nTotal", "[@same, row Total]"),
    ],
)
def test_a_place_is_cited_as_pandoc_reads_it(made: FactBase, locator: str, citation: str) -> None:
    assert of_fact(made.fact("same")._replace(locator=locator), None).cite_as == citation


def test_the_place_of_a_quote_is_its_paragraph(bundle: FactBase, made: FactBase) -> None:
    [reference] = cite(made, ["long", "across"]).references
    assert [fact.locator for fact in reference.facts] == ["paragraph 1", "paragraph 2"]
    [reference] = cite(bundle, BOTH[:1]).references
    assert reference.facts[0].cite_as == "[@defense-one-2016-03-25, para. 8]"


def test_bibtex_reads_back_as_the_article(bundle: FactBase) -> None:
    assert of_bibtex(cite(bundle, BOTH, "bibtex").document) == {
        "defense-one-2016-03-25": {
            "title": TITLE,
            "journal": "Defense One",
            "entrysubtype": "newspaper",
            "date": "2016-03-25",
            "annote": f"Publisher and date inferred. [@defense-one-2016-03-25, para. 8] {YOUSSEF}. {FIGURE} "
            f"[@defense-one-2016-03-25, para. 8] {PENTAGON}. {PENTAGON_FIGURE}",
        }
    }


def test_bibtex_prints_every_sign_that_latex_would_obey(made: FactBase) -> None:
    [entry] = of_bibtex(cite(made, ["long"], "bibtex").document).values()
    # A grave accent is an opening quotation mark to LaTeX, and an apostrophe a closing one, one by one.
    assert entry["title"].replace("‘", "`").replace("’", "'") == HARD
    assert (entry["author"], entry["url"], entry["date"]) == ("Smith & Sons {Ltd}", ADDRESS, "2016-03")


def test_ris_reads_back_as_the_article(made: FactBase) -> None:
    assert of_ris(cite(made, ["long"], "ris").document) == [
        {
            "type_of_reference": "ELEC",
            "id": "hostile",
            "title": HARD,
            "authors": ["Smith & Sons {Ltd}"],
            "secondary_title": "The *Daily* [News]",
            "year": "2016",
            "date": "2016/03//",
            "urls": [ADDRESS],
            "notes": [
                "[@hostile, para. 1] A spokesman: “well-known, tried & tested: 3,800 U.S. troops in Iraq”. "
                "U.S. troops in Iraq: 3,800 (as of March 2016)."
            ],
        }
    ]


@pytest.mark.parametrize(
    ("kind", "url", "bibtex", "csl", "ris"),
    [
        ("news", "https://e.org", "@article{a, journal", "article-newspaper container-title", "NEWS T2"),
        ("news", None, "@article{a, journal", "article-newspaper container-title", "NEWS T2"),
        ("report", None, "@report{a, institution", "report publisher", "RPRT PB"),
        ("dataset", None, "@dataset{a, publisher", "dataset publisher", "DATA PB"),
        ("release", "https://e.org", "@online{a, organization", "webpage publisher", "ELEC T2"),
        ("transcript", "https://e.org", "@online{a, organization", "webpage publisher", "ELEC T2"),
        ("web", "https://e.org", "@online{a, organization", "webpage publisher", "ELEC T2"),
        ("web", None, "@misc{a, organization", "document publisher", "GEN PB"),
        (None, "https://e.org", "@online{a, organization", "webpage publisher", "ELEC T2"),
    ],
)
def test_a_kind_of_source_is_a_type_with_a_field_for_who_published_it(
    kind: SourceKind | None, url: str | None, bibtex: str, csl: str, ris: str
) -> None:
    reference = Reference("a", kind, "A", "A", publisher="Office", url=url)
    entry, _, field = bibtex.partition(", ")
    text = document([reference], "bibtex")
    assert text.startswith(f"{entry},\n")
    assert f"  {field} = {{Office}},\n" in text
    item = csl_item(reference)
    assert (item["type"], item[csl.split()[1]]) == (csl.split(maxsplit=1)[0], "Office")
    record = document([reference], "ris").splitlines()
    assert record[0] == f"TY  - {ris.split(maxsplit=1)[0]}"
    assert f"{ris.split()[1]}  - Office" in record


def test_a_person_an_office_and_several_are_told_apart(bundle: FactBase) -> None:
    names = ("Burrow, Micaela", "Department of Defense", "King, Martin Luther", "Smith, Jones, and Sons")
    reference = of_source(bundle.source("dcnf-2023-03-07")._replace(authors=names))
    assert (
        "author = {Burrow, Micaela and {Department of Defense} and King, Martin Luther and "
        "{Smith, Jones, and Sons}},\n" in document([reference], "bibtex")
    )
    assert csl_item(reference)["author"] == [
        {"family": "Burrow", "given": "Micaela"},
        {"literal": "Department of Defense"},
        {"family": "King", "given": "Martin Luther"},
        {"literal": "Smith, Jones, and Sons"},
    ]
    assert of_ris(document([reference], "ris"))[0]["authors"] == list(names)


def test_only_an_inferred_title_is_in_brackets_for_programs(made: FactBase) -> None:
    reference = of_source(made.source("report"))
    item = csl_item(reference)
    assert (item["title"], item["publisher"]) == ("[A report]", "Ministry")
    assert item["annote"] == "Title, publisher and date inferred."
    assert reference.title == "A report"


@pytest.mark.parametrize(
    ("text", "bibtex", "ris", "csl"),
    [
        ("2016-03-25", "2016-03-25", "2016/03/25/", {"date-parts": [[2016, 3, 25]]}),
        ("2016-03", "2016-03", "2016/03//", {"date-parts": [[2016, 3]]}),
        ("2016-03-XX", "2016-03", "2016/03//", {"date-parts": [[2016, 3]]}),
        ("2016", "2016", "2016///", {"date-parts": [[2016]]}),
        ("2016-XX", "2016", "2016///", {"date-parts": [[2016]]}),
        ("2016?", "2016?", "2016///", {"date-parts": [[2016]], "circa": True}),
        ("2016%", "2016~", "2016///", {"date-parts": [[2016]], "circa": True}),
        ("2015-21", "2015-21", "2015///spring 2015", {"date-parts": [[2015]], "season": 1}),
        (
            "2015-24~",
            "2015-24~",
            "2015///about winter 2015–16",
            {"date-parts": [[2015]], "season": 4, "circa": True},
        ),
        ("2014/2015-06", "2014/2015-06", "2014///2014 to June 2015", {"date-parts": [[2014], [2015, 6]]}),
        ("2014-22/2014-36", "2014-06/2014-12", None, {"date-parts": [[2014, 6], [2014, 12]]}),
        (
            "2016-33",
            "2016-01/2016-03",
            "2016///the first quarter of 2016",
            {"date-parts": [[2016, 1], [2016, 3]]},
        ),
        ("201X", "2010-01/2019-12", "2010///the 2010s", {"date-parts": [[2010, 1], [2019, 12]]}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    made: FactBase, text: str, bibtex: str, ris: str | None, csl: dict[str, object]
) -> None:
    date = dates.parse(text)
    reference = of_source(made.source("same")._replace(published=date, accessed=date))
    [entry] = of_bibtex(document([reference], "bibtex")).values()
    assert entry["date"] == entry["urldate"] == bibtex
    record, item = of_ris(document([reference], "ris"))[0], csl_item(reference)
    assert record["access_date"] == record["date"]
    assert ris in (None, record["date"])
    assert item["issued"] == item["accessed"] == csl


def test_an_archived_copy_is_in_the_note(bundle: FactBase) -> None:
    source = bundle.source("the-hill-2021-12-09")._replace(inferred=(), archived="https://example.org/old")
    assert of_source(source).notes == ("Archived copy: https://example.org/old.",)


def test_csl_prints_as_a_bibliography(bundle: FactBase, made: FactBase) -> None:
    references = [of_source(bundle.source("dcnf-2023-03-07")), of_source(made.source("numbered"))]
    printed = of_csl(json.loads(document(references, "csl-json")))
    assert len(printed) == 2
    assert "Burrow, M. (2023)" in printed[0]
    assert "[2016. A year]" in printed[1]


def test_markdown_reads_back_with_its_citations_and_links(made: FactBase) -> None:
    paragraphs, addresses = of_markdown(cite(made, ["long", "numbered"], "markdown").document)
    entry, fact, numbered = paragraphs
    assert entry.startswith("50% of {all} A_B & C#1")
    assert fact == (
        "A spokesman: “well-known, tried & tested: 3,800 U.S. troops in Iraq”. U.S. troops in Iraq: 3,800 "
        "(as of March 2016) [@hostile, para. 1]."
    )
    assert numbered == "[2016. A year]. Ministry, about spring 2015. Title inferred."
    assert addresses == [ADDRESS, TO_WORDS]


def test_markdown_cites_a_fact_without_a_quote_after_its_figure(made: FactBase) -> None:
    text = cite(made, ["on-the-web"], "markdown").document
    assert text.endswith(
        "\n\n- U.S. troops in Iraq: 3,000 (as of 2014; planned (not yet in effect)) [@report, p. 2].\n"
    )


def test_a_title_that_begins_like_a_list_makes_none(made: FactBase) -> None:
    plain = of_source(made.source("numbered"))._replace(document="2016. A year. Ministry", inferred=())
    paragraphs, _ = of_markdown(document([plain._replace(notes=())], "markdown"))
    assert paragraphs == ["2016. A year. Ministry."]


def test_an_address_that_is_none_of_the_web_is_no_link(made: FactBase) -> None:
    reference = of_source(made.source("numbered"))._replace(url="javascript:alert(1)", notes=())
    assert of_markdown(document([reference], "markdown"))[1] == []


def test_the_id_of_a_fact_and_of_its_source_is_one_reference(made: FactBase) -> None:
    [reference] = cite(made, ["same", "same"]).references
    assert (reference.id, [fact.id for fact in reference.facts]) == ("same", ["same"])


def test_references_come_in_the_order_asked_and_all_others_after_them(bundle: FactBase) -> None:
    asked = cite(bundle, ["the-hill-2021-12-09", *BOTH], all_sources=True, tool=True).references
    assert [each.id for each in asked[:5]] == [
        "the-hill-2021-12-09", "defense-one-2016-03-25", "ibtimes-2016-04-18", "daily-caller-2021-02-19",
        "dcnf-2023-03-07",
    ]  # fmt: skip
    assert [each.kind for each in asked[5:]] == ["software", "dataset"]
    assert [len(each.facts) for each in asked] == [0, 2, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("base", ["bundle", "made"])
def test_every_fact_and_every_source_reads_back_in_every_style(
    base: str, request: pytest.FixtureRequest
) -> None:
    asked: FactBase = request.getfixturevalue(base)
    facts = [fact.id for fact in asked.facts]
    texts = {style: cite(asked, facts, style, tool=True, all_sources=True).document for style in STYLES}
    references = cite(asked, facts, tool=True, all_sources=True).references
    ids = [reference.id for reference in references]
    assert sorted(ids[:-2]) == sorted(asked.sources)
    assert list(of_bibtex(texts["bibtex"])) == ids
    assert [record["id"] for record in of_ris(texts["ris"])] == ids
    items = json.loads(texts["csl-json"])
    assert [item["id"] for item in items] == ids
    assert len(of_csl(items)) == len(ids)
    assert len(of_markdown(texts["markdown"])[0]) == len(ids) + len(facts)
    assert len(texts["text"].splitlines()) == len(ids) + len(facts) + len(ids) - 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("us-iraq-2021-12-9", "did you mean 'us-iraq-2021-12-09'?"),
        ("the-hil-2021-12-09", "did you mean 'the-hill-2021-12-09'?"),
        ("zzz", "run `iraqforce facts` or `iraqforce sources` for a list"),
    ],
)
def test_an_unknown_id_gets_the_nearest_fact_or_source(bundle: FactBase, name: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        cite(bundle, [name])
    assert (raised.value.message, raised.value.hint) == (f"unknown fact or source '{name}'", hint)


@pytest.mark.parametrize("style", STYLES)
def test_each_reference_has_its_text_in_the_style_and_as_csl(bundle: FactBase, style: Style) -> None:
    result = cite(bundle, ["us-iraq-2021-12-09", "dcnf-2023-03-07"], style, tool=True)
    assert [each.kind for each in result.references] == ["news", "news", "software", "dataset"]
    for each in result.references:
        assert (each.text, each.csl) == (document([each], style).rstrip("\n"), csl_item(each))
    assert result.to_dict()["references"][0]["csl"]["issued"] == {"date-parts": [[2021, 12, 9]]}


def test_the_address_of_a_fact_leads_to_the_words_as_the_article_has_them(made: FactBase) -> None:
    [reference] = cite(made, ["long"]).references
    assert (reference.url, reference.facts[0].url) == (ADDRESS, TO_WORDS)


def test_the_tool_is_cited_with_its_year_and_version_and_its_base_with_the_hash(bundle: FactBase) -> None:
    base = bundle.info
    references = [of_tool(), of_base(base)]
    about = f"Fact base “articles” for iraqforce: 88 facts from 5 sources, SHA-256 {base.sha256}."
    version = base.sha256[:12]
    assert document(references, "text") == (
        f"iraqforce, version {__version__}. The iraqforce founders, November 30, 2026.\n\n"
        f"Five news articles on U.S. troops in Iraq, 2016 to 2023. Data set, version {version}, updated "
        f"November 30, 2026. {about}\n"
    )
    assert of_bibtex(document(references, "bibtex")) == {
        f"iraqforce-{__version__}": {
            "title": "iraqforce",
            "author": "The iraqforce founders",
            "date": "2026-11-30",
            "version": __version__,
        },
        f"articles-{version}": {
            "title": "Five news articles on U.S. troops in Iraq, 2016 to 2023",
            "date": "2026-11-30",
            "version": version,
            "annote": about,
        },
    }


def test_no_line_end_of_a_base_reaches_a_reference(bundle: FactBase) -> None:
    source = bundle.source("the-hill-2021-12-09")
    reference = of_source(source._replace(title="One\n\nTY  - JOUR two", publisher="A\r\nB", url=None))
    assert (reference.title, reference.publisher) == ("One TY - JOUR two", "A B")
    [record] = of_ris(document([reference], "ris"))
    assert record["type_of_reference"] == "NEWS"


PAGE = "https://example.org/a"
LONG = [f"word{number}" for number in range(60)]


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        (None, "words", None),
        (PAGE, None, PAGE),
        (PAGE, " \n ", PAGE),
        (PAGE, "two words", f"{PAGE}#:~:text=two%20words"),
        (PAGE, "well-known, A & B", f"{PAGE}#:~:text=well%2Dknown%2C%20A%20%26%20B"),
        (PAGE, "about 2,500\u00a0“troops”", f"{PAGE}#:~:text=about%202%2C500%20%E2%80%9Ctroops%E2%80%9D"),
        (f"{PAGE}#part", "words", f"{PAGE}#part:~:text=words"),
        (f"{PAGE}#:~:text=one", "two", f"{PAGE}#:~:text=one&text=two"),
        (PAGE, "end of one.\n\nStart of the next", f"{PAGE}#:~:text=end%20of%20one.,Start%20of%20the%20next"),
        ("https://example.org/ä {x}", None, "https://example.org/%C3%A4%20%7Bx%7D"),
        ("https://example.org/%20", None, "https://example.org/%20"),
        # A longer quote is given by its two ends.
        (PAGE, " ".join(LONG), f"{PAGE}#:~:text={'%20'.join(LONG[:8])},{'%20'.join(LONG[-8:])}"),
        (PAGE, f"{'x' * 149} {'y' * 150}", f"{PAGE}#:~:text={'x' * 149}%20{'y' * 150}"),
        (
            PAGE,
            f"{'x' * 150} {'y' * 150}",
            f"{PAGE}#:~:text={'x' * 150}%20{'y' * 150},{'x' * 150}%20{'y' * 150}",
        ),
        ('https://example.org/"<>\\', None, "https://example.org/%22%3C%3E%5C"),
    ],
)
def test_an_address_leads_to_its_words(url: str | None, words: str | None, expected: str | None) -> None:
    assert link(url, words) == expected
