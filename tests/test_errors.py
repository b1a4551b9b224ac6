"""The hint for a missing library installs it where this iraqforce is installed: with pip, pipx or uv."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from iraqforce.errors import MissingExtraError, need


def hint(*modules: str) -> str | None:
    with pytest.raises(MissingExtraError) as raised:
        need("A report", *modules)
    return raised.value.hint


@pytest.fixture(autouse=True)
def _without(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("jinja2", "pyarrow", "vl_convert"):
        monkeypatch.setitem(sys.modules, module, None)


def test_what_is_installed_is_not_missing() -> None:
    need("to_pandas()", "pandas")
    with pytest.raises(MissingExtraError) as raised:
        need("All of it", "pandas", "jinja2", "vl_convert")
    assert raised.value.message == "All of it needs jinja2 and vl-convert-python, which are not installed"


def test_with_pip_the_hint_names_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/srv/venv/bin/python")
    assert hint("jinja2", "vl_convert") == "/srv/venv/bin/python -m pip install jinja2 vl-convert-python"
    monkeypatch.setattr(sys, "executable", "/srv/my venv/bin/python")
    assert hint("jinja2") == '"/srv/my venv/bin/python" -m pip install jinja2'


def test_without_pip_uv_installs_into_the_python_that_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pip", None)
    monkeypatch.setattr(sys, "executable", "/srv/venv/bin/python")
    assert hint("pyarrow") == "uv pip install --python /srv/venv/bin/python pyarrow"


@pytest.mark.parametrize("receipt", ["", "pipx_metadata.json"])
def test_pipx_injects_into_its_environment_which_may_have_a_suffix(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receipt: str
) -> None:
    prefix = tmp_path / ("envs" if receipt else "pipx/venvs") / "iraqforce-next"
    prefix.mkdir(parents=True)
    if receipt:
        (prefix / receipt).touch()
    monkeypatch.setattr(sys, "prefix", str(prefix))
    assert hint("jinja2", "vl_convert") == "pipx inject iraqforce-next jinja2 vl-convert-python"


@pytest.mark.parametrize("receipt", ["", "uv-receipt.toml"])
def test_uv_installs_the_tool_with_what_it_has_and_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, receipt: str
) -> None:
    prefix = tmp_path / ("tool" if receipt else "uv/tools") / "iraqforce"
    prefix.mkdir(parents=True)
    if receipt:
        (prefix / receipt).touch()
    monkeypatch.setattr(sys, "prefix", str(prefix))
    assert hint("jinja2") == "uv tool install iraqforce --with pandas --with jinja2"
    monkeypatch.setitem(sys.modules, "pandas", None)
    assert hint("jinja2", "vl_convert") == (
        "uv tool install iraqforce --with jinja2 --with vl-convert-python"
    )


def test_a_folder_named_venvs_is_not_of_pipx(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venvs" / "iraqforce"))
    assert hint("jinja2") == f"{sys.executable} -m pip install jinja2"
