"""Formulas as web pages show them: MathJax with its fonts, in the program's own script engine, and KaTeX
with its fonts, in a Chromium without a window.

Both are optional: a :class:`MissingError` says what is not installed.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np

_PIXELS_AN_EM = 18
_MARGIN = 8
_WIDTH, _SLOT, _SLOTS = 2400, 400, 30
"""Of a page in Chromium: its width, the height of a formula's place on it, and how many places it has."""
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


class MissingError(RuntimeError):
    """A renderer is not installed; the message says which."""


def with_mathjax(formulas: Sequence[str]) -> list[np.ndarray | None]:
    """Gray pictures, black on white, 18 pixels an em; None for what MathJax does not take.

    Raises:
        MissingError: the window's library is not installed.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise MissingError("PySide6") from error
    from scipix.ui.preview.bridge import MathJaxEngine
    from scipix.ui.preview.bundle import bundle_folder, read_bundle

    application = QCoreApplication.instance() or QGuiApplication([])
    engine = MathJaxEngine(1, application)
    replies: dict[int, str] = {}
    loaded: list[str] = []
    engine.loaded.connect(lambda _, problem: loaded.append(problem))
    engine.answered.connect(lambda serial, reply: replies.update({serial: reply}))
    engine.load(read_bundle(bundle_folder()))
    for serial, latex in enumerate(formulas):
        question = {"latex": latex, "marked": latex, "tokens": [], "display": True, "boxes": False}
        engine.ask(serial, json.dumps(question))
    while len(replies) < len(formulas) and not any(loaded):
        application.processEvents()
    if any(loaded):
        raise MissingError(loaded[0])
    engine.deleteLater()
    svgs = [json.loads(replies[serial]).get("svg") for serial in range(len(formulas))]
    return [_painted(svg) if svg else None for svg in svgs]


def _painted(svg: str) -> np.ndarray | None:
    """Gray (H, W) of MathJax's SVG; None where that is no drawing."""
    from PySide6.QtCore import QByteArray, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from scipix.ui.preview.svg import SvgError, clean

    try:
        drawing = clean(svg)
    except SvgError:
        return None
    width, height = (round(size * _PIXELS_AN_EM) for size in (drawing.width, drawing.height))
    image = QImage(width + 2 * _MARGIN, height + 2 * _MARGIN, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.svg)).render(painter, QRectF(_MARGIN, _MARGIN, width, height))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def with_katex(formulas: Sequence[str], package: Path | None) -> list[np.ndarray | None]:
    """Gray pictures, black on white, of 18 pixels an em; None for what KaTeX does not take.

    Args:
        package: folder of KaTeX's package from npm, which holds ``dist``.

    Raises:
        MissingError: there is no Chromium or no KaTeX.
    """
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if browser is None:
        raise MissingError("Chromium")
    if package is None or not (package / "dist" / "katex.min.js").is_file():
        raise MissingError("KaTeX (--katex FOLDER)")
    found: list[np.ndarray | None] = []
    for start in range(0, len(formulas), _SLOTS):
        part = formulas[start : start + _SLOTS]
        page = _screenshot(browser, _page(part, package.resolve() / "dist"))
        found += [_slot(page[number * _SLOT : (number + 1) * _SLOT]) for number in range(len(part))]
    return found


def _page(formulas: Sequence[str], dist: Path) -> str:
    """A page with a place of fixed height for each formula; what KaTeX refuses leaves its place empty."""
    size = _PIXELS_AN_EM / 1.21  # KaTeX enlarges what it is given
    sources = json.dumps(list(formulas)).replace("</", r"<\/")
    return f"""<!doctype html><meta charset=utf-8><link rel=stylesheet href="file://{dist}/katex.min.css">
<style>body{{margin:0;background:#fff;font-size:{size:.3f}px}}
div{{height:{_SLOT}px;overflow:hidden;padding:0 {_MARGIN}px;display:flex;align-items:center}}
.katex-display{{margin:0;text-align:left;white-space:nowrap}}</style>{"<div></div>" * len(formulas)}
<script src="file://{dist}/katex.min.js"></script>
<script>const list = {sources};
document.querySelectorAll("div").forEach((place, i) => {{
  try {{ katex.render(list[i], place, {{displayMode: true, throwOnError: true, strict: false}}); }}
  catch (error) {{ place.textContent = ""; }}
}});</script>"""


def _screenshot(browser: str, page: str) -> np.ndarray:
    """Gray (H, W) of a page."""
    with tempfile.TemporaryDirectory(prefix="katex") as folder:
        source, target = Path(folder) / "page.html", Path(folder) / "page.png"
        source.write_text(page, "utf-8")
        command = [
            browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
            "--allow-file-access-from-files", "--force-device-scale-factor=1", "--virtual-time-budget=10000",
            f"--user-data-dir={folder}/profile", f"--window-size={_WIDTH},{_SLOT * _SLOTS}",
            f"--screenshot={target}", source.as_uri(),
        ]  # fmt: skip
        subprocess.run(command, check=True, timeout=600, capture_output=True)
        return cv2.imread(str(target), cv2.IMREAD_GRAYSCALE)


def _slot(place: np.ndarray) -> np.ndarray | None:
    """The formula cut out with a margin; None where there is none or where it does not fit."""
    rows, columns = (np.flatnonzero((place < 250).any(axis=axis)) for axis in (1, 0))
    if not len(rows) or columns[-1] > _WIDTH - 3 or rows[0] < 2 or rows[-1] > _SLOT - 3:
        return None
    cut = place[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return cv2.copyMakeBorder(cut, _MARGIN, _MARGIN, _MARGIN, _MARGIN, cv2.BORDER_CONSTANT, value=255)
