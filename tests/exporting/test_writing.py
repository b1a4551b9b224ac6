"""Exports are whole whoever else writes beside them, and one that fails leaves nothing."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

import iraqforce
from iraqforce.exporting import articles
from iraqforce.whole import UnwritableError
from processes import iraqforce as command

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
    """A base whose article is beside it, in no folder of its own."""
    folder = tmp_path / "flat"
    folder.mkdir()
    article = b"There are 2,500 troops.\n"
    (folder / "article.txt").write_bytes(article)
    (folder / "facts.yaml").write_text(FLAT.replace("SHA256", sha256(article).hexdigest()), encoding="utf-8")
    return folder / "facts.yaml"


def left(folder: Path) -> list[str]:
    return sorted(str(each.relative_to(folder)) for each in folder.rglob("*"))


def test_what_threads_export_into_one_folder_is_what_each_exports_alone(tmp_path: Path) -> None:
    forms = ["csv", "jsonl", "yaml", "sqlite"]
    start = threading.Barrier(12)
    with iraqforce.open(base="articles") as base:

        def export(number: int) -> bytes:
            path = tmp_path / f"{number}.{forms[number % 4]}"
            start.wait()
            base.export(path)
            return path.read_bytes()

        with ThreadPoolExecutor(12) as threads:
            written = list(threads.map(export, range(12)))
        (tmp_path / "alone").mkdir()
        for form in forms:
            base.export(tmp_path / "alone" / f"facts.{form}")
    alone = [(tmp_path / "alone" / f"facts.{form}").read_bytes() for form in forms]
    assert [written[number] == alone[number % 4] for number in range(12)] == [True] * 12
    assert not [name for name in left(tmp_path) if name.startswith(".")]


@pytest.mark.parametrize("form", ["jsonl", "yaml"])
def test_an_article_beside_the_base_is_copied_beside_the_export(
    flat: Path, tmp_path: Path, form: str
) -> None:
    (tmp_path / "new").mkdir()
    with iraqforce.open(flat) as base:
        base.export(tmp_path / "new" / f"facts.{form}")
        facts = [fact._replace(written_at=None) for fact in base.facts()]  # type: ignore[arg-type]
    assert left(tmp_path / "new") == ["article.txt", f"facts.{form}"]
    with iraqforce.open(tmp_path / "new" / f"facts.{form}") as again:
        assert again.check().ok
        assert [fact._replace(written_at=None) for fact in again.facts()] == facts  # type: ignore[arg-type]
    assert [fact.quote for fact in facts] == ["2,500 troops"]


def test_an_export_that_cannot_come_to_its_place_leaves_no_article(
    flat: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = tmp_path / "new"
    new.mkdir()
    written = articles.Copies.written

    def and_then_another_comes(copies: articles.Copies) -> object:
        (new / "facts.yaml").write_text("theirs")
        return written(copies)

    monkeypatch.setattr(articles.Copies, "written", and_then_another_comes)
    with iraqforce.open(flat) as base, pytest.raises(iraqforce.IraqforceError, match="exists already"):
        base.export(new / "facts.yaml")
    assert (left(new), (new / "facts.yaml").read_text()) == (["facts.yaml"], "theirs")


def test_an_article_that_cannot_be_written_takes_the_others_and_their_folders_along(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("one")
    copies = articles.Copies(
        tmp_path / "new",
        (("texts/one.txt", tmp_path / "one.txt"), ("texts/two.txt", tmp_path / "none.txt")),
    )
    (tmp_path / "new").mkdir()
    with pytest.raises(UnwritableError), copies.written():
        pass
    assert left(tmp_path / "new") == []


def test_an_export_that_fails_says_its_error_and_nothing_else(tmp_path: Path) -> None:
    assert command("sources", cwd=tmp_path).returncode == 0  # the base is compiled now
    (tmp_path / "seeds").mkdir()
    with iraqforce.open(base="articles") as base:
        path = next(iter(base.sources())).path
    assert path is not None
    (tmp_path / path).write_text("mine")
    done = command("export -o facts.jsonl", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        f"Error: the article {path} cannot stand beside facts.jsonl: another file is there\n"
        "  export into an empty folder, or every base by itself\n"
    )
