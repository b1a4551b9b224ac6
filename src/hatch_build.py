"""Build hook: the wheel carries snapshots of the bundled bases, so that an answer needs no YAML parser."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Snapshots(BuildHookInterface):  # type: ignore[type-arg] # its parameter is not needed here
    """Adds `iraqforce/snapshots` to a wheel. An editable install has none: a checkout uses its own files."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the snapshots in a temporary folder, and have them packed."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        from iraqforce.loading.locations import BUNDLED, bundled
        from iraqforce.loading.snapshot import write_packaged

        self._folder = TemporaryDirectory()
        for name in BUNDLED:
            made = write_packaged(bundled(name), self._folder.name)
            build_data["force_include"][made] = f"iraqforce/snapshots/{Path(made).name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the temporary folder."""
        if version != "editable":
            self._folder.cleanup()
