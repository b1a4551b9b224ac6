"""The small base that the examples of the rules are merged with, and the parts of it that several share."""

from __future__ import annotations

from typing import Final

ARTICLES: Final = {
    "articles/daily.txt": (
        "The ministry said on Monday that about 3,900 U.S. troops are in Iraq. It will send 217 more, which "
        "brings the\ntotal to 4,117. The base at Anbar houses 600 Marines, and 300 of all these troops are "
        "in “combat” roles.\n"
    ),
    "articles/weekly.txt": "A reporter counted more than 5,000 American troops in Iraq.\n",
    "articles/monthly.txt": "About 250 U.S. troops train in Anbar, a colonel said.\n",
    "articles/quarterly.txt": "The colonel said that 90 combat troops are in Anbar.\n",
}
"""The stored articles, by their paths."""

BASE: Final = """\
name: example
title: A small base
ids:
  level: "{force}-{place}-*"
forces:
  us:
    name: U.S. troops
  marines:
    name: U.S. Marines
    part_of: us
places:
  iraq:
    name: Iraq
  anbar:
    name: Anbar
    within: iraq
definitions:
  combat:
    text: counts forces in a combat role only
    covers: part
    words: [combat]
sources:
  daily:
    publisher: The Daily
    published: 2016-04-18
    text: articles/daily.txt
    sha256: c0e07ec8640d5d27567d7deaa78f0035596a08c68493e5c2cfff96b88cdc9ca6
  weekly:
    publisher: The Weekly
    published: 2016-04-20
    text: articles/weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
  yearbook:
    title: A report
    publisher: The Yearbook
    published: 2018
facts:
  - id: us-iraq-2016-04-18
    kind: level
    force: us
    place: iraq
    count: about 3,900
    as_of: 2016-04-18
    status: actual
    basis: official
    source: daily
    quote: about 3,900 U.S. troops are in Iraq
  - id: us-iraq-2016-04-18-increase
    kind: change
    force: us
    place: iraq
    count: 217
    direction: increase
    as_of: 2016-04-18
    status: announced
    basis: official
    source: daily
    quote: It will send 217 more
  - id: us-iraq-2016-04-18-total
    kind: level
    force: us
    place: iraq
    count: 4,117
    as_of: 2016-04-18
    status: announced
    basis: official
    source: daily
    quote: which brings the total to 4,117
  - id: marines-anbar-2016-04-18
    kind: level
    force: marines
    place: anbar
    count: 600
    as_of: 2016-04-18
    status: actual
    basis: press
    source: daily
    quote: The base at Anbar houses 600 Marines
  - id: us-iraq-2016-04-18-combat
    kind: level
    force: us
    place: iraq
    count: 300
    as_of: 2016-04-18
    status: actual
    basis: press
    definition: combat
    source: daily
    quote: 300 of all these troops are in “combat” roles
  - id: us-iraq-2016-04-20
    kind: level
    force: us
    place: iraq
    count: more than 5,000
    as_of: 2016-04-20
    status: actual
    basis: press
    source: weekly
    quote: more than 5,000 American troops in Iraq
  - id: us-iraq-2017
    kind: level
    force: us
    place: iraq
    count: 5,000
    as_of: 2017
    status: actual
    basis: press
    source: yearbook
    locator: table 2
"""
"""A base without a problem."""

LEVEL: Final = """\
facts:
  - id: us-iraq-2016-03
    kind: level
    force: us
    place: iraq
    count: 3,800
    as_of: 2016-03
    status: actual
    basis: press
    source: yearbook
    locator: table 1
"""
"""A level from the yearbook, which has no article: most rules are shown by a line of it."""

REPRINT: Final = """\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05
    text: articles/weekly.txt
    sha256: 61af4c395f1cd9dfa92729067fe4b3ef01da7e1fc462b2b23debfd41b1f22d42
facts:
  - id: us-iraq-2016-05
    kind: level
    force: us
    place: iraq
    count: more than 5,000
    as_of: 2016-05
    status: actual
    basis: press
    source: monthly
    quote: more than 5,000 American troops in Iraq
"""
"""A source that prints the article of the weekly once more, and a level from it."""

MONTHLY: Final = """\
sources:
  monthly:
    publisher: The Monthly
    published: 2016-05-02
    text: articles/monthly.txt
    sha256: 1d74ad4b18b93c339dd1b0aa19614a3cb541988d1eded9394e9656d9c223cd8a
facts:
  - id: us-anbar-2016-05-02
    kind: level
    force: us
    place: anbar
    count: about 250
    as_of: 2016-05-02
    status: actual
    basis: official
    stated_by: A colonel
    source: monthly
    quote: About 250 U.S. troops train in Anbar
"""
"""A source with an article of its own, and a level from it."""
