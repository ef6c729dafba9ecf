"""How different may two pictures of one formula be? What the limits of app/memory/verify.py are chosen from.

    python -m scipix.models.training.fit_memory --im2latex FILE [--formulas N] [--dpi DPI ...]

To be run again when the glyph classifier changes. It takes the first lines of the seeded shuffle, the
benchmark (tests/benchmarks/memory.py) those after the first 3400. For each band of type it prints the least
differences of minimal pairs in units of the present limit and how many repeats lie below; where the least is
under 1, the limit of that size times it, less a fifth, is the new one.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from scipix.app.memory import answers, verify
from scipix.app.memory.cache import Question, question
from scipix.app.paths import models_dir
from scipix.engine.errors import NoFormulaError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.corpus import shuffled
from scipix.models.training.memory_pictures import SCALES, Page, pages, random_view, seen

_SHUFFLE, _SEED, _VARIANTS, _STEP = 5, 23, 5, 75
_LAST = 3400
"""Formulas beyond are the benchmark's."""
_BANDS = ((0.0, 12.0), (12.0, 16.0), (16.0, 20.0), (20.0, 99.0))
"""Pixels of an em in the coarser picture."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One comparison; ``repeat`` tells that it was of one formula."""

    repeat: bool
    latex: str
    evidence: verify.Evidence


def findings(family: list[Page], dpi: float, recognizer: Recognizer, rng: random.Random) -> Iterator[Finding]:
    """The first formula of a family against its repeats at all scales and against its minimal changes."""
    image = family[0].picture(dpi)
    known = question(image)
    if known is None:
        return
    try:
        boxes = answers.boxes(answers.to_text(recognizer.recognize(image), known.ink, 1))
    except NoFormulaError:
        return
    for scale in SCALES:
        again = question(seen(family[0], random_view(rng, scale), dpi))
        yield from _finding(True, family[0], known, again, boxes, recognizer)
    for page in family[1:]:
        for view in (page.picture(dpi), seen(page, random_view(rng), dpi)):
            yield from _finding(False, page, known, question(view), boxes, recognizer)


def _finding(
    repeat: bool, page: Page, known: Question, asked: Question | None, boxes: np.ndarray, eyes: Recognizer
) -> Iterator[Finding]:
    if asked is not None:
        found = verify.evidence(known.gray, asked.gray, known.em, boxes, eyes.strangeness, True)
        if found is not None:
            yield Finding(repeat, page.latex, found)


def report(found: Sequence[Finding]) -> None:
    """A line for pictures of one scale and for each band of the others, with the formulas nearest to it."""
    _row("same scale", [one for one in found if one.evidence.same_scale])
    for low, high in _BANDS:
        rest = [one for one in found if not one.evidence.same_scale and low <= one.evidence.em < high]
        _row(f"em {low:g} to {high:g}", rest)


def _row(name: str, found: Sequence[Finding]) -> None:
    pairs = sorted((verify.judged(one.evidence).difference, one.latex) for one in found if not one.repeat)
    repeats = np.array([verify.judged(one.evidence).difference for one in found if one.repeat])
    least = ", ".join(f"{difference:.2f}" for difference, _ in pairs[:5])
    below = 100 * float((repeats < 1).mean()) if len(repeats) else 0.0
    print(f"{name}: {len(pairs)} pairs, least {least}; {len(repeats)} repeats, {below:.1f} % below 1")
    for difference, latex in pairs[:3]:
        print(f"    {difference:.2f}  {latex}")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measures what memory's limits are chosen from.")
    parser.add_argument("--im2latex", type=Path, required=True)
    parser.add_argument("--formulas", type=int, default=600, help=f"so many of the first {_LAST}")
    parser.add_argument("--dpi", type=float, nargs="*", default=[100.0, 180.0])
    options = parser.parse_args(arguments)
    cv2.setNumThreads(1)
    lines = shuffled(options.im2latex, _SHUFFLE)[: min(options.formulas, _LAST)]
    recognizer, rng = Recognizer.load(models_dir(), "cpu"), random.Random(_SEED)
    found: list[Finding] = []
    for start in range(0, len(lines), _STEP):
        for family in pages(lines[start : start + _STEP], _SEED + start, _VARIANTS):
            for dpi in options.dpi:
                found += findings(family, dpi, recognizer, rng)
    report(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
