"""How far long work is: a function that is told what is done and what there is to do."""

from __future__ import annotations


def silent(done: int, total: int) -> None:
    """Tell nobody."""
