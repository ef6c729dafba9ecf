"""What the result panel is given by the engine, the check of sources and the renderer, made by hand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QImage

from scipix.engine.types import Alternative, Box, Recognition, StageTime, Token


@dataclass(frozen=True)
class StandInPreview:
    latex: str
    boxes: tuple = ()
    width: float = 10.0
    height: float = 2.0
    baseline: float = 1.5
    svg: bytes = b""


@dataclass(frozen=True)
class StandInFailure:
    latex: str
    start: int | None = None
    title: str = "Cannot be drawn"
    message: str = "A brace is missing."
    hint: str = "Close it."


@dataclass(frozen=True)
class StandInProblem:
    start: int
    end: int
    message: str = "This brace is never closed."
    hint: str = "Add a closing brace."
    severity: str = "error"
    fix: object = None


@dataclass(frozen=True)
class StandInFix:
    start: int
    end: int
    text: str
    note: str = "Adds the brace"


def paint(svg: bytes, em_px: float, colour: QColor, ratio: float) -> QImage:
    """A renderer's drawing: all ink."""
    image = QImage(20, 4, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(colour)
    return image


def token(text: str, x: float | None, probability: float = 0.99) -> Token:
    """A token 8 pixels wide and 10 high at ``x``; without ``x`` it leaves no ink."""
    return Token(text, probability, None if x is None else Box(x, 10.0, x + 8.0, 20.0))


def recognition(*tokens: Token, others: tuple[str, ...] = (), confidence: float = 0.9) -> Recognition:
    """An answer that is the tokens' texts, with other readings each half as likely as the one before."""
    latex = "".join(item.text for item in tokens)
    readings = tuple(Alternative(text, -0.7 * place) for place, text in enumerate((latex, *others)))
    return Recognition(
        latex, tokens, readings, confidence, (), (StageTime("all", 41.4),), "cpu", "test", 100, 40
    )


def picture(width: int = 100, height: int = 40) -> QImage:
    """White paper with one black pixel in its middle."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    image.setPixelColor(width // 2, height // 2, QColor("black"))
    return image
