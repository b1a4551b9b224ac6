"""Addresses that lead to words: text fragments as the WICG draft has them."""

import pytest

from iraqforce.export.links import link

PAGE = "https://example.org/a"
LONG = " ".join(f"word{number}" for number in range(60))


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        (None, "words", None),
        (PAGE, None, PAGE),
        (PAGE, " \n ", PAGE),
        (PAGE, "two words", f"{PAGE}#:~:text=two%20words"),
        (PAGE, "well-known, A & B", f"{PAGE}#:~:text=well%2Dknown%2C%20A%20%26%20B"),
        (PAGE, "about 2,500\u00a0“troops”", f"{PAGE}#:~:text=about%202%2C500%20%E2%80%9Ctroops%E2%80%9D"),
        (f"{PAGE}#part", "words", f"{PAGE}#part:~:text=words"),
        (f"{PAGE}#:~:text=one", "two", f"{PAGE}#:~:text=one&text=two"),
        (PAGE, "end of one.\n\nStart of the next", f"{PAGE}#:~:text=end%20of%20one.,Start%20of%20the%20next"),
        ("https://example.org/ä {x}", None, "https://example.org/%C3%A4%20%7Bx%7D"),
        ("https://example.org/%20", None, "https://example.org/%20"),
        ('https://example.org/"<>\\', None, "https://example.org/%22%3C%3E%5C"),
    ],
)
def test_an_address_leads_to_its_words(url: str | None, words: str | None, expected: str | None) -> None:
    assert link(url, words) == expected


def test_a_long_quote_is_named_by_its_two_ends() -> None:
    start = "%20".join(f"word{number}" for number in range(8))
    end = "%20".join(f"word{number}" for number in range(52, 60))
    assert link(PAGE, LONG) == f"{PAGE}#:~:text={start},{end}"


def test_a_quote_of_300_characters_stands_whole_and_one_more_does_not() -> None:
    assert "," not in str(link(PAGE, f"{'x' * 149} {'y' * 150}"))
    assert "," in str(link(PAGE, f"{'x' * 150} {'y' * 150}"))
