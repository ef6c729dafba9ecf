"""LaTeX source -> tokens, and reading them one by one."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+\*?|.|$)|%[^\n]*|[^\s\\]|\s+", re.DOTALL)
_STARRED = frozenset({r"\operatorname*", r"\hspace*", r"\vspace*", r"\tag*"})
_LENGTH = re.compile(r"\s*-?[\d.]+\s*[a-z\\]+\s*")


class ParseError(ValueError):
    """The source is not a formula in the supported language; the message says what and where."""


def tokenize(source: str) -> list[str]:
    """Split a source into commands, characters and runs of white space (as one blank)."""
    tokens: list[str] = []
    for match in _TOKEN.finditer(source):
        text = match.group()
        if text.endswith("*") and text.startswith("\\") and len(text) > 2 and text not in _STARRED:
            tokens += [text[:-1], "*"]
        elif text[0] == "\\" and text[1:].isspace():
            tokens.append(r"\ ")
        elif text[0] != "%":
            tokens.append(" " if text.isspace() else text)
    return tokens


class TokenStream:
    """Tokens and the position of the next one. Arguments read here are text, not formulas."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.position = 0

    def peek(self) -> str | None:
        """The next token, or None at the end."""
        return self.tokens[self.position] if self.position < len(self.tokens) else None

    def next(self) -> str:
        """Take the next token.

        Raises:
            ParseError: there is none.
        """
        token = self.peek()
        if token is None:
            raise ParseError("the formula ends too early")
        self.position += 1
        return token

    def skip_blanks(self) -> None:
        while self.peek() in (" ", "~"):
            self.position += 1

    def expect(self, token: str) -> None:
        """Take this very token, blanks before it aside."""
        self.skip_blanks()
        found = self.next()
        if found != token:
            raise ParseError(f"expected {token!r}, found {found!r}")

    def raw_argument(self) -> str:
        """A braced group as text, for names and lengths."""
        self.skip_blanks()
        if self.peek() != "{":
            return self.next()
        depth, parts = 0, []
        while True:
            token = self.next()
            depth += (token == "{") - (token == "}")
            parts.append(token)
            if depth == 0:
                return "".join(parts[1:-1])

    def optional(self) -> str | None:
        """The text between brackets, where there are any."""
        self.skip_blanks()
        if self.peek() != "[":
            return None
        self.position += 1
        start = self.position
        depth = 0
        while (token := self.next()) != "]" or depth:
            depth += (token == "{") - (token == "}")
        return "".join(self.tokens[start : self.position - 1])

    def optional_length(self) -> None:
        """The ``[2pt]`` after ``\\\\``; a bracket that holds no length belongs to the next row."""
        start = self.position
        try:
            length = self.optional()
        except ParseError:
            length = None
        if length is None or not _LENGTH.fullmatch(length):
            self.position = start
