"""Make the golden pictures of the tests: well-known formulas in every evaluation font, some of them degraded.

    python -m scipix.models.training.make_goldens --out tests/engine/recognize/goldens

Same code, same TeX, same pictures. ``goldens.json`` beside them maps each file to its LaTeX in normal form.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.models.training import augment
from scipix.models.training.evaluation_pictures import encoded
from scipix.models.training.readback import Reader
from scipix.models.training.typeset import EVALUATION_FONTS, typeset

Look = Callable[[np.ndarray, float], np.ndarray]
"""Gray picture and its em in pixels -> gray or RGB picture of the same size."""


def clean(gray: np.ndarray, em: float) -> np.ndarray:
    """Anti-aliased, black on white."""
    return gray


def jpeg(gray: np.ndarray, em: float) -> np.ndarray:
    """As a compressed screenshot: rings around the strokes."""
    sample = augment.Sample(gray, np.zeros((0, 4), np.float32), em, strength=0.5)
    return augment.jpeg(sample, np.random.default_rng(1)).gray


def scan(gray: np.ndarray, em: float) -> np.ndarray:
    """Uneven light, out of focus, and noise."""
    rng = np.random.default_rng(2)
    sample = augment.Sample(gray, np.zeros((0, 4), np.float32), em, strength=0.6)
    for effect in (augment.blur, augment.uneven_light, augment.sensor_noise):
        sample = effect(sample, rng)
    return sample.gray


def coloured(seed: int) -> Look:
    """Ink and paper in colours that the seed names: dark mode, white on a colour, or tinted paper."""
    return lambda gray, em: augment.recolour(gray, np.random.default_rng(seed))


@dataclass(frozen=True, slots=True)
class Golden:
    """One picture to make: file name without its ending, LaTeX, font family, resolution, and look."""

    name: str
    latex: str
    font: str
    dpi: int
    look: Look = clean


GOLDENS: tuple[Golden, ...] = (
    Golden("quadratic", r"x=\frac{-b\pm\sqrt{b^2-4ac}}{2a}", "cm", 120),
    Golden("euler", r"e^{i\pi}+1=0", "lm", 130),
    Golden("pythagoras", r"a^2+b^2=c^2", "times", 110),
    Golden("gauss_sum", r"\sum_{k=1}^{n}k=\frac{n(n+1)}{2}", "palatino", 120),
    Golden("integral", r"\int_0^1x^2\,dx=\frac{1}{3}", "charter", 130),
    Golden("gauss", r"\int_{-\infty}^{\infty}e^{-x^2}\,dx=\sqrt{\pi}", "fourier", 140),
    Golden("matrix", r"A=\begin{pmatrix}a&b\\c&d\end{pmatrix}", "cm", 150),
    Golden("determinant", r"\begin{vmatrix}a&b\\c&d\end{vmatrix}=ad-bc", "times", 140),
    Golden("cases", r"|x|=\begin{cases}x&x\geq0\\-x&x<0\end{cases}", "lm", 120),
    Golden("aligned", r"\begin{aligned}(a+b)^2&=(a+b)(a+b)\\&=a^2+2ab+b^2\end{aligned}", "palatino", 130),
    Golden("accents", r"\hat{x}+\bar{y}=\vec{v}\cdot\tilde{w}", "cm", 140),
    Golden("greek", r"\alpha\beta+\gamma^2=\Delta\omega", "euler", 150),
    Golden("sines", r"\sin^2\theta+\cos^2\theta=1", "sans", 120),
    Golden("limit", r"\lim_{x\to0}\frac{\sin x}{x}=1", "charter", 120),
    Golden("root", r"\sqrt[3]{x+y}\leq\sqrt{z}", "lm", 150),
    Golden("text", r"f(x)=0\quad\text{if}\quad x<1", "fourier", 120),
    Golden("binomial", r"\binom{n}{k}=\frac{n!}{k!(n-k)!}", "times", 130),
    Golden("nested", r"\frac{1}{1+\frac{1}{x}}", "sans", 160),
    Golden("faraday", r"\nabla\times\mathbf{E}=-\frac{\partial\mathbf{B}}{\partial t}", "cm", 130),
    Golden("reals", r"\forall x\in\mathbb{R}:x^2\geq0", "palatino", 100),
    Golden("product", r"\prod_{i=1}^{n}a_i\neq0", "euler", 140),
    Golden("augmented", r"\left[\begin{array}{cc|c}2&1&4\\1&3&7\end{array}\right]", "cm", 130),
    Golden("blocks", r"M=\left(\begin{array}{c|c}A&B\\\hline C&D\end{array}\right)", "lm", 120),
    Golden("middle_bar", r"\left(\frac{a}{b}\;\middle|\;\frac{c}{d}\right)=1", "times", 130),
    Golden("truth_table", r"\begin{array}{|c|c|}\hline p&q\\\hline 1&0\\\hline\end{array}", "palatino", 120),
    Golden(
        "square",
        r"\begin{array}{ccc}A&\xrightarrow{f}&B\\g\downarrow&&\downarrow h\\C&\xrightarrow{k}&D\end{array}",
        "cm", 130,
    ),
    Golden("reaction", r"2\mathrm{H}_2+\mathrm{O}_2\longrightarrow2\mathrm{H}_2\mathrm{O}", "charter", 120),
    Golden("dark_energy", r"E=mc^2", "fourier", 120, coloured(3)),
    Golden("dark_newton", r"x_{n+1}=x_n-\frac{f(x_n)}{f'(x_n)}", "lm", 130, coloured(8)),
    Golden("colour_growth", r"\frac{dy}{dt}=ky", "charter", 150, coloured(1)),
    Golden("jpeg_area", r"\int_a^bf(x)\,dx=F(b)-F(a)", "cm", 140, jpeg),
    Golden("scan_bayes", r"P(A|B)=\frac{P(B|A)P(A)}{P(B)}", "times", 150, scan),
)


def drawn(goldens: tuple[Golden, ...]) -> Iterator[tuple[Golden, np.ndarray]]:
    """Each with its picture. Raises RuntimeError for a formula that TeX does not take."""
    for font in EVALUATION_FONTS:
        own = [golden for golden in goldens if golden.font == font]
        pages = {}
        for batch in typeset([r"\displaystyle " + golden.latex for golden in own], font):
            reader = Reader(batch.pdf)
            pages |= {number: (reader, page) for number, page in batch.pages.items()}
        for number, golden in enumerate(own):
            if number not in pages:
                raise RuntimeError(f"{golden.name} cannot be typeset in {font}")
            reader, page = pages[number]
            yield golden, golden.look(reader.picture(page, golden.dpi), 10 * golden.dpi / 72)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    truth = {}
    for golden, picture in drawn(GOLDENS):
        file = f"{golden.name}.png"
        (options.out / file).write_bytes(encoded(picture))
        truth[file] = write(parse(golden.latex))
    text = json.dumps(dict(sorted(truth.items())), indent=1, ensure_ascii=False)
    (options.out / "goldens.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
