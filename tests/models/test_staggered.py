"""Scripts set off by a space are what their pictures show."""

from __future__ import annotations

import pytest

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.models.training.staggered import staggered


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        (r"F ^ { \mu } _ { ~ \nu }", r"F^{\mu}{}_{\nu}"),
        (r"F_{~\nu}^\mu", r"F^{\mu}{}_{\nu}"),
        (r"e_\alpha^{\; \; i}=\Gamma^i", r"e_{\alpha}{}^i=\Gamma^i"),
        (r"\Gamma _ { \lambda \nu } ^ { \hspace { . 3 c m } \alpha }", r"\Gamma_{\lambda\nu}{}^{\alpha}"),
        (
            r"\begin{array} { l } A _ { \, a } ^ b \\ c \end{array}",
            r"\begin{array}{l} A^b{}_a \\ c \end{array}",
        ),
        (r"\frac{A^{{\ a}}_b}{B^c_{\quad d}}", r"\frac{A_b{}^a}{B^c{}_d}"),
    ],
)
def test_the_script_behind_a_space_stands_behind_an_empty_group(source: str, meant: str) -> None:
    found = staggered(source)
    assert found is not None
    assert write(parse(found)) == meant


@pytest.mark.parametrize(
    "source",
    [
        r"F^\mu_\nu",
        r"F^{~\mu}",
        r"F^{\,a}_{\,b}",
        r"F^{\mu}{}_{~\nu}",
        r"x^{a~}_b",
        r"x_{\!a}^b",
        r"x^",
        "",
        r"a~^b",
    ],
)
def test_other_scripts_stay_as_they_are(source: str) -> None:
    assert staggered(source) is None
