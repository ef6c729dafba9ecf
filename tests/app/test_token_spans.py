"""Spans of tokens in LaTeX: real answers, any tokens at all, edits and alternatives."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from golden_pictures import FOLDER, MODELS, needs_models
from hypothesis import given
from hypothesis import strategies as st

from scipix.app.images import load_file
from scipix.app.token_spans import differences, follow, shares, source_spans, spans
from scipix.engine.recognize.grounding import latex_tokens
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.types import Alternative, Box, Token

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
PICTURES = sorted([*SAMPLES.glob("*.png"), *FOLDER.glob("*.png")])
PIECES = st.sampled_from([*"xab12+-={}^_&()[]|' \n%é𝔸", r"\frac", r"\sqrt", r"\left( ", r"\right)", r"\\",
                          r"\alpha ", r"\begin{cases} ", r" \end{cases}", "\\"])  # fmt: skip
SOURCES = st.lists(PIECES, max_size=40).map("".join)


def tokens_of(latex: str) -> list[Token]:
    return [Token(text, 0.9, None) for text in latex_tokens(latex)]


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(MODELS)


@needs_models
@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_each_token_of_a_real_answer_has_its_place(path, recognizer):
    answer = recognizer.recognize(load_file(path))
    found = spans(answer.latex, answer.tokens)
    assert [answer.latex[span.start : span.end] for span in found] == [token.text for token in answer.tokens]
    assert [(span.probability, span.box) for span in found] == [
        (token.probability, token.box) for token in answer.tokens
    ]
    covered = {place for span in found for place in range(span.start, span.end)}
    assert all(answer.latex[place].isspace() for place in set(range(len(answer.latex))) - covered)


@given(SOURCES)
def test_spans_are_in_order_and_hold_their_tokens(latex):
    tokens = tokens_of(latex)
    found = spans(latex, tokens)
    assert [latex[span.start : span.end] for span in found] == [token.text for token in tokens]
    ends = [0, *(span.end for span in found)]
    assert all(end <= span.start < span.end for end, span in zip(ends, found, strict=False))


@given(SOURCES, st.lists(st.text(max_size=4)))
def test_tokens_that_do_not_fit_are_left_out_without_harm(latex, texts):
    found = spans(latex, [Token(text, 0.5, Box(0, 0, 1, 1)) for text in texts])
    assert all(latex[span.start : span.end] in texts for span in found)
    assert len(found) <= len(texts)


def test_equal_tokens_are_told_apart_by_their_order():
    assert [(span.start, span.end) for span in spans("x+x", tokens_of("x+x"))] == [(0, 1), (1, 2), (2, 3)]


@given(SOURCES)
def test_a_source_follows_itself(latex):
    places = source_spans(latex)
    assert follow(latex, latex, places) == places


@given(SOURCES, SOURCES)
def test_what_follows_is_the_same_token(old, new):
    places = source_spans(old)
    for place, twin in zip(places, follow(old, new, places), strict=True):
        assert twin is None or new[slice(*twin)] == old[slice(*place)]


def test_an_alternative_keeps_the_links_of_what_both_say():
    old, new = r"\frac{a}{b}+c", r"\frac{a}{6}+c"
    followed = follow(old, new, source_spans(old))
    assert [
        old[slice(*place)] for place, twin in zip(source_spans(old), followed, strict=True) if not twin
    ] == ["b"]


def test_differences_are_what_the_other_has_of_its_own():
    assert [r"x_{1l}"[slice(*span)] for span in differences("x_{11}", "x_{1l}")] == ["l"]
    assert differences("ab", "ab") == ()
    assert differences("abc", "ac") == ()
    assert differences("", "xy") == ((0, 2),)


def test_shares_compare_scores():
    assert shares([Alternative("a", math.log(0.6)), Alternative("b", math.log(0.2))]) == pytest.approx(
        (0.75, 0.25)
    )


@pytest.mark.parametrize("scores", [(-0.1, -math.inf), (-0.1, math.nan)])
def test_an_impossible_alternative_has_no_share(scores):
    assert shares([Alternative("a", score) for score in scores]) == (1.0, 0.0)


def test_shares_without_any_score_are_equal():
    assert shares([Alternative("a", -math.inf), Alternative("b", math.nan)]) == (0.5, 0.5)
    assert shares([]) == ()
