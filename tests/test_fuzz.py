"""Any base, date, number, manuscript, article and search: no traceback, and what `fuzz_targets` says of each.

Bounded for every run of the tests; `IRAQFORCE_FUZZ_EXAMPLES=100000` tries so many of each.
"""

import datetime
import os
from hashlib import sha256
from typing import Any

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import fuzz_targets
import iraqforce
from generators import texts as count_texts
from iraqforce.api import closed_date
from iraqforce.export.citation_styles import STYLES
from iraqforce.model.choices import BASES, DIRECTIONS, SCOPES, STATUSES
from iraqforce.model.dates import DateError
from iraqforce.text.characters import forbidden

EXAMPLES = int(os.environ.get("IRAQFORCE_FUZZ_EXAMPLES", "0"))


def tried(examples: int) -> settings:
    return settings(max_examples=EXAMPLES or examples, deadline=None, suppress_health_check=list(HealthCheck))


# ---- bases ----------------------------------------------------------------------------------------------

ODD = "\ufeff\u00a0\u2028\u202e\u200d\x1b\x00\r\uffff\U000e0041\U0001f600é\u0301漢'\"\\:#-{}[]&*!|>%@`,=~"
plain = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.text("ab \n" + ODD, max_size=8)
    | st.sampled_from(["no", "null", "~", "1:30", "0x1f", "=1+1", "2016", "true", "- a", "a: b", "TODO"])
)
good_text = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12).filter(
    lambda text: text.strip() and "\n" not in text and forbidden(text) is None
)
days = st.dates(datetime.date(1, 1, 1)).map(str)
good_dates = days | st.sampled_from(
    ["2016", "2016-03", "2015-21", "2014/2017", "2016-03~", "2016-XX", "201X", "20XX", "0001", "9999-12-31"]
)
open_dates = good_dates | st.sampled_from(["../2016", "2016/.."])
vague = st.fixed_dictionaries({"text": st.sampled_from(["several hundred", "dozens"])}, optional={
    "low": st.integers(0, 99).map(str), "high": st.integers(100, 10**16).map(str)
})  # fmt: skip
good_counts = (
    count_texts | vague | st.sampled_from(["withheld", "0", "1" + 15 * "0", "1" + 18 * "0", "4.5 million"])
)
names = st.sampled_from(["us", "uk", "iraq", "syria", "r", "s", "all", "part", "one", "x-1", "Bad Id", ""])


def record(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(required, optional=optional)


of_levels: dict[str, Any] = {
    "force": st.sampled_from(["us", "uk"]), "place": st.sampled_from(["iraq", "syria"]),
    "status": st.sampled_from([*STATUSES]), "basis": st.sampled_from([*BASES]),
}  # fmt: skip
of_all: dict[str, Any] = {
    "as_of": open_dates, "source": st.just("r"), "locator": good_text, "count": good_counts,
}  # fmt: skip
some: dict[str, Any] = {
    "definition": st.sampled_from(["all", "part"]), "stated_by": good_text, "label": good_text,
    "note": good_text, "due": open_dates, "dated_by": good_text, "checked": st.just("twice"),
}  # fmt: skip
ARTICLE = "About 2,500 U.S. troops are in Iraq.\nIn 2016, “more than 5,000” were: 4,000 to 5,000 on paper.\n"
(fuzz_targets.FOLDER / "article.txt").write_text(ARTICLE, encoding="utf-8")
STORED = {
    "title": "S", "publisher": "P", "published": "9999", "text": "article.txt",
    "sha256": sha256(ARTICLE.encode()).hexdigest(),
}  # fmt: skip
quoted = st.builds(
    lambda known, cut, count: known if cut is None else (ARTICLE[slice(*cut)], count),
    st.sampled_from(
        [("About 2,500 U.S. troops", "about 2,500"), ('"more than 5,000" were', "more than 5,000")]
    ),
    st.none() | st.tuples(st.integers(0, 90), st.integers(0, 90)).map(sorted), good_counts,
).map(lambda pair: {"source": "s", "quote": pair[0], "count": pair[1]})  # fmt: skip
facts = st.one_of(
    record({"kind": st.just("level"), **of_all, **of_levels}, {**some, "excluded": good_text}),
    record({"kind": st.just("level"), **of_all, **of_levels}, some),
    st.builds(lambda level, quote: {**level, **quote}, record(
        {"kind": st.just("level"), "as_of": open_dates, **of_levels}, some), quoted,
    ),
    record(
        {"kind": st.just("change"), **of_all, **of_levels},
        {**some, "direction": st.sampled_from([*DIRECTIONS])},
    ),
    record({"kind": st.just("event"), **of_all}, {**some, **of_levels, "unit": good_text}),
    record({"kind": st.just("figure"), **of_all, "unit": good_text}, {**some, **of_levels}),
)  # fmt: skip
bases = record(
    {
        "name": st.just("b"), "title": good_text,
        "forces": st.fixed_dictionaries({
            "us": record({"name": good_text}, {"aliases": st.lists(good_text, max_size=2)}),
            "uk": record({"name": good_text}, {"part_of": st.just("us")}),
        }),
        "places": st.fixed_dictionaries({
            "iraq": record({"name": good_text}, {"phrase": good_text}),
            "syria": record({"name": good_text}, {"within": st.just("iraq")}),
        }),
        "definitions": st.fixed_dictionaries({
            name: record({"text": good_text}, {"scope": st.sampled_from([*SCOPES]), "name": good_text})
            for name in ("all", "part")
        }),
        "sources": st.fixed_dictionaries({
            "r": record(
                {"title": good_text, "publisher": good_text, "published": st.just("9999") | good_dates},
                {"authors": st.lists(good_text, max_size=2), "url": st.just("https://example.org/?a=1"),
                 "accessed": good_dates, "note": good_text},
            ),
            "s": st.builds(lambda: dict(STORED)),  # a new one for each base, as `broken` changes it
        }),
        "facts": st.lists(facts, max_size=5).map(
            lambda made: [{"id": f"f{number}", **each} for number, each in enumerate(made)]
        ),
    },
    {"updated": good_dates, "license": good_text},
)  # fmt: skip
anything = st.recursive(
    plain | count_texts | open_dates | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(plain | names, inner, max_size=3),
    max_leaves=6,
)


@st.composite
def broken(draw: st.DrawFn) -> dict[str, Any]:
    """A base in which a few values, anywhere, are replaced, taken out or given twice."""
    base = draw(bases)
    for _ in range(draw(st.integers(1, 3))):
        node: Any = base
        while node:
            keys = list(node) if isinstance(node, dict) else list(range(len(node)))
            key = draw(st.sampled_from(keys))
            if isinstance(node[key], dict | list) and draw(st.integers(0, 3)):
                node = node[key]
                continue
            match draw(st.integers(0, 3)):
                case 0:
                    del node[key]
                case 1 if isinstance(node, list):
                    node.append(node[key])
                case 2 if isinstance(node, dict):
                    node[draw(names | plain)] = node[key]
                case _:
                    node[key] = draw(anything)
            break
    return base


def dumped(base: object, *, flow: bool | None, wide: bool) -> bytes:
    written = yaml.safe_dump(
        base, allow_unicode=wide, default_flow_style=flow, sort_keys=False, width=40, encoding="utf-8"
    )
    return bytes(written)


written = st.builds(
    lambda base, flow, wide: dumped(base, flow=flow, wide=wide),
    bases | broken(), st.sampled_from([None, True, False]), st.booleans(),
)  # fmt: skip


BYTES = [
    b"\xff", b"\x00", b"\t", b"\r\n", b"\n", b"&a ", b"*a", b"!!int ", b"? ", b"- ", b": ", b"{", b"[" * 20,
    b"---\n", b"|\n", b'"', b"\xef\xbb\xbf", b"\xc2\x85", b"\\U00110000", b"\\x00",
]  # fmt: skip


@st.composite
def mangled(draw: st.DrawFn) -> bytes:
    """The bytes of a base, cut, with a part taken out or repeated, or with others put in."""
    data = draw(written)
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 30)))
        put = st.sampled_from([b"", data[start:end] * 2, *BYTES]) | st.binary(max_size=4)
        data = data[:start] + draw(put) + data[end:]
    return data


@given(written)
@tried(60)
def test_a_base_is_read_or_has_its_problems(data: bytes) -> None:
    fuzz_targets.holds_for_a_base(data)


@given(mangled() | st.binary(max_size=200))
@tried(150)
def test_any_bytes_are_a_base_or_have_their_problems(data: bytes) -> None:
    fuzz_targets.holds_for_a_base(data)


@given(bases, open_dates, st.integers(0, 400) | st.none())
@tried(40)
def test_a_base_answers_every_question_in_every_format(base: Any, date: str, days: int | None) -> None:
    loaded = fuzz_targets.holds_for_a_base(dumped(base, flow=None, wide=True))
    if loaded is None or loaded.base is None:
        return
    opened = iraqforce.open(fuzz_targets.FOLDER / "facts.yaml")
    opened.contents = loaded.base
    try:
        asked = closed_date(date)
    except DateError:
        asked = closed_date("2016")
    for result in (
        opened.level(asked, max_age=days), opened.levels([asked, "2016-03"]), opened.timeline(),
        opened.compare("2016", asked), opened.facts(), opened.sources(), opened.info(), opened.check(),
        opened.search("a"), opened.series("quarter", since="2015", until="2017"),
    ):  # fmt: skip
        fuzz_targets.holds_for_a_result(result)
    if loaded.base.facts:
        fuzz_targets.holds_for_a_result(opened.show(loaded.base.facts[0].id))
    for style in STYLES:
        assert opened.cite(all_sources=True, style=style).document


# ---- texts ----------------------------------------------------------------------------------------------

PIECES = [
    "U.S. troops", "American soldiers", "troops", "servicemembers", "Marines", "in Iraq", "Iraq", "Baghdad",
    "Syria", "on March 25, 2016", "in June 2018", "last year", "that month", "the end of 2017", "early March",
    "today", "Friday", "2016-03-25", "from", "to", "between", "and", "about", "more than", "no more than",
    "not", "fewer than", "several hundred", "dozens", "a few thousand", "two hundred and fifty", "3,800",
    "2,500", "2 500", "1.200", "12M", "$5", "5 million", "half", "007", "20-year", "F-16", "plans", "would",
    "withdrew", "sent", "another", "there were", "said", '"', "“", "”", "(", ")", "[^1]", "**", "> ", "# ",
    "- ", "|", "```", "\n", "\n\n", ". ", ", ", "; ", "—", "–", "-", "%", "<b>", "&amp;", "[a](b)", "�",
    "\u00a0", "\r", "\u2028", "\u200d", "\x1b[31m", "\x00", "ſ", "K", "²", "٣", "１２", "e\u0301", "İ", "ß",
]  # fmt: skip
manuscripts = st.lists(st.sampled_from(PIECES) | count_texts | good_dates, max_size=25).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda between: between.join(pieces))
) | st.text(max_size=80)  # fmt: skip


@given(manuscripts, st.none() | st.dates().map(str))
@example("007M refugees and 9999999999M people", None)
@example("Last year, 500 U.S. troops were in Iraq.", "0001-01-01")
@tried(80)
def test_any_manuscript_is_verified(text: str, published: str | None) -> None:
    fuzz_targets.holds_for_a_manuscript(text, published)


@given(manuscripts)
@example("In 2009, about 140,000 American soldiers were in Iraq\nno more than 5,200\n2 500")
@tried(80)
def test_any_article_is_drafted(text: str) -> None:
    fuzz_targets.holds_for_a_draft(text)


@given(manuscripts | st.text("0123456789 .,-–~+kKmMbn$€tohundred½", max_size=16))
@tried(150)
def test_any_text_is_read_for_numbers(text: str) -> None:
    fuzz_targets.holds_for_numbers(text)


@given(manuscripts)
@tried(40)
def test_any_words_are_searched_for(text: str) -> None:
    fuzz_targets.holds_for_a_search(text)
