"""How well the parser does when every symbol is seen right: the part of the error that is not optics.

    python -m scipix.models.training.evaluate_parser --im2latex FILE [--models DIR] [--count N] [--kinds N]

Formulas are typeset in Computer Modern, their exact symbols and boxes go to the parser, and the best reading
is compared in normal form. ``--kinds`` asks for so many formulas of each hard structure (:mod:`kinds`), too.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.write import write
from scipix.engine.recognize.detect import Detections
from scipix.engine.recognize.exact import as_detections
from scipix.engine.recognize.reading import read
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training import kinds
from scipix.models.training.compare import normalised, wilson
from scipix.models.training.corpus import shuffled
from scipix.models.training.mark import Marker, UnmarkableError
from scipix.models.training.readback import Layout, Reader
from scipix.models.training.typeset import typeset

_SHUFFLE = 5
_KINDS_SEED = 987
"""Apart from those of the evaluation's parts."""
_EM = 10.0
"""Points: formulas are typeset in 10 pt type and their boxes are in points."""


def layouts(sources: Sequence[str]) -> Iterator[tuple[str, Layout]]:
    """Normal form and exact layout of the formulas that can be marked and typeset."""
    rng = random.Random(0)
    marked: list[tuple[str, Marker]] = []
    for source in sources:
        try:
            tree = parse(source)
            marked.append((write(tree), Marker(tree, rng)))
        except (ParseError, UnmarkableError):
            continue
    for batch in typeset([marker.latex for _, marker in marked], "cm"):
        numbers = {page: number for number, page in batch.pages.items()}
        pages = {page: marked[number][1].marks for page, number in numbers.items()}
        for page, layout in Reader(batch.pdf).layouts(pages):
            yield marked[numbers[page]][0], layout


def as_seen(layout: Layout, classes: Sequence[str]) -> Detections | None:
    """The exact symbols as a detector would report them, nearly certain; None for an unknown symbol."""
    if not set(layout.tokens) <= set(classes):
        return None
    return as_detections(layout.tokens, layout.boxes, classes)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--im2latex", type=Path, required=True, help="formulas, one a line; never trained on")
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--kinds", type=int, default=0, help="formulas of each hard structure")
    options = parser.parse_args()
    lines = shuffled(options.im2latex, _SHUFFLE)
    recognizer = Recognizer.load(options.models, "cpu")
    print("im2latex:", told(recognizer, lines[: options.count]))
    for kind in kinds.KINDS if options.kinds else ():
        made = islice(kinds.formulas(kind, _KINDS_SEED), options.kinds)
        print(f"{kind}:", told(recognizer, list(made)), flush=True)


def told(recognizer: Recognizer, sources: Sequence[str]) -> str:
    """The share of the formulas that is exactly right, in words."""
    right = total = 0
    for truth, layout in layouts(sources):
        seen = as_seen(layout, recognizer.classes)
        if seen is None:
            continue
        readings = read(recognizer.parser.run, seen, _EM, recognizer.classes, recognizer.sizes, 5)
        total += 1
        right += bool(readings) and normalised(readings[0].latex) == normalised(truth)
    share = wilson(right, total)
    return (
        f"exact symbols in: {share.value:.1%} of {total} formulas exactly right "
        f"(95 % interval {share.low:.1%} to {share.high:.1%})"
    )


if __name__ == "__main__":
    main()
