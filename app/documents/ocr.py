"""The text of pictures of single lines, by rapidocr where it is installed."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from scipix.engine.session import threads
from scipix.engine.types import Checkpoint

_LANES = 2
"""Lines read beside each other, each by one thread: several threads at one line mostly wait for each other,
and batches of lines take much memory and no less time."""
_WHITE = 0.16
"""White around a line, as a share of its height: lines are scaled to one height, and reading takes as long as
they are wide then. So it takes a fifth less, and hardly more letters are wrong."""


class LineReader(Protocol):
    """Reads pictures of pieces of lines, gray and dark on white."""

    def read(self, pictures: Sequence[NDArray[np.uint8]], checkpoint: Checkpoint) -> list[tuple[str, float]]:
        """Text and probability of each; raises what ``checkpoint`` raises, which is called before each."""
        ...


class RapidLineReader:
    """PP-OCR's recogniser alone: where the lines are is known. It is loaded when it is first needed."""

    def __init__(self) -> None:
        self._recognise: Any = None

    def read(self, pictures: Sequence[NDArray[np.uint8]], checkpoint: Checkpoint) -> list[tuple[str, float]]:
        """Text and probability of each; the lines that wait are dropped where ``checkpoint`` raises."""
        if not pictures:
            return []
        if self._recognise is None:
            self._recognise = _open()
        found = []
        with ThreadPoolExecutor(max_workers=min(_LANES, threads())) as lanes:
            try:
                for line in [lanes.submit(self._line, picture) for picture in pictures]:
                    checkpoint()
                    found.append(line.result())
            except BaseException:
                lanes.shutdown(wait=False, cancel_futures=True)
                raise
        return found

    def _line(self, picture: NDArray[np.uint8]) -> tuple[str, float]:
        white = round(_WHITE * picture.shape[0])
        framed = np.pad(picture, white, constant_values=255)
        found = self._recognise([np.repeat(framed[:, :, None], 3, axis=2)])
        return str(found.txts[0]), float(found.scores[0])


def _open() -> Any:
    from rapidocr import RapidOCR

    engine = "EngineConfig.onnxruntime."
    options = {
        "Global.log_level": "critical",
        "Rec.rec_batch_num": 1,
        engine + "intra_op_num_threads": 1,
        engine + "inter_op_num_threads": 1,
    }
    return RapidOCR(params=options).recognize_txt


def line_reader() -> LineReader | None:
    """What reads lines; None where nothing is installed for it."""
    return RapidLineReader() if importlib.util.find_spec("rapidocr") else None
