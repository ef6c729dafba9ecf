"""Copying and saving: the menu of formats with samples of this formula, the clipboard, the save dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QAction, QClipboard, QColor, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from scipix.app.export.copying import (
    COMMON,
    PICTURES,
    Picture,
    copy_formats,
    file_content,
    picture_payload,
    text_payload,
)
from scipix.app.settings import SettingsStore
from scipix.engine.errors import EngineError
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.platform.clipboard import to_mime
from scipix.ui.preview.messages import Preview, PreviewFailure
from scipix.ui.preview.paint import to_png, to_svg_file

if TYPE_CHECKING:
    from scipix.engine.latex.targets.target import Target

AFTER_START = 150
"""Milliseconds after which what the first look at the window does not need is made."""
_SAMPLE = 48
"""Characters of a sample in the menu."""
_PICTURE_EM = 64
"""Pixels per em of a copied PNG: sharp at the size of text on paper and on screens of scale 2."""
_FOLDER, _FILTER = "save/folder", "save/filter"


class CopyController(QObject):
    """Copies and saves the LaTeX that ``latex`` returns. GUI thread only."""

    copied = Signal(str)
    """The title of the format that is on the clipboard now."""
    taken = Signal()
    """A person has copied or saved the formula; not emitted for copies that are made by themselves."""
    saved = Signal(str)
    """The path of the file that was written."""
    failed = Signal(object)
    """EngineError: the clipboard was left as it was."""

    def __init__(
        self,
        clipboard: QClipboard,
        previews: PreviewController,
        store: SettingsStore,
        latex: Callable[[], str],
        memory: QSettings,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._previews, self._store = clipboard, previews, store
        self._latex, self._memory = latex, memory

    def last_format(self) -> Target:
        """The format used last; plain LaTeX where that one is gone."""
        wanted = self._store.current.copy_format
        return next((one for one in copy_formats() if one.id == wanted), copy_formats()[0])

    def copy(self, name: str = "", by_hand: bool = True) -> None:
        """Copy in a format and remember it; without a name in the one used last."""
        wanted = next((one for one in copy_formats() if one.id == name), self.last_format())
        try:
            latex = self._source()
            if wanted.id in PICTURES:
                self._previews.render(
                    "copy", latex, lambda answer: self._copy_picture(wanted, answer, by_hand)
                )
            else:
                self._put(wanted, text_payload(wanted.id, latex), by_hand)
        except EngineError as error:
            self.failed.emit(error)

    def save(self, parent: QWidget) -> None:
        """Ask for a file and write the formula in the format of the chosen filter."""
        from scipix.engine.latex.targets.registry import formats

        filters = {f"{format_title(one)} (*{one.extension})": one for one in formats()}
        last = str(self._memory.value(_FILTER, ""))
        path, chosen = QFileDialog.getSaveFileName(
            parent,
            self.tr("Save the formula"),
            str(self._memory.value(_FOLDER, "")),
            ";;".join(filters),
            last if last in filters else next(iter(filters)),
        )
        if path and chosen in filters:
            self._memory.setValue(_FOLDER, str(Path(path).parent))
            self._memory.setValue(_FILTER, chosen)
            self.save_as(Path(path), filters[chosen])

    def save_as(self, path: Path, wanted: Target) -> None:
        """Write a file; the format's ending is added where the name has none."""
        path = path if path.suffix else path.with_suffix(wanted.extension)
        try:
            path.write_bytes(file_content(wanted.id, self._source()))
        except EngineError as error:
            self.failed.emit(error)
        except OSError as error:
            self.failed.emit(_unwritten(path, error))
        else:
            self.saved.emit(str(path))
            self.taken.emit()

    def menu(self, owner: QWidget, with_keys: bool) -> QMenu:
        """A menu of all formats, with samples when it opens. ``with_keys``: the keys work in ``owner``.

        It is filled shortly after the start, or when it opens.
        """
        menu = QMenu(owner)
        fill = partial(self._fill, menu, owner if with_keys else None)
        QTimer.singleShot(AFTER_START, menu, fill)
        menu.aboutToShow.connect(fill)
        menu.aboutToShow.connect(partial(self._describe, menu))
        return menu

    def _fill(self, menu: QMenu, owner: QWidget | None) -> None:
        if not menu.isEmpty():
            return
        more = QMenu(self.tr("More formats"), menu)
        more.aboutToShow.connect(partial(self._describe, more))
        for number, entry in enumerate(copy_formats(), start=1):
            action = self._action(menu if entry.id in COMMON else more, entry)
            if owner is not None and entry.id in COMMON:
                action.setShortcut(QKeySequence(f"Ctrl+Shift+{number}"))
                owner.addAction(action)
        menu.addMenu(more)

    def _action(self, menu: QMenu, entry: Target) -> QAction:
        action = menu.addAction(format_title(entry), lambda: self.copy(entry.id))
        action.setData(entry)
        action.setStatusTip(self.tr("Copy as {format}").format(format=format_title(entry)))
        action.setCheckable(True)
        return action

    def _describe(self, menu: QMenu) -> None:
        """One line of this formula for each format, and a tick at the one used last."""
        latex, last = self._latex(), self.last_format()
        for action in menu.actions():
            entry = action.data()
            if entry is not None:
                sample = _sample(entry, latex)
                action.setText(f"{format_title(entry)}    {sample}".replace("&", "&&").rstrip())
                action.setChecked(entry is last)

    def _source(self) -> str:
        latex = self._latex()
        if not latex.strip():
            raise EngineError(
                "Nothing to copy", "There is no formula yet.", "Snip, paste or open a picture first."
            )
        return latex

    def _copy_picture(self, wanted: Target, answer: Preview | PreviewFailure, by_hand: bool) -> None:
        if isinstance(answer, PreviewFailure):
            self.failed.emit(EngineError(answer.title, answer.message, answer.hint))
            return
        black, white = QColor("black"), QColor("white")
        picture = Picture(to_png(answer.svg, _PICTURE_EM, black, white), to_svg_file(answer.svg, black))
        self._put(wanted, picture_payload(wanted.id, picture), by_hand)

    def _put(self, wanted: Target, payload: dict[str, bytes], by_hand: bool) -> None:
        self._clipboard.setMimeData(to_mime(payload))
        if self._store.current.copy_format != wanted.id:
            self._store.update(copy_format=wanted.id)
        self.copied.emit(format_title(wanted))
        if by_hand:
            self.taken.emit()


def format_title(entry: Target) -> str:
    """What a format is called in the user's language."""
    return QCoreApplication.translate("Formats", entry.title)


def _sample(entry: Target, latex: str) -> str:
    """A line of the formula in a format; empty where the format is a picture or cannot express it."""
    if entry.id in PICTURES:
        return ""
    try:
        line = " ".join(text_payload(entry.id, latex)[entry.mime[-1]].decode().split())
    except EngineError:
        return "—"
    return line if len(line) <= _SAMPLE else line[: _SAMPLE - 1] + "…"


def _unwritten(path: Path, error: OSError) -> EngineError:
    return EngineError(
        f"{path.name} cannot be written", f"{error.strerror or error}.", "Choose another folder or name."
    )
