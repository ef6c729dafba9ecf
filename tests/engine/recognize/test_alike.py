"""Classes of one name are one: a bold digit."""

from __future__ import annotations

import numpy as np
import pytest

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.engine.recognize.alike import twins_of, unified

DIGITS = "0123456789"
BOLD = (f"\\mathbf{{{one}}}" for one in DIGITS)
CLASSES = ("x", *BOLD, *(f"\\boldsymbol{{{one}}}" for one in "x" + DIGITS))


def test_the_chances_of_both_commands_go_to_one() -> None:
    logits = np.full((1, len(CLASSES)), -20.0, np.float32)
    logits[0, [0, 4, 15]] = np.log([0.4, 0.3, 0.3])
    assert (CLASSES[4], CLASSES[15]) == (r"\mathbf{3}", r"\boldsymbol{3}")
    found = unified(logits, twins_of(CLASSES))
    assert found.argmax() == 4
    assert found[0, 4] == pytest.approx(np.log(0.6), abs=1e-3)
    assert found[0, 15] < -50
    assert found[0, 0] == logits[0, 0]
    assert found[0, 11] == logits[0, 11], "a bold letter stays what it is"


def test_without_their_names_nothing_changes() -> None:
    logits = np.zeros((2, 3), np.float32)
    assert (unified(logits, twins_of(("x", r"\mathbf{3}", "y"))) == logits).all()


def test_they_are_written_alike() -> None:
    assert write(parse(r"\boldsymbol{3}\bm{4}\mathbf{5}")) == write(parse(r"\mathbf{3}\mathbf{4}\mathbf{5}"))
    assert write(parse(r"\boldsymbol{x}")) != write(parse(r"\mathbf{x}"))
