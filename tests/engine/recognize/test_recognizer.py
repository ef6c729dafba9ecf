"""What holds for any picture: twins of one picture read the same, and nothing comes out broken."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from golden_pictures import golden
from numpy.typing import NDArray

from scipix.engine.errors import EngineError, ImageError, NoFormulaError
from scipix.engine.recognize.recognizer import Recognizer
from scipix.engine.types import Recognition

Picture = NDArray[Any]

READABLE = "euler gauss_sum integral accents greek reals".split()
"""Golden pictures, gray on white, that are read right."""
TURNED = "accents greek dark_energy colour_growth".split()


def padded(width: int) -> Callable[[Picture], Picture]:
    return lambda picture: np.pad(picture, width, constant_values=255)


def enlarged(picture: Picture) -> Picture:
    return np.asarray(cv2.resize(picture, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC))


def rgb(picture: Picture) -> Picture:
    return np.repeat(picture[..., None], 3, axis=2)


def opaque(picture: Picture) -> Picture:
    return np.dstack([rgb(picture), np.full(picture.shape, 255, np.uint8)])


def bare_ink(picture: Picture) -> Picture:
    """Black everywhere; only the alpha tells the ink."""
    return np.dstack([np.zeros((*picture.shape, 3), np.uint8), 255 - picture])


def coloured(picture: Picture) -> Picture:
    paper = (picture / 255.0)[..., None]
    return np.rint(np.array([20, 40, 140]) * (1 - paper) + np.array([250, 240, 200]) * paper).astype(np.uint8)


TWINS: dict[str, Callable[[Picture], Picture]] = {
    "inverted": lambda picture: 255 - picture,
    "5 px margin": padded(5),
    "20 px margin": padded(20),
    "80 px margin": padded(80),
    "twice the size": enlarged,
    "RGB": rgb,
    "RGBA": opaque,
    "bare ink": bare_ink,
    "one channel": lambda picture: picture[..., None],
    "16 bit": lambda picture: picture.astype(np.uint16) * 257,
    "float": lambda picture: picture.astype(np.float32) / 255,
    "coloured": coloured,
    "read backwards in memory": lambda picture: picture[::-1, ::-1].copy()[::-1, ::-1],
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("name", READABLE)
def test_a_twin_reads_the_same(
    name: str, twin: str, recognizer: Recognizer, recognised: dict[str, Recognition]
) -> None:
    found = recognizer.recognize(TWINS[twin](golden(name)))
    assert found.latex == recognised[f"{name}.png"].latex


@pytest.mark.parametrize("name", TURNED)
def test_a_picture_turned_to_the_left_reads_the_same(
    name: str, recognizer: Recognizer, recognised: dict[str, Recognition]
) -> None:
    picture = golden(name)
    found = recognizer.recognize(np.ascontiguousarray(np.rot90(picture)))
    assert found.latex == recognised[f"{name}.png"].latex
    assert (found.width, found.height) == picture.shape[:2]
    assert_boxes_on_ink(found, np.rot90(picture))


@pytest.mark.parametrize("quarter", [1, 2, 3])
@pytest.mark.parametrize("name", READABLE)
def test_every_quarter_turn_reads_the_same(
    name: str, quarter: int, recognizer: Recognizer, recognised: dict[str, Recognition]
) -> None:
    found = recognizer.recognize(np.ascontiguousarray(np.rot90(golden(name), quarter)))
    assert found.latex == recognised[f"{name}.png"].latex


def darkness(picture: Picture) -> NDArray[np.float32]:
    """HxW, how far each pixel is from the paper, 0..1."""
    levels = np.asarray(picture, np.float32)
    levels = levels.mean(axis=2) if levels.ndim == 3 else levels
    distance = np.abs(levels - np.median(levels))
    return np.asarray(distance / distance.max(), np.float32)


def assert_boxes_on_ink(answer: Recognition, picture: Picture) -> None:
    height, width = picture.shape[:2]
    ink = darkness(picture)
    boxes = [(token.text, token.box) for token in answer.tokens if token.box is not None]
    assert len(boxes) >= 4
    for text, box in boxes + [(symbol.token, symbol.box) for symbol in answer.symbols]:
        assert -1 <= box.x0 < box.x1 <= width + 1, text
        assert -1 <= box.y0 < box.y1 <= height + 1, text
        rows = slice(max(0, int(box.y0)), int(np.ceil(box.y1)))
        columns = slice(max(0, int(box.x0)), int(np.ceil(box.x1)))
        assert ink[rows, columns].max() > 0.35, f"there is no ink under {text}"


def test_boxes_lie_over_ink(recognised: dict[str, Recognition]) -> None:
    for file, answer in recognised.items():
        assert_boxes_on_ink(answer, golden(file.removesuffix(".png")))


def test_boxes_cover_the_ink(recognised: dict[str, Recognition]) -> None:
    # GIVEN pictures read right, WHEN everything under the symbols is wiped, THEN hardly any ink remains
    for name in READABLE:
        ink = darkness(golden(name)) > 0.35
        left = ink.copy()
        for symbol in recognised[f"{name}.png"].symbols:
            box = symbol.box
            left[max(0, int(box.y0) - 2) : int(box.y1) + 3, max(0, int(box.x0) - 2) : int(box.x1) + 3] = False
        assert left.sum() < 0.05 * ink.sum(), name


def test_tokens_of_a_plain_row_stand_from_left_to_right(recognised: dict[str, Recognition]) -> None:
    answer = recognised["pythagoras.png"]
    inked = [(token.text, token.box) for token in answer.tokens if token.box is not None]
    assert [text for text, _ in inked] == ["a", "2", "+", "b", "2", "=", "c", "2"]
    starts = [box.x0 for _, box in inked]
    assert starts == sorted(starts)
    assert all(box.y1 < inked[0][1].y1 - 2 for text, box in inked if text == "2")


def test_every_symbol_stands_behind_a_token(recognised: dict[str, Recognition]) -> None:
    for name in READABLE:
        answer = recognised[f"{name}.png"]
        boxes = [token.box for token in answer.tokens if token.box is not None]
        for symbol in answer.symbols:
            middle = (symbol.box.x0 + symbol.box.x1) / 2, (symbol.box.y0 + symbol.box.y1) / 2
            assert any(box.x0 <= middle[0] <= box.x1 and box.y0 <= middle[1] <= box.y1 for box in boxes), name


def test_numbers_are_in_their_ranges(recognised: dict[str, Recognition]) -> None:
    for file, answer in recognised.items():
        assert 0.0 <= answer.confidence <= 1.0, file
        assert all(0.0 <= token.probability <= 1.0 for token in answer.tokens), file
        assert all(0.0 <= symbol.probability <= 1.0 for symbol in answer.symbols), file
        assert "".join(token.text for token in answer.tokens) == answer.latex.replace(" ", ""), file


def test_alternatives_are_ordered_and_distinct(recognised: dict[str, Recognition]) -> None:
    for file, answer in recognised.items():
        texts = [one.latex for one in answer.alternatives]
        assert texts[0] == answer.latex, file
        assert len(set(texts)) == len(texts) <= 5, file
        # A reading that does not parse stands behind those that do, however likely it is.
        scores = [one.score for one in answer.alternatives]
        assert all(np.isfinite(scores)), file
        assert scores == sorted(scores, reverse=True) or file not in {f"{name}.png" for name in READABLE}


@pytest.mark.parametrize("count", [1, 3])
def test_no_more_alternatives_than_asked_for(count: int, recognizer: Recognizer) -> None:
    answer = recognizer.recognize(golden("euler"), alternatives=count)
    assert 1 <= len(answer.alternatives) <= count


def test_each_stage_is_timed(recognised: dict[str, Recognition]) -> None:
    for answer in recognised.values():
        stages = [one.stage for one in answer.timings]
        assert {"clean", "prepare", "detect", "parse"} <= set(stages)
        assert len(set(stages)) == len(stages)
        assert all(one.milliseconds >= 0 for one in answer.timings)


def test_the_answer_tells_where_it_comes_from(recognizer: Recognizer) -> None:
    picture = golden("euler")
    answer = recognizer.recognize(picture)
    assert (answer.provider, answer.model) == ("cpu", recognizer.version)
    assert (answer.height, answer.width) == picture.shape


def test_the_same_picture_gives_the_same_answer(recognizer: Recognizer) -> None:
    first, second = (recognizer.recognize(golden("nested")) for _ in range(2))
    assert dataclasses.replace(first, timings=()) == dataclasses.replace(second, timings=())


def test_the_picture_is_not_written_to(recognizer: Recognizer) -> None:
    picture = golden("euler").copy()
    recognizer.recognize(picture)
    assert np.array_equal(picture, golden("euler"))


def test_results_are_frozen(recognised: dict[str, Recognition]) -> None:
    answer = recognised["euler.png"]
    for part in (answer, answer.tokens[0], answer.symbols[0], answer.alternatives[0], answer.timings[0]):
        field = dataclasses.fields(part)[0].name
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(part, field, None)


@pytest.mark.parametrize("level", [0, 128, 255])
def test_a_blank_picture_has_no_formula(level: int, recognizer: Recognizer) -> None:
    with pytest.raises(NoFormulaError) as caught:
        recognizer.recognize(np.full((80, 200), level, np.uint8))
    assert caught.value.title
    assert caught.value.hint


def outcome_of(recognizer: Recognizer, picture: Picture) -> Recognition | EngineError:
    try:
        return recognizer.recognize(picture)
    except EngineError as error:
        return error


def noise(seed: int, softness: float = 0.0) -> Picture:
    """HxW uint8 of full contrast: pixels, or with ``softness`` (a sigma in pixels) blobs."""
    pixels = np.random.default_rng(seed).integers(0, 256, (100, 240), np.uint8)
    if not softness:
        return pixels
    soft = cv2.GaussianBlur(pixels.astype(np.float32), (0, 0), softness)
    return np.asarray((soft - soft.min()) / np.ptp(soft) * 255).astype(np.uint8)


def is_doubted(outcome: Recognition | EngineError) -> bool:
    if isinstance(outcome, Recognition):
        return outcome.confidence < 0.5
    return isinstance(outcome, NoFormulaError)


@pytest.mark.parametrize("seed", range(5))
def test_blobs_are_no_formula(seed: int, recognizer: Recognizer) -> None:
    assert is_doubted(outcome_of(recognizer, noise(seed, softness=4.0)))


def test_noise_is_no_formula(recognizer: Recognizer) -> None:
    sure = [seed for seed in range(12) if not is_doubted(outcome_of(recognizer, noise(seed)))]
    assert sure == []


def row_of_formulas(width: int) -> Picture:
    """Formulas side by side, far too many for a snip."""
    one = golden("pythagoras")
    return np.ascontiguousarray(np.tile(one, (1, -(-width // one.shape[1])))[:, :width])


def lost_in_white(width: int) -> Picture:
    """One formula somewhere in a strip of white."""
    one = golden("pythagoras")
    return np.pad(one, ((0, 0), (width // 3, width - width // 3 - one.shape[1])), constant_values=255)


ODD: dict[str, Callable[[], Picture]] = {
    "NaN everywhere": lambda: np.full((60, 90), np.nan, np.float32),
    "NaN in places": lambda: np.where(np.eye(64) > 0, np.nan, 1.0).astype(np.float32),
    "infinite": lambda: np.full((60, 90), np.inf, np.float32),
    "1x1 white": lambda: np.full((1, 1), 255, np.uint8),
    "1x1 black": lambda: np.zeros((1, 1), np.uint8),
    "one dot": lambda: np.pad(np.zeros((1, 1), np.uint8), 3, constant_values=255),
    "one column": lambda: np.arange(256, dtype=np.uint8)[:, None],
    "one row": lambda: (np.arange(256, dtype=np.uint8) % 2 * 255)[None],
    "a black bar": lambda: np.pad(np.zeros((3, 200), np.uint8), 20, constant_values=255),
    "a chessboard": lambda: np.kron(np.indices((12, 12)).sum(0) % 2, np.ones((9, 9))).astype(np.uint8) * 255,
    "20 000 px wide": lambda: lost_in_white(20_000),
    "a long row": lambda: row_of_formulas(3_000),
    "20 000 px wide and thin": lambda: np.tile(np.array([0, 255, 255, 255], np.uint8), (2, 5000)),
    "bool": lambda: golden("euler") > 127,
    "two channels": lambda: np.dstack([golden("euler"), np.full_like(golden("euler"), 255)]),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_pictures_give_a_result_or_a_clear_error(name: str, recognizer: Recognizer) -> None:
    picture = ODD[name]()
    outcome = outcome_of(recognizer, picture)
    if isinstance(outcome, EngineError):
        assert all((outcome.title, outcome.message, outcome.hint))
    else:
        assert outcome.latex
        assert (outcome.height, outcome.width) == picture.shape[:2]


@pytest.mark.parametrize(
    "picture",
    [
        np.zeros((4, 20_001), np.uint8),
        np.zeros((0, 10), np.uint8),
        np.zeros((5, 5, 7), np.uint8),
        np.zeros(9, np.uint8),
        np.zeros((9, 9), np.complex64),
    ],
    ids=["too wide", "empty", "seven channels", "a line", "complex"],
)
def test_what_is_no_picture_is_an_image_error(picture: Picture, recognizer: Recognizer) -> None:
    with pytest.raises(ImageError) as caught:
        recognizer.recognize(picture)
    assert caught.value.hint
