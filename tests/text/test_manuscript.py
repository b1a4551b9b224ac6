"""Markdown and plain text, paragraph by paragraph, with the place of each character."""

import pytest

from iraqforce.text.manuscript import passages


def texts(text: str) -> list[str]:
    return [each.text for each in passages(text)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("One line\nand the next.\n", ["One line and the next."]),
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo\r\nand three.\r\n", ["One.", "Two and three."]),
        ("# Heading\nText.", ["Heading", "Text."]),
        ("- 500 men\n- 600 men", ["500 men", "600 men"]),
        ("1. First\n2. Second", ["First", "Second"]),
        ("> quoted\n> lines", ["quoted lines"]),
        ("some **bold** and *light* and __strong__", ["some bold and light and strong"]),
        ("a [link](https://example.org/2018/4100) here", ["a link here"]),
        ('a [link](https://example.org "2,500 men") here', ["a link here"]),
        ("[5,200]: a bracket", ["5,200: a bracket"]),
        ("note[^12] here", ["note here"]),
        ("a `5 men` code", ["a code"]),
        ("<!-- 500 troops --> text", ["text"]),
        ("<https://example.org/500>", []),
        ("```\n500 troops\n```\ntext", ["text"]),
        ("snake_case_name", ["snake_case_name"]),
        ("2 * 3", ["2 3"]),
        ("", []),
    ],
)
def test_markup_is_left_out_and_lines_are_joined(text: str, read: list[str]) -> None:
    assert texts(text) == read


def test_each_character_knows_its_place() -> None:
    text = "# The\n\n*about*\r\n[2,500](x) men"
    passage = list(passages(text))[1]
    assert passage.text == "about 2,500 men"
    at = passage.text.index("2,500")
    assert text[passage.origins[at] :].startswith("2,500]")
    assert len(passage.origins) == len(passage.text)
