"""A report: the answer as `level` gives it, the chart, and every figure; no text of a base is markup."""

import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from iraqforce.errors import MissingExtraError
from report_bases import ARABIC, HOSTILE, LONG, base, empty, page_of


class Elements(HTMLParser):
    """The elements of a page with their attributes, and its texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.open = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self.open = tag

    def handle_endtag(self, tag: str) -> None:
        self.open = self.open if self.open != tag else ""

    def handle_data(self, data: str) -> None:
        if self.open != "style":
            self.texts.append(data)

    def all(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]

    def attribute(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    @property
    def words(self) -> str:
        return " ".join("".join(self.texts).split())


@pytest.fixture(scope="module")
def bundled() -> Elements:
    return Elements(page_of("2016-05-01"))


# An address that is none of the web is refused before it can come to a page.
@pytest.fixture(
    params=['https://example.org/"onclick=alert(1)//', "HTTPS://example.org/<script>#javascript:"]
)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Elements:
    return Elements(page_of("2000-01-01", base(tmp_path, HOSTILE, url=request.param)))


def test_no_text_of_a_base_becomes_markup(hostile: Elements) -> None:
    assert len(hostile.all("style")) == 1
    assert not {"script", "img", "iframe", "object", "embed", "link", "base", "form", "image", "use"} & {
        tag for tag, _ in hostile.elements
    }
    names = {name for _, attributes in hostile.elements for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in ("src", "style", "srcdoc")]
    assert all(link.lower().startswith(("#", "https://example.org/")) for link in hostile.attribute("href"))


def test_every_text_of_a_base_is_shown_as_it_is(hostile: Elements) -> None:
    texts = "".join(hostile.texts)
    assert texts.count(HOSTILE) >= 10
    assert "49" not in texts


def test_an_address_of_the_web_is_a_link_that_leads_to_the_words(tmp_path: Path) -> None:
    found = Elements(page_of("2000-01-01", base(tmp_path, "words", url="https://example.org/a")))
    assert sorted(link for link in found.attribute("href") if not link.startswith("#")) == [
        "https://example.org/a",
        "https://example.org/a#:~:text=1000%20troops%20after",
        "https://example.org/a#:~:text=1000%20troops%20after%20words",
        "https://example.org/a#:~:text=1000%20troops%20after%20words",
    ]


@pytest.mark.parametrize("words", [ARABIC, LONG, HOSTILE])
def test_every_link_within_the_page_leads_to_one_place(words: str, tmp_path: Path) -> None:
    found = Elements(page_of("2000-01-01", base(tmp_path, words, levels=3)))
    targets = found.attribute("id")
    assert len(set(targets)) == len(targets)
    assert {link[1:] for link in found.attribute("href") if link.startswith("#")} <= set(targets)


def test_every_level_has_a_mark_that_leads_to_its_row(bundled: Elements) -> None:
    rows = {each for each in bundled.attribute("id") if each.startswith("fact-us-iraq-20")}
    links = set(bundled.attribute("href"))
    assert {"fact-us-iraq-2016-04-18", "fact-us-iraq-2016-03-25-press"} < rows
    marks = {link for link in links if link.startswith("#fact-")}
    assert {"#fact-us-iraq-2016-04-18", "#fact-us-iraq-2016-03-25-press"} < marks


def test_the_policy_allows_the_one_style_and_nothing_else() -> None:
    text = page_of("2016-05-01")
    policy = Elements(text).all("meta")[1]
    style = text.split("<style>")[1].split("</style>")[0]
    assert policy == {
        "http-equiv": "Content-Security-Policy",
        "content": "default-src 'none'; "
        f"style-src 'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'; "
        "base-uri 'none'; form-action 'none'",
    }


def test_a_screen_reader_finds_its_way(bundled: Elements) -> None:
    assert len(bundled.all("h1")) == len(bundled.all("main")) == len(bundled.all("nav")) == 1
    assert bundled.all("html") == [{"lang": "en"}]
    assert {each.get("scope") for each in bundled.all("th")} == {"col", "row"}
    skips = [each["href"] for each in bundled.all("a") if each.get("class") == "skip"]
    assert skips == ["#answer", "#levels"]


def test_the_answer_comes_first_in_the_words_of_the_command_level(bundled: Elements) -> None:
    sections = [each["id"] for each in bundled.all("section")]
    assert sections == ["answer", "chart", "levels", "changes", "events"]
    assert "U.S. troops in Iraq, May 1, 2016 SOURCES CONFLICT · LAST KNOWN" in bundled.words
    assert (
        "3,800 to more than 5,000, depending on who is counted. The latest figure is from April 18, 2016."
    ) in bundled.words
    assert "asked: May 1, 2016" in bundled.words
    assert "--details" not in bundled.words


def test_a_quote_is_marked_in_its_paragraph() -> None:
    text = page_of("2016-05-01")
    quote = "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    before, after = text.split(f"<mark>{quote}</mark>")
    assert before.rsplit(">", 1)[1].startswith("Currently, the Pentagon says, there are 3,800 U.S. troops")
    assert after.startswith(", The Daily Beast’s Nancy Youssef reports.</blockquote>")


def test_the_levels_are_those_of_the_force_and_of_its_parts_from_old_to_new() -> None:
    rows = page_of("2016-05-01").split('<section id="levels"')[1].split("</section>")[0].split("<tr id=")[1:]
    assert [row.split("<b>")[1].split("</b>")[0] for row in rows] == [
        "3,000", "3,800", "more than 5,000", "several hundred", "4,087", "2,500", "about 2,500", "2,500",
    ]  # fmt: skip


def test_a_plan_is_not_shown_as_what_happened(bundled: Elements) -> None:
    assert "planned: Deadline for U.S. combat forces to leave" in bundled.words
    assert "announced; deployment under way" in bundled.words


def test_what_was_not_yet_published_is_left_out_of_everything() -> None:
    found = Elements(page_of("2016-05-01", known_by="2016-03-31"))
    assert "International Business Times" not in found.words
    assert "Defense One" in found.words


def test_another_force_has_a_report_of_its_own() -> None:
    found = Elements(page_of("2021-03-01", force="nato"))
    assert found.words.startswith("NATO personnel in Iraq, March 1, 2021")
    assert "about 500" in found.words


def test_the_footer_says_what_the_page_is_made_of(bundled: Elements) -> None:
    assert (
        "From the fact base articles (Five news articles on U.S. troops in Iraq, 2016 to 2023): 88 facts"
        in (bundled.words)
    )
    assert "iraqforce report --date 2016-05-01 --force us --place iraq --max-age 365 -o FILE" in bundled.words


def test_a_base_of_no_facts_has_a_page_without_a_chart(tmp_path: Path) -> None:
    found = Elements(page_of("2016", empty(tmp_path)))
    assert "or earlier. This does not mean zero." in found.words
    assert "No figure is available. This does not mean zero." in found.words
    assert not found.all("svg")


def test_the_page_begins_with_its_type() -> None:
    assert page_of("2016-05-01").startswith("<!DOCTYPE html>\n<html")


def test_the_same_question_gives_the_same_bytes() -> None:
    assert page_of("2016-05-01") == page_of("2016-05-01")


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        (["jinja2"], "jinja2, which is not installed"),
        (["vl_convert"], "vl-convert-python, which is not installed"),
        (["jinja2", "vl_convert"], "jinja2 and vl-convert-python, which are not installed"),
    ],
)
def test_without_the_extra_the_error_names_all_that_is_missing(
    missing: list[str], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in missing:
        monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingExtraError) as raised:
        page_of("2016-05-01")
    assert raised.value.message == f"A report needs {words}"
