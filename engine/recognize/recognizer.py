"""Picture of a formula -> LaTeX: the stages in order.

A :class:`Recognizer` belongs to one thread: it owns the sessions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import starmap
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from scipix.engine.errors import NoFormulaError
from scipix.engine.latex.symbols import ACCENTS
from scipix.engine.preprocess.contrast import is_noise
from scipix.engine.preprocess.pipeline import TARGET_EM, clean
from scipix.engine.preprocess.ringing import without_ringing
from scipix.engine.preprocess.specks import without_specks
from scipix.engine.recognize import table_rules
from scipix.engine.recognize.accents import PATCH as ACCENT_PATCH
from scipix.engine.recognize.accents import Finder
from scipix.engine.recognize.alike import twins_of
from scipix.engine.recognize.appearance import Adaptation
from scipix.engine.recognize.detect import CHOICES, Detections, Look, Looks, to_ink
from scipix.engine.recognize.exact import ExactFormula, as_detections
from scipix.engine.recognize.geometry import FloatArray
from scipix.engine.recognize.language import Language, OnceRead
from scipix.engine.recognize.page_formulas import SeenFormula, looks, type_size
from scipix.engine.recognize.page_scale import page_em, sized
from scipix.engine.recognize.page_symbols import SeenPage, SeenSymbol, page_symbols, part_symbols
from scipix.engine.recognize.patches import PATCH
from scipix.engine.recognize.reading import Reading, parser_feeds, read, voted
from scipix.engine.recognize.straight import marks_of
from scipix.engine.recognize.stroke_weight import weights_of
from scipix.engine.recognize.surroundings import formula_alone
from scipix.engine.recognize.symbol_likeness import Sight, divergence
from scipix.engine.recognize.table_rules import Rules
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.recognize.views import Clock, Seen, Viewer
from scipix.engine.recognize.weighing import weighed
from scipix.engine.session import Session, open_session
from scipix.engine.types import (
    Alternative,
    Appearance,
    Box,
    Checkpoint,
    Recognition,
    StageTime,
    Symbol,
    Token,
    uninterrupted,
)
from scipix.engine.weights import Manifest, read_classes, read_manifest, read_model, read_words

_ENOUGH = (0.93, 0.7, 0.5)
"""Confidence of the best reading that suffices after one, two, and three or more views of the picture."""
_SIGHT = 0.68
"""The surest symbol of a formula has at least this heat, degraded or not; those seen in noise have less."""
_CLEARLY = 0.4
"""Heat of a symbol of a page, where nothing but itself speaks for it."""
_LOST = 0.5
"""A reading with less confidence than this may be of a picture that stands on its head."""


def _nothing() -> NoFormulaError:
    return NoFormulaError(
        "No formula found",
        "The picture shows nothing that reads as a formula.",
        "Snip closer around the formula.",
    )


@dataclass(frozen=True, slots=True)
class Recognizer:
    """The models with what they need to know about classes; ``provider`` is where the detector runs.

    ``fallback`` says why that is not the provider that was asked for.
    """

    eyes: Look
    parser: Session
    provider: str
    classes: tuple[str, ...]
    sizes: TypeSizes
    version: str
    fallback: str | None = None
    language: Language | None = None

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
        classes, heights = read_classes(manifest.model("classes"))
        detector = _open(manifest, "detector", {"ink": to_ink(np.full((64, 64), 255, np.uint8))}, provider)
        classifier = _open(manifest, "classifier", _classifier_warm_up(detector), detector.provider)
        glyphs = _open(manifest, "glyphs", _patches_warm_up(PATCH), detector.provider)
        # These are small and their shapes vary with every formula: a graphics provider would compile each.
        # Two networks are trained on what the others see, which load before there are these.
        typeface = accents = None
        if "typeface" in manifest.models:
            typeface = _open(manifest, "typeface", _typeface_warm_up(len(classes)), "cpu").run
        if "accents" in manifest.models:
            run = _open(manifest, "accents", _patches_warm_up(ACCENT_PATCH), "cpu").run
            accents = Finder(run, np.array([name in ACCENTS for name in classes]))
        parser = _open(manifest, "parser", _parser_warm_up(), "cpu")
        language = None
        if "language" in manifest.models:
            run = _open(manifest, "language", {"words": np.zeros((1, 3), np.int64)}, "cpu").run
            language = Language.of(run, read_words(manifest.model("words")))
        eyes = Look(
            detector.run, classifier.run, glyphs.run, typeface, accents,
            marks=marks_of(classes), weights=weights_of(classes), twins=twins_of(classes),
        )  # fmt: skip
        sizes = TypeSizes.of(classes, heights)
        provider, fallback = detector.provider, detector.fallback
        return cls(eyes, parser, provider, classes, sizes, manifest.version, fallback, language)

    def recognize(
        self,
        image: npt.NDArray[Any],
        *,
        alternatives: int = 5,
        checkpoint: Checkpoint = uninterrupted,
        adaptation: Adaptation | None = None,
    ) -> Recognition:
        """Recognise the formula in a picture.

        Args:
            image: HxW, HxWx1, HxWx3 (RGB) or HxWx4 (RGBA); uint8, uint16, bool or float 0..1.
            alternatives: at most this many readings, at least 1.
            checkpoint: called before each stage; what it raises ends the recognition.
            adaptation: has the last word on the classes of the symbols.

        Raises:
            ImageError: no usable picture. NoFormulaError: nothing in it that could be a formula.
            ProviderError: the execution provider failed on this picture.
        """
        clock = Clock(checkpoint=checkpoint)
        with clock.stage("clean"):
            viewer = self.viewer(image, clock, adaptation)
        if is_noise(viewer.gray):
            raise _nothing()
        readings = self._readings(viewer, alternatives)
        if not readings:
            raise _nothing()
        height, width = image.shape[:2]
        return self._result(readings[: max(1, alternatives)], clock, width, height)

    def viewer(self, image: npt.NDArray[Any], clock: Clock, adaptation: Adaptation | None = None) -> Viewer:
        """A picture cleaned, to be looked at in several ways; raises ImageError if it is none."""
        adapted = partial(adaptation, classes=self.classes) if adaptation is not None else None
        eyes = replace(self.eyes, adaptation=adapted)
        return Viewer(eyes, self.sizes, without_specks(without_ringing(clean(image))), clock)

    def read_symbols(
        self, formula: ExactFormula, *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> Recognition:
        """Read a formula whose symbols are known; boxes stay in points of the page.

        Raises:
            NoFormulaError: there are no symbols.
        """
        if not formula.symbols:
            raise _nothing()
        clock = Clock(checkpoint=checkpoint)
        boxes = _as_array([symbol.box for symbol in formula.symbols])
        found = as_detections([symbol.token for symbol in formula.symbols], boxes, self.classes)
        rules = table_rules.of_boxes(np.concatenate([boxes, _as_array(formula.upright)]), formula.em)
        with clock.stage("parse"):
            readings = self._read_exact(found, formula.em, max(1, alternatives), rules)
        if not readings:
            raise _nothing()
        (left, top), (right, bottom) = boxes[:, :2].min(0), boxes[:, 2:].max(0)
        return self._result(readings, clock, round(float(right - left)), round(float(bottom - top)))

    def _read_exact(self, found: Detections, em: float, count: int, rules: Rules) -> list[Reading]:
        """Readings of known symbols, with the rules between cells if there are any that fit."""
        parsed = partial(read, self.parser.run, em=em, classes=self.classes, sizes=self.sizes, count=count)
        without = found.only(np.flatnonzero(~rules.holds(found.boxes)))
        ruled = parsed(without, certain=True, rules=rules) if len(rules) and len(without) else []
        return ruled or parsed(found, certain=True)

    def see_page(self, gray: npt.NDArray[np.uint8], checkpoint: Checkpoint = uninterrupted) -> SeenPage:
        """The symbols of a page (dark on white, straight), in its pixels.

        The page is brought to the size of type that the detector is used to, told by a look at a part of it.
        """
        told = page_em(gray, partial(part_symbols, self.eyes), self.sizes)
        factor = TARGET_EM / told
        every = page_symbols(self.eyes, sized(gray, factor), checkpoint)
        every = every.only(np.argsort(every.scores <= _CLEARLY, kind="stable"))
        found = every.only(np.flatnonzero(every.scores > _CLEARLY))
        first = found.choices[:, 0]
        sizes = self.sizes.relative((found.boxes / np.float32(TARGET_EM)).astype(np.float32), first.tolist())
        telling = self.sizes.of_fixed_shape[first]
        symbols = tuple(
            SeenSymbol(
                self.classes[kind],
                Box(*map(float, box / factor)),
                float(size) if tells else 0.0,
                float(chance),
            )
            for kind, box, size, tells, chance in zip(
                first, found.boxes, sizes, telling, found.chances[:, 0], strict=True
            )
        )
        boxes = (every.boxes / np.float32(factor)).astype(np.float32)
        return SeenPage(symbols, told, Detections(boxes, every.scores, every.choices, every.chances))

    def read_seen(
        self, formula: SeenFormula, *, alternatives: int = 5, checkpoint: Checkpoint = uninterrupted
    ) -> Recognition:
        """Read a formula of a page from the symbols seen there; in doubt it is looked at again.

        Raises:
            NoFormulaError: nothing reads as a formula.
        """
        clock = Clock(checkpoint=checkpoint)
        em, weigh = type_size(formula, self.sizes), self._weighing(clock)
        views: list[list[Reading]] = []
        readings: list[Reading] = []
        for view in self._views(formula, em, alternatives, clock):
            views.append(view)
            readings = weigh(voted(views))
            if _suffices(readings, len(views)):
                break
        if not readings:
            raise _nothing()
        height, width = formula.gray.shape
        return self._result(readings[: max(1, alternatives)], clock, width, height)

    def _views(self, formula: SeenFormula, em: float, count: int, clock: Clock) -> Iterator[list[Reading]]:
        """Readings of each look, the page's own first; between rules, where there are any that fit."""

        def parsed(found: Detections, rules: Rules) -> list[Reading]:
            with clock.stage("parse"):
                return read(self.parser.run, found, em, self.classes, self.sizes, count, rules=rules)

        ruled = looks(self.eyes, formula, em, ruled=True)
        first = next(ruled, None)
        if first is not None and (readings := parsed(*first)):
            yield readings
            yield from starmap(parsed, ruled)
            return
        if len(formula.found):
            yield parsed(formula.found, table_rules.NONE)
        yield from starmap(parsed, looks(self.eyes, formula, em, ruled=False))

    def strangeness(self, one: Sight, other: Sight) -> npt.NDArray[np.float32]:
        """How unlike the same symbols of two pictures are to the glyph classifier, (N,), 0 to log 2."""
        return divergence(self.eyes.glyphs, one, other)

    def _weighing(self, clock: Clock) -> Callable[[list[Reading]], list[Reading]]:
        """What weighs the readings of one picture, together with how likely they are to be written."""
        if self.language is None:
            return list
        language = OnceRead(self.language)

        def weigh(readings: list[Reading]) -> list[Reading]:
            with clock.stage("weigh"):
                return weighed(readings, language)

        return weigh

    def _readings(self, viewer: Viewer, count: int) -> list[Reading]:
        """Readings of the first view; of several, where that one is in doubt."""
        seen = viewer.upright()
        first = self.read_view(seen, count, viewer.clock)
        if not first and len(seen.rules):  # no array has them: they are bars or lines of fractions
            viewer = replace(viewer, ruled=False)
            seen = viewer.upright()
            first = self.read_view(seen, count, viewer.clock)
        if _confidence(first) < _LOST:
            turned = viewer.upside_down(seen)
            if turned is not seen:
                seen, first = turned, self.read_view(turned, count, viewer.clock)
        weigh = self._weighing(viewer.clock)
        views, heat, readings = [first], seen.heat, weigh(first)
        if not _suffices(readings, 1) or heat < _SIGHT:
            for other in viewer.others(seen):
                views.append(self.read_view(other, count, viewer.clock))
                heat = max(heat, other.heat)
                readings = weigh(voted(views))
                if heat >= _SIGHT and _suffices(readings, len(views)):
                    break
        return readings if heat >= _SIGHT else []

    def read_view(self, seen: Seen, count: int, clock: Clock) -> list[Reading]:
        """Readings of what was seen, their boxes in pixels of the picture given."""
        if not len(seen.found):
            return []
        with clock.stage("parse"):
            found = formula_alone(seen.found, seen.em, self.classes)
            readings = read(
                self.parser.run, found, seen.em, self.classes, self.sizes, count, rules=seen.rules
            )
        return [replace(reading, boxes=seen.prepared.to_picture(reading.boxes)) for reading in readings]

    def _result(self, readings: Sequence[Reading], clock: Clock, width: int, height: int) -> Recognition:
        best = readings[0]
        boxes = [Box(*map(float, box)) for box in best.boxes]
        looks: Sequence[Appearance | None] = self._appearances(best.looks) or [None] * len(boxes)
        symbols = tuple(
            Symbol(token, box, probability, look)
            for token, box, probability, look in zip(
                best.tokens, boxes, best.probabilities, looks, strict=True
            )
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
            order=best.order,
        )

    def _appearances(self, looks: Looks) -> list[Appearance]:
        rows = looks.appearances.astype(np.float16)
        return [
            Appearance(
                row.tobytes(), tuple(zip(map(self.classes.__getitem__, choices), chances, strict=True))
            )
            for row, choices, chances in zip(
                rows, looks.choices.tolist(), looks.chances.tolist(), strict=True
            )
        ]


def _as_array(boxes: Sequence[Box]) -> FloatArray:
    return np.array([(box.x0, box.y0, box.x1, box.y1) for box in boxes], np.float32).reshape(-1, 4)


def _confidence(readings: Sequence[Reading]) -> float:
    return readings[0].confidence if readings else 0.0


def _suffices(readings: Sequence[Reading], views: int) -> bool:
    """Whether so many views of a picture are enough to be sure of the best reading."""
    return _confidence(readings) >= _ENOUGH[min(views, len(_ENOUGH)) - 1]


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


def _patches_warm_up(side: int) -> dict[str, npt.NDArray[Any]]:
    return {"patches": np.zeros((1, 1, side, side), np.float32), "sizes": np.zeros((1, 2), np.float32)}


def _typeface_warm_up(classes: int) -> dict[str, npt.NDArray[Any]]:
    return {name: np.zeros((2, classes), np.float32) for name in ("context", "shape")}


def _parser_warm_up() -> dict[str, npt.NDArray[Any]]:
    boxes = np.array([[0, 0, 1, 1], [1, 0, 2, 1]], np.float32)
    choices, chances = np.zeros((2, CHOICES), np.int64), np.full((2, CHOICES), 0.25, np.float32)
    return parser_feeds(Detections(boxes, np.ones(2, np.float32), choices, chances), 1.0)
