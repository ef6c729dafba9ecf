"""Is a prediction the right formula? LaTeX compared as symbols and structure, and intervals for the shares.

Three measures are reported side by side, because each forgives something else:

- *normalised exact match*: both sides in normal form, token for token. Not judged: spaces, blanks between
  words, empty groups, and how large a delimiter is (``(``, ``\\left(`` and ``\\big(`` are the same).
  Punctuation at the ends belongs to the formula and is judged.
- *render-exact match* (:mod:`scipix.models.training.drawings`): what is drawn, sizes of delimiters included.
- *edit similarity*: how many tokens would have to change.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal

import numpy as np

from scipix.app.memory import calibration
from scipix.engine.latex import symbols as S
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tokens import tokenize
from scipix.engine.latex.tree import Array, Limits, Node, Prescript, Row, Script, Sym
from scipix.engine.latex.write import write

Kind = Literal["plain", "fraction", "matrix", "multi-line"]


# ---- normal forms ----------------------------------------------------------------------------------------


def normalised(latex: str, *, gaps: bool = False) -> str:
    """The form that is compared for the exact match; what does not parse is compared without its blanks.

    With ``gaps`` the blanks between words stay, to see how many matches owe it to leaving them out.
    """
    try:
        tree = parse(latex)
    except ParseError:
        return "".join(token for token in tokenize(latex) if token != " ")
    return write(settled(tree, sizes=False, gaps=gaps))


def settled(row: Row, *, sizes: bool, gaps: bool = False) -> Row:
    """A tree without what does not show: empty groups, word gaps, and sizes of delimiters.

    Blanks between words are spaces like any other, and normal forms have none. Only spaces, too, tell
    ``cases`` from an array of left-aligned columns. Without ``sizes`` every delimiter gets its natural size;
    with them only ``\\left ... \\right`` around nothing but symbols in one line: that is drawn in that size
    whatever the font, so no picture can show it.
    """
    nodes = [_node(node, sizes, gaps) for node in row if node != Prescript()]
    if not sizes:
        return tuple(_resized(node) for node in nodes)
    for start, end in _pairs(nodes):
        if all(_is_flat(node) for node in nodes[start + 1 : end]):
            nodes[start], nodes[end] = _resized(nodes[start]), _resized(nodes[end])
    return tuple(nodes)


def _node(node: Node, sizes: bool, gaps: bool) -> Node:
    """One node with everything inside it settled."""
    if isinstance(node, Sym):
        return replace(node, gap=node.gap and gaps)
    if isinstance(node, Array):
        lines = tuple(tuple(settled(cell, sizes=sizes, gaps=gaps) for cell in line) for line in node.rows)
        if node.kind == "cases":
            return Array("matrix", lines, "l" * max(map(len, lines)))
        return replace(node, rows=lines)
    parts: dict[str, Any] = {field.name: getattr(node, field.name) for field in fields(node)}
    for name, part in parts.items():
        if isinstance(part, tuple):
            parts[name] = settled(part, sizes=sizes, gaps=gaps)
        elif name == "base":
            parts[name] = _node(part, sizes, gaps)
    return replace(node, **parts)


def _base(node: Node) -> Node:
    while isinstance(node, Script | Limits):
        node = node.base
    return node


def _resized(node: Node) -> Node:
    """The node with its delimiter in natural size; a delimiter may carry scripts."""
    if isinstance(node, Script | Limits):
        return replace(node, base=_resized(node.base))
    return replace(node, mode="") if isinstance(node, Sym) and node.mode else node


def _pairs(nodes: Sequence[Node]) -> list[tuple[int, int]]:
    """Where ``\\left`` and ``\\right`` belong together, inner pairs first."""
    waiting: list[int] = []
    pairs = []
    for index, node in enumerate(nodes):
        base = _base(node)
        mode = base.mode if isinstance(base, Sym) else ""
        if mode == "left":
            waiting.append(index)
        elif mode == "right" and waiting:
            pairs.append((waiting.pop(), index))
    return pairs


def _is_flat(node: Node) -> bool:
    return isinstance(node, Sym) and not node.mode and node.token not in S.LIMIT_OPERATORS | S.INTEGRALS


def kind_of(latex: str) -> Kind:
    """What makes a formula hard: several lines, a matrix, a fraction, or none of them."""
    text = write(parse(latex))
    if r"\begin{aligned}" in text or r"\begin{gathered}" in text:
        return "multi-line"
    if r"\begin{" in text:
        return "matrix"
    return "fraction" if any(name in text for name in (r"\frac", r"\binom", r"\atop")) else "plain"


# ---- tokens ----------------------------------------------------------------------------------------------


def tokens(latex: str) -> list[str]:
    """The tokens of the normal form, without blanks."""
    return [token for token in tokenize(normalised(latex)) if token != " "]


def distance(a: Sequence[str], b: Sequence[str]) -> int:
    """Levenshtein's distance: insertions, deletions and substitutions of one token each."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


def edit_similarity(a: str, b: str) -> float:
    """1 - distance / length of the longer one, over the tokens of both normal forms; 1 for two empty ones."""
    left, right = tokens(a), tokens(b)
    return 1.0 - distance(left, right) / max(len(left), len(right), 1)


# ---- intervals -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share or mean with its 95 % interval; all three are NaN where there is nothing to count."""

    value: float
    low: float
    high: float


_NOTHING = Estimate(math.nan, math.nan, math.nan)


def wilson(successes: int, count: int) -> Estimate:
    """A share with Wilson's interval."""
    if count == 0:
        return _NOTHING
    return Estimate(successes / count, *calibration.wilson(successes, count))


def bootstrap(values: Sequence[float], resamples: int = 2000, seed: int = 7) -> Estimate:
    """A mean with the interval of its resampled means (percentiles); the same for the same values."""
    if not len(values):
        return _NOTHING
    sample = np.asarray(values, np.float64)
    rng = np.random.default_rng(seed)
    means = [float(sample[rng.integers(0, len(sample), len(sample))].mean()) for _ in range(resamples)]
    low, high = np.percentile(means, [2.5, 97.5])
    return Estimate(float(sample.mean()), float(low), float(high))
