"""What must hold of any input: for `test_fuzz.py`, and for runs that coverage guides, which need atheris.

`python tests/fuzz_targets.py TARGET FOLDER -max_total_time=60` runs one of TARGETS. FOLDER keeps the inputs
that reached something new; other options are those of libFuzzer.
"""

from __future__ import annotations

import csv
import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if __name__ == "__main__":
    import atheris

    with atheris.instrument_imports(include=["iraqforce", "yaml"]):
        import iraqforce.export.base_file
        import iraqforce.loading.reader
        import iraqforce.pages.verify
        import iraqforce.queries.drafts
        import iraqforce.queries.search

import iraqforce
from iraqforce.errors import BaseError
from iraqforce.export.base_file import yaml_lines
from iraqforce.loading import snapshot
from iraqforce.loading.files import UnusableTextError
from iraqforce.loading.locations import given
from iraqforce.loading.reader import Loaded, read
from iraqforce.loading.yaml_nodes import read_tree
from iraqforce.model.choices import VERDICTS
from iraqforce.model.fact_base import FactBase
from iraqforce.model.positions import TextPlace, lines_of
from iraqforce.model.result import Result
from iraqforce.queries.drafts import draft
from iraqforce.queries.search import search
from iraqforce.render.formats import FORMATS, Screen, page_of, render
from iraqforce.render.tables import csv_lines, table_of, unsafe
from iraqforce.text import mentions, numbers
from iraqforce.text.characters import visible
from iraqforce.text.normalize import collapse_spaces
from iraqforce.text.numbers import CountError
from iraqforce.text.numbers_in_text import counts_in

BASE = iraqforce.open("all")
_FOLDER = tempfile.TemporaryDirectory(prefix="iraqforce-fuzz-")  # removed when Python ends
FOLDER = Path(_FOLDER.name)


def holds_for_a_base(data: bytes) -> Loaded | None:
    """Any file is a base or has problems that are in it; a base is equal from its snapshot and its export."""
    path = FOLDER / "facts.yaml"
    path.write_bytes(data)
    file = given(str(path))
    try:
        loaded = read([file])
    except BaseError:
        return None
    text = data.decode(errors="replace").removeprefix("\ufeff")
    assert (loaded.base is None) == (loaded.count > 0)
    for problem in loaded.problems:
        _in_text(problem.at, text)
        assert problem.message.strip()
        assert problem.hint.strip()
        assert visible(problem.message) == problem.message, problem
    if loaded.base is not None:
        body = snapshot.encoded(loaded.base, [file])
        assert _contents(snapshot._decoded(body, [file], [data])) == _contents(loaded.base)
        path.write_text("".join(yaml_lines(loaded.base)), encoding="utf-8", newline="")
        again = read([file])
        assert again.base is not None, again.problems
        assert _contents(again.base, places=False) == _contents(loaded.base, places=False)
    return loaded


def _contents(base: FactBase, *, places: bool = True) -> list[object]:
    """All of a base; without `places`, but for what depends on how its file is written."""
    facts, info = base.facts, base.info
    if not places:
        facts = tuple(fact._replace(written_at=TextPlace("", 0, 0)) for fact in facts)
        info = info._replace(sha256="")
    records = (base.forces, base.places, base.definitions, base.sources, base.articles)
    return [info, base.id_patterns, *map(dict, records), list(facts)]


def holds_for_numbers(text: str) -> None:
    """Any text is a count or an error; the counts in a text are in order, in its words, and can be read."""
    try:
        count = numbers.parse(text)
    except CountError:
        pass
    else:
        assert count.text == text
        assert count.low is None or count.high is None or 0 <= count.low <= count.high
    for found in (list(counts_in(text)), list(mentions.numbers(text))):
        end = 0
        for each in found:
            assert end <= each.start < each.end <= len(text)
            assert each.words == text[each.start : each.end]
            end = each.end


def holds_for_a_manuscript(text: str, published: str | None = "2021-12-10") -> None:
    """Of any manuscript, each claim is in it and has a verdict, and every format shows it."""
    found = BASE.verify(text, published=published)
    assert sum(found.verdicts.values()) == len(found.claims)
    for claim in found.claims:
        assert claim.verdict in VERDICTS
        assert claim.why.strip()
        _in_text(claim.at, text)
        assert all(0 <= start < end <= len(claim.sentence) for start, end in claim.marks)
    holds_for_a_result(found)


def holds_for_a_draft(text: str) -> None:
    """Of any article, each proposal quotes it where it says, and the draft can be read."""
    found = draft(BASE.contents, text, "article.txt", "0" * 64)
    for proposal in found.proposals:
        start, end = proposal.quote_at.span(text)
        assert collapse_spaces(text[start:end])[0] == collapse_spaces(proposal.quote)[0]
        assert proposal.count is None or proposal.words is not None
    written = "".join(render(found, "table", Screen()))
    try:
        read_tree(written, "draft.yaml")
    except UnusableTextError as error:
        # An article may have characters that no base may have.
        assert error.problem.code == "F114", written  # noqa: PT017 - any other is a finding
    holds_for_a_result(found)


def holds_for_a_search(words: str) -> None:
    """Of any words, each hit is marked in its text."""
    for hit in search(BASE.contents, words, limit=5).hits:
        assert hit.marks
        places = [place for mark in hit.marks for place in mark]
        assert places == sorted(places)
        assert places[-1] <= len(hit.text)


def holds_for_a_result(result: Result) -> None:
    """Every format shows the result, and its CSV reads back as the cells of its table."""
    for fmt in FORMATS:
        assert "".join(render(result, fmt, Screen(width=60, color=True, links=True))) or fmt == "jsonl"
    assert list(page_of(result))
    table = table_of(result)
    rows = [tuple(row) for row in table.rows]
    back = csv.reader(io.StringIO("".join(csv_lines(table_of(result), header=False)), newline=""))
    for row, cells in zip(rows, back, strict=True):
        texts = [unsafe(cell) for cell in cells]
        assert all(had == text for had, text in zip(row, texts, strict=True) if isinstance(had, str))


def _in_text(at: TextPlace, text: str) -> None:
    """The place is in the text, or right behind the end of a line of it."""
    lines = lines_of(text)
    assert 1 <= at.line <= len(lines), at
    ends = lines.position(at.line + 1, 1) if at.line < len(lines) else len(text) + 1
    assert lines.position(at.line, 1) <= lines.position(at.line, at.column) < ends, at


def _text(holds: Callable[[str], None]) -> Callable[[bytes], None]:
    return lambda data: holds(data.decode(errors="replace"))


TARGETS: dict[str, Callable[[bytes], object]] = {
    "base": holds_for_a_base,
    "numbers": _text(holds_for_numbers),
    "verify": _text(holds_for_a_manuscript),
    "draft": _text(holds_for_a_draft),
    "search": _text(holds_for_a_search),
}


if __name__ == "__main__":
    target = TARGETS[sys.argv.pop(1)]
    atheris.Setup(sys.argv, lambda data: target(data) and None)
    atheris.Fuzz()
