"""A small base with a made-up article, for a curator to start from."""

from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Final

from iraqforce.export.files import ExistsError, new_folder
from iraqforce.loading.locations import given, path_in_base
from iraqforce.model.dates import today

BASE: Final = "facts.yaml"
ARTICLE: Final = "example.txt"
UPDATED: Final = "updated: 2019-03-04"
"""What the base has as the day of its last update until it is copied."""


def start(folder: str) -> None:
    """Write the base and its article into a new folder, whole or not at all.

    The folder may exist if it is empty, and not the current one, which would be replaced below the shell.
    Raises ExistsError and UnwritableError.
    """
    place = Path(folder)
    with suppress(OSError):  # of a folder that cannot be looked at, `new_folder` says why
        if place.is_dir() and (place.samefile(".") or any(place.iterdir())):
            raise ExistsError(f"{place} already exists", hint="choose the name of a new folder")
    resources = files("iraqforce.export")
    text = (resources / "starter.yaml").read_text(encoding="utf-8")
    # Relative to the folder of the base, which is not its own if that is called `data`.
    article = path_in_base(str(place / ARTICLE), [given(str(place / BASE))])
    # The last update is today: rule F313 then lets the curator add any article that is out.
    text = text.replace(f"text: {ARTICLE}", f"text: {article}").replace(UPDATED, f"updated: {today().text}")

    def fill(new: Path) -> None:
        (new / ARTICLE).write_bytes((resources / "starter.txt").read_bytes())
        (new / BASE).write_text(text, "utf-8", newline="\n")

    with new_folder(folder, frozenset[str]().__contains__, fill, overwrite=False):
        pass
