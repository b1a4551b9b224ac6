"""When a wheel is built: the manual page, made from the commands, goes where `man` finds it."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManualPage(BuildHookInterface):  # type: ignore[type-arg] # its parameter is of no use here
    """Adds share/man/man1/iraqforce.1 to the wheel; nothing is written into the source."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's signature
        """Make the page."""
        root = Path(self.root)
        sys.path[:0] = [str(root / "src"), str(root / "docs" / "making")]
        from manual import page

        self._folder = TemporaryDirectory()
        made = Path(self._folder.name) / "iraqforce.1"
        made.write_text(page(), encoding="utf-8")
        build_data["shared_data"][str(made)] = "share/man/man1/iraqforce.1"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made."""
        self._folder.cleanup()
