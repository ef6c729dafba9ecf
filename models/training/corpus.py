"""Formulas to train on: the collected sources, balanced by length, mixed with the grammar's own."""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from scipix.engine.latex import symbols as S
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import (
    Accent,
    Array,
    Frac,
    Limits,
    Node,
    Prescript,
    Row,
    Script,
    Sqrt,
    Stack,
    Sym,
)
from scipix.models.training import grammar, grammar_focus

_LETTER_STYLES = tuple(r"\mathbf \mathbb \mathcal \mathfrak \mathscr \mathrm \mathsf \boldsymbol".split())
_UPPER_ONLY = frozenset({r"\mathbb", r"\mathcal", r"\mathscr"})


@dataclass(frozen=True, slots=True)
class Corpus:
    """Formula lists a source with the weight of the source (root of its size: a large one must not rule)."""

    lists: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...]


def shuffled(path: Path, seed: int) -> list[str]:
    """The formulas of a plain text, one a line, in an order that the seed names."""
    lines = [line.strip() for line in path.read_text("utf-8").splitlines() if line.strip()]
    random.Random(seed).shuffle(lines)
    return lines


@cache
def load(folder: Path) -> Corpus:
    """Read every ``*.txt.gz`` of a folder, one formula a line. Chemistry needs its own package: left out.

    Kept for the process: a worker makes many shards of the same sources.
    """
    lists = []
    for path in sorted(folder.glob("*.txt.gz")):
        if not path.name.startswith("chem"):
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                lists.append(tuple(line.strip() for line in lines if 0 < len(line.strip()) < 1500))
    return Corpus(tuple(lists), tuple(len(formulas) ** 0.6 for formulas in lists))


def pick(corpus: Corpus, rng: random.Random) -> str:
    """One source formula; of three drawn the longest, because the sources are short."""
    formulas = rng.choices(corpus.lists, corpus.weights)[0]
    drawn = [rng.choice(formulas) for _ in range(rng.choice((1, 2, 3)))]
    return max(drawn, key=len)


def draw(corpus: Corpus, rng: random.Random, focus: float = 0.0) -> Row | None:
    """A tree of a source formula, of several joined, or of the grammar; None where it does not parse.

    ``focus`` is the share of :mod:`grammar_focus`; the others keep their proportions.
    """
    if focus and rng.random() < focus:
        return _tree(grammar_focus.generate(rng))
    kind = rng.random()
    if kind < 0.45 and corpus.lists:
        source = pick(corpus, rng)
    elif kind < 0.72 and corpus.lists:
        source = grammar.join(rng, [pick(corpus, rng) for _ in range(rng.choice((2, 2, 3, 4)))])
    else:
        source = grammar.generate(rng)
    tree = _tree(source)
    return replace_letters(tree, rng, 0.15) if tree is not None and rng.random() < 0.3 else tree


def _tree(source: str) -> Row | None:
    try:
        return parse(source)
    except ParseError:
        return None


def random_letter(rng: random.Random) -> str:
    """A letter, Greek letter or letter in a special font, all fonts alike."""
    kind = rng.random()
    if kind < 0.4:
        return rng.choice(sorted(S.LETTERS))
    if kind < 0.65:
        return rng.choice(sorted(S.GREEK))
    style = rng.choice(_LETTER_STYLES)
    letter = rng.choice(sorted(S.LETTERS))
    return f"{style}{{{letter.upper() if style in _UPPER_ONLY else letter}}}"


def replace_letters(row: Row, rng: random.Random, rate: float) -> Row:  # noqa: C901 - one case a node type
    """Exchange some letters for random ones, so that none is rare and none is certain from its context."""

    def walk(node: Node) -> Node:
        match node:
            case Sym():
                letter = node.token in S.LETTERS or node.token in S.GREEK
                return replace(node, token=random_letter(rng)) if letter and rng.random() < rate else node
            case Frac():
                return Frac(rows(node.num), rows(node.den))
            case Stack():
                return Stack(rows(node.top), rows(node.bottom))
            case Sqrt():
                return Sqrt(rows(node.body), rows(node.index))
            case Script():
                return Script(walk(node.base), rows(node.sub), rows(node.sup))
            case Limits():
                return Limits(walk(node.base), rows(node.under), rows(node.over))
            case Prescript():
                return Prescript(rows(node.sub), rows(node.sup))
            case Accent():
                return Accent(node.command, rows(node.body))
            case Array():
                lines = tuple(tuple(rows(cell) for cell in line) for line in node.rows)
                return replace(node, rows=lines)

    def rows(items: Sequence[Node]) -> Row:
        return tuple(walk(item) for item in items)

    return rows(row)
