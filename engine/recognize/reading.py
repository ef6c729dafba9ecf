"""Symbols -> readings: run the parser, search its doubts, write LaTeX, prefer what is valid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from scipix.engine.latex import symbols as S
from scipix.engine.latex.features import symbols_in_order
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Row
from scipix.engine.latex.write import write
from scipix.engine.recognize.alike import twins_of, unified
from scipix.engine.recognize.assemble import AssemblyError, Graph, assemble
from scipix.engine.recognize.beam import Hypothesis, search
from scipix.engine.recognize.detect import Detections, Looks, Run
from scipix.engine.recognize.geometry import FloatArray, pair_features, symbol_features
from scipix.engine.recognize.grounding import Inked, ground
from scipix.engine.recognize.probability import log_softmax
from scipix.engine.recognize.relations import Relation
from scipix.engine.recognize.spanning import within_reach
from scipix.engine.recognize.table_rules import NONE, Rules
from scipix.engine.recognize.typesize import TypeSizes
from scipix.engine.recognize.words import in_one_style

_BEAM_WIDTH = 5
_CANDIDATES = 12
"""At least so many readings, if there are, where symbols are in doubt."""
BEHIND = 5.0
"""Nats: what is further behind the best reading is none that what follows could prefer."""
_CLASS_CHOICES = 4
_DOUBTED = 4.0
"""Log odds: the most doubtful symbol is read both kept and left out, where less than this decides it."""
_FOR_THE_LAST = 8.0
"""Log odds given to what lies right of everything else: it was doubted by 3 and more in five of 1 420
development pictures at 100 dpi and in nine of 700 at 150, and was the formula's comma or full stop in all."""
_PARTIAL = -3.0
"""Log probability taken off a reading that leaves symbols out: it is not the whole formula."""
_UNSEEN = 1e-3
"""Chance of a class that the eyes do not name."""
_LARGEST = 400
"""Symbols: beyond this the pairs would take more memory than a formula is worth."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read the symbols.

    Attributes:
        latex: what it says. score: log probability. confidence: probability of the whole, 0..1, raw.
        valid: whether the LaTeX parses.
        tokens, boxes, probabilities: the symbols kept (boxes in pixels of the prepared picture).
        tree: the formula, with the numbers of its symbols. looks: what they look like.
        eyes: log probability of the symbols' classes before the parser had its say.
    """

    latex: str
    score: float
    confidence: float
    valid: bool
    tokens: tuple[str, ...]
    boxes: FloatArray
    probabilities: tuple[float, ...]
    tree: Row
    looks: Looks
    eyes: float

    @property
    def grounded(self) -> list[Inked]:
        """LaTeX tokens with the numbers of their symbols."""
        return ground(self.latex, self.tree)

    @property
    def order(self) -> tuple[int, ...]:
        """Numbers of the symbols, in the order of the formula's tree."""
        return tuple(symbols_in_order(self.tree))


@dataclass(frozen=True, slots=True)
class _Parsed:
    """The parser's opinion on symbols, as log probabilities; ``kept``: that these are the formula's."""

    found: Detections
    links: FloatArray
    classes: FloatArray
    modes: npt.NDArray[np.int64]
    kept: float


def read(
    run: Run,
    found: Detections,
    em: float,
    classes: Sequence[str],
    sizes: TypeSizes,
    count: int,
    *,
    certain: bool = False,
    rules: Rules = NONE,
) -> list[Reading]:
    """Readings, valid ones first, then by score; equal strings are one reading.

    ``count``: so many where there are, and more where symbols are in doubt. ``certain``: the symbols are
    known, none is left out and none is of another class. ``rules``: between cells, in the pixels of the
    boxes; where they fit into no reading there is none.
    """
    opinions = [_parse_certain(run, found, em)] if certain else _parse(run, found, em, classes)
    width = max(_BEAM_WIDTH if certain else _CANDIDATES, count)
    ways = [
        (one, parsed)
        for parsed in opinions
        for one in search(parsed.links, [_class_options(row) for row in parsed.classes], width)
    ]
    ways = _likely(ways, max(_BEAM_WIDTH, count))
    if not certain:
        ways = [(in_one_style(one, classes, p.classes, p.found.boxes / em), p) for one, p in ways]
    rules = rules.per(em)
    readings = [_reading(one, parsed, em, classes, sizes, rules) for one, parsed in ways]
    if not any(readings):
        readings = [_reading(one, parsed, em, classes, sizes, rules, partial=True) for one, parsed in ways]
    return merged([reading for reading in readings if reading is not None])[:width]


def _likely(ways: Sequence[tuple[Hypothesis, _Parsed]], count: int) -> list[tuple[Hypothesis, _Parsed]]:
    """The ``count`` best, and what is not far behind."""
    ranked = sorted(ways, key=lambda way: -_score(*way))
    return [
        way
        for place, way in enumerate(ranked)
        if place < count or _score(*way) >= _score(*ranked[0]) - BEHIND
    ]


def _score(hypothesis: Hypothesis, parsed: _Parsed) -> float:
    return hypothesis.score + parsed.kept


def merged(readings: Sequence[Reading]) -> list[Reading]:
    """Readings of equal LaTeX become one whose probability is the sum; the best valid one leads."""
    by_latex: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda item: -item.score):
        known = by_latex.get(reading.latex)
        if known is None:
            by_latex[reading.latex] = reading
        else:
            score = float(np.logaddexp(known.score, reading.score))
            total = min(1.0, known.confidence + reading.confidence)
            by_latex[reading.latex] = replace(known, score=score, confidence=total)
    return sorted(by_latex.values(), key=lambda item: (not item.valid, -item.score))


def voted(views: Sequence[Sequence[Reading]]) -> list[Reading]:
    """Readings of several views of one picture: each view has one vote, shared out by its confidence.

    A reading's confidence becomes the mean over the views; a view that does not know it gives it nothing.
    """
    if len(views) == 1:
        return list(views[0])
    share = 1.0 / len(views)
    votes = [
        replace(reading, confidence=reading.confidence * share, score=reading.score + float(np.log(share)))
        for view in views
        for reading in view
    ]
    return merged(votes)


def _parse(run: Run, found: Detections, em: float, names: Sequence[str]) -> list[_Parsed]:
    """The parser's opinion on the likeliest symbols and, where one is in doubt, on those with or without it.

    Which are the formula's is told from all of them; without the others the parser is run once more.
    """
    found, twins = _strongest(found), twins_of(names)
    everything = _run(run, found, em)
    odds = everything[2] + _FOR_THE_LAST * _closes(found.boxes)
    opinions = []
    for chance, kept in _selections(odds):
        these = found if kept.all() else found.only(np.flatnonzero(kept))
        links, classes, _, modes = everything if kept.all() else _run(run, these, em)
        tokens = [names[index] for index in these.choices[:, 0]]
        links = within_reach(links, tokens, these.boxes / np.float32(em))
        opinions.append(_Parsed(these, links, unified(classes, twins), modes.argmax(-1), chance))
    return opinions


def _selections(odds: FloatArray) -> list[tuple[float, npt.NDArray[np.bool_]]]:
    """Log probabilities and symbols to keep, (N,), one or two ways; from log odds (N,) that each is real."""
    likeliest = odds > 0 if (odds > 0).any() else np.ones(len(odds), bool)
    chance = -float(np.logaddexp(0, np.where(likeliest, -odds, odds)).sum())
    doubtful = int(np.abs(odds).argmin())
    other = likeliest.copy()
    other[doubtful] = not other[doubtful]
    if abs(odds[doubtful]) > _DOUBTED or not other.any():
        return [(chance, likeliest)]
    return [(chance, likeliest), (chance - abs(float(odds[doubtful])), other)]


def _closes(boxes: FloatArray) -> npt.NDArray[np.bool_]:
    """Which of (N, 4) boxes, one at most, lies right of all others."""
    reached = np.where(np.eye(len(boxes), dtype=bool), -np.inf, boxes[:, 2]).max(1)
    beyond: npt.NDArray[np.bool_] = boxes[:, 0] > reached
    return beyond


def _parse_certain(run: Run, found: Detections, em: float) -> _Parsed:
    """The parser's opinion on links and modes alone."""
    found = _strongest(found)
    links, classes, _, modes = _run(run, found, em)
    known = np.full_like(classes, -np.inf)
    known[np.arange(len(found)), found.choices[:, 0]] = 0.0
    return _Parsed(found, links, known, modes.argmax(-1), 0.0)


def _strongest(found: Detections) -> Detections:
    if len(found) <= _LARGEST:
        return found
    return found.only(np.sort(np.argsort(-found.scores)[:_LARGEST]))


def parser_feeds(found: Detections, em: float) -> dict[str, npt.NDArray[Any]]:
    """The parser's inputs for one formula, ``em`` in the pixels of the boxes."""
    return {
        "choices": found.choices[None], "chances": found.chances[None],
        "symbols": symbol_features(found.boxes, em, found.scores)[None],
        "pairs": pair_features(found.boxes, em)[None],
        "present": np.ones((1, len(found)), np.float32),
    }  # fmt: skip


def _run(run: Run, found: Detections, em: float) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Log probabilities of links (N, N * R) and classes (N, C), logits of keep (N,) and modes (N, M)."""
    links, classes, keep, modes = run(parser_feeds(found, em))
    return log_softmax(links[0].reshape(len(found), -1)), log_softmax(classes[0]), keep[0], modes[0]


def _class_options(row: FloatArray) -> list[tuple[int, float]]:
    best = np.argpartition(-row, _CLASS_CHOICES)[:_CLASS_CHOICES]
    return [(int(index), float(row[index])) for index in best[np.argsort(-row[best])]]


def _reading(
    hypothesis: Hypothesis,
    parsed: _Parsed,
    em: float,
    classes: Sequence[str],
    sizes: TypeSizes,
    rules: Rules,
    *,
    partial: bool = False,
) -> Reading | None:
    """What a hypothesis says, None where its links are no formula; ``partial`` takes what can be read."""
    tokens = tuple(classes[index] for index in hypothesis.classes)
    boxes = (parsed.found.boxes / em).astype(np.float32)
    modes = [
        int(mode) if token in S.DELIMITERS else 0 for mode, token in zip(parsed.modes, tokens, strict=True)
    ]
    type_sizes = sizes.relative(boxes, hypothesis.classes)
    graph = Graph(tokens, modes, hypothesis.parents, hypothesis.relations, boxes, type_sizes, rules)
    try:
        tree = assemble(graph, partial=partial)
    except AssemblyError:
        return None
    latex = write(tree)
    score = _score(hypothesis, parsed) + (_PARTIAL if partial else 0.0)
    return Reading(
        latex=latex,
        score=score,
        confidence=float(np.exp(min(0.0, score))),
        valid=_is_valid(latex),
        tokens=tokens,
        boxes=parsed.found.boxes,
        probabilities=_probabilities(hypothesis, parsed),
        tree=tree,
        looks=parsed.found.looks,
        eyes=_seen_as(parsed.found, hypothesis.classes),
    )


def _seen_as(found: Detections, classes: Sequence[int]) -> float:
    """Log probability, to the eyes alone, that N symbols are of these classes."""
    named = found.choices == np.array(classes)[:, None]
    chances = np.where(named, found.chances, 0.0).sum(1)
    return float(np.log(np.maximum(chances, _UNSEEN)).sum())


def _probabilities(hypothesis: Hypothesis, parsed: _Parsed) -> tuple[float, ...]:
    """Of each symbol: that its class and its link are right."""
    chances = []
    for child, (parent, relation, kind) in enumerate(
        zip(hypothesis.parents, hypothesis.relations, hypothesis.classes, strict=True)
    ):
        place = (child if parent < 0 else parent) * len(Relation) + relation
        chances.append(float(np.exp(parsed.links[child, place] + parsed.classes[child, kind])))
    return tuple(chances)


@lru_cache(maxsize=128)  # the looks at one picture mostly bring the same readings
def _is_valid(latex: str) -> bool:
    try:
        parse(latex)
    except ParseError:
        return False
    return True
