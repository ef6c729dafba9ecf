"""Pictures from the clipboard, from drag and drop, and from files; told where they are none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QSettings, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from scipix.app.images import SUFFIXES, decode_data_url
from scipix.engine.errors import EngineError, ImageError
from scipix.ui.controllers.recognition import RecognitionController
from scipix.ui.images import to_array
from scipix.ui.models.entry import Source, SourceKind

_FOLDER = "open/folder"


class WaysIn(QObject):
    """Everything but snips. GUI thread only; files are read on the engine's thread."""

    documents_wanted = Signal(object)
    """list[Path]: the PDFs among the files."""

    def __init__(
        self, recognition: RecognitionController, memory: QSettings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._recognition, self._memory = recognition, memory

    def take(self, data: QMimeData, kind: SourceKind) -> None:
        """Read what was pasted or dropped: picture files, or a picture itself.

        Raises ImageError where there is neither.
        """
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        inline = [url.toString() for url in data.urls() if url.scheme() == "data"]
        if files:
            self.read_files(files, kind)
        elif inline:
            # Browsers hand over a picture that a page carries in itself as its text.
            self._recognition.read_picture(decode_data_url(inline[0]), Source(kind))
        elif data.hasImage():
            image = data.imageData()
            self._recognition.read_picture(to_array(QImage(image)), Source(kind))
        else:
            raise _no_picture(kind)

    def read_files(self, paths: Iterable[Path], kind: SourceKind = SourceKind.FILE) -> None:
        """Read picture files and the pictures of folders, and open PDFs.

        Raises ImageError about the first folder without pictures.
        """
        pictures: list[Path] = []
        others: list[Path] = []
        for path in paths:
            found = _in_folder(path) if path.is_dir() else [path]
            pictures += [one for one in found if one.suffix.lower() != ".pdf"]
            others += [one for one in found if one.suffix.lower() == ".pdf"] or ([] if found else [path])
        self._recognition.read_files(pictures, kind)
        documents = [path for path in others if path.suffix.lower() == ".pdf"]
        if documents:
            self.documents_wanted.emit(documents)
        for path in others:
            if path.suffix.lower() != ".pdf":
                raise _no_pictures_in(path)

    def ask_for_files(self, parent: QWidget) -> None:
        """The open dialog, in the folder of the last time."""
        patterns = " ".join(f"*{suffix}" for suffix in sorted(SUFFIXES))
        wanted, anything = self.tr("Pictures and documents"), self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(
            parent,
            self.tr("Read pictures of formulas, or documents"),
            str(self._memory.value(_FOLDER, "")),
            f"{wanted} ({patterns} *.pdf);;{anything} (*)",
        )
        if names:
            self._memory.setValue(_FOLDER, str(Path(names[0]).parent))
            self.read_files(map(Path, names))


def _in_folder(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and path.is_file())


def _no_picture(kind: SourceKind) -> EngineError:
    if kind is SourceKind.CLIPBOARD:
        return ImageError(
            "No picture in the clipboard",
            "What was copied last is not a picture.",
            "Copy a picture, or snip the formula from the screen.",
        )
    return ImageError(
        "No picture",
        "What was dropped is neither a picture nor a file.",
        "Save the picture and drop the file.",
    )


def _no_pictures_in(path: Path) -> EngineError:
    return ImageError(f"No pictures in {path.name}", "The folder has no picture files.", "Drop another one.")
