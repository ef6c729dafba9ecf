"""Recognitions made by hand."""

from __future__ import annotations

from scipix.engine.types import Alternative, Box, Recognition, Symbol, Token

BOX = Box(14.0, 16.0, 40.0, 44.0)


def answer(
    latex: str = "x^{2}", confidence: float = 0.97, others: tuple[str, ...] = ("x2",), model: str = "m1"
) -> Recognition:
    """A recognition with one symbol; ``others`` are the further readings of the beam."""
    readings = tuple(Alternative(text, -0.1 - 2.0 * place) for place, text in enumerate((latex, *others)))
    return Recognition(
        latex=latex,
        tokens=(Token("x", 0.9, BOX),),
        alternatives=readings,
        confidence=confidence,
        symbols=(Symbol("x", BOX, 0.9),),
        timings=(),
        provider="cpu",
        model=model,
        width=200,
        height=80,
    )
