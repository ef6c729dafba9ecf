"""Marks over and under a body."""

from __future__ import annotations

_MARKS = """
hat ^ bar ¯ vec → dot ˙ ddot ¨ dddot ⃛ ddddot ⃜ tilde ~ check ˇ breve ˘ acute ´ grave ` mathring ˚
widehat ^ widetilde ~ widecheck ˇ overline ‾ underline _ overbrace ⏞ underbrace ⏟ overbracket ⎴
underbracket ⎵ overparen ⏜ underparen ⏝ overrightarrow → overleftarrow ← overleftrightarrow ↔
underrightarrow → underleftarrow ← underleftrightarrow ↔ utilde ~
""".split()
MARKS: dict[str, str] = dict(zip(_MARKS[::2], _MARKS[1::2], strict=True))
SYNONYMS: dict[str, str] = {
    "widebar": "overline", "underbar": "underline", "overarc": "overparen", "wideparen": "overparen",
    "Bar": "bar", "Hat": "hat", "Tilde": "tilde", "Vec": "vec", "Dot": "dot", "Ddot": "ddot",
    "Check": "check", "Acute": "acute", "Grave": "grave", "Breve": "breve",
}  # fmt: skip
SMALL: frozenset[str] = frozenset(
    "hat bar vec dot ddot dddot ddddot tilde check breve acute grave mathring".split()
)
"""Marks that keep their size."""
BRACES: frozenset[str] = frozenset(
    "overbrace underbrace overbracket underbracket overparen underparen".split()
)
"""Marks whose scripts stand over or under them."""

COMBINING: dict[str, str] = {
    "hat": "\u0302", "widehat": "\u0302", "tilde": "\u0303", "widetilde": "\u0303", "bar": "\u0304",
    "vec": "\u20d7", "dot": "\u0307", "ddot": "\u0308", "dddot": "\u20db", "ddddot": "\u20dc",
    "check": "\u030c", "widecheck": "\u030c", "breve": "\u0306", "acute": "\u0301", "grave": "\u0300",
    "mathring": "\u030a", "overline": "\u0305", "underline": "\u0332", "overrightarrow": "\u20d7",
    "overleftarrow": "\u20d6", "overleftrightarrow": "\u20e1", "utilde": "\u0330",
}  # fmt: skip
"""The combining characters that do the same to a single letter."""
TEXT: dict[str, str] = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "=": "\u0304", ".": "\u0307", "~": "\u0303",
    "c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "r": "\u030a", "d": "\u0323", "b": "\u0331",
    "t": "\u0361", "k": "\u0328",
}  # fmt: skip
"""The combining characters of the accents in texts."""
