"""Formulas of wide marks: fractions in fractions, accents and braces over groups, arrows with labels.

What a mark spans decides their structure, so their layouts are seen far more often than they are written.
"""

from __future__ import annotations

import random

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import chance

Random = random.Random

_OVER = (r"\overline", r"\underline", r"\overrightarrow", r"\overleftarrow")
_HATS = (r"\widehat", r"\widetilde")
_ARROWS = (r"\xrightarrow", r"\xleftarrow")
_STACKED = (r"\overset", r"\stackrel")
_BRACES = ((r"\underbrace", "_"), (r"\underbrace", "_"), (r"\overbrace", "^"))


def _between(rng: Random) -> str:
    return L.relation(rng) if chance(rng, 0.4) else L.binary(rng)


def _level(rng: Random, depth: int) -> str:
    """A numerator or denominator with ``depth`` levels of fractions, at times with terms beside them."""
    if depth == 0:
        return T.total(rng, 0, 1, 3) if chance(rng, 0.8) else T.total(rng, 1, 1, 2)
    one = nested_fraction(rng, depth)
    form = rng.random()
    if form < 0.35:
        return one
    if form < 0.65:
        return f"{T.total(rng, 0, 1, 2)} {L.binary(rng)} {one}"
    if form < 0.8:
        return f"{one} {L.binary(rng)} {T.total(rng, 0, 1, 2)}"
    if form < 0.9:
        return f"{one} {L.binary(rng)} {nested_fraction(rng, rng.randint(1, depth))}"
    return rf"\left( {one} \right)"


def nested_fraction(rng: Random, depth: int) -> str:
    """A fraction with ``depth`` levels at its deepest place; the other half has any depth below it."""
    deep, other = _level(rng, depth - 1), _level(rng, rng.randrange(depth))
    pair = (deep, other) if chance(rng, 0.5) else (other, deep)
    return rf"\frac{{{pair[0]}}}{{{pair[1]}}}"


def continued_fraction(rng: Random) -> str:
    body = T.total(rng, 0, 1, 2)
    for _ in range(rng.randint(2, 4)):
        command = rng.choice((r"\cfrac", r"\cfrac", r"\frac"))
        body = f"{L.indexed(rng)} {L.binary(rng)} {command}{{{L.indexed(rng)}}}{{{body}}}"
    return body


def fractions(rng: Random) -> str:
    """Fractions in fractions, alone or in an equation."""
    body = continued_fraction(rng) if chance(rng, 0.2) else nested_fraction(rng, rng.choice((2, 2, 3, 3, 4)))
    before = rng.choice(("", f"{L.indexed(rng)} {L.relation(rng)} ", f"{L.indexed(rng)} {L.binary(rng)} "))
    after = rng.choice(("", "", f" {_between(rng)} {T.total(rng, 1, 1, 2)}"))
    return before + body + after


def groups(rng: Random) -> str:
    """Accents over several symbols, some within others."""
    parts = []
    for _ in range(rng.randint(1, 4)):
        mark = rng.choice(_OVER + _HATS)
        body = " ".join([L.nucleus(rng) for _ in range(rng.randint(1, 4))])
        if mark not in _HATS and chance(rng, 0.5):
            body = T.total(rng, int(chance(rng, 0.3)), 1, 3)
        one = f"{mark}{{{body}}}"
        if chance(rng, 0.1):
            one = rf"\overline{{{one} {L.binary(rng)} {L.indexed(rng)}}}"
        parts += [L.scripted(one, sup=L.superscript(rng)) if chance(rng, 0.1) else one, _between(rng)]
    return " ".join([*parts, T.term(rng, 0, 2)])


def braces(rng: Random) -> str:
    """Braces with a label over and under sums, side by side or one within the other."""

    def one(nested: bool) -> str:
        body = f"{one(False)} {L.binary(rng)} {T.total(rng, 0, 1, 2)}" if nested else T.total(rng, 1, 1, 4)
        note = rng.choice((T.term(rng, 0, 2), f"= {L.digit(rng)}", L.word(rng), "n", ""))
        command, script = rng.choice(_BRACES)
        return f"{command}{{{body}}}" + (f"{script}{{{note}}}" if note else "")

    parts = [L.indexed(rng), L.relation(rng)] if chance(rng, 0.6) else []
    for _ in range(rng.choice((1, 1, 2))):
        parts += [one(chance(rng, 0.12)), _between(rng)]
    return " ".join([*parts, T.term(rng, 0, 2)])


def arrows(rng: Random) -> str:
    """Long arrows with labels over and under them."""
    parts = [T.term(rng, 0, 2)]
    for _ in range(rng.randint(1, 4)):
        over = L.indexed(rng) if chance(rng, 0.6) else T.total(rng, 0, 1, 2)
        below = f"[{L.indexed(rng)}]" if chance(rng, 0.3) else ""
        form = rng.random()
        if form < 0.7:
            arrow = f"{rng.choice(_ARROWS)}{below}{{{over}}}"
        else:
            sign = rng.choice((r"\longrightarrow", r"\rightarrow", r"\longleftarrow", "="))
            arrow = rf"{rng.choice(_STACKED)}{{{over}}}{{{sign}}}"
        parts += [arrow, T.term(rng, 0, 2)]
    return " ".join(parts)
