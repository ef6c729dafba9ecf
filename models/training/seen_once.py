"""What is seen in pictures, kept in files of arrays: it takes longer than to train on it and is done once."""

from __future__ import annotations

import argparse
import multiprocessing
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from scipix.models.training.pictures import shard_paths

T = TypeVar("T")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What is looked at, with which weights, and where it is kept."""
    parser.add_argument("--models", type=Path, default=Path("models"), help="weights that see the symbols")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seen", type=Path, required=True, help="folder for what was seen")
    parser.add_argument("--pictures", type=int, default=26_000, help="to see first; 0: --seen has them")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())


def seen_and_held_out(
    options: argparse.Namespace, see: Callable[..., None], read: Callable[[Path], T]
) -> tuple[T, T]:
    """See ``--pictures`` pictures of ``--data``, a tenth as many of ``--held-out``; then all that is kept."""
    folders = options.seen / "data", options.seen / "held-out"
    for source, folder, count in zip(
        (options.data, options.held_out), folders, (options.pictures, options.pictures // 10), strict=True
    ):
        if count:
            see(options.models, source, folder, count, options.seed, options.workers)
    data, held_out = folders
    return read(data), read(held_out)


def write(path: Path, whole: Any) -> None:
    """Keep a dataclass of arrays; a file that is there is complete."""
    part = path.with_suffix(".part.npz")
    np.savez(part, **{field.name: getattr(whole, field.name) for field in fields(whole)})
    part.rename(path)


def kept(folder: Path, kind: type[T], what: str) -> list[T]:
    """What the files of a folder hold, a ``kind`` of dataclass each; SystemExit where there are none."""
    parts = []
    for path in shard_paths(folder):
        with np.load(path) as data:
            parts.append(kind(**{field.name: data[field.name] for field in fields(kind)}))  # type: ignore[arg-type]
    if not parts:
        raise SystemExit(f"{folder} holds no {what}.")
    return parts
