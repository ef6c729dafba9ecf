"""Views of a picture: turned and scaled until the symbols in it make sense."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from scipix.engine.preprocess.orientation import orientation_candidates
from scipix.engine.preprocess.pipeline import TARGET_EM, Prepared, Straight, at_scale, straighten
from scipix.engine.recognize import table_rules
from scipix.engine.recognize.detect import Detections, Look, detect
from scipix.engine.recognize.table_rules import Rules
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.types import Checkpoint, uninterrupted

_RESCALE = 0.15
"""If the type is off the canonical size by more than this (log), the picture is scaled and seen anew."""
_TO_SCALE = 0.08
"""If it is off by more than this, the next look, where one is needed, is at the canonical size."""
_SURE = 0.62
"""Mean class probability below which the other quarter turns are tried."""
_QUITE_OTHER_SCALES = (0.55, 1.8)
"""Connected components may mislead: letters with inner strokes look small, touching ones large."""
_OTHER_SCALES = (1.1, 0.91, 1.2)
ENOUGH = 4
"""Fewer symbols than this say little about scale and nothing about which way is up."""
_SCALES_OF_FEW = (0.5, 0.7, 1.4, 2.0)
_OFF_SCALE = 0.3
"""Views whose type is off the canonical size by more than this (log) do not count."""
_LARGE = 1_500_000
"""Pixels of a prepared picture that is looked at once only: a page-wide strip takes seconds a look."""


@dataclass(slots=True)
class Clock:
    """Milliseconds per stage; a stage that runs twice adds up. ``checkpoint`` is called before each."""

    spent: dict[str, float] = field(default_factory=dict)
    checkpoint: Checkpoint = uninterrupted

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        self.checkpoint()
        start = time.perf_counter()
        try:
            yield
        finally:
            self.spent[name] = self.spent.get(name, 0.0) + (time.perf_counter() - start) * 1e3


@dataclass(frozen=True, slots=True)
class Seen:
    """A prepared picture, its ``zoom``, the symbols found in it, and the ``em`` (pixels) that they tell.

    ``rules`` are those between cells, which were taken out before symbols were looked for.
    """

    prepared: Prepared
    found: Detections
    em: float
    zoom: float
    rules: Rules

    @property
    def off_scale(self) -> float:
        """How far the type is from the canonical size (log)."""
        return abs(math.log(self.em / TARGET_EM))

    @property
    def heat(self) -> float:
        """Heat of the surest symbol, 0 where nothing is seen."""
        return float(self.found.scores.max()) if len(self.found) else 0.0

    @property
    def certainty(self) -> float:
        """Mean probability of the symbols' first classes, 0 where nothing is seen."""
        return float(self.found.chances[:, 0].mean()) if len(self.found) else 0.0


@dataclass(frozen=True, slots=True)
class Viewer:
    """Looks at one cleaned picture (HxW uint8, dark on white) in several ways, turning it once each way.

    ``ruled``: what looks like a rule between cells is taken for one.
    """

    eyes: Look
    sizes: TypeSizes
    gray: npt.NDArray[np.uint8]
    clock: Clock
    straight: dict[int, Straight] = field(default_factory=dict)
    ruled: bool = True

    def upright(self) -> Seen:
        """The picture as it stands; turned, where the symbols make better sense so."""
        order = orientation_candidates(self.gray)
        best = self.turned(order[0])
        for quarter in order[1:]:
            if best.certainty >= _SURE or (order[0] == 0 and len(best.found) < ENOUGH):
                break
            other = self.turned(quarter)
            best = other if other.certainty > best.certainty + 0.05 else best
        return best

    def turned(self, quarter: int) -> Seen:
        """Symbols at the canonical scale; where they make little sense, at quite other scales too."""
        best = self.scaled(quarter, 1.0)
        for zoom in _QUITE_OTHER_SCALES if best.certainty < _SURE else ():
            other = self.scaled(quarter, zoom)
            best = other if other.certainty > best.certainty + 0.1 else best
        return best

    def scaled(self, quarter: int, zoom: float) -> Seen:
        """One look, and a second one where the symbols say that the scale was wrong; a third one where they
        make more sense then, but say that it is still far off."""
        seen = self.look(quarter, zoom)
        if len(seen.found) and seen.off_scale > _RESCALE:
            again = self._to_scale(seen)
            if again.off_scale > _OFF_SCALE and again.certainty > seen.certainty:
                again = self._to_scale(again)
            if len(again.found):
                return again
        return seen

    def _to_scale(self, seen: Seen) -> Seen:
        """A look at the scale that the symbols of another one tell."""
        return self.look(seen.prepared.quarter, seen.zoom * float(np.clip(TARGET_EM / seen.em, 0.4, 2.5)))

    def upside_down(self, seen: Seen) -> Seen:
        """The same turned by half, where the symbols are surer so; single symbols say nothing."""
        if len(seen.found) < ENOUGH:
            return seen
        over = (seen.prepared.quarter + 2) % 4
        if self.look(over, seen.zoom).certainty <= seen.certainty:
            return seen
        other = self.turned(over)
        return other if other.certainty > seen.certainty else seen

    def look(self, quarter: int, zoom: float) -> Seen:
        """One look; the scale is ``zoom`` times the one that connected components suggest."""
        with self.clock.stage("prepare"):
            if quarter not in self.straight:
                self.straight[quarter] = straighten(self.gray, quarter)
            prepared = at_scale(self.straight[quarter], zoom=zoom)
            rules = table_rules.found(prepared.gray) if self.ruled else table_rules.NONE
        with self.clock.stage("detect"):
            found = detect(self.eyes, table_rules.erased(prepared.gray, rules))
        return Seen(prepared, found, self.sizes.em(found) if len(found) else TARGET_EM, zoom, rules)

    def others(self, seen: Seen) -> Iterator[Seen]:
        """The same picture to scale, a little larger and smaller; where few symbols are seen, much so.

        A view whose symbols say that its scale is wrong is left out.
        """
        if seen.prepared.gray.size > _LARGE:
            return
        near = (1.0, *_OTHER_SCALES[:2]) if seen.off_scale > _TO_SCALE else _OTHER_SCALES
        factors = near if len(seen.found) >= ENOUGH else near[:2] + _SCALES_OF_FEW
        for factor in factors:
            other = self.look(seen.prepared.quarter, seen.zoom * TARGET_EM / seen.em * factor)
            if len(other.found) and other.off_scale < _OFF_SCALE:
                yield other
