"""`iraqforce draft`: what an article holds to be entered, and which numbers of a base's articles are not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from iraqforce.cli.errors import warn
from iraqforce.cli.opening import open_base
from iraqforce.cli.options import base_options, output_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from iraqforce.cli.output import Output
    from iraqforce.locations import BaseFile
    from iraqforce.present.draft import DraftView
    from iraqforce.present.missing import MissingView
    from iraqforce.reading.articles import ArticleFile


@click.command("draft")
@click.argument("name", metavar="[ARTICLE]", required=False, type=click.Path())
@click.option("--missing", is_flag=True, help="List the numbers of the base's articles that no fact covers.")
@base_options
@output_options
def command(*, name: str | None, missing: bool, base: tuple[BaseFile, ...], output: Output) -> None:
    """Draft facts from an article, or list the numbers left out.

    Prints a file of one source, with a fact for every number and every dated statement about people, and
    names from the base's vocabulary. It proposes and never guesses: TODO stands where a person must decide.
    Name the file with --facts beside the base's own, and they are one base.

    \b
    Examples:
      iraqforce draft seeds/000_3a3f390f122c08f1.txt
      iraqforce draft --facts mine.yaml articles/new.txt > new.yaml
      iraqforce check --facts mine.yaml --facts new.yaml
      iraqforce draft articles/new.txt --json | jq '.proposals[].quote'
      iraqforce draft --missing --facts mine.yaml
    """
    if missing and name is not None:
        raise click.UsageError("--missing looks at the base's own articles: leave ARTICLE out.")
    if missing:
        output.show(_missing(base))
    elif name is not None:
        output.show(_draft(name, base))
    else:
        raise click.UsageError("Give an ARTICLE to draft from, or --missing.")


def _draft(name: str, base: tuple[BaseFile, ...]) -> DraftView:
    # Pydantic and YAML are dear to import, and the help of this command needs neither.
    from iraqforce.drafting.article import draft
    from iraqforce.present.draft import DraftView
    from iraqforce.reading.articles import read_article
    from iraqforce.reading.base import vocabulary

    article = read_article(name)
    return DraftView(draft(article, _path_from(article, base), vocabulary(base)))


def _path_from(article: ArticleFile, files: Sequence[BaseFile]) -> str:
    """The article's path from the folder of the base that it lies in, else from the working folder."""
    real = Path(article.path).resolve()
    for file in files:
        if real.is_relative_to(file.folder):
            return real.relative_to(file.folder).as_posix()
    _warn_of_outside(article.shown, files[0])
    return Path(os.path.relpath(article.path)).as_posix()


def _warn_of_outside(article: str, base: BaseFile) -> None:
    message = f"{article} lies outside the base's folder: `iraqforce check` refuses its path (F205)"
    if base.given:
        folder = Path(os.path.relpath(base.folder)).as_posix()
        warn(message, f"move the article into {folder}, beside {base.shown}, and draft it again from there")
    else:
        warn(message, "keep the article beside a base of your own, and name that with --facts")


def _missing(base: tuple[BaseFile, ...]) -> MissingView:
    from iraqforce.drafting.gaps import gaps
    from iraqforce.present.missing import MissingView
    from iraqforce.store.filters import FactFilter

    store = open_base(base)
    texts = [(source, text) for source in store.sources() if (text := store.article(source)) is not None]
    found = [
        gap for source, text in texts for gap in gaps(source, text, store.facts(FactFilter(source=source.id)))
    ]
    return MissingView(tuple(found), len(texts), store.summary)
