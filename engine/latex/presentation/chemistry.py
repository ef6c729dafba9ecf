"""mhchem's everyday language in LaTeX proper: formulas, charges, isotopes, bonds, arrows, states.

``\\ce`` is a language of its own. What is common in it is translated; the rest is an error, so that only
LaTeX formats, which keep ``\\ce`` as it is, can have it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from scipix.engine.latex.presentation.errors import ConversionError
from scipix.engine.latex.syntax.nodes import Opaque

_ARROWS = {
    "<=>>": r"\rightleftharpoons", "<<=>": r"\rightleftharpoons", "<=>": r"\rightleftharpoons",
    "<-->": r"\rightleftarrows", "<->": r"\leftrightarrow", "->": r"\rightarrow", "<-": r"\leftarrow",
}  # fmt: skip
_STRETCHED = {
    r"\rightarrow": r"\xrightarrow", r"\leftarrow": r"\xleftarrow",
    r"\leftrightarrow": r"\xleftrightarrow", r"\rightleftharpoons": r"\xrightleftharpoons",
    r"\rightleftarrows": r"\xtofrom",
}  # fmt: skip
_BONDS = {"-": "{-}", "=": "{=}", "#": r"{\equiv}"}
_BLANK = re.compile(r"(?:\s|~|\\[;,: ]|\\quad(?![a-zA-Z]))+")
_ARROW = re.compile(r"(<=>>|<<=>|<=>|<-->|<->|->|<-)(?:\[([^\[\]]*)\])?(?:\[([^\[\]]*)\])?")
_MATH = re.compile(r"\$([^$]*)\$")
_WORD = re.compile(r"[A-Za-z]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_FRACTION = re.compile(r"\(?(\d+)/(\d+)\)?")
_SUPERSCRIPT = re.compile(r"\^(?:\{([^{}]*)\}|(\d*[+-]|\d+|[a-z](?![a-z])))")
_SUBSCRIPT = re.compile(r"_(?:\{([^{}]*)\}|(\d+|[a-zA-Z]))")
_COMMAND = re.compile(r"\\([a-zA-Z]+)\s*(\{[^{}]*\})?|\\([{}%&#])")
_SCRIPT = re.compile(r"(?:[^\\{}^_$&#%]|\\[a-zA-Z]+)*")
_MOST = 4


def chemistry(node: Opaque) -> str:
    """LaTeX without mhchem for a ``\\ce``.

    Raises:
        ConversionError: it says something that is not translated.
    """
    if node.name == r"\pu":
        raise ConversionError(r"units in \pu", node, "LaTeX formats keep it.")
    return _Scanner(node, node.source, 0).translated()


class _Scanner:
    """Goes through a source once. ``bound``: whether a symbol that scripts can hang on stands just before."""

    def __init__(self, node: Opaque, source: str, depth: int) -> None:
        self._node = node
        self._source = source
        self._depth = depth
        self._at = 0
        self._bound = False
        self._apart = True
        self._out: list[str] = []
        if depth > _MOST:
            raise ConversionError("chemistry that is nested so deeply", node)

    def translated(self) -> str:
        steps: tuple[Callable[[], bool], ...] = (
            self._blank, self._arrow, self._math, self._group, self._superscript, self._subscript, self._sign,
            self._number, self._word, self._command, self._mark,
        )  # fmt: skip
        while self._at < len(self._source):
            if not any(step() for step in steps):
                rest = self._source[self._at : self._at + 12]
                raise ConversionError(f"the chemistry {rest}", self._node, "LaTeX formats keep it.")
        return "".join(self._out)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._source, self._at)
        if found:
            self._at = found.end()
        return found

    def _put(self, text: str, *, bound: bool = False) -> bool:
        self._out.append(text)
        self._bound, self._apart = bound, False
        return True

    def _blank(self) -> bool:
        if not self._match(_BLANK):
            return False
        self._bound, self._apart = False, True
        return True

    def _arrow(self) -> bool:
        found = self._match(_ARROW)
        if found is None:
            return False
        command = _ARROWS[found.group(1)]
        above, below = (self._nested(text) if text else "" for text in found.groups()[1:])
        if above or below:
            return self._put(f"{_STRETCHED[command]}[{below}]{{{above}}}")
        return self._put(command + " ")

    def _nested(self, text: str) -> str:
        return _Scanner(self._node, text, self._depth + 1).translated()

    def _math(self) -> bool:
        found = self._match(_MATH)
        return found is not None and self._put(f"{{{found.group(1)}}}", bound=True)

    def _group(self) -> bool:
        """Braces around chemistry, which group and draw nothing."""
        if self._source[self._at] != "{":
            return False
        depth = 0
        for index in range(self._at, len(self._source)):
            depth += (self._source[index] == "{") - (self._source[index] == "}")
            if depth == 0:
                inside = self._source[self._at + 1 : index]
                self._at = index + 1
                return self._put(f"{{{self._nested(inside)}}}", bound=True)
        return False

    def _superscript(self) -> bool:
        if self._source[self._at] == "^" and self._apart and self._stands_alone():
            self._at += 1
            return self._put(r"\uparrow ")
        found = self._match(_SUPERSCRIPT)
        return found is not None and self._script("^", found.group(1) or found.group(2) or "")

    def _subscript(self) -> bool:
        found = self._match(_SUBSCRIPT)
        return found is not None and self._script("_", found.group(1) or found.group(2) or "")

    def _script(self, sign: str, text: str) -> bool:
        if not _SCRIPT.fullmatch(text):
            raise ConversionError(f"the script {text} in chemistry", self._node, "LaTeX formats keep it.")
        last = self._out[-1] if self._out and self._bound else ""
        if last.startswith(sign + "{"):
            self._out[-1] = f"{last[:-1]}{text}}}"
            return True
        base = "" if self._bound else "{}"
        return self._put(f"{base}{sign}{{{text}}}", bound=True)

    def _sign(self) -> bool:
        """Plus, minus and bonds: a charge behind a symbol, a bond between two, an operator between blanks."""
        char = self._source[self._at]
        if char not in "+-=#":
            return False
        before = self._bound
        ends = self._at + 1 == len(self._source) or self._source[self._at + 1] in " )],;\\}+"
        self._at += 1
        if before and char in "+-" and ends:
            return self._script("^", char)
        if char in _BONDS and (before or not self._apart):
            return self._put(_BONDS[char])
        return self._put(char if char != "#" else r"\equiv ")

    def _number(self) -> bool:
        if not self._bound and (fraction := self._match(_FRACTION)):
            return self._put(f"\\tfrac{{{fraction.group(1)}}}{{{fraction.group(2)}}}\\,")
        found = self._match(_NUMBER)
        if found is None:
            return False
        if self._bound:
            return self._put(f"_{{{found.group()}}}", bound=True)
        return self._put(found.group() + r"\,")

    def _word(self) -> bool:
        if self._source[self._at] == "v" and self._apart and self._stands_alone():
            self._at += 1
            return self._put(r"\downarrow ")
        found = self._match(_WORD)
        return found is not None and self._put(f"\\mathrm{{{found.group()}}}", bound=True)

    def _command(self) -> bool:
        """A command of LaTeX with at most one argument, as it is."""
        found = self._match(_COMMAND)
        if found is None:
            return False
        argument = found.group(2) or ("" if found.group(3) else " ")
        return self._put(f"\\{found.group(1) or found.group(3)}{argument}", bound=True)

    def _stands_alone(self) -> bool:
        after = self._source[self._at + 1 : self._at + 2]
        return not after or after.isspace()

    def _mark(self) -> bool:
        char = self._source[self._at]
        if char in "()[],;:/":
            self._at += 1
            return self._put(char, bound=char in ")]")
        if (char in "*." and not self._bound) or char == "*" or (char == "." and self._follows_formula()):
            self._at += 1
            return self._put(r"\cdot ")
        return False

    def _follows_formula(self) -> bool:
        after = self._source[self._at + 1 : self._at + 2]
        return bool(after) and (after.isdigit() or after.isupper())
