"""`iraqforce show --open`: the source of a fact in the browser."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from iraqforce.cli.show import command
from made_bases import base, level
from processes import iraqforce

FACT = "us-iraq-2021-12-09-kirby"
URL = "https://defensecommunities.org/2021/12/u-s-to-keep-2500-troops-in-iraq-as-formal-combat-role-wraps-up/"


def test_the_url_of_the_source_is_opened_and_named_on_stderr(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(click, "launch", opened.append)
    done = CliRunner().invoke(command, [FACT, "--open", "--base", "record"])
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", f"Opening {URL}\n")
    assert opened == [URL]


def test_a_source_without_a_url_is_wrong_usage(tmp_path: Path) -> None:
    path = base(tmp_path, level("no-url", "2016", "1"))
    done = iraqforce(f"show no-url --open --base {path}")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Error: the source 'r' has no URL to open.\n")
