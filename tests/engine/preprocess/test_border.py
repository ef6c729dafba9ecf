"""Remains of cut lines and symbols go, and what belongs to a formula stays, however closely it is cropped."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scipix.engine.preprocess.border import without_cut_pieces


def line(text: str, height: int = 40, width: int = 420) -> np.ndarray:
    """A line of text, 20 pixels high, with white around."""
    gray = np.full((height, width), 255, np.uint8)
    cv2.putText(gray, text, (30, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2, cv2.LINE_AA)
    return gray


def inked(gray: np.ndarray) -> np.ndarray:
    return gray[(gray < 200).any(axis=1)]


@pytest.mark.parametrize("upside_down", [False, True])
def test_the_remains_of_a_cut_line_go(upside_down):
    feet = inked(line("hillmillkilln"))[-8:]
    picture = np.concatenate([feet, line("a + b = c")])
    clean = np.concatenate([np.full_like(feet, 255), line("a + b = c")])
    if upside_down:
        picture, clean = picture[::-1], clean[::-1]
    assert np.array_equal(without_cut_pieces(np.ascontiguousarray(picture)), clean)


def test_remains_on_both_sides_go():
    feet = inked(line("hillmillkilln"))[-8:]
    picture = np.concatenate([feet, line("a + b = c"), feet[::-1]])
    found = without_cut_pieces(picture)
    assert (found[:8] == 255).all()
    assert (found[-8:] == 255).all()
    assert np.array_equal(found[8:-8], line("a + b = c"))


@pytest.mark.parametrize(
    "picture",
    [
        line("a + b = c"),
        inked(line("a + b = c")),
        np.concatenate([inked(line("12121212")), line("a + b = c")]),  # a whole line, cropped closely
        np.concatenate([inked(line("a=b-c=d"))[-8:], line("a + b = c")]),  # few pieces reach the border
        inked(line("hillmillkilln"))[-8:],  # nothing else
        np.zeros((9, 9), np.uint8),
        np.full((9, 9), 255, np.uint8),
    ],
    ids=["alone", "close", "whole line", "few pieces", "remains alone", "black", "white"],
)
def test_everything_else_stays(picture):
    assert np.array_equal(without_cut_pieces(picture), picture)


def test_a_picture_cropped_to_its_ink_stays():
    feet = inked(line("hillmillkilln"))[-8:]
    picture = np.concatenate([feet, line("a + b = c")])
    columns = np.flatnonzero((line("a + b = c") < 167).any(axis=0))
    close = np.ascontiguousarray(picture[:, columns[0] : columns[-1] + 1])
    assert np.array_equal(without_cut_pieces(close), close)


def test_a_rule_along_the_border_goes():
    picture = np.concatenate([np.zeros((2, 420), np.uint8), line("a + b = c")])
    assert np.array_equal(without_cut_pieces(picture)[2:], line("a + b = c"))
    assert (without_cut_pieces(picture)[:2] == 255).all()


def beside(top: int, bottom: int, columns: int = 3, white: int = 60) -> np.ndarray:
    """A formula with white before it, and black at the left border from row ``top`` to ``bottom``."""
    formula = line("a + b = c")
    starts = int(np.flatnonzero((formula < 255).any(axis=0))[0])
    gray = np.concatenate([np.full((40, white), 255, np.uint8), formula[:, starts:]], axis=1)
    gray[top:bottom, :columns] = 0
    return gray


@pytest.mark.parametrize("mirrored", [False, True])
def test_a_slim_piece_of_a_symbol_beside_a_formula_goes(mirrored):
    picture, clean = beside(8, 18), beside(0, 0)
    if mirrored:
        picture, clean = picture[:, ::-1], clean[:, ::-1]
    assert np.array_equal(without_cut_pieces(np.ascontiguousarray(picture)), clean)


@pytest.mark.parametrize(
    "picture",
    [beside(2, 38), beside(26, 30), beside(8, 18, columns=14), beside(8, 18, white=10)],
    ids=["a delimiter", "a full stop", "a whole symbol", "near"],
)
def test_what_a_formula_may_begin_with_stays(picture):
    assert np.array_equal(without_cut_pieces(picture), picture)
