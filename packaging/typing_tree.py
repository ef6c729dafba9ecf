"""Makes ``.typing/scipix/<room>``: links that show mypy the rooms under the names they install as.

mypy does not follow the mapping of an editable install. The folder is generated and ignored by git.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOMS = ("app", "engine", "models", "resources", "ui")


def link(room: Path, place: Path) -> None:
    """Point ``place`` at ``room``; Windows gets a junction, which needs no privilege."""
    if place.exists():
        return
    if os.name == "nt":
        subprocess.run(["cmd", "/c", "mklink", "/J", str(place), str(room)], check=True, stdout=sys.stderr)
    else:
        place.symlink_to(os.path.relpath(room, place.parent), target_is_directory=True)


def main() -> None:
    root = Path(__file__).resolve().parent.parent
    tree = root / ".typing" / "scipix"
    tree.mkdir(parents=True, exist_ok=True)
    for room in ROOMS:
        link(root / room, tree / room)


if __name__ == "__main__":
    main()
