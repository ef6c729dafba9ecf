"""What may be asked of an open document that lives in a process of its own, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import numpy.typing as npt

from scipix.app.documents.outline import OutlineEntry
from scipix.app.documents.page_text import PageText
from scipix.engine.types import Box

if TYPE_CHECKING:  # windows import this page at their start, and the recogniser is large
    from scipix.engine.recognize.exact import ExactFormula

Size: TypeAlias = tuple[float, float]
"""Width and height in points."""


@dataclass(frozen=True, slots=True)
class OpenFile:
    """Open a file in place of the one before. -> Opened; raises what ``open_document`` raises."""

    path: Path
    password: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A document; ``sizes`` are those of its first pages, None for damaged ones."""

    path: Path
    title: str
    count: int
    repaired: bool
    outline: tuple[OutlineEntry, ...]
    sizes: tuple[Size | None, ...]


@dataclass(frozen=True, slots=True)
class PageSizes:
    """The sizes of the pages from ``start`` to before ``stop``. -> tuple[Size | None, ...]."""

    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class Tile:
    """A part of a page's picture at a zoom of ``zoom`` pixels per point; all else in pixels. -> Pixels.

    ``night`` turns light and dark about and keeps the hues.
    """

    page: int
    zoom: float
    left: int
    top: int
    width: int
    height: int
    night: bool = False


@dataclass(frozen=True, slots=True)
class Pixels:
    """Blue, green, red and a byte of no meaning for each pixel, lines without gaps between them."""

    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class TextOf:
    """The text of a page. -> PageText."""

    page: int


@dataclass(frozen=True, slots=True)
class Find:
    """Where the pages from ``start`` to before ``stop`` hold a text. -> tuple[Found, ...]."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One place on a page; damaged pages have none."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class FormulasOf:
    """The formulas of a page that carries its glyphs. -> PageFormulas."""

    page: int


@dataclass(frozen=True, slots=True)
class ScannedFormulasOf:
    """The formulas that are seen in the picture of a page; it takes seconds. -> PageFormulas."""

    page: int
    provider: str | None = None


@dataclass(frozen=True, slots=True)
class PageFormula:
    """A formula on a page, in points; ``exact`` is None where not all of its glyphs are known.

    ``picture`` (PNG, gray) shows that formula alone, put straight; b'' where it has not been cut out.
    """

    box: Box
    exact: ExactFormula | None
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class PageFormulas:
    """What was found on a page; a ``scanned`` page is a picture, which may not have been ``looked`` at."""

    page: int
    scanned: bool
    formulas: tuple[PageFormula, ...]
    looked: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """A part of a page, in points, as a picture and as symbols. -> RegionContent.

    ``exact`` are the symbols where they are known already; else they are looked for in the box.
    """

    page: int
    box: Box
    dpi: float
    exact: ExactFormula | None = None


@dataclass(frozen=True, slots=True, eq=False)
class RegionContent:
    """``picture`` is RGB, (h, w, 3); ``exact`` is in its pixels, and None where glyphs are not known."""

    picture: npt.NDArray[np.uint8]
    exact: ExactFormula | None


Request: TypeAlias = OpenFile | PageSizes | Tile | TextOf | Find | FormulasOf | ScannedFormulasOf | Region
Reply: TypeAlias = (
    Opened | tuple[Size | None, ...] | Pixels | PageText | tuple[Found, ...] | PageFormulas | RegionContent
)
