from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scipix.app.export.copying import COMMON, PICTURES, copy_formats
from scipix.app.settings import SettingsStore, load_settings
from scipix.engine.latex.targets.registry import formats
from scipix.engine.latex.targets.target import Target
from scipix.ui.controllers.copying import CopyController
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.preview.service import PreviewService

LATEX = r"\frac{a}{b} + \begin{matrix} a & c \end{matrix}"


class Desk:
    """A controller with the real renderer and the clipboard of the offscreen platform."""

    def __init__(self, store: SettingsStore) -> None:
        self.latex = r"\frac{a}{b}"
        self.store = store
        self.service = PreviewService()
        self.previews = PreviewController(self.service)
        self.clipboard = QGuiApplication.clipboard()
        self.clipboard.clear()
        memory = QSettings(str(store.path.parent / "window.ini"), QSettings.Format.IniFormat)
        self.controller = CopyController(self.clipboard, self.previews, store, lambda: self.latex, memory)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path):
    made = Desk(load_settings(tmp_path / "settings.toml", {}))
    yield made
    made.service.close()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("latex", r"\frac{a}{b}"),
        ("latex-inline", r"$\frac{a}{b}$"),
        ("latex-display", "$$\n\\frac{a}{b}\n$$"),
        ("latex-equation", "\\begin{equation}\n\\frac{a}{b}\n\\end{equation}"),
        ("typst", "$ frac(a, b) $"),
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
    desk.controller.copy("latex-inline")
    menu = desk.controller.menu(owner, with_keys=True)
    menu.aboutToShow.emit()
    entries = [action.data() for action in menu.actions() if action.data()]
    assert tuple(entry.id for entry in entries) == COMMON
    assert [entry.id for entry in entries if entry is desk.controller.last_format()] == ["latex-inline"]
    assert [action.data().id for action in menu.actions() if action.isChecked()] == ["latex-inline"]
    assert "&&" in menu.actions()[1].text()
    keys = [action.shortcut().toString() for action in menu.actions() if action.data()]
    assert len(set(keys)) == len(keys)


def test_a_format_that_is_gone_falls_back_to_latex(desk: Desk):
    desk.store.update(copy_format="gone")
    desk.controller.copy()
    assert desk.clipboard.text() == desk.latex


@pytest.mark.parametrize(
    "entry", [one for one in copy_formats() if one.id not in PICTURES], ids=lambda one: one.id
)
def test_each_format_puts_all_its_types_on_the_clipboard(desk: Desk, entry: Target):
    desk.latex = r"\begin{matrix} a & b \\ c & d \end{matrix}"
    desk.controller.copy(entry.id)
    data = desk.clipboard.mimeData()
    assert {mime for mime in entry.mime if not data.hasFormat(mime)} == set()
    assert data.text()


def test_word_gets_mathml_as_plain_text_in_one_line_with_its_namespace(desk: Desk):
    desk.controller.copy("mathml-word")
    text = desk.clipboard.mimeData().text()
    assert text.startswith("<math xmlns=")
    assert "\n" not in text


def test_latex_with_errors_can_be_copied_as_it_is_but_not_converted(desk: Desk, qtbot: QtBot):
    desk.latex = r"\frac{1"
    desk.controller.copy("latex")
    assert desk.clipboard.text() == r"\frac{1"
    with qtbot.waitSignal(desk.controller.failed):
        desk.controller.copy("typst")
    assert desk.clipboard.text() == r"\frac{1"
    assert desk.store.current.copy_format == "latex"


@pytest.mark.parametrize("entry", formats(), ids=lambda one: one.id)
def test_each_format_can_be_saved(desk: Desk, entry: Target, tmp_path: Path, qtbot: QtBot):
    desk.latex = r"\begin{matrix} a & b \\ c & d \end{matrix}"
    with qtbot.waitSignal(desk.controller.saved):
        desk.controller.save_as(tmp_path / "formula", entry)
    assert (tmp_path / f"formula{entry.extension}").stat().st_size > 0


def test_a_folder_that_is_gone_is_told(desk: Desk, tmp_path: Path, qtbot: QtBot):
    with qtbot.waitSignal(desk.controller.failed) as caught:
        desk.controller.save_as(tmp_path / "gone" / "a.tex", copy_formats()[0])
    assert "a.tex cannot be written" in caught.args[0].title
