"""Symbols of whole pictures as the recogniser finds them, for the typeface network.

To see them takes longer than to train on them, so they are seen once and kept in files, 1.4 kB a symbol.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path

import cv2
import numpy as np
import torch

from scipix.engine.recognize.detect import Look, agreed, log_softmax, opinions, symbols
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.recognize.typeface import CANDIDATES
from scipix.models.training.evaluate_sight import shown
from scipix.models.training.observe import match
from scipix.models.training.pictures import Picture, Shard, read_shard, scaled_picture, shard_paths
from scipix.models.training.seen_once import kept, write
from scipix.models.training.train_heads import networks_of
from scipix.models.training.typeface import Layers, inverse, last_layers

_CLEAN, _DPI = 0.5, (72.0, 160.0)
"""Share of the pictures that are not degraded, and their resolutions."""
_MOST = 900_000
"""Pixels of a picture."""
_FILES = 16
"""As many files, and as few pictures lost if seeing is broken off."""


@dataclass(frozen=True, slots=True)
class Symbols:
    """N symbols of P pictures.

    Attributes:
        features: (N, FEATURES) float16, the hidden layers of both classifiers' heads.
        choices, logits: (N, CANDIDATES) int16 and float32, the likeliest classes and theirs.
        right: (N,) int8, which of the choices is right; -1 where none is, or where it is not asked.
        ends: (P,) int64, behind the last symbol of each picture. fonts: (P,) int8, numbers in FONTS.
    """

    features: np.ndarray
    choices: np.ndarray
    logits: np.ndarray
    right: np.ndarray
    ends: np.ndarray
    fonts: np.ndarray


def joined(parts: list[Symbols]) -> Symbols:
    """All of them as one."""
    shift = np.cumsum([0, *(len(part.right) for part in parts)])
    moved = [
        replace(part, ends=part.ends + begin) for part, begin in zip(parts, shift[:-1].tolist(), strict=True)
    ]
    return Symbols(
        *(np.concatenate([getattr(part, field.name) for part in moved]) for field in fields(Symbols))
    )


def see(models: Path, data: Path, out: Path, pictures: int, seed: int, workers: int) -> None:
    """Write what is seen in about ``pictures`` pictures of a folder of shards; finished files are kept."""
    out.mkdir(parents=True, exist_ok=True)
    paths = shard_paths(data)
    np.random.default_rng(seed).shuffle(paths)
    each = -(-pictures // len(paths))
    jobs = [
        (models, paths[number::_FILES], each, seed * 1009 + number, out / f"symbols-{seed}-{number:02d}.npz")
        for number in range(min(_FILES, len(paths)))
    ]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for done in pool.imap_unordered(_task, jobs, chunksize=1):
            print(done, flush=True)


def read(folder: Path) -> Symbols:
    """All symbols of the files of a folder; SystemExit where there are none."""
    return joined(kept(folder, Symbols, "symbols"))


def _task(job: tuple[Path, list[Path], int, int, Path]) -> Path:
    models, paths, each, seed, out = job
    if not out.exists():
        torch.set_num_threads(1)
        cv2.setNumThreads(1)
        recognizer = Recognizer.load(models, "cpu")
        one, other = last_layers(*networks_of(models, list(recognizer.classes)))
        backs = inverse(one), inverse(other)
        rng = np.random.default_rng(seed)
        seen: list[Symbols] = []
        for path in paths:
            shard = read_shard(path, recognizer.classes)
            for index in rng.permutation(len(shard))[:each].tolist():
                picture, font = picture_of(shard, index, rng), int(shard.fonts[index])
                seen.extend(of_picture(recognizer.eyes, backs, picture, font))
        write(out, joined(seen))
    return out


def picture_of(shard: Shard, index: int, rng: np.random.Generator) -> Picture:
    """A formula of a shard at the detector's scale, clean or degraded."""
    if rng.random() < _CLEAN:
        clean = shown(shard, index, float(np.exp(rng.uniform(*np.log(_DPI)))))
        return clean.gray, clean.boxes, clean.classes
    return scaled_picture(shard, index, rng)


@torch.no_grad()
def of_picture(eyes: Look, backs: Layers, picture: Picture, font: int) -> Iterator[Symbols]:
    """The symbols found in one picture; none where it is too large or nothing is seen.

    ``backs`` are the inverses of the classifiers' last layers.
    """
    gray, true, labels = picture
    features, whole = symbols(eyes, gray) if gray.size <= _MOST else (None, None)
    if features is None or whole is None or not len(whole.boxes) or not len(true):
        return
    context, shape, _, _ = opinions(eyes, features, gray, whole)
    logits = agreed(context, shape)
    logits[whole.tall] = log_softmax(shape[whole.tall])
    choices = np.argsort(-logits, 1)[:, :CANDIDATES]
    partner = match(whole.boxes, true)
    partner[whole.tall] = -1
    truth = np.append(labels, -1)[partner]
    is_right = choices == truth[:, None]
    known = [
        back(torch.from_numpy(answer).double())
        for answer, back in zip((context, shape), backs, strict=True)
    ]
    yield Symbols(
        torch.cat(known, 1).half().numpy(), choices.astype(np.int16),
        np.take_along_axis(logits, choices, 1).astype(np.float32),
        np.where(is_right.any(1), is_right.argmax(1), -1).astype(np.int8),
        np.array([len(choices)]), np.array([font], np.int8),
    )  # fmt: skip
