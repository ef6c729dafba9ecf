"""The note near a snip: what was read, and copying it in another format without opening the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE

SECONDS = 8
_WIDEST = QSize(420, 140)
"""Logical pixels of the rendering inside."""


class Toast(QFrame):
    """A small window that takes no focus, leaves by itself, and waits while the pointer is over it."""

    copy_wanted = Signal()
    """Copy in the format used last."""
    open_wanted = Signal()

    def __init__(self, formats: QMenu, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(self.tr("Formula read"))
        self.setAccessibleName(self.tr("Formula read"))
        self._snip = QRect()
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text = QLabel()
        self._text.setProperty("role", "hint")
        self._copy = QPushButton(self.tr("Copy"))
        self._timer = QTimer(self, singleShot=True, interval=1000 * SECONDS)
        self._timer.timeout.connect(self.hide)
        self._arrange(formats)

    def show_result(self, snip: QRect, text: str) -> None:
        """Appear beside a rectangle of the virtual desktop with one line of text, without a picture yet."""
        self._snip = snip
        self._picture.clear()
        self._picture.hide()
        self._text.setText(text)
        self._place()
        self.show()
        self._timer.start()

    def show_picture(self, picture: QPixmap) -> None:
        """The rendering of what was read."""
        if picture.deviceIndependentSize().width() > _WIDEST.width() or (
            picture.deviceIndependentSize().height() > _WIDEST.height()
        ):
            ratio = picture.devicePixelRatio()
            picture = picture.scaled(
                _WIDEST * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._picture.setPixmap(picture)
        self._picture.show()
        self._place()

    def show_text(self, text: str) -> None:
        """Another line of text, after a copy for example."""
        self._text.setText(text)
        self._place()
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.copy_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def _arrange(self, formats: QMenu) -> None:
        self._copy.setToolTip(self.tr("Copy again in this format (Enter)"))
        self._copy.clicked.connect(self.copy_wanted)
        menu = QPushButton(self.tr("Copy as"))
        menu.setProperty("kind", "quiet")
        menu.setToolTip(self.tr("Copy in another format"))
        menu.setMenu(formats)
        show = QPushButton(self.tr("Open"))
        show.setToolTip(self.tr("Show the result in the window"))
        show.clicked.connect(self.open_wanted)
        show.clicked.connect(self.hide)
        cross = QToolButton(autoRaise=True)
        follow_palette(self, lambda: self._copy.setIcon(icon("copy")))
        follow_palette(self, lambda: cross.setIcon(icon("close")))
        cross.setToolTip(self.tr("Close (Esc)"))
        cross.setAccessibleName(self.tr("Close"))
        cross.clicked.connect(self.hide)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for widget in (self._copy, menu, show):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(cross)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        layout.addWidget(self._picture)
        layout.addWidget(self._text)
        layout.addLayout(buttons)

    def _place(self) -> None:
        self.adjustSize()
        screen = QGuiApplication.screenAt(self._snip.center()) or QGuiApplication.primaryScreen()
        self.move(beside(self._snip, self.size(), screen.availableGeometry()))


def beside(snip: QRect, size: QSize, screen: QRect) -> QPoint:
    """Where a note goes: below the snip, above it where there is no room, and never off the screen."""
    below = snip.bottom() + 1 + SPACE
    above = snip.top() - SPACE - size.height()
    y = below if below + size.height() <= screen.bottom() + 1 else above
    highest = screen.bottom() + 1 - size.height()
    rightmost = screen.right() + 1 - size.width()
    return QPoint(max(screen.left(), min(snip.left(), rightmost)), max(screen.top(), min(y, highest)))
