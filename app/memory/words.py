"""The words by which the database finds formulas: hashed names of their structure, and their text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from scipix.engine.latex.features import features
from scipix.engine.latex.tree import Row

_WORD = re.compile(r"[^\W_]+")
_COMMAND_OR_LETTERS = re.compile(r"\\?[A-Za-z]+")


def hashed(names: Iterable[str]) -> list[str]:
    """Each name once as a word of letters and digits, in a fixed order."""
    return sorted({f"s{zlib.crc32(name.encode()):08x}" for name in names})


def required_words(fragment: Row, wildcard: str) -> list[str]:
    """Words that every formula with the fragment in it has; what touches a wildcard says nothing."""
    return hashed(name for name in features(fragment) if wildcard not in re.split(r"[ >.=]", name))


def free_text(latex: str, name: str) -> str:
    """Names of commands and words of the formula, and of the file that it comes from."""
    words = [word.lstrip("\\") for word in _COMMAND_OR_LETTERS.findall(latex)]
    return " ".join([*words, *_WORD.findall(name)])


def text_query(text: str) -> str:
    """An FTS5 query: all words, the last one may be a beginning; empty where there is no word.

    A single letter is a word, for much begins with it, and that takes long to collect.
    """
    words = [f'"{word}"' for word in _WORD.findall(text)]
    return " ".join(words) + ("*" if words and len(words[-1]) > len('"x"') else "")
