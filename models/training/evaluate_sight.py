"""What is seen wrong: symbols missed, symbols that are none, and wrong classes.

    python -m scipix.models.training.evaluate_sight --held-out DIR [--models DIR] [--count N] [--dpi D ...]

Pictures are the clean ones of ``make_data``, brought to a resolution and to the detector's scale, so that the
boxes are known exactly. A class that is wrong at the true box is the classifiers' error, one that is wrong
only at the box found is the detector's.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.detect import agreed, detect, to_ink
from scipix.engine.recognize.patches import patch_sizes, patches
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.observe import match
from scipix.models.training.pictures import Shard, read_shard, shard_paths

_MARGIN = 12
_POINTS = 10.0
"""Type size of the formulas."""
_SEED = 3

Gray = npt.NDArray[np.uint8]
Boxes = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture at the detector's scale with the true boxes (N, 4) and classes (N,)."""

    gray: Gray
    boxes: Boxes
    classes: npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Seen:
    """What became of the symbols of one formula; ``confused`` holds true and seen class at the true boxes."""

    symbols: int
    missed: int
    extra: int
    wrong: int
    wrong_at_true_boxes: int
    confused: tuple[tuple[int, int], ...]


def shown(shard: Shard, index: int, dpi: float) -> Shown:
    """A picture as it is at ``dpi``, then scaled as the recogniser scales it."""
    start, end = shard.png_offsets[index : index + 2]
    gray = np.asarray(cv2.imdecode(shard.pngs[start:end], cv2.IMREAD_GRAYSCALE), np.uint8)
    rows, em = slice(*shard.offsets[index : index + 2]), float(shard.ems[index])
    boxes = shard.boxes[rows] * np.float32(em / _POINTS)
    for target in (_POINTS * dpi / 72, TARGET_EM):
        gray, boxes = _resized(gray, boxes, target / em)
        em = target
    framed = cv2.copyMakeBorder(gray, *(_MARGIN,) * 4, cv2.BORDER_CONSTANT, value=(255,))
    return Shown(np.asarray(framed, np.uint8), boxes + np.float32(_MARGIN), shard.classes[rows])


def _resized(gray: Gray, boxes: Boxes, factor: float) -> tuple[Gray, Boxes]:
    size = max(8, round(gray.shape[1] * factor)), max(8, round(gray.shape[0] * factor))
    way = cv2.INTER_AREA if factor < 1 else cv2.INTER_CUBIC
    scale = np.array([size[0] / gray.shape[1], size[1] / gray.shape[0]] * 2, np.float32)
    return np.asarray(cv2.resize(gray, size, interpolation=way), np.uint8), boxes * scale


def seen(recognizer: Recognizer, picture: Shown) -> Seen:
    """Compare what is detected, and what the classifiers say of the true boxes, with the truth."""
    found = detect(recognizer.eyes, picture.gray)
    partner = match(found.boxes, picture.boxes)
    known = partner >= 0
    kinds = _at(recognizer, picture)
    differ = np.flatnonzero(kinds != picture.classes)
    return Seen(
        symbols=len(picture.boxes),
        missed=len(picture.boxes) - int(known.sum()),
        extra=int((~known).sum()),
        wrong=int((found.choices[known, 0] != picture.classes[partner[known]]).sum()),
        wrong_at_true_boxes=len(differ),
        confused=tuple(zip(picture.classes[differ].tolist(), kinds[differ].tolist(), strict=True)),
    )


def _at(recognizer: Recognizer, picture: Shown) -> npt.NDArray[np.intp]:
    """The class of each true box."""
    eyes = recognizer.eyes
    features = eyes.detector({"ink": to_ink(picture.gray)})[0]
    (context,) = eyes.classifier({"features": features, "boxes": picture.boxes})
    sizes = patch_sizes(picture.boxes, TARGET_EM)
    (shape,) = eyes.glyphs({"patches": patches(picture.gray, picture.boxes), "sizes": sizes})
    return agreed(context, shape).argmax(1)


def formulas(folder: Path, recognizer: Recognizer, count: int, dpi: float) -> Iterator[Shown]:
    """Pictures in random order whose symbols are all known."""
    rng = np.random.default_rng(_SEED)
    for path in shard_paths(folder):
        shard = read_shard(path, recognizer.classes)
        for index in rng.permutation(len(shard)).tolist():
            if count and (shard.classes[slice(*shard.offsets[index : index + 2])] >= 0).all():
                count -= 1
                yield shown(shard, index, dpi)


def as_text(dpi: float, results: list[Seen], classes: tuple[str, ...]) -> str:
    symbols = sum(one.symbols for one in results)
    lines = [f"{dpi:g} dpi: {len(results)} formulas, {symbols} symbols        % of symbols  % of formulas"]
    rows = {
        "missed": [one.missed for one in results],
        "seen where there is none": [one.extra for one in results],
        "of a wrong class at the box found": [one.wrong for one in results],
        "of a wrong class at the true box": [one.wrong_at_true_boxes for one in results],
    }
    for name, values in rows.items():
        share = 100 * sum(map(bool, values)) / len(results)
        lines.append(f"  {name:<46}{100 * sum(values) / symbols:>12.2f}{share:>15.1f}")
    pairs = Counter(pair for one in results for pair in one.confused).most_common(12)
    lines.append("  " + ", ".join(f"{classes[a]} as {classes[b]} {count}" for (a, b), count in pairs))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--held-out", type=Path, required=True, help="shards of make_data, not trained on")
    parser.add_argument("--models", type=Path, default=Path("models"))
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--dpi", type=float, nargs="*", default=[100.0, 150.0])
    options = parser.parse_args()
    recognizer = Recognizer.load(options.models, "cpu")
    for dpi in options.dpi:
        pictures = formulas(options.held_out, recognizer, options.count, dpi)
        print(as_text(dpi, [seen(recognizer, one) for one in pictures], recognizer.classes))


if __name__ == "__main__":
    main()
