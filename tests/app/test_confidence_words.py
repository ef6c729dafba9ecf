"""Confidence in words: where the levels begin."""

import math

import pytest

from scipix.app.confidence_words import Level, is_doubtful, level, words


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (1.0, Level.SURE), (0.95, Level.SURE), (0.9499, Level.DOUBTFUL), (0.5, Level.DOUBTFUL),
        (0.4999, Level.UNLIKELY), (0.0, Level.UNLIKELY), (math.nan, Level.UNKNOWN),
    ],
)  # fmt: skip
def test_levels_begin_where_the_tints_begin(probability, expected):
    assert level(probability) is expected


def test_only_amber_and_red_are_doubtful():
    assert [is_doubtful(value) for value in (0.99, 0.9, 0.1, math.nan)] == [False, True, True, False]


def test_each_level_has_words_of_its_own():
    assert len({words(value) for value in (0.99, 0.9, 0.1, math.nan)}) == 4
