"""Figures that say the same in one line: which are alike, and that none is lost."""

from __future__ import annotations

from builders import level
from iraqforce.facts import Definition
from iraqforce.present.folding import Fold, folded, itself, same_number, same_series

RECORDS = Definition("records", "counts personnel records")


def texts(folds: list[Fold]) -> list[list[str]]:
    return [[fact.count.text for fact in fold.facts if fact.count] for fold in folds]


def test_a_number_and_about_that_number_are_alike() -> None:
    facts = [level("2,500", "2021-12-01"), level("about 2,500", "2021-12-09"), level("2,400", "2021-12-09")]
    assert texts(folded(facts, same_number)) == [["2,500", "about 2,500"], ["2,400"]]


def test_more_than_that_number_is_not() -> None:
    facts = [level("2,500", "2021-12-01"), level("more than 2,500", "2021-12-09")]
    assert texts(folded(facts, same_number)) == [["2,500"], ["more than 2,500"]]


def test_nor_is_the_number_of_another_definition() -> None:
    facts = [level("4,087", "2016-06"), level("4,087", "2016-06", definition=RECORDS)]
    assert len(folded(facts, same_number)) == 2


def test_nor_that_of_another_basis_or_status() -> None:
    facts = [
        level("4,087", "2016-06"),
        level("4,087", "2016-06", basis="official"),
        level("4,087", "2016-06", status="authorised"),
    ]
    assert len(folded(facts, same_number)) == 3


def test_what_is_quoted_and_what_is_cited_stand_apart() -> None:
    facts = [level("2,500", "2021-12-09"), level("2,500", "2021-12-09", quote=None)]
    assert len(folded(facts, same_number)) == 2


def test_a_series_holds_other_numbers_in_their_order() -> None:
    facts = [level("4,087", "2016-06"), level("4,368", "2016-03")]
    (fold,) = folded(facts, same_series)
    assert (fold.one_number, texts([fold])) == (False, [["4,087", "4,368"]])


def test_two_figures_of_one_document_are_one_source() -> None:
    (fold,) = folded([level("500", "2021-02"), level("500", "2021-03")], same_number)
    assert fold.sources == 1


def test_unfolded_every_figure_stands_for_itself() -> None:
    facts = [level("2,500", "2021-12-01"), level("2,500", "2021-12-09")]
    assert texts(folded(facts, itself)) == [["2,500"], ["2,500"]]


def test_what_the_notes_tell_apart_is_no_series() -> None:
    germany, france = (
        level(count, "2020-01")._replace(note=note)
        for count, note in (("152", "Germany only."), ("200", "France only."))
    )
    assert len(folded([germany, france], same_series)) == 2
