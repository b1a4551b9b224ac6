"""References in every style, each read back by a library for its format."""

import json

import pytest

from iraqforce import __version__
from iraqforce.export.citation_styles import STYLES, Style, csl_item, document
from iraqforce.export.citations import UnknownIdError, cite, in_style
from iraqforce.export.references import Reference, link, of_base, of_fact, of_source, of_tool
from iraqforce.loading.locations import bundled, given
from iraqforce.loading.reader import load
from iraqforce.model.fact_base import FactBase
from reference_readers import MADE, of_bibtex, of_csl, of_markdown, of_ris

HARD = "50% of {all} A_B & C#1 \\cmd ~x ^y <b> $5 | “q” -- ``e'' @misc{x, TY - JOUR"
TITLE = "Citing ‘Momentum Shift,’ Pentagon Wants to Deploy More Troops to Iraq"
YOUSSEF = (
    "Nancy Youssef, The Daily Beast: “the figure doesn’t include “temporary” troops. The actual number tops "
    "5,000”, as cited in"
)
FIGURE = "U.S. troops in Iraq: more than 5,000 (as of March 25, 2016; includes “temporary” troops)."
ADDRESS = (
    "https://example.org/a%20b%7Bc%7D(1)?x=1&y=%C3%A9%20#part:~:text="
    "well%2Dknown%2C%20tried%20%26%20tested%3A%203%2C800%20U.S.%20troops%20in%20Iraq"
)


@pytest.fixture(scope="module")
def bundle() -> FactBase:
    return load(bundled("articles"))


@pytest.fixture(scope="module")
def made() -> FactBase:
    return load([given(str(MADE))])


def everything(base: FactBase) -> tuple[Reference, ...]:
    facts = [of_fact(fact) for fact in base.facts]
    sources = [of_source(source) for source in base.sources.values()]
    return in_style([*facts, *sources, of_tool(), of_base(base.info)], "text", base.info).references


def test_a_fact_names_its_speaker_as_cited_in_the_article(bundle: FactBase) -> None:
    reference = of_fact(bundle.fact("us-iraq-2016-03-25-press"))
    assert document([reference], "text") == (
        f"{YOUSSEF}: {TITLE}. [Defense One], [March 25, 2016]. {FIGURE} "
        "Archived copy: seeds/004_b64c2e64acb3fa88.txt, line 15. Publisher and date inferred.\n"
    )


def test_an_article_that_speaks_for_itself_is_cited_from_nobody_else(bundle: FactBase) -> None:
    assert document([of_fact(bundle.fact("us-iraq-2021-12-09"))], "text") == (
        "“about 2,500 service members still in Iraq”. US ends combat mission against ISIS in Iraq, but "
        "troops remain. The Hill, [December 9, 2021]. U.S. troops in Iraq: about 2,500 (as of December "
        "9, 2021). "
        "Archived copy: seeds/002_8f32e4b1079b2bee.txt, line 7. URL and date inferred. https://thehill.com/policy/defense/"
        "585173-us-ends-combat-mission-against-isis-in-iraq-but-troops-remain/"
        "#:~:text=about%202%2C500%20service%20members%20still%20in%20Iraq\n"
    )


def test_an_author_who_speaks_is_not_cited_from_herself(made: FactBase) -> None:
    assert document([of_fact(made.fact("across"))], "text").startswith("“one two three")


def test_a_fact_that_no_change_is_said_of_never_reads_as_zero(bundle: FactBase) -> None:
    text = document([of_fact(bundle.fact("us-iraq-2021-12-09-remain"))], "text")
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
    assert entry["note"].endswith("Untitled.")


def test_bibtex_reads_back_as_the_article(bundle: FactBase) -> None:
    reference = of_fact(bundle.fact("us-iraq-2016-03-25-press"))
    assert of_bibtex(document([reference], "bibtex")) == {
        "us-iraq-2016-03-25-press": {
            "title": TITLE,
            "key": "Defense One",
            "howpublished": "[Defense One]",
            "year": "2016",
            "month": "mar",
            "day": "25",
            "note": f"{YOUSSEF} this document. {FIGURE} "
            "Archived copy: seeds/004_b64c2e64acb3fa88.txt, line 15. Publisher and date inferred.",
        }
    }


def test_bibtex_prints_every_sign_that_latex_would_obey(made: FactBase) -> None:
    [entry] = of_bibtex(document([of_fact(made.fact("long"))], "bibtex")).values()
    # A grave accent is an opening quotation mark to LaTeX, and an apostrophe a closing one, one by one.
    assert entry["title"].replace("‘", "`").replace("’", "'") == HARD
    assert entry["author"] == "Smith & Sons {Ltd}"
    assert entry["url"] == ADDRESS
    assert (entry["year"], entry["month"], "day" in entry) == ("2016", "mar", False)


def test_ris_reads_back_as_the_article(made: FactBase) -> None:
    assert of_ris(document([of_fact(made.fact("long"))], "ris")) == [
        {
            "type_of_reference": "ELEC",
            "id": "long",
            "title": HARD,
            "authors": ["Smith & Sons {Ltd}"],
            "publisher": "The *Daily* [News]",
            "year": "2016",
            "date": "2016/03//",
            "urls": [ADDRESS],
            "notes": [
                "A spokesman: “well-known, tried & tested: 3,800 U.S. troops in Iraq”, as cited in this "
                "document.",
                "U.S. troops in Iraq: 3,800 (as of March 2016).",
                "Archived copy: made.txt, line 1.",
            ],
        }
    ]


@pytest.mark.parametrize(
    ("name", "ris", "csl"),
    [
        ("hostile", "2016/03//", {"date-parts": [[2016, 3]]}),
        ("numbered", "2015///about spring 2015", {"date-parts": [[2015]], "season": 1, "circa": True}),
        ("report", "2014///2014 to June 2015", {"date-parts": [[2014], [2015, 6]]}),
        ("same", "2016///", {"date-parts": [[2016]]}),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(
    made: FactBase, name: str, ris: str, csl: dict[str, object]
) -> None:
    reference = of_source(made.source(name))
    assert of_ris(document([reference], "ris"))[0]["date"] == ris
    assert json.loads(document([reference], "csl-json"))[0]["issued"] == csl


def test_csl_prints_as_a_bibliography(bundle: FactBase, made: FactBase) -> None:
    references = [of_source(bundle.source("dcnf-2023-03-07")), of_source(made.source("numbered"))]
    printed = of_csl(json.loads(document(references, "csl-json")))
    assert len(printed) == 2
    assert "Micaela Burrow" in printed[0]
    assert "2023" in printed[0]
    assert "[2016. A year]" in printed[1]


def test_markdown_reads_back_as_the_plain_text(made: FactBase) -> None:
    references = [of_fact(made.fact("long")), of_source(made.source("numbered"))]
    paragraphs, addresses = of_markdown(document(references, "markdown"))
    plain = document(references, "text").split("\n\n")
    assert paragraphs == [plain[0].removesuffix(f" {ADDRESS}"), plain[1].rstrip("\n")]
    assert addresses == [ADDRESS]


def test_a_title_that_begins_like_a_list_makes_none(made: FactBase) -> None:
    plain = of_source(made.source("numbered"))._replace(document="2016. A year. Ministry", inferred=())
    paragraphs, _ = of_markdown(document([plain._replace(notes=())], "markdown"))
    assert paragraphs == ["2016. A year. Ministry."]


def test_an_address_that_is_none_of_the_web_is_no_link(made: FactBase) -> None:
    reference = of_source(made.source("numbered"))._replace(url="javascript:alert(1)", notes=())
    assert of_markdown(document([reference], "markdown"))[1] == []


def test_a_fact_and_a_source_of_one_id_have_keys_of_their_own(made: FactBase) -> None:
    both = cite(made, ["same", "same"]).references
    assert [reference.key for reference in both] == ["same", "same-2"]
    assert [reference.id for reference in both] == ["same", "same"]
    assert list(of_bibtex(document(both, "bibtex"))) == ["same", "same-2"]


@pytest.mark.parametrize("base", ["bundle", "made"])
def test_every_fact_and_every_source_reads_back_in_every_style(
    base: str, request: pytest.FixtureRequest
) -> None:
    references = everything(request.getfixturevalue(base))
    keys = [reference.key for reference in references]
    texts = {style: document(references, style) for style in STYLES}
    assert list(of_bibtex(texts["bibtex"])) == keys
    assert [record["id"] for record in of_ris(texts["ris"])] == keys
    items = json.loads(texts["csl-json"])
    assert [item["id"] for item in items] == keys
    assert len(of_csl(items)) == len(of_markdown(texts["markdown"])[0]) == len(keys)
    assert texts["text"].count("\n\n") == len(keys) - 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("us-iraq-2021-12-9", "did you mean 'us-iraq-2021-12-09'?"),
        ("the-hil-2021-12-09", "did you mean 'the-hill-2021-12-09'?"),
        ("zzz", "run `iraqforce facts` or `iraqforce sources` for a list"),
    ],
)
def test_an_unknown_id_gets_the_nearest_fact_or_source(bundle: FactBase, name: str, hint: str) -> None:
    with pytest.raises(UnknownIdError) as raised:
        cite(bundle, [name])
    assert (raised.value.message, raised.value.hint) == (f"unknown fact or source '{name}'", hint)


@pytest.mark.parametrize("style", STYLES)
def test_each_reference_has_its_text_in_the_style_and_as_csl(bundle: FactBase, style: Style) -> None:
    result = cite(bundle, ["us-iraq-2021-12-09", "the-hill-2021-12-09"], style, tool=True)
    assert [each.kind for each in result.references] == ["fact", "source", "software", "dataset"]
    for each in result.references:
        assert (each.text, each.csl) == (document([each], style).rstrip("\n"), csl_item(each))
    assert result.to_dict()["references"][0]["csl"]["issued"] == {"date-parts": [[2021, 12, 9]]}


def test_the_address_of_a_fact_leads_to_the_words_as_the_article_has_them(made: FactBase) -> None:
    [reference] = cite(made, ["long"]).references
    assert reference.url == ADDRESS


def test_the_tool_is_cited_with_its_version_and_its_base_with_the_hash(bundle: FactBase) -> None:
    base = bundle.info
    references = [of_tool(), of_base(base)]
    size = f"{base.facts} facts from {base.sources} sources"
    about = f"Fact base “articles” for iraqforce: {size}, SHA-256 {base.sha256}."
    assert document(references, "text") == (
        f"iraqforce, version {__version__}. The iraqforce founders.\n\n"
        f"Five news articles on U.S. troops in Iraq, 2016 to 2023. {about}\n"
    )
    tool, data = of_bibtex(document(references, "bibtex")).values()
    assert (tool["author"], tool["note"]) == ("The iraqforce founders", f"Version {__version__}.")
    assert data["note"] == about
    software, dataset = json.loads(document(references, "csl-json"))
    assert (software["type"], software["version"]) == ("software", __version__)
    assert (dataset["type"], dataset["version"]) == ("dataset", f"sha256:{base.sha256}")


def test_no_line_end_of_a_base_reaches_a_reference(bundle: FactBase) -> None:
    source = bundle.source("the-hill-2021-12-09")
    reference = of_source(source._replace(title="One\n\nTY  - JOUR two", publisher="A\r\nB", url=None))
    assert (reference.title, reference.publisher) == ("One TY - JOUR two", "A B")
    [record] = of_ris(document([reference], "ris"))
    assert record["type_of_reference"] == "GEN"


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
