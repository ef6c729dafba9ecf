"""Symbols that a family draws exactly like others: its pictures of them teach and ask what nobody can see.

    python -m scipix.models.training.drawn_alike

draws every class in every family and writes ``drawn_alike.json``; to be done again for new or changed
families. Mathptmx has no bold mathematics, so its ``\\boldsymbol{A}`` is an ``A``; Fira Math has no
calligraphic letters, its ``\\mathcal{A}`` is an ``A``, too. Of what looks the same the plainest stays:
signs before letters in a style, these in the order of the classes.
"""

from __future__ import annotations

import hashlib
import json
import multiprocessing
import random
from collections.abc import Sequence
from functools import cache
from itertools import chain
from pathlib import Path

from tqdm import tqdm

from scipix.engine.latex import symbols as S
from scipix.engine.latex.parse import parse
from scipix.engine.recognize.alike import twins_of
from scipix.models.training.font_families import FONTS, UNSEEN
from scipix.models.training.mark import Marker
from scipix.models.training.mark_graph import UnmarkableError
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import typeset
from scipix.models.training.vocabulary import visual_classes

TABLE = Path(__file__).with_suffix(".json")
_DPI = 250
_NAMED_FIRST = frozenset(
    r"\gtreqqless \iota \lesseqqgtr \ominus \supsetneq \top \varepsilon \varpi \vec".split()
)
"""What is drawn for these and for another sign is their own shape, or theirs is the usual name."""


def tokens(source: str) -> frozenset[str]:
    """The classes of what a formula draws; none where it holds what cannot be marked."""
    try:
        marker = Marker(parse(source), random.Random(0))
    except UnmarkableError:
        return frozenset()
    return frozenset(mark.token for mark in marker.marks)


@cache
def drawn_alike(font: str) -> frozenset[str]:
    """The classes that a family draws like plainer ones."""
    table: dict[str, str] = json.loads(TABLE.read_text("utf-8"))
    return frozenset(table[font].split())


def measured(font: str) -> list[str]:
    """The same from what TeX draws, in the order of the classes. Raises what :func:`typeset` does."""
    classes = visual_classes()
    merged = set(twins_of(classes).merged.tolist())  # have one name anyway
    sources = [f"{name}{{x}}" if name in S.ACCENTS.values() else name for name in classes]
    groups: dict[bytes, list[int]] = {}
    for batch in typeset(sources, font):
        reader = Reader(batch.pdf)
        for number, page in batch.pages.items():
            picture = reader.picture(page, _DPI)
            key = hashlib.sha256(repr(picture.shape).encode() + picture.tobytes()).digest()
            groups.setdefault(key, []).extend([] if number in merged else [number])
    others = (sorted(group, key=lambda number: _rank(classes, number))[1:] for group in groups.values())
    return [classes[number] for number in sorted(chain.from_iterable(others))]


def _rank(classes: Sequence[str], number: int) -> tuple[bool, bool, int]:
    return "{" in classes[number], classes[number] not in _NAMED_FIRST, number


def main() -> None:
    fonts = (*FONTS, *UNSEEN)
    with multiprocessing.Pool() as pool:
        found = list(tqdm(pool.imap(measured, fonts), total=len(fonts)))
    table = {font: " ".join(names) for font, names in zip(fonts, found, strict=True)}
    TABLE.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
