"""MathJax in the script engine draws what people write, and Qt shows it whole."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from scipix.ui.preview.paint import paint, to_png, to_svg_file

if TYPE_CHECKING:
    from conftest import Desk

BLACK = QColor("black")
FORMULAS = (
    r"\frac{a}{b}+\sqrt[3]{x}",
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}",
    r"f(x)=\begin{cases}x&x>0\\-x&\text{otherwise}\end{cases}",
    r"\underbrace{a+b}_{n}\overbrace{c+d}\widehat{abc}",
    r"\ce{H2O + CO2 <=> H2CO3}",
    r"\begin{align}a&=b\tag{1}\\c&=d\end{align}",
    r"\cancel{x}+\boxed{y}+\bm{v}+\boldsymbol{\alpha}",
    r"\bra{a}H\ket{b}",
    r"\dv{x}{t}",
    r"A^\dag\coloneqq\mathbb{1}\unicode{x263A}",
    r"\lim_{x\to0}\frac{\sin x}{x}\stackrel{\mathrm{def}}{=}\binom nk",
)


def alpha(image: QImage) -> NDArray[np.uint8]:
    """The ink of a picture, height x width."""
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return pixels[:, : image.width() * 4].reshape(image.height(), image.width(), 4)[:, :, 3].copy()


def cut(ink: NDArray[np.uint8], box: tuple[float, float, float, float]) -> NDArray[np.uint8]:
    """The part of a picture that a box covers."""
    height, width = ink.shape
    x0, y0, x1, y1 = box
    return ink[round(y0 * height) : round(y1 * height), round(x0 * width) : round(x1 * width)]


@pytest.mark.parametrize("latex", FORMULAS)
def test_draws(desk: Desk, qtbot: QtBot, latex: str) -> None:
    preview = desk.draw(qtbot, latex)
    assert preview.renderer == "mathjax"
    assert b"<svg" not in preview.svg[4:]
    assert b"data-" not in preview.svg
    assert alpha(paint(preview.svg, 24, BLACK, 1.0)).any()


def test_size_and_baseline_are_in_em(desk: Desk, qtbot: QtBot) -> None:
    low, high = desk.draw(qtbot, "x"), desk.draw(qtbot, r"x_{y_z}^{2}")
    assert 0.4 < low.width < 0.8
    assert low.height < high.height < 2
    assert low.baseline == pytest.approx(low.height, abs=0.06)
    assert 0.5 < high.baseline < high.height


def test_tall_delimiters_are_whole(desk: Desk, qtbot: QtBot) -> None:
    latex = r"\left(\begin{array}{c}1\\2\\3\\4\\5\\6\\7\end{array}\right\}"
    spans = ((0, 6), (latex.index(r"\right"), len(latex)))
    preview = desk.draw(qtbot, latex, spans)
    ink = alpha(paint(preview.svg, 40, BLACK, 1.0))
    for box in preview.boxes:
        assert box is not None
        assert box[3] - box[1] > 0.9
        part = cut(ink, box)
        assert (part.max(axis=1)[2:-2] > 100).all(), "the delimiter has a gap"


def test_long_arrows_are_whole(desk: Desk, qtbot: QtBot) -> None:
    latex = r"A\xrightarrow{\text{a long text over it}}B"
    start = latex.index(r"\xr")
    preview = desk.draw(qtbot, latex, ((start, start + 12),))
    box = preview.boxes[0]
    assert box is not None
    assert box[2] - box[0] > 0.7
    columns = cut(alpha(paint(preview.svg, 40, BLACK, 1.0)), box).max(axis=0)
    assert (columns[3:-3] > 100).all(), "the arrow has a gap"


def test_lines_of_tables_are_drawn(desk: Desk, qtbot: QtBot) -> None:
    plain = desk.draw(qtbot, r"\begin{array}{cc}1&2\\3&4\end{array}")
    lined = desk.draw(qtbot, r"\begin{array}{c|c}1&2\\\hline 3&4\end{array}")
    assert alpha(paint(plain.svg, 40, BLACK, 1.0)).mean(axis=0).max() < 200
    ink = alpha(paint(lined.svg, 40, BLACK, 1.0))
    assert (ink > 100).mean(axis=0).max() > 0.95, "no vertical line"
    assert (ink > 100).mean(axis=1).max() > 0.95, "no horizontal line"


def test_a_tag_stands_behind_the_formula(desk: Desk, qtbot: QtBot) -> None:
    plain, tagged = desk.draw(qtbot, "E=mc^2"), desk.draw(qtbot, r"E=mc^2\tag{1}")
    assert plain.width + 2 < tagged.width < plain.width + 5


def test_colours_of_the_formula_stay_and_the_rest_takes_the_given_one(desk: Desk, qtbot: QtBot) -> None:
    preview = desk.draw(qtbot, r"\textcolor{red}{x}y")
    image = paint(preview.svg, 40, QColor("#0000ff"), 1.0)
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert {"#ff0000", "#0000ff"} <= seen


def test_definitions_do_not_outlive_a_formula(desk: Desk, qtbot: QtBot) -> None:
    desk.draw(qtbot, r"\newcommand{\mine}{x}\def\yours{y}\let\ours=z\mine\yours\ours")
    desk.draw(qtbot, r"\renewcommand{\alpha}{xxxxxxxx}\alpha")
    assert desk.draw(qtbot, r"\alpha").width < 1
    for command in (r"\mine", r"\yours", r"\ours"):
        assert command in desk.fail(qtbot, command).message


def test_commands_of_physics_leave_the_others_alone(desk: Desk, qtbot: QtBot) -> None:
    before = desk.draw(qtbot, r"a\div b")
    desk.draw(qtbot, r"\dv{x}{t}\div b")
    assert desk.draw(qtbot, r"a\div b").svg == before.svg


def test_nothing_is_a_picture_too(desk: Desk, qtbot: QtBot) -> None:
    preview = desk.draw(qtbot, "")
    assert not paint(preview.svg, 24, BLACK, 1.0).isNull()


def test_paint_follows_size_and_ratio(desk: Desk, qtbot: QtBot) -> None:
    preview = desk.draw(qtbot, r"\frac{a}{b}")
    image = paint(preview.svg, 30, BLACK, 2.0)
    assert image.devicePixelRatio() == 2.0
    assert image.format() == QImage.Format.Format_ARGB32_Premultiplied
    assert image.width() == pytest.approx(preview.width * 60, abs=1)
    assert image.height() == pytest.approx(preview.height * 60, abs=1)


def test_png_has_the_background_or_none(desk: Desk, qtbot: QtBot) -> None:
    preview = desk.draw(qtbot, "x")
    clear = QImage.fromData(to_png(preview.svg, 40, BLACK, None), "PNG")
    white = QImage.fromData(to_png(preview.svg, 40, BLACK, QColor("white")), "PNG")
    assert clear.pixelColor(0, 0).alpha() == 0
    assert white.pixelColor(0, 0).name() == "#ffffff"
    assert clear.size() == white.size()


def test_svg_file_stands_alone(desk: Desk, qtbot: QtBot) -> None:
    preview = desk.draw(qtbot, "x+y")
    data = to_svg_file(preview.svg, QColor("#123456"))
    root = ET.fromstring(data)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("width") == f"{preview.width * 12:.2f}pt"
    assert root.get("height") == f"{preview.height * 12:.2f}pt"
    assert root.get("viewBox")
    assert b"#123456" in data
    assert b"#000000" not in data
