"""F111: an id given twice."""

from __future__ import annotations

from typing import Final

from iraqforce.rules.example import LEVEL
from iraqforce.rules.rule import Rule

RULE: Final = Rule(
    code="F111",
    name="an id given twice",
    reason=("An id names one fact, one source or one word; two of a name could not be told apart."),
    fix="Give each its own id; several files declare the same word in the same words.",
    bad=LEVEL.replace("id: us-iraq-2016-03", "id: us-iraq-2017"),
    good=LEVEL,
)
