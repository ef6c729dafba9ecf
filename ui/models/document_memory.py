"""Where each document was left: page, zoom, night. Kept in the window's memory, for the last files only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QSettings

from scipix.ui.models.page_stack import Place

_KEPT = 200
_ORDER = "documents/order"


@dataclass(frozen=True, slots=True)
class Leaving:
    """``fit`` is the name of a Fit, ``share`` the zoom where the room does not tell it."""

    place: Place = field(default_factory=lambda: Place(0))
    fit: str = "width"
    share: float = 1.0


class DocumentMemory:
    """Reads and writes QSettings. GUI thread only."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def recall(self, path: Path) -> Leaving:
        """How a file was left; the beginning of one that is not known."""
        value = str(self._memory.value(f"documents/{_key(path)}", ""))
        try:
            page, fraction, fit, share = value.split()
            return Leaving(Place(max(0, int(page)), float(fraction)), fit, float(share))
        except ValueError:
            return Leaving()

    def keep(self, path: Path, leaving: Leaving) -> None:
        """Remember how a file was left; the file left longest ago is forgotten."""
        key, place = _key(path), leaving.place
        order = [one for one in str(self._memory.value(_ORDER, "")).split() if one != key] + [key]
        for old in order[:-_KEPT]:
            self._memory.remove(f"documents/{old}")
        self._memory.setValue(_ORDER, " ".join(order[-_KEPT:]))
        value = f"{place.page} {place.fraction:.4f} {leaving.fit} {leaving.share:.4f}"
        self._memory.setValue(f"documents/{key}", value)


def _key(path: Path) -> str:
    """A name for a file that tells nobody which it is."""
    return hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:20]
