"""What `python docs/making` writes is current, and the manual page is well formed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import click
import manual
import pytest
import reference
import tables

from iraqforce.cli import COMMANDS, cli
from iraqforce.cli.schema import SCHEMAS
from iraqforce.contract.parts import PARTS
from processes import iraqforce

DOCS = Path(__file__).parent.parent / "docs"


def have(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")


def test_the_page_of_the_commands_is_current() -> None:
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == reference.page()


def test_the_page_of_the_json_is_current() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    assert page == tables.page(page)
    assert page.count(tables.MARK) == 1


def test_the_page_of_the_json_has_every_object_and_every_part() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    headings = set(re.findall(r"^##+ (.*)$", page, re.MULTILINE))
    assert {f"iraqforce.{name}/1" for name in SCHEMAS if name != "base"} | set(PARTS) <= headings


def test_the_links_within_the_page_of_the_json_lead_somewhere() -> None:
    page = (DOCS / "json.md").read_text(encoding="utf-8")
    anchors = {
        re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^##+ (.*)$", page, re.MULTILINE)
    }
    assert set(re.findall(r"\(#([^)]+)\)", page)) <= anchors


def test_the_list_of_the_documents_names_each_and_nothing_else() -> None:
    listed = set(re.findall(r"\]\(([^)]+)\)", (DOCS / "README.md").read_text(encoding="utf-8")))
    pages = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert listed == pages | {"schema"}


def test_the_made_up_base_of_the_documents_is_valid() -> None:
    done = iraqforce("check docs/examples/withheld.yaml", cwd=DOCS.parent)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "No problem  VALID")


# The manual page


def plain(text: str) -> str:
    """The roff as it is read, in words with single spaces."""
    signs = {r"\-": "-", r"\(aq": "'", r"\(ga": "`", r"\(ha": "^", r"\(ti": "~", r"\&": "", r"\e": "\\"}
    for escape, sign in signs.items():
        text = text.replace(escape, sign)
    return " ".join(text.split())


def test_the_manual_page_has_every_command_with_every_option() -> None:
    page = plain(manual.page())
    top = click.Context(cli, info_name="iraqforce")
    for name in COMMANDS:
        command = cli.get_command(top, name)
        assert command is not None
        assert f".SS iraqforce {name} " in page
        for option in command.params:
            if isinstance(option, click.Option):
                assert all(word in page for word in option.opts), name
                assert " ".join((option.help or "").split()) in page


def test_the_manual_page_shows_a_hyphen_that_can_be_typed() -> None:
    shown = [line for line in manual.page().splitlines() if "level" in line and "2021" in line]
    assert r"  iraqforce level \-\-date 2021\-12" in shown


def test_the_manual_page_is_the_same_whenever_it_is_made() -> None:
    assert manual.page() == manual.page()
    assert manual.page().startswith('.TH IRAQFORCE 1 "" "iraqforce ')


@have("mandoc")
def test_mandoc_finds_nothing_but_the_date_that_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "iraqforce.1"
    path.write_text(manual.page(), encoding="utf-8")
    done = subprocess.run(
        ["mandoc", "-T", "lint", str(path)], capture_output=True, encoding="utf-8", check=False
    )
    assert [line for line in done.stdout.splitlines() if "missing date" not in line] == []


@have("groff")
@pytest.mark.parametrize("width", [60, 120])
def test_groff_has_no_warning_and_keeps_the_examples_on_their_lines(tmp_path: Path, width: int) -> None:
    path = tmp_path / "iraqforce.1"
    path.write_text(manual.page(), encoding="utf-8")
    command = ["groff", "-ww", "-man", "-K", "utf8", "-T", "utf8", "-P", "-c", f"-rLL={width}n", str(path)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "\n         iraqforce level --date 2021-12\n" in re.sub(".\b", "", done.stdout)
