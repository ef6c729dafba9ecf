"""LaTeX to renderings: who asked gets the answer, and only the newest one."""

from __future__ import annotations

import itertools
from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from scipix.ui.preview.messages import Preview, PreviewFailure, PreviewRequest
from scipix.ui.preview.service import PreviewService

Answer = Callable[[Preview | PreviewFailure], None]
Marks = tuple[tuple[int, int], ...]


class PreviewController(QObject):
    """Sends requests to the preview service and hands each answer to whoever asked. GUI thread only."""

    def __init__(self, service: PreviewService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._service = service
        self._keys = itertools.count(1)
        self._asked: dict[str, tuple[int, Answer]] = {}
        service.rendered.connect(self._on_answer)
        service.failed.connect(self._on_answer)

    def render(self, channel: str, latex: str, then: Answer, marks: Marks = ()) -> None:
        """Render; a newer request in the same channel takes this one's place."""
        key = next(self._keys)
        self._asked[channel] = key, then
        self._service.request(PreviewRequest(key, channel, latex, True, marks))

    def idle(self) -> bool:
        """Whether every request has been answered."""
        return not self._asked

    def forget(self) -> None:
        """Answers to what was asked until now are of no use any more."""
        self._asked.clear()

    @Slot(object)
    def _on_answer(self, answer: Preview | PreviewFailure) -> None:
        key, then = self._asked.get(answer.channel, (0, None))
        if then is not None and key == answer.key:
            del self._asked[answer.channel]
            then(answer)
