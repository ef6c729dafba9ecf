"""Converting beside the pages: orders, progress, text, doubts; and once with the real process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pdf_files import write_pdf
from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.app.documents.conversion_orders import (
    Command,
    ConversionEnd,
    ConversionOrder,
    PageRead,
    ReadFormula,
)
from scipix.engine.errors import EngineError
from scipix.engine.types import Box
from scipix.ui.controllers.conversion import ConversionController
from scipix.ui.controllers.document import DocumentController
from scipix.ui.conversion_thread import ConversionThread
from scipix.ui.page_service import PageService
from scipix.ui.theme import apply_theme
from scipix.ui.views.document_view import DocumentView

TEXT = "With $a^2$ and $\\beta$ \U0001d538 and $c$."
DOUBTS = (
    ReadFormula(6, 9, Box(100, 100, 150, 120), 0.92),
    ReadFormula(16, 21, Box(100, 300, 150, 320), 0.8),
    ReadFormula(30, 31, Box(100, 500, 150, 520), 0.2),
)


class Ordered(QObject):
    """Stands for the thread: remembers orders and commands."""

    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.orders: list[ConversionOrder] = []
        self.commands: list[Command] = []
        self.closed = 0
        self.running = False

    def isRunning(self) -> bool:  # noqa: N802
        return self.running

    def begin(self, order: ConversionOrder) -> None:
        self.orders.append(order)

    def command(self, command: Command) -> None:
        self.commands.append(command)

    def close(self) -> None:
        self.closed += 1


class Stage:
    def __init__(self, qtbot: QtBot, tmp_path: Path, thread: object) -> None:
        memory = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        self.thread, self.target = thread, tmp_path / "out.mmd"
        self.service, self.view = PageService(), DocumentView(QAction("Open"))
        self.documents = DocumentController(self.service, self.view, memory, QGuiApplication.clipboard())
        self.proposed: list[Path] = []
        self.conversion = ConversionController(
            thread, self.view, self.documents, lambda: None, lambda: False, self.ask_target
        )
        self.panel = self.view.conversion
        self.view.resize(1200, 700)
        self.view.show()
        self.documents.open(write_pdf(tmp_path / "story.pdf", pages=6))
        qtbot.waitUntil(lambda: self.view.showing_document(), timeout=20_000)
        self.view.bar.convert.setChecked(True)

    def ask_target(self, proposed: Path, title: str) -> Path:
        self.proposed.append(proposed)
        return self.target

    def close(self) -> None:
        self.documents.leave()
        self.conversion.close()
        self.service.close()
        self.view.close()


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    made = Stage(qtbot, tmp_path, Ordered())
    yield made
    made.close()


def page(number, formulas=(), problem="", done=1):
    return PageRead(number, TEXT, formulas, False, problem, done, 6, 75.0)


def test_a_conversion_is_ordered_and_its_pages_appear_in_their_order(stage: Stage):
    stage.panel.format.setCurrentIndex(stage.panel.format.findData("docx"))
    stage.panel.pages.setText("2-3")
    stage.panel.start.click()
    (order,) = stage.thread.orders
    assert (order.pages, order.format, order.target, order.marks) == ("2-3", "docx", stage.target, False)
    assert stage.proposed[0].name == "story.docx"
    assert not stage.panel.start.isEnabled()
    stage.thread.told.emit(page(2, done=1))
    stage.thread.told.emit(page(1, done=2))
    assert stage.panel.state.text() == "2 of 6 pages · about 75 s left"
    text = stage.panel.text.toPlainText()
    assert 0 <= text.index("Page 2") < text.index("Page 3")
    stage.thread.told.emit(ConversionEnd(stage.target, 2, 2, ()))
    assert stage.panel.start.isEnabled()
    assert "out.mmd" in stage.panel.state.text()


def test_pages_that_are_not_there_are_told_before_anything_is_written(stage: Stage):
    stage.panel.pages.setText("70-80")
    stage.panel.start.click()
    assert stage.thread.orders == []
    assert "No such pages" in stage.panel.state.text()


def test_it_pauses_goes_on_and_stops(stage: Stage):
    stage.panel.start.click()
    stage.panel.pause.click()
    stage.panel.pause.click()
    stage.panel.stop.click()
    assert stage.thread.commands == [Command.PAUSE, Command.GO_ON, Command.STOP]


def test_failed_pages_and_errors_are_told(stage: Stage):
    stage.panel.start.click()
    stage.thread.told.emit(page(3, problem="It is damaged."))
    assert "It is damaged." in stage.panel.text.toPlainText()
    stage.thread.told.emit(ConversionEnd(stage.target, 5, 6, (3,)))
    assert "could not be read: 4." in stage.panel.state.text()
    stage.panel.start.click()
    stage.thread.told.emit(EngineError("Disk full", "Nothing can be written.", "Make room."))
    assert "Make room." in stage.panel.state.text()


def test_f8_goes_through_the_doubtful_formulas_on_both_sides(stage: Stage):
    stage.panel.start.click()
    stage.thread.told.emit(page(4, DOUBTS))
    stage.thread.told.emit(page(1, DOUBTS[:1]))
    seen = []
    for _ in range(3):
        QTest.keyClick(stage.view.pages, Qt.Key.Key_F8)
        number, formula = stage.view.pages.pointer.formula
        seen.append((number, stage.panel.text.textCursor().selectedText(), formula.box.y0))
    assert seen == [(4, r"\beta", 300), (4, "c", 500), (4, r"\beta", 300)]
    assert stage.view.pages.page() == 4
    marks = stage.panel.text.extraSelections()
    assert [mark.cursor.selectedText() for mark in marks] == [r"\beta", "c"]


def test_text_and_pages_scroll_together(stage: Stage, qtbot: QtBot):
    stage.panel.start.click()
    for number in range(6):
        stage.thread.told.emit(PageRead(number, "line\n" * 60, (), False, "", number + 1, 6, None))
    stage.view.pages.go_to_page(4)
    qtbot.waitUntil(lambda: "Page 5" in stage.panel.text.firstVisibleBlock().text())
    stage.panel.text.setFocus()
    qtbot.waitUntil(stage.panel.text.hasFocus)
    stage.panel.text.verticalScrollBar().setValue(70)
    assert stage.view.pages.page() == 1


def test_a_conversion_goes_on_behind_another_document(stage: Stage, qtbot: QtBot, tmp_path: Path):
    stage.panel.start.click()
    stage.thread.told.emit(page(0))
    stage.documents.open(write_pdf(tmp_path / "other.pdf"))
    stage.thread.told.emit(page(1))
    assert stage.panel.text.toPlainText() == ""
    qtbot.waitUntil(lambda: stage.documents.document is not None, timeout=20_000)
    stage.thread.running = True
    stage.panel.start.click()
    assert "story.pdf is being converted" in stage.panel.state.text()
    assert len(stage.thread.orders) == 1
    stage.documents.open(tmp_path / "story.pdf")
    qtbot.waitUntil(lambda: "Page 2" in stage.panel.text.toPlainText(), timeout=20_000)
    assert "Page 1" in stage.panel.text.toPlainText()
    assert not stage.panel.start.isEnabled()


def test_a_closed_document_ends_its_conversion(stage: Stage, tmp_path: Path):
    stage.panel.start.click()
    stage.conversion.drop(tmp_path / "other.pdf")
    assert stage.thread.closed == 0
    stage.conversion.drop(tmp_path / "story.pdf")
    assert stage.thread.closed == 1
    stage.thread.told.emit(page(0))
    assert stage.panel.text.toPlainText() == ""


def test_the_real_process_writes_the_file(qapp, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("SCIPIX_CACHE_DIR", str(tmp_path / "cache"))
    thread = ConversionThread()
    stage = Stage(qtbot, tmp_path, thread)
    stage.panel.pages.setText("2")
    stage.panel.start.click()
    qtbot.waitUntil(stage.panel.start.isEnabled, timeout=60_000)
    assert "a=b+c" in stage.panel.text.toPlainText()
    stage.close()
    assert "a=b+c" in stage.target.read_text("utf-8")
    assert not thread.isRunning()
