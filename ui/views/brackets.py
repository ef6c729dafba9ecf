"""Which brackets of a LaTeX source belong together. Pure text, no Qt.

Braces, ``\\left``/``\\right`` and ``\\begin``/``\\end`` must pair up. Round and square brackets need not, for
half-open intervals are fine: these pair only where they do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]

_MARK = re.compile(
    r"\\(?P<word>begin|end)\s*\{(?P<name>[^{}\n]*)\}"
    r"|\\(?P<side>left|right)(?![a-zA-Z])(?:\s*(?:\\[a-zA-Z]+|\\.|[^\s\\]))?"
    r"|\\(?:[a-zA-Z]+|.)|%[^\n]*|(?P<char>[{}()\[\]])",
    re.DOTALL,
)
_OPENING = {"{": "}", "(": ")", "[": "]"}
_SOFT = frozenset(")]")


@dataclass(frozen=True, slots=True)
class Pair:
    """Where a pair opens and closes; one of them is None if its partner is missing."""

    opening: Span | None
    closing: Span | None

    @property
    def complete(self) -> bool:
        return self.opening is not None and self.closing is not None

    def spans(self) -> tuple[Span, ...]:
        """The one or two brackets that there are."""
        return tuple(span for span in (self.opening, self.closing) if span is not None)


@dataclass(frozen=True, slots=True)
class _Bracket:
    """``kind`` is equal for those that fit each other."""

    kind: str
    opens: bool
    span: Span


def pairs(source: str) -> tuple[Pair, ...]:
    """All pairs, and the brackets that must have a partner and have none."""
    open_now: list[_Bracket] = []
    found: list[Pair] = []
    for bracket in _brackets(source):
        if bracket.opens:
            open_now.append(bracket)
        else:
            _close(bracket, open_now, found)
    found += [Pair(item.span, None) for item in open_now if item.kind not in _SOFT]
    return tuple(found)


def pair_at(source: str, position: int) -> Pair | None:
    """The pair of the bracket that the text cursor touches; one that begins there goes first."""
    touching = [
        (span[0] != position, pair)
        for pair in pairs(source)
        for span in pair.spans()
        if span[0] <= position <= span[1]
    ]
    return min(touching, key=lambda item: item[0])[1] if touching else None


def _close(bracket: _Bracket, open_now: list[_Bracket], found: list[Pair]) -> None:
    """Pair a closing bracket with the last one open that fits; those opened between stay without partner."""
    soft = bracket.kind in _SOFT
    for depth in range(len(open_now) - 1, -1, -1):
        partner = open_now[depth]
        if partner.kind == bracket.kind:
            found += [Pair(item.span, None) for item in open_now[depth + 1 :] if item.kind not in _SOFT]
            del open_now[depth:]
            found.append(Pair(partner.span, bracket.span))
            return
        if soft and partner.kind not in _SOFT:
            return
    if not soft:
        found.append(Pair(None, bracket.span))


def _brackets(source: str) -> list[_Bracket]:
    brackets = []
    for match in _MARK.finditer(source):
        if word := match["word"]:
            brackets.append(_Bracket(f"end {match['name']}", word == "begin", match.span()))
        elif side := match["side"]:
            brackets.append(_Bracket("right", side == "left", match.span()))
        elif char := match["char"]:
            brackets.append(_Bracket(_OPENING.get(char, char), char in _OPENING, match.span()))
    return brackets
