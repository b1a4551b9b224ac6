"""A file or a folder is written whole or not at all."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from iraqforce.export.files import ExistsError, UnwritableError, new_file, new_folder


def left(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def write(name: Path, text: str, *, overwrite: bool = False) -> None:
    with new_file(str(name), overwrite=overwrite) as new:
        new.write_text(text)


def test_a_new_file_is_there_in_the_end_alone(tmp_path: Path) -> None:
    with new_file(str(tmp_path / "a.csv"), overwrite=False) as new:
        new.write_text("whole")
        assert not (tmp_path / "a.csv").exists()
    assert (left(tmp_path), (tmp_path / "a.csv").read_text()) == (["a.csv"], "whole")


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_nothing_is_left_of_a_file_that_failed(tmp_path: Path, error: type[BaseException]) -> None:
    (tmp_path / "a.csv").write_text("before")
    with pytest.raises(error), new_file(str(tmp_path / "a.csv"), overwrite=True) as new:  # noqa: PT012
        new.write_text("half")
        raise error
    assert (left(tmp_path), (tmp_path / "a.csv").read_text()) == (["a.csv"], "before")


def test_an_existing_file_is_replaced_only_if_asked(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before")
    with pytest.raises(ExistsError, match=r"a\.csv already exists"):
        write(tmp_path / "a.csv", "after")
    assert (tmp_path / "a.csv").read_text() == "before"
    write(tmp_path / "a.csv", "after", overwrite=True)
    assert (tmp_path / "a.csv").read_text() == "after"


def test_a_file_that_appears_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(ExistsError), new_file(str(tmp_path / "a.csv"), overwrite=False) as new:  # noqa: PT012
        new.write_text("ours")
        (tmp_path / "a.csv").write_text("theirs")
    assert (left(tmp_path), (tmp_path / "a.csv").read_text()) == (["a.csv"], "theirs")


def test_a_replaced_file_keeps_its_permissions_and_a_link_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before")
    (tmp_path / "a.csv").chmod(0o640)
    (tmp_path / "link.csv").symlink_to("a.csv")
    write(tmp_path / "link.csv", "after", overwrite=True)
    assert (tmp_path / "link.csv").is_symlink()
    assert ((tmp_path / "a.csv").read_text(), (tmp_path / "a.csv").stat().st_mode & 0o777) == ("after", 0o640)


def test_a_new_file_has_the_permissions_of_any_other(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("")
    write(tmp_path / "a.csv", "text")
    assert (tmp_path / "a.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_files_that_threads_write_into_one_folder_are_each_their_own(tmp_path: Path) -> None:
    start = threading.Barrier(16)

    def write_one(number: int) -> None:
        with new_file(str(tmp_path / f"{number}.csv"), overwrite=False) as new:
            start.wait()
            new.write_text(str(number))
            start.wait()

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(write_one, range(16)))
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {
        f"{number}.csv": str(number) for number in range(16)
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none/a.csv", "does not exist"),
        ("\x00.csv", "not a valid file name"),
        ("x" * 300 + ".csv", "too long"),
    ],
)
def test_a_place_where_nothing_can_be_written(tmp_path: Path, name: str, words: str) -> None:
    with pytest.raises(UnwritableError, match=words):
        write(tmp_path / name, "text")
    assert left(tmp_path) == []


def test_of_a_link_the_folder_that_it_leads_to_is_missed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "a.csv").symlink_to(tmp_path / "gone" / "a.csv")
    with pytest.raises(UnwritableError) as raised:
        write(tmp_path / "there" / "a.csv", "text")
    assert str(raised.value).endswith(f"folder {tmp_path / 'gone'} does not exist")
    (tmp_path / "gone").mkdir()
    write(tmp_path / "there" / "a.csv", "text")
    assert (tmp_path / "gone" / "a.csv").read_text() == "text"


def fill(name: Path, *, overwrite: bool = False) -> None:
    with new_folder(str(name), {"a", "b"}.__contains__, make, overwrite=overwrite):
        assert left(name) == ["a"]


def make(new: Path) -> None:
    (new / "a").write_text("new")


def test_a_new_folder_takes_the_place_of_an_empty_one(tmp_path: Path) -> None:
    fill(tmp_path / "one")
    (tmp_path / "two").mkdir()
    fill(tmp_path / "two")
    assert (left(tmp_path), left(tmp_path / "one"), left(tmp_path / "two")) == (["one", "two"], ["a"], ["a"])


def test_a_folder_is_replaced_only_where_that_is_asked_for_and_it_holds_nothing_else(tmp_path: Path) -> None:
    fill(tmp_path / "one")
    (tmp_path / "one" / "b").write_text("old")
    with pytest.raises(ExistsError, match="already exists"):
        fill(tmp_path / "one")
    fill(tmp_path / "one", overwrite=True)
    assert left(tmp_path / "one") == ["a"]
    (tmp_path / "one" / "thesis.txt").write_text("mine")
    with pytest.raises(ExistsError, match=r"contains thesis\.txt"):
        fill(tmp_path / "one", overwrite=True)
    assert (left(tmp_path), left(tmp_path / "one")) == (["one"], ["a", "thesis.txt"])


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_is_as_before_if_what_needs_it_fails(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "one").mkdir()
        (tmp_path / "one" / "b").write_text("old")
    ours = {"a", "b"}.__contains__
    with pytest.raises(KeyboardInterrupt), new_folder(str(tmp_path / "one"), ours, make, overwrite=True):
        raise KeyboardInterrupt
    assert left(tmp_path) == (["one"] if there else [])
    assert not there or left(tmp_path / "one") == ["b"]


def test_a_file_is_no_folder_and_a_folder_no_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    with pytest.raises(ExistsError, match="is a file"):
        fill(tmp_path / "file", overwrite=True)
    with pytest.raises(ExistsError, match="is a folder"):
        write(tmp_path / "folder", "text", overwrite=True)
