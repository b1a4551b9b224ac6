"""The source of a draft: its id, its title, and the dates that the text states."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_articles import ESTONIA, MALI, WORDS
from iraqforce.drafting.article import draft
from iraqforce.drafting.values import SourceDraft
from iraqforce.reading.articles import ArticleFile
from iraqforce.schema.values import is_id


def source(text: str, path: str = "a.txt") -> SourceDraft:
    return draft(ArticleFile(path, f"/{path}", text, "0" * 64), path, WORDS).source


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (MALI, "France to withdraw from northern bases"),
        (ESTONIA, "Tallinn welcomes a second battlegroup"),
        (
            "By our correspondent\n\nThe troops come home at last\n\nThey came.",
            "The troops come home at last",
        ),
        ("Photo: a soldier of the guard.\nWill the last troops leave?\nYes.", "Will the last troops leave?"),
        ("They came. They left.", None),
        ("They came in great numbers, and left.\n— Ann Reed (@ann) March 3, 2022", None),
        ("They came and they all stayed here:\n500 of them.", None),
    ],
)
def test_the_title_is_the_first_line_that_reads_like_a_heading(text: str, title: str | None) -> None:
    assert source(text).title == title


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("seeds/000_3a3f.txt", "draft-000-3a3f"),
        ("Über Mali!.txt", "draft-uber-mali"),
        ("articles/.txt", "draft-txt"),
        ("قوات.txt", "draft-article"),
        (f"{'x' * 200}.txt", f"draft-{'x' * 80}"),
    ],
)
def test_the_id_comes_from_the_name_of_the_file(path: str, name: str) -> None:
    assert source("Text.", path).id == name


@given(st.text(min_size=1))
def test_the_id_is_one_whatever_the_name(path: str) -> None:
    assert is_id(source("Text.", path).id)


def test_full_dates_are_told_where_a_person_decides_when_it_was_published() -> None:
    told = source(MALI).todo["published"]
    assert told == "TODO: when it was published; the text states 14 February 2022"
    assert source("In 2022.").todo["published"].endswith("the text states no full date")
