"""Entries of the history, made up."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
from fake_recognizer import FakeRecognizer
from formula_pictures import fraction_line

from scipix.ui.models.entry import Entry, Source, SourceKind


def make_entry(
    number: int,
    latex: str = "x^{2}",
    kind: SourceKind = SourceKind.FILE,
    size: tuple[int, int] | None = None,
) -> Entry:
    """An entry with a picture of ``size`` (height, width), or with the picture of a fraction."""
    image = fraction_line() if size is None else np.full(size, 255, np.uint8)
    recognition = FakeRecognizer(latex=latex).recognize(fraction_line())
    return Entry(number, image, recognition, latex, Source(kind), datetime(2026, 1, 2, 3, 4, tzinfo=UTC))
