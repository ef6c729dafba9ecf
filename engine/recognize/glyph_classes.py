"""Which symbol class a glyph of a page is, told by its font and its name, or by its character.

Fonts of TeX number their glyphs as they like, so a table (``glyph_names.json``, made by typesetting every
class in every font family) goes first. It holds what a glyph's character and its font's style do not say.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scipix.engine.errors import ModelError
from scipix.engine.latex import symbols as S
from scipix.engine.latex.normal import styled
from scipix.engine.latex.syntax.glyphs import GLYPHS
from scipix.engine.types import Glyph

TABLE = "glyph_names.json"
SEEN = "Seen-"
"""How the fonts of glyphs begin that were seen in a picture; their names are classes."""
_MONO = re.compile(r"mono|courier|consol|typewriter|^(cm|sf|ec)i?tt|^txtt|-tt", re.IGNORECASE)
_SANS = re.compile(r"sans|arial|helvet|calibri|verdana|^(cm|sf|ec)ss|nimbussan", re.IGNORECASE)
_BOLD = re.compile(r"bold|medi|demi|black|heavy|^(cm|sf|ec)(bx|b|ssbx|bxti)\b|[-_]bd?(it|i)?$", re.IGNORECASE)
_ITALIC = re.compile(
    r"ital|obli|slant|kursiv|^(cm|sf|ec)(mi|mib|ti|sl|bxti|ssi|si)\b|[-_]b?(it|i)$|mathi|slanted",
    re.IGNORECASE,
)
_STYLE_OF_BLOCK = (
    ("BOLD ITALIC", r"\boldsymbol"), ("BOLD SCRIPT", r"\mathcal"), ("BOLD FRAKTUR", r"\mathfrak"),
    ("SANS-SERIF", r"\mathsf"), ("DOUBLE-STRUCK", r"\mathbb"), ("BLACK-LETTER", r"\mathfrak"),
    ("FRAKTUR", r"\mathfrak"), ("SCRIPT", r"\mathcal"), ("MONOSPACE", r"\mathtt"), ("BOLD", r"\mathbf"),
    ("ITALIC", ""),
)  # fmt: skip
"""Words in the Unicode names of mathematical letters, the longer ones first."""
_OPEN_TYPE = {
    "≨": r"\lneqq", "≩": r"\gneqq", "⊊": r"\subsetneq", "⊋": r"\supsetneq", "⫋": r"\subsetneqq",
    "⫌": r"\supsetneqq", "ℜ": r"\Re", "ℑ": r"\Im",
}  # fmt: skip
"""What characters mean in fonts that number their glyphs or name them by their code; not in those of TeX."""
_BY_CODE = re.compile(r"(\d+|u(ni)?[0-9A-F]{4,6})?")
_SCRIPT_L = "ℓ"
"""A sign of its own, though Unicode calls it a letter in a style."""
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
_PIECES = {"(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", r"\{": "⎧⎨⎩⎪", r"\}": "⎫⎬⎭⎪", r"\int": "⌠⌡⎮",
           "|": "⏐", r"\|": "‖", r"\sqrt": "⎷"}  # fmt: skip
_ACCENTS = {
    "ˆ": r"\hat", "̂": r"\hat", "^": r"\hat", "˜": r"\tilde", "̃": r"\tilde", "¯": r"\bar", "ˉ": r"\bar",
    "̄": r"\bar",
    "̅": r"\bar", "˙": r"\dot", "̇": r"\dot", "¨": r"\ddot", "̈": r"\ddot", "⃗": r"\vec", "ˇ": r"\check",
    "̌": r"\check", "˘": r"\breve", "̆": r"\breve", "´": r"\acute", "́": r"\acute", "̀": r"\grave",
    "˚": r"\mathring", "̊": r"\mathring", "⏞": r"\overbrace", "⏟": r"\underbrace", "⃛": r"\dddot",
}  # fmt: skip
_ALSO = {
    "−": "-", "∗": "*", "′": r"\prime", "’": r"\prime", "√": r"\sqrt", "∣": "|", "∥": r"\|", "‖": r"\|",
    "〈": r"\langle", "〉": r"\rangle", "⟨": r"\langle", "⟩": r"\rangle", "·": r"\cdot", "⋅": r"\cdot",
    "ϵ": r"\epsilon", "ε": r"\varepsilon", "ϕ": r"\phi", "φ": r"\varphi", "∅": r"\emptyset", "ℏ": r"\hbar",
    "∆": r"\Delta", "Ω": r"\Omega", "µ": r"\mu", "∖": r"\setminus", "\\": r"\setminus", "–": "-",
    "ı": r"\imath",
    "ȷ": r"\jmath", "∙": r"\bullet", "•": r"\bullet", "⟂": r"\perp", "⊥": r"\perp", "∶": ":", "⁄": "/",
    "∕": "/", "{": r"\{", "}": r"\}", "≅": r"\cong", "△": r"\bigtriangleup", "…": r"\ldots", "⊨": r"\models",
    "\u2126": r"\Omega", "⊧": r"\models", "○": r"\bigcirc", "◯": r"\bigcirc", "⧵": r"\setminus",
    "◀": r"\blacktriangleleft", "▶": r"\blacktriangleright", "◁": r"\triangleleft", "▷": r"\triangleright",
    "▿": r"\triangledown",
    "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$", "_": r"\_",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph of a composed sign: its name, and where its origin is from the first one's (em, y downwards).

    ``dx`` is None in signs that stretch.
    """

    name: str
    dx: float | None
    dy: float


@dataclass(frozen=True, slots=True)
class Composed:
    """A sign that a font draws with several glyphs, in the order of the file; ``font`` is the first one's."""

    token: str
    font: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class GlyphClasses:
    """The table with the rules for what is not in it; answers are kept.

    Attributes:
        classes: all symbol classes.
        names: font family -> glyph name -> class.
        pieces: font family -> name -> classes that stretch with the help of this glyph.
        composed: by the name of their first glyph, those with most parts first.
        mathematical: font families that draw nothing but mathematics.
    """

    classes: frozenset[str]
    names: Mapping[str, Mapping[str, str]]
    pieces: Mapping[str, Mapping[str, tuple[str, ...]]]
    composed: Mapping[str, Sequence[Composed]]
    mathematical: frozenset[str]
    _characters: Mapping[str, str]
    _known: dict[tuple[str, str, str], str | None] = field(default_factory=dict)

    @classmethod
    def read(cls, models_dir: Path, classes: Iterable[str]) -> GlyphClasses:
        """Read the table beside the weights; raises ModelError."""
        try:
            content = json.loads((models_dir / TABLE).read_text("utf-8"))
            return cls.of(classes, content)
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise ModelError(
                "Table of glyphs missing", f"{TABLE} cannot be read: {error}.", "Install scipix again."
            ) from error

    @classmethod
    def of(cls, classes: Iterable[str], content: Mapping[str, Any]) -> GlyphClasses:
        """From the table's content; {} leaves the characters alone to tell."""
        known = frozenset(classes)
        composed: dict[str, list[Composed]] = {}
        for token, font, parts in content.get("composed", ()):
            sign = Composed(token, font, tuple(Part(name, dx, dy) for name, dx, dy in parts))
            composed.setdefault(sign.parts[0].name, []).append(sign)
        for signs in composed.values():
            signs.sort(key=lambda sign: -len(sign.parts))
        pieces = {
            family: {name: tuple(tokens) for name, tokens in names.items()}
            for family, names in content.get("pieces", {}).items()
        }
        fonts = frozenset(content.get("mathematical", ()))
        return cls(known, content.get("names", {}), pieces, composed, fonts, _by_character(known))

    def token(self, glyph: Glyph) -> str | None:
        """The class of a glyph; None where it is none of them."""
        key = (glyph.font, glyph.name, glyph.text)
        if key not in self._known:
            self._known[key] = self._look_up(*key)
        return self._known[key]

    def stretching(self, glyph: Glyph) -> tuple[str, ...]:
        """The classes that the glyph may be a piece of; () for one that stands alone."""
        found = self.pieces.get(family(glyph.font), {}).get(glyph.name, ())
        if found or not glyph.text:
            return found
        return tuple(token for token, chars in _PIECES.items() if glyph.text in chars)

    def _look_up(self, font: str, name: str, text: str) -> str | None:
        if font.startswith(SEEN) and name in self.classes:
            return name
        token = self.names.get(family(font), {}).get(name)
        if not token and _BY_CODE.fullmatch(name) and _OPEN_TYPE.get(text) in self.classes:
            return _OPEN_TYPE[text]
        return token or self.of_character(text, font)

    def of_character(self, text: str, font: str) -> str | None:
        """The class of a character (or ligature) in a font of that name."""
        text = _LIGATURES.get(text, text)
        style, plain = _styled(text)
        if style is None:
            style, plain = font_style(font), text
        token = self._characters.get(plain, plain)
        upright = plain in S.DIGITS or not plain.isalpha() or plain in S.GREEK_UPPER
        for candidate in _candidates(style, token, upright=upright or token in S.GREEK):
            if candidate in self.classes:
                return candidate
        return None


def _candidates(style: str, token: str, *, upright: bool) -> tuple[str, ...]:
    """Classes to try for a token in a style, best first. Signs and digits have no upright class."""
    if upright and style in ("", r"\mathrm"):
        return (token,)
    if token in S.DIGITS:
        return (styled(token, style), token)
    bold = (f"\\boldsymbol{{{token}}}",) if style == r"\mathbf" else ()
    if token.startswith("\\"):
        return (f"{style}{{{token}}}", *bold, token)
    return (f"{style}{{{token}}}" if style else token, token)


def family(font: str) -> str:
    """A font's name without its design size: ``CMMI10`` -> ``CMMI``."""
    return re.sub(r"\d+", "", font)


def font_style(font: str) -> str:
    """The letter style that a font's name tells; '' is the italic of mathematics."""
    if _MONO.search(font):
        return r"\mathtt"
    plain = family(font)
    bold, italic = _BOLD.search(plain), _ITALIC.search(plain)
    if _SANS.search(font) and not italic:
        return r"\mathsf"
    if bold:
        return r"\boldsymbol" if italic else r"\mathbf"
    return "" if italic else r"\mathrm"


def _styled(text: str) -> tuple[str | None, str]:
    """Style and plain letter of a mathematical alphanumeric; None where the font tells the style."""
    if text == "ℎ":  # Planck's constant stands in for the italic h
        return "", "h"
    if text == _SCRIPT_L or len(text) != 1:
        return None, text
    if not (0x1D400 <= ord(text) <= 0x1D7FF or 0x2102 <= ord(text) <= 0x2134):
        return None, text
    name, plain = unicodedata.name(text, ""), _without_style(text)
    for words, style in _STYLE_OF_BLOCK:
        if words in name:
            return style, plain
    return None, text


def _without_style(text: str) -> str:
    """The letter that a mathematical alphanumeric is one of; but not that one's plainer form: ϕ is no φ."""
    kind, _, code = unicodedata.decomposition(text).partition(" ")
    return chr(int(code, 16)) if kind == "<font>" else unicodedata.normalize("NFKC", text)


def _negated(classes: frozenset[str]) -> dict[str, str]:
    """The characters for relations that are struck out and have no command of their own."""
    found: dict[str, str] = {}
    for token in classes:
        relation = GLYPHS.get(token.removeprefix(r"\not")) if token.startswith("\\not\\") else None
        struck = unicodedata.normalize("NFC", relation.text + "\u0338") if relation else ""
        if len(struck) == 1:
            found[struck] = token
    return found


def _by_character(classes: frozenset[str]) -> dict[str, str]:
    """The class of each character that has one."""
    found = _negated(classes)
    for command, glyph in GLYPHS.items():
        token = S.SYNONYMS.get(command, command)
        if token in classes and not (glyph.text in found and token != command):
            found[glyph.text] = token
    return found | _ACCENTS | {char: token for char, token in _ALSO.items() if token in classes}
