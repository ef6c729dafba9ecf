"""Which brackets belong together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scipix.ui.views.brackets import pair_at, pairs


def texts(source: str, position: int) -> list[str] | None:
    pair = pair_at(source, position)
    return None if pair is None else [source[slice(*span)] for span in pair.spans()]


@pytest.mark.parametrize(
    ("source", "position", "expected"),
    [
        (r"\frac{a}{b}", 5, ["{", "}"]),
        (r"\left( x \right]", 2, [r"\left(", r"\right]"]),
        (r"\begin{cases} x \end{cases}", 20, [r"\begin{cases}", r"\end{cases}"]),
        (r"f(x)", 1, ["(", ")"]),
        (r"\{ a \}", 1, None),
        (r"\leftarrow x", 3, None),
        (r"a+b", 1, None),
        (r"{a % }" "\n}", 0, ["{", "}"]),
    ],
)
def test_the_partner_of_the_bracket_at_the_cursor(source, position, expected):
    assert texts(source, position) == expected


def test_a_bracket_that_begins_at_the_cursor_goes_first():
    assert pair_at("{a}{b}", 3).opening == (3, 4)


@pytest.mark.parametrize(
    "source", ["{a", "a}", r"\left( x", r"\end{matrix}", r"{\left(}", r"\begin{a}\end{b}"]
)
def test_what_must_pair_and_does_not_is_incomplete(source):
    assert any(not pair.complete for pair in pairs(source))


@pytest.mark.parametrize("source", ["[0,1)", "(", "]", r"\left[ ( \right]"])
def test_half_open_intervals_are_no_mistake(source):
    assert all(pair.complete for pair in pairs(source))


@given(st.text(r"{}()[]\ab%", max_size=30))
def test_spans_lie_in_the_source_and_no_bracket_has_two_partners(source):
    spans = [span for pair in pairs(source) for span in pair.spans()]
    assert len(spans) == len(set(spans))
    assert all(0 <= start < end <= len(source) for start, end in spans)
