"""Formulas that differ from a given one in as little as can be: a symbol, an index, a sign, an accent, a
dot."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from typing import Any

from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.tree import Accent, Node, Prescript, Row, Script, Sym
from scipix.engine.latex.write import write

_GROUPS = [
    group.split()
    for group in (
        r"v \nu \upsilon u", r"w \omega \varpi", r"a \alpha o \sigma", r"n \eta h m", r"p \rho \varrho",
        r"x \chi \times X", r"k \kappa K", r"\epsilon \varepsilon \in e c", r"\theta \vartheta \Theta 0 O",
        r"\phi \varphi \psi \Phi \Psi", r"i j \imath \jmath l 1", r"1 7 I l |", r"0 O o \circ \bigcirc",
        r"2 z Z", r"5 s S", r"6 b \delta \partial", r"8 B \beta", r"9 g q y", r"c C \subset (",
        r"u U \cup \mu",
        r"v V \vee \vee", r"s S", r"z Z", r"p P", r"k K", r"w W", r"y Y \gamma", r"\gamma \Upsilon Y",
        r"r \Gamma",
        r"+ - \pm \mp \times", r"- = \sim \equiv \approx \simeq", r"< \leq \ll \prec", r"> \geq \gg \succ",
        r"= \neq \equiv \doteq", r"\subset \subseteq \subsetneq \in", r"\supset \supseteq \ni",
        r". , \cdot ; :", r": ;", r"\ldots \cdots",
        r"\rightarrow \Rightarrow \mapsto \longrightarrow \leftarrow",
        r"\sum \prod \Sigma \coprod", r"\int \oint \iint", r"\cap \cup \wedge \vee",
        r"\oplus \otimes \odot \ominus",
        r"* \star \ast \circ \bullet", r"\cdot \bullet \circ .", r"\forall \exists A",
        r"\nabla \Delta \bigtriangledown",
        r"\mathbf{x} x \mathrm{x} \boldsymbol{x}", r"\mathbf{v} v \boldsymbol{v}", r"\mathcal{A} A",
        r"\mathbb{R} R",
        r"\prime \backprime", r"| \| /", r"( [ \langle \{", r") ] \rangle \}", r"3 8", r"3 5", r"1 2",
        r"4 9", r"6 0",
        r"\zeta \xi", r"\tau r t", r"\lambda \Lambda A", r"\ell l e", r"\hbar h", r"f F", r"m n", r"d a",
    )
]  # fmt: skip
_NEIGHBOURS: dict[str, list[str]] = {}
for _group in _GROUPS:
    for _token in _group:
        _NEIGHBOURS.setdefault(_token, []).extend(other for other in _group if other != _token)
_ACCENTS = r"\hat \bar \vec \dot \ddot \tilde \check \breve \acute \grave \overline \underline".split()
_SCRIPTABLE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") | frozenset(
    r"\alpha \beta \gamma \theta \lambda \mu \phi \psi \omega \sigma \tau \rho \xi".split()
)
_INDEX = "1 2 3 i j k n 0 m".split()

Change = tuple[str, Row]
"""What was done, and the formula after it."""


def changes(row: Row, rng: random.Random) -> Iterator[Change]:
    """One random change of each kind that the formula allows, in random order; all differ from ``row``."""
    source = write(row)
    kinds: list[tuple[str, Callable[[Node, random.Random], list[tuple[Node, ...]]]]] = [
        ("symbol", _symbol), ("index", _index), ("sign", _sign), ("accent", _accent), ("dot", _dot),
    ]  # fmt: skip
    rng.shuffle(kinds)
    for kind, change in kinds:
        spots = [spot for spot in _spots(row) if change(spot, rng)]
        if not spots:
            continue
        spot = rng.choice(spots)
        changed = _replaced(row, spot, rng.choice(change(spot, rng)))
        if write(changed) != source and _reads_back(changed):
            yield kind, changed


def _reads_back(row: Row) -> bool:
    try:
        return bool(parse(write(row)))
    except ParseError:
        return False


def _spots(row: Row) -> list[Node]:
    """Every node, by identity."""
    found: list[Node] = []
    for node in row:
        found.append(node)
        for part in _parts(node):
            found += _spots(part)
    return found


def _parts(node: Node) -> list[Row]:
    parts: list[Row] = []
    for field in fields(node):
        value: Any = getattr(node, field.name)
        if field.name == "rows":
            parts += [cell for line in value for cell in line]
        elif field.name == "base":
            parts.append((value,))
        elif isinstance(value, tuple):
            parts.append(value)
    return parts


def _replaced(row: Row, spot: Node, by: tuple[Node, ...]) -> Row:
    """The row with one node, known by identity, replaced."""
    nodes: list[Node] = []
    for node in row:
        nodes += by if node is spot else [_inside(node, spot, by)]
    return tuple(nodes)


def _inside(node: Node, spot: Node, by: tuple[Node, ...]) -> Node:
    changed: dict[str, Any] = {}
    for field in fields(node):
        value: Any = getattr(node, field.name)
        if field.name == "rows":
            changed["rows"] = tuple(tuple(_replaced(cell, spot, by) for cell in line) for line in value)
        elif field.name == "base":
            base = _replaced((value,), spot, by)
            changed["base"] = base[0] if len(base) == 1 else value
        elif isinstance(value, tuple):
            changed[field.name] = _replaced(value, spot, by)
    return replace(node, **changed) if changed else node


def _symbol(node: Node, rng: random.Random) -> list[tuple[Node, ...]]:
    if not isinstance(node, Sym) or node.mode or node.token not in _NEIGHBOURS:
        return []
    return [(replace(node, token=other),) for other in _NEIGHBOURS[node.token]]


def _index(node: Node, rng: random.Random) -> list[tuple[Node, ...]]:
    """An index added, taken away, or exchanged."""
    index = (Sym(rng.choice(_INDEX)),)
    if isinstance(node, Script):
        options: list[tuple[Node, ...]] = [
            (Script(node.base, index, node.sup),),
            (Script(node.base, node.sub, index),),
        ]
        if node.sup and node.sub:
            options += [(replace(node, sub=()),), (replace(node, sup=()),)]
        elif isinstance(node.base, Sym):
            options.append((node.base,))
        return options
    if isinstance(node, Sym) and node.token in _SCRIPTABLE and not node.mode:
        return [(Script(node, index, ()),), (Script(node, (), index),)]
    return []


def _sign(node: Node, rng: random.Random) -> list[tuple[Node, ...]]:
    if isinstance(node, Sym) and node.token in ("+", "-", r"\pm", r"\mp"):
        others = [token for token in ("+", "-", r"\pm", r"\mp") if token != node.token]
        return [(replace(node, token=token),) for token in others]
    if isinstance(node, Sym) and node.token in _SCRIPTABLE:
        return [(Sym("-"), node)]
    return []


def _accent(node: Node, rng: random.Random) -> list[tuple[Node, ...]]:
    if isinstance(node, Accent):
        return [node.body, *[(replace(node, command=other),) for other in _ACCENTS if other != node.command]]
    if isinstance(node, Sym) and node.token in _SCRIPTABLE:
        return [(Accent(other, (node,)),) for other in _ACCENTS]
    return []


def _dot(node: Node, rng: random.Random) -> list[tuple[Node, ...]]:
    """A point, a comma or a prime more, less, or another."""
    if isinstance(node, Sym) and node.token in (".", ",", r"\cdot", ":"):
        return [(), *[(replace(node, token=token),) for token in (".", ",", r"\cdot") if token != node.token]]
    if isinstance(node, Script) and node.sup == (Sym(r"\prime"),):
        return [(replace(node, sup=(Sym(r"\prime"), Sym(r"\prime"))),)]
    if isinstance(node, Sym) and node.token in _SCRIPTABLE:
        return [
            (node, Sym(".")), (node, Sym(",")), (Script(node, (), (Sym(r"\prime"),)),), (Accent(r"\dot",
            (node,)),),
            (Accent(r"\dot", (node,)),),
        ]  # fmt: skip
    return [] if not isinstance(node, Prescript) else [()]
