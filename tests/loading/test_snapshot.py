"""Snapshots: an edit is never missed, nothing is parsed twice, and a bad snapshot changes no answer."""

from __future__ import annotations

import hashlib
import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import platformdirs
import pytest

from iraqforce.errors import BaseError
from iraqforce.loading import snapshot
from iraqforce.loading.locations import BUNDLED, BaseFile, bundled, named_files
from iraqforce.loading.reader import load
from iraqforce.loading.snapshot import cache_folder, encoded, open_base
from iraqforce.problems import InvalidBaseError
from processes import environment

ROOT = Path(__file__).parent.parent.parent
GOOD = Path(__file__).parent.parent / "good"
BASE = """\
name: small
title: A small base
forces: {us: {name: U.S. troops}}
places: {iraq: {name: Iraq}}
sources:
  report: {title: A report, publisher: Records Office, published: 2019-01-01}
facts:
  - {id: one, kind: level, force: us, place: iraq, count: "3,800", as_of: 2016-03-25, status: actual,
     basis: official, source: report, locator: page 1}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for snapshots, which is not there yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "iraqforce"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    file = tmp_path / "facts.yaml"
    file.write_text(BASE)
    return file


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A copy of the base of articles: its file."""
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path / "data" / "facts.yaml"


loads: list[int] = []


def answered(*files: Path) -> str:
    """The count of the first fact of the base of these files; `loads` grows if they were parsed."""
    found = open_base(named_files([str(file) for file in files]), lambda: loads.append(1))
    count = found.facts[0].count
    assert count is not None
    return count.text


@pytest.fixture(autouse=True)
def _no_loads() -> None:
    loads.clear()


def test_the_first_call_keeps_a_snapshot_and_the_next_reads_it(base: Path, cache: Path) -> None:
    assert [answered(base), answered(base)] == ["3,800", "3,800"]
    assert len(loads) == 1
    [file] = cache.iterdir()
    assert (cache.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)


@pytest.mark.parametrize("name", BUNDLED)
def test_a_bundled_base_reads_back_equal(name: str, cache: Path) -> None:
    made = load(bundled(name))
    open_base(bundled(name))
    back = open_base(bundled(name), lambda: loads.append(1))
    assert loads == []
    assert (back.info, back.facts, back.id_patterns) == (made.info, made.facts, made.id_patterns)
    for section in ("forces", "places", "definitions", "sources", "articles"):
        assert list(getattr(back, section).items()) == list(getattr(made, section).items())
    assert list(back.grouped) == list(made.grouped)


def test_an_edit_of_the_same_size_at_once_is_not_missed(base: Path, cache: Path) -> None:
    for count in ("3,800", "3,900", "4,000", "3,800"):
        base.write_text(BASE.replace("3,800", count))
        assert answered(base) == count
    assert len(loads) == 3


def test_an_edit_with_its_time_set_back_is_not_missed(base: Path, cache: Path) -> None:
    answered(base)
    before = base.stat()
    base.write_text(BASE.replace("3,800", "3,900"))
    os.utime(base, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert answered(base) == "3,900"


def test_a_touched_file_is_not_parsed_again(base: Path, cache: Path) -> None:
    answered(base)
    os.utime(base)
    answered(base)
    assert len(loads) == 1


def test_a_base_of_several_files_is_parsed_again_if_any_changes(tmp_path: Path, cache: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(BASE)
    two.write_text(BASE.replace("report", "other").replace("id: one", "id: two"))
    answered(one, two)
    two.write_text(two.read_text().replace("3,800", "3,900"))
    found = open_base(named_files([str(one), str(two)]))
    assert [fact.count.text for fact in found.facts if fact.count] == ["3,800", "3,900"]


def test_the_same_base_under_another_name_shows_its_own_name(base: Path, cache: Path, tmp_path: Path) -> None:
    answered(base)
    other = tmp_path / "other.yaml"
    other.write_text(BASE)
    found = open_base(named_files([str(other)]), lambda: loads.append(1))
    assert (found.facts[0].written_at.path, len(loads)) == (str(other), 1)


def test_a_changed_article_is_not_missed(articles: Path, cache: Path) -> None:
    answered(articles)
    article = articles.parent.parent / "seeds" / "004_b64c2e64acb3fa88.txt"
    article.write_bytes(article.read_bytes().replace(b"3,800", b"3,900"))
    with pytest.raises(InvalidBaseError) as error:
        answered(articles)
    assert [problem.code for problem in error.value.problems if problem.code == "F204"] == ["F204"]


def test_a_link_that_comes_to_point_to_another_article_is_not_missed(articles: Path, cache: Path) -> None:
    article = articles.parent.parent / "seeds" / "004_b64c2e64acb3fa88.txt"
    true, false = article.with_name("true.txt"), article.with_name("false.txt")
    false.write_bytes(article.read_bytes().replace(b"3,800", b"3,900"))
    article.rename(true)
    article.symlink_to(true)
    answered(articles)
    article.unlink()
    article.symlink_to(false)
    with pytest.raises(InvalidBaseError):
        answered(articles)


def test_a_pipe_in_place_of_an_article_is_not_waited_for(articles: Path, cache: Path) -> None:
    answered(articles)
    article = articles.parent.parent / "seeds" / "004_b64c2e64acb3fa88.txt"
    article.unlink()
    os.mkfifo(article)
    with pytest.raises(InvalidBaseError):
        answered(articles)


def test_an_invalid_edit_is_refused_and_the_fixed_base_answers(base: Path, cache: Path) -> None:
    answered(base)
    base.write_text(BASE.replace("status: actual", "status: actul"))
    with pytest.raises(InvalidBaseError):
        answered(base)
    base.write_text(BASE)
    assert answered(base) == "3,800"


def damages(file: Path, data: bytes) -> dict[str, bytes]:
    """The snapshot in every state in which it must not be believed."""
    body = data.partition(b"\n")[2]
    name = file.name

    def sealed(changed: bytes) -> bytes:
        return snapshot._sealed(name, changed)

    return {
        "empty": b"",
        "garbage": b"\xff" * 5000,
        "deep": b"[" * 200_000,
        "cut short": data[: len(data) // 2],
        "without its last byte": data[:-1],
        "its lines in another order": b"\n".join([data.partition(b"\n")[0], *reversed(body.split(b"\n"))]),
        "sealed for another name": snapshot._sealed("another.snapshot", body.replace(b"3,800", b"9,999")),
        "one bit flipped": data[:-40] + bytes([data[-40] ^ 1]) + data[-39:],
        "another number": data.replace(b"3,800", b"9,999"),
        "sealed, but of no lines": sealed(b""),
        "sealed, but not JSON": sealed(b"[" * 200_000),
        "sealed, but a field short": sealed(body.replace(b'["iraq","Iraq","in Iraq",null,[]]', b'["iraq"]')),
        "sealed, but without subjects": sealed(body.replace(b'"subjects"', b'"objects"')),
    }


@pytest.mark.parametrize("damage", damages(Path(), b"0\n" + b"." * 50))
def test_a_damaged_snapshot_is_ignored_and_made_again(damage: str, base: Path, cache: Path) -> None:
    answered(base)
    [file] = cache.iterdir()
    good = file.read_bytes()
    bad = damages(file, good)[damage]
    assert bad != good
    file.write_bytes(bad)
    assert answered(base) == "3,800"
    assert file.read_bytes() == good


def test_a_snapshot_of_another_base_under_this_name_is_not_believed(base: Path, cache: Path) -> None:
    answered(base)
    [own] = cache.iterdir()
    base.write_text(BASE.replace("3,800", "9,999"))
    answered(base)
    [other] = set(cache.iterdir()) - {own}
    other.replace(own)
    base.write_text(BASE)
    assert answered(base) == "3,800"


def test_a_huge_snapshot_is_not_read(base: Path, cache: Path) -> None:
    answered(base)
    [file] = cache.iterdir()
    with file.open("r+b") as stream:
        stream.truncate(3 * 2**30)
    assert answered(base) == "3,800"
    assert file.stat().st_size < 10_000


def test_every_flipped_byte_is_noticed(base: Path, cache: Path) -> None:
    answered(base)
    [file] = cache.iterdir()
    good = file.read_bytes()
    for place in range(0, len(good), 7):
        flipped = good[:place] + bytes([good[place] ^ 4]) + good[place + 1 :]
        with pytest.raises(ValueError, match="checksum"):
            snapshot._unsealed(file.name, flipped)


def test_a_clock_that_is_set_back_deletes_older_snapshots_only(base: Path, cache: Path) -> None:
    for number in range(snapshot.KEPT):
        base.write_text(BASE.replace("3,800", f"{3000 + number:,}"))
        answered(base)
    for file in cache.iterdir():
        os.utime(file, (4_000_000_000, 4_000_000_000))
    base.write_text(BASE)
    loads.clear()
    assert [answered(base), answered(base)] == ["3,800", "3,800"]
    assert (len(loads), len(list(cache.iterdir()))) == (1, snapshot.KEPT)


def test_calls_that_are_killed_at_any_moment_leave_no_wrong_answer(base: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--base", str(base)]
    settings = environment(XDG_CACHE_HOME=str(cache.parent))
    for number in range(10):
        shutil.rmtree(cache, ignore_errors=True)
        process = subprocess.Popen(
            command, env=settings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.03 * number)
        process.kill()
        process.wait()
        assert answered(base) == "3,800"


def test_a_path_in_a_snapshot_counts_only_if_the_base_has_it(articles: Path, cache: Path) -> None:
    answered(articles)
    [file] = cache.iterdir()
    secret = articles.parent.parent / "seeds" / "secret.txt"
    secret.write_text("secret")
    digest = hashlib.blake2b(b"secret", digest_size=32).hexdigest()
    body = file.read_bytes().partition(b"\n")[2]
    article = articles.parent.parent / "seeds" / "004_b64c2e64acb3fa88.txt"
    original = hashlib.blake2b(article.read_bytes(), digest_size=32).hexdigest()
    written = f'"seeds/004_b64c2e64acb3fa88.txt","{original}"'.encode()
    body = body.replace(written, f'"seeds/secret.txt","{digest}"'.encode())
    assert b"seeds/secret.txt" in body
    file.write_bytes(snapshot._sealed(file.name, body))
    loads.clear()
    answered(articles)
    assert len(loads) == 1


@pytest.mark.parametrize("mode", [0o755, 0o770, 0o702, 0o777])
def test_a_folder_that_others_can_open_is_never_used(mode: int, base: Path, cache: Path) -> None:
    answered(base)
    cache.chmod(mode)
    assert [answered(base), answered(base)] == ["3,800", "3,800"]
    assert len(loads) == 3


@pytest.mark.parametrize("kind", ["link", "link to itself", "file", "pipe"])
def test_what_is_no_folder_is_not_used_as_one(kind: str, base: Path, cache: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(mode=0o700)
    cache.parent.mkdir()
    match kind:
        case "file":
            cache.write_text("mine")
        case "pipe":
            os.mkfifo(cache)
        case _:
            cache.symlink_to(elsewhere if kind == "link" else cache)
    assert [answered(base), answered(base)] == ["3,800", "3,800"]
    assert len(loads) == 2
    assert list(elsewhere.iterdir()) == []


@pytest.mark.parametrize("mode", [0o644, 0o660, 0o606])
def test_a_snapshot_that_others_can_open_is_not_believed(mode: int, base: Path, cache: Path) -> None:
    answered(base)
    [file] = cache.iterdir()
    file.chmod(mode)
    answered(base)
    assert len(loads) == 2


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("which", ["folder", "file"])
def test_what_belongs_to_another_user_is_not_believed(which: str, base: Path, cache: Path) -> None:
    answered(base)
    [file] = cache.iterdir()
    os.chown(cache if which == "folder" else file, 12345, -1)
    answered(base)
    assert len(loads) == 2


def test_a_link_a_pipe_and_a_folder_in_its_place_are_not_read(
    base: Path, cache: Path, tmp_path: Path
) -> None:
    answered(base)
    [file] = cache.iterdir()
    elsewhere = tmp_path / "elsewhere"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert answered(base) == "3,800"
    assert not file.is_symlink()
    file.unlink()
    os.mkfifo(file)
    assert answered(base) == "3,800"
    file.unlink()
    file.mkdir()
    assert answered(base) == "3,800"
    assert len(loads) == 4


@pytest.mark.parametrize("place", ["/dev/null/none", "/proc/none"])
def test_without_a_usable_folder_the_answer_still_comes(
    place: str, base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    assert [answered(base), answered(base)] == ["3,800", "3,800"]


def test_a_full_disk_is_done_without_and_left_clean(base: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--base", str(base)]
    done = subprocess.run(
        command,
        # Python itself would leave half-written bytecode, and trip over it later.
        env=environment(XDG_CACHE_HOME=str(cache.parent), PYTHONDONTWRITEBYTECODE="1"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "3,800" in done.stdout
    assert list(cache.iterdir()) == []


def test_twenty_at_once_all_answer_and_leave_one_snapshot(base: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--json"]
    settings = environment(XDG_CACHE_HOME=str(cache.parent), IRAQFORCE_BASE=str(base))
    crowd = [
        subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(20)
    ]
    outputs = [process.communicate() for process in crowd]
    assert {(process.returncode, stderr) for process, (_, stderr) in zip(crowd, outputs, strict=True)} == {
        (0, b"")
    }
    assert len({stdout for stdout, _ in outputs}) == 1
    assert len(list(cache.iterdir())) == 1


def test_the_cache_keeps_the_newest(base: Path, cache: Path) -> None:
    for number in range(snapshot.KEPT + 3):
        base.write_text(BASE.replace("3,800", f"{3000 + number:,}"))
        answered(base)
    assert len(list(cache.iterdir())) == snapshot.KEPT
    loads.clear()
    answered(base)
    assert loads == []


def test_a_name_that_is_no_base_is_refused_whatever_was_read_before(base: Path, cache: Path) -> None:
    answered(base)
    data = base.with_suffix(".csv")
    data.write_text(BASE)
    with pytest.raises(BaseError, match="not a fact base"):
        answered(data)


def test_an_article_with_a_byte_order_mark_is_not_parsed_again(articles: Path, cache: Path) -> None:
    article = articles.parent.parent / "seeds" / "004_b64c2e64acb3fa88.txt"
    before = hashlib.sha256(article.read_bytes()).hexdigest()
    article.write_bytes(b"\xef\xbb\xbf" + article.read_bytes())
    now = hashlib.sha256(article.read_bytes()).hexdigest()
    articles.write_text(articles.read_text().replace(before, now))
    answered(articles)
    answered(articles)
    assert len(loads) == 1


def test_the_format_changes_with_what_loading_makes_of_a_base() -> None:
    """If this fails, loading gives another result than it did: raise FORMAT, and then update the digest."""
    made = hashlib.sha256()
    for name in ("every-kind", "values-stay-text"):
        files = named_files([str(GOOD / f"{name}.yaml")])
        made.update(encoded(load(files), files).replace(str(GOOD).encode(), b""))
    assert (snapshot.FORMAT, made.hexdigest()[:16]) == (2, "bde8ac809dceb238")


def test_the_same_base_gives_the_same_bytes() -> None:
    files: tuple[BaseFile, ...] = bundled("all")
    assert encoded(load(files), files) == encoded(load(files), files)


@pytest.mark.parametrize(
    "settings",
    [
        {"XDG_CACHE_HOME": "/var/cache/mine"},
        {"XDG_CACHE_HOME": ""},
        {"XDG_CACHE_HOME": "relative"},
        {"XDG_CACHE_HOME": " /spaces "},
        {"HOME": "/home/somebody"},
        {"HOME": "relative"},
        {},
    ],
    ids=str,
)
def test_the_folder_is_the_one_that_platformdirs_names(
    settings: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, text in settings.items():
        monkeypatch.setenv(name, text)
    assert cache_folder() == platformdirs.user_cache_dir("iraqforce")
