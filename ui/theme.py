"""Light and dark: one palette and one style sheet, from one table of colours for each."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

SPACE = 8
"""The grid: every distance is a multiple of it, or half of it."""
TARGET = 32
"""The least height of what is clicked, in pixels."""


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of a theme. Text colours have the contrast AA on window, surface and mat."""

    window: QColor
    surface: QColor
    mat: QColor
    hover: QColor
    pressed: QColor
    border: QColor
    outline: QColor
    text: QColor
    muted: QColor
    faint: QColor
    accent: QColor
    accent_hover: QColor
    accent_pressed: QColor
    on_accent: QColor
    selection: QColor
    link: QColor
    amber: QColor
    amber_tint: QColor
    red: QColor
    red_tint: QColor
    green: QColor
    green_tint: QColor
    info_tint: QColor
    underline: QColor
    keyword: QColor
    brace: QColor
    number: QColor
    comment: QColor
    match: QColor
    found: QColor
    twin: QColor


_LIGHT = {
    "window": "#f4f5f7", "surface": "#ffffff", "mat": "#e9ebef", "hover": "#e6e9ee", "pressed": "#d9dde4",
    "border": "#d3d8df", "outline": "#7d8590", "text": "#1b1f24", "muted": "#535b66", "faint": "#8f96a0",
    "accent": "#0f5fd0", "accent_hover": "#0b52b8", "accent_pressed": "#08439a", "on_accent": "#ffffff",
    "selection": "#cfe1fd", "link": "#0b57c2", "amber": "#7d5200", "amber_tint": "#ffeec2", "red": "#b3201a",
    "red_tint": "#fde3e0", "green": "#156c31", "green_tint": "#d9f2df", "info_tint": "#dfeafc",
    "underline": "#a86400", "keyword": "#0b57c2", "brace": "#8a3c9c", "number": "#9a3b12",
    "comment": "#5c6470", "match": "#bfe3cb", "found": "#ffe08a", "twin": "#bcd7ff",
}  # fmt: skip
_DARK = {
    "window": "#1b1d21", "surface": "#24272c", "mat": "#2e3238", "hover": "#30343b", "pressed": "#3a3f47",
    "border": "#3a3f47", "outline": "#868e9b", "text": "#e8eaed", "muted": "#adb4bf", "faint": "#747c88",
    "accent": "#7db2ff", "accent_hover": "#98c2ff", "accent_pressed": "#6aa3f5", "on_accent": "#0a1c33",
    "selection": "#2c4a75", "link": "#8ab9ff", "amber": "#f2bd4b", "amber_tint": "#473714", "red": "#ff9389",
    "red_tint": "#522622", "green": "#7fd695", "green_tint": "#1f3f2a", "info_tint": "#223552",
    "underline": "#f2bd4b", "keyword": "#8ab9ff", "brace": "#dba3ea", "number": "#f5a97f",
    "comment": "#9aa2ae", "match": "#2e5a3d", "found": "#665016", "twin": "#2c5490",
}  # fmt: skip


@cache
def colours(dark: bool) -> Colours:
    """The table of a theme."""
    table = _DARK if dark else _LIGHT
    return Colours(**{entry.name: QColor(table[entry.name]) for entry in fields(Colours)})


class Theme(QObject):
    """Keeps an application in the chosen theme, also when the system's changes. Lives in the GUI thread."""

    changed = Signal(bool)
    """Emitted with ``dark`` after the palette and the style sheet are in place."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name = "system"
        self._dark: bool | None = None
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, name: str) -> None:
        """Take ``light``, ``dark`` or ``system``; window frames follow where the system can do that."""
        self._name = name
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        self._app.styleHints().setColorScheme(schemes.get(name, Qt.ColorScheme.Unknown))
        self._follow()

    def _follow(self) -> None:
        system_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = self._name == "dark" or (self._name == "system" and system_dark)
        if dark == self._dark:
            return
        self._dark = dark
        self._app.setStyle("Fusion")
        self._app.setPalette(palette(colours(dark)))
        self._app.setStyleSheet(style_sheet(dark))
        self.changed.emit(dark)


def apply_theme(app: QApplication, name: str) -> Theme:
    """Choose a theme; the object returned belongs to the application and is always the same."""
    theme = app.findChild(Theme) or Theme(app)
    theme.choose(name)
    return theme


def is_dark(app: QGuiApplication) -> bool:
    """Whether the application is dark now."""
    return _is_dark(app.palette())


def current_colours() -> Colours:
    """The table of the theme in force."""
    return colours(_is_dark(QGuiApplication.palette()))


def _is_dark(colours_in_force: QPalette) -> bool:
    return colours_in_force.color(QPalette.ColorRole.Window).lightnessF() < 0.5


def style_sheet(dark: bool) -> str:
    """The one style sheet with the colours and pictures of a theme in its places."""
    folder = Path(str(files("scipix.resources"))) / "style"
    table = colours(dark)
    words = {entry.name: getattr(table, entry.name).name() for entry in fields(Colours)}
    pictures = (folder / ("dark" if dark else "light")).as_posix()
    return Template((folder / "scipix.qss").read_text("utf-8")).substitute(words, pictures=pictures)


def palette(table: Colours) -> QPalette:
    """The colours of a theme for what Fusion draws itself."""
    role = QPalette.ColorRole
    made = QPalette()
    for names, colour in (
        ((role.Window, role.AlternateBase), table.window),
        ((role.Base, role.ToolTipBase), table.surface),
        ((role.Button,), table.surface),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), table.text),
        ((role.PlaceholderText,), table.muted),
        ((role.Accent, role.Highlight), table.accent),
        ((role.HighlightedText,), table.on_accent),
        ((role.Link, role.LinkVisited), table.link),
        ((role.BrightText,), table.red),
        ((role.Mid, role.Midlight), table.border),
        ((role.Dark,), table.outline),
    ):
        for name in names:
            made.setColor(name, colour)
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, table.faint)
    return made
