"""The golden pictures are read right: nearly all of them, and the simple ones without exception."""

from __future__ import annotations

import pytest
from golden_pictures import FOLDER, TRUTH

from scipix.engine.latex.parse import parse
from scipix.engine.latex.write import write
from scipix.engine.types import Recognition
from scipix.models.training.compare import edit_similarity, normalised

LEAST_SHARE = 0.9
"""This share of all golden pictures has to be exactly right."""
STRICT = (
    "accents aligned augmented binomial blocks cases colour_growth dark_energy dark_newton euler faraday "
    "gauss gauss_sum greek integral jpeg_area limit nested product pythagoras reaction reals root square "
    "truth_table"
).split()
"""These have to be exactly right, whatever the weights."""


def is_right(file: str, answer: Recognition) -> bool:
    return normalised(answer.latex) == normalised(TRUTH[file])


def told(file: str, answer: Recognition) -> str:
    similarity = edit_similarity(answer.latex, TRUTH[file])
    return f"{file}: similarity {similarity:.3f}, confidence {answer.confidence:.3f}\n    {answer.latex}"


def test_nearly_all_are_exactly_right(recognised: dict[str, Recognition]) -> None:
    wrong = [told(file, answer) for file, answer in recognised.items() if not is_right(file, answer)]
    share = 1 - len(wrong) / len(recognised)
    assert share >= LEAST_SHARE, f"only {share:.0%} are right\n" + "\n".join(wrong)


@pytest.mark.parametrize("name", STRICT)
def test_a_simple_one_is_exactly_right(name: str, recognised: dict[str, Recognition]) -> None:
    answer = recognised[f"{name}.png"]
    assert is_right(f"{name}.png", answer), told(f"{name}.png", answer)


def test_each_picture_has_its_truth_in_normal_form() -> None:
    assert sorted(TRUTH) == sorted(path.name for path in FOLDER.glob("*.png"))
    assert {file: write(parse(latex)) for file, latex in TRUTH.items()} == TRUTH


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 300_000


def test_the_pictures_are_those_that_the_script_makes() -> None:
    pytest.importorskip("pymupdf", reason="making the pictures needs the extra 'training'")
    from scipix.models.training.make_goldens import GOLDENS
    from scipix.models.training.typeset import EVALUATION_FONTS

    assert {f"{one.name}.png": write(parse(one.latex)) for one in GOLDENS} == TRUTH
    assert {one.font for one in GOLDENS} == set(EVALUATION_FONTS)
    assert all(100 <= one.dpi <= 160 for one in GOLDENS)
