"""What the recogniser can write, the reader of sources can read, and every format can show."""

from __future__ import annotations

import pytest

from scipix.engine.latex import symbols as S
from scipix.engine.latex.equivalence import equivalent
from scipix.engine.latex.parse import ParseError, parse
from scipix.engine.latex.presentation.resolve import present
from scipix.engine.latex.validate import validate
from scipix.engine.latex.write import write


@pytest.mark.parametrize("token", sorted(S.known_symbols() - {"'"}))
def test_every_symbol_of_the_recogniser_is_known_and_shown(token: str) -> None:
    assert [problem for problem in validate(token) if problem.severity == "error"] == []
    assert present(token)


@pytest.mark.parametrize("command", sorted(S.ACCENTS.values()))
def test_every_accent_of_the_recogniser_is_known_and_shown(command: str) -> None:
    assert validate(f"{command}{{x}}") == ()
    assert present(f"{command}{{x}}")


@pytest.mark.parametrize(
    "source",
    [
        r"\frac{a}{b}_1+\mathbf{x}^2",
        r"\left(\frac12\right)\sum_{i}^n",
        r"\sqrt[3]{x}\mathcal{L}'",
        r"\lim_{x}\sin y",
    ],
)
def test_the_writer_of_the_recogniser_draws_what_was_read(source: str) -> None:
    try:
        written = write(parse(source))
    except ParseError:
        pytest.fail("the recogniser's parser refuses its own language")
    assert equivalent(source, written)
