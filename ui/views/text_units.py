"""Python counts characters, Qt counts UTF-16 units: they differ behind each character beyond U+FFFF."""

from __future__ import annotations


def to_units(text: str, index: int) -> int:
    """The position in UTF-16 units of a character of ``text``; clamped to the text."""
    head = text[: max(0, index)]
    return len(head) if head.isascii() else len(head) + sum(char > "\uffff" for char in head)


def to_index(text: str, units: int) -> int:
    """The character at a position in UTF-16 units; the inverse of ``to_units``."""
    if text.isascii():
        return min(max(0, units), len(text))
    position = 0
    for index, char in enumerate(text):
        if position >= units:
            return index
        position += 1 + (char > "\uffff")
    return len(text)
