"""Copying: the menu of formats with samples of this formula, and the clipboard itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QClipboard, QColor, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from scipix.app.export.copying import FORMATS, CopyFormat, Picture, picture_payload, text_payload
from scipix.app.settings import SettingsStore
from scipix.engine.errors import EngineError
from scipix.ui.controllers.previews import PreviewController
from scipix.ui.platform.clipboard import to_mime
from scipix.ui.preview.messages import Preview, PreviewFailure
from scipix.ui.preview.paint import to_png, to_svg_file

_SAMPLE = 48
"""Characters of a sample in the menu."""
_PICTURE_EM = 64
"""Pixels per em of a copied PNG: sharp at the size of text on paper and on screens of scale 2."""


class CopyController(QObject):
    """Copies the LaTeX that ``latex`` returns. GUI thread only."""

    copied = Signal(str)
    """The title of the format that is on the clipboard now."""
    failed = Signal(object)
    """EngineError: the clipboard was left as it was."""

    def __init__(
        self,
        clipboard: QClipboard,
        previews: PreviewController,
        store: SettingsStore,
        latex: Callable[[], str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clipboard, self._previews, self._store, self._latex = clipboard, previews, store, latex

    def last_format(self) -> CopyFormat:
        """The format used last; plain LaTeX where that one is gone."""
        return FORMATS.get(self._store.current.copy_format, FORMATS["latex"])

    def copy(self, name: str = "") -> None:
        """Copy in a format and remember it; without a name in the one used last."""
        wanted = FORMATS[name] if name else self.last_format()
        latex = self._latex()
        if not latex.strip():
            self.failed.emit(_nothing())
            return
        if self._store.current.copy_format != wanted.name:
            self._store.update(copy_format=wanted.name)
        if wanted.text is None:
            self._previews.render("copy", latex, lambda answer: self._copy_picture(wanted, answer))
        else:
            self._put(wanted, text_payload(wanted.name, latex))

    def menu(self, owner: QWidget, with_keys: bool) -> QMenu:
        """A menu of all formats, with samples when it opens. ``with_keys``: the keys work in ``owner``."""
        menu = QMenu(owner)
        menu.setToolTipsVisible(True)
        for number, entry in enumerate(FORMATS.values(), start=1):
            action = menu.addAction(entry.title, lambda name=entry.name: self.copy(name))
            action.setData(entry.name)
            action.setCheckable(True)
            if with_keys and number <= 9:
                action.setShortcut(QKeySequence(f"Ctrl+Shift+{number}"))
                owner.addAction(action)
        menu.aboutToShow.connect(lambda: self._describe(menu))
        return menu

    def _describe(self, menu: QMenu) -> None:
        """One line of this formula for each format, and a tick at the one used last."""
        latex, last = self._latex(), self.last_format()
        for action in menu.actions():
            entry = FORMATS[action.data()]
            sample = " ".join(entry.text(latex).split()) if entry.text else ""
            short = sample if len(sample) <= _SAMPLE else sample[: _SAMPLE - 1] + "…"
            action.setText(f"{format_title(entry)}    {short}".replace("&", "&&").rstrip())
            action.setChecked(entry is last)

    def _copy_picture(self, wanted: CopyFormat, answer: Preview | PreviewFailure) -> None:
        if isinstance(answer, PreviewFailure):
            self.failed.emit(EngineError(answer.title, answer.message, answer.hint))
            return
        black, white = QColor("black"), QColor("white")
        picture = Picture(to_png(answer.svg, _PICTURE_EM, black, white), to_svg_file(answer.svg, black))
        self._put(wanted, picture_payload(wanted.name, picture))

    def _put(self, wanted: CopyFormat, payload: dict[str, bytes]) -> None:
        self._clipboard.setMimeData(to_mime(payload))
        self.copied.emit(format_title(wanted))


def format_title(entry: CopyFormat) -> str:
    """What a format is called in the user's language."""
    return QCoreApplication.translate("Formats", entry.title)


def _nothing() -> EngineError:
    return EngineError("Nothing to copy", "There is no formula yet.", "Snip, paste or open a picture first.")
