"""The reliability diagram, drawn without a screen by matplotlib, which is loaded by the first one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from scipix.ui.theme import Colours

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from scipix.app.memory.calibration import Bin
    from scipix.app.memory.learned import Report

_INCH = 100.0
"""Logical pixels that stand for an inch of the figure: sizes in points become 1.39 pixels."""


_CHINESE = (
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "SimHei",
)
"""Families of the systems; one of a collection of fonts is known by its first member alone."""


@dataclass(frozen=True, slots=True)
class Words:
    """The texts in the diagram, in the user's language."""

    said: str
    found: str
    perfect: str
    shipped: str
    learned: str
    sure: str


def draw(report: Report, colours: Colours, words: Words, size: tuple[int, int], ratio: float) -> QImage:
    """The diagram of a report, ``size`` in logical pixels. Any thread; not two at once."""
    from matplotlib import rc_context

    with rc_context({"font.family": _families()}):
        return _draw(report, colours, words, size, ratio)


def _families() -> list[str]:
    """The fonts to take a character from, in their order: matplotlib's own has no Chinese."""
    from matplotlib.font_manager import fontManager

    known = set(fontManager.get_font_names())
    return ["DejaVu Sans", *(name for name in _CHINESE if name in known)]


def _draw(report: Report, colours: Colours, words: Words, size: tuple[int, int], ratio: float) -> QImage:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure((size[0] / _INCH, size[1] / _INCH), dpi=_INCH * ratio, layout="constrained")
    figure.set_facecolor(colours.surface.name())
    axes = figure.add_subplot()
    _prepare(axes, colours, words)
    axes.plot((0, 1), (0, 1), color=colours.muted.name(), linewidth=1, linestyle="--", label=words.perfect)
    _add(axes, report.bins_before, colours.amber.name(), words.shipped, "s", hollow=True)
    _add(axes, report.bins, colours.accent.name(), words.learned, "o", hollow=False)
    if report.threshold is not None:
        axes.axvline(report.threshold.confidence, color=colours.green.name(), linewidth=1.5, label=words.sure)
    legend = figure.legend(fontsize=9, frameon=False, loc="outside lower center", ncols=2)
    for text in legend.get_texts():
        text.set_color(colours.text.name())
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return _to_image(canvas, ratio)


def _prepare(axes: Axes, colours: Colours, words: Words) -> None:
    axes.set_facecolor(colours.surface.name())
    axes.set_xlim(0, 1)
    axes.set_ylim(0, 1)
    ticks = [0, 0.25, 0.5, 0.75, 1]
    axes.set_xticks(ticks, [f"{tick:.0%}" for tick in ticks])
    axes.set_yticks(ticks, [f"{tick:.0%}" for tick in ticks])
    axes.tick_params(colors=colours.muted.name(), labelsize=9)
    axes.grid(color=colours.border.name(), linewidth=0.5)
    axes.set_axisbelow(True)
    for spine in axes.spines.values():
        spine.set_color(colours.outline.name())
    axes.set_xlabel(words.said, color=colours.text.name(), fontsize=10)
    axes.set_ylabel(words.found, color=colours.text.name(), fontsize=10)


def _add(axes: Axes, bins: tuple[Bin, ...], colour: str, label: str, marker: str, hollow: bool) -> None:
    """A point for each bin with its interval; larger where there are more verdicts."""
    if not bins:
        return
    told, right = [one.confidence for one in bins], [one.right for one in bins]
    down = [max(0.0, one.right - one.interval[0]) for one in bins]
    up = [max(0.0, one.interval[1] - one.right) for one in bins]
    most = max(one.count for one in bins)
    axes.errorbar(told, right, (down, up), fmt="none", ecolor=colour, elinewidth=1, capsize=3, alpha=0.7)
    axes.plot(told, right, color=colour, linewidth=1, alpha=0.7)
    sizes = [25 + 75 * one.count / most for one in bins]
    axes.scatter(
        told, right, sizes, marker=marker, label=label, edgecolors=colour, zorder=3,
        facecolors="none" if hollow else colour,
    )  # fmt: skip


def _to_image(canvas: object, ratio: float) -> QImage:
    width, height = canvas.get_width_height()  # type: ignore[attr-defined]
    buffer = canvas.buffer_rgba()  # type: ignore[attr-defined]
    image = QImage(bytes(buffer), width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()
    image.setDevicePixelRatio(ratio)
    return image
