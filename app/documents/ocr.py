"""The text of pictures of single lines, by rapidocr where it is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

_BATCH = 1
"""Lines at once: more take much memory and no less time on a processor."""


class LineReader(Protocol):
    """Reads pictures of pieces of lines, gray and dark on white."""

    def read(self, pictures: Sequence[NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """Text and probability of each."""
        ...


class RapidLineReader:
    """PP-OCR's recogniser alone: where the lines are is known. It is loaded when it is first needed."""

    def __init__(self) -> None:
        self._recognise: Any = None

    def read(self, pictures: Sequence[NDArray[np.uint8]]) -> list[tuple[str, float]]:
        """Text and probability of each."""
        if not pictures:
            return []
        if self._recognise is None:
            self._recognise = _open()
        coloured = [np.repeat(picture[:, :, None], 3, axis=2) for picture in pictures]
        found = self._recognise(coloured)
        return [(str(text), float(score)) for text, score in zip(found.txts, found.scores, strict=True)]


def _open() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical", "Rec.rec_batch_num": _BATCH}).recognize_txt


def line_reader() -> LineReader | None:
    """What reads lines; None where nothing is installed for it."""
    return RapidLineReader() if importlib.util.find_spec("rapidocr") else None
