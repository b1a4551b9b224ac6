"""The report in a real headless Chromium: it asks for nothing, opens its quotes, and reads for everybody."""

import os
import shutil
import tarfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from iraqforce.text.characters import forbidden
from report_bases import ARABIC, HOSTILE, LONG, UNBROKEN, base, empty, page_of

CHROMIUM = shutil.which("chromium")
AXE = os.environ.get("AXE_CORE", "")
BASES = ["articles", "record", "hostile", "arabic", "long", "unbroken", "empty"]
WIDTHS = [320, 800, 1280]

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


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The reports on several bases, by name."""
    folder = tmp_path_factory.mktemp("pages")
    made = {"articles": page_of("2016-05-01"), "record": page_of("2014-10", "record")}
    for name, words in (("hostile", HOSTILE), ("arabic", ARABIC), ("long", LONG), ("unbroken", UNBROKEN)):
        (folder / name).mkdir()
        made[name] = page_of("2000-01-01", base(folder / name, words))
    (folder / "empty").mkdir()
    made["empty"] = page_of("2016", empty(folder / "empty"))
    for name, text in made.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: folder / f"{name}.html" for name in made}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


@pytest.mark.parametrize("name", BASES)
@pytest.mark.parametrize("width", WIDTHS)
def test_it_fits_its_width_and_asks_for_nothing(
    page: Page, files: dict[str, Path], name: str, width: int
) -> None:
    said: list[str] = []
    asked_for: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked_for.append(request.url))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(files[name].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert said == []
    assert asked_for == [files[name].as_uri()]
    assert page.locator(".chart svg").count() == (0 if name == "empty" else 1)


def test_an_article_is_shown_without_unsafe_characters(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["hostile"].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    shown = page.inner_text("body")
    assert f"troops after {HOSTILE} \ufffd[31m\ufffd" in shown
    assert forbidden(shown.replace("\t", "").replace("\n", "")) is None


def test_a_mark_leads_to_its_row_also_with_the_keyboard(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["articles"].as_uri())
    mark = page.locator('.chart a[href="#fact-us-iraq-2016-04-18"]')
    mark.click()
    assert page.url.endswith("#fact-us-iraq-2016-04-18")
    page.locator('.chart a[href="#fact-us-iraq-2016-03-25-press"]').focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#fact-us-iraq-2016-03-25-press")


def test_a_key_opens_a_quote_in_its_paragraph(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["articles"].as_uri())
    row = page.locator("#fact-us-iraq-2016-03-25-press")
    quote = row.locator("mark")
    assert not quote.is_visible()
    row.locator("summary").focus()
    page.keyboard.press("Enter")
    quote.wait_for(state="visible")
    assert quote.inner_text() == (
        "the figure doesn’t include “temporary” troops. The actual number tops 5,000"
    )


def test_a_link_opens_the_table_that_it_leads_into(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["record"].as_uri())
    seen = (
        "document.getElementById('fact-us-iraq-2014-09-dmdc').checkVisibility({contentVisibilityAuto: true})"
    )
    assert page.evaluate(seen) is False
    page.evaluate("location.hash = '#fact-us-iraq-2014-09-dmdc'")
    page.wait_for_function(seen)


def test_twenty_years_are_a_page_of_a_few_screens(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["record"].as_uri())
    assert page.evaluate("document.documentElement.scrollHeight < 12 * innerHeight") is True


def test_the_policy_refuses_what_comes_from_outside_and_what_is_written_in(
    page: Page, files: dict[str, Path]
) -> None:
    page.goto(files["articles"].as_uri())
    refused = page.evaluate(
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


def test_on_paper_the_page_is_black_and_has_no_navigation(page: Page, files: dict[str, Path]) -> None:
    page.goto(files["articles"].as_uri())
    page.emulate_media(media="print", color_scheme="dark")
    assert not page.locator("nav").is_visible()
    assert page.locator("#fact-us-iraq-2016-03-25-press mark").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


@pytest.mark.skipif(not Path(AXE).is_file(), reason="AXE_CORE names no axe-core-*.tgz, as .ci/run does")
@pytest.mark.parametrize("name", ["articles", "hostile", "empty"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_any_width(page: Page, files: dict[str, Path], name: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(files[name].as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate(_axe())
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        found = page.evaluate("axe.run()")
        assert len(found["passes"]) > 25
        assert [(each["id"], each["impact"]) for each in found["violations"]] == []


@cache
def _axe() -> str:
    with tarfile.open(AXE) as package:
        script = package.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()
