"""The snip's overlay: the frozen screens, dimmed, on which a rectangle is marked with mouse or keys."""

from __future__ import annotations

import math
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QCursor,
    QGuiApplication,
    QImage,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from scipix.ui.models.selection import Pixel, Selection, pixel_at, to_logical
from scipix.ui.views.overlay_paint import changed, dim, paint
from scipix.ui.views.overlay_scene import Hints, Scene

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QFocusEvent, QKeyEvent, QPaintEvent, QScreen

    from scipix.ui.platform.screenshot.handler import Shot

# The shortest side of a selection in logical units: less is a click, or the hand's shake during one.
SHORTEST = 4
_FAST = 10
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SnipOverlay(QObject):
    """One surface per screen, of which the one under the mouse or with the keyboard's focus pixel is active.

    ``taken`` carries the crop in the shot's pixels and its place in logical units of the virtual desktop.
    Exactly one of the two signals follows each ``start``, when the surfaces are gone; none after ``close``.
    """

    taken = Signal(QImage, QRect)
    cancelled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surfaces: list[Surface] = []

    def start(self, shots: tuple[Shot, ...]) -> None:
        """Show the shots, each over its screen."""
        if not shots:
            raise ValueError("no shots to show")
        self.close()
        self._surfaces = [Surface(self, shot) for shot in shots]
        pointer = QCursor.pos()
        active = next((s for s in self._surfaces if s.shot.geometry.contains(pointer)), self._surfaces[0])
        for surface in self._surfaces:
            surface.appear()
        self.activate(active)
        active.start_at(pointer - active.shot.geometry.topLeft())
        active.take_focus()

    def close(self) -> None:
        """Remove the surfaces without a word."""
        surfaces, self._surfaces = self._surfaces, []
        for surface in surfaces:
            surface.hide()
            surface.deleteLater()

    def surfaces(self) -> tuple[Surface, ...]:
        """Return the open surfaces, one per shot, in their order."""
        return tuple(self._surfaces)

    def has_several(self) -> bool:
        """Tell whether there is another screen to go to."""
        return len(self._surfaces) > 1

    def activate(self, surface: Surface) -> None:
        """Let this surface alone show crosshair and hints."""
        for other in self._surfaces:
            other.set_active(other is surface)

    def next_screen(self, surface: Surface) -> None:
        """Go on at the middle of the next screen."""
        following = self._surfaces[(self._surfaces.index(surface) + 1) % len(self._surfaces)]
        surface.start_at(surface.rect().center())
        self.activate(following)
        following.start_at(following.rect().center())
        following.take_focus()

    def take(self, surface: Surface) -> None:
        """Finish with the surface's selection."""
        region, shot = surface.selection.region, surface.shot
        if region is None or surface not in self._surfaces:
            return
        crop = shot.image.copy(QRect(region.left, region.top, region.width, region.height))
        crop.setDevicePixelRatio(1)
        origin = (shot.geometry.x(), shot.geometry.y())
        self.close()
        self.taken.emit(crop, QRect(*to_logical(region, shot.scale, origin)))

    def cancel(self) -> None:
        """Finish without one."""
        if self._surfaces:
            self.close()
            self.cancelled.emit()


class Surface(QWidget):
    """The overlay over one screen."""

    def __init__(self, overlay: SnipOverlay, shot: Shot) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, Qt.WindowType.Window | flags | Qt.WindowType.NoDropShadowWindowHint)
        self.shot = shot
        self.selection = Selection((shot.image.width(), shot.image.height()))
        self._overlay = overlay
        self._dimmed = dim(shot.image)
        self.active = False
        self.warning = ""
        self.setWindowTitle(self.tr("scipix: select a formula"))
        self.setAccessibleName(self.tr("Selection on screen {}").format(shot.name))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._describe()

    def appear(self) -> None:
        """Cover the shot's screen."""
        screen = self._find_screen()
        if screen is not None:
            self.setScreen(screen)
        self.setGeometry(self.shot.geometry)
        # macOS would slide a full-screen window into a space of its own.
        if sys.platform == "darwin":
            self.show()
        else:
            self.showFullScreen()
        self.raise_()

    def take_focus(self) -> None:
        """Ask the window system for the keyboard."""
        self.activateWindow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def start_at(self, position: QPoint) -> None:
        """Forget what is marked and look at a logical position of this surface."""
        self._set(self.selection.clear().point(self._pixel(position.x(), position.y())))

    def set_active(self, active: bool) -> None:
        """Show or hide crosshair, magnifier and hints. Leaving the screen drops its selection."""
        if active != self.active:
            self.active = active
            if not active:
                self.selection = self.selection.clear()
            self.update()

    def label(self) -> str:
        """What stands below the magnifier: the selection's size, or the place that is looked at."""
        region = self.selection.region
        if region is None:
            return "{}, {}".format(*self.selection.focus)
        return self.tr("{} × {} px").format(region.width, region.height)  # noqa: RUF001

    def hints(self) -> Hints:
        """Return the keys that matter now and what they do."""
        if self.selection.region is None:
            return (
                (self.tr("Drag"), self.tr("select")),
                (self.tr("Arrows"), self.tr("aim")),
                (self.tr("Shift+Arrows"), self.tr("select with keys")),
                *(((self.tr("Tab"), self.tr("next screen")),) if self._overlay.has_several() else ()),
                (self.tr("Esc"), self.tr("cancel")),
            )
        ending = self.tr("Release") if self.selection.dragging else self.tr("Enter")
        return (
            (ending, self.tr("take")),
            (self.tr("Arrows"), self.tr("move by a pixel")),
            (self.tr("Shift+Arrows"), self.tr("resize")),
            (self.tr("Space"), self.tr("hold to move")),
            (self.tr("Esc"), self.tr("cancel")),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), self.scene(), event.region())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self._overlay.cancel()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._overlay.activate(self)
            self._set(self.selection.press(self._under(event)), warning="")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.active:
            self._overlay.activate(self)
        self._set(self.selection.point(self._under(event)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.selection.dragging:
            self._set(self.selection.point(self._under(event)).release())
            self._take()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key is Qt.Key.Key_Escape:
            self._overlay.cancel()
        elif key in _TAKE:
            self._take()
        elif key is Qt.Key.Key_Tab:
            self._overlay.next_screen(self)
        elif key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set(self.selection.hold(True))
        elif key in _STEPS:
            self._step(key, held)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._set(self.selection.hold(False))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        # The release of a held key goes elsewhere now.
        self._set(self.selection.hold(False))
        super().focusOutEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab for the next screen."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        # By the window manager, not by us.
        event.ignore()
        self._overlay.cancel()

    def _step(self, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
        """Arrows move by a pixel, with Shift they resize, with Ctrl they are ten times as fast."""
        self._overlay.activate(self)
        times = _FAST if held & Qt.KeyboardModifier.ControlModifier else 1
        by = (_STEPS[key][0] * times, _STEPS[key][1] * times)
        resize = bool(held & Qt.KeyboardModifier.ShiftModifier)
        self._set(self.selection.stretch(by) if resize else self.selection.step(by), warning="")
        self._describe()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self.label()))

    def _take(self) -> None:
        if self.selection.takes(math.ceil(SHORTEST * self.shot.scale)):
            self._overlay.take(self)
            return
        warning = self.tr("Nothing is selected yet: draw a rectangle around the formula.")
        self._set(self.selection.clear(), warning)

    def _set(self, selection: Selection, warning: str | None = None) -> None:
        """Show another state, with the old warning unless there is a new one; repaints only what differs."""
        warning = self.warning if warning is None else warning
        if (selection, warning) == (self.selection, self.warning):
            return
        before = self.scene()
        self.selection, self.warning = selection, warning
        self.update(changed(before, self.scene(), self.font()))

    def scene(self) -> Scene:
        """Return what is shown now."""
        shot = self.shot
        return Scene(
            shot.image, self._dimmed, self.selection, self.size(), self.devicePixelRatioF(), shot.scale,
            self.label(), self.hints(), self.warning, self.active,
        )  # fmt: skip

    def _describe(self) -> None:
        keys = ", ".join(f"{key}: {meaning}" for key, meaning in self.hints())
        self.setAccessibleDescription(f"{self.label()}. {keys}")

    def _under(self, event: QMouseEvent) -> Pixel:
        return self._pixel(event.position().x(), event.position().y())

    def _pixel(self, x: float, y: float) -> Pixel:
        return pixel_at(x, y, self.shot.scale, self.selection.size)

    def _find_screen(self) -> QScreen | None:
        screens = QGuiApplication.screens()
        named = (screen for screen in screens if screen.name() == self.shot.name)
        placed = (screen for screen in screens if screen.geometry() == self.shot.geometry)
        return next(placed, None) or next(named, None)
