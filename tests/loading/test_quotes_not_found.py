"""A quote that is not in its article: whether another article has it, and which passage is most similar."""

from pathlib import Path

from curated import checked, fact
from iraqforce.lint.linter import QuoteChecks
from iraqforce.model.positions import TextPlace
from iraqforce.problems import SimilarPassage


def test_the_words_of_another_source_go_before_similar_words_of_the_own_article(tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("The Pentagon says 217 troops went.", encoding="utf-8")
    digest = "c5a1"  # whatever it is: a changed article is read all the same
    source = "  yearbook:\n    title: A report\n    publisher: The Yearbook\n"
    change = (source, f"{source}    text: other.txt\n    sha256: {digest * 16}\n")
    wrong = fact("one", "217", quote="217 troops went"), fact("two", "217", quote="218 troops came")
    found = checked(tmp_path, *wrong, article="There 217 troops came.", change=change)
    problems = {each.excerpt.strip(): each for each in found.problems if each.code == "F202"}
    one, two = problems["quote: 217 troops went"], problems["quote: 218 troops came"]
    assert one.message == "quote not found in this article; source 'yearbook' has it"
    assert one.hint == "change the source to 'yearbook', or quote articles/paper.txt"
    assert one.nearest == SimilarPassage("yearbook", TextPlace("other.txt", 1, 19), "217 troops went")
    assert two.message == "quote not found in the article"
    at = TextPlace("articles/paper.txt", 1, 7)
    assert two.nearest == SimilarPassage(None, at, "217 troops came", ((0, 3),), "218 troops came", ((0, 3),))
    assert found.summary.quotes == QuoteChecks(exact=0, punctuation=0, elsewhere=1, absent=1)


def test_a_quote_like_its_article_except_for_one_letter_is_never_found(tmp_path: Path) -> None:
    words = " ".join(f"word{number}" for number in range(200))
    quote = f"217 {words}".replace("word150", "word15O")
    found = checked(tmp_path, fact("one", "217", quote=quote), article=f"217 {words}")
    assert not found.ok
    assert found.summary.quotes == QuoteChecks(exact=0, punctuation=0, elsewhere=0, absent=1)
