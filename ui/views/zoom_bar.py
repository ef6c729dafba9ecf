"""The buttons over the picture: one zoom for picture and rendering, and the negative for dark mode."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from scipix.ui.icons import follow_palette, icon
from scipix.ui.theme import SPACE


class ZoomBar(QWidget):
    """Tells what is wanted; it zooms nothing itself."""

    in_wanted = Signal()
    out_wanted = Signal()
    fit_wanted = Signal()
    actual_wanted = Signal()
    invert_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = QLabel(self.tr("Captured"), self)
        self.caption.setProperty("role", "hint")
        self.smaller = self._button("zoom-out", self.tr("Zoom out"), "-", self.out_wanted)
        self.actual = self._button("", self.tr("Every pixel as captured, 100 %"), "1", self.actual_wanted)
        self.larger = self._button("zoom-in", self.tr("Zoom in"), "+", self.in_wanted)
        self.fit = self._button("zoom-fit", self.tr("Fit picture and rendering"), "0", self.fit_wanted)
        self.invert = self._button("invert", self.tr("Show the picture as a negative in dark mode"), "", None)
        self.invert.setCheckable(True)
        self.invert.toggled.connect(self.invert_toggled)
        self.actual.setMinimumWidth(7 * SPACE)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE // 2, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.caption, 1)
        for button in (self.smaller, self.actual, self.larger, self.fit, self.invert):
            row.addWidget(button)
        self.set_percent(100)

    def set_percent(self, percent: int) -> None:
        """The zoom of the picture that is shown on the button."""
        self.actual.setText(self.tr("%1 %").replace("%1", str(percent)))

    def set_invert(self, dark: bool, inverted: bool) -> None:
        """The negative is offered in dark mode only."""
        self.invert.setVisible(dark)
        self.invert.blockSignals(True)
        self.invert.setChecked(inverted)
        self.invert.blockSignals(False)

    def _button(self, picture: str, words: str, key: str, wanted: object) -> QToolButton:
        button = QToolButton(self)
        if picture:
            follow_palette(button, lambda: button.setIcon(icon(picture)))
            button.setIconSize(QSize(18, 18))
        button.setToolTip(f"{words} ({key})" if key else words)
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if wanted is not None:
            button.clicked.connect(wanted)
        return button
