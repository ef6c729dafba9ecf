from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scipix.app.export.copying import FORMATS
from scipix.app.settings import SettingsStore, load_settings
from scipix.ui.controllers.copying import CopyController
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.preview.service import PreviewService

LATEX = r"\frac{a}{b} & c"


class Desk:
    """A controller with the real renderer and the clipboard of the offscreen platform."""

    def __init__(self, store: SettingsStore) -> None:
        self.latex = r"\frac{a}{b}"
        self.store = store
        self.service = PreviewService()
        self.previews = PreviewController(self.service)
        self.clipboard = QGuiApplication.clipboard()
        self.clipboard.clear()
        self.controller = CopyController(self.clipboard, self.previews, store, lambda: self.latex)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path):
    made = Desk(load_settings(tmp_path / "settings.toml", {}))
    yield made
    made.service.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("latex", r"\frac{a}{b}"),
        ("inline", r"$\frac{a}{b}$"),
        ("display", r"$$\frac{a}{b}$$"),
        ("equation", "\\begin{equation}\n\\frac{a}{b}\n\\end{equation}"),
    ],
)
def test_text_is_on_the_clipboard_and_the_format_is_remembered(desk: Desk, name: str, text: str):
    desk.controller.copy(name)
    assert desk.clipboard.text() == text
    assert desk.store.current.copy_format == name
    desk.clipboard.clear()
    desk.controller.copy()
    assert desk.clipboard.text() == text


def test_a_copied_picture_is_a_png_with_ink_on_white(desk: Desk, qtbot: QtBot):
    with qtbot.waitSignal(desk.controller.copied, timeout=20_000):
        desk.controller.copy("png")
    data = desk.clipboard.mimeData()
    assert data.hasImage()
    image = QImage.fromData(data.data("image/png").data(), "PNG")
    shades = {image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())}
    assert max(shades) == 255
    assert min(shades) < 40


def test_a_copied_svg_is_there_as_picture_and_as_text(desk: Desk, qtbot: QtBot):
    with qtbot.waitSignal(desk.controller.copied, timeout=20_000):
        desk.controller.copy("svg")
    data = desk.clipboard.mimeData()
    assert data.hasFormat("image/svg+xml")
    assert b"<svg" in data.data("image/svg+xml").data()
    assert "<svg" in data.text()


def test_without_a_formula_the_clipboard_stays_as_it_is(desk: Desk, qtbot: QtBot):
    desk.clipboard.setText("precious")
    desk.latex = " "
    with qtbot.waitSignal(desk.controller.failed) as caught:
        desk.controller.copy("latex")
    assert caught.args[0].title == "Nothing to copy"
    assert desk.clipboard.text() == "precious"


def test_a_picture_of_what_cannot_be_drawn_is_an_error(desk: Desk, qtbot: QtBot):
    desk.clipboard.setText("precious")
    desk.latex = r"\frac{1"
    with qtbot.waitSignal(desk.controller.failed, timeout=20_000):
        desk.controller.copy("png")
    assert desk.clipboard.text() == "precious"


def test_the_menu_shows_each_format_with_a_sample_and_ticks_the_last(desk: Desk, qtbot: QtBot):
    owner = QWidget()
    qtbot.addWidget(owner)
    desk.latex = LATEX
    desk.controller.copy("inline")
    menu = desk.controller.menu(owner, with_keys=True)
    menu.aboutToShow.emit()
    assert [action.data() for action in menu.actions()] == list(FORMATS)
    assert [action.data() for action in menu.actions() if action.isChecked()] == ["inline"]
    assert r"$\frac{a}{b} && c$" in menu.actions()[1].text()
    keys = [action.shortcut().toString() for action in menu.actions()]
    assert len(set(keys)) == len(keys)


def test_a_format_that_is_gone_falls_back_to_latex(desk: Desk):
    desk.store.update(copy_format="gone")
    desk.controller.copy()
    assert desk.clipboard.text() == desk.latex
