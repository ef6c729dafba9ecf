from __future__ import annotations

from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from scipix.ui import theme
from scipix.ui.theme import Colours, apply_theme, colours, current_colours, is_dark, style_sheet


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs(fronts, grounds):
    return [(front, ground) for front in fronts.split() for ground in grounds.split()]


TEXTS = [
    *pairs("text muted link amber red green", "window surface mat"),
    *pairs("text muted", "hover"),
    *pairs("text", "pressed selection match found twin amber_tint red_tint green_tint info_tint"),
    *pairs("keyword brace number comment amber red", "surface"),
    *pairs("on_accent", "accent accent_hover accent_pressed"),
    ("amber", "amber_tint"), ("red", "red_tint"), ("green", "green_tint"), ("link", "info_tint"),
]  # fmt: skip
SIGNS = [
    *pairs("outline accent underline amber red green", "window surface"),
    *pairs("underline amber red", "amber_tint red_tint mat"),
]


def test_contrast_is_that_of_the_standard():
    assert contrast(QColor("#000"), QColor("#fff")) == pytest.approx(21)
    assert contrast(QColor("#777"), QColor("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), TEXTS, ids=" on ".join)
def test_texts_have_the_contrast_aa(dark, front, ground):
    table = colours(dark)
    assert contrast(getattr(table, front), getattr(table, ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "ground"), SIGNS, ids=" on ".join)
def test_borders_focus_and_underlines_are_seen(dark, front, ground):
    table = colours(dark)
    assert contrast(getattr(table, front), getattr(table, ground)) >= 3.0


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_pictures_of_the_style_sheet_exist_in_colours_of_the_theme(dark):
    folder = theme.Path(str(theme.files("scipix.resources"))) / "style" / ("dark" if dark else "light")
    words = {getattr(colours(dark), entry.name).name() for entry in fields(Colours)}
    sheet = style_sheet(dark)
    for picture in folder.iterdir():
        assert f"url({picture.as_posix()})" in sheet
        svg = picture.read_text("utf-8")
        assert svg.partition('stroke="')[2].partition('"')[0] in words
    assert sheet.count("url(") == sum(sheet.count(picture.as_posix()) for picture in folder.iterdir())


@pytest.fixture
def app(qapp):
    yield qapp
    apply_theme(qapp, "system")


def test_a_theme_sets_palette_and_style_sheet(app):
    for name, dark in (("dark", True), ("light", False)):
        apply_theme(app, name)
        assert is_dark(app) is dark
        assert app.palette().color(QPalette.ColorRole.Window) == colours(dark).window
        assert app.styleSheet() == style_sheet(dark)
        assert current_colours() == colours(dark)


def test_there_is_one_theme_and_it_tells_changes_once(app, qtbot):
    first = apply_theme(app, "light")
    heard = []
    first.changed.connect(heard.append)
    assert apply_theme(app, "dark") is first
    apply_theme(app, "dark")
    first.changed.disconnect(heard.append)
    assert heard == [True]


def test_the_system_is_followed_only_when_that_is_chosen(app: QApplication, monkeypatch):
    chosen = apply_theme(app, "system")
    scheme = Qt.ColorScheme.Dark

    class Hints:
        def colorScheme(self):  # noqa: N802  # Qt's name
            return scheme

        def setColorScheme(self, _):  # noqa: N802  # Qt's name
            pass

    class System:
        def styleHints(self):  # noqa: N802  # Qt's name
            return Hints()

        def __getattr__(self, name):
            return getattr(app, name)

    monkeypatch.setattr(chosen, "_app", System())
    chosen._follow()
    assert is_dark(app)
    scheme = Qt.ColorScheme.Light
    chosen._follow()
    assert not is_dark(app)
    chosen.choose("light")
    scheme = Qt.ColorScheme.Dark
    chosen._follow()
    assert not is_dark(app)
