"""Factors, terms, sums and equations: what random formulas are made of.

Every piece is a function of a random generator and of the nesting that is still allowed.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from scipix.models.training import grammar_symbols as S
from scipix.models.training.grammar_leaves import (
    atom,
    binary,
    chance,
    digit,
    greek,
    index,
    indexed,
    indices,
    letter,
    nucleus,
    number,
    relation,
    scripted,
    several,
    shifted_index,
    superscript,
    word,
)
from scipix.models.training.grammar_symbols import Weighted

Random = random.Random
Nested = Callable[[Random, int], str]


def fraction(rng: Random, depth: int) -> str:
    command = rng.choice((r"\frac",) * 8 + (r"\dfrac", r"\tfrac"))
    if chance(rng, 0.35):
        top, bottom = rng.choice((digit, letter, number)), rng.choice((digit, atom, letter))
        return f"{command}{{{top(rng)}}}{{{bottom(rng)}}}"
    return f"{command}{{{total(rng, depth - 1, 1, 2)}}}{{{total(rng, depth - 1, 1, 2)}}}"


def derivative(rng: Random, _depth: int) -> str:
    """A derivative as an operator with an index or as a fraction, of first or higher order."""
    form, of, by = (
        rng.random(),
        rng.choice((nucleus, indexed))(rng),
        indexed(rng) if chance(rng, 0.3) else atom(rng),
    )
    if form < 0.3:
        operator = rng.choice((r"\partial", r"\partial", r"\nabla", "D"))
        return f"{operator}_{{{index(rng)}}} {of}"
    d = rng.choice((r"\partial", r"\partial", "d", "d", r"\mathrm{d}", r"\delta"))
    if form < 0.75:
        return rng.choice((rf"\frac{{{d} {of}}}{{{d} {by}}}", rf"\frac{{{d}}}{{{d} {by}}} {of}"))
    order = rng.choice(("2", "2", "3", "n"))
    variable = letter(rng)
    return rf"\frac{{{d}^{{{order}}} {of}}}{{{d} {variable}^{{{order}}}}}"


def differential(rng: Random) -> str:
    d = rng.choice(("d", "d", "d", r"\mathrm{d}", r"\, d", r"\, \mathrm{d}"))
    power = rng.choice(("", "", "", "", "^{2}", "^{3}", "^{4}", "^{D}", "^{n}"))
    return f"{d}{power} {rng.choice((letter, letter, greek, indexed))(rng)}"


_BOUNDS = r"\in \neq < \leq , > \geq \subset |".split()


def limits(rng: Random, depth: int) -> tuple[str, str]:
    """Lower and upper limit of a sum or an integral; either may be empty."""
    low = rng.choice(
        (
            lambda: f"{index(rng)} = {rng.choice((digit(rng), '0', '1', index(rng), '1'))}",
            lambda: (
                rf"{index(rng)} = - {rng.choice(('1', 'N'))}"
                if chance(rng, 0.3)
                else rf"{index(rng)} = - \infty"
            ),
            lambda: f"{index(rng)} {rng.choice(_BOUNDS)} {nucleus(rng)}",
            lambda: atom(rng) if depth < 2 else total(rng, 0, 1, 2),
            lambda: rf"\substack{{{index(rng)} = {digit(rng)} \\ {index(rng)} {relation(rng)} {atom(rng)}}}",
            lambda: rf"{index(rng)}, {index(rng)}",
        )
    )()
    high = rng.choice((r"\infty", letter(rng), atom(rng), shifted_index(rng), digit(rng)))
    return low if chance(rng, 0.9) else "", high if chance(rng, 0.6) else ""


def big_sum(rng: Random, depth: int) -> str:
    common = chance(rng, 0.75)
    operator = rng.choice((r"\sum", r"\sum", r"\prod")) if common else rng.choice(S.BIG_OPERATORS)
    placed = rng.choice(("",) * 10 + (r"\limits", r"\nolimits"))
    return f"{scripted(operator + placed, *limits(rng, depth))} {term(rng, depth - 1, 2)}"


def integral(rng: Random, depth: int) -> str:
    operator = r"\int" if chance(rng, 0.75) else rng.choice(S.INTEGRALS)
    low = rng.choice(
        ("0", "0", "-\\infty", atom(rng), letter(rng), r"\Sigma", r"\partial M", indexed(rng), "a")
    )
    high = rng.choice(
        (r"\infty", r"\infty", "1", atom(rng), r"2\pi", r"\pi", "b", rf"\frac{{{digit(rng)}}}{{2}}")
    )
    both = rng.choice((("", ""), ("", ""), (low, high), (low, high), (low, high), (low, "")))
    placed = r"\limits" if chance(rng, 0.06) and any(both) else ""
    body = term(rng, depth - 1, 3)
    parts = (body, differential(rng)) if chance(rng, 0.65) else (several(rng, differential, 1, 2), body)
    return f"{scripted(operator + placed, *both)} {' '.join(parts)}"


def bracket(rng: Random, depth: int) -> str:
    """A sum in parentheses, brackets or braces, natural, stretched or sized by hand, perhaps to a power."""
    opening, closing = rng.choice(S.PAIRS[:3] + S.PAIRS[:2] * 2)
    size = rng.random()
    if size < 0.45:
        opening, closing = rf"\left{opening}", rf"\right{closing}"
    elif size < 0.55:
        name = rng.choice((r"\big", r"\Big", r"\bigg"))
        opening, closing = f"{name}l{opening}", f"{name}r{closing}"
    power = f"^{{{superscript(rng)}}}" if chance(rng, 0.2) else ""
    return f"{opening} {total(rng, depth - 1, 2, 3)} {closing}{power}"


def exponential(rng: Random, depth: int) -> str:
    exponent = rng.choice(("", "-", "i ", "- i ", r"2 \pi i ")) + total(rng, depth - 1, 1, 2)
    if chance(rng, 0.3):
        opening, closing = rng.choice(S.PAIRS[:3])
        return rf"\exp \left{opening} {exponent} \right{closing}"
    return f"e^{{{exponent}}}"


def function(rng: Random, depth: int) -> str:
    name = rng.choice(S.OPERATOR_NAMES) if chance(rng, 0.75) else rf"\operatorname{{{rng.choice(S.NAMED)}}}"
    if chance(rng, 0.15):
        name += f"^{{{rng.choice(('2', '-1', '3', 'n'))}}}"
    argument = total(rng, depth - 1, 1, 2) if chance(rng, 0.5) else atom(rng)
    return rng.choice((f"{name} {argument}", f"{name} ( {argument} )", rf"{name} \left( {argument} \right)"))


def applied(rng: Random, depth: int) -> str:
    """A function applied to arguments: f(x, y)."""
    glue = rng.choice((", ", ", ", "; ", "| "))
    count = rng.choice((1, 1, 1, 2, 2, 3))
    arguments = glue.join([rng.choice((atom, indexed))(rng) for _ in range(count)])
    if depth > 1 and chance(rng, 0.2):
        arguments = total(rng, 0, 1, 2)
    return f"{indexed(rng)} ( {arguments} )"


def root(rng: Random, depth: int) -> str:
    degree = f"[{rng.choice((digit, index, digit))(rng)}]" if chance(rng, 0.3) else ""
    return rf"\sqrt{degree}{{{total(rng, depth - 1, 1, 3)}}}"


def commutator(rng: Random, depth: int) -> str:
    left, right = rng.choice((("[", "]"), ("[", "]"), (r"\{", r"\}"), (r"\left[", r"\right]")))
    first, second = (
        total(rng, 0, 1, 2) if depth > 1 and chance(rng, 0.2) else indexed(rng) for _ in range(2)
    )
    return f"{left} {first} , {second} {right}"


def braket(rng: Random, _depth: int) -> str:
    bar = rng.choice(("|", "|", r"\vert", r"\big|"))
    inside = [rng.choice((indexed, atom, indices))(rng) for _ in range(rng.choice((1, 2, 2, 3)))]
    if len(inside) == 1:
        return rng.choice(
            (rf"\langle {inside[0]} \rangle", rf"| {inside[0]} \rangle", rf"\langle {inside[0]} |")
        )
    return rf"\langle {f' {bar} '.join(inside)} \rangle"


def norm(rng: Random, depth: int) -> str:
    opening, closing = rng.choice(S.PAIRS[3:])
    stretch = (r"\left", r"\right") if chance(rng, 0.4) else ("", "")
    power = f"^{{{superscript(rng)}}}" if chance(rng, 0.3) else ""
    return f"{stretch[0]}{opening} {total(rng, depth - 1, 1, 2)} {stretch[1]}{closing}{power}"


def spinor(rng: Random, _depth: int) -> str:
    field, gamma = (
        rng.choice((r"\psi", r"\Psi", r"\chi", r"\lambda", r"\theta")),
        rng.choice((r"\gamma", r"\sigma", r"\Gamma")),
    )
    middle = rng.choice(("", rf"\partial_{{{index(rng)}}} ", rf"D_{{{index(rng)}}} ", r"\gamma_{5} "))
    return rf"\{rng.choice(('bar', 'overline'))}{{{field}}} {gamma}^{{{indices(rng)}}} {middle}{field}"


def tensor(rng: Random, _depth: int) -> str:
    """A letter with many indices above and below, sometimes staggered by an empty group."""
    base = rng.choice(
        (
            "R",
            r"\Gamma",
            "T",
            "F",
            "g",
            r"\eta",
            r"\epsilon",
            r"\delta",
            "A",
            "C",
            "h",
            r"\omega",
            nucleus(rng),
        )
    )
    up, down = indices(rng), indices(rng)
    form = rng.randrange(5)
    if form == 0:
        return f"{scripted(base, sup=up)}{{}}_{{{down}}}"
    if form == 1:
        return f"{scripted(base, sub=down)}{{}}^{{{up}}}"
    return scripted(base, down if form < 4 else "", up if form != 3 else "")


def series(rng: Random, _depth: int) -> str:
    """a_1 + a_2 + \\cdots + a_n in one of its forms."""
    base, operator = nucleus(rng), rng.choice(("+", "+", "-", ",", r"\cdot", r"\otimes", ""))
    dots = r"\ldots" if operator == "," else r"\cdots"
    command = rng.choice("_^")
    last = index(rng)
    marks = [str(rng.randint(0, 1)), str(rng.randint(2, 3)), f"{last} - 1"][: rng.randint(1, 3)]
    members = [f"{base}{command}{{{mark}}}" for mark in marks]
    members.insert(min(2, len(members)), dots)
    return f" {operator} ".join([*members, f"{base}{command}{{{last}}}"])


_FACTORS: Weighted[Nested] = Weighted(
    (
        (lambda rng, _: indexed(rng), 56),
        (fraction, 12),
        (bracket, 8),
        (derivative, 6),
        (tensor, 6),
        (applied, 6),
        (root, 3),
        (exponential, 4),
        (function, 4),
        (commutator, 2),
        (braket, 1.5),
        (norm, 2),
        (spinor, 1),
        (integral, 2),
        (big_sum, 2),
        (series, 1),
        (lambda rng, _: number(rng), 2),
        (lambda rng, _: word(rng), 0.7),
    )
)


def factor(rng: Random, depth: int) -> str:
    """Anything that may stand in a product; an indexed symbol once the nesting is used up."""
    return _FACTORS.pick(rng)(rng, depth) if depth > 0 else indexed(rng)


def term(rng: Random, depth: int, longest: int = 4) -> str:
    """A product of factors with a coefficient now and then and, rarely, thin spaces."""
    count = min(longest, rng.choice((1, 1, 2, 2, 2, 3, 3, 4, 5)))
    factors = [factor(rng, depth) for _ in range(count)]
    if chance(rng, 0.22):
        factors.insert(0, number(rng) if chance(rng, 0.2) else digit(rng))
    glue = (
        " "
        if chance(rng, 0.9)
        else rng.choice((r" \, ", r" \cdot ", r" \; ", r" \times ", r" \otimes ", r" \wedge "))
    )
    return glue.join(factors)


def total(rng: Random, depth: int, low: int = 1, high: int = 3) -> str:
    """A sum of low to high terms; short atoms only once the nesting is used up."""
    count = rng.randint(low, high)
    if depth <= 0:
        terms = [indexed(rng) if chance(rng, 0.6) else atom(rng) for _ in range(count)]
    else:
        terms = [term(rng, depth, 3) for _ in range(count)]
    parts = [f"- {terms[0]}" if chance(rng, 0.08) else terms[0]]
    for other in terms[1:]:
        parts += [binary(rng), other]
    return " ".join(parts)


def equation(rng: Random, depth: int = 1) -> str:
    """One relation between two sums."""
    return f"{total(rng, depth, 1, 2)} {relation(rng)} {total(rng, depth, 1, 3)}"
