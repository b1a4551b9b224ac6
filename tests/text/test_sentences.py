"""Where a sentence ends, and which of its words are quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import level
from iraqforce.model.positions import QuotePlace
from iraqforce.text.sentences import (
    LONG,
    Paragraph,
    Sentence,
    clause,
    paragraph_of,
    paragraphs,
    quotable,
    sentences,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left. We stayed.", ["They left.", "We stayed."]),
        ("U.S. troops and U.S. Marines left.", ["U.S. troops and U.S. Marines left."]),
        ("They are in the U.S. The rest left.", ["They are in the U.S.", "The rest left."]),
        ("Lt. Gen. Ann Reed and Mr. Poe spoke.", ["Lt. Gen. Ann Reed and Mr. Poe spoke."]),
        ("By Dec. 31 they left. By Jan. 5 more did.", ["By Dec. 31 they left.", "By Jan. 5 more did."]),
        ("“They left.” He said so.", ["“They left.”", "He said so."]),
        ("It was 4.5 million. 500 stayed.", ["It was 4.5 million.", "500 stayed."]),
        ("A heading\n\nA line without a stop\nAnother.", ["A heading", "A line without a stop", "Another."]),
        ("They left (all of them). we think so.", ["They left (all of them). we think so."]),
        (
            "Some (incl. 20 medics. They came) left. I stayed.",
            ["Some (incl. 20 medics. They came) left.", "I stayed."],
        ),
        ("Some (a few. They came and left.", ["Some (a few.", "They came and left."]),
        ("(They left. We stayed.) He said so.", ["(They left. We stayed.)", "He said so."]),
        ("Of 500, approx. 200 left. 300 stayed.", ["Of 500, approx. 200 left.", "300 stayed."]),
        ("A force of c. 650, excl. Marines, left.", ["A force of c. 650, excl. Marines, left."]),
        ("See fig. 2 and pp. 3 and est. 400.", ["See fig. 2 and pp. 3 and est. 400."]),
        ("He ate a fig. They left.", ["He ate a fig.", "They left."]),
        ("غادروا؟ بقي 500.", ["غادروا؟", "بقي 500."]),
        ("", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, found: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == found


@given(st.text())
def test_sentences_are_words_of_the_text_in_order(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert end <= sentence.start < sentence.end
        assert text[sentence.start : sentence.end] == sentence.text
        end = sentence.end


def quoted(text: str, words: str) -> str:
    [sentence] = sentences(text)
    start = text.index(words)
    return quotable(clause(sentence, start, start + len(words))).text


REST = ", which " + "is told at length " * 12 + "here"


def test_a_short_sentence_is_quoted_whole_and_of_a_long_one_the_clause() -> None:
    assert quoted("There are 500 troops, which is few.", "500") == "There are 500 troops, which is few"
    assert len(REST) > LONG
    assert quoted(f"There are 500 troops{REST}.", "500") == "There are 500 troops"


def test_a_clause_keeps_the_subject_of_its_number() -> None:
    text = f"France left, but Chad kept 500 troops{REST}."
    assert quoted(text, "500") == "Chad kept 500 troops"
    assert (
        quoted(f"France lost 20 tanks, and 500 troops{REST}.", "500")
        == "France lost 20 tanks, and 500 troops"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They left.", "They left"),
        ("They are in the U.S.", "They are in the U.S."),
        ("“They left.", "They left"),
        ("“They left,” he said.", "“They left,” he said"),
        ("they left.”", "they left"),
        ("(They left)", "(They left)"),
    ],
)
def test_a_quote_has_no_mark_without_its_partner(text: str, words: str) -> None:
    assert quotable(Sentence(3, 3 + len(text), text)).text == words


LONG_LINE = "word " * 21 + "end."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One\ntwo.\n\n \nThree \nfour.\n", ["One\ntwo.", "Three \nfour."]),  # wrapped by hand
        (f"{LONG_LINE}\nOne.\n\nTwo. \n", [LONG_LINE, "One.", "Two."]),
        ("\n \n", []),
        ("", []),
    ],
)
def test_a_paragraph_is_a_line_unless_the_text_is_wrapped_by_hand(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in paragraphs(text)] == found


def test_a_quote_is_shown_in_its_paragraph() -> None:
    quoted_fact = level("500", "2016")._replace(quote_at=QuotePlace("a.txt", 4, 4, len("500\nmen")))
    text = "One.\n\nTwo:\nof 500\nmen.\n\nThree."
    assert paragraph_of(quoted_fact, text) == Paragraph("Two:\nof 500\nmen.", 8, 15)
    assert paragraph_of(quoted_fact, None) is None
    assert paragraph_of(level("500", "2016"), text) is None
