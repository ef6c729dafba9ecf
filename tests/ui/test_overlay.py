"""The overlay, offscreen: what each gesture does, and that the crop has exactly the marked pixels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent, QPainter, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scipix.ui.images import to_array, to_qimage
from scipix.ui.platform.screenshot.handler import Shot
from scipix.ui.views.overlay import SnipOverlay, Surface
from scipix.ui.views.overlay_paint import changed, dim, paint

LEFT, RIGHT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.NoButton
SCALES = [1.0, 1.25, 1.5, 2.0]


def noise(width: int, height: int) -> QImage:
    """A picture in which every crop is different."""
    return to_qimage(np.random.default_rng(7).integers(0, 256, (height, width, 3), dtype=np.uint8))


def shot_of(geometry: QRect, scale: float, name: str) -> Shot:
    size = round(geometry.width() * scale), round(geometry.height() * scale)
    return Shot(noise(*size), geometry, scale, name)


class Session:
    """An open overlay and what it told."""

    def __init__(self, *shots: Shot) -> None:
        self.overlay = SnipOverlay()
        self.taken: list[tuple[QImage, QRect]] = []
        self.cancelled = 0
        self.overlay.taken.connect(lambda image, place: self.taken.append((image, place)))
        self.overlay.cancelled.connect(self._count)
        self.overlay.start(shots)
        self.surface = self.overlay.surfaces()[0]

    def _count(self) -> None:
        self.cancelled += 1

    def mouse(self, kind: QMouseEvent.Type, pixel: tuple[int, int], button: Qt.MouseButton = LEFT) -> None:
        """Send an event at a pixel of the shot, as the window system places it: pixel / scale."""
        scale = self.surface.shot.scale
        local = QPointF(pixel[0] / scale, pixel[1] / scale)
        position = local + QPointF(self.surface.shot.geometry.topLeft())
        held = NONE if kind is QMouseEvent.Type.MouseButtonRelease else button
        event = QMouseEvent(kind, local, position, button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.surface, event)

    def press(self, pixel: tuple[int, int]) -> None:
        self.mouse(QMouseEvent.Type.MouseButtonPress, pixel)

    def move(self, pixel: tuple[int, int]) -> None:
        self.mouse(QMouseEvent.Type.MouseMove, pixel)

    def release(self, pixel: tuple[int, int]) -> None:
        self.mouse(QMouseEvent.Type.MouseButtonRelease, pixel)

    def keys(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            QTest.keyClick(self.surface, key, held)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    screen = QGuiApplication.primaryScreen()
    session = Session(shot_of(screen.geometry(), 1, screen.name()))
    yield session
    session.overlay.close()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("origin", [(0, 0), (-1093, -77)])
def test_the_crop_is_exact_at_every_scale_and_origin(
    scale: float, origin: tuple[int, int], qtbot: QtBot
) -> None:
    session = Session(shot_of(QRect(*origin, 683, 411), scale, "one"))
    session.press((301, 203))
    session.move((100, 100))
    session.release((97, 41))
    ((crop, place),) = session.taken
    whole = to_array(session.surface.shot.image)
    np.testing.assert_array_equal(to_array(crop), whole[41:204, 97:302])
    assert crop.devicePixelRatio() == 1
    corner = QPointF(place.topLeft() - QPoint(*origin)) * scale
    assert 97 - scale < corner.x() <= 97 + 1e-6
    assert (place.width()) * scale >= 205 - 1e-6
    assert not session.overlay.surfaces()
    assert session.cancelled == 0


def test_screens_with_different_scales_each_give_their_own_pixels(qtbot: QtBot) -> None:
    low, high = shot_of(QRect(-640, 0, 640, 480), 1, "low"), shot_of(QRect(0, 0, 500, 400), 2, "high")
    for index, expected in ((0, low), (1, high)):
        session = Session(low, high)
        session.surface = session.overlay.surfaces()[index]
        session.press((10, 20))
        session.release((109, 79))
        ((crop, place),) = session.taken
        np.testing.assert_array_equal(to_array(crop), to_array(expected.image)[20:80, 10:110])
        assert expected.geometry.contains(place)


def test_dragging_beyond_the_screen_ends_at_its_last_pixel(session: Session) -> None:
    size = session.surface.shot.image.size()
    session.press((size.width() - 50, size.height() - 40))
    session.release((size.width() + 500, size.height() + 500))
    ((crop, _),) = session.taken
    assert (crop.width(), crop.height()) == (50, 40)


def test_a_click_keeps_the_overlay_open_and_says_why(session: Session) -> None:
    session.press((50, 50))
    session.release((52, 51))
    assert not session.taken
    assert session.overlay.surfaces() == (session.surface,)
    assert session.surface.selection.region is None
    assert "rectangle" in session.surface.warning
    session.press((50, 50))
    assert session.surface.warning == ""
    session.release((90, 90))
    assert session.taken


def test_escape_the_right_button_and_closing_cancel_once(qtbot: QtBot) -> None:
    screen = QGuiApplication.primaryScreen()
    for way in ("escape", "button", "close", "escape while dragging"):
        session = Session(shot_of(screen.geometry(), 1, screen.name()))
        if way == "button":
            session.mouse(QMouseEvent.Type.MouseButtonPress, (5, 5), RIGHT)
        elif way == "close":
            session.surface.close()
        else:
            if way == "escape while dragging":
                session.press((5, 5))
                session.move((100, 100))
            session.keys(Qt.Key.Key_Escape)
        assert session.cancelled == 1, way
        assert not session.taken
        assert not session.overlay.surfaces()


def test_enter_takes_what_is_marked_even_before_the_release(session: Session) -> None:
    session.press((10, 10))
    session.move((60, 40))
    session.keys(Qt.Key.Key_Return)
    assert [(crop.width(), crop.height()) for crop, _ in session.taken] == [(51, 31)]


def test_the_keyboard_alone_selects(session: Session) -> None:
    session.surface.start_at(QPoint(100, 100))
    session.keys(Qt.Key.Key_Right, Qt.Key.Key_Down)
    session.keys(Qt.Key.Key_Return)
    assert not session.taken
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    session.keys(*[Qt.Key.Key_Right] * 3, held=shift | control)
    session.keys(Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 9, held=shift)
    session.keys(Qt.Key.Key_Left)
    session.keys(Qt.Key.Key_Enter)
    ((crop, place),) = session.taken
    assert place == QRect(100, 101, 32, 10)
    np.testing.assert_array_equal(
        to_array(crop), to_array(session.surface.shot.image)[101:111, 100:132]
    )


def test_a_held_space_moves_the_rectangle(session: Session) -> None:
    session.press((100, 100))
    session.move((149, 129))
    QTest.keyPress(session.surface, Qt.Key.Key_Space)
    session.move((159, 124))
    QTest.keyRelease(session.surface, Qt.Key.Key_Space)
    session.release((160, 124))
    assert session.taken[0][1] == QRect(110, 95, 51, 30)


def test_tab_goes_to_the_next_screen_and_back(qtbot: QtBot) -> None:
    session = Session(shot_of(QRect(0, 0, 600, 400), 1, "a"), shot_of(QRect(600, 0, 600, 400), 1, "b"))
    first, second = session.overlay.surfaces()
    session.keys(Qt.Key.Key_Right, held=Qt.KeyboardModifier.ShiftModifier)
    session.keys(Qt.Key.Key_Tab)
    assert (first.active, second.active) == (False, True)
    assert first.selection.region is None
    assert second.selection.focus == (299, 199)
    session.surface = second
    session.keys(Qt.Key.Key_Tab)
    assert (first.active, second.active) == (True, False)
    session.overlay.close()


def test_one_screen_is_active_the_one_under_the_mouse(qtbot: QtBot) -> None:
    session = Session(shot_of(QRect(0, 0, 600, 400), 1, "a"), shot_of(QRect(600, 0, 600, 400), 1, "b"))
    first, second = session.overlay.surfaces()
    session.surface = second
    session.move((30, 30))
    assert (first.active, second.active) == (False, True)
    session.overlay.close()


def test_starting_again_replaces_the_open_one_silently(session: Session) -> None:
    session.overlay.start((session.surface.shot,))
    assert session.cancelled == 0
    (surface,) = session.overlay.surfaces()
    assert surface is not session.surface
    with pytest.raises(ValueError, match="no shots"):
        session.overlay.start(())


def test_it_can_be_heard(session: Session) -> None:
    surface = session.surface
    assert surface.shot.name in surface.accessibleName()
    assert "Esc: cancel" in surface.accessibleDescription()
    session.move((100, 100))
    session.keys(*[Qt.Key.Key_Right] * 4, held=Qt.KeyboardModifier.ShiftModifier)
    assert "5 × 1 px" in surface.accessibleDescription()  # noqa: RUF001


def grabbed(surface: Surface) -> np.ndarray:
    return to_array(surface.grab().toImage())[..., :3].astype(int)


def test_the_selection_is_clear_and_the_rest_dimmed_by_45_percent(session: Session) -> None:
    session.press((300, 300))
    session.move((420, 380))
    seen, whole = grabbed(session.surface), to_array(session.surface.shot.image).astype(int)
    np.testing.assert_array_equal(seen[300:381, 300:421], whole[300:381, 300:421])
    np.testing.assert_allclose(seen[200:250, 100:200], whole[200:250, 100:200] * 0.55, atol=2)
    light, dark = seen[340, 299], seen[340, 298]
    assert light.min() == 255
    assert dark.max() < light.min() / 2


def test_the_magnifier_shows_each_pixel_eight_times(session: Session) -> None:
    """Somewhere on the overlay stands the pixel in focus with its neighbours, 8x8 each, with a grid."""
    session.move((300, 300))
    seen, whole = grabbed(session.surface), to_array(session.surface.shot.image).astype(int)
    # The inner 7x7 of a cell is free of the grid.
    wanted = np.repeat(np.repeat(whole[296:299, 292:299], 8, axis=0), 8, axis=1)
    inner = np.zeros(wanted.shape[:2], bool)
    for y in range(1, 8):
        for x in range(1, 8):
            inner[y::8, x::8] = True
    places = [
        (top, left)
        for top in range(100, 300)
        for left in range(100, 300)
        if (seen[top + 1, left + 1] == wanted[1, 1]).all() and (seen[top + 9, left + 9] == wanted[9, 9]).all()
    ]
    matches = [
        (top, left)
        for top, left in places
        if (seen[top : top + 24, left : left + 56] == wanted)[inner].all()
    ]
    assert len(matches) == 1


def test_dimming_leaves_the_shot_alone(session: Session) -> None:
    image = noise(4, 4)
    before = to_array(image)
    dim(image)
    np.testing.assert_array_equal(to_array(image), before)


@pytest.mark.parametrize("scale", SCALES)
def test_repainting_what_differs_equals_painting_everything(scale: float, qtbot: QtBot) -> None:
    """A picture that is only repainted where ``changed`` says so stays equal to one painted anew."""
    session = Session(shot_of(QRect(0, 0, 400, 300), scale, "one"))
    surface, pictures = session.surface, []

    def painted(picture: QImage, region: QRegion) -> QImage:
        picture.setDevicePixelRatio(scale)
        painter = QPainter(picture)
        painter.setClipRegion(region)
        paint(painter, replace(surface.scene(), ratio=scale), region)
        painter.end()
        return picture

    def empty() -> QImage:
        return QImage(round(400 * scale), round(300 * scale), QImage.Format.Format_RGB32)

    whole = QRegion(surface.rect())
    kept = painted(empty(), whole)
    numbers = np.random.default_rng(5)
    for _ in range(40):
        before = replace(surface.scene(), ratio=scale)
        gesture = numbers.integers(6)
        at = tuple(int(n) for n in numbers.integers(0, (400 * scale, 300 * scale)))
        if gesture == 0:
            surface.selection = surface.selection.press(at)
        elif gesture == 1:
            surface.selection = surface.selection.release().clear()
        elif gesture == 2:
            surface.warning = "warned" if not surface.warning else ""
        else:
            surface.selection = surface.selection.point(at)
        after = replace(surface.scene(), ratio=scale)
        kept = painted(kept, changed(before, after, surface.font()))
        pictures.append((to_array(kept), to_array(painted(empty(), whole))))
    for number, (partly, anew) in enumerate(pictures):
        np.testing.assert_array_equal(partly, anew, err_msg=f"after gesture {number}")
    session.overlay.close()
