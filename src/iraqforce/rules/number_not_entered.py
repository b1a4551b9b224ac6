"""F308: a number of a stored article that nobody entered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iraqforce.coverage import Entered, entered, on_one_line, place_of, uncovered
from iraqforce.facts import TextPlace
from iraqforce.rules.rule import Finding, Judge, Located, Rule, Subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from iraqforce.facts import Fact
    from iraqforce.rules.rule import Ground


class NumbersNotEntered(Judge):
    """A number in a stored article that no fact has whose quote spans it."""

    def __init__(self, ground: Ground) -> None:
        super().__init__(ground)
        self._entered: dict[str, list[Entered]] = {name: [] for name in ground.declared.articles}

    def look(self, fact: Fact, written: Located) -> Iterator[Finding]:  # noqa: ARG002 - it stands elsewhere
        """Nothing yet: another fact may have the number."""
        text = self.ground.declared.articles.get(fact.source.id)
        number = None if text is None else entered(fact, text)
        if number is not None:
            self._entered[fact.source.id].append(number)
        return iter(())

    def conclude(self) -> Iterator[Finding]:
        """Each number that is in no fact, at the source whose article has it."""
        paths = {source.id: source.path or "" for source in self.ground.declared.sources}
        for name, entered_here in self._entered.items():
            text, written = self.ground.declared.articles[name], self.ground.sources[name]
            for mention in uncovered(self.ground.numbers(name), entered_here):
                place, words = place_of(text, mention.start), on_one_line(mention)
                message = f"line {place[0]} of the article has '{words}', which no fact of it has"
                hint = f"enter it, or let the source accept F308 with 'words: [{words}]' and say why"
                related = TextPlace(paths[name], *place)
                about, at = Subject("source", name), written.spot("text")
                yield Finding(about, at, message, hint, words, related)


RULE: Final = Rule(
    code="F308",
    name="a number of a stored article that nobody entered",
    reason=(
        "What is not in the base cannot disagree with what is: a figure left out by oversight looks like "
        "one that was never printed."
    ),
    fix=(
        "Enter it as a fact. Where it is of no use to the base, acknowledge the rule at the source, with the "
        "number's own words: `words: [44]`."
    ),
    bad="""\
sources:
  reprint:
    publisher: The Reprint
    published: 2016-04-19
    text: articles/weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
facts:
  - id: a-count-2016-04
    kind: event
    label: A reporter counts
    as_of: 2016-04
    source: reprint
    quote: A reporter counted
""",
    good="""\
sources:
  reprint:
    publisher: The Reprint
    published: 2016-04-19
    text: articles/weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
facts:
  - id: us-iraq-2016-04-reprint
    kind: level
    label: A reporter counts
    as_of: 2016-04
    source: reprint
    quote: A reporter counted more than 5,000 American troops in Iraq
    force: us
    place: iraq
    count: more than 5,000
    status: actual
    basis: press
""",
    severity="warning",
    judge=NumbersNotEntered,
)
