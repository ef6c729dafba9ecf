"""What the window shows before the first picture: the ways in, and a sample to try."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from scipix.ui.theme import SPACE


class EmptyState(QWidget):
    """One sentence and a button for each way in, with its shortcut."""

    sample_wanted = Signal()

    def __init__(self, actions: tuple[QAction, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        title = QLabel(self.tr("Turn a picture of a formula into LaTeX"))
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title.setWordWrap(True)
        self._hint = QLabel()
        self._hint.setProperty("role", "hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addStretch(2)
        layout.addWidget(title)
        layout.addWidget(self._hint)
        layout.addSpacing(SPACE)
        layout.addLayout(self._ways(actions))
        layout.addSpacing(SPACE)
        layout.addWidget(self._sample_button(), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.show_hotkey("")

    def show_hotkey(self, shortcut: str) -> None:
        """The shortcut that works in every program, empty where there is none."""
        drop = self.tr("Drop pictures or a PDF anywhere in this window.")
        anywhere = self.tr("{shortcut} snips from any program.").format(shortcut=shortcut) if shortcut else ""
        self._hint.setText(f"{drop} {anywhere}".strip())

    def _ways(self, actions: tuple[QAction, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(3, 1)
        for row, action in enumerate(actions):
            button = QPushButton(action.icon(), action.iconText())
            button.setToolTip(action.toolTip())
            button.setAccessibleName(action.iconText())
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setMinimumSize(22 * SPACE, 5 * SPACE)
            button.clicked.connect(action.trigger)
            action.changed.connect(lambda button=button, action=action: button.setIcon(action.icon()))
            keys = QLabel(action.shortcut().toString(action.shortcut().SequenceFormat.NativeText))
            keys.setProperty("role", "code")
            grid.addWidget(button, row, 1)
            grid.addWidget(keys, row, 2)
        return grid

    def _sample_button(self) -> QPushButton:
        button = QPushButton(self.tr("Try a sample"))
        button.setProperty("kind", "quiet")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(self.tr("Reads one of the pictures that come with the program"))
        button.clicked.connect(self.sample_wanted)
        return button
