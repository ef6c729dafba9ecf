"""Commands with arguments of their own: fractions, roots, delimiters, limits, operators.

Each function takes the descent behind the command's token, the token and the style in force.
"""

from __future__ import annotations

from collections.abc import Callable

from scipix.engine.latex import symbols as S
from scipix.engine.latex.descent import Descent
from scipix.engine.latex.environments import environment, substack
from scipix.engine.latex.normal import drawn, operator_start, upright, with_limits, with_operator_limits
from scipix.engine.latex.tokens import ParseError
from scipix.engine.latex.tree import Frac, Limits, Mode, Row, Sqrt, Stack, Sym

_SIZES: dict[str, Mode] = {"big": "big", "Big": "Big", "bigg": "bigg", "Bigg": "Bigg"}


# -- fractions and roots ------------------------------------------------------------------------------
def _frac(source: Descent, token: str, style: str) -> Row:
    if token == r"\cfrac":
        source.optional()
    num, den = source.argument(style), source.argument(style)
    return (Frac(drawn(num), drawn(den)),)


def _binom(source: Descent, _: str, style: str) -> Row:
    stack = Stack(source.argument(style), source.argument(style))
    return (Sym("(", "left"), stack, Sym(")", "right"))


def _sqrt(source: Descent, _: str, style: str) -> Row:
    degree = source.inside(source.optional())
    return (Sqrt(drawn(source.argument(style)), degree),)


# -- delimiters ---------------------------------------------------------------------------------------
def _delimiter(source: Descent) -> str:
    source.skip_blanks()
    token = source.next()
    if token == "{":
        source.down()
        token = _delimiter(source)
        source.expect("}")
        source.depth -= 1
    token = S.DELIMITER_SYNONYMS.get(token, token)
    token = S.SYNONYMS.get(token, token)
    if token != "." and token not in S.DELIMITERS:
        raise ParseError(f"{token!r} is not a delimiter")
    return token


def _left(source: Descent, _: str, style: str) -> Row:
    opening = _delimiter(source)
    body = source.row(frozenset({r"\right"}), style, False)
    source.expect(r"\right")
    closing = _delimiter(source)
    left: Row = (Sym(opening, "left"),) if opening != "." else ()
    right: Row = (Sym(closing, "right"),) if closing != "." else ()
    return (*left, *body, *right)


def _middle(source: Descent, _: str, style: str) -> Row:
    return (Sym(_delimiter(source), "middle"),)


def sized(source: Descent, token: str) -> Row:
    """The delimiter behind ``\\big`` and its kin."""
    return (Sym(_delimiter(source), _SIZES[S.BIG[token]]),)


# -- above, below and through -------------------------------------------------------------------------
def _not(source: Descent, _: str, style: str) -> Row:
    target = source.argument(style)
    if len(target) != 1 or not isinstance(target[0], Sym) or target[0].token not in S.NEGATED:
        raise ParseError(r"\not before what has no negated form")
    return (Sym(S.NEGATED[target[0].token]),)


def _overset(source: Descent, _: str, style: str) -> Row:
    over = drawn(source.argument(style))
    return with_limits(drawn(source.argument(style)), (), over)


def _underset(source: Descent, _: str, style: str) -> Row:
    under = drawn(source.argument(style))
    return with_limits(drawn(source.argument(style)), under, ())


def stretched(source: Descent, token: str, style: str) -> Row:
    """An arrow as long as what stands over and under it."""
    under = source.optional()
    over = source.argument(style)
    return (Limits(Sym(S.STRETCHED_ARROWS[token]), source.inside(under), over),)


# -- operators ----------------------------------------------------------------------------------------
def _operator(source: Descent, _: str, style: str) -> Row:
    return operator_start(source.argument(r"\mathrm"))


def _limit_operator(source: Descent, token: str, style: str) -> Row:
    """What takes its scripts under and over: ``\\operatorname*``, ``\\mathop``."""
    base = drawn(source.argument(style if token == r"\mathop" else r"\mathrm"))
    if base and isinstance(base[0], Sym) and base[0].token.startswith(r"\mathrm{"):
        base = operator_start(base)
    source.skip_blanks()
    if source.peek() == r"\nolimits" or not base:
        return base
    under, over = source.sub_and_sup(style)
    return with_operator_limits(base, drawn(under), drawn(over))


def _pmod(source: Descent, _: str, style: str) -> Row:
    return (Sym("(", "", True), *upright("mod"), *source.argument(style), Sym(")"))


COMMANDS: dict[str, Callable[[Descent, str, str], Row]] = {
    r"\frac": _frac, r"\dfrac": _frac, r"\tfrac": _frac, r"\cfrac": _frac,
    r"\binom": _binom, r"\dbinom": _binom, r"\tbinom": _binom, r"\sqrt": _sqrt,
    r"\left": _left, r"\middle": _middle, r"\not": _not,
    r"\overset": _overset, r"\underset": _underset, r"\stackrel": _overset,
    r"\operatorname": _operator, r"\operatorname*": _limit_operator, r"\mathop": _limit_operator,
    r"\pmod": _pmod, r"\begin": environment, r"\substack": substack,
}  # fmt: skip
