"""What is likely to be written decides between readings that the eyes leave open."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import pytest
from golden_pictures import MODELS, golden, needs_models

from scipix.engine.recognize.language import BORDER, LONGEST, UNKNOWN, Language, OnceRead, numbers_of, words
from scipix.engine.recognize.recognizer import Recognizer

KNOWN = ("", "", "x", "y", "^", "2", "+")


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        (r"x^2+\alpha", ["x", "^", "2", "+", r"\alpha"]),
        (r"\left(x\right.", ["(", "x"]),
        (r"\left.\frac{a}{b}\right|", [r"\frac", "{", "a", "}", "{", "b", "}", "|"]),
        (r"\bigl(x\Biggr)\big|", ["(", "x", ")", "|"]),
        (r"\leftarrow\bigcup\bigtriangleup", [r"\leftarrow", r"\bigcup", r"\bigtriangleup"]),
        (
            r"\begin{matrix} a & b \\ c \end{matrix}",
            [r"\begin{matrix}", "a", "&", "b", r"\\", "c", r"\end{matrix}"],
        ),
        (r"\left\{x\right\}", [r"\{", "x", r"\}"]),
        ("", []),
    ],
)
def test_words_are_commands_and_characters_without_sizes(latex: str, expected: list[str]) -> None:
    assert words(latex) == expected


def fading(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
    """A word is as unlikely as its number, the border costs a tenth."""
    numbers = feeds["words"][:, 1:]
    return [np.where(numbers == BORDER, -0.1, -numbers).astype(np.float32)]


def test_formulas_of_unequal_length_are_read_together() -> None:
    chances, lengths, different = Language.of(fading, KNOWN).read(["x", r"x^2+\omega", ""])
    assert lengths.tolist() == [1, 5, 0]
    assert different.tolist() == [1, 5, 0]
    numbers = numbers_of(KNOWN)
    of_long = numbers["x"] + numbers["^"] + numbers["2"] + numbers["+"] + UNKNOWN
    np.testing.assert_allclose(chances, [-(numbers["x"] + 0.1), -(of_long + 0.1), -0.1], rtol=1e-6)


def test_the_words_of_bold_italic_do_not_count() -> None:
    known = (*KNOWN, r"\boldsymbol", "{", "}")
    said = Language.of(fading, known).read([r"x^2", r"\boldsymbol{x}^2", r"\mathbf{x}^2"])
    assert said.words.tolist() == [3, 3, 6]


def test_a_word_that_was_written_before_is_no_different_one() -> None:
    said = Language.of(fading, KNOWN).read(["x+x+x", r"x+y+\omega"])
    assert said.words.tolist() == [5, 5]
    assert said.different.tolist() == [2, 4]


def test_what_is_too_long_is_read_in_part() -> None:
    said = Language.of(fading, KNOWN).read(["x" * (LONGEST + 50)])
    assert said.words.tolist() == [LONGEST]


def test_what_was_read_is_not_read_again() -> None:
    asked: list[int] = []

    def counting(feeds: Mapping[str, np.ndarray]) -> list[np.ndarray]:
        asked.append(len(feeds["words"]))
        return fading(feeds)

    once = OnceRead(Language.of(counting, KNOWN))
    once.read(["x", "y"])
    said = once.read(["y", "x^2", "x"])
    assert asked == [2, 1]
    np.testing.assert_allclose(said, Language.of(fading, KNOWN).read(["y", "x^2", "x"]), rtol=1e-6)


@needs_models
def test_weights_without_a_language_model_read_too(tmp_path: Path) -> None:
    shutil.copytree(MODELS, tmp_path / "weights", ignore=shutil.ignore_patterns("training", "*.py"))
    path = tmp_path / "weights" / "manifest.json"
    manifest = json.loads(path.read_text("utf-8"))
    for name in ("language", "words"):
        manifest["models"].pop(name, None)
    path.write_text(json.dumps(manifest), "utf-8")
    recognizer = Recognizer.load(path.parent, "cpu")
    assert recognizer.language is None
    assert recognizer.recognize(golden("dark_energy")).latex


@needs_models
@pytest.mark.parametrize(
    ("likely", "unlikely"),
    [
        (r"\sin^2x+\cos^2x=1", r"\sin^2x+\cos^2x=l"),
        (r"\int_0^{\infty}f(x)dx", r"\int_O^{\infty}f(x)dx"),
        (r"\tilde{\phi}+\tilde{\phi}^2+\tilde{\phi}^3", r"\tilde{\phi}+\tilde{\phi}^2+\bar{\phi}^3"),
        (r"\sum_{i=1}^nx_i", r"\sum_{i=1}^nx_j"),
    ],
)
def test_the_shipped_model_knows_what_is_usual(likely: str, unlikely: str) -> None:
    language = Recognizer.load(MODELS, "cpu").language
    assert language is not None
    said = language.read([likely, unlikely])
    assert said.words[0] == said.words[1]
    assert said.chances[0] > said.chances[1] + 1


@needs_models
def test_more_readings_than_are_weighed_can_be_asked_for() -> None:
    recognizer = Recognizer.load(MODELS, "cpu")
    doubtful = cv2.resize(golden("greek"), None, fx=0.35, fy=0.35, interpolation=cv2.INTER_AREA)
    few, many = (recognizer.recognize(doubtful, alternatives=count) for count in (1, 20))
    assert len(few.alternatives) == 1
    assert few.latex == many.latex
    assert len(many.alternatives) > 12
