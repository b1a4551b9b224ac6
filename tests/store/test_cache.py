"""The cache: an edit is never missed, nothing is compiled twice, and whatever befalls it, it answers."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import platformdirs
import pytest

from iraqforce.store.cache import REST_NS, cache_folder
from processes import environment, iraqforce

ROOT = Path(__file__).parent.parent.parent
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
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


@pytest.fixture
def base(tmp_path: Path) -> Path:
    file = tmp_path / "facts.yaml"
    file.write_text(BASE)
    return file


def value(base: Path, cache: Path) -> int:
    """What the base answers, through the cache; a failure or a word on stderr is none."""
    done = iraqforce(f"level --date 2016-03-25 --json --facts {base}", XDG_CACHE_HOME=str(cache))
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)["level"]["value"]
    assert isinstance(found, int)
    return found


def compiled_files(cache: Path) -> list[Path]:
    return sorted(cache.glob("iraqforce/*/*.sqlite"))


def leftovers(cache: Path) -> list[str]:
    """What is in the cache beside one compiled file and one stamp for each base."""
    return [path.name for path in cache.glob("iraqforce/*/*") if path.suffix not in (".sqlite", ".json")]


def at_rest(file: Path) -> None:
    """Wait until the file's times are older than a clock may be coarse."""
    while time.time_ns() - file.stat().st_ctime_ns < 1.2 * REST_NS:
        time.sleep(0.1)


def test_the_first_call_compiles_and_the_next_reads_that_file(base: Path, cache: Path) -> None:
    assert value(base, cache) == 3800
    [first] = compiled_files(cache)
    inode = first.stat().st_ino
    assert value(base, cache) == 3800
    assert [path.stat().st_ino for path in compiled_files(cache)] == [inode]
    assert leftovers(cache) == []


def test_once_its_files_are_at_rest_nothing_is_written_any_more(base: Path, cache: Path) -> None:
    at_rest(base)
    value(base, cache)
    before = {path: path.stat().st_mtime_ns for path in cache.rglob("*")}
    value(base, cache)
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*")} == before


def test_an_edit_of_the_same_size_at_once_is_noticed(base: Path, cache: Path) -> None:
    for count in ("3,800", "3,900", "4,000", "3,800"):
        base.write_text(BASE.replace("3,800", count))
        assert value(base, cache) == int(count.replace(",", ""))
    assert len(compiled_files(cache)) == 1


def test_an_edit_whose_modification_time_is_set_back_is_noticed(base: Path, cache: Path) -> None:
    at_rest(base)
    value(base, cache)
    before = base.stat()
    base.write_text(BASE.replace("3,800", "3,900"))
    os.utime(base, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert value(base, cache) == 3900


def test_a_file_put_in_the_place_of_another_is_noticed(base: Path, cache: Path) -> None:
    at_rest(base)
    value(base, cache)
    other = base.with_name("other.yaml")
    other.write_text(BASE.replace("3,800", "3,900"))
    other.replace(base)
    assert value(base, cache) == 3900


def test_a_touched_file_with_the_same_bytes_is_not_compiled_again(base: Path, cache: Path) -> None:
    value(base, cache)
    [first] = compiled_files(cache)
    os.utime(base)
    assert value(base, cache) == 3800
    assert compiled_files(cache) == [first]


def test_a_changed_article_is_noticed(tmp_path: Path, cache: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = f"level --date 2016-03-25 --facts {tmp_path / 'data' / 'facts.yaml'}"
    assert iraqforce(command, XDG_CACHE_HOME=str(cache)).returncode == 0
    article = tmp_path / "seeds" / "004_b64c2e64acb3fa88.txt"
    article.write_bytes(article.read_bytes().replace(b"3,800", b"3,900"))
    done = iraqforce(command, XDG_CACHE_HOME=str(cache))
    assert done.returncode == 3
    assert "F204" in done.stderr


def test_a_link_that_comes_to_point_to_another_article_is_noticed(tmp_path: Path, cache: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    article = tmp_path / "seeds" / "004_b64c2e64acb3fa88.txt"
    true, false = article.with_name("true.txt"), article.with_name("false.txt")
    false.write_bytes(article.read_bytes().replace(b"3,800", b"3,900"))
    article.rename(true)
    article.symlink_to(true)
    command = f"level --date 2016-03-25 --facts {tmp_path / 'data' / 'facts.yaml'}"
    assert iraqforce(command, XDG_CACHE_HOME=str(cache)).returncode == 0
    article.unlink()
    article.symlink_to(false)
    assert iraqforce(command, XDG_CACHE_HOME=str(cache)).returncode == 3


def test_a_pipe_in_the_place_of_an_article_is_told_and_not_waited_for(tmp_path: Path, cache: Path) -> None:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    command = f"level --date 2016-03-25 --facts {tmp_path / 'data' / 'facts.yaml'}"
    assert iraqforce(command, XDG_CACHE_HOME=str(cache)).returncode == 0
    article = tmp_path / "seeds" / "004_b64c2e64acb3fa88.txt"
    article.unlink()
    os.mkfifo(article)
    done = iraqforce(command, XDG_CACHE_HOME=str(cache))
    assert done.returncode == 3
    assert "it is no regular file" in done.stderr


def test_a_base_reached_by_way_of_a_link_and_two_dots_is_found(base: Path, cache: Path) -> None:
    (base.parent / "deep" / "er").mkdir(parents=True)
    (base.parent / "link").symlink_to(base.parent / "deep")
    assert value(Path(f"{base.parent}/link/../facts.yaml"), cache) == 3800


def test_a_working_folder_that_is_gone_is_an_error_that_says_so(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    program = f"rmdir {gone}; exec {sys.executable} -m iraqforce level --facts x.yaml"
    done = subprocess.run(
        ["bash", "-c", program], cwd=gone, env=environment(), capture_output=True, text=True, check=False
    )
    assert (done.returncode, "Traceback" in done.stderr) == (3, False)


def test_a_damaged_file_is_removed_and_the_next_call_answers(base: Path, cache: Path) -> None:
    at_rest(base)
    value(base, cache)
    [compiled] = compiled_files(cache)
    [stamp] = cache.glob("iraqforce/*/*.json")
    # Damage that the file system does not tell of: the stamp is made to match what is there.
    with compiled.open("r+b") as stream:
        stream.seek(8192)
        stream.write(b"\xff" * (compiled.stat().st_size - 8192))
    found, content = compiled.stat(), json.loads(stamp.read_text())
    content["compiled"].update(modified=found.st_mtime_ns, changed=found.st_ctime_ns)
    stamp.write_text(json.dumps(content))
    command = f"level --date 2016-03-25 --json --facts {base}"
    done = iraqforce(command, XDG_CACHE_HOME=str(cache))
    assert "Traceback" not in done.stderr
    assert value(base, cache) == 3800


def test_a_base_of_several_files_is_compiled_anew_when_any_changes(tmp_path: Path, cache: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(BASE)
    two.write_text(BASE.replace("report", "other").replace("id: one", "id: two").replace("03-25", "03-26"))
    command = f"level --date 2016-03-26 --json --facts {one} --facts {two}"
    done = iraqforce(command, XDG_CACHE_HOME=str(cache))
    assert json.loads(done.stdout)["level"]["value"] == 3800
    two.write_text(two.read_text().replace("3,800", "3,900"))
    done = iraqforce(command, XDG_CACHE_HOME=str(cache))
    assert json.loads(done.stdout)["level"]["value"] == 3900


def test_two_bases_do_not_meet_in_the_cache(base: Path, tmp_path: Path, cache: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(BASE.replace("3,800", "3,900"))
    assert [value(base, cache), value(other, cache), value(base, cache)] == [3800, 3900, 3800]
    assert len(compiled_files(cache)) == 2


def test_an_invalid_edit_is_told_and_the_mended_base_answers(base: Path, cache: Path) -> None:
    value(base, cache)
    base.write_text(BASE.replace("status: actual", "status: actul"))
    done = iraqforce(f"level --date 2016-03-25 --facts {base}", XDG_CACHE_HOME=str(cache))
    assert (done.returncode, done.stdout) == (3, "")
    assert "did you mean 'actual'?" in done.stderr
    base.write_text(BASE)
    assert value(base, cache) == 3800
    assert leftovers(cache) == []


def test_a_new_version_does_not_read_what_an_old_one_wrote(base: Path, cache: Path) -> None:
    value(base, cache)
    [folder] = cache.glob("iraqforce/*")
    folder.rename(folder.with_name("0.0.1-1"))
    assert value(base, cache) == 3800
    assert len(list(cache.glob("iraqforce/*"))) == 2


@pytest.mark.parametrize(
    "junk", [b"", b"garbage", b"[" * 200_000, b"SQLite format 3\x00" + b"\xff" * 5000], ids=len
)
def test_garbage_in_the_place_of_every_file_is_replaced(base: Path, cache: Path, junk: bytes) -> None:
    value(base, cache)
    for path in [*cache.glob("iraqforce/*/*.sqlite"), *cache.glob("iraqforce/*/*.json")]:
        path.write_bytes(junk)
        assert value(base, cache) == 3800
    assert len(compiled_files(cache)) == 1


def test_a_file_cut_short_is_replaced(base: Path, cache: Path) -> None:
    value(base, cache)
    [compiled] = compiled_files(cache)
    os.truncate(compiled, compiled.stat().st_size // 2)
    assert value(base, cache) == 3800


def test_a_stamp_that_lies_about_another_format_is_not_believed(base: Path, cache: Path) -> None:
    value(base, cache)
    [stamp] = cache.glob("iraqforce/*/*.json")
    content = json.loads(stamp.read_text())
    stamp.write_text(json.dumps({**content, "version": ["9.9.9", 99]}))
    assert value(base, cache) == 3800


@pytest.mark.parametrize("place", ["/dev/null/none", "/proc/none"])
def test_without_a_usable_folder_it_answers_from_memory(base: Path, place: str) -> None:
    assert value(base, Path(place)) == 3800


def test_a_folder_that_cannot_be_written_is_done_without(base: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    assert value(base, blocked) == 3800
    assert blocked.read_text() == "a file where the folder should be"


def test_a_full_disk_is_done_without_and_left_clean(base: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--facts", str(base)]
    done = subprocess.run(
        command,
        env=environment(XDG_CACHE_HOME=str(cache)),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "3,800" in done.stdout
    assert (compiled_files(cache), leftovers(cache)) == ([], [])


def test_twenty_at_once_on_a_cold_cache_all_answer_and_one_compiles(base: Path, cache: Path) -> None:
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--json"]
    settings = environment(XDG_CACHE_HOME=str(cache), IRAQFORCE_FACTS=str(base))
    crowd = [
        subprocess.Popen(command, env=settings, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(20)
    ]
    told = [process.communicate() for process in crowd]
    assert [(process.returncode, stderr) for process, (_, stderr) in zip(crowd, told, strict=True)] == [
        (0, b"")
    ] * 20
    assert len({stdout for stdout, _ in told}) == 1
    # A compiled file is named after the process that made it: a second one would have another name.
    assert len(compiled_files(cache)) == 1
    assert leftovers(cache) == []


@pytest.mark.slow
def test_a_process_killed_while_it_compiles_leaves_nothing_that_is_read(tmp_path: Path, cache: Path) -> None:
    base = tmp_path / "many.jsonl"
    write_many(base, 30_000)
    command = [sys.executable, "-m", "iraqforce", "level", "--date", "2016-03-25", "--facts", str(base)]
    settings = environment(XDG_CACHE_HOME=str(cache))
    with subprocess.Popen(command, env=settings, stdout=subprocess.DEVNULL) as process:
        while not list(cache.glob("iraqforce/*/*.tmp")):
            assert process.poll() is None, "it ended before it could be killed"
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
    assert compiled_files(cache) == []
    assert value(base, cache) == 3800
    assert leftovers(cache) == []


def write_many(path: Path, number: int) -> None:
    """A JSON Lines base of so many facts, the first of which is the one that is asked for."""
    fact = {
        "kind": "level",
        "force": "us",
        "place": "iraq",
        "count": "3,800",
        "as_of": "2016-03-25",
        "status": "actual",
        "basis": "official",
        "source": "report",
        "locator": "page 1",
    }
    records = [
        {"base": {"name": "many", "title": "Many facts"}},
        {"force": {"id": "us", "name": "U.S. troops"}},
        {"place": {"id": "iraq", "name": "Iraq"}},
        {"source": {"id": "report", "title": "R", "publisher": "P", "published": "2019-01-01"}},
        {"fact": {"id": "first", **fact}},
        *({"fact": {"id": f"n-{each}", **fact, "as_of": "2015-01-01"}} for each in range(number)),
    ]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records))


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
