"""Documents in the whole program: opened, read from, beside the result, and kept through a new window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_recognizer import FakeOpener
from pdf_files import write_encrypted, write_pdf
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.app.settings import load_settings
from scipix.engine.types import Box
from scipix.ui.main import Program
from scipix.ui.single_instance import Wish


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"SCIPIX_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("SCIPIX_HOTKEY", "")
    monkeypatch.setenv("SCIPIX_LANGUAGE", "en")
    made = Program(qapp, load_settings(), FakeOpener())
    yield made
    made.close()


def document(program: Program):
    return program.face.window.document


def wait_for_document(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: document(program).showing_document(), timeout=20_000)


def test_a_pdf_given_at_the_start_is_shown_alone(program: Program, qtbot: QtBot, tmp_path: Path):
    program.start(Wish(files=(str(write_pdf(tmp_path / "story.pdf")),)))
    wait_for_document(program, qtbot)
    window = program.face.window
    assert window.commands.document.isChecked()
    assert document(program).isVisible()
    assert not window.result.isVisible()
    window.commands.formula.trigger()
    assert not document(program).isVisible()
    assert window.empty.isVisible()


def test_a_dropped_pdf_opens_and_its_formulas_land_beside_it(program, qtbot, tmp_path):
    program.start(Wish())
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write_pdf(tmp_path / "story.pdf")))])
    program.face.window.dropped.emit(data)
    wait_for_document(program, qtbot)
    document(program).bar.picture.setChecked(True)
    document(program).pages.framed.emit(1, Box(195, 285, 270, 305))
    qtbot.waitUntil(lambda: program.face.result.entry is not None, timeout=20_000)
    window = program.face.window
    assert program.face.result.entry.source.name == "story.pdf, page 2"
    assert document(program).isVisible()
    assert window.result.isVisible()


def test_a_password_is_asked_for_without_a_dialog(program, qtbot, tmp_path):
    program.start(Wish(files=(str(write_encrypted(tmp_path / "secret.pdf", "sesame")),)))
    qtbot.waitUntil(lambda: document(program).states.password.isVisible(), timeout=20_000)
    assert QApplication.activeModalWidget() is None


def test_another_language_keeps_the_document(program, qtbot, tmp_path):
    program.start(Wish(files=(str(write_pdf(tmp_path / "story.pdf", pages=9)),)))
    wait_for_document(program, qtbot)
    document(program).pages.go_to_page(6)
    program.core.store.update(language="de")
    wait_for_document(program, qtbot)
    assert document(program).pages.page() == 6
    assert program.face.window.commands.document.isChecked()
    program.core.store.update(language="en")
