"""Which documents were opened last; kept in the window's memory."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QSettings

_KEY = "documents/recent"
_KEPT = 10


class RecentDocuments:
    """Reads and writes QSettings. GUI thread only."""

    def __init__(self, memory: QSettings) -> None:
        self._memory = memory

    def paths(self) -> list[Path]:
        """The files, the one opened last first; nonsense in the settings counts as none."""
        try:
            kept = json.loads(str(self._memory.value(_KEY, "[]")))
        except ValueError:
            return []
        return [Path(one) for one in kept if isinstance(one, str)] if isinstance(kept, list) else []

    def add(self, path: Path) -> None:
        """A file was opened."""
        whole = path.absolute()
        kept = [whole, *(one for one in self.paths() if one != whole)][:_KEPT]
        self._memory.setValue(_KEY, json.dumps([str(one) for one in kept]))

    def clear(self) -> None:
        """Forget all of them."""
        self._memory.remove(_KEY)
