"""Boxes with and without an accent in them, to train the accent network.

What the detector finds has few accents in the boxes of letters, one in 1 600; so most are made from the true
boxes of accents and letters. All that is found without one is what the network is to leave alone.
"""

from __future__ import annotations

import multiprocessing
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path

import cv2
import numpy as np

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.accents import AROUND, feeds_of, is_above
from scipix.engine.recognize.detect import Look, agreed, best_classes, opinions, symbols
from scipix.engine.recognize.patches import sides
from scipix.engine.recognize.recognizer import Recognizer
from scipix.models.training.observe import match
from scipix.models.training.pictures import Picture, read_shard, shard_paths
from scipix.models.training.seen_once import kept, write
from scipix.models.training.typeface_symbols import picture_of

_MOST = 900_000
"""Pixels of a picture."""
_COVERED = 0.5
"""Share of an accent's area from which on it lies in the box of a letter."""
_LOOSE, _PIXELS = 0.13, 1.2
"""Share of its side, and pixels, by which a box is too large: it may hold an accent that was found, too."""
_NEAR = 3.5
"""Pixels between an accent and its letter, at the most."""
_SHARE = 0.55, 1.05
"""How far a made box reaches from the letter's edges to those of both."""
_JITTER = 0.5
"""Pixels: standard deviation of its edges."""
_SURE = 0.98
"""Chance of a class from which on there is no doubt what a symbol is."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """N boxes.

    Attributes:
        patches: (N, 32, 32) uint8, ink. sizes: (N, 2) float32, log em.
        places: (N, 8) float32, the edges of accent and letter; 0 where there is no accent.
        kind: (N,) int8: 0 no accent, 1 nor is there doubt what the symbol is, 2 an accent, 3 one that was
            made, 4 no accent, made.
    """

    patches: np.ndarray
    sizes: np.ndarray
    places: np.ndarray
    kind: np.ndarray


DOUBTFUL, CERTAIN, FOUND, MADE, MADE_WITHOUT = range(5)


def joined(parts: list[Boxes]) -> Boxes:
    """All of them as one."""
    return Boxes(*(np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Boxes)))


def see(models: Path, data: Path, out: Path, pictures: int, seed: int, workers: int) -> None:
    """Write the boxes of about ``pictures`` pictures of a folder of shards; finished files are kept."""
    out.mkdir(parents=True, exist_ok=True)
    paths = shard_paths(data)
    each = -(-pictures // len(paths))
    jobs = [(models, path, each, seed, out / f"boxes-{seed}-{path.stem}.npz") for path in paths]
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for done in pool.imap_unordered(_task, jobs, chunksize=1):
            print(done, flush=True)


def read(folder: Path) -> Boxes:
    """All boxes of the files of a folder; SystemExit where there are none."""
    return joined(kept(folder, Boxes, "boxes"))


def _task(job: tuple[Path, Path, int, int, Path]) -> Path:
    models, path, each, seed, out = job
    if not out.exists():
        cv2.setNumThreads(1)
        recognizer = Recognizer.load(models, "cpu")
        is_accent = np.array([name in S.ACCENTS for name in recognizer.classes])
        shard = read_shard(path, recognizer.classes)
        rng = np.random.default_rng([seed, zlib.crc32(path.name.encode())])
        parts: list[Boxes] = []
        for index in rng.permutation(len(shard))[:each].tolist():
            picture = picture_of(shard, index, rng)
            if picture[0].size <= _MOST and len(picture[1]):
                parts.extend(found_boxes(recognizer.eyes, picture, is_accent))
                parts.extend(made_boxes(picture, is_accent, rng))
        write(out, joined(parts))
    return out


def found_boxes(eyes: Look, picture: Picture, is_accent: np.ndarray) -> Iterator[Boxes]:
    """What is found in a picture and holds one accent that was not, or clearly none.

    ``is_accent``: (classes,) bool. Boxes that are too large, and those that hold other symbols, are left out.
    """
    gray, true, labels = picture
    features, whole = symbols(eyes, gray)
    if not len(whole.boxes):
        return
    context, shape, _, _ = opinions(eyes, features, gray, whole)
    sure = best_classes(agreed(context, shape))[1][:, 0] > _SURE
    partner = match(whole.boxes, true)
    hidden = hidden_in(whole.boxes, true, partner)
    letters = true[partner]
    shown, pixels = partner >= 0, np.tile(whole.boxes[:, 2:] - whole.boxes[:, :2], 2)
    beyond = np.concatenate([letters[:, :2] - whole.boxes[:, :2], whole.boxes[:, 2:] - letters[:, 2:]], 1)
    loose = shown & ((beyond > _LOOSE * pixels) & (beyond > _PIXELS)).any(1)
    holds = [
        shown[row] and other >= 0 and bool(is_accent[labels[other]]) and is_above(true[other], letters[row])
        for row, other in enumerate(hidden)
    ]
    kind = np.where(holds, FOUND, np.where(sure, CERTAIN, DOUBTFUL))
    clear = np.array(holds) | ((hidden < 0) & ~loose)
    clear[whole.tall] = False
    places = np.where((kind == FOUND)[:, None], np.concatenate([true[hidden], letters], 1), 0)
    if clear.any():
        yield _boxes(gray, whole.boxes[clear], places[clear], kind[clear])


def hidden_in(found: np.ndarray, true: np.ndarray, partner: np.ndarray) -> np.ndarray:
    """For each found box (N, 4) the true one that was not found and lies in it most, -1 for none.

    ``partner`` says which true box each shows, -1 for none.
    """
    result = np.full(len(found), -1)
    for number in np.flatnonzero(~np.isin(np.arange(len(true)), partner)):
        box = true[number]
        sides_shared = np.minimum(found[:, 2:], box[2:]) - np.maximum(found[:, :2], box[:2])
        shared = np.clip(sides_shared, 0, None).prod(1) / max(float((box[2:] - box[:2]).prod()), 1e-6)
        if shared.max() > _COVERED:
            result[shared.argmax()] = number
    return result


def made_boxes(picture: Picture, is_accent: np.ndarray, rng: np.random.Generator) -> Iterator[Boxes]:
    """Of each accent of a picture a box that holds it and its letter, at times one of the letter alone."""
    gray, true, labels = picture
    for number in np.flatnonzero(is_accent[labels]):
        accent = true[number]
        away = np.maximum(accent[:2] - true[:, 2:], true[:, :2] - accent[2:]).clip(0).sum(1)
        away[number] = np.inf
        letter = true[away.argmin()]
        if away.min() > _NEAR or not is_above(accent, letter):
            continue
        both = np.concatenate([np.minimum(accent[:2], letter[:2]), np.maximum(accent[2:], letter[2:])])
        box = letter + (both - letter) * rng.uniform(*_SHARE, 4) + rng.normal(0, _JITTER, 4)
        alone = letter + rng.normal(0, _JITTER, 4)
        if (box[2:] - box[:2]).min() > 2:
            yield _boxes(gray, box[None], np.concatenate([accent, letter])[None], np.array([MADE]))
        if rng.random() < 0.5 and (alone[2:] - alone[:2]).min() > 2:
            yield _boxes(gray, alone[None], np.zeros((1, 8)), np.array([MADE_WITHOUT]))


def _boxes(gray: np.ndarray, boxes: np.ndarray, places: np.ndarray, kind: np.ndarray) -> Boxes:
    """Boxes (N, 4) with their patches; ``places`` (N, 8) in pixels of the picture."""
    boxes = boxes.astype(np.float32)
    feeds = feeds_of(gray, boxes)
    middles = np.tile((boxes[:, :2] + boxes[:, 2:]) / 2, 4)
    shares = (places - middles) / sides(boxes, AROUND)[:, None]
    shares[(kind != FOUND) & (kind != MADE)] = 0
    patches = (feeds["patches"][:, 0] * 255).round().astype(np.uint8)
    return Boxes(patches, feeds["sizes"], shares.astype(np.float32), kind.astype(np.int8))
