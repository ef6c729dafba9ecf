"""What the arguments of the command line mean: files, folders, patterns, standard input."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scipix.app.images import SUFFIXES
from scipix.engine.errors import ImageError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One picture to read, by the name it is reported under; ``problem`` if it is known to be none."""

    name: str
    problem: ImageError | None = None


def expand(arguments: Iterable[str]) -> list[Input]:
    """All inputs in the order of the arguments, folders and patterns sorted, each name once."""
    found: dict[str, Input] = {}
    for argument in arguments:
        for item in _expand_one(argument):
            found.setdefault(item.name, item)
    return list(found.values())


def _expand_one(argument: str) -> Iterator[Input]:
    if argument == STDIN:
        yield Input(STDIN)
    elif Path(argument).is_dir():
        yield from _folder(argument)
    elif Path(argument).exists() or not glob.has_magic(argument):
        yield Input(argument)
    else:
        yield from _pattern(argument)


def _folder(argument: str) -> Iterator[Input]:
    pictures = sorted(
        path for path in Path(argument).rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()
    )
    if not pictures:
        yield Input(
            argument, ImageError("No pictures", "The folder has no pictures in it.", "Choose another.")
        )
    yield from (Input(str(path)) for path in pictures)


def _pattern(argument: str) -> Iterator[Input]:
    matches = sorted(glob.glob(argument, recursive=True))
    if not matches:
        yield Input(argument, ImageError("No pictures", "No file fits the pattern.", "Check the pattern."))
    for match in matches:
        yield from _folder(match) if Path(match).is_dir() else (Input(match),)
