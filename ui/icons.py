"""Icons: strokes of one colour, drawn anew for each size, so that they are crisp on every screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QByteArray, QDataStream, QEvent, QIODevice, QObject
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QWidget

_FAINT = 0.4
"""How much of the colour is left where an icon is disabled."""


def icon(name: str, colour: QColor | None = None) -> QIcon:
    """The icon of that name; without a colour it takes that of the palette's text of now.

    See ``follow_palette`` for icons that outlive a change of the theme. Raises FileNotFoundError for a name
    that has no picture.
    """
    ink = colour or QGuiApplication.palette().color(QPalette.ColorRole.WindowText)
    return _drawn(name, ink.name(), ink.alphaF())


def app_icon() -> QIcon:
    """The icon of the program, in its own colours."""
    return QIcon(str(_folder() / "scipix.svg"))


def names() -> tuple[str, ...]:
    """All icons but the program's own."""
    return tuple(sorted(path.stem for path in _folder().glob("*.svg") if path.stem != "scipix"))


def follow_palette(owner: QWidget, draw: Callable[[], None]) -> None:
    """Call ``draw`` now and whenever the colours of ``owner`` change, as long as it lives."""
    draw()
    owner.installEventFilter(_Follower(owner, draw))


class _Follower(QObject):
    def __init__(self, owner: QWidget, draw: Callable[[], None]) -> None:
        super().__init__(owner)
        self._draw = draw
        self._ink = owner.palette().color(QPalette.ColorRole.WindowText)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and isinstance(watched, QWidget):
            ink = watched.palette().color(QPalette.ColorRole.WindowText)
            if ink != self._ink:
                self._ink = ink
                self._draw()
        return super().eventFilter(watched, event)


def _folder() -> Path:
    return Path(str(files("scipix.resources"))) / "icons"


@cache
def _drawn(name: str, ink: str, opacity: float) -> QIcon:
    """Kept, as some are asked for with every painting."""
    svg = _folder().joinpath(f"{name}.svg").read_text("utf-8")
    return _from_svg(_inked(svg, ink, opacity), _inked(svg, ink, opacity * _FAINT))


def _inked(svg: str, ink: str, opacity: float) -> bytes:
    """The drawing in a colour; faint as a whole, for crossing strokes would add up."""
    opened, mark, rest = svg.replace("currentColor", ink).partition(">")
    group = f'<g opacity="{opacity:.3f}">' + rest.replace("</svg>", "</g></svg>")
    return (opened + mark + (group if opacity < 1 else rest)).encode("utf-8")


def _from_svg(usual: bytes, disabled: bytes) -> QIcon:
    """An icon with Qt's own engine for SVG, which a drawing reaches from memory only as a stream.

    An engine written in Python is asked for pixmaps of scale 1 only, and is gone when Qt has cloned it.
    """
    stream = QByteArray()
    out = QDataStream(stream, QIODevice.OpenModeFlag.WriteOnly)
    out.writeQString("svg")  # the key of the engine
    out.writeUInt32(0)  # no file names
    out.writeInt32(0)  # not compressed
    modes = {QIcon.Mode.Normal: usual, QIcon.Mode.Selected: usual, QIcon.Mode.Disabled: disabled}
    out.writeUInt32(len(modes))
    for mode, svg in modes.items():
        out.writeInt32(mode.value << 4)  # with the state off
        out << QByteArray(svg)
    out.writeInt32(0)  # no pixmaps
    made = QIcon()
    QDataStream(stream, QIODevice.OpenModeFlag.ReadOnly) >> made
    return made
