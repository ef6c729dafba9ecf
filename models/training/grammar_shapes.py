"""Kinds of formulas that nest: scripts, fractions, roots, accents, things set over others."""

from __future__ import annotations

import random

from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import Piece, chance, scripted

Random = random.Random


def _deep(rng: Random, depth: int) -> str:
    """A nucleus whose scripts have scripts, two or three deep."""
    base = L.nucleus(rng)
    if depth == 0:
        return base if chance(rng, 0.6) else f"{L.digit(rng)} {base}"
    inner = [
        _deep(rng, depth - 1) if chance(rng, 0.6) else rng.choice((L.subscript, L.superscript))(rng)
        for _ in "ab"
    ]
    sub, sup = rng.choice(((inner[0], ""), ("", inner[1]), (inner[0], inner[1])))
    return scripted(base, sub, sup)


def _prescripted(rng: Random) -> str:
    before = rng.choice(
        ((L.subscript(rng), L.superscript(rng)), (L.subscript(rng), ""), ("", L.superscript(rng)))
    )
    return f"{scripted('{}', *before)} {L.indexed(rng)}"


def scripts(rng: Random) -> str:
    """Nested scripts, primes, scripts before a symbol, scripts on groups."""
    makers: tuple[Piece, ...] = (
        lambda rng: _deep(rng, 2),
        lambda rng: _deep(rng, 2),
        lambda rng: _deep(rng, 1),
        _prescripted,
        L.indexed,
        lambda rng: f"{L.nucleus(rng)}{chr(39) * rng.randint(1, 3)}_{{{L.subscript(rng)}}}",
        lambda rng: f"( {T.total(rng, 0, 1, 2)} )^{{{L.superscript(rng)}}}",
        lambda rng: f"{L.nucleus(rng)}^{{{L.nucleus(rng)}^{{{L.nucleus(rng)}^{{{L.digit(rng)}}}}}}}",
    )
    parts = [rng.choice(makers)(rng)]
    for _ in range(rng.randint(0, 4)):
        parts += [rng.choice(("", L.binary(rng), L.relation(rng))), rng.choice(makers)(rng)]
    return " ".join([part for part in parts if part])


def _continued(rng: Random, depth: int) -> str:
    command = rng.choice((r"\cfrac", r"\cfrac", r"\frac"))
    rest = (
        rf"{rng.choice('++-')} {_continued(rng, depth - 1)}"
        if depth
        else rng.choice(("", r"+ \cdots", r"+ \ddots"))
    )
    return f"{command}{{{L.atom(rng)}}}{{{rng.choice((L.atom, L.indexed))(rng)} {rest}}}"


def nested_fraction(rng: Random, depth: int) -> str:
    if depth == 0:
        return T.total(rng, 0, 1, 2)
    command = rng.choice(
        (r"\frac", r"\frac", r"\frac", r"\dfrac", r"\tfrac", r"\binom", r"\dbinom", r"\tbinom")
    )
    top, bottom = (nested_fraction(rng, rng.randrange(depth)) for _ in range(2))
    extra = f" {L.binary(rng)} {L.atom(rng)}" if chance(rng, 0.4) else ""
    return f"{command}{{{top}{extra}}}{{{bottom}}}"


def fractions(rng: Random) -> str:
    """Fractions in fractions, continued fractions, binomials, in equations."""
    body = (
        _continued(rng, rng.randint(1, 3))
        if chance(rng, 0.2)
        else nested_fraction(rng, rng.choice((1, 2, 2, 3)))
    )
    if chance(rng, 0.3):
        body = f"{body} {L.binary(rng)} {T.fraction(rng, 2)}"
    return rng.choice(
        (body, f"{L.indexed(rng)} {L.relation(rng)} {body}", f"{body} {L.relation(rng)} {T.total(rng, 1)}")
    )


def _nested_root(rng: Random, depth: int) -> str:
    inside = T.total(rng, 1, 1, 2)
    if depth and chance(rng, 0.5):
        inside = f"{inside} {rng.choice('+-')} {_nested_root(rng, depth - 1)}"
    degree = (
        f"[{rng.choice((L.digit, L.digit, L.index, lambda rng: f'{L.index(rng)} + 1'))(rng)}]"
        if chance(rng, 0.45)
        else ""
    )
    return rf"\sqrt{degree}{{{inside}}}"


def roots(rng: Random) -> str:
    """Roots with and without degree, nested, in fractions, with powers."""
    body = _nested_root(rng, 2)
    return rng.choice(
        (
            lambda: body,
            lambda: f"{T.total(rng, 0)} {L.relation(rng)} {body}",
            lambda: f"{L.digit(rng)} {body}",
            lambda: rf"\frac{{{T.total(rng, 0)}}}{{{body}}}",
            lambda: f"{body}^{{{L.superscript(rng)}}}",
            lambda: rf"\frac{{- {L.letter(rng)} \pm {body}}}{{{L.digit(rng)} {L.letter(rng)}}}",
        )
    )()


def _marked(rng: Random) -> str:
    """One symbol or group under or over a mark of any kind."""
    if chance(rng, 0.6):
        base = rng.choice(
            (L.letter, L.letter, L.greek, L.styled, lambda rng: rng.choice((r"\imath", r"\jmath")))
        )(rng)
        return scripted(f"{rng.choice(S.ACCENTS)}{{{base}}}", *rng.choice((("", ""), (L.subscript(rng), ""))))
    command = rng.choice(S.WIDE_ACCENTS)
    short = command in (r"\widehat", r"\widetilde")
    body = L.several(rng, L.nucleus, 1, 3) if short or chance(rng, 0.4) else T.total(rng, 1, 1, 3)
    note = rng.choice((L.atom, L.word, L.subscript, lambda rng: rf"\text{{{rng.choice(S.PHRASES)}}}"))(rng)
    mark = {r"\overbrace": f"^{{{note}}}", r"\underbrace": f"_{{{note}}}"}.get(command, "")
    return f"{command}{{{body}}}{mark if chance(rng, 0.8) else ''}"


def accents(rng: Random) -> str:
    """Marks of every kind, single, over groups, one on another."""
    parts = [_marked(rng)]
    if chance(rng, 0.08):
        parts = [f"{rng.choice(S.ACCENTS)}{{{rng.choice(S.ACCENTS)}{{{L.letter(rng)}}}}}"]
    for _ in range(rng.randint(0, 4)):
        parts += [
            rng.choice((L.binary(rng), L.relation(rng), "", "")),
            _marked(rng) if chance(rng, 0.7) else L.indexed(rng),
        ]
    return " ".join([part for part in parts if part])


def stacks(rng: Random) -> str:
    """Things set over or under others: \\overset, \\stackrel, arrows with text, \\substack."""

    def note(rng: Random) -> str:
        return rng.choice((L.atom, L.word, L.indexed, lambda rng: T.total(rng, 0, 1, 2), L.digit))(rng)

    relation, arrow = L.relation(rng).replace(":=", "="), rng.choice((r"\xrightarrow", r"\xleftarrow"))
    link = rng.choice(
        (
            rf"\overset{{{note(rng)}}}{{{relation}}}",
            rf"\underset{{{note(rng)}}}{{{relation}}}",
            rf"\stackrel{{{note(rng)}}}{{{relation}}}",
            r"\stackrel{\mathrm{def}}{=}",
            f"{arrow}{{{note(rng)}}}",
            f"{arrow}[{note(rng)}]{{{rng.choice(('', note(rng)))}}}",
            rf"\overset{{{note(rng)}}}{{{L.letter(rng)}}}",
            rf"\underset{{{note(rng)}}}{{{L.letter(rng)}}}",
            rf"\underset{{{note(rng)}}}{{\operatorname{{argmin}}}}",
            rf"\sum_{{\substack{{{T.equation(rng, 0)} \\ {T.equation(rng, 0)}}}}}",
        )
    )
    tail = f" {arrow}{{{note(rng)}}} {L.indexed(rng)}" if chance(rng, 0.3) else ""
    return f"{T.total(rng, 1, 1, 2)} {link} {T.total(rng, 1, 1, 2)}{tail}"
