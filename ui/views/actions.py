"""What the window can be asked to do, each thing once: toolbar, menus, tray and keys share these."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from scipix.ui.icons import follow_palette, icon


@dataclass(frozen=True, slots=True)
class Actions:
    """The actions of the window. They belong to the widget that they were made for."""

    snip: QAction
    open: QAction
    paste: QAction
    copy: QAction
    save: QAction
    right: QAction
    wrong: QAction
    formula: QAction
    document: QAction
    history: QAction
    find: QAction
    settings: QAction
    cancel: QAction
    shortcuts: QAction
    quit: QAction


def make_actions(owner: QWidget) -> Actions:
    """All actions with icons, keys and tooltips; added to ``owner``, so that the keys work in it."""
    made = _ActionMaker(owner).make()
    for one in (made.history, made.right, made.wrong):
        one.setCheckable(True)
    modes = QActionGroup(owner)
    for mode in (made.formula, made.document):
        mode.setCheckable(True)
        modes.addAction(mode)
    made.formula.setChecked(True)
    follow_palette(owner, lambda: _draw_icons(owner))
    made.cancel.setEnabled(False)
    return made


class _ActionMaker(QObject):
    """Names the actions; an object, for Qt's tool finds words in ``tr`` of a class alone."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner

    def make(self) -> Actions:
        """All actions."""
        return Actions(
            snip=self._make("snip", self.tr("Snip"), "Ctrl+N", self.tr("Select a formula on the screen")),
            open=self._make("open", self.tr("Open"), "Ctrl+O", self.tr("Read picture files, or open a PDF")),
            paste=self._make(
                "paste", self.tr("Paste"), "Ctrl+V", self.tr("Read the picture in the clipboard")
            ),
            copy=self._make(
                "copy", self.tr("Copy"), "Ctrl+Shift+C", self.tr("Copy the formula in this format")
            ),
            save=self._make("save", self.tr("Save as"), "Ctrl+S", self.tr("Write the formula into a file")),
            right=self._make(
                "check", self.tr("Right"), "Ctrl+Return", self.tr("The formula is right as it stands")
            ),
            wrong=self._make(
                "cross", self.tr("Wrong"), "Ctrl+Shift+Return", self.tr("What was read is wrong")
            ),
            formula=self._make("snip", self.tr("Formula"), "Ctrl+1", self.tr("Show the formula alone")),
            document=self._make("document", self.tr("Document"), "Ctrl+2", self.tr("Show the document")),
            history=self._make("history", self.tr("History"), "Ctrl+H", self.tr("Show what was read before")),
            find=self._make(
                "search", self.tr("Filter history"), "Ctrl+Shift+F", self.tr("Search the history")
            ),
            settings=self._make(
                "settings", self.tr("Settings"), "Ctrl+,", self.tr("Change how scipix works")
            ),
            cancel=self._make("close", self.tr("Cancel"), "Esc", self.tr("Stop reading")),
            shortcuts=self._make("info", self.tr("Keyboard shortcuts"), "F1", self.tr("Show all shortcuts")),
            quit=self._make("power", self.tr("Quit"), "Ctrl+Q", self.tr("End scipix")),
        )

    def _make(self, picture: str, text: str, keys: str, tip: str) -> QAction:
        action = QAction(text, self._owner)
        action.setObjectName(picture)
        action.setShortcut(QKeySequence(keys))
        native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip} ({native})")
        action.setStatusTip(tip)
        self._owner.addAction(action)
        return action


def _draw_icons(owner: QWidget) -> None:
    for action in owner.actions():
        if action.objectName():
            action.setIcon(icon(action.objectName()))
