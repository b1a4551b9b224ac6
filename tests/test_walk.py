"""The walk of docs/adding-an-article.md, step by step in an empty folder, as a new curator takes it."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from test_documents import ROOT, WALK, run

STEP = re.compile(
    r"^(?:<!-- file: (?P<path>\S+) -->\n```\w+\n(?P<content>.*?)|```console\n(?P<console>.*?))^```$",
    re.DOTALL | re.MULTILINE,
)


def walked(folder: Path) -> str:
    """The page with the output of every command as it is when its steps are taken in the folder."""
    for name in ("data", "seeds"):
        shutil.copytree(ROOT / name, folder / name)

    def taken(step: re.Match[str]) -> str:
        if step["path"]:
            (folder / step["path"]).write_text(step["content"], encoding="utf-8")
            return step[0]
        commands = re.findall(r"^\$ (.*)$", step["console"], re.MULTILINE)
        told = "".join(f"$ {command}\n{run(command, folder)}" for command in commands)
        return f"```console\n{told}```"

    return STEP.sub(taken, WALK.read_text(encoding="utf-8"))


def test_every_step_prints_what_the_page_shows(tmp_path: Path) -> None:
    assert WALK.read_text(encoding="utf-8") == walked(tmp_path)


def test_the_walk_ends_in_a_base_without_a_warning(tmp_path: Path) -> None:
    walked(tmp_path)
    command = "iraqforce check --facts data/facts.yaml --facts data/gazette.yaml --strict --json"
    found = json.loads(run(command, tmp_path))
    assert (found["ok"], found["summary"]["facts"], found["problems"]) == (True, 91, [])


def test_the_walk_has_every_step() -> None:
    text = WALK.read_text(encoding="utf-8")
    assert [match["path"] for match in STEP.finditer(text) if match["path"]] == [
        "seeds/gazette.txt",
        "data/gazette.yaml",
    ]
    assert sum(1 for match in STEP.finditer(text) if match["console"]) == 6
