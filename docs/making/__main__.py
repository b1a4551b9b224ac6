"""`python docs/making`: write anew what is made in docs, from the program itself; tests hold it current."""

from __future__ import annotations

from pathlib import Path
from pkgutil import resolve_name

import reference
import tables

from iraqforce.cli.schema import SCHEMAS
from iraqforce.render.json_object import text_of

DOCS = Path(__file__).parent.parent


def main() -> None:
    """Write every page and every schema."""
    (DOCS / "commands.md").write_text(reference.page(), encoding="utf-8")
    contract = DOCS / "json.md"
    contract.write_text(tables.page(contract.read_text(encoding="utf-8")), encoding="utf-8")
    for name, made_by in SCHEMAS.items():
        (DOCS / "schema" / f"{name}.json").write_text(text_of(resolve_name(made_by)()), encoding="utf-8")


if __name__ == "__main__":
    main()
