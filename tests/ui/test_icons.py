from __future__ import annotations

import gc

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from PySide6.QtWidgets import QPushButton

from scipix.ui import icons
from scipix.ui.theme import apply_theme, colours

WANTED = (
    "snip open paste copy settings history search close check cross undo redo warning error info "
    "chevron-down zoom-in zoom-out zoom-fit invert delete document logo"
).split()
RED = QColor(200, 30, 40)


def pixels(pixmap: QPixmap) -> np.ndarray:
    """HxWx4 of a pixmap, RGBA, not premultiplied."""
    image = pixmap.toImage().convertToFormat(QImage.Format.Format_RGBA8888)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.bytesPerLine() // 4, 4)[:, : image.width()].copy()


def test_all_names_have_a_picture():
    assert set(WANTED) <= set(icons.names())


@pytest.mark.parametrize("name", icons.names())
def test_icons_are_strokes_of_one_kind_and_inside_their_frame(name, qapp):
    svg = (icons._folder() / f"{name}.svg").read_text("utf-8")
    assert 'viewBox="0 0 24 24"' in svg
    assert 'stroke-width="1.75" stroke-linecap="round"' in svg
    assert "#" not in svg
    alpha = pixels(icons.icon(name, RED).pixmap(QSize(96, 96), 1.0))[..., 3]
    assert alpha.any()
    assert not alpha[np.r_[:4, -4:0]].any()
    assert not alpha[:, np.r_[:4, -4:0]].any()


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_has_the_pixels_and_the_colour_asked_for(ratio, qapp):
    pixmap = icons.icon("close", RED).pixmap(QSize(24, 24), ratio)
    assert pixmap.devicePixelRatio() == ratio
    assert pixmap.width() == round(24 * ratio)
    found = pixels(pixmap)
    solid = found[found[..., 3] > 250]
    assert len(solid)
    assert np.abs(solid[:, :3].astype(int) - (200, 30, 40)).max() <= 2


def test_a_selected_icon_keeps_its_colour(qapp):
    drawing = icons.icon("close", RED)
    usual, selected = (
        pixels(drawing.pixmap(QSize(24, 24), 1.0, mode)) for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
    )
    assert (usual == selected).all()


def test_larger_is_drawn_anew_not_enlarged(qapp):
    drawing = icons.icon("close", RED)
    small = pixels(drawing.pixmap(QSize(24, 24), 1.0))[..., 3]
    large = pixels(drawing.pixmap(QSize(24, 24), 4.0))[..., 3]
    blurred = ((large > 0) & (large < 255)).mean() / (large > 0).mean()
    assert blurred < ((small > 0) & (small < 255)).mean() / (small > 0).mean() / 2


@pytest.mark.parametrize("name", ["invert", "zoom-fit", "warning"])
def test_a_disabled_icon_is_evenly_faint(name, qapp):
    drawing = icons.icon(name, RED)
    usual = pixels(drawing.pixmap(QSize(48, 48), 1.0))[..., 3].astype(int)
    faint = pixels(drawing.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled))[..., 3].astype(int)
    assert np.abs(faint - usual * 0.4).max() <= 3


@pytest.mark.parametrize("shown", [True, False])
def test_icons_of_the_palette_follow_the_theme(qapp, qtbot, shown):
    apply_theme(qapp, "light")
    button = QPushButton()
    qtbot.addWidget(button)
    button.setVisible(shown)
    icons.follow_palette(button, lambda: button.setIcon(icons.icon("close")))
    seen = []
    for name in ("light", "dark", "light"):
        apply_theme(qapp, name)
        button.show()
        qapp.processEvents()
        found = pixels(button.icon().pixmap(QSize(48, 48), 1.0))
        seen.append(QColor(*map(int, found[found[..., 3] == 255][0][:3])))
    apply_theme(qapp, "system")
    assert seen == [colours(False).text, colours(True).text, colours(False).text]


def test_copies_of_an_icon_outlive_it(qapp):
    button = QPushButton()
    button.setIcon(icons.icon("snip", RED))
    copy = QIcon(button.icon())
    copy.addPixmap(QPixmap(4, 4))  # makes Qt clone its engine
    del button
    gc.collect()
    assert pixels(copy.pixmap(QSize(24, 24), 2.0))[..., 3].any()


def test_an_icon_that_does_not_exist_is_an_error():
    with pytest.raises(FileNotFoundError):
        icons.icon("nothing", RED)


def test_the_programs_icon_has_its_colours(qapp):
    found = pixels(icons.app_icon().pixmap(QSize(64, 64), 1.0))
    assert tuple(found[32, 6][:3]) != tuple(found[32, 32][:3])
    assert found[32, 6, 3] == 255
