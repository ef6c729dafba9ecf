"""Make training shards: typeset formulas with their layout graphs and, for the detector, their pictures.

    python -m scipix.models.training.make_data --formulas DIR --out DIR --count N [--pictures] [--seed S]
        [--focus SHARE] [--fonts NAME...] [--dpi LOW HIGH] [--shard COUNT]

A shard is an ``.npz`` of flat arrays; ``offsets`` cuts them into formulas. All of them are in one font, so
small shards mix the fonts better. Same seed, same shards.
"""

from __future__ import annotations

import argparse
import math
import multiprocessing
import random
import time
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from scipix.models.training import corpus
from scipix.models.training.drawn_alike import drawn_alike
from scipix.models.training.font_families import FONTS
from scipix.models.training.mark import Marker
from scipix.models.training.mark_graph import UnmarkableError
from scipix.models.training.readback import Layout, Reader
from scipix.models.training.typeset import typeset

_FONT_WEIGHTS = {
    "cm": 3.0, "lm": 2.0, "times": 2.0, "palatino": 1.5, "charter": 1.5, "fourier": 1.5, "sans": 1.5,
    "euler": 1.5,
}  # fmt: skip

_MAX_PIXELS = 600_000


@dataclass(frozen=True, slots=True)
class Sample:
    """A formula with its font, em in pixels of its picture, and the picture as PNG (empty without)."""

    layout: Layout
    font: int
    em: float
    png: bytes


@dataclass(frozen=True, slots=True)
class Mixture:
    """What is drawn: the sources' folder, the share of weak kinds, font families, resolutions."""

    folder: Path
    focus: float = 0.0
    fonts: tuple[str, ...] = FONTS
    dpi: tuple[float, float] = (75.0, 230.0)


def make_shard(mixture: Mixture, seed: int, count: int, pictures: bool) -> list[Sample]:
    """Formulas in one font whose symbols it draws as themselves: ``count``, less what TeX rejects."""
    rng = random.Random(seed)
    font = rng.choices(mixture.fonts, [_FONT_WEIGHTS.get(name, 1.0) for name in mixture.fonts])[0]
    alike, sources = drawn_alike(font), corpus.load(mixture.folder)
    markers: list[Marker] = []
    while len(markers) < count:
        tree = corpus.draw(sources, rng, mixture.focus)
        if tree is None:
            continue
        try:
            marker = Marker(tree, rng, display=rng.random() < 0.8)
        except UnmarkableError:
            continue
        if len(marker.marks) <= 250 and alike.isdisjoint(mark.token for mark in marker.marks):
            markers.append(marker)
    samples: list[Sample] = []
    for batch in typeset([marker.latex for marker in markers], font):
        reader = Reader(batch.pdf)
        pages = {page: markers[number].marks for number, page in batch.pages.items()}
        for page, layout in reader.layouts(pages):
            dpi = math.exp(rng.uniform(*map(math.log, mixture.dpi)))
            png, em = b"", 10 * dpi / 72
            if pictures:
                gray = reader.picture(page, dpi)
                if gray.size > _MAX_PIXELS:
                    continue
                png = cv2.imencode(".png", gray, [cv2.IMWRITE_PNG_COMPRESSION, 1])[1].tobytes()
            samples.append(Sample(layout, FONTS.index(font), em, png))
    return samples


def save(path: Path, samples: list[Sample]) -> None:
    """Write a shard, complete or not at all."""
    lengths = [len(sample.layout.tokens) for sample in samples]
    blobs = [sample.png for sample in samples]
    arrays = {
        "offsets": np.cumsum([0, *lengths]),
        "tokens": np.array("\n".join(token for sample in samples for token in sample.layout.tokens)),
        "boxes": np.concatenate([sample.layout.boxes for sample in samples]),
        "parents": np.concatenate([sample.layout.parents for sample in samples]),
        "relations": np.concatenate([sample.layout.relations for sample in samples]),
        "modes": np.concatenate([sample.layout.modes for sample in samples]),
        "fonts": np.array([sample.font for sample in samples], np.int8),
        "ems": np.array([sample.em for sample in samples], np.float32),
        "png_offsets": np.cumsum([0, *map(len, blobs)]),
        "pngs": np.frombuffer(b"".join(blobs), np.uint8),
    }
    part = path.with_suffix(".part.npz")
    np.savez(part, **arrays)
    part.rename(path)


def _task(job: tuple[Mixture, Path, int, int, bool]) -> int:
    mixture, path, seed, count, pictures = job
    if path.exists():
        return 0
    cv2.setNumThreads(1)
    samples = make_shard(mixture, seed, count, pictures)
    if samples:
        save(path, samples)
    return len(samples)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--formulas", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--pictures", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--focus", type=float, default=0.0, help="share of the kinds that are still weak")
    parser.add_argument("--fonts", nargs="+", choices=FONTS, default=FONTS)
    parser.add_argument("--dpi", type=float, nargs=2, default=(75.0, 230.0), metavar=("LOW", "HIGH"))
    parser.add_argument("--shard", type=int, default=2000, help="formulas a file, all in one font")
    parser.add_argument("--workers", type=int, default=multiprocessing.cpu_count())
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    mixture = Mixture(options.formulas, options.focus, tuple(options.fonts), tuple(options.dpi))
    jobs = []
    for index in range(math.ceil(options.count / options.shard)):
        path = options.out / f"{options.seed:04d}-{index:05d}.npz"
        jobs.append((mixture, path, options.seed * 100_003 + index, options.shard, options.pictures))
    start, made = time.monotonic(), 0
    with multiprocessing.Pool(options.workers) as pool:
        for index, count in enumerate(pool.imap_unordered(_task, jobs)):
            made += count
            rate = made / (time.monotonic() - start)
            print(f"{index + 1}/{len(jobs)} shards, {made} formulas, {rate:.0f}/s", flush=True)


if __name__ == "__main__":
    main()
