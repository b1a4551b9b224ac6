"""`docs/licenses.md` names what is installed with iraqforce or one of its extras, with its license."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import distribution, metadata
from pathlib import Path

from packaging.requirements import Requirement

DOCUMENT = Path(__file__).parent.parent / "docs" / "licenses.md"
EXTRAS = ("", "chart", "report", "notebook", "parquet")
CLASSIFIERS = {"MIT License": "MIT", "BSD License": "BSD-3-Clause"}
"""The license of a package that only states a classifier; jinja2 is the one under a BSD license."""


def installed(name: str, extra: str = "") -> Iterator[str]:
    """What the distribution requires at run time, directly or not."""
    for line in distribution(name).requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
            if requirement.name != name:
                yield str(metadata(requirement.name)["Name"])
            for each in requirement.extras or ("",):
                yield from installed(requirement.name, each)


def license_of(name: str) -> str:
    found = metadata(name)
    for field in ("License-Expression", "License"):
        if field in found:
            return str(found[field])
    [classifier] = (each for each in found.get_all("Classifier") or [] if each.startswith("License"))
    return CLASSIFIERS[str(classifier).rpartition(" :: ")[2]]


def rows() -> list[str]:
    """The rows of the table: first what is always installed, then each extra's own."""
    needed: dict[str, str] = {}
    for extra in EXTRAS:
        for name in sorted(set(installed("iraqforce", extra)), key=str.lower):
            needed.setdefault(name, f"extra `{extra}`" if extra else "iraqforce")
    return [f"| {name} | {license_of(name)} | {by} |" for name, by in needed.items()]


def test_the_document_names_every_package_with_its_license() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    head, table = text.split("| --- | --- | --- |\n")
    if os.environ.get("IRAQFORCE_WRITE_DOCS"):
        table = "\n".join(rows()) + "\n"
        DOCUMENT.write_text(f"{head}| --- | --- | --- |\n{table}", encoding="utf-8")
    assert table.splitlines() == rows()
