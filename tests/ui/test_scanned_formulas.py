"""Formulas on scanned pages in the window: looked for where one stays, shown, read; here by a stand-in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pdf_files import write_pdf, write_scan
from PySide6.QtCore import QBuffer, QObject, QSettings, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.app.documents.page_requests import PageFormula, PageFormulas, ScannedFormulasOf
from scipix.engine.errors import EngineError
from scipix.engine.types import Box
from scipix.ui.controllers.document import DocumentController
from scipix.ui.controllers.document_formulas import DocumentFormulas
from scipix.ui.controllers.scanned_formulas import ScannedFormulas
from scipix.ui.images import to_qimage
from scipix.ui.page_service import Lane, PageService
from scipix.ui.theme import apply_theme
from scipix.ui.views.document_view import DocumentView


def png(gray: np.ndarray) -> bytes:
    buffer = QBuffer()
    to_qimage(gray).save(buffer, "PNG")
    return bytes(buffer.data())


FORMULA = PageFormula(Box(195, 285, 270, 305), None, png(np.full((20, 70), 7, np.uint8)))


class Looking(QObject):
    """Stands for the second service: remembers what is asked."""

    answered = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []
        self.asked: list[ScannedFormulasOf] = []
        self.rested = 0

    def open(self, path: Path, password: str = "") -> None:
        self.opened.append(path)

    def want(self, lane: object, requests: object) -> None:
        self.asked += requests

    def rest(self) -> None:
        self.rested += 1

    def answer(self, reply: object) -> None:
        self.answered.emit(self.asked[-1], reply)


class Readings:
    def __init__(self) -> None:
        self.pictures: list[np.ndarray] = []

    def read_picture(self, image: np.ndarray, source: object) -> None:
        self.pictures.append(image)


class Stage:
    def __init__(self, qtbot: QtBot, memory: QSettings) -> None:
        self.qtbot = qtbot
        self.service, self.looking, self.readings = PageService(), Looking(), Readings()
        self.view = DocumentView(QAction("Open"))
        self.documents = DocumentController(self.service, self.view, memory, QGuiApplication.clipboard())
        self.formulas = DocumentFormulas(self.service, self.view, self.documents, self.readings)
        self.scanned = ScannedFormulas(self.looking, self.view, self.documents, lambda: "cpu")
        self.view.resize(900, 700)
        self.view.show()

    def open(self, path: Path) -> Stage:
        self.documents.open(path)
        self.qtbot.waitUntil(lambda: self.documents.document is not None, timeout=20_000)
        return self

    def wait_for_question(self, count: int = 1) -> None:
        self.qtbot.waitUntil(lambda: len(self.looking.asked) == count, timeout=20_000)


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    made = Stage(qtbot, QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    yield made
    made.service.close()
    made.view.close()


@pytest.fixture
def scan(tmp_path: Path) -> Path:
    return write_scan(tmp_path / "scan.pdf")


def test_a_scanned_page_is_looked_at_once_and_its_formulas_are_read(stage: Stage, scan: Path):
    stage.open(scan).wait_for_question()
    assert stage.looking.asked == [ScannedFormulasOf(0, "cpu")]
    assert stage.looking.opened == [scan]
    assert stage.view.pages.looking == 0
    stage.scanned._look()
    assert len(stage.looking.asked) == 1
    stage.looking.answer(PageFormulas(0, True, (FORMULA,)))
    assert stage.view.pages.looking is None
    assert stage.view.pages.formulas[0].formulas == (FORMULA,)
    stage.view.pages.formula_chosen.emit(0, FORMULA)
    (picture,) = stage.readings.pictures
    assert picture.shape == (20, 70, 3)
    assert (picture == 7).all()
    assert "from the picture" in stage.view._read_label.text()


def test_the_sign_is_painted_while_the_page_is_looked_at(stage: Stage, scan: Path):
    stage.open(scan).wait_for_question()
    stage.qtbot.wait(1)
    before = stage.view.pages.viewport().grab().toImage()
    stage.view.pages.set_looking(None)
    assert stage.view.pages.viewport().grab().toImage() != before


def test_a_page_that_carries_its_glyphs_is_not_looked_at(stage: Stage, tmp_path: Path):
    stage.open(write_pdf(tmp_path / "story.pdf"))
    stage.qtbot.waitUntil(lambda: 0 in stage.view.pages.formulas, timeout=20_000)
    stage.scanned._look()
    assert stage.looking.asked == []


def test_what_was_found_is_remembered_for_the_next_visit(stage: Stage, scan: Path, tmp_path: Path):
    stage.open(scan).wait_for_question()
    stage.looking.answer(PageFormulas(0, True, (FORMULA,)))
    stage.open(write_pdf(tmp_path / "story.pdf"))
    stage.open(scan)
    known = stage.view.pages.formulas
    stage.qtbot.waitUntil(lambda: 0 in known and known[0].looked, timeout=20_000)
    assert known[0].formulas == (FORMULA,)
    assert len(stage.looking.asked) == 1


def test_an_answer_about_another_document_is_no_answer(stage: Stage, scan: Path, tmp_path: Path):
    stage.open(scan).wait_for_question()
    stage.open(write_pdf(tmp_path / "story.pdf"))
    assert stage.view.pages.looking is None
    stage.looking.answer(PageFormulas(0, True, (FORMULA,)))
    assert stage.view.pages.formulas.get(0) != PageFormulas(0, True, (FORMULA,))


def test_a_failure_is_told_and_not_asked_for_again(stage: Stage, scan: Path):
    stage.open(scan).wait_for_question()
    stage.looking.answer(EngineError("Models missing", "There are none.", "Install scipix again."))
    (message,) = stage.view.messages.messages()
    assert "page 1" in message.title
    stage.scanned._look()
    assert len(stage.looking.asked) == 1
    assert stage.view.pages.looking is None


def test_the_models_are_let_go_of_after_a_while(stage: Stage, scan: Path):
    stage.open(scan).wait_for_question()
    stage.looking.answer(PageFormulas(0, True, ()))
    stage.scanned._rest.setInterval(1)
    stage.scanned._rest.start()
    stage.qtbot.waitUntil(lambda: stage.looking.rested == 1)


class Process:
    """Stands for the process behind a service."""

    def __init__(self) -> None:
        self.log: list[str] = []

    def ask(self, request: object) -> object:
        self.log.append(type(request).__name__)
        return ()

    def rest(self) -> None:
        self.log.append("rest")

    def close(self) -> None:
        self.log.append("closed")


def test_a_service_lets_its_process_rest_once_and_not_before_it_has_begun(qtbot: QtBot, tmp_path: Path):
    process = Process()
    service = PageService(process=process)
    service.rest()
    service.open(tmp_path / "a.pdf")
    service.rest()
    service.want(Lane.FORMULAS, [ScannedFormulasOf(0)])
    qtbot.waitUntil(lambda: {"rest", "ScannedFormulasOf"} <= set(process.log))
    service.close()
    assert process.log[0] == "OpenFile"
    assert process.log.count("rest") == 1
