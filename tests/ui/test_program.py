"""The whole program without a screen: a fake recogniser, everything else as it ships."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from fake_recognizer import FakeOpener, FakeRecognizer
from formula_pictures import fraction_line
from PIL import Image
from program_stage import Stage
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.engine.errors import ModelError
from scipix.ui.images import to_qimage
from scipix.ui.models.entry import SourceKind
from scipix.ui.models.message import Severity
from scipix.ui.single_instance import Wish


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"SCIPIX_{name}_DIR", str(tmp_path / name.lower()))
    monkeypatch.setenv("SCIPIX_HOTKEY", "")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text('language = "en"\n')
    return tmp_path


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "formula.png"
    Image.fromarray(fraction_line()).save(path)
    return path


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(qapp, qtbot, FakeOpener())
    yield made
    made.program.close()
    assert not made.program.core.engine.running()
    qtbot.wait(1)


def test_it_begins_empty_and_tells_the_engine_in_use(stage: Stage):
    stage.start()
    assert stage.window.isVisible()
    assert stage.window.is_empty()
    stage.qtbot.waitUntil(lambda: "CPU" in stage.window.engine_label.text())
    assert "fake" in stage.window.engine_label.text()


def test_a_snip_made_before_the_engine_is_ready_is_served_and_copied(stage: Stage):
    stage.snip()
    stage.start()
    stage.wait_for_entries(1)
    assert not stage.window.is_empty()
    assert stage.window.result.latex() == "x^{2}"
    assert QGuiApplication.clipboard().text() == "x^{2}"
    assert stage.face.toast.isVisible()


def test_nothing_is_copied_where_the_user_does_not_want_it(stage: Stage):
    stage.store.update(copy_after_snip=False, toast=False)
    stage.start()
    stage.snip()
    stage.wait_for_entries(1)
    assert QGuiApplication.clipboard().text() == ""
    assert not stage.face.toast.isVisible()


def test_files_are_read_but_not_copied(stage: Stage, picture: Path):
    stage.start(Wish(files=(str(picture),)))
    stage.wait_for_entries(1)
    assert stage.entries()[0].source.name == picture.name
    assert QGuiApplication.clipboard().text() == ""


def test_a_pasted_picture_is_read(stage: Stage):
    stage.start()
    QGuiApplication.clipboard().setImage(to_qimage(fraction_line()))
    stage.window.commands.paste.trigger()
    stage.wait_for_entries(1)
    assert stage.entries()[0].source.kind is SourceKind.CLIPBOARD


def test_pasting_text_says_that_it_is_no_picture(stage: Stage):
    stage.start()
    QGuiApplication.clipboard().setText("x^2")
    stage.window.commands.paste.trigger()
    stage.wait_for_message("No picture in the clipboard")


def test_dropped_files_and_folders_are_read(stage: Stage, picture: Path, tmp_path: Path):
    folder = tmp_path / "more"
    folder.mkdir()
    Image.fromarray(fraction_line()).save(folder / "a.png")
    (folder / "notes.txt").write_text("no picture")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(picture)), QUrl.fromLocalFile(str(folder))])
    stage.start()
    stage.window.dropped.emit(data)
    stage.wait_for_entries(2)
    assert [entry.source.name for entry in stage.entries()] == ["a.png", picture.name]


def test_a_picture_dragged_from_a_browser_is_read(stage: Stage):
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/formula.png")])
    data.setImageData(to_qimage(fraction_line()))
    stage.start()
    stage.window.dropped.emit(data)
    stage.wait_for_entries(1)


def test_a_picture_that_a_page_carries_in_itself_is_read(stage: Stage, picture: Path):
    data = QMimeData()
    data.setUrls([QUrl("data:image/png;base64," + base64.b64encode(picture.read_bytes()).decode())])
    stage.start()
    stage.window.dropped.emit(data)
    stage.wait_for_entries(1)


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "Empty file"), (b"\x89PNG\r\n\x1a\nbroken", "picture"), (b"text", "Not a picture")],
)
def test_a_bad_file_gets_a_message_and_the_window_lives_on(stage, picture, tmp_path, content, told):
    bad = tmp_path / "bad.png"
    bad.write_bytes(content)
    stage.start(Wish(files=(str(bad), str(picture))))
    stage.wait_for_entries(1)
    stage.wait_for_message(told)
    assert all(message.severity is Severity.ERROR for message in stage.window.messages.messages())
    assert all("bad.png" in message.title for message in stage.window.messages.messages())


def test_a_picture_without_a_formula_gets_a_message(stage: Stage):
    stage.start()
    stage.snip(to_qimage(np.full((40, 40), 255, np.uint8)))
    stage.wait_for_message("No formula found")
    assert stage.window.is_empty()


def test_a_huge_file_gets_a_message(stage: Stage, tmp_path: Path):
    huge = tmp_path / "huge.png"
    Image.new("1", (12_000, 9_000)).save(huge)
    stage.start(Wish(files=(str(huge),)))
    stage.wait_for_message("large")


def test_entries_come_back_with_their_edits_and_delete_can_be_undone(stage: Stage, picture: Path):
    stage.start(Wish(files=(str(picture), str(picture))))
    stage.wait_for_entries(2)
    stage.window.result.editor.replace_latex("y=1")
    stage.qtbot.waitUntil(lambda: stage.entries()[0].latex == "y=1")
    newest, oldest = stage.entries()
    stage.window.history.chosen.emit(oldest)
    assert stage.window.result.latex() == "x^{2}"
    stage.window.history.chosen.emit(stage.entries()[0])
    assert stage.window.result.latex() == "y=1"
    stage.window.history.delete_wanted.emit((newest.key,))
    assert [entry.key for entry in stage.entries()] == [oldest.key]
    assert stage.window.is_empty()
    stage.window.history.undo_wanted.emit()
    assert [entry.key for entry in stage.entries()] == [newest.key, oldest.key]
    assert stage.window.result.latex() == "y=1"


def test_the_preview_of_the_real_renderer_arrives(stage: Stage):
    stage.start()
    with stage.qtbot.waitSignal(stage.program.core.renderer.rendered, timeout=20_000):
        stage.snip()


def test_what_is_wrong_in_the_source_is_marked(stage: Stage):
    stage.start()
    stage.snip()
    stage.wait_for_entries(1)
    problems: list[object] = []
    stage.window.result.set_problems = problems.append
    stage.window.result.editor.replace_latex(r"\frac{1}{2")
    stage.qtbot.waitUntil(lambda: bool(problems and problems[-1]))


def test_an_engine_that_does_not_load_is_told_and_the_window_lives_on(qapp, qtbot):
    def broken(provider: str | None):
        raise ModelError("Model damaged", "The file has another checksum.", "Install scipix again.")

    stage = Stage(qapp, qtbot, broken).start()
    stage.wait_for_message("Install scipix again")
    stage.snip()
    qtbot.wait(50)
    assert stage.window.engine_label.text() == "No engine"
    stage.program.close()


def test_another_language_makes_the_window_anew_with_what_it_showed(stage: Stage):
    stage.start()
    stage.snip()
    stage.wait_for_entries(1)
    english = stage.window.commands.snip.text()
    stage.program.show_settings()
    stage.store.update(language="de")
    assert stage.window.commands.settings.text() == "Einstellungen"
    assert stage.window.isVisible()
    assert stage.window.result.latex() == "x^{2}"
    assert "CPU" in stage.window.engine_label.text()
    stage.store.update(language="en")
    assert stage.window.commands.snip.text() == english


def test_closing_ends_the_program_unless_the_tray_keeps_it(stage: Stage, monkeypatch):
    stage.start()
    quits: list[bool] = []
    monkeypatch.setattr(stage.program.core.app, "quit", lambda: quits.append(True), raising=False)
    monkeypatch.setattr(stage.face.tray, "available", lambda: True)
    stage.store.update(close_to_tray=True)
    stage.window.close()
    assert quits == []
    assert not stage.window.isVisible()
    stage.program.grant(Wish())
    assert stage.window.isVisible()
    stage.store.update(close_to_tray=False)
    stage.window.close()
    assert quits == [True]


def test_the_window_comes_back_where_it_was(qapp, qtbot):
    first = Stage(qapp, qtbot, FakeOpener()).start()
    first.window.resize(780, 600)
    first.window.commands.history.setChecked(False)
    first.program.close()
    second = Stage(qapp, qtbot, FakeOpener()).start()
    assert (second.window.width(), second.window.height()) == (780, 600)
    assert not second.window.commands.history.isChecked()
    second.program.close()


def test_a_hotkey_that_cannot_be_is_told_in_the_window_and_at_its_setting(qapp, qtbot, monkeypatch):
    monkeypatch.setenv("SCIPIX_HOTKEY", "Ctrl+Alt+M")
    stage = Stage(qapp, qtbot, FakeOpener()).start()  # the offscreen platform has no global keys
    stage.wait_for_message("No global hotkey here")
    stage.program.show_settings()
    problems = stage.program._dialog._problems
    assert "No global hotkey here" in problems["hotkey"]
    stage.program.close()


def test_a_crash_of_the_engine_is_told_and_the_next_snip_is_read(qapp, qtbot, caplog):
    failures = [RuntimeError("boom")]

    class Moody(FakeRecognizer):
        def recognize(self, image, **options):
            if failures:
                raise failures.pop()
            return super().recognize(image)

    with caplog.at_level("CRITICAL", logger="scipix.app.worker"):
        stage = Stage(qapp, qtbot, FakeOpener(Moody())).start()
        stage.snip()
        stage.wait_for_message("Internal error")
        stage.snip()
        stage.wait_for_entries(1)
        stage.program.close()
