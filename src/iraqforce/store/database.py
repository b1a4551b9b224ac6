"""The compiled file as a database for others: its own tables, and views that need no knowledge of them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from iraqforce.whole import UnwritableError

if TYPE_CHECKING:
    from iraqforce.store.protocol import Store

VIEWS: Final = """
CREATE VIEW facts_with_sources AS
SELECT facts.id, facts.kind, facts.label, facts.force, facts.place,
    facts.count, facts.value, facts.low, facts.high, facts.qualifier, facts.unit, facts.direction,
    facts.as_of, facts.first, facts.last, facts.dated_by, facts.status, facts.basis,
    facts.definition, definitions.text AS definition_text, coalesce(definitions.covers, 'whole') AS covers,
    coalesce(facts.stated_by, sources.publisher) AS speaker, facts.quote,
    facts.found_path || ':' || facts.found_line AS found_at, facts.locator, facts.verdict,
    facts.note, facts.context,
    facts.source, sources.title, sources.author, sources.publisher, sources.published, sources.url,
    sources.inferred
FROM facts
JOIN sources ON sources.id = facts.source
LEFT JOIN definitions ON definitions.id = facts.definition;
CREATE VIEW levels AS
SELECT forces.name AS force_name, places.name AS place_name, facts_with_sources.*
FROM facts_with_sources
JOIN forces ON forces.id = facts_with_sources.force
JOIN places ON places.id = facts_with_sources.place
WHERE facts_with_sources.kind = 'level'
ORDER BY coalesce(facts_with_sources.first, facts_with_sources.last), facts_with_sources.last;
"""


def write_database(store: Store, path: str) -> None:
    """Write the base at `path`, where nothing is yet, as one file. Raises UnwritableError."""
    try:
        store.write_compiled(path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(VIEWS)
    except sqlite3.Error as error:
        message = f"the database cannot be written: {error}"
        raise UnwritableError(message, hint="make room, or write elsewhere") from error
