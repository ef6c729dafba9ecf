"""One running preview for the tests that only draw, and fresh ones for those that break something."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.ui.preview.messages import Preview, PreviewFailure, PreviewRequest, Span
from scipix.ui.preview.service import PreviewService


class Desk:
    """A preview service and everything it has answered."""

    def __init__(self, **options: object) -> None:
        self.service = PreviewService(**options)  # type: ignore[arg-type]
        self.answers: list[Preview | PreviewFailure] = []
        self.notes: list[str] = []
        self.service.rendered.connect(self.answers.append)
        self.service.failed.connect(self.answers.append)
        self.service.told.connect(self.notes.append)
        self._key = 0

    def send(self, latex: str, channel: str = "main", marks: tuple[Span, ...] = ()) -> int:
        """Ask without waiting; the key of the request."""
        self._key += 1
        self.service.request(PreviewRequest(self._key, channel, latex, True, marks))
        return self._key

    def ask(self, qtbot: QtBot, latex: str, marks: tuple[Span, ...] = ()) -> Preview | PreviewFailure:
        """Ask and wait for the answer."""
        key = self.send(latex, marks=marks)
        qtbot.waitUntil(lambda: any(answer.key == key for answer in self.answers), timeout=60_000)
        return next(answer for answer in self.answers if answer.key == key)

    def draw(self, qtbot: QtBot, latex: str, marks: tuple[Span, ...] = ()) -> Preview:
        """Ask for something that can be drawn."""
        answer = self.ask(qtbot, latex, marks)
        assert isinstance(answer, Preview), answer
        return answer

    def fail(self, qtbot: QtBot, latex: str) -> PreviewFailure:
        """Ask for something that cannot."""
        answer = self.ask(qtbot, latex)
        assert isinstance(answer, PreviewFailure), answer
        return answer


@pytest.fixture(scope="module")
def desk(qapp: QApplication) -> Iterator[Desk]:
    """A preview that all tests of a module share."""
    # A patient one: the machine that runs the tests may be busy.
    shared = Desk(timeout_ms=60_000)
    yield shared
    shared.service.close()


@pytest.fixture
def make_desk(qapp: QApplication) -> Iterator[Callable[..., Desk]]:
    """Makes previews that are closed after the test."""
    made: list[Desk] = []

    def make(**options: object) -> Desk:
        made.append(Desk(**options))
        return made[-1]

    yield make
    for each in made:
        each.service.close()
