"""F303: a count that its source words otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.coverage import Entered, covers, entered, on_one_line, overlaps
from iraqforce.rules.example import MONTHLY
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact
    from iraqforce.mentions.counting import NumberMention


class CountsWordedOtherwise(Judge):
    """A count with `about`, `more than` or the like where its article has none of it, or the reverse."""

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:
        """The fact, where no mention of its number in its quote is qualified as its count is."""
        count, place = fact.count, fact.found_at
        text = self.ground.declared.articles.get(fact.source.id)
        own = None if text is None else entered(fact, text)
        if own is None or count is None or place is None or count.value is None:
            return
        mentions = self.ground.numbers(fact.source.id)
        worded = [mention for mention in mentions if covers(own, mention)]
        worded = worded or [mention for mention in mentions if _ends_in(own, mention)]
        qualifiers = {mention.count.qualifier for mention in worded if mention.count is not None}
        if qualifiers and count.qualifier not in qualifiers:
            message = f"the count is '{count.text}', and the article has '{on_one_line(worded[0])}'"
            hint = f"word the count as the article does, at {place.path}:{place.line}"
            yield Finding(Subject("fact", fact.id), written.spot("count"), message, hint)


def _ends_in(own: Entered, mention: NumberMention) -> bool:
    """True where the count is one end of a range that the quote has: "500" of "500 to 600"."""
    count = mention.count
    if count is None or count.qualifier != "range" or not overlaps(own, mention):
        return False
    return own.count.value in (count.low, count.high)


RULE: Final = Rule(
    code="F303",
    name="a count that its source words otherwise",
    reason=(
        "“About 3,900” and “3,900” do not claim the same. The words around the number belong to it, also "
        "where the quote leaves them out."
    ),
    fix="Word the count as the article does.",
    bad=MONTHLY.replace("count: about 250", "count: 250"),
    good=MONTHLY,
    severity="warning",
    judge=CountsWordedOtherwise,
)
