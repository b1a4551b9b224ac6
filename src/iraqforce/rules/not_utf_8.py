"""F002: the file is not UTF-8."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

_NOTES: Final = """\
name: more
title: Café notes
"""

RULE: Final = Rule(
    code="F002",
    name="the file is not UTF-8",
    reason=(
        "Another encoding turns letters into other letters, and a quote is worth its letters. The example "
        "breaks the rule when it is saved as Latin-1."
    ),
    fix="Save the file as UTF-8.",
    bad=_NOTES,
    good=_NOTES,
)
