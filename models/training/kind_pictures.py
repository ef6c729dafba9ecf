"""Pictures of the hard structures of :mod:`kinds`: clean, 100 dpi, eight fonts, from a fixed seed.

Deep fractions end in type of 7 pixels an em there, so they are shown a second time at 150 dpi.
"""

from __future__ import annotations

import hashlib
import inspect
from pathlib import Path

from tqdm import tqdm

from scipix.models.training import (
    grammar_matrices,
    grammar_symbols,
    kind_chemistry,
    kind_contents,
    kind_tables,
    kinds,
    staggered,
    typeset,
)
from scipix.models.training.drawn_alike import TABLE, tokens
from scipix.models.training.evaluation_pictures import Picture, PictureSet, cached
from scipix.models.training.evaluation_sets import MAIN_DPI, PARTS, accepted, clean

_SMALL, _LARGER_DPI = "deep fractions", 150


def pictures(part: str, count: int, folder: Path) -> PictureSet:
    """``count`` formulas of each kind, from the folder's cache where they have been made before."""
    return cached(folder / f"kinds-{_key(part, count)}.npz", lambda: _made(part, count))


def _key(part: str, count: int) -> str:
    digest = hashlib.sha256(f"{part} {count} {_SMALL} {_LARGER_DPI}".encode())
    contents = (kinds, kind_contents, kind_tables, kind_chemistry, grammar_matrices, grammar_symbols)
    for module in (*contents, typeset, staggered, inspect.getmodule(accepted), inspect.getmodule(tokens)):
        digest.update(inspect.getsource(module).encode())
    digest.update(TABLE.read_bytes())
    return digest.hexdigest()[:16]


def _made(part: str, count: int) -> PictureSet:
    found: list[Picture] = []
    excluded: dict[str, dict[str, int]] = {}
    for kind in tqdm(kinds.KINDS, desc="kinds", mininterval=2):
        pages, excluded[kind] = accepted(kinds.formulas(kind, PARTS[part][1]), count, full=False)
        found += [clean(page, kind, MAIN_DPI) for page in pages]
        if kind == _SMALL:
            found += [clean(page, f"{kind}, {_LARGER_DPI} dpi", _LARGER_DPI) for page in pages]
    return PictureSet(tuple(found), {kind: reasons for kind, reasons in excluded.items() if reasons})
