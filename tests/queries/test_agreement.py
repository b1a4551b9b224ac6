"""Whether a figure confirms a claim: pairs of which one does and its neighbor does not."""

import pytest

from iraqforce.queries.agreement import agrees, is_compatible
from iraqforce.text.numbers import parse


@pytest.mark.parametrize(
    ("claim", "figure"),
    [
        ("2,500", "2,500"),
        ("about 2,500", "2,400"),
        ("5,000", "5,262"),
        ("130,000 to 135,000", "133,000"),
        ("more than 5,000", "more than 5,000"),
        ("more than 5,000", "over 5,000"),
        ("more than 5,000", "5,500"),
        ("fewer than 2,000", "1,900"),
        ("fewer than 2,000", "fewer than 2,000"),
        ("as many as 171,000", "171,000"),
        ("up to 1,500", "up to 1,500"),
    ],
)
def test_a_figure_confirms_a_claim(claim: str, figure: str) -> None:
    assert agrees(parse(claim), parse(figure))


@pytest.mark.parametrize(
    ("claim", "figure"),
    [
        ("2,500", "2,000"),
        ("5,000", "5,600"),
        ("130,000 to 135,000", "150,000"),
        ("5,000", "more than 5,000"),
        ("more than 5,000", "more than 4,000"),
        ("more than 5,000", "fewer than 5,000"),
        ("more than 5,000", "4,900"),
        ("more than 5,000", "5,700"),
        ("fewer than 2,000", "1,700"),
        ("fewer than 2,000", "2,100"),
        ("as many as 171,000", "160,000"),
    ],
)
def test_a_figure_does_not_confirm_a_claim(claim: str, figure: str) -> None:
    assert not agrees(parse(claim), parse(figure))


@pytest.mark.parametrize(
    ("claim", "figure", "compatible"),
    [
        ("more than 5,000", "9,000", True),
        ("more than 5,000", "4,000", False),
        ("9,000", "more than 5,000", True),
        ("4,000", "more than 5,000", False),
        ("5,000", "5,000", False),
        ("as many as 9,000", "5,000", False),
    ],
)
def test_an_open_bound_neither_confirms_nor_contradicts(claim: str, figure: str, compatible: bool) -> None:
    assert is_compatible(parse(claim), parse(figure)) is compatible


def test_no_figure_and_a_withheld_one_confirm_nothing() -> None:
    assert not agrees(parse("5"), None)
    assert not agrees(parse("5"), parse("withheld"))
    assert not is_compatible(parse("5"), parse("withheld"))
