"""One line that shows what was corrected, or what was said about the answer, and takes it back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from scipix.app.token_spans import Change, changes
from scipix.ui.icons import follow_palette, icon
from scipix.ui.models.said import Kind, Said
from scipix.ui.theme import SPACE, current_colours

_MOST = 6
"""Changes that are shown."""


class ChangeStrip(QFrame):
    """Hidden while the answer stands as it was read and nothing was said about it."""

    undo_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "mat")
        self._read, self._latex = "", ""
        self._said: Said | None = None
        self._sign, self.words, self.difference = QLabel(), QLabel(), QLabel()
        self.undo_button = QPushButton(self.tr("Undo"))
        self._arrange()
        follow_palette(self, self._draw)
        self.hide()

    def show_state(self, read: str, latex: str, said: Said | None) -> None:
        """``read`` was the answer, ``latex`` is the source as it stands, ``said`` what was said about it."""
        self._read, self._latex, self._said = read, latex, said
        self._draw()

    def _arrange(self) -> None:
        self.words.setProperty("role", "hint")
        self.difference.setTextFormat(Qt.TextFormat.RichText)
        self.difference.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo_button.setProperty("kind", "quiet")
        self.undo_button.setToolTip(self.tr("Take this back with all that followed from it"))
        self.undo_button.setAccessibleName(self.tr("Take the correction back"))
        self.undo_button.clicked.connect(self.undo_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        row.setSpacing(SPACE)
        row.addWidget(self._sign)
        row.addWidget(self.words)
        row.addWidget(self.difference, 1)
        row.addWidget(self.undo_button)

    def _draw(self) -> None:
        words, sign = self._what()
        self.setVisible(bool(words))
        if not words:
            return
        colours = current_colours()
        colour = {"check": colours.green, "cross": colours.red}.get(sign, colours.muted)
        self._sign.setPixmap(icon(sign, colour).pixmap(QSize(18, 18), self.devicePixelRatioF()))
        self.words.setText(words)
        found = changes(self._read, self._latex)
        self.difference.setText(self._rich(found))
        self.undo_button.setVisible(self._holds())
        self.setAccessibleName(" ".join((words, *map(self._spoken, found))))
        self.difference.setAccessibleName(", ".join(map(self._spoken, found)))

    def _holds(self) -> bool:
        """Whether what was said is about the source as it stands."""
        said = self._said
        return said is not None and (said.kind is Kind.REJECTED or said.latex == self._latex)

    def _what(self) -> tuple[str, str]:
        """Words and sign; no words where there is nothing to tell."""
        changed = self._latex != self._read
        if self._said is not None and self._said.kind is Kind.REJECTED and not changed:
            return self.tr("Marked as wrong. Edit the formula to tell what is right."), "cross"
        if not self._holds() or self._said is None or self._said.kind is Kind.REJECTED:
            return (
                (self.tr("Changed; copy it, or press Right, if it is right now:"), "info")
                if changed
                else ("", "")
            )
        if changed:
            return self.tr("Learned:"), "check"
        return (self.tr("Marked as right."), "check") if self._said.kind is Kind.CONFIRMED else ("", "")

    def _spoken(self, change: Change) -> str:
        if not change.old:
            return self.tr("{new} added").format(new=change.new)
        if not change.new:
            return self.tr("{old} removed").format(old=change.old)
        return self.tr("{old} became {new}").format(old=change.old, new=change.new)

    def _rich(self, found: tuple[Change, ...]) -> str:
        """Removed tokens red and struck out, new ones green and underlined."""
        colours = current_colours()
        parts = []
        for change in found[:_MOST]:
            old = f'<s style="color:{colours.red.name()}">{escape(change.old)}</s>' if change.old else ""
            new = f'<u style="color:{colours.green.name()}">{escape(change.new)}</u>' if change.new else ""
            arrow = " → " if old and new else ""
            around = f'<span style="color:{colours.muted.name()}">{{}}</span>'
            parts.append(
                around.format(escape(change.before)) + old + arrow + new + around.format(escape(change.after))
            )
        more = " …" if len(found) > _MOST else ""
        return '<span style="font-family:monospace">' + " · ".join(parts) + more + "</span>"
