"""Picture of a formula -> LaTeX: the stages in order.

A :class:`Recognizer` belongs to one thread: it owns the sessions.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scipix.engine.errors import NoFormulaError
from scipix.engine.preprocess.orientation import orientation_candidates
from scipix.engine.preprocess.pipeline import TARGET_EM, Prepared, clean, prepare_clean
from scipix.engine.recognize.detect import CHOICES, Detections, Look, detect, to_ink
from scipix.engine.recognize.geometry import pair_features, symbol_features
from scipix.engine.recognize.patches import PATCH
from scipix.engine.recognize.reading import Reading, read, voted
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.session import Session, open_session
from scipix.engine.types import Alternative, Box, Recognition, StageTime, Symbol, Token
from scipix.engine.weights import Manifest, read_manifest, read_model

_RESCALE = 0.08
"""If the type is off the canonical size by more than this (log), the picture is scaled and seen anew."""
_CONVINCED = 0.9
"""A reading with less confidence than this is checked against other views of the picture."""
_OTHER_SCALES = (1.1, 0.91)
_ENOUGH = 4
"""Fewer symbols than this say little about scale and nothing about which way is up."""
_SCALES_OF_FEW = (0.5, 0.7, 1.4, 2.0)
_SURE = 0.62
"""Mean class probability below which the other quarter turns are tried."""
_NOTHING = NoFormulaError(
    "No formula found",
    "The picture shows nothing that reads as a formula.",
    "Snip closer around the formula.",
)


@dataclass(slots=True)
class _Clock:
    """Milliseconds per stage; a stage that runs twice adds up."""

    spent: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        start = time.perf_counter()
        try:
            yield
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + (time.perf_counter() - start) * 1e3


@dataclass(frozen=True, slots=True)
class _Seen:
    """A prepared picture, its ``zoom``, the symbols found in it, and the ``em`` (pixels) that they tell."""

    prepared: Prepared
    found: Detections
    em: float
    zoom: float

    @property
    def certainty(self) -> float:
        """Mean probability of the symbols' first classes, 0 where nothing is seen."""
        return float(self.found.chances[:, 0].mean()) if len(self.found) else 0.0


@dataclass(frozen=True, slots=True)
class Recognizer:
    """The models with what they need to know about classes; ``provider`` is where the detector runs."""

    eyes: Look
    parser: Session
    provider: str
    classes: tuple[str, ...]
    sizes: TypeSizes
    version: str

    @classmethod
    def load(cls, models_dir: Path, provider: str | None = None) -> Recognizer:
        """Check and load the models of a folder.

        Args:
            models_dir: folder with ``manifest.json``.
            provider: ``cuda``, ``directml``, ``coreml`` or ``cpu``; None for the best that works.

        Raises:
            ModelError: files missing, tampered with or unreadable.
            ProviderError: no such provider, or none works.
        """
        manifest = read_manifest(models_dir)
        described = json.loads(read_model(manifest.model("classes")).decode("utf-8"))
        classes = tuple(described["classes"])
        detector = _open(manifest, "detector", {"ink": to_ink(np.full((64, 64), 255, np.uint8))}, provider)
        classifier = _open(manifest, "classifier", _classifier_warm_up(detector), detector.provider)
        glyphs = _open(manifest, "glyphs", _glyphs_warm_up(), detector.provider)
        eyes = Look(detector.run, classifier.run, glyphs.run)
        # The parser is small and its shapes vary with every formula: a graphics provider would compile each.
        parser = _open(manifest, "parser", _parser_warm_up(), "cpu")
        sizes = TypeSizes.of(classes, described["heights"])
        return cls(eyes, parser, detector.provider, classes, sizes, manifest.version)

    def recognize(self, image: npt.NDArray[Any], *, alternatives: int = 5) -> Recognition:
        """Recognise the formula in a picture.

        Args:
            image: HxW, HxWx1, HxWx3 (RGB) or HxWx4 (RGBA); uint8, uint16, bool or float 0..1.
            alternatives: at most this many readings, at least 1.

        Raises:
            ImageError: no usable picture. NoFormulaError: nothing in it that could be a formula.
        """
        clock = _Clock()
        with clock.stage("clean"):
            gray = clean(image)
        seen = self._see_upright(gray, clock)
        count = max(1, alternatives)
        views = [self._read(seen, count, clock)]
        for factor in _other_scales(seen, views[0]):
            zoom = seen.zoom * TARGET_EM / seen.em * factor
            views.append(self._read(self._look(gray, seen.prepared.quarter, zoom, clock), count, clock))
        readings = voted(views)[:count]
        if not readings:
            raise _NOTHING
        height, width = image.shape[:2]
        return self._result(readings, clock, width, height)

    def _read(self, seen: _Seen, count: int, clock: _Clock) -> list[Reading]:
        """Readings of what was seen, their boxes in pixels of the picture given."""
        if not len(seen.found):
            return []
        with clock.stage("parse"):
            readings = read(self.parser.run, seen.found, seen.em, self.classes, self.sizes, count)
        return [replace(reading, boxes=seen.prepared.to_picture(reading.boxes)) for reading in readings]

    def _see_upright(self, gray: npt.NDArray[np.uint8], clock: _Clock) -> _Seen:
        """The picture as it stands; turned, where the symbols make better sense so."""
        order = orientation_candidates(gray)
        best = self._see(gray, order[0], clock)
        for quarter in order[1:]:
            if best.certainty >= _SURE or (order[0] == 0 and len(best.found) < _ENOUGH):
                break
            turned = self._see(gray, quarter, clock)
            best = turned if turned.certainty > best.certainty + 0.05 else best
        return best

    def _see(self, gray: npt.NDArray[np.uint8], quarter: int, clock: _Clock) -> _Seen:
        """Symbols at the canonical scale; a second look where the symbols say that the scale was wrong."""
        seen = self._look(gray, quarter, 1.0, clock)
        if len(seen.found) and abs(np.log(seen.em / TARGET_EM)) > _RESCALE:
            zoom = float(np.clip(TARGET_EM / seen.em, 0.4, 2.5))
            again = self._look(gray, quarter, zoom, clock)
            if len(again.found):
                return again
        return seen

    def _look(self, gray: npt.NDArray[np.uint8], quarter: int, zoom: float, clock: _Clock) -> _Seen:
        with clock.stage("prepare"):
            prepared = prepare_clean(gray, quarter=quarter, zoom=zoom)
        with clock.stage("detect"):
            found = detect(self.eyes, prepared.gray)
        return _Seen(prepared, found, self.sizes.em(found) if len(found) else TARGET_EM, zoom)

    def _result(self, readings: Sequence[Reading], clock: _Clock, width: int, height: int) -> Recognition:
        best = readings[0]
        boxes = [Box(*map(float, box)) for box in best.boxes]
        symbols = tuple(
            Symbol(token, box, probability)
            for token, box, probability in zip(best.tokens, boxes, best.probabilities, strict=True)
        )
        return Recognition(
            latex=best.latex,
            tokens=tuple(_token(text, numbers, symbols) for text, numbers in best.grounded),
            alternatives=tuple(Alternative(reading.latex, reading.score) for reading in readings),
            confidence=best.confidence,
            symbols=symbols,
            timings=tuple(StageTime(name, spent) for name, spent in clock.spent.items()),
            provider=self.provider,
            model=self.version,
            width=width,
            height=height,
        )


def _other_scales(seen: _Seen, readings: Sequence[Reading]) -> tuple[float, ...]:
    """Scales to look at again, relative to what the symbols told: none where the reading is certain."""
    if readings and readings[0].confidence >= _CONVINCED:
        return ()
    return _OTHER_SCALES if len(seen.found) >= _ENOUGH else _OTHER_SCALES + _SCALES_OF_FEW


def _token(text: str, numbers: Sequence[int], symbols: Sequence[Symbol]) -> Token:
    """A token with the least certain of its symbols and the box around all."""
    if not numbers:
        return Token(text, 1.0, None)
    own = [symbols[number] for number in numbers]
    box = Box(
        min(symbol.box.x0 for symbol in own), min(symbol.box.y0 for symbol in own),
        max(symbol.box.x1 for symbol in own), max(symbol.box.y1 for symbol in own),
    )  # fmt: skip
    return Token(text, min(symbol.probability for symbol in own), box)


def _open(
    manifest: Manifest, name: str, warm_up: dict[str, npt.NDArray[Any]], provider: str | None
) -> Session:
    return open_session(read_model(manifest.model(name)), warm_up, provider)


def _classifier_warm_up(detector: Session) -> dict[str, npt.NDArray[Any]]:
    features = detector.run({"ink": np.zeros((1, 1, 64, 64), np.float32)})[0]
    return {"features": features, "boxes": np.array([[8, 8, 24, 24]], np.float32)}


def _glyphs_warm_up() -> dict[str, npt.NDArray[Any]]:
    return {"patches": np.zeros((1, 1, PATCH, PATCH), np.float32), "sizes": np.zeros((1, 2), np.float32)}


def _parser_warm_up() -> dict[str, npt.NDArray[Any]]:
    boxes = np.array([[0, 0, 1, 1], [1, 0, 2, 1]], np.float32)
    return {
        "choices": np.zeros((1, 2, CHOICES), np.int64), "chances": np.full((1, 2, CHOICES), 0.25, np.float32),
        "symbols": symbol_features(boxes, 1.0)[None], "pairs": pair_features(boxes, 1.0)[None],
        "present": np.ones((1, 2), np.float32),
    }  # fmt: skip
