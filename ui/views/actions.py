"""What the window can be asked to do, each thing once: toolbar, menus, tray and keys share these."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
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
    made = Actions(
        snip=_action(owner, "snip", _tr("Snip"), "Ctrl+N", _tr("Select a formula on the screen")),
        open=_action(owner, "open", _tr("Open"), "Ctrl+O", _tr("Read picture files, or open a PDF")),
        paste=_action(owner, "paste", _tr("Paste"), "Ctrl+V", _tr("Read the picture in the clipboard")),
        copy=_action(owner, "copy", _tr("Copy"), "Ctrl+Shift+C", _tr("Copy the formula in this format")),
        save=_action(owner, "save", _tr("Save as"), "Ctrl+S", _tr("Write the formula into a file")),
        right=_action(owner, "check", _tr("Right"), "Ctrl+Return", _tr("The formula is right as it stands")),
        wrong=_action(owner, "cross", _tr("Wrong"), "Ctrl+Shift+Return", _tr("What was read is wrong")),
        formula=_action(owner, "snip", _tr("Formula"), "Ctrl+1", _tr("Show the formula alone")),
        document=_action(owner, "document", _tr("Document"), "Ctrl+2", _tr("Show the document")),
        history=_action(owner, "history", _tr("History"), "Ctrl+H", _tr("Show what was read before")),
        find=_action(owner, "search", _tr("Filter history"), "Ctrl+Shift+F", _tr("Search the history")),
        settings=_action(owner, "settings", _tr("Settings"), "Ctrl+,", _tr("Change how scipix works")),
        cancel=_action(owner, "close", _tr("Cancel"), "Esc", _tr("Stop reading")),
        shortcuts=_action(owner, "info", _tr("Keyboard shortcuts"), "F1", _tr("Show all shortcuts")),
        quit=_action(owner, "power", _tr("Quit"), "Ctrl+Q", _tr("End scipix")),
    )
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


def _action(owner: QWidget, picture: str, text: str, keys: str, tip: str) -> QAction:
    action = QAction(text, owner)
    action.setObjectName(picture)
    action.setShortcut(QKeySequence(keys))
    native = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    action.setToolTip(f"{tip} ({native})")
    action.setStatusTip(tip)
    owner.addAction(action)
    return action


def _draw_icons(owner: QWidget) -> None:
    for action in owner.actions():
        if action.objectName():
            action.setIcon(icon(action.objectName()))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Actions", text)
