"""F003: the file is not YAML, or uses more of it than a fact base may."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F003",
    name="the file is not YAML, or uses more of it than a fact base may",
    reason=(
        "Anchors, aliases, tags, words for nothing and several documents let one spelling mean another: "
        "what stands in a base is what it says."
    ),
    fix="Mend the syntax, or write the value out.",
    bad="""\
name: more
title: Notes: a second part
""",
    good="""\
name: more
title: "Notes: a second part"
""",
)
