"""LaTeX source -> the tokens that may leave ink, and the same source with one private character for each.

MathJax puts the tokens back while it parses and so learns which node came from which token. What must be read
as text (names of environments, lengths, words) stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from scipix.ui.preview.messages import Fractions, Span

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+|.)|%[^\n]*|[^\s\\]|\s+", re.DOTALL)
_FIRST, _COUNT = 0xE000, 0x1900
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_SILENT = frozenset("{}^_&~#$")
_SPACES = frozenset((r"\ ", r"\,", r"\;", r"\:", r"\!", r"\>", r"\quad", r"\qquad", r"\\"))
_LENGTH = r"\s*-?\s*[\d.]+\s*(?:[a-z]{2}|\\[a-z]+)"

# Commands that stand for one mark together with what follows.
_WITH_DELIMITER = re.compile(r"\\(?:left|right|middle|[bB]igg?[lrm]?|not)$")
_WITH_ARGUMENTS = dict.fromkeys(
    r"\text \textrm \textbf \textit \textsf \texttt \textnormal \textup \mbox \hbox \ce \pu \tag".split(), 1
) | {r"\rule": 2}
# Commands whose first arguments are no formulas and leave no ink themselves.
_SKIPPED = dict.fromkeys(
    r"\hspace \vspace \mspace \color \textcolor \label \ref \eqref \class \cssId \style \href".split(), 1
) | {r"\bbox": 1, r"\enclose": 1, r"\colorbox": 1, r"\fcolorbox": 2, r"\definecolor": 3, r"\genfrac": 4}
_LENGTHS = frozenset(r"\hskip \kern \mkern \mskip \raise \lower \above".split())
_WITH_BRACKETS = re.compile(r"\\(?:sqrt|x[a-zA-Z]{3,}|smash|cfrac|\\)$")
_SPECIFIED = frozenset("array subarray tabular alignat alignat* alignedat xalignat xxalignat".split())
# Definitions move tokens about; nothing is marked then.
_DEFINING = re.compile(r"\\(?:x?def|gdef|let|(?:re)?new|provide|Declare|verb|require|unicode|char|catcode)")


@dataclass(frozen=True, slots=True)
class MarkedSource:
    """``tokens`` are the places of the tokens, ``text`` the source with a private character for each."""

    latex: str
    text: str
    tokens: tuple[Span, ...]

    @property
    def words(self) -> list[str]:
        """The tokens as written."""
        return [self.latex[start:end] for start, end in self.tokens]


def mark(latex: str) -> MarkedSource:
    """Mark every token that may leave ink; none where the source could not be followed."""
    if _DEFINING.search(latex) or _PRIVATE.search(latex):
        return MarkedSource(latex, latex, ())
    tokens = tuple(_Scanner(latex).scan()[:_COUNT])
    parts, position = [], 0
    for number, (start, end) in enumerate(tokens):
        parts += [latex[position:start], chr(_FIRST + number)]
        position = end
    return MarkedSource(latex, "".join(parts) + latex[position:], tokens)


def boxes_of(
    marks: tuple[Span, ...], source: MarkedSource, boxes: dict[int, Fractions]
) -> list[Fractions | None]:
    """The box of each mark: what its tokens cover together."""
    found = []
    for start, end in marks:
        inside = [
            boxes[number]
            for number, (first, last) in enumerate(source.tokens)
            if first < end and start < last and number in boxes
        ]
        found.append(_union(inside))
    return found


def _union(boxes: list[Fractions]) -> Fractions | None:
    if not boxes:
        return None
    left, top, right, bottom = zip(*boxes, strict=True)
    return min(left), min(top), max(right), max(bottom)


class _Scanner:
    """Walks through the source once."""

    def __init__(self, latex: str) -> None:
        self.latex = latex
        self.position = 0
        self.tokens: list[Span] = []
        self.closing: set[int] = set()

    def scan(self) -> list[Span]:
        while found := self._match(_TOKEN):
            start, word = found.start(), found.group()
            if word[0] == "\\":
                self._command(start, word)
            elif not (word.isspace() or word[0] in _SILENT or word[0] == "%" or start in self.closing):
                self.tokens.append((start, self.position))
        return self.tokens

    def _command(self, start: int, word: str) -> None:
        if word in (r"\begin", r"\end"):
            self._environment(start, word)
        elif _WITH_DELIMITER.match(word):
            self._match(re.compile(r"\s*"))
            self._match(_TOKEN)
            self.tokens.append((start, self.position))
        elif word in _WITH_ARGUMENTS:
            self._arguments(_WITH_ARGUMENTS[word])
            self.tokens.append((start, self.position))
        elif word in _SKIPPED:
            self._arguments(_SKIPPED[word])
        elif word in _LENGTHS:
            self._match(re.compile(_LENGTH))
        else:
            if word not in _SPACES:
                self.tokens.append((start, self.position))
            if word == r"\operatorname":
                self._match(re.compile(r"\s*\*"))
            if _WITH_BRACKETS.match(word):
                self._brackets()

    def _environment(self, start: int, word: str) -> None:
        name = self._match(re.compile(r"\s*\{([^{}]*)\}"))
        self.tokens.append((start, self.position))
        if name and word == r"\begin" and name.group(1) in _SPECIFIED:
            self._match(re.compile(r"\s*\[[^\]]*\]"))
            self._arguments(1)

    def _arguments(self, count: int) -> None:
        self._match(re.compile(r"\*"))
        for _ in range(count):
            self._match(re.compile(r"\s*"))
            self.position = _end_of_group(self.latex, self.position)

    def _brackets(self) -> None:
        """``[...]`` after a command is no ink, what stands in it is; a length is neither."""
        if self._match(re.compile(r"\s*\[" + _LENGTH + r"\s*\]")):
            return
        if self._match(re.compile(r"\s*\[")):
            self.closing.add(_closing_bracket(self.latex, self.position))

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.latex, self.position)
        if found:
            self.position = found.end()
        return found


def _end_of_group(latex: str, start: int) -> int:
    """The place behind the group, or behind the one token, that begins at ``start``."""
    depth, position = 0, start
    while found := _TOKEN.match(latex, position):
        position = found.end()
        depth += (found.group() == "{") - (found.group() == "}")
        if depth <= 0:
            break
    return position


def _closing_bracket(latex: str, start: int) -> int:
    """The place of the ``]`` outside of braces, -1 if there is none."""
    depth, position = 0, start
    while found := _TOKEN.match(latex, position):
        depth += (found.group() == "{") - (found.group() == "}")
        if found.group() == "]" and depth == 0:
            return found.start()
        position = found.end()
    return -1
