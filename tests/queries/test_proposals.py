"""What a draft proposes for a sentence (kind, unit, direction, force, place, date) or leaves to a person."""

import pytest

import iraqforce
from invented_articles import ARTICLES, ARTICLES_FOLDER, NAMES, PLACES, named
from iraqforce.model.fact_base import FactBase
from iraqforce.model.facts import Force
from iraqforce.queries import proposals as drafting
from iraqforce.queries.proposals import Proposal
from iraqforce.text.quotes import Article


def proposals(text: str, base: FactBase = NAMES) -> list[Proposal]:
    return list(drafting.proposals(text, "a.txt", base, "d"))


def only(text: str) -> Proposal:
    [proposal] = proposals(text)
    return proposal


@pytest.mark.parametrize(
    ("text", "kind", "unit", "direction"),
    [
        ("There are 500 troops in Gao.", "level", None, None),
        ("The contingent fell to 500 by June.", "level", None, None),
        ("It is adding to the 500 troops there.", "level", None, None),
        ("The contingent fell by 500.", "change", None, "decrease"),
        ("It will send 500 soldiers.", "change", None, "increase"),
        ("They withdrew about 500 soldiers.", "change", None, "decrease"),
        ("There will be 500 more soldiers.", "change", None, "increase"),
        ("There will be 500 fewer soldiers.", "change", None, "decrease"),
        ("Jets carried out 26 strikes on fighters.", "figure", "strikes", None),
        ("They hold 500 square kilometers of land.", "figure", "square kilometers", None),
        ("The attack killed 12 soldiers.", "figure", "soldiers", None),
        ("It led to thousands of civilian casualties.", "figure", "civilian casualties", None),
        ("They paid €5 million.", "figure", "EUR", None),
        ("Half of it, or 50%, was lost.", "figure", "percent", None),
        ("It is a city of 2 million.", "figure", None, None),
        ("The soldiers left on Thursday.", "event", None, None),
    ],
)
def test_the_words_around_a_number_give_its_kind(
    text: str, kind: str, unit: str | None, direction: str | None
) -> None:
    proposal = only(text)
    assert (proposal.kind, proposal.unit, proposal.direction) == (kind, unit, direction)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Troops fell by 3.5%.", "percent"),
        ("Troops fell by 12 per cent.", "percent"),
        ("Some 60 percent of the soldiers left.", "percent"),
    ],
)
def test_a_share_is_a_figure(text: str, unit: str) -> None:
    first = proposals(text)[0]
    assert (first.kind, first.unit, "kind" in first.todo) == ("figure", unit, False)


@pytest.mark.parametrize(
    "text",
    [
        "~12,000 soldiers were casualties.",
        "They killed 12 soldiers.",
        "12 soldiers, including an officer, were killed.",
        "The 500 soldiers killed 20 fighters.",
    ],
)
def test_next_to_losses_a_person_decides_whether_the_number_is_a_headcount(text: str) -> None:
    for each in proposals(text):
        todo = "TODO: figure, if these people were hurt; else level or change"
        assert (each.kind, each.unit in ("soldiers", "fighters"), each.todo["kind"]) == ("figure", True, todo)


def kinds(text: str) -> list[tuple[str | None, str]]:
    return [(each.words, each.kind) for each in proposals(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("French troops rose 3.5% to 29,500.", [("3.5", "figure"), ("29,500", "level")]),
        ("Four in ten soldiers left.", [("Four", "figure"), ("ten", "figure")]),
        ("4 out of 10 soldiers left.", [("4", "figure"), ("10", "figure")]),
        ("500 soldiers in 10 bases wait.", [("500", "level"), ("10", "figure")]),
        ("A 1,000-strong brigade stays.", [("1,000", "level")]),
        ("A 1,000-tonne ship stays.", [("1,000-tonne", "figure")]),
        (
            "They have ~12,000 soldiers, of whom 4,000+ were casualties.",
            [("~12,000", "level"), ("4,000+", "figure")],
        ),
        (
            "They have 12,000 soldiers; 40 were killed and 300 soldiers are new.",
            [("12,000", "level"), ("40", "figure"), ("300", "figure")],
        ),
        ("12k soldiers and 5m of road.", [("12k", "level"), ("5m", "figure")]),
    ],
)
def test_each_number_of_a_sentence_has_a_kind_of_its_own(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


DENIED = {"kind": "level, change or no fact"}
MOVING = {"kind": "change, or level", "direction": "increase or decrease"}


@pytest.mark.parametrize(
    ("text", "kind", "direction", "todo"),
    [
        ("It will send 1,500 soldiers.", "change", "increase", {}),
        ("It will not send 1,500 soldiers.", "change", None, DENIED | {"direction": "increase or none"}),
        ("It won’t withdraw 1,500 soldiers.", "change", None, DENIED | {"direction": "decrease or none"}),
        (
            "It has no plans to send 1,500 soldiers.",
            "change",
            None,
            DENIED | {"direction": "increase or none"},
        ),
        ("1,500 more soldiers will not be sent.", "change", None, DENIED | {"direction": "increase or none"}),
        ("It will not only send 1,500 soldiers.", "change", "increase", {}),
        ("It will not wait, and will send 1,500 soldiers.", "change", "increase", {}),
        ("It did not leave but sent 1,500 soldiers.", "change", "increase", {}),
        ("It does not have 1,500 soldiers.", "level", None, DENIED),
        ("1,500 soldiers will leave.", "change", None, MOVING),
        ("1,500 soldiers will be sent.", "change", None, MOVING),
        ("1,500 soldiers left in May are there.", "level", None, {}),
        ("1,500 soldiers are there, others left.", "level", None, {}),
        ("It withdrew all 600 soldiers.", "change", "decrease", {}),
        ("It withdrew all but 600 soldiers.", "level", None, {"kind": "level, or change"}),
    ],
)
def test_what_the_words_reverse_is_left_to_a_person(
    text: str, kind: str, direction: str | None, todo: dict[str, str]
) -> None:
    proposal = only(text)
    assert (proposal.kind, proposal.direction) == (kind, direction)
    open_keys = {key: words for key, words in proposal.todo.items() if key in ("kind", "direction")}
    assert open_keys.keys() == todo.keys()
    assert all(open_keys[key].startswith(f"TODO: {words}") for key, words in todo.items())


def test_a_total_of_which_a_part_leaves_does_not_leave() -> None:
    part, total = proposals("It will withdraw 100 of its 400 soldiers.")
    assert (part.kind, part.direction, part.todo.keys() & {"kind"}) == ("change", "decrease", set())
    assert (total.kind, total.direction, total.todo["kind"][:5]) == ("level", None, "TODO:")
    part, total = proposals("There are 100 of its 400 soldiers.")
    assert [(each.kind, "kind" in each.todo) for each in (part, total)] == [("level", False), ("level", True)]


@pytest.mark.parametrize("words", ["5m", "1.200", "٥٠٠", "300-vehicle"])
def test_digits_that_only_a_person_can_read_are_left_to_one(words: str) -> None:
    proposal = only(f"They have {words} of it.")
    assert (proposal.words, proposal.count) == (words, None)
    assert proposal.todo["count"] == f"TODO: number (the text says “{words}”)"
    assert "count" not in only("They have several hundred of it.").todo


@pytest.mark.parametrize(
    ("text", "force", "place"),
    [
        ("There are 500 French troops in Mali.", "fr", "mali"),
        ("There are 500 French troops in Gao, Mali.", "fr", "gao"),
        ("There are 500 troops in Mali and Niger.", None, None),
        ("The French have 500 troops in Mali.", "fr", "mali"),
        ("There are 500 Dutch troops in Peru.", None, None),
        ("There are 500 French and Estonian soldiers.", None, None),
        ("There are 500 British Parachute Regiment soldiers.", "paras", None),
        ("There are 500 British soldiers at Camp Tapa.", "gb", "tapa"),
        ("The French killed 500 people.", None, None),
        ("U.N.’s 500 peacekeepers stay in Malian towns.", "un", None),
        ("The French have 500 troops in the northern city of Gao.", "fr", None),
        ("The French have 500 troops outside of Gao.", "fr", None),
        ("The French have 500 troops from Niger.", "fr", None),
        ("The French will withdraw 500 troops from Niger.", "fr", None),
        ("Mali wants 500 French troops.", "fr", None),
        ("France said in Mali that 500 French troops stay.", "fr", "mali"),
        ("France said in Mali that 500 French troops stay there.", "fr", None),
        ("French forces have been in Mali since 2013.", "fr", "mali"),
        ("The talks on French forces in Mali ended in 2013.", None, "mali"),
        ("Estonian soldiers in Mali were killed in 2013.", None, "mali"),
    ],
)
def test_force_and_place_are_names_of_the_base_or_left_to_a_person(
    text: str, force: str | None, place: str | None
) -> None:
    proposal = only(text)
    assert (proposal.force, proposal.place) == (force, place)
    assert ("force" in proposal.todo, "place" in proposal.todo) == (force is None, place is None)


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("There are 500 U.S. troops in Mali.", "us"),
        ("There are 500 U.S. contractors in Mali.", "contractors"),
        ("There are 500 American contractors in Mali.", "contractors"),
        ("There are 500 U.S. and partner troops in Mali.", "all"),
        ("There are 500 U.S. advisers in Mali.", None),  # of any of the three
    ],
)
def test_of_names_with_the_same_capitals_the_whole_one_in_the_text_is_meant(
    text: str, force: str | None
) -> None:
    forces = (
        Force("us", "U.S. troops", None, ("American troops",)),
        Force("all", "U.S. and partner troops"),
        Force("contractors", "U.S. contractors", None, ("American contractors",)),
    )
    assert proposals(text, named(forces, PLACES))[0].force == force


def test_names_that_fit_equally_are_listed() -> None:
    todo = only("There are 500 French and Estonian soldiers in Mali and Niger.").todo
    assert todo["place"] == "TODO: place (mali or niger)"


def test_names_elsewhere_in_the_sentence_are_listed_too() -> None:
    todo = only("The talks with Mali on French forces ended in 2013.").todo
    assert (todo["force"], todo["place"]) == ("TODO: force (fr)", "TODO: place (mali)")
    todo = only("The talks with Peru on Dutch forces ended in 2013.").todo
    assert todo["force"] == "TODO: force (none recognized in this sentence)"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 2020 there were 500 troops.", "2020"),
        ("On 14 February 2022 there were 500 troops.", "2022-02-14"),
        ("The soldiers came in 2020.", "2020"),
        ("The soldiers have been there since 2020.", None),
        ("Since 2020 they have lost 500 soldiers.", None),
        ("The soldiers will be there until 2026.", None),
        ("On Thursday there were 500 troops.", None),
        ("There are 500 troops.", None),
        ("500 troops would deploy by Q3 2023.", None),
        ("500 troops would deploy in Q3 2023.", None),
        ("500 troops would deploy in July 2023.", "2023-07"),
        ("500 troops would deploy by the end of July 2023.", None),
        ("500 troops would deploy no later than early 2023.", None),
        ("500 troops would deploy in 2023 or later.", None),
        ("500 troops stayed under the 2011 agreement.", None),
        ("500 troops stayed in 2011 and later.", "2011"),
        ("The soldiers stayed after the 2003 invasion.", None),
        ("In 2020, as in 2019, there were 500 troops.", None),
    ],
)
def test_a_date_is_proposed_only_if_the_sentence_states_it(text: str, date: str | None) -> None:
    proposal = only(text)
    assert (proposal.as_of.text if proposal.as_of else None) == date
    assert ("as_of" in proposal.todo) == (date is None)


def test_a_date_belongs_to_the_number_before_it() -> None:
    first, second = proposals("There are 500 troops, down from 900 in 2020.")
    assert (first.as_of, second.as_of and second.as_of.text) == (None, "2020")


def test_a_date_before_the_first_number_is_its_own_unless_another_follows() -> None:
    first, second = proposals("In 2020 there were 500 troops and 600 guns.")
    assert (first.as_of and first.as_of.text, second.as_of) == ("2020", None)
    first, second = proposals("On 12 May 500 troops left, it said on 15 May 2022; 600 stay.")
    assert (first.as_of, second.as_of) == (None, None)


def test_a_repeated_sentence_is_proposed_once() -> None:
    text = "There are 500 troops.\nThere are 500 troops.\nThere are 600 troops."
    assert [(each.words, each.words_at.line) for each in proposals(text)] == [("500", 1), ("600", 3)]


@pytest.mark.parametrize("text", ["The soldiers left.", "On Thursday it rained.", "", "Number 2 left."])
def test_what_has_no_number_and_no_dated_people_is_not_proposed(text: str) -> None:
    assert list(proposals(text)) == []


def test_without_a_vocabulary_everything_is_left_to_a_person() -> None:
    [proposal] = proposals("There are 500 French troops in Mali.", named((), ()))
    assert (proposal.force, proposal.place) == (None, None)
    assert set(proposal.todo) == {"force", "place", "as_of", "dated_by", "status", "basis"}


def test_places_are_lines_of_the_article_where_its_wrapped_lines_were_joined() -> None:
    wrapped = "After the long war in the mountains many of the young\nsoldiers went.\n"
    text = f"{wrapped}There are 500 troops.\n600 stay."
    assert [(each.words, each.words_at[1:3], each.quote_at[1:3]) for each in proposals(text)] == [
        ("500", (3, 11), (3, 1)),
        ("600", (4, 1), (4, 1)),
    ]


def test_a_quote_is_where_it_is_found_and_has_the_words_of_its_proposal() -> None:
    for text, _ in ARTICLES:
        article = Article(text)
        for proposal in proposals(text):
            found = article.find(proposal.quote)
            assert found is not None
            assert proposal.quote_at.span(text) == (found.start, found.end)
            start, end = proposal.words_at.span(text)
            assert found.start <= start < end <= found.end
            assert proposal.words in (None, text[start:end])


TRAPS = (ARTICLES_FOLDER / "traps.txt").read_text(encoding="utf-8")


def test_brigades_laws_days_and_other_armies_are_no_levels_of_us_troops() -> None:
    """What a person took from it: the same numbers, and TODO where the words leave it open."""
    found = [
        (each.words, each.kind, each.force, each.place, each.direction, "kind" in each.todo)
        for each in proposals(TRAPS, iraqforce.open("articles").contents)
    ]
    assert found == [
        ("220", "change", "us", "iraq", "increase", False),
        ("4", "figure", None, "iraq", None, False),
        ("2", "figure", None, "iraq", None, False),
        ("120", "change", "us", None, "decrease", False),
        ("40", "change", None, "iraq", "decrease", False),
        ("350", "level", "us", "iraq", None, False),
        ("215", "change", "us", "iraq", None, True),
        ("75", "change", "us", "iraq", "increase", False),
        ("15", "change", "us", "syria", None, True),
    ]


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("About 5,100 U.S. troops are in Iraq, a spokesman said.", "us"),
        ("Some U.S. contractors, 40, are in Iraq.", "us-contractors"),
    ],
)
def test_the_default_base_tells_troops_and_contractors_apart(text: str, force: str) -> None:
    [found] = proposals(text, iraqforce.open("all").contents)
    assert (found.force, "force" in found.todo) == (force, False)
