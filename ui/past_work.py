"""What the window asks of memory; all of it runs in the thread of memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from scipix.engine.types import Checkpoint
from scipix.ui.models.card import CORRECTED, FAILED, Card
from scipix.ui.models.entry import Entry

if TYPE_CHECKING:  # memory loads in its thread, behind the window
    from scipix.app.memory.history import Entry as KeptEntry
    from scipix.app.memory.memory import Memory

PAGE = 100
"""Entries at a time."""
_FIRST_NUMBER = 1_000_000_000
"""Entries of earlier runs are numbered from here on; those of this run from 1."""


def first_page(
    text: str, favourites: bool, checkpoint: Checkpoint, memory: Memory
) -> tuple[Iterator[KeptEntry], list[Card]]:
    """What a line in the search box asks for: its first entries, and where the others come from."""
    from scipix.app.memory.query import entries, read_query

    source = entries(memory, read_query(text, favourites), checkpoint)
    return source, page(source, memory)


def page(source: Iterator[KeptEntry], memory: Memory) -> list[Card]:
    """The next entries; fewer than PAGE are the last."""
    return [_card(entry, memory) for entry in islice(source, PAGE)]


def newest(count: int, memory: Memory) -> list[Card]:
    """The newest entries."""
    return [_card(entry, memory) for entry in memory.history.entries(limit=count)]


def card(key: str, memory: Memory) -> Card | None:
    """One entry as it is now; None where it is gone."""
    kept = memory.history.entry(key)
    return None if kept is None else _card(kept, memory)


def _card(entry: KeptEntry, memory: Memory) -> Card:
    """What was wrong and is corrected is right now; the entry's own verdict is about what was read."""
    made = Card.kept_as(entry)
    if made.verdict != FAILED:
        return made
    said = memory.learning.of_entry(entry.uuid)
    return replace(made, verdict=CORRECTED) if said is not None and said.final else made


def read(chosen: Card, memory: Memory) -> Entry | None:
    """A card's entry as far as memory has it; None where it was deleted."""
    from scipix.app.memory.past import past

    kept = memory.history.entry(chosen.key)
    if kept is None:
        return None
    found = past(memory, kept)
    number = _FIRST_NUMBER + kept.id
    return Entry(number, found.image, found.recognition, kept.latex, chosen.source, chosen.when, found.whole)


def write_latex(key: str, latex: str, memory: Memory) -> None:
    """Keep an edit; the verdict stays, for nobody has said that it is right."""
    kept = memory.history.entry(key)
    if kept is not None and kept.latex != latex:
        memory.history.set_latex(key, latex, kept.verdict)


def set_tags(keys: Sequence[str], names: Sequence[str], memory: Memory) -> None:
    """Give entries these tags and no others."""
    for key in keys:
        for name in set(memory.history.tags(key)) - set(names):
            memory.history.remove_tag(key, name)
        for name in names:
            memory.history.add_tag(key, name)


def export(keys: frozenset[str], path: Path, memory: Memory) -> int:
    """Write entries (all without ``keys``), oldest first; returns how many. Raises OSError."""
    lines = [line for line in memory.history.export() if not keys or json.loads(line)["uuid"] in keys]
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return len(lines)


def thumbnails(keys: Sequence[str], memory: Memory) -> dict[str, QImage]:
    """The pictures of entries; an empty one stands where there is none, so that nobody asks again."""
    found = {}
    for key in keys:
        image = QImage()
        image.loadFromData(memory.history.thumbnail(key))
        found[key] = image
    return found
