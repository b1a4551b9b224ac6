"""The page as a parser of HTML reads it: nothing of a base is markup, and every link within it leads on."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from report_bases import ARABIC, HOSTILE, LONG, base, empty
from reports import page_of


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
        if self.open not in ("script", "style"):
            self.texts.append(data)

    def all(self, name: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag == name]

    def attribute(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def bundled() -> Elements:
    return Elements(page_of("2016-05-01"))


# An address that is none of the web is refused before it can come to a page.
@pytest.fixture(
    params=['https://example.org/"onclick=alert(1)//', "HTTPS://example.org/<script>#javascript:"]
)
def hostile(request: pytest.FixtureRequest, tmp_path: Path) -> Elements:
    return Elements(page_of("2000-01-01", base=base(tmp_path, HOSTILE, url=request.param)))


def test_no_text_of_a_base_becomes_markup(hostile: Elements) -> None:
    assert len(hostile.all("script")) == len(hostile.all("style")) == 1
    assert hostile.all("script") == [{}]
    assert not {"img", "iframe", "object", "embed", "link", "base", "form", "image", "use"} & {
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
    found = Elements(page_of("2000-01-01", base=base(tmp_path, "words", url="https://example.org/a")))
    away = sorted(link for link in found.attribute("href") if not link.startswith("#"))
    assert away == [
        "https://example.org/a",
        "https://example.org/a#:~:text=1000%20troops%20after",
        "https://example.org/a#:~:text=1000%20troops%20after%20words",
        "https://example.org/a#:~:text=1000%20troops%20after%20words",
    ]


@pytest.mark.parametrize("words", [ARABIC, LONG, HOSTILE])
def test_every_link_within_the_page_leads_to_one_place(words: str, tmp_path: Path) -> None:
    found = Elements(page_of("2000-01-01", base=base(tmp_path, words, levels=3)))
    targets = found.attribute("id")
    assert len(set(targets)) == len(targets)
    assert {link[1:] for link in found.attribute("href") if link.startswith("#")} <= set(targets)


def test_every_number_leads_to_its_words_and_every_quote_to_its_row(bundled: Elements) -> None:
    rows = {each.removeprefix("fact-") for each in bundled.attribute("id") if each.startswith("fact-")}
    words = {each.removeprefix("words-") for each in bundled.attribute("id") if each.startswith("words-")}
    links = set(bundled.attribute("href"))
    assert rows == words
    assert {f"#words-{each}" for each in rows} | {f"#fact-{each}" for each in rows} <= links
    assert "us-iraq-2016-04-18" in rows


def test_the_policy_names_the_only_style_and_the_only_script() -> None:
    text = page_of("2016-05-01")
    policy = Elements(text).all("meta")[1]
    assert policy["http-equiv"] == "Content-Security-Policy"
    hashes = [
        b64encode(sha256(text.split(f"<{tag}>")[1].split(f"</{tag}>")[0].encode()).digest()).decode()
        for tag in ("style", "script")
    ]
    assert policy["content"] == (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def test_a_screen_reader_finds_its_way(bundled: Elements) -> None:
    assert len(bundled.all("h1")) == len(bundled.all("main")) == len(bundled.all("nav")) == 1
    assert bundled.all("html") == [{"lang": "en"}]
    assert len(bundled.all("caption")) == len(bundled.all("table")) == 3
    assert {each.get("scope") for each in bundled.all("th")} == {"col", "row"}
    assert [each["href"] for each in bundled.all("a") if each.get("class") == "skip"] == [
        "#answer",
        "#levels",
    ]
    assert all(each["aria-labelledby"] == "picture-words" for each in bundled.all("svg"))


def test_every_mark_of_a_figure_tells_what_it_is(bundled: Elements) -> None:
    told = [label for label in bundled.attribute("aria-label") if label.startswith("4,087: ")]
    assert len(told) == 3
    assert "18 April 2016, said by International Business Times (press); announced" in told[0]
    assert "“will bring the total number of U.S. troops in Iraq to 4,087” [1]" in told[0]


def test_a_plan_is_not_told_as_what_happened(bundled: Elements) -> None:
    texts = " ".join("".join(bundled.texts).split())
    assert "planned: Deadline for U.S. combat forces to leave, 31 December 2021" in texts
    assert "Events, and what was due, from old to new" in texts
    assert "Increases, decreases, and what is said of either, from old to new" in texts
    assert "announced: +217, 18 April 2016" in texts
    assert "actual: " not in texts


def test_changes_and_events_say_their_status_and_changes_what_they_count(bundled: Elements) -> None:
    labels = bundled.attribute("data-label")
    cells = {name: labels.count(name) for name in ("What", "Status", "What it counts", "Number", "Count")}
    assert cells["Status"] == cells["What"] + cells["Count"]
    assert cells["What it counts"] == cells["Number"] + cells["Count"]


def test_the_footer_says_what_the_page_is_made_of(bundled: Elements) -> None:
    texts = " ".join("".join(bundled.texts).split())
    assert "From the fact base articles: 88 facts from 5 sources, SHA-256 " in texts
    assert "iraqforce report --date 2016-05-01 --force us --place iraq --max-age 365 -o FILE" in texts


def test_a_base_of_no_facts_has_a_page_without_a_picture(tmp_path: Path) -> None:
    found = Elements(page_of("2016", base=empty(tmp_path)))
    texts = "".join(found.texts)
    assert "That is no evidence of zero." in texts
    assert "The base has no level for this question. That is not zero." in texts
    assert not found.all("svg")


def test_the_page_begins_with_its_type() -> None:
    assert page_of("2016-05-01").startswith("<!DOCTYPE html>\n<html")


def test_the_same_question_gives_the_same_bytes() -> None:
    assert page_of("2016-05-01") == page_of("2016-05-01")
