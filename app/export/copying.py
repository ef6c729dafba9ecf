"""The formats to copy and to save, from the engine's registry, and what goes onto the clipboard for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

# Imported where it is used: with all formats it takes as long as the rest of a window's start.
if TYPE_CHECKING:
    from scipix.engine.latex.targets.target import Target

PLAIN = "latex"
"""The format that is the source itself: it is copied as it stands, errors and all."""
TEXT = "text/plain"
COMMON = (
    PLAIN, "latex-inline", "latex-display", "latex-equation",
    "mathml-word", "typst", "markdown", "png", "svg",
)  # fmt: skip
"""The formats at the top of the copy menu; the others are one step away."""
PICTURES = ("png", "svg")
"""Drawn by whoever shows the formula, so that what is copied is what was seen."""
_FILES_ONLY = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendering of the formula as files: PNG and SVG bytes."""

    png: bytes
    svg: bytes


@cache
def copy_formats() -> tuple[Target, ...]:
    """What can be copied: the common formats first, then the others in the registry's order."""
    from scipix.engine.latex.targets.registry import formats

    every = {one.id: one for one in formats() if one.id not in _FILES_ONLY}
    return tuple([every.pop(name) for name in COMMON] + list(every.values()))


def text_payload(name: str, latex: str) -> dict[str, bytes]:
    """MIME types with their content for a format of text; plain text is always among them.

    Raises:
        EngineError: the LaTeX has an error, or the format cannot express it.
    """
    from scipix.engine.latex.targets.registry import convert, target

    content = latex if name == PLAIN else convert(latex, name)
    data = content if isinstance(content, bytes) else content.encode()
    return dict.fromkeys((*target(name).mime, TEXT), data)


def picture_payload(name: str, picture: Picture) -> dict[str, bytes]:
    """What the clipboard gets for a picture. SVG goes as text too, for editors that take only that."""
    from scipix.engine.latex.targets.registry import target

    if name == "svg":
        return {target("svg").mime[0]: picture.svg, TEXT: picture.svg}
    return {target("png").mime[0]: picture.png}


def file_content(name: str, latex: str) -> bytes:
    """The formula as a file of that format; raises EngineError as ``text_payload`` does."""
    from scipix.engine.latex.targets.registry import convert

    content = latex + "\n" if name == PLAIN else convert(latex, name)
    return content if isinstance(content, bytes) else content.encode()
