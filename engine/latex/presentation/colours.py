"""LaTeX's colours as #rrggbb."""

from __future__ import annotations

import re

_NAMED = {
    "black": "#000000", "white": "#ffffff", "red": "#ff0000", "green": "#00ff00", "blue": "#0000ff",
    "cyan": "#00ffff", "magenta": "#ff00ff", "yellow": "#ffff00", "gray": "#808080", "grey": "#808080",
    "darkgray": "#404040", "lightgray": "#bfbfbf", "brown": "#bf8040", "lime": "#bfff00", "olive": "#808000",
    "orange": "#ff8000", "pink": "#ffbfbf", "purple": "#bf0040", "teal": "#008080", "violet": "#800080",
    "navy": "#000080", "maroon": "#800000", "gold": "#ffd700", "crimson": "#dc143c", "indigo": "#4b0082",
    "darkgreen": "#006400", "darkblue": "#00008b", "darkred": "#8b0000", "royalblue": "#4169e1",
    "forestgreen": "#009b55", "cerulean": "#00a2e3", "mahogany": "#a9341f", "orangered": "#ff4500",
}  # fmt: skip
_HEX = re.compile(r"#?([0-9a-fA-F]{6})")


def colour(model: str, value: str) -> str | None:
    """A colour by its model (with brackets, '' for a name) and value; None if it is not known."""
    value = value.strip()
    kind = model.strip("[] ")
    if kind in ("rgb", "RGB", "gray"):
        return _from_numbers(kind, value)
    if match := _HEX.fullmatch(value):
        return "#" + match.group(1).lower()
    return _NAMED.get(value.lower()) if not kind or kind == "named" else None


def _from_numbers(kind: str, value: str) -> str | None:
    try:
        parts = [float(part) for part in value.split(",")]
    except ValueError:
        return None
    if kind == "gray":
        parts *= 3
    scale = 1.0 if kind == "RGB" else 255.0
    if len(parts) != 3 or not all(0 <= part * scale <= 255 for part in parts):
        return None
    return "#" + "".join(f"{round(part * scale):02x}" for part in parts)
