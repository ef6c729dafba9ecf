"""Documents in the whole program: opened, read from, beside the result, and kept through a new window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_recognizer import FakeOpener
from pdf_files import write_encrypted, write_pdf
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
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


# Several documents.


def tabs(program: Program) -> list[str]:
    bar = document(program).tabs
    return [bar.tabText(place) for place in range(bar.count())]


def wait_for_file(program: Program, qtbot: QtBot, name: str) -> None:
    def shown() -> bool:
        opened = program.face.documents.document
        return opened is not None and opened.path.name == name

    qtbot.waitUntil(shown, timeout=20_000)


def drop(program: Program, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    program.face.window.dropped.emit(data)


def test_several_dropped_pdfs_are_all_open_and_stay_where_they_were_left(program, qtbot, tmp_path):
    program.start(Wish())
    drop(program, *(write_pdf(tmp_path / f"{name}.pdf", pages=9) for name in "abc"))
    wait_for_file(program, qtbot, "a.pdf")
    assert tabs(program) == ["a.pdf", "b.pdf", "c.pdf"]
    bar, pages = document(program).tabs, document(program).pages
    assert bar.isVisible()
    pages.go_to_page(6)
    bar.setCurrentIndex(2)
    wait_for_file(program, qtbot, "c.pdf")
    assert pages.page() == 0
    bar.setCurrentIndex(0)
    wait_for_file(program, qtbot, "a.pdf")
    assert pages.page() == 6
    drop(program, tmp_path / "b.pdf")
    wait_for_file(program, qtbot, "b.pdf")
    assert tabs(program) == ["a.pdf", "b.pdf", "c.pdf"]


def test_closing_shows_the_neighbour_and_at_last_nothing(program, qtbot, tmp_path):
    program.start(Wish())
    drop(program, *(write_pdf(tmp_path / f"{name}.pdf") for name in "abc"))
    wait_for_file(program, qtbot, "a.pdf")
    bar = document(program).tabs
    bar.tabButton(1, bar.ButtonPosition.RightSide).click()
    assert tabs(program) == ["a.pdf", "c.pdf"]
    assert program.face.documents.path.name == "a.pdf"
    QTest.keyClick(document(program).pages, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    wait_for_file(program, qtbot, "c.pdf")
    assert tabs(program) == ["c.pdf"]
    assert not bar.isVisible()
    QTest.keyClick(document(program).pages, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert tabs(program) == []
    assert not document(program).showing_document()
    assert document(program).states.other.isVisible()


def test_a_password_is_asked_for_once_while_the_document_is_open(program, qtbot, tmp_path):
    program.start(Wish())
    drop(program, write_encrypted(tmp_path / "secret.pdf", "sesame"), write_pdf(tmp_path / "b.pdf"))
    states = document(program).states
    qtbot.waitUntil(states.password.isVisible, timeout=20_000)
    states.password.setText("sesame")
    states.unlock.click()
    wait_for_file(program, qtbot, "secret.pdf")
    document(program).tabs.setCurrentIndex(1)
    wait_for_file(program, qtbot, "b.pdf")
    document(program).tabs.setCurrentIndex(0)
    wait_for_file(program, qtbot, "secret.pdf")


def recent_menu(program: Program) -> dict[str, QAction]:
    program.face.recent.fill()
    return {action.text(): action for action in program.face.recent.actions()}


def test_recent_documents_open_again_unless_nothing_shall_be_kept(program, qtbot, tmp_path):
    program.start(Wish())
    drop(program, write_pdf(tmp_path / "a.pdf"))
    wait_for_file(program, qtbot, "a.pdf")
    program.core.store.update(private_mode=True)
    drop(program, write_pdf(tmp_path / "b.pdf"))
    wait_for_file(program, qtbot, "b.pdf")
    entries = recent_menu(program)
    assert "b.pdf" not in entries
    entries["a.pdf"].trigger()
    wait_for_file(program, qtbot, "a.pdf")
    (tmp_path / "a.pdf").unlink()
    assert not recent_menu(program)["a.pdf"].isEnabled()
    recent_menu(program)["Forget these"].trigger()
    assert "a.pdf" not in recent_menu(program)


def test_another_language_keeps_all_documents(program, qtbot, tmp_path):
    program.start(Wish())
    drop(program, *(write_pdf(tmp_path / f"{name}.pdf") for name in "ab"))
    wait_for_file(program, qtbot, "a.pdf")
    program.core.store.update(language="de")
    wait_for_file(program, qtbot, "a.pdf")
    assert tabs(program) == ["a.pdf", "b.pdf"]
    program.core.store.update(language="en")
