"""What follows from the user's verdicts: a curve for the confidence, a language for the choice among
readings, sight for the symbols.

All are immutable snapshots, made in the background after enough new verdicts or an hour, kept in the
database, and replaced by reference.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scipix.app.memory import calibration, prior, samples, sight
from scipix.app.memory.calibration import Curve, ShippedModel, Threshold
from scipix.app.memory.database import Database
from scipix.app.memory.formulas import normal_form
from scipix.app.memory.learning import Learning, Trajectory
from scipix.app.memory.prior import Language
from scipix.app.memory.sight import Sight
from scipix.app.memory.sight_fit import learned_sight
from scipix.engine.types import Recognition

log = logging.getLogger(__name__)

INTERVAL_SECONDS = 3600.0
ENOUGH_NEW, _GROWTH = 20, 0.02
"""New verdicts after which to learn anew: so many, and this share of all, for all are gone through again."""
_HELD_OUT = 0.3
_LEAST_BEAMS = 30
_RECENT = 300
"""So many of the newest verdicts, or half of all, judge the confidence."""


@dataclass(frozen=True, slots=True)
class Learned:
    """A snapshot; ``verdicts`` says how many trajectories went into it, ``weight`` is the language's.

    ``sight`` is None where it does not help.
    """

    curve: Curve = field(default_factory=Curve)
    language: Language = field(default_factory=Language)
    weight: float = 0.0
    verdicts: int = 0
    made: float = 0.0
    sight: Sight | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """How well the confidence fits what the user said, with the shipped model alone and recalibrated.

    All but ``verdicts`` and ``counts`` is told by the newest verdicts. ``bins`` are the points of a
    reliability diagram. ``after`` is measured on verdicts that did not make the curve (two halves, each
    judged by the curve of the other). ``symbols`` is how many looks correct what is seen, 0 while that does
    not help.
    """

    verdicts: int
    counts: dict[str, int]
    before: float
    after: float
    bins_before: tuple[calibration.Bin, ...]
    bins: tuple[calibration.Bin, ...]
    threshold: Threshold | None
    weight: float
    formulas: int
    symbols: int = 0


def _recent(known: Sequence[Trajectory]) -> Sequence[Trajectory]:
    """The verdicts that tell how right answers are now: sight makes them better than those of before."""
    return known[-max(_RECENT, len(known) // 2) :]


class Learner:
    """Keeps the snapshot up to date. ``current`` may be read by any thread."""

    def __init__(self, database: Database, learning: Learning, shipped: ShippedModel | None) -> None:
        self.database = database
        self.learning = learning
        self.shipped = shipped
        self.current = self._load()
        self._thread: threading.Thread | None = None

    # -- use ------------------------------------------------------------------------------------------
    def calibrated(self, answer: Recognition) -> Recognition:
        """The answer with the probability that it is right as its confidence, the raw one beside it."""
        return replace(answer, confidence=self.probability(answer), raw_confidence=answer.confidence)

    def probability(self, answer: Recognition) -> float:
        return self.current.curve(
            self._shipped(calibration.features(answer), answer.confidence, answer.model)
        )

    def _shipped(self, features: Sequence[float], confidence: float, model: str) -> float:
        """By the shipped model, if it was made for these weights; else the raw confidence."""
        if (
            self.shipped is None
            or self.shipped.version != model
            or len(features) != len(self.shipped.weights)
        ):
            return min(1.0, max(0.0, confidence)) if confidence == confidence else 0.5
        return self.shipped.probability(features)

    def chosen(self, answer: Recognition) -> Recognition:
        """The answer with its readings in the order that this user's formulas suggest."""
        snapshot = self.current
        if snapshot.weight == 0 or len(answer.alternatives) < 2:
            return answer
        order = prior.reranked(answer.alternatives, snapshot.language, snapshot.weight)
        if order[0].latex == answer.latex:
            return replace(answer, alternatives=order)
        return replace(answer, latex=order[0].latex, alternatives=order, tokens=())

    # -- keeping up -----------------------------------------------------------------------------------
    def keep_up(self, at_once: bool = False) -> None:
        """Learn anew in the background, if there is enough new, an hour has passed, or it is asked for."""
        new = abs(self.learning.count() - self.current.verdicts)
        late = new > 0 and time.time() - self.current.made > INTERVAL_SECONDS
        enough = max(ENOUGH_NEW, round(_GROWTH * self.current.verdicts))
        if (new >= enough or late or at_once) and (self._thread is None or not self._thread.is_alive()):
            self._thread = threading.Thread(target=self._learn_quietly, name="learning", daemon=True)
            self._thread.start()

    def _learn_quietly(self) -> None:
        try:
            self.learn()
            self.database.release()
        except sqlite3.Error as error:
            log.warning("what the verdicts teach could not be kept: %s", error)

    def learn(self) -> Learned:
        """Make the snapshot anew from all verdicts and keep it. Any thread; raises sqlite3.Error."""
        known = [one for one in self.learning.trajectories() if one.right is not None]
        recent = _recent(known)
        curve = calibration.recalibrated(
            [self.shipped_of(one) for one in recent], [bool(one.right) for one in recent]
        )
        weight = self._weight(known)
        language = Language()
        for one in known:
            if one.final:
                language.add(one.final)
        looks = samples.of_trajectories(self.database.reader())
        seen = learned_sight(
            [(looks[one.uuid], one.final) for one in known if one.final and one.uuid in looks]
        )
        self.current = Learned(curve, language, weight, self.learning.count(), time.time(), seen)
        self._keep(self.current)
        return self.current

    def _weight(self, known: Sequence[Trajectory]) -> float:
        """Fitted on the newest verdicts with a language of the older ones."""
        cut = round(len(known) * (1 - _HELD_OUT))
        language = Language()
        for one in known[:cut]:
            if one.final:
                language.add(one.final)
        beams = [(one.beam, normal_form(one.final)) for one in known[cut:] if one.final and len(one.beam) > 1]
        if len(beams) < _LEAST_BEAMS or language.formulas < prior.LEAST_FORMULAS:
            return 0.0
        normal = [([(normal_form(latex), score) for latex, score in beam], right) for beam, right in beams]
        return prior.fitted_weight(normal, language)

    def shipped_of(self, one: Trajectory) -> float:
        """The shipped model's probability of a trajectory's first answer."""
        return self._shipped(one.features, one.confidence, one.model)

    def report(self) -> Report:
        """Everything that a reliability diagram and its numbers need."""
        everything = list(self.learning.trajectories())
        known = [one for one in everything if one.right is not None]
        recent = _recent(known)
        before = [self.shipped_of(one) for one in recent]
        right = [bool(one.right) for one in recent]
        halves = [calibration.recalibrated(before[half::2], right[half::2]) for half in (1, 0)]
        after = [halves[place % 2](chance) for place, chance in enumerate(before)]
        counts = Counter("undone" if one.undone else one.verdict for one in everything)
        return Report(
            len(known), dict(counts), calibration.expected_error(before, right),
            calibration.expected_error(after, right), calibration.reliability(before, right),
            calibration.reliability(after, right), calibration.sure_threshold(after, right),
            self.current.weight, self.current.language.formulas,
            len(self.current.sight) if self.current.sight else 0,
        )  # fmt: skip

    def forget(self) -> None:
        """Back to the shipped model."""
        self.wait()
        self.current = Learned()
        with self.database.write() as writer:
            writer.execute("DELETE FROM meta WHERE key IN ('learned', 'sight')")

    def wait(self) -> None:
        if self._thread is not None:
            self._thread.join()

    # -- storage --------------------------------------------------------------------------------------
    def _keep(self, snapshot: Learned) -> None:
        counts = [[list(context), dict(seen)] for context, seen in snapshot.language.counts.items()]
        content = {
            "places": snapshot.curve.places, "chances": snapshot.curve.chances,
            "curve": snapshot.curve.verdicts,
            "weight": snapshot.weight, "verdicts": snapshot.verdicts, "made": snapshot.made,
            "formulas": snapshot.language.formulas, "counts": counts if snapshot.weight else [],
        }  # fmt: skip
        with self.database.write():
            self.database.set_meta("learned", json.dumps(content, separators=(",", ":")))
            self.database.set_meta("sight", sight.to_text(snapshot.sight) if snapshot.sight else "")

    def _load(self) -> Learned:
        text = self.database.meta("learned")
        if not text:
            return Learned()
        try:
            content = json.loads(text)
            curve = Curve(tuple(content["places"]), tuple(content["chances"]), int(content["curve"]))
            counts = {tuple(context): Counter(seen) for context, seen in content["counts"]}
            language = Language(counts, int(content["formulas"]))
            return Learned(
                curve, language, float(content["weight"]), int(content["verdicts"]), float(content["made"]),
                sight.from_text(self.database.meta("sight")),
            )  # fmt: skip
        except (ValueError, KeyError, TypeError) as error:
            log.warning("what was learned is made anew: %s", error)
            return Learned()
