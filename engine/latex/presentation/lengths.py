"""TeX's lengths in em, of a font of ten points."""

from __future__ import annotations

import re

_LENGTH = re.compile(r"([+-]?)(\d*\.?\d*)(?:true)?([a-z]+|\\[a-zA-Z]+)")
_UNITS = {
    "em": 1.0, "ex": 0.43, "pt": 0.1, "mu": 1 / 18, "cm": 2.845, "mm": 0.2845, "in": 7.227, "pc": 1.2,
    "bp": 0.10037, "sp": 0.1 / 65536, "dd": 0.107, "cc": 1.284, "px": 0.075, r"\quad": 1.0,
    r"\textwidth": 34.5, r"\linewidth": 34.5, r"\columnwidth": 34.5, r"\hsize": 34.5, r"\arraycolsep": 0.5,
    r"\tabcolsep": 0.6, r"\baselineskip": 1.2, r"\parindent": 1.5, r"\thinmuskip": 1 / 6,
    r"\medmuskip": 4 / 18, r"\thickmuskip": 5 / 18,
}  # fmt: skip
SPACES = {
    "~": 0.333, r"\ ": 0.333, r"\space": 0.333, r"\nobreakspace": 0.333, r"\,": 1 / 6, r"\thinspace": 1 / 6,
    r"\:": 4 / 18, r"\>": 4 / 18, r"\medspace": 4 / 18, r"\;": 5 / 18, r"\thickspace": 5 / 18,
    r"\!": -1 / 6, r"\negthinspace": -1 / 6, r"\negmedspace": -4 / 18, r"\negthickspace": -5 / 18,
    r"\enspace": 0.5, r"\enskip": 0.5, r"\quad": 1.0, r"\qquad": 2.0,
}  # fmt: skip
"""Widths of the commands that are spaces; all others have none."""


def in_em(length: str) -> float | None:
    """A length in em, blanks in it aside; None if it is none that a formula can be measured with."""
    match = _LENGTH.fullmatch("".join(length.split()))
    if match is None:
        return None
    sign, number, unit = match.groups()
    factor = _UNITS.get(unit)
    if factor is None or (number in (".", "") and unit[0] != "\\"):
        return None
    value = float(number) if number not in ("", ".") else 1.0
    return (-value if sign == "-" else value) * factor
