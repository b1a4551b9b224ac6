"""The bundled bases: that they prove themselves, that a plant is caught, and that traps are marked."""

import hashlib
import shutil
from collections import Counter
from pathlib import Path

import pytest

from iraqforce.lint.linter import check
from iraqforce.loading.locations import BUNDLED, bundled, given
from iraqforce.loading.reader import Loaded, load, read
from iraqforce.model.fact_base import FactBase

[ARTICLES] = bundled("articles")
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def base() -> FactBase:
    return load([ARTICLES])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the base beside its articles, to plant mistakes in."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def planted(copy: Path, old: str, new: str) -> Loaded:
    file = copy / "data" / "facts.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return read([given(str(file))])


def codes(loaded: Loaded) -> list[str]:
    return [problem.code for problem in loaded.problems]


def test_every_quote_and_every_count_is_found_and_nothing_is_wrong() -> None:
    loaded = read([ARTICLES])
    assert loaded.problems == ()
    checks = loaded.checks
    assert (checks.elsewhere, checks.absent, checks.cited, checks.articles, checks.changed) == (0, 0, 0, 5, 0)
    assert checks.exact + checks.punctuation == checks.facts == 88
    with_a_count = sum("    count: " in line for line in Path(ARTICLES.path).read_text().splitlines())
    assert checks.counts == with_a_count


@pytest.mark.parametrize("name", BUNDLED)
def test_no_rule_finds_anything(name: str) -> None:
    result = check([bundled(name)], strict=True)
    assert (result.problems, result.ok) == ((), True)


def test_the_record_is_cited_and_quotes_nothing() -> None:
    checks = read(bundled("record")).checks
    assert checks.cited == checks.facts > 0
    assert (checks.exact, checks.punctuation, checks.articles) == (0, 0, 0)


def test_the_base_holds_as_many_of_each_kind_as_were_read(base: FactBase) -> None:
    kinds = Counter(each.kind for each in base.facts)
    assert kinds == {"level": 12, "change": 21, "event": 42, "figure": 13}


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("000_3a3f390f122c08f1.txt", "65f2889df71154dbae99fa19ca0264efcbf8351cde4de3947b1e2b3ca15d033f"),
        ("001_ad80b223e4c2fa0d.txt", "beae86cec34a9d534166b1ecafdbc6aad546c822796e428f038415f6e0ec5c1b"),
        ("002_8f32e4b1079b2bee.txt", "2bba26c11c8b1e483d144997ce156d5335aab578ce8a7fea304fe30f3ceedcce"),
        ("003_2d45a4add8517fb6.txt", "919cf1b2130073f8095dab30e977306292a3ba00f4a0829639034b5e10e3a29f"),
        ("004_b64c2e64acb3fa88.txt", "52fac8745146ec86cea57a3beba5f9496c187f81c91337f6950d90ee500e1359"),
    ],
)
def test_the_articles_are_kept_byte_for_byte(name: str, digest: str) -> None:
    assert hashlib.sha256((ROOT / "seeds" / name).read_bytes()).hexdigest() == digest


def test_the_sources_are_dated_as_public_sources_confirm(base: FactBase) -> None:
    published = {(each.publisher, each.published.text) for each in base.sources.values()}
    assert published == {
        ("International Business Times", "2016-04-18"),
        ("The Daily Caller", "2021-02-19"),
        ("The Hill", "2021-12-09"),
        ("Daily Caller News Foundation", "2023-03-07"),
        ("Defense One", "2016-03-25"),
    }


def test_every_fact_says_what_dates_it_and_every_inference_says_from_what(base: FactBase) -> None:
    assert [each.id for each in base.facts if not each.dated_by] == []
    assert [each.id for each in base.sources.values() if not dict(each.inferred).get("published")] == []


def test_a_planted_false_quote_is_caught(copy: Path) -> None:
    loaded = planted(copy, "The actual number tops 5,000\n", "The real number tops 5,000\n")
    assert codes(loaded) == ["F202"]
    assert "quote not found in the article" in loaded.problems[0].message


def test_a_planted_wrong_number_is_caught(copy: Path) -> None:
    loaded = planted(copy, "count: 3,800", "count: 3,900")
    assert codes(loaded) == ["F203"]
    assert loaded.problems[0].message == "count 3,900 not found in the quote"


def test_a_wrong_number_in_both_count_and_quote_is_caught(copy: Path) -> None:
    planted(copy, "count: 3,800", "count: 3,900")
    loaded = planted(copy, "quote: there are 3,800 U.S.", "quote: there are 3,900 U.S.")
    assert codes(loaded) == ["F202"]


def test_a_changed_article_is_caught_though_its_quotes_are_still_there(copy: Path) -> None:
    article = copy / "seeds" / "004_b64c2e64acb3fa88.txt"
    article.write_bytes(article.read_bytes() + b" ")
    loaded = read([given(str(copy / "data" / "facts.yaml"))])
    assert codes(loaded) == ["F204"]


def test_no_number_is_one_that_only_arithmetic_gives(base: FactBase) -> None:
    values = {each.count.value for each in base.facts if each.count}
    assert values.isdisjoint({3870, 4017, 3500, 3400, 1200, 4400})


def test_217_is_an_increase_and_never_a_level(base: FactBase) -> None:
    having = [each for each in base.facts if each.count and each.count.value == 217]
    assert [(each.kind, each.direction) for each in having] == [("change", "increase")]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("us-iraq-2016-04-18", "3,870"),
        ("us-iraq-2016-04-18-increase", "never a level"),
        ("us-iraq-2016-03-25-official", "“temporary”"),
        ("us-iraq-2016-03-25-press", "3,800"),
        ("us-iraq-2015-summer", "Anbar by grammar"),
        ("nato-iraq-2021-02-18-planned", "without a date"),
        ("us-iraq-2021-12-09-combat-forces", "not zero troops"),
        ("isis-iraq-and-syria-peak", "undated peak"),
        ("us-syria-2023-03-07", "not an increase"),
        ("us-iraq-2021-12-09", "three statements"),
        ("us-iraq-2021-02-18-no-plans", "dated the 19th"),
        ("us-iraq-2021-01", "bound in time"),
        ("invasion-anniversary-2023-03-20", "13 days"),
    ],
)
def test_every_trap_has_its_note(base: FactBase, name: str, words: str) -> None:
    assert words in (base.fact(name).note or "")


def test_the_quotes_that_differ_in_typography_have_a_no_break_space(base: FactBase) -> None:
    differing = [each for each in base.facts if each.quote_match == "punctuation"]
    assert {each.id for each in differing} == {
        "us-presence-2014",
        "isis-territory-peak",
        "isis-iraq-and-syria-peak",
        "militia-attacks-2021",
    }


def test_a_quote_is_found_at_the_line_and_column_a_reader_counts(base: FactBase) -> None:
    place = base.fact("us-iraq-2016-03-25-official").quote_at
    assert place is not None
    # Line 15 opens "Currently, the Pentagon says, there are 3,800 …": 30 characters stand before.
    assert (place.path, place.line, place.column) == ("seeds/004_b64c2e64acb3fa88.txt", 15, 31)


@pytest.mark.parametrize("name", BUNDLED["all"])
def test_the_bundled_bases_name_the_published_schema_to_editors(name: str) -> None:
    base = ROOT / name
    first, _, _ = base.read_text(encoding="utf-8").partition("\n")
    words, _, target = first.partition("$schema=")
    assert words == "# yaml-language-server: "
    assert (base.parent / target).resolve() == ROOT / "docs" / "schema" / "base.json"
