"""YAML as it is written: the project's own reader reads it back equal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iraqforce.loading.yaml_nodes import read_tree
from iraqforce.pages.yaml_text import Record, Section, yaml_text
from iraqforce.text.characters import forbidden

HARD = [
    "no", "012", "1:30", "2016-03-25", "null", "Null", "~", "", "true", "a: b", "a:", ":a", "a #b", "#a",
    "a#b", "- a", "-a", "? a", "[a]", "{a}", "a, b", "a [b]", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a`",
    "'a'", '"a"', 'say "a"', "it’s", "back\\slash", "a\nb", "a\n", "\n", "\ufeff", "—",
    "... ", "---", "🪖 one", "قوات", "a\u200cb", "<<",
    "=",    "5 Marines", "$415 million", "“several hundred” Marines", "TODO: official or press", "x" * 3000,
]  # fmt: skip
hard = st.one_of(
    st.sampled_from(HARD),
    st.text(
        st.characters(exclude_categories=["Cc", "Cn", "Cs", "Zl", "Zp"]).filter(
            lambda each: forbidden(each) is None
        )
    ),
    st.text(st.sampled_from(list("abcn0:#-?![]{},&*'\"\\|>%@` \n~=<\u00a0é"))),
)
keys = st.one_of(
    st.sampled_from(["no", "null", "a: b", "<<", "1:30"]), st.from_regex(r"[a-z0-9-]{1,20}", fullmatch=True)
)
flat = st.dictionaries(keys, hard, min_size=1, max_size=4)
records = st.dictionaries(keys, st.one_of(hard, flat), min_size=1, max_size=4)


def read_back(text: str) -> object:
    root, _, problems = read_tree(text, "base.yaml")
    assert problems.first == ()
    return root


@pytest.mark.parametrize("value", HARD, ids=ascii)
def test_a_hard_text_is_read_back_equal(value: str) -> None:
    base: dict[str, Section] = {"facts": [{"id": value, "note": {value[:100]: value}}]}
    assert read_back("".join(yaml_text(base))) == base


@given(hard.filter(bool), records, st.lists(records, max_size=3), hard)
def test_any_text_is_read_back_equal(name: str, sources: Record, facts: list[Record], title: str) -> None:
    base: dict[str, Section] = {"name": name, "title": title, "sources": sources, "facts": facts}
    written = "".join(yaml_text(base, lambda record: title if len(record) > 1 else None))
    assert read_back(written) == base


@pytest.mark.parametrize(
    "value",
    ["no", "012", "1:30", "4,087", "a [b]", "it's", 'say "a"', "a#b", "🪖 one", "قوات", "$4", "“a” b"],
)
def test_a_text_is_written_plain_if_it_can_be(value: str) -> None:
    assert "".join(yaml_text({"name": value})) == f"name: {value}\n"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("null", '"null"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("- a", '"- a"'),
        ('"a" b', '"\\"a\\" b"'),
        ("a\nb", '"a\\nb"'),
        ("a\tb", "a b"),
        ("a\r\n\u2028b", "a b"),
        ("a\x1bb", '"a\\u001Bb"'),
        ("TODO: official or press", '"TODO: official or press"'),
    ],
)
def test_any_other_text_is_quoted(value: str, written: str) -> None:
    assert "".join(yaml_text({"name": value})) == f"name: {written}\n"


def test_a_base_is_written_as_people_write_it() -> None:
    base: dict[str, Section] = {
        "name": "articles",
        "title": "Two articles",
        "forces": {"us": {"name": "U.S. troops"}},
        "definitions": {},
        "facts": [
            {"id": "a", "count": {"text": "hundreds", "low": "200"}},
            {"id": "b", "quote": "One: “two”"},
        ],
    }
    comments = {"a": "seeds/a.txt:1", "b": "seeds/a.txt:2\nand on"}
    written = "".join(yaml_text(base, lambda record: comments[str(record["id"])]))
    assert written == (
        "name: articles\n"
        "title: Two articles\n"
        "\n"
        "forces:\n"
        "  us:\n"
        "    name: U.S. troops\n"
        "\n"
        "definitions: {}\n"
        "\n"
        "facts:\n"
        "  # seeds/a.txt:1\n"
        "  - id: a\n"
        "    count:\n"
        "      text: hundreds\n"
        "      low: 200\n"
        "\n"
        "  # seeds/a.txt:2 and on\n"
        "  - id: b\n"
        '    quote: "One: “two”"\n'
    )


def test_an_empty_list_is_written_in_brackets() -> None:
    assert "".join(yaml_text({"facts": []})) == "facts: []\n"
