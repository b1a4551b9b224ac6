"""What the base says of a claim, in the record: values that a person worked out, and their neighbors."""

import pytest

import iraqforce
from iraqforce.errors import ArticleError
from iraqforce.queries.verification import Claim

BASE = iraqforce.open("all")


def claim(text: str, published: str | None = None) -> Claim:
    [found] = BASE.verify(text, published=published).claims
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "fact"),
    [
        ("In June 2018, 12,000 U.S. troops were in Iraq.", "not-supported", "us-iraq-2018-05-04-voa"),
        ("On March 25, 2016, 3,800 U.S. troops were in Iraq.", "contested", "us-iraq-2016-03-25-official"),
        (
            "In July 2016, 4,647 U.S. troops were in Iraq.",
            "different-measure",
            "us-iraq-2016-07-11-carter",
        ),
        ("In June 2018, 5,000 U.S. troops were in Iraq.", "supported", "us-iraq-2018-05-04-voa"),
        ("In March 2010, 110,000 U.S. troops were in Iraq.", "outdated", "us-iraq-2010-01-31-brookings"),
        ("In July 2010, 56,000 U.S. troops were in Iraq.", "early", "us-iraq-2010-08-17-reuters"),
        ("In February 2003, 500 U.S. troops were in Iraq.", "no-data", None),
        ("Some day 500 U.S. troops were in Iraq.", "unclear", None),
    ],
)
def test_each_verdict_has_its_figure(text: str, verdict: str, fact: str | None) -> None:
    found = claim(text)
    assert found.verdict == verdict
    assert fact is None or fact in [each.id for each in found.facts]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        # Brookings has 139,000 for August 31, 2003, and 132,000 for September 30.
        ("In September 2003, 132,000 U.S. troops were in Iraq.", "supported"),
        ("On September 2, 2003, 132,000 U.S. troops were in Iraq.", "early"),
    ],
)
def test_a_month_takes_any_figure_dated_within_it(text: str, verdict: str) -> None:
    assert claim(text).verdict == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The U.S. sent 217 more troops to Iraq in April 2016.", "supported"),
        ("The U.S. sent 217 more troops to Iraq in April 2018.", "no-data"),
        ("The U.S. withdrew 217 troops from Iraq in April 2016.", "no-data"),
        ("The U.S. will withdraw 2,200 troops from Iraq in September 2020.", "supported"),
    ],
)
def test_a_change_has_its_direction_and_its_month(text: str, verdict: str) -> None:
    assert claim(text).verdict == verdict


def test_the_reason_names_speaker_and_date_and_only_what_is_not_plain() -> None:
    found = claim("In December 2003, 122,000 American troops were in Iraq.")
    figures = "122,000 (Brookings Iraq Index, Dec 31, 2003) and about 120,000 (Baltimore Sun, Dec 2003)"
    assert found.why == f"Agrees with {figures}."
    assert found.suggestion is None


def test_a_ceiling_is_said_once() -> None:
    why = claim("In July 2016, 4,647 U.S. troops were in Iraq.").why
    assert why.startswith("Matches 4,647 (Ash Carter, Jul 11, 2016; authorized ceiling, not a headcount). At")


def test_a_suggested_wording_has_its_source_and_the_date_if_it_is_older() -> None:
    outdated = claim("There are 5,200 U.S. troops in Iraq.", "2021-02-01")
    assert outdated.verdict == "outdated"
    assert outdated.suggestion == "2,500, according to three sources, as of January 15, 2021"
    single = claim("In December 2006, 171,000 U.S. troops were in Iraq.")
    assert single.suggestion == "140,000 at the end of the month, according to the Brookings Iraq Index"


def test_the_verdicts_are_counted_also_those_that_are_not_listed() -> None:
    text = "In June 2018, 5,000 U.S. troops were in Iraq. In June 2018, 12,000 U.S. troops were in Iraq."
    found = BASE.verify(text, only=["not-supported"])
    assert [each.words for each in found.claims] == ["12,000"]
    assert (found.verdicts["supported"], found.verdicts["not-supported"]) == (1, 1)
    assert len(found.verdicts) == 8
    assert found.failed()


@pytest.mark.parametrize(
    ("text", "failed", "strict"),
    [
        ("In June 2018, 5,000 U.S. troops were in Iraq.", False, False),
        ("On March 25, 2016, 3,800 U.S. troops were in Iraq.", False, True),
        ("500 U.S. troops were in Iraq.", False, True),
        ("In July 2010, 56,000 U.S. troops were in Iraq.", False, False),
        ("In June 2018, 12,000 U.S. troops were in Iraq.", True, True),
    ],
)
def test_what_fails(text: str, failed: bool, strict: bool) -> None:
    found = BASE.verify(text)
    assert (found.failed(), found.failed(strict=True)) == (failed, strict)


def test_several_manuscripts_keep_their_names_and_places() -> None:
    texts = {
        "a.md": "\n\nIn 2016 500 U.S. troops were in Iraq.",
        "b.md": "In 2016 500 U.S. troops were in Iraq.",
    }
    assert [tuple(each.at) for each in BASE.verify(texts).claims] == [("a.md", 3, 9), ("b.md", 1, 9)]


def test_a_manuscript_of_too_many_claims_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "In June 2018, 5,000 U.S. troops were in Iraq. In July 2018, 5,100 U.S. troops were in Iraq."
    monkeypatch.setattr("iraqforce.queries.verification.MOST_CLAIMS", 2)
    assert len(BASE.verify({"a.md": text}).claims) == 2
    monkeypatch.setattr("iraqforce.queries.verification.MOST_CLAIMS", 1)
    with pytest.raises(ArticleError, match=r"a\.md: too many claims \(limit 1\)"):
        BASE.verify({"a.md": text})


def test_an_unknown_verdict_gets_a_suggestion() -> None:
    with pytest.raises(iraqforce.UnknownNameError) as caught:
        BASE.verify("", only=["outdate"])
    assert caught.value.hint == "did you mean 'outdated'?"


def test_a_month_is_no_day_of_publication_and_its_first_day_is_one() -> None:
    text = "There are 132,000 U.S. troops in Iraq today."
    with pytest.raises(iraqforce.DateError, match="'2007-01' is not a day: give the day of publication"):
        BASE.verify(text, published="2007-01")
    found = claim(text, "2007-01-01")
    assert found.date is not None
    assert found.date.text == "2007-01-01"
