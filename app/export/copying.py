"""The formats to copy: a table, and what goes onto the clipboard for each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

TEXT, PNG, SVG = "text/plain", "image/png", "image/svg+xml"


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendering of the formula as files: PNG and SVG bytes."""

    png: bytes
    svg: bytes


@dataclass(frozen=True, slots=True)
class CopyFormat:
    """A row of the copy menu. ``text`` makes it from LaTeX; without it the format is a picture."""

    name: str
    title: str
    text: Callable[[str], str] | None = None


def _equation(latex: str) -> str:
    return f"\\begin{{equation}}\n{latex}\n\\end{{equation}}"


FORMATS: Mapping[str, CopyFormat] = {
    entry.name: entry
    for entry in (
        CopyFormat("latex", "LaTeX", str),
        CopyFormat("inline", "LaTeX, inline $…$", lambda latex: f"${latex}$"),
        CopyFormat("display", "LaTeX, display $$…$$", lambda latex: f"$${latex}$$"),
        CopyFormat("equation", "LaTeX, equation", _equation),
        CopyFormat("png", "Picture (PNG)"),
        CopyFormat("svg", "Picture (SVG)"),
    )
}


def text_payload(name: str, latex: str) -> dict[str, bytes]:
    """What the clipboard gets for a text format; raises KeyError for a name that is none."""
    make = FORMATS[name].text
    if make is None:
        raise KeyError(name)
    return {TEXT: make(latex).encode()}


def picture_payload(name: str, picture: Picture) -> dict[str, bytes]:
    """What the clipboard gets for a picture. SVG goes as text too, for editors that take only that."""
    if name == "svg":
        return {SVG: picture.svg, TEXT: picture.svg}
    return {PNG: picture.png}
