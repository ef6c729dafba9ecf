"""Symbols as the recogniser finds them, with all that both classifiers know of each, and what they are.

To see them takes much longer than to train on them, so they are seen once and kept in memory: 4 kB a symbol,
some 30 a picture.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from scipix.engine.preprocess.pipeline import TARGET_EM
from scipix.engine.recognize.detect import Look, symbols
from scipix.engine.recognize.patches import patch_sizes, patches
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.detector import sample_grid
from scipix.models.training.glyphs import GlyphClassifier
from scipix.models.training.observe import match
from scipix.models.training.pictures import Picture, shuffled_pictures
from scipix.models.training.resume import load_weights

_A_PICTURE = 50
"""At most this many symbols of one picture, so that long formulas do not rule."""
_SHARDS = 40
"""Files that are mixed; a file is set in one font."""


@dataclass(frozen=True, slots=True)
class Found:
    """N symbols.

    Attributes:
        context: (N, C * GRID ** 2) float16, the detector's features on a grid over the box found.
        shape: (N, S + 2) float16, the glyph classifier's features of the patch, and the log sizes.
        labels: (N,) int64, the true classes.
    """

    context: np.ndarray
    shape: np.ndarray
    labels: np.ndarray

    def __len__(self) -> int:
        return len(self.labels)


def joined(parts: list[Found]) -> Found:
    """All of them as one."""
    return Found(
        np.concatenate([part.context for part in parts]),
        np.concatenate([part.shape for part in parts]),
        np.concatenate([part.labels for part in parts]),
    )


def found(models: Path, data: Path, pictures: int, seed: int, workers: int) -> Found:
    """Symbols of ``pictures`` degraded pictures of a folder of shards, seen by ``workers`` processes.

    Args:
        models: folder of exported weights, those of the detector and both classifiers.
    """
    jobs = [(models, data, -(-pictures // workers), seed * 1009 + worker) for worker in range(workers)]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        return joined(pool.map(_task, jobs))


def _task(job: tuple[Path, Path, int, int]) -> Found:
    models, data, pictures, seed = job
    torch.set_num_threads(1)
    recognizer = Recognizer.load(models, "cpu")
    glyphs = GlyphClassifier(len(recognizer.classes))
    load_weights(glyphs, models, recognizer.classes)
    rng = np.random.default_rng(seed)
    source = shuffled_pictures(data, recognizer.classes, rng, shards=_SHARDS)
    return joined(list(islice(_found(recognizer.eyes, glyphs.eval(), source, rng), pictures)))


def _found(
    eyes: Look, glyphs: GlyphClassifier, source: Iterator[Picture], rng: np.random.Generator
) -> Iterator[Found]:
    for picture in source:
        seen = of_picture(eyes, glyphs, picture, rng)
        if len(seen):
            yield seen


@torch.no_grad()
def of_picture(eyes: Look, glyphs: GlyphClassifier, picture: Picture, rng: np.random.Generator) -> Found:
    """The symbols of one picture that are found and known.

    Tall strokes are left out: the detector is not asked for their class.
    """
    gray, true, labels = picture
    features, whole = symbols(eyes, gray)
    partner = match(whole.boxes, true) if len(whole.boxes) and len(true) else np.full(len(whole.boxes), -1)
    partner[whole.tall] = -1
    real = np.flatnonzero((partner >= 0) & (np.append(labels, -1)[partner] >= 0))
    if len(real) > _A_PICTURE:
        real = rng.choice(real, _A_PICTURE, replace=False)
    boxes = whole.boxes[real]
    grid = sample_grid(_tensor(features), torch.zeros(len(boxes), dtype=torch.long), _tensor(boxes))
    shape = glyphs.look(_tensor(patches(gray, boxes))).flatten(1)
    sizes = _tensor(patch_sizes(boxes, TARGET_EM))
    classes = labels[partner[real]].astype(np.int64)
    return Found(grid.half().numpy(), torch.cat([shape, sizes], 1).half().numpy(), classes)


def _tensor(values: np.ndarray) -> Tensor:
    return torch.from_numpy(np.ascontiguousarray(values, np.float32))
