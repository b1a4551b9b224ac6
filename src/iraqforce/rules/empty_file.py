"""F004: the file is empty."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F004",
    name="the file is empty",
    reason=("An empty file is more likely a slip than a base, and answers nothing."),
    fix="Write the base, or give the path of the right file.",
    bad="""\
# nothing but this comment
""",
    good="""\
name: more
title: A second part
""",
)
