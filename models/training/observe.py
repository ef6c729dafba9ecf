"""What the detector really sees: run it over degraded pictures and match its symbols with the truth.

    python -m scipix.models.training.observe --models DIR --data DIR --out DIR --count N

The parser is then trained on the result (``train_parser --seen``): it meets in training what it meets in use,
and more that is doubtful, to learn what to throw out.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import zlib
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np

from scipix.engine.recognize.detect import detect
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.pictures import Shard, read_shard, scaled_picture, shard_paths
from scipix.models.training.relink import relink

_LEAST_OVERLAP = 0.3
_PEAK = 0.2
"""Heat from which on a cell counts: less than in use."""


def match(found: np.ndarray, true: np.ndarray) -> np.ndarray:
    """For each found box (N, 4) the true box it shows, -1 for none; each true box once, best overlap first.

    Boxes are compared a little enlarged, so that thin rules may be a pixel apart.
    """
    grow = np.array([-1.5, -1.5, 1.5, 1.5], np.float32)
    a, b = (found + grow)[:, None], (true + grow)[None]
    width = np.minimum(a[..., 2], b[..., 2]) - np.maximum(a[..., 0], b[..., 0])
    height = np.minimum(a[..., 3], b[..., 3]) - np.maximum(a[..., 1], b[..., 1])
    shared = np.clip(width, 0, None) * np.clip(height, 0, None)
    area_a = (a[..., 2] - a[..., 0]) * (a[..., 3] - a[..., 1])
    area_b = (b[..., 2] - b[..., 0]) * (b[..., 3] - b[..., 1])
    overlap = shared / np.maximum(area_a + area_b - shared, 1e-6)
    partner = np.full(len(found), -1)
    for flat in np.argsort(-overlap, axis=None):
        i, j = divmod(int(flat), len(true))
        if overlap[i, j] < _LEAST_OVERLAP:
            break
        if partner[i] < 0 and j not in partner:
            partner[i] = j
    return partner


def observe(
    recognizer: Recognizer, shard: Shard, index: int, rng: np.random.Generator
) -> dict[str, np.ndarray] | None:
    """One formula as seen: symbols with the labels of what they show; None where too little is seen."""
    rows = slice(*shard.offsets[index : index + 2])
    if (shard.classes[rows] < 0).any():
        return None
    gray, boxes, _ = scaled_picture(shard, index, rng)
    found = detect(recognizer.eyes, gray)
    if not len(found):
        return None
    em = recognizer.sizes.em(found)
    partner = match(found.boxes, boxes)
    gone = ~np.isin(np.arange(len(boxes)), partner)
    if gone.mean() > 0.2 or gone[shard.parents[rows] < 0].any():
        return None
    parents, relations = relink(shard.parents[rows], shard.relations[rows], gone)
    place = np.full(len(boxes) + 3, -2)
    place[partner[partner >= 0]] = np.flatnonzero(partner >= 0)
    place[-1] = -1
    keep = partner >= 0
    return {
        "boxes": found.boxes / np.float32(em), "scores": found.scores,
        "choices": found.choices, "chances": found.chances,
        "classes": np.where(keep, shard.classes[rows][partner], 0),
        "parents": np.where(keep, place[parents[partner]], -2), "relations": relations[partner],
        "modes": shard.modes[rows][partner].astype(np.int64), "keep": keep,
    }  # fmt: skip


def _task(job: tuple[Path, Path, Path, int]) -> int:
    models, source, target, count = job
    cv2.setNumThreads(1)
    recognizer = Recognizer.load(models, "cpu")
    recognizer = replace(recognizer, eyes=replace(recognizer.eyes, peak=_PEAK))
    shard = read_shard(source, recognizer.classes)
    rng = np.random.default_rng(zlib.crc32(source.name.encode()))
    seen = [observe(recognizer, shard, int(i), rng) for i in rng.permutation(len(shard))[:count]]
    real = [item for item in seen if item is not None]
    arrays = {name: np.concatenate([item[name] for item in real]) for name in real[0]}
    np.savez(target, offsets=np.cumsum([0, *(len(item["keep"]) for item in real)]), **arrays)
    return len(real)


def confusions(paths: list[Path], classes: int, columns: int = 64) -> np.ndarray:
    """What each class was taken for, (classes, columns), as often as it happened; else by chance."""
    table = np.random.default_rng(0).integers(0, classes, (classes, columns))
    counts: dict[int, list[int]] = {}
    for path in paths:
        with np.load(path) as data:
            wrong = data["keep"] & (data["choices"][:, 0] != data["classes"])
            for true, taken in zip(data["classes"][wrong], data["choices"][wrong, 0], strict=True):
                counts.setdefault(int(true), []).append(int(taken))
            runner_up = (
                data["keep"] & (data["choices"][:, 0] == data["classes"]) & (data["chances"][:, 1] > 0.02)
            )
            for true, taken in zip(data["classes"][runner_up], data["choices"][runner_up, 1], strict=True):
                counts.setdefault(int(true), []).append(int(taken))
    rng = np.random.default_rng(1)
    for true, taken_for in counts.items():
        share = columns if len(taken_for) >= 8 else columns // 2
        table[true, :share] = rng.choice(taken_for, share)
        rng.shuffle(table[true])
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--models", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, required=True, help="formulas in all")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    sources = shard_paths(options.data)
    each = -(-options.count // len(sources))
    jobs = [(options.models, path, options.out / path.name, each) for path in sources]
    with multiprocessing.get_context("spawn").Pool(options.workers) as pool:
        for made in pool.imap_unordered(_task, jobs):
            print(made, flush=True)
    classes = json.loads((options.models / "classes.json").read_text("utf-8"))["classes"]
    np.save(options.out / "confusions.npy", confusions(sorted(options.out.glob("*.npz")), len(classes)))


if __name__ == "__main__":
    main()
