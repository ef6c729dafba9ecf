"""Where in the source an error is: the token that MathJax had reached, or the partner that is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scipix.ui.preview.sources import MarkedSource

_BRACES = re.compile(r"\\.|(?P<open>\{)|(?P<close>\})", re.DOTALL)
_DELIMITERS = re.compile(r"(?P<open>\\left(?![a-zA-Z]))|(?P<close>\\right(?![a-zA-Z]))")
_ENVIRONMENTS = re.compile(r"(?P<open>\\begin(?![a-zA-Z]))|(?P<close>\\end(?![a-zA-Z]))")
_UNCLOSED = {
    "MissingCloseBrace": _BRACES,
    "ExtraOpenMissingClose": _BRACES,
    "ExtraLeftMissingRight": _DELIMITERS,
    "EnvMissingEnd": _ENVIRONMENTS,
}
_UNOPENED = {
    "ExtraCloseMissingOpen": _BRACES,
    "ExtraCloseLooking": _BRACES,
    "ExtraRightMissingLeft": _DELIMITERS,
    "MissingLeftExtraRight": _DELIMITERS,
}
# Raised at a sign behind the token that was read last.
_BEHIND = {"DoubleExponent": "^", "DoubleSubscripts": "_", "Misplaced": "&"}


def place(source: MarkedSource, identifier: str, token: int) -> int | None:
    """The offset of the error in the source, None if it cannot be told."""
    if identifier in _UNCLOSED:
        return next(_unpaired(source.latex, _UNCLOSED[identifier], "open"), None)
    if identifier in _UNOPENED:
        return next(_unpaired(source.latex, _UNOPENED[identifier], "close"), None)
    end = source.tokens[token][1] if 0 <= token < len(source.tokens) else 0
    if identifier in _BEHIND:
        found = source.latex.find(_BEHIND[identifier], end)
        return found if found >= 0 else None
    return source.tokens[token][0] if 0 <= token < len(source.tokens) else None


def _unpaired(latex: str, pattern: re.Pattern[str], side: str) -> Iterator[int]:
    """The places of the opening or closing signs that have no partner."""
    waiting: list[int] = []
    for found in pattern.finditer(latex):
        if found.lastgroup == "open":
            waiting.append(found.start())
        elif found.lastgroup == "close" and waiting:
            waiting.pop()
        elif found.lastgroup == "close" and side == "close":
            yield found.start()
    if side == "open":
        yield from waiting
