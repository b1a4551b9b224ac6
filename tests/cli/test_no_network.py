"""No command opens a connection: each works, and prints the same, where there is no network."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from iraqforce.cli import COMMANDS
from processes import bash, iraqforce, iraqforce_after

ROOT = Path(__file__).parent.parent.parent
ARTICLE = ROOT / "seeds" / "000_3a3f390f122c08f1.txt"
OTHERS = {
    "compare": "compare 2016-03-25 2021-12",
    "show": "show us-iraq-2016-03-25-press",
    "search": "search troops",
    "cite": "cite us-iraq-2016-03-25-press",
    "export": "export -o - -f csv",
    "chart": "chart -o - -f svg",
    "report": "report -o - --date 2016-05-01",
    "init": "init my",
    "draft": f"draft {ARTICLE}",
    "schema": "schema level",
    "completion": "completion bash",
    "level": "level 2021-12 --details",
    "verify": f"verify {ROOT / 'LICENSE'}",  # a text without a claim
    "series": "series --from 2016 --to 2016-12",
}
EVERY = [OTHERS.get(name, name) for name in COMMANDS]

NO_SOCKET = (
    "import sys\n"
    "def refuse(event, arguments):\n"
    "    if event.startswith('socket.'): raise AssertionError(event)\n"
    "sys.addaudithook(refuse)"
)


def is_possible() -> bool:
    """True if a process of ours may run without a network."""
    try:
        return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


@pytest.mark.parametrize("command", EVERY)
def test_no_command_makes_a_socket(tmp_path: Path, command: str) -> None:
    done = iraqforce_after(NO_SOCKET, command, cwd=tmp_path)
    assert (done.returncode, "AssertionError" in done.stderr) == (0, False)


@pytest.mark.skipif(not is_possible(), reason="a process without a network is not allowed here")
@pytest.mark.parametrize("command", [OTHERS["chart"], "chart -o - -f png", OTHERS["report"], OTHERS["level"]])
def test_without_a_network_the_output_is_the_same(command: str) -> None:
    without = bash(f"export -f iraqforce; unshare -rn bash -c 'iraqforce {command}'")
    assert (without.returncode, without.stderr) == (0, b"")
    assert without.stdout == bash(f"iraqforce {command}").stdout


def test_the_socket_is_really_refused() -> None:
    done = iraqforce_after(f"{NO_SOCKET}\nimport socket\nsocket.socket()", "level 2021-12")
    assert "AssertionError: socket.__new__" in done.stderr
    assert iraqforce("level 2021-12").returncode == 0
