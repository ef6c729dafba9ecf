"""Kinds of formulas that show rare symbols, letters in every style and look-alikes."""

from __future__ import annotations

import random
import re

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import chance, scripted

Random = random.Random


def _neighbour(rng: Random) -> str:
    """What stands beside a rare symbol."""
    return rng.choice((L.letter, L.letter, L.indexed, L.atom, L.styled, L.digit))(rng)


def _in_context(rng: Random, role: str, symbol: str) -> str:
    if role == "big":
        return f"{scripted(symbol, *T.limits(rng, 1))} {L.indexed(rng)}"
    if role == "open":
        closing = dict((*S.PAIRS, *S.CORNERS, *S.GROUPS))[symbol]
        stretched = symbol == r"\lgroup" or (chance(rng, 0.3) and "corner" not in symbol)
        left, right = (r"\left", r"\right") if stretched else ("", "")
        return f"{left}{symbol} {T.total(rng, 0, 1, 2)} {right}{closing}"
    if role == "ordinary":
        return scripted(
            symbol, *rng.choice((("", ""), ("", ""), (L.subscript(rng), ""), ("", L.superscript(rng))))
        )
    if chance(rng, 0.12):
        before, script = rng.choice(("", _neighbour(rng))), rng.choice("_^")
        return f"{L.nucleus(rng)}{script}{{{before} {symbol} {_neighbour(rng)}}}"
    return f"{_neighbour(rng)} {symbol} {_neighbour(rng)}"


def symbols(rng: Random) -> str:
    """Rare symbols, each as likely as the other, in the places where they belong or in a bare row."""
    picked = [rng.choice(S.EVERY_SYMBOL) for _ in range(rng.randint(3, 9))]
    if chance(rng, 0.15):
        return " ".join([name for role, name in picked if role != "open"] or ["x"])
    glue = rng.choice((" , ", " ", " ", r" \quad ", " + ", " ; ", " = ", r" \ "))
    return glue.join([_in_context(rng, role, name) for role, name in picked])


def script_symbols(rng: Random) -> str:
    """Rare symbols at the sizes of scripts."""
    usable = [
        name
        for role, name in (rng.choice(S.EVERY_SYMBOL) for _ in range(rng.randint(3, 7)))
        if role != "open"
    ]
    parts = [f"{L.nucleus(rng)}{rng.choice('_^')}{{{name}}}" for name in usable]
    return f" {L.binary(rng)} ".join(parts or [L.indexed(rng)])


def fonts(rng: Random) -> str:
    """Letters and digits in every style, with scripts and among plain ones."""
    parts = []
    for _ in range(rng.randint(2, 8)):
        base = L.styled(rng)
        sub = rng.choice(("", "", L.subscript(rng), L.styled(rng)))
        sup = rng.choice(("", "", "", L.superscript(rng), L.styled(rng)))
        parts += [
            scripted(base, sub, sup),
            rng.choice(("", "", L.binary(rng), L.relation(rng), ",", L.atom(rng))),
        ]
    return " ".join([part for part in parts[:-1] if part])


def styled_words(rng: Random) -> str:
    """Several letters or digits in one style: \\mathbf{AB}, \\mathrm{rank}, \\mathit{id}."""
    style = rng.choice(("mathbf", "mathrm", "mathsf", "mathtt", "mathit", "mathcal", "mathbb", "mathfrak"))
    upper = style in ("mathcal", "mathbb")
    word = rng.choice(S.NAMED) if chance(rng, 0.3) else L.several(rng, S.LETTERS.pick, 2, 4, "")
    word = "".join(c for c in word.upper() if c.isalpha()) if upper else word
    return rf"\{style}{{{word}}} {rng.choice((L.relation, L.binary))(rng)} {T.total(rng, 1, 1, 2)}"


def confusable(rng: Random) -> str:
    """Look-alikes side by side, with scripts that look alike too."""
    parts = []
    for _ in range(rng.randint(1, 3)):
        group = rng.choice(S.CONFUSABLE)
        for symbol in rng.choices(group, k=rng.randint(2, 5)):
            bare = not re.search(r"[_^']|[.,;:]", symbol) and chance(rng, 0.3)
            parts.append(
                scripted(symbol, *rng.choice(((rng.choice(group), ""), ("", rng.choice(group)))))
                if bare
                else symbol
            )
            if chance(rng, 0.25):
                parts.append(rng.choice((L.binary, L.relation, L.atom))(rng))
    return " ".join(parts)
