"""The real recogniser says what its symbols look like, and reads otherwise where it was corrected."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from golden_pictures import MODELS, golden, needs_models

from scipix.app.memory.alignment import seen_symbols
from scipix.app.memory.samples import packed, samples
from scipix.app.memory.sight import sight_of
from scipix.engine.recognize.recognizer import Recognizer

pytestmark = needs_models


@pytest.fixture(scope="module")
def recognizer() -> Recognizer:
    return Recognizer.load(MODELS, "cpu")


def test_a_symbol_that_was_corrected_is_seen_as_what_it_is(recognizer):
    """One correction of the letter c outweighs the networks where it may count as much as many."""
    picture = golden("dark_energy")
    plain = recognizer.recognize(picture)
    behind = seen_symbols(plain)
    assert [one.token for one in behind if one] == ["E", "=", "m", "c", "2"]
    known = list(samples(packed(plain), plain.latex.replace("c", r"\zeta ")))
    assert [one.truth for one in known] == ["E", "=", "m", r"\zeta", "2"]
    sight = replace(sight_of(known), strength=0.001)
    again = recognizer.recognize(picture, adaptation=sight)
    assert again.latex == plain.latex.replace("c", r"\zeta")
    guesses = [one.appearance.guesses[0][0] for one in seen_symbols(again) if one and one.appearance]
    assert guesses == ["E", "=", "m", "c", "2"]
    assert np.isfinite(again.confidence)
