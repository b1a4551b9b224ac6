"""References in a bibliography: the lines that pandoc prints of them in Chicago's and in APA's style."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from iraqforce.export.citation_styles import Style, document
from iraqforce.export.citations import cite
from iraqforce.export.references import Reference, of_base, of_source, of_tool
from iraqforce.loading.locations import bundled
from iraqforce.loading.reader import load
from iraqforce.model.fact_base import FactBase
from pandoc_reader import NEEDED, printed, read

pytestmark = NEEDED

CHICAGO, APA = "chicago-author-date", "apa"
VISIT = "Defense Secretary Doubles Down On Anti-ISIS Mission During Unannounced Visit To Iraq"
VISIT_URL = "https://dailycaller.com/2023/03/07/lloyd-austin-iraq-islamic-state/"
SHIFT = "Citing “Momentum Shift,” Pentagon Wants to Deploy More Troops to Iraq"
SHIFT_QUOTED = "“Citing ‘Momentum Shift,’ Pentagon Wants to Deploy More Troops to Iraq,”"
SPACEWAR = "https://www.spacewar.com/2003/030723223537.u45fb1yb.html"
CRS = "https://www.everycrsreport.com/files/20070111_RS22449_8f5c206716a01ab548383b34ba5b1943c6efa211.html"
RELEASE_URL = "https://www.defense.gov/Newsroom/Releases/Release/Article/605265/"
RELEASE = (
    "Statement by Pentagon Press Secretary Rear Admiral John Kirby on the Authorization to Deploy Additional "
    "Forces to Iraq"
)
SPEECH_URL = "https://georgewbush-whitehouse.archives.gov/infocus/iraq/news/20030319-17.html"
DMDC = (
    "https://github.com/meflynn/troopdata/blob/3946bcf89a6d72de8abace812dc557f1f249f5f7/data-raw/"
    "troopdata-rebuild-reports.csv"
)
PERSONNEL = "Number of military and DoD civilian personnel by country, September 2008"
DCNF = "Daily Caller News Foundation"
TRANSCRIBED = "Defense Manpower Data Center (transcribed in meflynn/troopdata)"

# Worked out by hand from the Chicago Manual of Style, chapter 14 (author-date), and the Publication Manual of
# the APA, chapter 10. Neither prints an annotation. A name of an office is never turned around.
LINES = {
    CHICAGO: [
        f"Agence France-Presse (SpaceWar). 2003. [Pentagon rotation plan for Iraq]. July 23. {SPACEWAR}.",
        f"Burrow, Micaela. 2023. “{VISIT}.” {DCNF}, March 7. {VISIT_URL}.",
        f"Daily Caller staff. 2023. “{VISIT}.” {DCNF}, March 7. {VISIT_URL}.",
        f"Defense One. 2016. {SHIFT}. March 25.",
        f"Department of Defense. 2014. “{RELEASE}.” Press release. November 7. {RELEASE_URL}.",
        f"Doe, Jane, Micaela Burrow, and Daily Caller staff. 2023. “{VISIT}.” {DCNF}, March 7. {VISIT_URL}.",
        "“Five News Articles on U.S. Troops in Iraq, 2016 to 2023.” 2026. Version 875e7c9afd65. November 30.",
        "International Business Times. 2016. [untitled]. April 18.",
        f"“{PERSONNEL}.” 2008. {TRANSCRIBED}, September. {DMDC}.",
        "The iraqforce founders. 2026. Iraqforce. Version 0.2.0. Released November 30.",
        f"U.S. Forces in Iraq (RS22449). 2007. Report. Congressional Research Service. {CRS}.",
        f"White House. 2003. “President Bush Addresses the Nation.” Transcript. March 19. {SPEECH_URL}.",
    ],
    APA: [
        f"Burrow, M. (2023, March 7). {VISIT}. {DCNF}. {VISIT_URL}",
        f"{SHIFT}. (2016, March 25). Defense One.",
        f"Daily Caller staff. (2023, March 7). {VISIT}. {DCNF}. {VISIT_URL}",
        f"Department of Defense. (2014, November 7). {RELEASE} [Press release]. {RELEASE_URL}",
        f"Doe, J., Burrow, M., & Daily Caller staff. (2023, March 7). {VISIT}. {DCNF}. {VISIT_URL}",
        "Five news articles on U.S. troops in Iraq, 2016 to 2023 (Version 875e7c9afd65). (2026).",
        f"{PERSONNEL}. (2008). {TRANSCRIBED}. {DMDC}",
        f"[Pentagon rotation plan for Iraq]. (2003, July 23). Agence France-Presse (SpaceWar). {SPACEWAR}",
        "The iraqforce founders. (2026). iraqforce (Version 0.2.0) [Computer software].",
        "[untitled]. (2016, April 18). International Business Times.",
        f"U.S. Forces in Iraq (RS22449). (2007). [Report]. Congressional Research Service. {CRS}",
        f"White House. (2003, March 19). President Bush Addresses the Nation [Transcript]. {SPEECH_URL}",
    ],
}
CITED = {
    "[@defense-one-2016-03-25, para. 8]": {
        CHICAGO: "(Defense One 2016, para. 8)",
        APA: f"({SHIFT_QUOTED} 2016, para. 8)",
    },
    "[@dcnf-2023-03-07, paras. 4-6]": {
        CHICAGO: "(Burrow 2023, paras. 4–6)",
        APA: "(Burrow, 2023, paras. 4–6)",
    },
    "[@several, paras. 1, 2]": {
        CHICAGO: "(Doe et al. 2023, paras. 1, 2)",
        APA: "(Doe et al., 2023, paras. 1, 2)",
    },
    # Chicago gives a page without a label.
    "[@dcnf-2023-03-07, p. 12, table 3]": {
        CHICAGO: "(Burrow 2023, 12, table 3)",
        APA: "(Burrow, 2023, p. 12, table 3)",
    },
    "[@crs-2007-01-11, see 2nd table]": {
        CHICAGO: "(U.S. Forces in Iraq (RS22449) 2007, see 2nd table)",
        APA: "(U.S. Forces in Iraq (RS22449), 2007, see 2nd table)",
    },
    "[@dmdc-2008-09, Iraq row, September 2008: active duty]": {
        CHICAGO: f"(“{PERSONNEL}” 2008, Iraq row, September 2008: active duty)",
        APA: f"({PERSONNEL}, 2008, Iraq row, September 2008: active duty)",
    },
}


@pytest.fixture(scope="module")
def references() -> list[Reference]:
    """Real sources of each kind, and one of them with several authors and with an office for its author."""
    base = load(bundled("all"))
    visit = base.source("dcnf-2023-03-07")
    several = visit._replace(id="several", authors=("Doe, Jane", "Burrow, Micaela", "Daily Caller staff"))
    office = visit._replace(id="office", authors=("Daily Caller staff",))
    names = [
        "defense-one-2016-03-25", "ibtimes-2016-04-18", "afp-2003-07-23", "crs-2007-01-11", "dmdc-2008-09",
        "department-of-defense-2014-11-07", "white-house-2003-03-19",
    ]  # fmt: skip
    return [of_source(each) for each in (visit, several, office, *map(base.source, names))]


@pytest.fixture
def tool(tmp_path: Path) -> Path:
    """The tool and a base in CSL-JSON: older versions of pandoc read the software of BibTeX as a book."""
    info = load(bundled("articles")).info._replace(sha256="875e7c9afd65" + 52 * "0")
    path = tmp_path / "tool.json"
    path.write_text(document([of_tool(), of_base(info)], "csl-json"), encoding="utf-8")
    return path


@pytest.mark.parametrize("style", LINES)
def test_bibtex_prints_as_the_manual_of_the_style_says(
    style: str, references: list[Reference], tool: Path, tmp_path: Path
) -> None:
    path = tmp_path / "sources.bib"
    path.write_text(document(references, "bibtex"), encoding="utf-8")
    cited = [lines[style] for lines in CITED.values()]
    assert printed("\n\n".join(CITED), [path, tool], style) == [*cited, *LINES[style]]


def test_csl_json_prints_the_same(references: list[Reference], tool: Path, tmp_path: Path) -> None:
    path = tmp_path / "sources.json"
    path.write_text(document(references, "csl-json"), encoding="utf-8")
    # Only the double braces of BibTeX keep the capitals of a title where the style would change them.
    assert [line.lower() for line in printed("", [path, tool], APA)] == [line.lower() for line in LINES[APA]]


@pytest.fixture(scope="module")
def everything() -> FactBase:
    return load(bundled("all"))


def plain(item: dict[str, Any]) -> dict[str, Any]:
    """The item with straight quotation marks: pandoc reads those of BibTeX as a typesetter does."""
    title = item["title"]
    for curly, straight in (("‘", "'"), ("’", "'"), ("“", "'"), ("”", "'"), ('"', "'")):
        title = title.replace(curly, straight)
    return {name: value for name, value in item.items() if name not in ("annote", "note")} | {"title": title}


def test_every_source_is_the_same_to_pandoc_from_bibtex_and_from_csl_json(everything: FactBase) -> None:
    styles: tuple[Style, Style] = ("bibtex", "csl-json")
    bib, csl = (cite(everything, [], style, all_sources=True).document for style in styles)
    expected = {key: plain(item) for key, item in read(csl, "csljson").items()}
    assert list(expected) == list(everything.sources)
    for form in ("biblatex", "bibtex"):
        assert {key: plain(item) for key, item in read(bib, form).items()} == expected


def test_pandoc_prints_the_citations_of_the_markdown(everything: FactBase, tmp_path: Path) -> None:
    ids = ["us-iraq-2019-02-12-al-jazeera", "us-iraq-2016-03-25-official"]
    path = tmp_path / "cited.json"
    path.write_text(cite(everything, ids, "csl-json").document, encoding="utf-8")
    lines = printed(cite(everything, ids, "markdown").document, [path], APA)
    assert [line.removeprefix("-").strip() for line in lines if line.startswith("-")] == [
        "U.S. troops in Iraq: around 5,200 (as of February 12, 2019; total as reported) (“Acting Pentagon "
        "Chief Reaches Iraq to Discuss US Troops Presence,” 2019, para. 8).",
        "Pentagon: “there are 3,800 U.S. troops in Iraq for the coalition mission to destroy ISIS”. U.S. "
        f"troops in Iraq: 3,800 (as of March 25, 2016; excludes “temporary” troops) ({SHIFT_QUOTED} 2016, "
        "para. 8).",
    ]


def test_the_annotation_has_the_facts_and_their_places(everything: FactBase) -> None:
    found = cite(everything, ["us-iraq-2016-03-25-official"], "bibtex").document
    assert read(found, "biblatex")["defense-one-2016-03-25"]["annote"] == (
        "Publisher and date inferred. [@defense-one-2016-03-25, para. 8] Pentagon: “there are 3,800 U.S. "
        "troops in Iraq for the coalition mission to destroy ISIS”. U.S. troops in Iraq: 3,800 (as of March "
        "25, 2016; excludes “temporary” troops)."
    )
