"""An exported YAML base gets its articles, and a failed export leaves nothing behind."""

from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from iraqforce.errors import IraqforceError
from iraqforce.export.base_file import ArticleCopies
from iraqforce.export.files import UnwritableError
from iraqforce.export.tables import Exported, export
from iraqforce.loading.locations import given
from iraqforce.loading.reader import load

FLAT = """
name: flat
title: Flat
forces: {us: {name: U.S. troops}}
places: {iraq: {name: Iraq}}
sources:
  report: {title: Report, publisher: Office, published: 2016-03-25, text: article.txt,
    sha256: SHA256}
facts:
  - {id: us-iraq-1, kind: level, force: us, place: iraq, count: "2,500", as_of: 2016-03-25, status: actual,
     basis: press, source: report, quote: "2,500 troops"}
"""


@pytest.fixture
def flat(tmp_path: Path) -> Path:
    """A base whose article is in the same folder."""
    folder = tmp_path / "flat"
    folder.mkdir()
    article = b"There are 2,500 troops.\n"
    (folder / "article.txt").write_bytes(article)
    (folder / "facts.yaml").write_text(FLAT.replace("SHA256", sha256(article).hexdigest()), encoding="utf-8")
    (tmp_path / "new").mkdir()
    return folder / "facts.yaml"


def exported(base: Path, place: Path, *, overwrite: bool = False) -> Exported:
    files = [given(str(base))]
    return export(load(files), files, str(place), overwrite=overwrite)


def left(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


def test_an_article_is_copied_once(flat: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    assert exported(flat, new / "facts.yaml") == Exported("1 fact", 1, new)
    assert left(new) == ["article.txt", "facts.yaml"]
    assert [fact.quote for fact in load([given(str(new / "facts.yaml"))]).facts] == ["2,500 troops"]
    assert exported(flat, new / "facts.yaml", overwrite=True) == Exported("1 fact", 0, new)


def test_an_article_never_replaces_another_file(flat: Path, tmp_path: Path) -> None:
    other = tmp_path / "new" / "article.txt"
    other.write_text("mine")
    with pytest.raises(UnwritableError, match=r"article article\.txt next to .*another file"):
        exported(flat, tmp_path / "new" / "facts.yaml")
    assert (left(tmp_path / "new"), other.read_text()) == (["article.txt"], "mine")


def test_an_article_is_not_written_through_a_link_out_of_the_folder(flat: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "texts").symlink_to(tmp_path)
    text = flat.read_text(encoding="utf-8").replace("article.txt", "texts/article.txt")
    (flat.parent / "texts").mkdir()
    (flat.parent / "article.txt").rename(flat.parent / "texts" / "article.txt")
    flat.write_text(text, encoding="utf-8")
    with pytest.raises(UnwritableError, match="outside"):
        exported(flat, tmp_path / "new" / "facts.yaml")
    assert left(tmp_path / "new") == ["texts"]


def test_an_article_that_changed_meanwhile_is_not_exported(flat: Path, tmp_path: Path) -> None:
    files = [given(str(flat))]
    base = load(files)
    (flat.parent / "article.txt").write_text("Something else.")
    with pytest.raises(IraqforceError, match="changed while"):
        export(base, files, str(tmp_path / "new" / "facts.yaml"))
    assert left(tmp_path / "new") == []


def test_an_export_that_cannot_reach_its_place_leaves_no_article(
    flat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    written = ArticleCopies.written

    @contextmanager
    def interrupted(copies: ArticleCopies):  # type: ignore[no-untyped-def]
        (new / "facts.yaml").write_text("theirs")
        with written(copies):
            yield

    monkeypatch.setattr(ArticleCopies, "written", interrupted)
    with pytest.raises(IraqforceError, match="already exists"):
        exported(flat, new / "facts.yaml")
    assert (left(new), (new / "facts.yaml").read_text()) == (["facts.yaml"], "theirs")


def test_an_article_that_cannot_be_written_takes_back_the_others_and_their_folders(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("one")
    copies = ArticleCopies(
        tmp_path / "new",
        (("texts/one.txt", tmp_path / "one.txt"), ("texts/two.txt", tmp_path / "none.txt")),
    )
    (tmp_path / "new").mkdir()
    with pytest.raises(UnwritableError), copies.written():
        pass
    assert left(tmp_path / "new") == []


def test_a_base_is_never_replaced_by_its_export(flat: Path) -> None:
    before = flat.read_bytes()
    with pytest.raises(UnwritableError, match="is the base itself"):
        exported(flat, flat, overwrite=True)
    assert flat.read_bytes() == before
