"""Payloads of several MIME types into the clipboard, and pictures out of it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage

TEXT = "text/plain"


def to_mime(payload: Mapping[str, bytes]) -> QMimeData:
    """What a clipboard holds for these types. Text is UTF-8; a PNG is offered as Qt's picture too."""
    data = QMimeData()
    for mime, content in payload.items():
        if mime == TEXT:
            data.setText(content.decode("utf-8"))
        elif mime == "text/html":
            data.setHtml(content.decode("utf-8"))
        else:
            data.setData(mime, QByteArray(content))
        if mime == "image/png":
            data.setImageData(QImage.fromData(content, "PNG"))
    return data
