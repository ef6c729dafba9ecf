"""Test pictures in memory and on disk. Needs neither TeX nor PyMuPDF, so the benchmark can use them, too."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write

FOLDER = Path("build/evaluation")
NOT_SHOWN = "TeX rejects it, or the family draws one symbol like another"
_PATTERN = "pictures-*.npz"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture to recognise.

    ``collection`` is im2latex or generated, ``formula`` its number there, ``truth`` the normal form of
    ``source``. ``png`` is gray where clean and RGB where ``degraded``. ``also`` holds answers that are as
    right as ``truth``.
    """

    collection: str
    formula: int
    font: str
    dpi: int
    degraded: bool
    source: str
    truth: str
    png: bytes
    also: tuple[str, ...] = ()

    def image(self) -> np.ndarray:
        """uint8 (H, W) gray or (H, W, 3) RGB, as the recogniser takes it."""
        pixels = cv2.imdecode(np.frombuffer(self.png, np.uint8), cv2.IMREAD_UNCHANGED)
        return np.ascontiguousarray(pixels[..., ::-1]) if pixels.ndim == 3 else pixels


@dataclass(frozen=True, slots=True)
class PictureSet:
    """The pictures, and for each collection how many formulas were left out for which reason."""

    pictures: tuple[Picture, ...]
    excluded: dict[str, dict[str, int]]


def encoded(image: np.ndarray) -> bytes:
    """PNG of a gray (H, W) or RGB (H, W, 3) picture."""
    pixels = image[..., ::-1] if image.ndim == 3 else image
    return cv2.imencode(".png", pixels)[1].tobytes()


def cached(path: Path, made: Callable[[], PictureSet]) -> PictureSet:
    """The set in a file, made before the first time."""
    if not path.is_file():
        save(path, made())
    return load(path)


def cache_file(folder: Path, key: str) -> Path:
    return folder / _PATTERN.replace("*", key)


def save(path: Path, pictures: PictureSet) -> None:
    """Write the set, complete or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fields = [asdict(one) for one in pictures.pictures]
    blobs = [one.pop("png") for one in fields]
    part = path.with_suffix(".part.npz")
    np.savez(
        part, about=np.array(json.dumps({"pictures": fields, "excluded": pictures.excluded})),
        offsets=np.cumsum([0, *map(len, blobs)]), pngs=np.frombuffer(b"".join(blobs), np.uint8),
    )  # fmt: skip
    part.replace(path)


def load(path: Path) -> PictureSet:
    """The set, its answers in today's normal form: what writes it may have changed since."""
    with np.load(path) as data:
        about = json.loads(str(data["about"]))
        offsets, blob = data["offsets"].tolist(), data["pngs"].tobytes()
    pictures = [
        Picture(**(fields | _answers(fields)), png=blob[start:end])
        for fields, start, end in zip(about["pictures"], offsets[:-1], offsets[1:], strict=True)
    ]
    return PictureSet(tuple(pictures), about["excluded"])


def _answers(fields: Mapping[str, Any]) -> dict[str, Any]:
    also = tuple(write(parse(answer)) for answer in fields.get("also", ()))
    return {"truth": write(parse(fields["source"])), "also": also}


def latest(folder: Path = FOLDER) -> PictureSet | None:
    """The set that was used last, None where none has been made."""
    paths = sorted(folder.glob(_PATTERN), key=lambda path: path.stat().st_mtime)
    paths = [path for path in paths if ".part" not in path.name]
    return load(paths[-1]) if paths else None


def clean(pictures: Sequence[Picture], collection: str, dpi: int = 100) -> list[Picture]:
    """The undegraded pictures of a collection at a resolution."""
    return [one for one in pictures if (one.collection, one.dpi, one.degraded) == (collection, dpi, False)]
