"""A document's table of contents."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the table of contents: its depth from 1, its title, its page from 0 (-1 for none)."""

    level: int
    title: str
    page: int
