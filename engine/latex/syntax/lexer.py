"""LaTeX source -> tokens with their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(r"\\(?:[a-zA-Z]+|.|$)|%[^\n]*(?:\n\s*)?|[^\s\\%]|\s+", re.DOTALL)
_LENGTH = re.compile(r"[+-]?\s*(?:\d+\.?\d*|\.\d+)?\s*(?:true\s*)?(?:pt|em|ex|mu|cm|mm|in|pc|bp|dd|cc|sp|px"
                     r"|\\[a-zA-Z]+)")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """A command, a character, or a run of white space (whose text is then one blank)."""

    text: str
    start: int
    end: int

    @property
    def is_command(self) -> bool:
        """Whether a backslash begins it."""
        return self.text[0] == "\\"


def tokenize(source: str) -> tuple[list[Token], list[Token]]:
    """Tokens, and apart from them the comments."""
    tokens: list[Token] = []
    comments: list[Token] = []
    for match in _TOKEN.finditer(source):
        text, (start, end) = match.group(), match.span()
        if text[0] == "%":
            comments.append(Token(text, start, end))
        elif text.isspace():
            tokens.append(Token(" ", start, end))
        elif text[0] == "\\" and text[1:].isspace():
            tokens.append(Token("\\ ", start, end))
        else:
            tokens.append(Token(text, start, end))
    return tokens, comments


def unprintable(text: str) -> bool:
    """Whether no font and no file format can have the characters: controls, halves of pairs."""
    return any(ord(char) < 32 or 0xD800 <= ord(char) < 0xE000 or char in "\x7f\ufffe\uffff" for char in text)


def length_at(source: str, position: int) -> int | None:
    """Where a length that begins here ends: ``2pt``, ``-.5em``, ``\\baselineskip``; None without one."""
    match = _LENGTH.match(source, position)
    return match.end() if match else None


def is_length(text: str) -> bool:
    """Whether the whole text is one length."""
    return _LENGTH.fullmatch(text.strip()) is not None
