"""Picture and rendering: zoom, hover, doubt, negatives, a rendering that is no longer true."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from result_stand_ins import StandInFailure, StandInPreview, paint, picture, recognition, token

from scipix.app.confidence_words import Level
from scipix.app.token_spans import spans
from scipix.ui.theme import colours
from scipix.ui.views.common_scale import CommonScale, guessed_em, measured_em
from scipix.ui.views.picture_view import PictureView, opaque
from scipix.ui.views.preview_view import PreviewView
from scipix.ui.views.token_marks import TokenMark

LIGHT = colours(False)


def shown(qtbot, view):
    QCursor.setPos(5000, 5000)  # the mouse of the test before would light up boxes
    qtbot.addWidget(view)
    view.resize(300, 200)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def view(qtbot) -> PictureView:
    view = shown(qtbot, PictureView(LIGHT))
    view.set_image(picture())
    return view


@pytest.fixture
def preview(qtbot) -> PreviewView:
    return shown(qtbot, PreviewView(LIGHT, paint))


def content_at(view, point: QPointF) -> QPointF:
    return (point - view.origin()) / view.zoom()


def wheel(view, point: QPointF, delta: int) -> None:
    event = QWheelEvent(
        point, point, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def colour_at(view, point: QPointF) -> str:
    return view.viewport().grab().toImage().pixelColor(point.toPoint()).name()


# -- zoom ---------------------------------------------------------------------------------------------
def test_zoom_keeps_the_point_under_the_mouse(view):
    view.set_zoom(8.0)
    point = QPointF(40, 30)
    before = content_at(view, point)
    for delta in (120, 120, -120):
        wheel(view, point, delta)
        after = content_at(view, point)
        assert abs(after.x() - before.x()) * view.zoom() < 1.5
        assert abs(after.y() - before.y()) * view.zoom() < 1.5
    assert view.zoom() == pytest.approx(10.0)


def test_small_content_stands_in_the_middle(view):
    view.set_zoom(1.0)
    assert view.origin() == QPointF(100, 80)


def test_fit_shows_everything(view):
    view.set_zoom(view.fit_zoom())
    assert not view.horizontalScrollBar().maximum()
    assert not view.verticalScrollBar().maximum()
    view.set_zoom(view.fit_zoom() * 1.2)
    assert view.horizontalScrollBar().maximum()


def test_zoom_has_limits(view):
    for factor in (1e9, 1e-9):
        view.set_zoom(view.zoom() * factor)
        least, most = view.zoom_range()
        assert least <= view.zoom() <= most


@pytest.mark.parametrize(("key", "grows"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Minus, False)])
def test_keys_zoom(view, qtbot, key, grows):
    before = view.zoom()
    with qtbot.waitSignal(view.zoomed):
        qtbot.keyClick(view, key)
    assert (view.zoom() > before) == grows


def test_keys_ask_for_fit_and_for_every_pixel(view, qtbot):
    with qtbot.waitSignal(view.fit_wanted):
        qtbot.keyClick(view, Qt.Key.Key_0)
    with qtbot.waitSignal(view.actual_wanted):
        qtbot.keyClick(view, Qt.Key.Key_1)


def test_dragging_moves_the_content_with_the_mouse(view, qtbot):
    view.set_zoom(10.0)
    view.set_middle(QPointF(0.5, 0.5))
    before = view.origin()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(150, 100))
    for x in (140, 110):
        qtbot.mouseMove(view.viewport(), QPoint(x, 90))
        move = QPointF(x, 90)
        QApplication.sendEvent(view.viewport(), _move(move))
    assert view.origin() - before == QPointF(-40, -10)


def _move(point: QPointF) -> QMouseEvent:
    left = Qt.MouseButton.LeftButton
    return QMouseEvent(QEvent.Type.MouseMove, point, point, left, left, Qt.KeyboardModifier.NoModifier)


def test_no_picture_is_harmless(view):
    view.set_image(QImage())
    wheel(view, QPointF(10, 10), 120)
    view.grab()
    assert view.content_size().isEmpty()


# -- painting -----------------------------------------------------------------------------------------
def test_large_pixels_have_sharp_edges(view):
    view.set_zoom(32.0)
    view.set_middle(QPointF(0.505, 0.5125))
    seen = {view.viewport().grab().toImage().pixelColor(x, 100).name() for x in range(100, 200)}
    assert seen == {"#000000", "#ffffff"}


def test_a_reduced_picture_is_averaged(view):
    image = QImage(400, 400, QImage.Format.Format_RGB32)
    for y in range(400):
        for x in range(400):
            image.setPixelColor(x, y, QColor("black") if (x + y) % 2 else QColor("white"))
    view.set_image(image)
    view.set_zoom(0.1)
    grey = QColor(colour_at(view, QPointF(150, 100))).lightness()
    assert 100 < grey < 155


def test_the_mat_is_around_the_picture(view):
    view.set_zoom(1.0)
    assert colour_at(view, QPointF(5, 5)) == LIGHT.mat.name()
    assert colour_at(view, QPointF(110, 90)) == "#ffffff"


def test_a_negative_swaps_light_and_dark_and_comes_back(view):
    view.set_inverted(True)
    assert view.shown().pixelColor(0, 0) == QColor("black")
    assert view.shown().pixelColor(50, 20) == QColor("white")
    view.set_inverted(False)
    assert view.shown().pixelColor(0, 0) == QColor("white")


@pytest.mark.parametrize(("ink", "dark_paper"), [("black", False), ("white", True)])
def test_ink_on_nothing_gets_paper_that_it_is_seen_on(ink, dark_paper):
    image = QImage(60, 60, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    for place in range(20, 40):
        image.setPixelColor(place, place, QColor(ink))
    assert (opaque(image).pixelColor(0, 0).lightnessF() < 0.5) == dark_paper


def test_doubt_is_a_tint_and_an_underline(view):
    view.set_zoom(2.0)
    clean = view.viewport().grab().toImage()
    view.set_marks([TokenMark(QRectF(10, 5, 20, 10), Level.UNLIKELY)])
    marked = view.viewport().grab().toImage()
    rect = view.token_rect(0)
    inside, below = rect.center().toPoint(), QPoint(round(rect.center().x()), round(rect.bottom() + 4))
    assert marked.pixelColor(inside) != clean.pixelColor(inside)
    assert marked.pixelColor(below).name() == LIGHT.red.name()


@pytest.mark.parametrize("inverted", [False, True])
def test_marks_are_to_be_seen_on_the_paper_whatever_the_theme(view, inverted):
    view.set_colours(colours(True))
    view.set_inverted(inverted)
    assert view.mark_colours() == colours(inverted)


def test_sure_tokens_are_not_marked(view):
    clean = view.viewport().grab().toImage()
    view.set_marks([TokenMark(QRectF(10, 5, 20, 10), Level.SURE), TokenMark(None, Level.UNLIKELY)])
    assert view.viewport().grab().toImage() == clean


# -- tokens -------------------------------------------------------------------------------------------
def test_the_smallest_box_under_the_mouse_is_meant(view):
    view.set_zoom(2.0)
    boxes = (QRectF(10, 5, 60, 30), QRectF(20, 10, 10, 10), None)
    view.set_marks([TokenMark(box, Level.SURE) for box in boxes])
    assert view.token_at(view.token_rect(1).center()) == 1
    assert view.token_at(view.token_rect(0).bottomRight() - QPointF(3, 3)) == 0
    assert view.token_at(QPointF(1, 1)) == -1


def test_a_thin_bar_can_be_hit(view):
    view.set_marks([TokenMark(QRectF(10, 20, 60, 0.5), Level.SURE)])
    assert view.token_at(view.token_rect(0).center() + QPointF(0, 3)) == 0


def test_hover_is_told_when_it_changes_and_when_the_mouse_leaves(view, qtbot):
    view.set_marks([TokenMark(QRectF(10, 5, 20, 10), Level.SURE)])
    told = []
    view.hovered.connect(told.append)
    centre = view.token_rect(0).center().toPoint()
    qtbot.mouseMove(view.viewport(), centre)
    qtbot.mouseMove(view.viewport(), centre + QPoint(1, 0))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert told == [0, -1]


def test_a_click_picks_a_token_and_a_drag_does_not(view, qtbot):
    view.set_marks([TokenMark(QRectF(10, 5, 20, 10), Level.SURE)])
    told = []
    view.clicked.connect(told.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.token_rect(0).center().toPoint())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert told == [0]


def test_a_token_out_of_view_is_scrolled_into_it(view):
    view.set_zoom(20.0)
    view.set_middle(QPointF(0, 0))
    view.set_marks([TokenMark(QRectF(80, 30, 4, 4), Level.SURE)])
    view.reveal(0)
    assert QRectF(view.viewport().rect()).contains(view.token_rect(0))


# -- the rendering ------------------------------------------------------------------------------------
def test_the_rendering_takes_the_colour_of_the_text(preview):
    preview.show_preview(StandInPreview("x"))
    preview.set_zoom(20.0)
    assert colour_at(preview, QPointF(150, 100)) == LIGHT.text.name()
    dark = colours(True)
    preview.set_colours(dark)
    assert colour_at(preview, QPointF(150, 100)) == dark.text.name()


def test_a_failure_fades_the_last_good_rendering_under_a_note(preview):
    preview.show_preview(StandInPreview("x"))
    preview.set_zoom(20.0)
    preview.show_failure(StandInFailure("x{"))
    assert preview.note.isVisible()
    faded = QColor(colour_at(preview, QPointF(150, 80)))
    assert LIGHT.text.lightness() < faded.lightness() < LIGHT.surface.lightness()
    preview.show_preview(StandInPreview("x{}"))
    assert not preview.note.isVisible()
    assert not preview.is_stale()


def test_a_failure_without_any_good_rendering_is_told_too(preview):
    preview.show_failure(StandInFailure("{"))
    preview.grab()
    assert "A brace is missing." in preview.note.text()


# -- one scale ----------------------------------------------------------------------------------------
def answer_spans():
    answer = recognition(token("a", 0.0), token("b", 20.0), token("c", 40.0))
    return spans(answer.latex, answer.tokens)


def test_the_em_of_a_picture_is_measured_by_its_rendering():
    boxes = [(0.0, 0.1, 0.1, 0.6), None, (0.4, 0.1, 0.5, 0.6)]
    assert measured_em(answer_spans(), boxes, 10.0, 1.0) == pytest.approx(20.0)
    assert measured_em(answer_spans(), [None, None, None], 10.0, 1.0) is None
    assert guessed_em(answer_spans()) == pytest.approx(10.0 / 0.6)
    assert guessed_em(()) > 0


@pytest.fixture
def scale(view, preview) -> CommonScale:
    preview.show_preview(StandInPreview("abc"))
    scale = CommonScale(view, preview)
    scale.reset(10.0)
    return scale


def test_both_views_show_an_em_at_the_same_size(view, preview, scale):
    assert preview.zoom() == pytest.approx(view.zoom() * 10.0)
    wheel(view, QPointF(20, 20), 120)
    assert preview.zoom() == pytest.approx(view.zoom() * 10.0)
    wheel(preview, QPointF(20, 20), -240)
    assert preview.zoom() == pytest.approx(view.zoom() * 10.0)


def test_by_itself_a_formula_is_as_large_as_wanted_and_no_larger_than_the_room(view, preview, scale):
    scale.set_formula_size(22.0)
    assert preview.zoom() == pytest.approx(22.0)
    view.resize(120, 100)
    QApplication.processEvents()
    assert preview.zoom() < 22.0
    assert not view.horizontalScrollBar().maximum()


def test_a_zoom_of_the_user_survives_another_size(view, preview, scale):
    wheel(view, QPointF(20, 20), 120)
    wanted = view.zoom()
    view.resize(200, 150)
    QApplication.processEvents()
    assert view.zoom() == wanted
    scale.fit()
    assert view.zoom() != wanted


def test_actual_shows_a_pixel_as_a_pixel(view, scale):
    scale.actual()
    assert view.percent() == 100


def test_panning_takes_the_other_view_along(view, preview, scale):
    for _ in range(8):
        wheel(view, QPointF(20, 20), 120)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum() // 3)
    assert preview.middle().x() == pytest.approx(view.middle().x(), abs=0.02)
