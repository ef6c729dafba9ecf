"""What the window asks of memory; all of it runs in the thread of memory."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from scipix.engine.types import Checkpoint
from scipix.ui.models.card import CORRECTED, FAILED, Card
from scipix.ui.models.entry import Entry

if TYPE_CHECKING:  # memory loads in its thread, behind the window
    from scipix.app.memory.history import Entry as KeptEntry
    from scipix.app.memory.memory import Memory

FIRST, PAGE = 24, 100
"""Entries at a time: as many as one sees, then more; a few more than that may come."""
_PATIENCE = 0.04
"""Seconds after which a page comes with what was found so far."""
_FIRST_NUMBER = 1_000_000_000
"""Entries of earlier runs are numbered from here on; those of this run from 1."""


@dataclass(frozen=True, slots=True)
class Page:
    """Entries in their order; ``more`` says whether older ones are still to be looked at."""

    cards: list[Card]
    more: bool


def first_page(
    text: str, favourites: bool, checkpoint: Checkpoint, memory: Memory
) -> tuple[Iterator[list[KeptEntry]], Page]:
    """What a line in the search box asks for: where the entries come from, and the first of them."""
    from scipix.app.memory.query import entries, read_query

    portions = entries(memory, read_query(text, favourites))
    return portions, page(portions, FIRST, checkpoint, memory)


def page(portions: Iterator[list[KeptEntry]], count: int, checkpoint: Checkpoint, memory: Memory) -> Page:
    """The next entries, ``count`` or a few more; fewer, perhaps none, where that would take long."""
    cards: list[Card] = []
    end = time.monotonic() + _PATIENCE
    for portion in portions:
        checkpoint()
        cards += [_card(entry, memory) for entry in portion]
        if len(cards) >= count or time.monotonic() > end:
            return Page(cards, True)
    return Page(cards, False)


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
