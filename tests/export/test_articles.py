"""An exported YAML base gets its articles, and a failed export leaves nothing behind."""

from errno import EIO
from hashlib import sha256
from pathlib import Path

import pytest

from iraqforce.errors import IraqforceError
from iraqforce.export.files import ExistsError, UnwritableError
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


def test_articles_are_copied_into_one_folder_by_names_of_our_own(flat: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    done = exported(flat, new / "mine.yaml")
    assert done == Exported("1 fact", ("001-report.txt",), new / "mine-articles")
    assert left(new) == ["mine-articles", "mine-articles/001-report.txt", "mine.yaml"]
    base = load([given(str(new / "mine.yaml"))])
    assert [(fact.quote, fact.source.text) for fact in base.facts] == [
        ("2,500 troops", "mine-articles/001-report.txt")
    ]


def test_two_exports_never_share_a_folder_and_none_goes_through_a_link(flat: Path, tmp_path: Path) -> None:
    new = tmp_path / "new"
    exported(flat, new / "mine.yaml")
    assert exported(flat, new / "mine.yml", overwrite=True).folder == new / "mine.yml-articles"
    (tmp_path / "elsewhere").mkdir()
    (new / "other-articles").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExistsError, match="other-articles is a link"):
        exported(flat, new / "other.yaml", overwrite=True)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert not (new / "other.yaml").exists()


def test_an_article_of_the_base_is_never_replaced_by_its_export(flat: Path) -> None:
    (flat.parent / "article.txt").rename(flat.parent / "article.yaml")
    flat.write_text(flat.read_text(encoding="utf-8").replace("article.txt", "article.yaml"), encoding="utf-8")
    with pytest.raises(UnwritableError, match="is an input"):
        exported(flat, flat.parent / "article.yaml", overwrite=True)


@pytest.mark.parametrize("path", [".ssh/authorized_keys", ".bashrc", ".git/hooks/pre-commit", "conftest.py"])
def test_no_file_is_written_where_a_base_says(flat: Path, tmp_path: Path, path: str) -> None:
    (flat.parent / path).parent.mkdir(parents=True, exist_ok=True)
    (flat.parent / "article.txt").rename(flat.parent / path)
    flat.write_text(flat.read_text(encoding="utf-8").replace("article.txt", path), encoding="utf-8")
    exported(flat, tmp_path / "new" / "mine.yaml")
    assert left(tmp_path / "new") == ["mine-articles", "mine-articles/001-report.txt", "mine.yaml"]


def test_a_text_that_two_sources_share_is_copied_once(flat: Path, tmp_path: Path) -> None:
    text = flat.read_text(encoding="utf-8")
    source = text[text.index("  report:") : text.index("facts:")]
    flat.write_text(text.replace(source, source + source.replace("report:", "other:")), encoding="utf-8")
    assert exported(flat, tmp_path / "new" / "mine.yaml").copied == ("001-report.txt",)
    base = load([given(str(tmp_path / "new" / "mine.yaml"))])
    assert {source.text for source in base.sources.values()} == {"mine-articles/001-report.txt"}


def test_a_base_in_a_folder_called_data_has_its_articles_in_that(flat: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "data").mkdir()
    exported(flat, tmp_path / "new" / "data" / "mine.yaml")
    base = load([given(str(tmp_path / "new" / "data" / "mine.yaml"))])
    assert base.sources["report"].text == "data/mine-articles/001-report.txt"


def test_an_existing_folder_is_replaced_only_with_overwrite_and_only_if_it_is_ours(
    flat: Path, tmp_path: Path
) -> None:
    new = tmp_path / "new"
    exported(flat, new / "mine.yaml")
    (new / "mine-articles" / "002-gone.txt").write_text("of an earlier export")
    (new / "mine.yaml").unlink()
    with pytest.raises(ExistsError, match="mine-articles already exists"):
        exported(flat, new / "mine.yaml")
    assert left(new) == ["mine-articles", "mine-articles/001-report.txt", "mine-articles/002-gone.txt"]
    exported(flat, new / "mine.yaml", overwrite=True)
    assert left(new) == ["mine-articles", "mine-articles/001-report.txt", "mine.yaml"]
    (new / "mine-articles" / "thesis.txt").write_text("mine")
    before = (new / "mine.yaml").stat().st_mtime_ns
    with pytest.raises(ExistsError, match=r"contains thesis\.txt"):
        exported(flat, new / "mine.yaml", overwrite=True)
    assert (new / "mine.yaml").stat().st_mtime_ns == before


def test_a_folder_of_that_name_below_which_there_are_others_is_not_ours(flat: Path, tmp_path: Path) -> None:
    (tmp_path / "new" / "mine-articles" / "001-report.txt").mkdir(parents=True)
    with pytest.raises(ExistsError, match="not replaced"):
        exported(flat, tmp_path / "new" / "mine.yaml", overwrite=True)


def test_a_folder_that_has_articles_of_the_base_is_not_replaced(flat: Path, tmp_path: Path) -> None:
    exported(flat, tmp_path / "new" / "mine.yaml")
    edited = (tmp_path / "new" / "mine.yaml").rename(tmp_path / "new" / "edited.yaml")
    with pytest.raises(UnwritableError, match="has articles of the base itself"):
        exported(edited, tmp_path / "new" / "mine.yaml", overwrite=True)
    assert load([given(str(edited))]).facts[0].quote == "2,500 troops"
    assert exported(edited, tmp_path / "new" / "other.yaml").copied == ("001-report.txt",)


def test_a_name_that_no_base_can_have_is_refused(flat: Path, tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match="not a path that a base can have"):
        exported(flat, tmp_path / "new" / "a\x1b[31m.yaml")
    assert left(tmp_path / "new") == []


def test_an_article_that_changed_meanwhile_is_not_exported(flat: Path, tmp_path: Path) -> None:
    files = [given(str(flat))]
    base = load(files)
    (flat.parent / "article.txt").write_text("Something else.")
    with pytest.raises(IraqforceError, match="changed while"):
        export(base, files, str(tmp_path / "new" / "facts.yaml"))
    assert left(tmp_path / "new") == []


@pytest.mark.parametrize("overwrite", [False, True])
def test_an_export_that_cannot_reach_its_place_leaves_the_articles_as_they_were(
    flat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, overwrite: bool
) -> None:
    new = tmp_path / "new"
    if overwrite:
        exported(flat, new / "facts.yaml")
    before = {name: (new / name).stat().st_ino for name in left(new)}

    def fail(new_file: Path, _place: Path) -> None:
        placed.append(left(new))
        raise OSError(EIO, "Input/output error", str(new_file))

    placed: list[list[str]] = []
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UnwritableError):
        exported(flat, new / "facts.yaml", overwrite=overwrite)
    assert "facts-articles/001-report.txt" in placed[0]
    assert {name: (new / name).stat().st_ino for name in left(new)} == before


def test_a_base_is_never_replaced_by_its_export(flat: Path) -> None:
    before = flat.read_bytes()
    with pytest.raises(UnwritableError, match="is an input"):
        exported(flat, flat, overwrite=True)
    assert flat.read_bytes() == before
