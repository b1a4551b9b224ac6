"""The search of a base, as a view of its best hits."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from iraqforce.present.search import SearchView
from iraqforce.store.searching import SearchWanted
from iraqforce.terms import parse

if TYPE_CHECKING:
    from iraqforce.facts import Kind
    from iraqforce.store.protocol import Store


def searched(
    store: Store, query: str, *, source: str | None, kind: Kind | None, limit: int | None
) -> SearchView:
    """The passages that have the words of the query, `limit` at most; None is all.

    Raises UnknownNameError, and BaseError where there is no full-text search.
    """
    wanted = SearchWanted(parse(query), source, kind)
    search = store.search(wanted)
    facts, sources = search.found()
    # One more than is shown tells that there are more.
    found = list(islice(search, None if limit is None else limit + 1))
    return SearchView(
        query,
        wanted,
        limit,
        facts,
        sources,
        hits=found[:limit],
        more=len(found) > len(found[:limit]),
        unknown=search.unknown() if not found else [],
        base=store.summary,
    )
