"""Kinds of formulas with delimiters of every kind and size."""

from __future__ import annotations

import random

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_matrices as matrices
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import chance, scripted
from scipix.models.training.grammar_shapes import nested_fraction

Random = random.Random


def _tall(rng: Random) -> str:
    """Content that makes delimiters grow."""
    return rng.choice(
        (
            lambda: T.fraction(rng, 2),
            lambda: T.big_sum(rng, 1),
            lambda: T.integral(rng, 1),
            lambda: T.total(rng, 2, 1, 3),
            lambda: matrices.block(rng, (rng.randint(2, 4), rng.randint(1, 3)), "matrix"),
            lambda: T.root(rng, 1),
            lambda: nested_fraction(rng, 2),
            lambda: T.total(rng, 1, 1, 3),
            lambda: rf"\binom{{{L.atom(rng)}}}{{{L.atom(rng)}}}",
        )
    )()


def _stretched(rng: Random) -> str:
    """\\left and \\right of every kind around tall content: paired, one-sided, mixed, with \\middle."""
    form, body = rng.random(), _tall(rng)
    opening, closing = rng.choice((*S.PAIRS, *S.PAIRS, *S.GROUPS))
    if form < 0.12:
        closing = rng.choice((")", "]"))
        opening = rng.choice(("(", "["))
    elif form < 0.24:
        opening, closing = ".", rng.choice(("|", "|", "|", "]", r"\}", ")", r"\|"))
    elif form < 0.3:
        closing = "."
    elif form < 0.4:
        opening = closing = rng.choice(S.VERTICAL)
    elif form < 0.48:
        body = rf"{body} \middle{rng.choice(S.VERTICAL[:3])} {_tall(rng)}"
    elif form < 0.6:
        body = rf"{L.atom(rng)} {L.binary(rng)} \left( {body} \right)"
    scripts = rng.choice(
        (
            ("", ""),
            ("", ""),
            (T.equation(rng, 0), ""),
            ("", L.superscript(rng)),
            (L.subscript(rng), L.atom(rng)),
        )
    )
    before, after = rng.choice(("", L.indexed(rng) + " ")), rf"\right{closing}"
    if closing != ".":  # scripts on nothing would hang in the air
        after = scripted(after, *scripts)
    return rf"{before}\left{opening} {body} {after}"


def delimiters(rng: Random) -> str:
    parts = [_stretched(rng)]
    for _ in range(rng.choice((0, 0, 1))):
        parts += [rng.choice((L.binary, L.relation))(rng), rng.choice((_stretched, L.indexed))(rng)]
    return " ".join(parts)


def _sized(rng: Random) -> str:
    size = rng.choice((r"\big", r"\Big", r"\bigg", r"\Bigg"))
    body = T.total(rng, 1, 1, 3) if chance(rng, 0.7) else _tall(rng)
    if chance(rng, 0.25):
        return f"{body} {size}{rng.choice(('', 'm'))}{rng.choice(S.VERTICAL)} {L.indexed(rng)}"
    opening, closing = rng.choice((*S.PAIRS, *S.PAIRS, *S.GROUPS))
    left, right = (f"{size}l", f"{size}r") if chance(rng, 0.7) else (size, size)
    tail = f"^{{{L.superscript(rng)}}}" if chance(rng, 0.25) else ""
    return f"{left}{opening} {body} {right}{closing}{tail}"


def big_delimiters(rng: Random) -> str:
    """Delimiters whose size was chosen by hand."""
    parts = [_sized(rng)]
    for _ in range(rng.choice((0, 1, 1, 2))):
        parts += [rng.choice((L.binary(rng), L.relation(rng), "")), rng.choice((_sized, L.indexed))(rng)]
    return " ".join([part for part in parts if part])


def nested_brackets(rng: Random) -> str:
    """Brackets of brackets: {[( )]} in sizes that grow outwards."""
    body = T.total(rng, 1, 1, 2)
    for opening, closing in rng.choice((S.PAIRS[:2], S.PAIRS[:3], (S.PAIRS[0], S.PAIRS[0], S.PAIRS[1]))):
        size = rng.choice((("", ""), (r"\left", r"\right"), (r"\left", r"\right"), (r"\bigl", r"\bigr")))
        body = f"{size[0]}{opening} {body} {size[1]}{closing}"
        body = (
            f"{T.term(rng, 0)} {L.binary(rng)} {body}"
            if chance(rng, 0.6)
            else f"{body} {L.binary(rng)} {T.term(rng, 0)}"
        )
    return f"{L.indexed(rng)} {L.relation(rng)} {body}" if chance(rng, 0.5) else body
