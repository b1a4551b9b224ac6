"""Sources in words: where a title ends."""

from __future__ import annotations

import pytest

from builders import source
from iraqforce.present.words import source_words


@pytest.mark.parametrize(
    ("title", "opening"),
    [("W-w", "[W-w]. "), ("Who knows?", "[Who knows?] "), ("Done.", "[Done.] ")],
)
def test_an_inferred_title_has_one_full_stop(title: str, opening: str) -> None:
    inferred = source()._replace(title=title, inferred=(("title", "from the address"),))
    assert source_words(inferred).startswith(opening)
