"""What the manifest says of a file of weights, and of the code that made it."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path
from typing import Any

_OF_THE_FILE = ("file", "sha256", "bytes")


def describe(path: Path, metrics: dict[str, Any]) -> dict[str, Any]:
    """A manifest entry."""
    content = path.read_bytes()
    return {
        "file": path.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "bytes": len(content),
        **metrics,
    }


def described_anew(path: Path, entry: dict[str, Any]) -> dict[str, Any]:
    """The manifest entry of a file that was rewritten, with what else was known of it."""
    return describe(path, {name: value for name, value in entry.items() if name not in _OF_THE_FILE})


def fitting(entries: dict[str, Any], folder: Path) -> dict[str, Any]:
    """The entries without networks that were made ``for`` other files; theirs are deleted, and told."""
    rest = {
        name: entry
        for name, entry in entries.items()
        if all(entries[other]["sha256"] == digest for other, digest in entry.get("for", {}).items())
    }
    for name in entries.keys() - rest.keys():
        (folder / entries[name]["file"]).unlink()
        print(f"{name} was made for other files: left out. Train it again: train_{name} --models {folder}")
    return rest


def commit() -> str:
    """The commit of the code that trained and exported."""
    command = ["git", "rev-parse", "HEAD"]
    folder = Path(__file__).resolve().parent
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder).stdout.strip()
