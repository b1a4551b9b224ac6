"""The page of the Python API keeps its word: its examples are run, and what it lists is there."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import iraqforce

PAGE = (Path(__file__).parent.parent.parent / "docs" / "python.md").read_text(encoding="utf-8")


def test_every_example_prints_what_the_page_shows() -> None:
    examples = doctest.DocTestParser().get_doctest(PAGE, {}, "python.md", "docs/python.md", 0)
    assert len(examples.examples) > 20
    told: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(examples, out=told.append)
    assert result.failed == 0, "".join(told)


def test_every_attribute_and_method_that_it_lists_is_there_and_none_is_left_out() -> None:
    rows = re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(\w+)", row)}
    parts = {name for kind in (iraqforce.Answer, iraqforce.Base) for name in dir(kind) if name[0] != "_"}
    assert parts - listed == {"close", "to_dict", "to_pandas"}
    assert listed <= parts


def test_every_error_is_named() -> None:
    for name in iraqforce.__all__:
        if name.endswith("Error"):
            assert name in PAGE
