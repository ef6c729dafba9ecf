"""LaTeX source -> syntax tree. Reading goes on behind an error, so that all of them are reported at once."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scipix.engine.latex.syntax import signatures as S
from scipix.engine.latex.syntax.cursor import CELL_ENDS, MAX_LENGTH, Cursor, Frame
from scipix.engine.latex.syntax.environments import braced_rows, environment
from scipix.engine.latex.syntax.glyphs import GLYPHS, glyph
from scipix.engine.latex.syntax.lexer import Token, length_at, unprintable
from scipix.engine.latex.syntax.nodes import (
    Argument,
    Command,
    Fenced,
    Group,
    Infix,
    Node,
    Opaque,
    Row,
    Scripts,
    Sized,
    Space,
    Switch,
    Symbol,
    Unknown,
)
from scipix.engine.latex.syntax.problems import Fix, LatexError, Problem
from scipix.engine.latex.syntax.suggest import replacement, suggestion
from scipix.engine.latex.syntax.texts import text_row

_BRACE = Frame(frozenset({"}"}), barrier=CELL_ENDS | {r"\right"})
_OPTION = Frame(frozenset({"]"}))
_LEFT = Frame(frozenset({r"\right"}))
_SIGNS = frozenset({"^", "_", r"\sp", r"\sb"})
_LIMITS = frozenset({r"\limits", r"\nolimits", r"\displaylimits"})
_DELIMITERS = frozenset("( ) [ ] | / < > .".split())
_DELIMITER_CLASSES = frozenset({"open", "close", "fence"})
_ARROWS = frozenset(
    r"\backslash \uparrow \downarrow \updownarrow \Uparrow \Downarrow \Updownarrow \lt \gt".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The tree of a source, as far as it can be read, and what is wrong with it in order of place."""

    row: Row
    problems: tuple[Problem, ...]

    @property
    def error(self) -> Problem | None:
        """The first problem that makes the source unusable, if there is one."""
        return next((problem for problem in self.problems if problem.severity == "error"), None)


def read(source: str) -> Reading:
    """Read a formula, problems and all. Never raises; takes milliseconds for whatever source."""
    if len(source) > MAX_LENGTH:
        hint = f"No more than {MAX_LENGTH} characters can be read."
        return Reading((), (Problem(MAX_LENGTH, len(source), "The formula is too long.", hint),))
    reader = Reader(source)
    row = reader.row()
    reader.hidden()
    return Reading(row, tuple(sorted(reader.problems, key=lambda problem: problem.start)))


def parse_syntax(source: str) -> Row:
    """Read a formula that must be free of errors.

    Raises:
        LatexError: the first error, with its place.
    """
    reading = read(source)
    if reading.error:
        raise LatexError(reading.error)
    return reading.row


def is_delimiter(name: str) -> bool:
    """Whether ``\\left`` and its kin take it."""
    if name in _DELIMITERS or name in _ARROWS:
        return True
    sign = glyph(name)
    return sign is not None and sign.kind in _DELIMITER_CLASSES and name not in "!?)"


class Reader(Cursor):
    """The recursive descent."""

    def hidden(self) -> None:
        """Report what cannot be seen: control characters, and comments that hide a part of the formula."""
        for token in self.tokens:
            if unprintable(token.text):
                message, hint = "A character that cannot be shown.", "Remove it."
                fix = Fix(token.start, token.end, "", "Removed a character that cannot be shown.")
                self.report(token.start, token.end, message, hint, fix=fix)
        for token in self.comments:
            if not token.text[1:].strip():
                continue
            digit = token.start > 0 and self.source[token.start - 1].isdigit()
            escape = Fix(token.start, token.start, "\\", r"% is written \%.") if digit else None
            self.report(
                token.start, token.end, "% makes the rest of the line a comment, which is not drawn.",
                r"Write \% for the sign.", "warning", escape,
            )  # fmt: skip

    # -- rows -------------------------------------------------------------------------------------
    def row(self) -> Row:
        """Nodes up to, not including, a token that closes something that is open, or the end."""
        nodes: list[Node] = []
        while (token := self.peek()) is not None:
            if token.text == " ":
                self.position += 1
            elif self.frames and token.text in self.frames[-1].closers:
                break
            elif self.stray(token):
                if token.text in S.ROW_ENDS and not self.frames:
                    nodes.append(Space(token.text, start=token.start, end=token.end))
            elif self.closes_something(token.text) and token.text != "]":
                break
            elif token.text in S.INFIXES:
                return self._infix(tuple(nodes))
            elif token.text in _SIGNS or token.text == "'" or token.text in _LIMITS:
                self._scripts(nodes)
            else:
                nodes.append(self.atom())
        return tuple(nodes)

    def framed(self, frame: Frame) -> Row:
        """A row inside something open."""
        row = self.row() if self.open(frame) else ()
        self.close()
        return row

    def _infix(self, above: Row) -> Row:
        token = self.next()
        extra = tuple(
            self.delimiter(token) if letter == "d" else self._length(token)
            for letter in S.INFIXES[token.text]
        )
        below = self.row()
        if below and isinstance(below[0], Infix):
            self.report(
                token.start, token.end, f"{token.text} twice in one group.", "Put one of them in braces."
            )
        start = above[0].start if above else token.start
        return (Infix(token.text, above, below, extra, start=start, end=self.behind),)

    # -- scripts ----------------------------------------------------------------------------------
    def _scripts(self, nodes: list[Node]) -> None:
        base = nodes.pop() if nodes and not isinstance(nodes[-1], Space | Switch) else None
        start = base.start if base else self.here
        limits, primes = "", 0
        scripts: dict[str, Row] = {}
        while True:
            self.skip_blanks()
            text = self.peek_text()
            if text in _LIMITS:
                limits = self._limits(base)
            elif text == "'":
                primes += self._prime("^" in scripts)
            elif text in _SIGNS:
                self._script(scripts)
            else:
                break
        node = Scripts(
            base, scripts.get("_"), scripts.get("^"), primes, limits, start=start, end=self.behind
        )  # fmt: skip
        nodes.append(node)

    def _limits(self, base: Node | None) -> str:
        token = self.next()
        if base is None:
            self.report(
                token.start,
                token.end,
                f"{token.text} follows no operator.",
                r"It belongs behind \sum or \lim.",
            )
        return token.text

    def _prime(self, after_superscript: bool) -> int:
        token = self.next()
        if after_superscript:
            self.report(
                token.start, token.end, "A prime behind a superscript.", "Write the prime first: x'^2."
            )
        return 1

    def _script(self, scripts: dict[str, Row]) -> None:
        token = self.next()
        sign = "^" if token.text in ("^", r"\sp") else "_"
        body = self.argument(token, "a script")
        if sign in scripts:
            kind = "superscript" if sign == "^" else "subscript"
            self.report(
                token.start, token.end, f"A second {kind} on the same symbol.",
                f"Join the two, or put the first with its base in braces: {{x{sign}a}}{sign}b.",
            )  # fmt: skip
        scripts[sign] = body

    # -- arguments --------------------------------------------------------------------------------
    def argument(self, owner: Token, what: str = "an argument") -> Row:
        """A braced group or a single atom as the argument of the command ``owner``."""
        self.skip_blanks()
        token = self.peek()
        if token is None or token.text in (*_SIGNS, "'") or self._ends(token):
            self.report(
                owner.start, owner.end, f"{what[0].upper()}{what[1:]} is missing behind {owner.text}.",
                f"Write {owner.text}{{...}}.",
            )  # fmt: skip
            return ()
        if token.text == "{":
            self.position += 1
            return self.rest_of_group(token)
        row = (self.atom(),) if self.open(Frame(frozenset())) else ()
        self.close()
        return row

    def _ends(self, token: Token) -> bool:
        return token.text in ("}", r"\right", r"\end", *CELL_ENDS) and (
            token.text == "}" or self.closes_something(token.text)
        )

    def rest_of_group(self, brace: Token) -> Row:
        """What follows an opening brace, up to and with the closing one."""
        row = self.framed(_BRACE)
        if self.peek_text() == "}":
            self.position += 1
        else:
            fix = self.append("}") if self.peek() is None else None
            hint = "Add the } where the group ends."
            self.report(brace.start, brace.end, "This { is never closed.", hint, fix=fix)
        return row

    def option(self) -> Row | None:
        """A bracketed formula, where there is one."""
        bracket = self.accept("[")
        if bracket is None:
            return None
        row = self.framed(_OPTION)
        if not self.accept("]"):
            self.report(bracket.start, bracket.end, "This [ is never closed.", "Add the ].")
        return row

    def raw(self, owner: Token) -> str:
        """A braced group as text, for names, lengths and colours."""
        self.skip_blanks()
        token = self.peek()
        if token is None or token.text == "}":
            self.report(
                owner.start, owner.end, f"An argument is missing behind {owner.text}.", "Add it in braces."
            )
            return ""
        if token.text != "{":
            return self.next().text
        self.position += 1
        depth, start = 1, token.end
        while (inner := self.peek()) is not None:
            self.position += 1
            depth += (inner.text == "{") - (inner.text == "}")
            if depth == 0:
                return self.source[start : inner.start]
        self.report(token.start, token.end, "This { is never closed.", "Add the } where the group ends.")
        return self.source[start:]

    def raw_option(self) -> str | None:
        """A bracketed raw argument, where there is one."""
        bracket = self.accept("[")
        if bracket is None:
            return None
        while (token := self.peek()) is not None:
            self.position += 1
            if token.text == "]":
                return self.source[bracket.end : token.start]
        self.report(bracket.start, bracket.end, "This [ is never closed.", "Add the ].")
        return ""

    def delimiter(self, owner: Token) -> str:
        """The delimiter behind ``\\left`` and its kin."""
        self.skip_blanks()
        token = self.peek()
        if token is not None and is_delimiter(token.text):
            return self.next().text
        if token is not None and token.text == "{" and (inner := self._braced_delimiter()):
            return inner
        self.report(
            owner.start, owner.end, f"{owner.text} needs a delimiter behind it.",
            f"For instance {owner.text}( or, for none, {owner.text}.",
        )  # fmt: skip
        return "."

    def _braced_delimiter(self) -> str | None:
        texts = [token.text for token in self.tokens[self.position : self.position + 3]]
        if len(texts) == 3 and texts[2] == "}" and is_delimiter(texts[1]):
            self.position += 3
            return texts[1]
        return None

    def _length(self, owner: Token) -> str:
        """A length without braces."""
        self.skip_blanks()
        end = length_at(self.source, self.here)
        if end is None:
            return self.raw(owner) if self.peek_text() == "{" else self._no_length(owner)
        start = self.here
        while self.here < end and self.peek() is not None:
            self.position += 1
        return self.source[start:end].strip()

    def _no_length(self, owner: Token) -> str:
        self.report(
            owner.start, owner.end, f"{owner.text} needs a length.", f"For instance {owner.text} 3pt."
        )
        return ""

    # -- atoms ------------------------------------------------------------------------------------
    def atom(self) -> Node:
        """A token with what belongs to it."""
        token = self.next()
        start, text = token.start, token.text
        if text == "{":
            body = self.rest_of_group(token)
            return Group(body, start=start, end=self.behind)
        if text == r"\left":
            return self._fenced(token)
        if text == r"\begin":
            return environment(self, token)
        if text in S.SIGNATURES and not (text in S.BRACED and self._next_is_brace()):
            return self._command(token)
        if text in S.BRACED:
            return braced_rows(self, token)
        if text in S.SIZED or text == r"\middle":
            return self._sized(token)
        return self._leaf(token)

    def _next_is_brace(self) -> bool:
        return bool(re.match(r"\s*\{", self.source[self.behind : self.behind + 10]))

    def _leaf(self, token: Token) -> Node:
        start, end, text = token.start, token.end, token.text
        if text in S.SPACES:
            return Space(text, start=start, end=end)
        if text in S.WITH_LENGTH:
            star = "*" if self.accept("*") else ""
            length = self._length(token) if text in S.PLAIN_LENGTH else self.raw(token)
            return Space(text + star, length, start=start, end=self.behind)
        if text in S.SWITCHES:
            return Switch(text, start=start, end=end)
        if text == r"\color":
            return self.colour(token)
        if text in S.OPAQUE:
            return Opaque(text, self.raw(token), start=start, end=self.behind)
        return self._symbol(token)

    def colour(self, token: Token) -> Switch:
        """``\\color`` with its model and argument."""
        model = self.raw_option()
        argument = self.raw(token)
        brackets = f"[{model}]" if model is not None else ""
        return Switch(token.text, argument, brackets, start=token.start, end=self.behind)

    def _symbol(self, token: Token) -> Node:
        text = token.text
        if text in ("$", "#", r"\(", r"\[", r"\)", r"\]"):
            self._misplaced(token)
        elif token.is_command and text not in GLYPHS and text not in S.OPERATORS and text not in S.MACROS:
            self._unknown(token)
            return Unknown(text, start=token.start, end=token.end)
        return Symbol(text, start=token.start, end=token.end)

    def _misplaced(self, token: Token) -> None:
        fix: Fix | None = None
        if token.text == "#":
            message, hint = "A # is not allowed here.", r"Write \# for the sign."
            fix = Fix(token.start, token.end, r"\#", r"# is written \#.")
        else:
            message = f"{token.text} inside a formula."
            hint = r"The formula is mathematics already; write \$ for a dollar." if token.text == "$" else (
                "The formula is mathematics already; remove it."
            )  # fmt: skip
        self.report(token.start, token.end, message, hint, fix=fix)

    def _unknown(self, token: Token) -> None:
        if token.text == "\\":
            fix = Fix(token.start, token.end, "", "Removed a lone backslash at the end.")
            hint = r"Write \backslash for the sign."
            self.report(token.start, token.end, "A backslash without a name.", hint, fix=fix)
            return
        self.report(
            token.start,
            token.end,
            f"Unknown command {token.text}.",
            suggestion(token.text),
            fix=replacement(token),
        )

    def _command(self, token: Token) -> Command:
        options: list[Argument | None] = []
        arguments: list[Argument] = []
        star = ""
        for letter in S.SIGNATURES[token.text]:
            if letter == "s":
                star = "*" if self.accept("*") else ""
            elif letter == "o":
                options.append(self.option())
            elif letter == "O":
                options.append(self.raw_option())
            elif letter == "d":
                arguments.append(self.delimiter(token))
            elif letter == "t":
                arguments.append(text_row(self, token))
            else:
                arguments.append(self.raw(token) if letter == "r" else self.argument(token))
        return Command(token.text, tuple(arguments), tuple(options), star, start=token.start, end=self.behind)

    def _fenced(self, token: Token) -> Fenced:
        left = self.delimiter(token)
        end = self.behind
        body = self.framed(_LEFT)
        if self.peek_text() != r"\right":
            place = self.behind
            fix = Fix(place, place, r"\right.", r"Added \right. where its group ends.")
            hint = r"Add \right. where the pair ends."
            self.report(token.start, end, r"This \left has no \right.", hint, fix=fix)
            return Fenced(left, body, ".", start=token.start, end=self.behind)
        right = self.delimiter(self.next())
        return Fenced(left, body, right, start=token.start, end=self.behind)

    def _sized(self, token: Token) -> Sized:
        if token.text == r"\middle" and not any(r"\right" in frame.closers for frame in self.frames):
            self.report(
                token.start,
                token.end,
                r"\middle outside \left...\right.",
                r"Write \big| or put \left. before.",
            )
        delimiter = self.delimiter(token)
        return Sized(token.text, delimiter, start=token.start, end=self.behind)
