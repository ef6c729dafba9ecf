"""Fonts: LaTeX's commands, and Unicode's mathematical alphabets."""

from __future__ import annotations

from scipix.engine.latex.presentation.nodes import Font

COMMANDS: dict[str, Font] = {
    r"\mathrm": "normal", r"\mathup": "normal", r"\symrm": "normal", r"\symup": "normal",
    r"\mathbf": "bold", r"\mathbfup": "bold", r"\bold": "bold", r"\symbf": "bold",
    r"\mathit": "italic", r"\mathnormal": "italic", r"\symit": "italic", r"\symnormal": "italic",
    r"\mathbb": "double-struck", r"\Bbb": "double-struck", r"\mathds": "double-struck",
    r"\mathbbm": "double-struck", r"\symbb": "double-struck", r"\mathcal": "script", r"\mathscr": "script",
    r"\symcal": "script", r"\symscr": "script", r"\mathbfcal": "bold-script", r"\mathbfscr": "bold-script",
    r"\mathfrak": "fraktur", r"\frak": "fraktur", r"\symfrak": "fraktur", r"\mathbffrak": "bold-fraktur",
    r"\mathsf": "sans-serif", r"\mathsfup": "sans-serif", r"\symsf": "sans-serif",
    r"\mathsfit": "sans-serif-italic", r"\mathbfsf": "sans-serif-bold", r"\mathtt": "monospace",
    r"\symtt": "monospace", r"\boldsymbol": "bold-italic", r"\bm": "bold-italic", r"\pmb": "bold-italic",
    r"\mathbfit": "bold-italic", r"\symbfit": "bold-italic",
}  # fmt: skip
SWITCHES: dict[str, Font] = {
    r"\rm": "normal", r"\bf": "bold", r"\it": "italic", r"\sl": "italic", r"\mit": "italic",
    r"\cal": "script", r"\scr": "script", r"\sf": "sans-serif", r"\tt": "monospace", r"\frak": "fraktur",
    r"\boldmath": "bold-italic", r"\unboldmath": "italic", r"\bfseries": "bold", r"\rmfamily": "normal",
    r"\sffamily": "sans-serif", r"\ttfamily": "monospace", r"\itshape": "italic", r"\slshape": "italic",
    r"\normalfont": "normal", r"\upshape": "normal", r"\mdseries": "normal", r"\sc": "normal",
    r"\scshape": "normal", r"\oldstyle": "normal",
}  # fmt: skip
TEXTS: dict[str, Font] = {
    r"\textbf": "bold", r"\textit": "italic", r"\textsl": "italic", r"\emph": "italic",
    r"\textsf": "sans-serif", r"\texttt": "monospace", r"\textrm": "normal", r"\textup": "normal",
    r"\textnormal": "normal", r"\textmd": "normal", r"\textsc": "normal",
}  # fmt: skip
WORD_FONTS: frozenset[Font] = frozenset({"normal", "bold", "sans-serif", "sans-serif-bold", "monospace"})
"""Fonts in which letters side by side are a word."""
ALPHABETS: frozenset[Font] = frozenset({"double-struck", "script", "bold-script", "fraktur", "bold-fraktur"})

# Where each font's capital A, small a, capital alpha, small alpha and digit zero stand; 0 where it has none.
_STARTS: dict[Font, tuple[int, int, int, int, int]] = {
    "italic": (0x1D434, 0x1D44E, 0x1D6E2, 0x1D6FC, 0),
    "bold": (0x1D400, 0x1D41A, 0x1D6A8, 0x1D6C2, 0x1D7CE),
    "bold-italic": (0x1D468, 0x1D482, 0x1D71C, 0x1D736, 0x1D7CE),
    "double-struck": (0x1D538, 0x1D552, 0, 0, 0x1D7D8),
    "script": (0x1D49C, 0x1D4B6, 0, 0, 0),
    "bold-script": (0x1D4D0, 0x1D4EA, 0, 0, 0),
    "fraktur": (0x1D504, 0x1D51E, 0, 0, 0),
    "bold-fraktur": (0x1D56C, 0x1D586, 0, 0, 0),
    "sans-serif": (0x1D5A0, 0x1D5BA, 0, 0, 0x1D7E2),
    "sans-serif-bold": (0x1D5D4, 0x1D5EE, 0x1D756, 0x1D770, 0x1D7EC),
    "sans-serif-italic": (0x1D608, 0x1D622, 0, 0, 0x1D7E2),
    "monospace": (0x1D670, 0x1D68A, 0, 0, 0x1D7F6),
}
# Letters that Unicode had before it had the alphabets.
_OLDER: dict[Font, dict[str, str]] = {
    "italic": {"h": "ℎ", "ı": "𝚤", "ȷ": "𝚥"},
    "double-struck": dict(zip("CHNPQRZ", "ℂℍℕℙℚℝℤ", strict=True)),
    "script": dict(zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)),
    "fraktur": dict(zip("CHIRZ", "ℭℌℑℜℨ", strict=True)),
}
_CAPITALS = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇"
_SMALL = "αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ"


def in_font(text: str, font: Font) -> str:
    """The characters in a mathematical alphabet; those that it lacks stay as they are."""
    if font == "normal":
        return text
    older = _OLDER.get(font, {})
    return "".join(older.get(char) or _mapped(char, _STARTS[font]) for char in text)


def has_font(char: str, font: Font) -> bool:
    """Whether Unicode has the character in this font."""
    return font == "normal" or in_font(char, font) != char


def _mapped(char: str, starts: tuple[int, int, int, int, int]) -> str:
    capital, small, greek_capital, greek_small, zero = starts
    if "A" <= char <= "Z":
        return chr(capital + ord(char) - ord("A"))
    if "a" <= char <= "z":
        return chr(small + ord(char) - ord("a"))
    if "0" <= char <= "9" and zero:
        return chr(zero + ord(char) - ord("0"))
    if char in _CAPITALS and greek_capital:
        return chr(greek_capital + _CAPITALS.index(char))
    if char in _SMALL and greek_small:
        return chr(greek_small + _SMALL.index(char))
    return char
