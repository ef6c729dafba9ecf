"""Formulas that show what a trained recogniser still gets wrong, for a share of the training data.

They are apart from the grammar's own kinds, so that those and the evaluation drawn from them stay the same.
"""

from __future__ import annotations

import random

from scipix.models.training import grammar_arrays as arrays
from scipix.models.training import grammar_delimiters as delimiters
from scipix.models.training import grammar_glyphs as glyphs
from scipix.models.training import grammar_leaves as L
from scipix.models.training import grammar_matrices as matrices
from scipix.models.training import grammar_spans as spans
from scipix.models.training import grammar_symbols as S
from scipix.models.training import grammar_terms as T
from scipix.models.training.grammar_leaves import Piece, chance
from scipix.models.training.grammar_symbols import Weighted

Random = random.Random

_ACCENTS = tuple(r"\bar \tilde \hat \dot \vec \ddot \check \breve \acute \grave \mathring".split())
_DOUBLED = "error eff off all class mass loss cell full null diff coll pass cross".split()
"""Words whose equal letters stand side by side: seen as one where they are small."""
_MANY = (5, 5, 6, 6, 7, 8, 9, 10)
_SIGNS = r"- - - + + \pm \mp * \ast 0 .. \star \dagger".split()


def _fenced(rng: Random, inside: str) -> str:
    """An array between delimiters, alike or not, or open at one end."""
    opening, closing = rng.choice(S.PAIRS)
    if chance(rng, 0.25):
        closing = "."
    elif chance(rng, 0.15):
        opening = "."
    return rf"\left{opening} {inside} \right{closing}"


def tall(rng: Random) -> str:
    """Delimiters around five to ten rows: matrices, arrays, cases, systems."""
    height, width = rng.choice(_MANY), rng.choice((1, 1, 2, 2, 3, 4, 5))
    form = rng.random()
    if form < 0.5:
        body = matrices.block(rng, (height, width), matrices.MATRICES.pick(rng))
    elif form < 0.75:
        cells = matrices.grid(rng, height, width)
        body = _fenced(rng, matrices.environment("array", cells, rng.choice("ccclr") * width))
    else:
        columns = rng.choice((1, 2, 2))
        cells = [[T.total(rng, 0, 1, 2), arrays.condition(rng)][:columns] for _ in range(height)]
        body = matrices.environment("cases", cells)
    before = rng.choice(("", "", f"{L.indexed(rng)} = ", rf"{L.styled(rng)} \cdot "))
    after = rng.choice(("", "", f" {L.relation(rng)} {T.total(rng, 1, 1, 2)}")) if form < 0.5 else ""
    return before + body + after


def single(rng: Random) -> str:
    """One symbol alone, in any style, with an accent or script at most."""
    makers: tuple[Piece, ...] = (L.letter, L.styled, L.digit, L.greek, _rare)
    symbol = rng.choice(makers)(rng)
    form = rng.random()
    if form < 0.6:
        return symbol
    if form < 0.75:
        return f"{symbol} {L.letter(rng)}"
    if form < 0.9:
        return rf"{rng.choice(_ACCENTS)}{{{L.nucleus(rng)}}}"
    return f"{L.nucleus(rng)}_{{{L.atom(rng)}}}"


def _rare(rng: Random) -> str:
    return rng.choice([name for role, name in S.EVERY_SYMBOL if role != "open"])


def accented(rng: Random) -> str:
    """Accents of all kinds side by side, in the text and in scripts."""
    parts = []
    for _ in range(rng.randint(2, 7)):
        letter = rng.choice((L.letter, L.greek, L.nucleus, L.styled))(rng)
        one = rf"{rng.choice(_ACCENTS[:6] if chance(rng, 0.8) else _ACCENTS)}{{{letter}}}"
        parts.append(f"{L.nucleus(rng)}{rng.choice('_^')}{{{one}}}" if chance(rng, 0.3) else one)
        parts.append(rng.choice(("", "", L.binary(rng), L.relation(rng), ",")))
    return " ".join(part for part in parts[:-1] if part)


def scripts(rng: Random) -> str:
    """Many small letters: what is lost first at a low resolution."""
    parts = []
    for _ in range(rng.randint(2, 6)):
        sub, sup = (" ".join(L.atom(rng) for _ in range(rng.randint(1, 4))) for _ in range(2))
        form = rng.choice(("_{%s}", "^{%s}", "_{%s}^{%s}"))
        parts.append(L.nucleus(rng) + (form % sub if form.count("%") == 1 else form % (sub, sup)))
        parts.append(rng.choice(("", L.binary(rng), L.relation(rng))))
    return " ".join(part for part in parts[:-1] if part)


def signed(rng: Random) -> str:
    """Signs alone in scripts, and accents over accents, followed by anything: \\partial_- \\Phi, P_-."""
    parts = []
    for _ in range(rng.randint(2, 7)):
        base = rng.choice((L.nucleus, L.nucleus, L.letter, _bare))(rng)
        if chance(rng, 0.25):
            base = rf"{rng.choice(_ACCENTS[:6])}{{{rng.choice(_ACCENTS[:6])}{{{L.letter(rng)}}}}}"
        sign, other = rng.choice(_SIGNS), L.atom(rng)
        pair = (sign, other) if chance(rng, 0.5) else (other, sign)
        form = rng.choice(("{0}_{{{1}}}", "{0}_{{{1}}}", "{0}^{{{2}}}", "{0}_{{{1}}}^{{{2}}}"))
        parts.append(form.format(base, *pair))
        parts.append(rng.choice(("", "", "", L.binary(rng), L.relation(rng), ".", ",")))
    return " ".join(part for part in parts if part)


def ruled(rng: Random) -> str:
    """Lines under and over letters, in the text and, most often, in scripts: Z^{\\underline{M}}."""
    parts = []
    for _ in range(rng.randint(2, 6)):
        letter = rng.choice((L.letter, L.greek, L.styled))(rng)
        lined = rf"\{rng.choice(('underline', 'underline', 'overline'))}{{{letter}}}"
        other = rf"^{{{L.atom(rng)}}}" if chance(rng, 0.3) else ""
        form = rng.choice(("{1}", "{0}^{{{1}}}", "{0}_{{{1}}}{2}", "{0}_{{{1}}}{2}"))
        parts.append(form.format(L.nucleus(rng), lined, other))
        parts.append(rng.choice(("", "", L.binary(rng), L.relation(rng))))
    return " ".join(part for part in parts if part)


def worded(rng: Random) -> str:
    """Words as indices, their letters close together."""
    parts = []
    for _ in range(rng.randint(1, 4)):
        word = L.word(rng, _DOUBLED if chance(rng, 0.6) else S.WORDS)
        parts.append(f"{L.nucleus(rng)}{rng.choice('__^')}{{{word}}}")
        parts.append(rng.choice((L.binary(rng), L.relation(rng))))
    return " ".join(parts[:-1])


def _bare(rng: Random) -> str:
    return rng.choice((r"\partial", ")", "]", "|"))


PIECES: dict[Piece, float] = {
    tall: 5, matrices.matrix: 3, matrices.matrix_product: 2, matrices.array: 2, arrays.cases: 1.5,
    arrays.system: 1, single: 1.5, accented: 2, scripts: 2, glyphs.fonts: 1.5, delimiters.delimiters: 1,
    delimiters.big_delimiters: 1, signed: 3, spans.fractions: 4, spans.groups: 3, spans.braces: 3,
    spans.arrows: 2, ruled: 2, worded: 2,
}  # fmt: skip
"""Weak kinds and their weights."""
_KINDS: Weighted[Piece] = Weighted(tuple(PIECES.items()))


def generate(rng: Random) -> str:
    """One formula of a weak kind, drawn by weight."""
    return _KINDS.pick(rng)(rng)
