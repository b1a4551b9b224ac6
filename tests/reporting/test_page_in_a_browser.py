"""The page in a real headless Chromium: it asks for nothing, opens its quotes, and reads for everybody."""

from __future__ import annotations

import os
import shutil
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from report_bases import ARABIC, HOSTILE, LONG, UNBROKEN, base, empty
from reports import page_of

CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("AXE_CORE", "")
WIDTHS = [320, 800, 1280]
RECORD = Path(__file__).parents[2] / "data" / "record.yaml"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM)
        yield started
        started.close()


class Opened:
    """A page that is open in the browser, with what it said and what it asked for."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked_for: list[Request] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", self._note)
        page.goto(path.as_uri())

    def _hear(self, message: ConsoleMessage) -> None:
        self.said.append(message.text)

    def _note(self, request: Request) -> None:
        self.asked_for.append(request)

    def truth(self, expression: str) -> object:
        found: object = self.page.evaluate(expression)
        return found


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The pages of several bases, by name."""
    folder = tmp_path_factory.mktemp("pages")
    made = {"bundled": page_of("2016-05-01")}
    for name, words in (("hostile", HOSTILE), ("arabic", ARABIC), ("long", LONG), ("unbroken", UNBROKEN)):
        (folder / name).mkdir()
        made[name] = page_of("2000-01-01", base=base(folder / name, words))
    (folder / "empty").mkdir()
    made["record"] = page_of("2014-10", base=RECORD)
    made["empty"] = page_of("2016", base=empty(folder / "empty"))
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


BASES = ["bundled", "record", "hostile", "arabic", "long", "unbroken", "empty"]


@pytest.fixture
def opened(browser: Browser, files: dict[str, Path]) -> Iterator[Opened]:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    yield Opened(page, files["bundled"])
    page.close()


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_its_width_and_asks_for_nothing(
    browser: Browser, files: dict[str, Path], name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    opened = Opened(page, files[name])
    assert opened.truth("document.documentElement.scrollWidth") == width
    assert opened.said == []
    assert [request.url for request in opened.asked_for] == [files[name].as_uri()]
    shown = "[...document.querySelectorAll('.picture svg')].filter((each) => each.checkVisibility()).length"
    assert opened.truth(shown) == (0 if name == "empty" else 1)
    page.close()


def test_a_click_on_a_number_opens_its_quote_in_its_paragraph(opened: Opened) -> None:
    page, words = opened.page, opened.page.locator("#words-us-iraq-2016-03-25-press")
    assert not words.is_visible()
    page.locator(".answer a", has_text="more than 5,000").click()
    words.wait_for(state="visible")
    assert words.locator("mark").inner_text() == (
        "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    )


def test_what_lies_in_a_fold_within_a_fold_is_opened_by_the_link_that_leads_to_it(
    browser: Browser, files: dict[str, Path]
) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    opened = Opened(page, files["record"])
    fact = "us-iraq-2014-09-dmdc"
    for name in (f"words-{fact}", f"fact-{fact}"):
        seen = f"document.getElementById('{name}').checkVisibility({{contentVisibilityAuto: true}})"
        assert opened.truth(seen) is False
        opened.truth(f"location.hash = '#{name}'")
        page.wait_for_function(seen)
    page.close()


def test_twenty_years_are_a_page_of_a_few_screens(browser: Browser, files: dict[str, Path]) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    opened = Opened(page, files["record"])
    order = "[...document.querySelectorAll('section')].map((each) => each.id).slice(0, 4)"
    assert opened.truth(order) == ["answer", "picture", "figures", "levels"]
    assert opened.truth("document.documentElement.scrollHeight < 12 * innerHeight") is True
    page.close()


def test_a_key_opens_a_quote(opened: Opened) -> None:
    page, words = opened.page, opened.page.locator("#words-us-iraq-2016-04-18")
    page.locator("#fact-us-iraq-2016-04-18 .number").focus()
    page.keyboard.press("Enter")
    words.wait_for(state="visible")
    summary = page.locator("details", has=words).locator("summary")
    summary.focus()
    page.keyboard.press("Space")
    words.wait_for(state="hidden")


def test_a_mark_that_is_pointed_at_shows_its_quote_and_its_source(opened: Opened) -> None:
    page, card = opened.page, opened.page.locator("#card")
    page.locator('.picture .wide a[href="#fact-us-iraq-2016-04-18"]').hover()
    card.wait_for(state="visible")
    assert card.inner_text().split("\n\n") == [
        "4,087",
        "18 April 2016, International Business Times (press)",
        "“will bring the total number of U.S. troops in Iraq to 4,087”",
        "[International Business Times], [18 April 2016] (no title in the text)",
    ]
    page.mouse.move(0, 0)
    card.wait_for(state="hidden")


def test_the_card_of_the_last_mark_stays_on_a_phone(opened: Opened) -> None:
    opened.page.set_viewport_size({"width": 320, "height": 640})
    for mark in (0, -1):
        opened.page.locator(".picture .narrow a").nth(mark).focus()
        box = opened.page.locator("#card").bounding_box()
        assert box is not None
        assert box["x"] >= 8
        assert box["x"] + box["width"] <= 312


def test_the_keyboard_reaches_the_marks_and_goes_on_to_the_row(opened: Opened) -> None:
    page, card = opened.page, opened.page.locator("#card")
    page.locator("#picture .skip").focus()
    page.keyboard.press("Tab")
    card.wait_for(state="visible")
    # What is announced is drawn below what is there, and so comes first.
    assert "“will bring the total number of U.S. troops in Iraq to 4,087”" in card.inner_text()
    page.keyboard.press("Escape")
    card.wait_for(state="hidden")
    page.keyboard.press("Enter")
    assert opened.truth("location.hash") == "#fact-us-iraq-2016-04-18"
    assert page.locator("#fact-us-iraq-2016-04-18").is_visible()


def test_the_policy_refuses_what_comes_from_outside_and_what_is_written_in(opened: Opened) -> None:
    refused = opened.truth(
        """async () => {
            const refused = [];
            document.addEventListener("securitypolicyviolation",
                (event) => refused.push([event.effectiveDirective, event.blockedURI]));
            const image = new Image(); image.src = "https://example.org/x.png";
            const script = document.createElement("script"); script.textContent = "window.ran = 1";
            const style = document.createElement("style"); style.textContent = "body { color: red }";
            document.body.append(image, script, style);
            await new Promise((done) => setTimeout(done, 300));
            return [...refused.map((each) => each.join(" ")), String(window.ran)].sort();
        }"""
    )
    assert refused == [
        "img-src https://example.org/x.png",
        "script-src-elem inline",
        "style-src-elem inline",
        "undefined",
    ]
    assert [request.failure for request in opened.asked_for] == [None, "csp"]


def test_without_a_script_the_marks_still_lead_to_their_rows(
    browser: Browser, files: dict[str, Path]
) -> None:
    page = browser.new_page(java_script_enabled=False, viewport={"width": 1280, "height": 800})
    page.goto(files["bundled"].as_uri())
    page.locator('.picture .wide a[href="#fact-us-iraq-2016-04-18"]').click()
    assert page.url.endswith("#fact-us-iraq-2016-04-18")
    page.close()


def test_on_paper_every_paragraph_is_there_in_black(opened: Opened) -> None:
    opened.page.emulate_media(media="print", color_scheme="dark")
    opened.truth("dispatchEvent(new Event('beforeprint'))")
    assert opened.page.locator("#words-us-iraq-2016-03-25-press").is_visible()
    assert not opened.page.locator("nav").is_visible()
    assert opened.truth("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    opened.truth("dispatchEvent(new Event('afterprint'))")
    assert opened.truth("document.querySelectorAll('details[open]').length") == 0


@pytest.mark.skipif(not Path(AXE).is_file(), reason="AXE_CORE names no axe-core-*.tgz, as .ci/run does")
@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("bundled", 320, "dark"),
        ("bundled", 1280, "light"),
        ("hostile", 800, "light"),
        ("hostile", 1280, "dark"),
        ("empty", 320, "light"),
    ],
)
def test_axe_finds_nothing_serious(
    browser: Browser, files: dict[str, Path], name: str, width: int, scheme: str
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(files[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate(_axe())
    found = page.evaluate("axe.run()")
    assert len(found["passes"]) > 25
    assert [each["id"] for each in found["violations"] if each["impact"] in ("serious", "critical")] == []
    page.close()


def _axe() -> str:
    with tarfile.open(AXE) as package:
        script = package.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()
