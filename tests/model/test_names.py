"""Names of forces and places as people type them: what is understood, what is suggested, what is refused."""

from __future__ import annotations

import pytest

import iraqforce
from iraqforce.errors import AmbiguousNameError, UnknownNameError
from iraqforce.model.facts import Force
from iraqforce.model.names import find

BASE = iraqforce.open("all").contents
KNOWN = {
    "us": Force("us", "U.S. troops", None, ("American troops", "GIs")),
    "us-marines": Force("us-marines", "U.S. Marines", "us", ("Marines",)),
    "coalition": Force("coalition", "coalition troops", None, ("allied forces", "partner troops")),
    "nato": Force("nato", "NATO personnel", None, ("NATO trainers", "partner forces")),
    "isf": Force("isf", "Iraqi security forces"),
    "militias": Force("militias", "Iran-backed militias"),
}


@pytest.mark.parametrize(
    ("asked", "force"),
    [
        ("us", "us"),
        ("US", "us"),
        ("U.S.", "us"),
        (" u.s.  Troops ", "us"),
        ("american", "us"),
        ("American soldiers", "us"),
        ("gis", "us"),
        ("us_marines", "us-marines"),
        ("US Marines", "us-marines"),
        ("MARINES", "us-marines"),
        ("The Coalition", "coalition"),
        ("Allied", "coalition"),
        ("partner troops", "coalition"),  # exactly so, though others are partner forces
        ("partner forces", "nato"),
        ("Nato", "nato"),
        ("iran backed militias", "militias"),
    ],
)
def test_an_id_a_name_or_an_alias_is_understood_in_any_case(asked: str, force: str) -> None:
    assert find("force", asked, KNOWN).id == force


def test_a_name_of_several_is_not_guessed() -> None:
    with pytest.raises(AmbiguousNameError) as raised:
        find("force", "Partner", KNOWN)
    assert (raised.value.message, raised.value.code) == ("ambiguous force 'Partner'", "ambiguous-name")
    assert raised.value.hint == "use an ID: coalition (coalition troops) or nato (NATO personnel)"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("uss", "did you mean us (U.S. troops)?"),
        ("naot", "did you mean nato (NATO personnel)?"),
        ("marnes", "did you mean us-marines (U.S. Marines)?"),
        ("coallition", "did you mean coalition (coalition troops)?"),
        ("coalitian", "did you mean coalition (coalition troops)?"),
        ("troops", "did you mean us (U.S. troops) or coalition (coalition troops)?"),
        ("security forces", "did you mean isf (Iraqi security forces)?"),
    ],
)
def test_a_typo_and_the_end_of_a_name_are_suggested(asked: str, hint: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        find("force", asked, KNOWN)
    assert (raised.value.message, raised.value.hint) == (f"unknown force '{asked}'", hint)


@pytest.mark.parametrize(
    "asked", ["uk", "un", "su", "isaf", "iran", "iraq", "marinos", "soldiers", "", "..."]
)
def test_what_may_be_somebody_else_is_not_suggested(asked: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        find("force", asked, KNOWN)
    assert raised.value.hint == (
        "known: us (U.S. troops), us-marines (U.S. Marines), coalition (coalition troops),"
        " nato (NATO personnel), isf (Iraqi security forces), militias (Iran-backed militias)"
    )


@pytest.mark.parametrize(
    ("asked", "force"),
    [
        ("American", "us"),
        ("contractors", "us-contractors"),
        ("British", "uk"),
        ("foreign", "all-foreign"),
    ],
)
def test_the_forces_of_the_bundled_bases_are_found_by_common_names(asked: str, force: str) -> None:
    assert BASE.force(asked).id == force


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        ("IRAQ", "iraq"),
        ("Syria and Iraq", "iraq-and-syria"),
        ("al-Anbar", "anbar"),
        ("firebase bell", "fire-base-bell"),
    ],
)
def test_the_places_of_the_bundled_bases_are_found_by_name_and_alias(asked: str, place: str) -> None:
    assert BASE.place(asked).id == place


def test_three_suggestions_are_a_list() -> None:
    with pytest.raises(UnknownNameError) as raised:
        BASE.force("troops")
    assert raised.value.hint == (
        "did you mean us (U.S. troops), coalition (coalition troops), uk (British troops)"
        " or all-foreign (U.S. and partner troops)?"
    )


@pytest.mark.parametrize("asked", ["iran", "irak", "kuwait", "jordan"])
def test_another_country_gets_the_list_of_places(asked: str) -> None:
    with pytest.raises(UnknownNameError) as raised:
        BASE.place(asked)
    assert str(raised.value.hint).startswith("known: iraq (Iraq), syria (Syria), ")


def test_every_name_and_alias_of_the_bundled_bases_means_its_own_force_or_place() -> None:
    for force in BASE.forces.values():
        assert {BASE.force(name.upper()) for name in (force.id, force.name, *force.aliases)} == {force}
    for place in BASE.places.values():
        assert {BASE.place(name.upper()) for name in (place.id, place.name, *place.aliases)} == {place}


def test_a_long_list_of_names_is_left_to_the_command_that_has_it() -> None:
    many = {f"f{number}": Force(f"f{number}", f"force {number}") for number in range(13)}
    with pytest.raises(UnknownNameError) as raised:
        find("force", "uk", many)
    assert raised.value.hint == "run `iraqforce info` for a list"
