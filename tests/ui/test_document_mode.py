"""Document mode with the real process behind it: files in, pages, text and formulas out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pdf_files import write_damaged, write_encrypted, write_pdf, write_scan
from PySide6.QtCore import QEvent, QPointF, QSettings, Qt
from PySide6.QtGui import QAction, QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTabBar
from pytestqt.qtbot import QtBot

from scipix.app.documents.page_requests import PageFormula
from scipix.engine.types import Box
from scipix.ui.controllers.document import DocumentController
from scipix.ui.controllers.document_formulas import DocumentFormulas
from scipix.ui.models.page_stack import Place
from scipix.ui.page_service import PageService
from scipix.ui.theme import apply_theme
from scipix.ui.views.document_view import DocumentView
from scipix.ui.views.page_scroll import Fit

FORMULA = Box(195, 285, 270, 305)
"""Where the formula of the test's pages is, with some paper around it."""


class Readings:
    """Stands for the recognition: remembers what it shall read."""

    def __init__(self) -> None:
        self.pictures: list[tuple[np.ndarray, object]] = []
        self.symbols: list[tuple[np.ndarray, object, object]] = []

    def read_picture(self, image: np.ndarray, source: object) -> None:
        self.pictures.append((image, source))

    def read_symbols(self, image: np.ndarray, symbols: object, source: object) -> None:
        self.symbols.append((image, symbols, source))


class Stage:
    """The view with its controllers, and short words for what tests do."""

    def __init__(self, qtbot: QtBot, memory: QSettings) -> None:
        self.qtbot = qtbot
        self.service = PageService()
        self.view = DocumentView(QAction("Open"))
        self.documents = DocumentController(self.service, self.view, memory, QGuiApplication.clipboard())
        self.readings = Readings()
        self.formulas = DocumentFormulas(self.service, self.view, self.documents, self.readings)
        self.view.resize(900, 700)
        self.view.show()

    @property
    def pages(self):
        return self.view.pages

    def open(self, path: Path) -> Stage:
        self.documents.open(path)
        self.qtbot.waitUntil(lambda: self.view.showing_document(), timeout=20_000)
        # The wait may end before the pages have made room for what stands beside them.
        QApplication.processEvents()
        return self

    def refused(self, path: Path) -> str:
        self.documents.open(path)
        self.wait(lambda: self.view.states.other.isVisible())
        states = self.view.states
        return f"{states.title.text()} {states.text.text()} {states.hint.text()}"

    def wait(self, condition: object) -> None:
        self.qtbot.waitUntil(condition, timeout=20_000)

    def wait_for_text(self, page: int = 0) -> None:
        self.wait(lambda: page in self.pages.texts)

    def wait_for_pictures(self) -> None:
        self.wait(lambda: all(self.sharp(page) for page in self.pages.visible_pages()))

    def sharp(self, page: int) -> bool:
        return all(self.pages.cache.get(tile) is not None for tile in self.pages._tiles(page))

    def mouse(self, kind: QEvent.Type, at: QPointF, button=Qt.MouseButton.LeftButton, **more) -> None:
        view = self.pages.viewport()
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else button
        keys = more.get("keys", Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, QMouseEvent(kind, at, view.mapToGlobal(at), held, button, keys))

    def drag(self, start: QPointF, end: QPointF, **more) -> None:
        self.mouse(QEvent.Type.MouseButtonPress, start, **more)
        for share in (0.3, 0.6, 1.0):
            self.mouse(QEvent.Type.MouseMove, start + (end - start) * share, **more)
        self.mouse(QEvent.Type.MouseButtonRelease, end, **more)

    def click(self, at: QPointF) -> None:
        self.mouse(QEvent.Type.MouseMove, at, Qt.MouseButton.NoButton)
        self.mouse(QEvent.Type.MouseButtonPress, at)
        self.mouse(QEvent.Type.MouseButtonRelease, at)

    def at(self, page: int, x: float, y: float) -> QPointF:
        return self.pages.in_view(page, Box(x, y, x, y)).topLeft()


@pytest.fixture
def memory(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, memory: QSettings) -> Iterator[Stage]:
    apply_theme(qapp, "light")
    made = Stage(qtbot, memory)
    yield made
    made.service.close()
    made.view.close()


@pytest.fixture
def story(tmp_path: Path) -> Path:
    return write_pdf(tmp_path / "story.pdf", pages=12)


# Opening.


def test_pages_appear_sharp_with_thumbnails_and_outline(stage: Stage, story: Path):
    stage.open(story).wait_for_pictures()
    stage.wait(lambda: stage.view.thumbnail_model.has(1))
    assert stage.view.bar.count.text() == "of 12"
    assert stage.view.outline.topLevelItemCount() == 1
    assert stage.view.outline.topLevelItem(0).child(0).text(0) == "End"
    shown = stage.pages.viewport().grab().toImage()
    title = stage.at(0, 100, 95).toPoint()
    darkest = min(shown.pixelColor(title.x() + dx, title.y()).lightness() for dx in range(60))
    assert darkest < 100


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"", "Empty file"), (b"no document", "Not a readable document"), (b"%PDF-1.7\n", "o")],
)
def test_what_is_no_document_ends_in_words(stage: Stage, tmp_path: Path, content: bytes, told: str):
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    assert told in stage.refused(path)
    assert "bad.pdf" in stage.view.states.title.text()
    assert not stage.view.showing_document()


def test_a_missing_file_ends_in_words_and_the_next_file_opens(stage: Stage, tmp_path: Path, story: Path):
    assert "File cannot be read" in stage.refused(tmp_path / "absent.pdf")
    stage.open(story).wait_for_pictures()


def test_the_password_is_asked_for_in_the_view(stage: Stage, tmp_path: Path):
    stage.documents.open(write_encrypted(tmp_path / "secret.pdf", "sesame"))
    states = stage.view.states
    stage.wait(lambda: states.password.isVisible())
    assert "encrypted" in states.title.text()
    states.password.setText("wrong")
    states.unlock.click()
    stage.wait(lambda: "does not open" in states.text.text())
    QTest.keyClicks(states.password, "sesame")
    QTest.keyClick(states.password, Qt.Key.Key_Return)
    stage.wait(lambda: stage.view.showing_document())


def test_a_damaged_file_opens_and_says_so(stage: Stage, tmp_path: Path):
    stage.open(write_damaged(tmp_path / "damaged.pdf"))
    (message,) = stage.view.messages.messages()
    assert "damaged" in message.title
    stage.wait_for_pictures()


def test_a_page_that_cannot_be_drawn_says_so_and_is_not_asked_for_again(stage: Stage, story: Path):
    stage.open(story).wait_for_pictures()
    stage.pages.cache.clear()
    stage.pages.add_failure(0)
    wanted: list[object] = []
    stage.pages.pictures_wanted.connect(wanted.extend)
    stage.pages.set_share(0.5)
    stage.wait(lambda: bool(wanted))
    assert all(tile.page != 0 for tile in wanted)


def test_it_reopens_where_it_was_left(stage: Stage, story: Path, tmp_path: Path):
    stage.open(story)
    stage.pages.set_share(1.5)
    stage.pages.go_to(Place(7, 0.5))
    stage.open(write_pdf(tmp_path / "other.pdf"))
    assert stage.pages.page() == 0
    assert stage.pages.fit is Fit.WIDTH
    stage.open(story)
    assert stage.pages.share() == pytest.approx(1.5)
    assert stage.pages.place().page == 7
    assert stage.pages.place().fraction == pytest.approx(0.5, abs=0.01)


# Moving.


def test_going_to_pages_by_number_outline_and_thumbnail(stage: Stage, story: Path):
    stage.open(story)
    stage.view.bar.number.setText("9")
    QTest.keyClick(stage.view.bar.number, Qt.Key.Key_Return)
    assert stage.pages.page() == 8
    stage.view.outline.page_chosen.emit(0)
    assert stage.pages.page() == 0
    stage.view.thumbnails.page_chosen.emit(4)
    assert stage.pages.page() == 4
    assert stage.view.bar.number.text() == "5"
    assert stage.view.thumbnails.currentIndex().row() == 4
    stage.view.bar.down.click()
    assert stage.pages.page() == 5


def test_zoom_keeps_what_is_under_the_pointer(stage: Stage, story: Path):
    stage.open(story)
    stage.pages.go_to(Place(5, 0.3))
    point = QPointF(300, 200)
    before = stage.pages.on_page(point)
    stage.pages.set_share(3.0, point)
    after = stage.pages.on_page(point)
    assert after[0] == before[0]
    assert after[1:] == pytest.approx(before[1:], abs=1.0)


def test_fitting_follows_the_window(stage: Stage, story: Path):
    stage.open(story)
    stage.pages.set_fit(Fit.PAGE)
    rect = stage.pages.page_rect(0)
    assert rect.height() <= stage.pages.viewport().height()
    stage.pages.set_fit(Fit.WIDTH)
    wide = stage.pages.share()
    stage.view.bar.side.setChecked(not stage.view.bar.side.isChecked())
    stage.wait(lambda: stage.pages.share() != wide)


def test_pages_passed_by_are_not_drawn(stage: Stage, tmp_path: Path):
    stage.open(write_pdf(tmp_path / "long.pdf", pages=300)).wait_for_pictures()
    bar = stage.pages.verticalScrollBar()
    for step in range(100):
        bar.setValue(bar.maximum() * step // 100)
    bar.setValue(bar.maximum())
    stage.wait_for_pictures()
    drawn = sum(any(True for _ in stage.pages.cache.of_page(page)) for page in range(300))
    assert drawn < 20


def test_text_of_pages_far_away_is_let_go(stage: Stage, tmp_path: Path):
    stage.open(write_pdf(tmp_path / "long.pdf", pages=120)).wait_for_text()
    stage.pages.go_to_page(110)
    stage.wait_for_text(110)
    assert 0 not in stage.pages.texts
    stage.pages.go_to_page(0)
    stage.wait_for_text(0)


def test_at_night_pages_are_dark(stage: Stage, story: Path):
    stage.open(story).wait_for_pictures()
    stage.view.bar.night.setChecked(True)
    stage.wait_for_pictures()
    shown = stage.pages.viewport().grab().toImage()
    paper = stage.at(0, 400, 200).toPoint()
    assert shown.pixelColor(paper).lightness() < 60


# Text.


def test_text_is_selected_by_dragging_and_copied(stage: Stage, story: Path):
    stage.open(story).wait_for_text()
    text = stage.pages.texts[0]
    start = text.text.index("quick")
    (box,) = text.areas(start, start + len("quick brown"))
    middle = (box.y0 + box.y1) / 2
    stage.drag(stage.at(0, box.x0 + 0.5, middle), stage.at(0, box.x1 - 0.5, middle))
    assert stage.pages.selected_text() == "quick brown"
    QTest.keyClick(stage.pages, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "quick brown"
    QTest.keyClick(stage.pages, Qt.Key.Key_Escape)
    assert stage.pages.selected_text() == ""


def test_searching_marks_and_goes_to_the_hits(stage: Stage, story: Path):
    stage.open(story)
    find = stage.view.find
    stage.view.bar.find.click()
    find.field.setText("page 9 OF")
    stage.wait(lambda: stage.pages.hit is not None)
    assert stage.pages.hit[0] == 8
    stage.wait(lambda: stage.pages.page() == 8)
    find.field.setText("quick")
    stage.wait(lambda: find.count.text().endswith("of 12"))
    here = stage.pages.hit[0]
    find.step(1)
    assert stage.pages.hit[0] == (here + 1) % 12
    find.field.setText("nowhere to be found")
    stage.wait(lambda: find.count.text() == "not found")
    find.close_row()
    assert stage.pages.hits == {}


# Formulas.


def test_a_frame_around_a_formula_is_read_from_its_glyphs_or_else_from_the_picture(stage: Stage, story: Path):
    stage.open(story).wait_for_text()
    alt = Qt.KeyboardModifier.AltModifier
    stage.drag(stage.at(0, FORMULA.x0, FORMULA.y0), stage.at(0, FORMULA.x1, FORMULA.y1), keys=alt)
    stage.wait(lambda: bool(stage.readings.symbols))
    _, symbols, source = stage.readings.symbols[0]
    assert [one.token for one in symbols.symbols] == ["a", "=", "b", "+", "c"]
    assert source.name == "story.pdf, page 1"
    assert "glyphs" in stage.view._read_label.text()
    stage.view._other_way.click()
    stage.wait(lambda: bool(stage.readings.pictures))
    assert stage.readings.pictures[0][0].min() < 100
    stage.view._other_way.click()
    stage.wait(lambda: len(stage.readings.symbols) == 2)


def test_a_formula_is_outlined_and_read_by_mouse_and_keys(stage: Stage, story: Path):
    stage.open(story).wait_for_text()
    stage.wait(lambda: 0 in stage.pages.formulas)
    chosen: list[tuple[int, PageFormula]] = []
    stage.pages.formula_chosen.connect(lambda page, formula: chosen.append((page, formula)))
    (formula,) = stage.pages.formulas[0].formulas
    middle = stage.pages.in_view(0, formula.box).center()
    stage.mouse(QEvent.Type.MouseMove, middle, Qt.MouseButton.NoButton)
    assert stage.pages.pointer.formula == (0, formula)
    stage.click(middle)
    assert chosen == [(0, formula)]
    stage.wait(lambda: bool(stage.readings.symbols))
    stage.mouse(QEvent.Type.MouseMove, stage.at(0, 500, 700), Qt.MouseButton.NoButton)
    assert stage.pages.pointer.formula is None
    QTest.keyClick(stage.pages, Qt.Key.Key_N)
    QTest.keyClick(stage.pages, Qt.Key.Key_Return)
    assert chosen[-1] == (0, formula)


def test_a_frame_is_drawn_and_read_by_keys(stage: Stage, story: Path):
    stage.open(story).wait_for_text()
    framed: list[tuple[int, Box]] = []
    stage.pages.framed.connect(lambda page, box: framed.append((page, box)))
    shift, ctrl = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    for keys in ((), ((Qt.Key.Key_Right, shift),) * 3, ((Qt.Key.Key_Up, ctrl), (Qt.Key.Key_Left, ctrl))):
        QTest.keyClick(stage.pages, Qt.Key.Key_R)
        for key, held in keys:
            QTest.keyClick(stage.pages, key, held)
        QTest.keyClick(stage.pages, Qt.Key.Key_Return)
    QTest.keyClick(stage.pages, Qt.Key.Key_R)
    QTest.keyClick(stage.pages, Qt.Key.Key_Escape)
    QTest.keyClick(stage.pages, Qt.Key.Key_Return)
    zoom = stage.pages.zoom()
    (_, first), (_, wider), (_, moved) = framed
    assert wider.x1 - first.x1 == pytest.approx(24 / zoom)
    assert (first.x0 - moved.x0, first.y0 - moved.y0) == pytest.approx((1 / zoom, 1 / zoom))


def test_a_scan_is_read_from_its_picture(stage: Stage, tmp_path: Path):
    stage.open(write_scan(tmp_path / "scan.pdf")).wait_for_text()
    stage.drag(stage.at(0, FORMULA.x0, FORMULA.y0), stage.at(0, FORMULA.x1, FORMULA.y1))
    stage.wait(lambda: bool(stage.readings.pictures))
    assert "no glyphs" in stage.view._read_label.text()
    assert not stage.view._other_way.isVisible()


def test_the_picture_is_read_where_the_user_wants_it(stage: Stage, story: Path):
    stage.open(story).wait_for_text()
    stage.view.bar.picture.setChecked(True)
    stage.view.bar.frame.setChecked(True)
    stage.drag(stage.at(0, FORMULA.x0, FORMULA.y0), stage.at(0, FORMULA.x1, FORMULA.y1))
    stage.wait(lambda: bool(stage.readings.pictures))
    assert stage.readings.symbols == []


def test_every_control_has_a_name_and_a_tip(stage: Stage, story: Path):
    stage.open(story)
    controls = [*stage.view.findChildren(QAbstractButton), *stage.view.findChildren(QLineEdit)]
    # Qt's own parts: the arrows of a tab bar, the cross in a field.
    own = [one for one in controls if not isinstance(one.parent(), QTabBar | QLineEdit)]
    assert len(own) > 20
    assert [one for one in own if not (one.accessibleName() or one.text())] == []
    assert [one.text() or one.accessibleName() for one in own if not one.toolTip()] == []


def test_until_a_page_is_sharp_its_best_picture_stands_in(stage: Stage, story: Path):
    stage.open(story).wait_for_pictures()
    stage.service.want = lambda lane, requests: None
    stage.pages.set_share(1.37)
    (tile, _), *parts = stage.pages._stale(0)
    assert parts == []
    assert tile.zoom > stage.pages.thumbnail(0).zoom
    shown = stage.pages.viewport().grab().toImage()
    title = stage.at(0, 100, 95).toPoint()
    assert min(shown.pixelColor(title.x() + dx, title.y()).lightness() for dx in range(60)) < 120
