"""The visual classes: canonical tokens of the normal form, plus accents, the root sign and rules."""

from __future__ import annotations

import string

from scipix.engine.latex import symbols as S
from scipix.engine.recognize.assemble import RULE

_STYLED_LETTERS = {
    r"\mathrm": string.ascii_letters, r"\mathbf": string.ascii_letters + string.digits,
    r"\mathsf": string.ascii_letters + string.digits, r"\mathtt": string.ascii_letters + string.digits,
    r"\mathbb": string.ascii_uppercase + "k1", r"\mathcal": string.ascii_uppercase,
    r"\mathscr": string.ascii_uppercase, r"\mathfrak": string.ascii_letters,
    r"\boldsymbol": string.ascii_letters + string.digits,
}  # fmt: skip
_LIGATURES = [f"{style}{{{letters}}}" for style in (r"\mathrm", r"\mathbf", r"\mathsf")
              for letters in ("ff", "fi", "fl", "ffi", "ffl")]  # fmt: skip


def visual_classes() -> list[str]:
    """All classes in a fixed order; the index of a token is its class number."""
    styled = [f"{style}{{{letter}}}" for style, letters in _STYLED_LETTERS.items() for letter in letters]
    bold_greek = [f"\\boldsymbol{{{name}}}" for name in sorted(S.GREEK)]
    accents = sorted(set(S.ACCENTS.values()) - S.RULED_ACCENTS)
    plain = sorted(S.known_symbols() - {"'", "`", '"'})
    return [RULE, r"\sqrt", *accents, *plain, *styled, *bold_greek, *_LIGATURES]
