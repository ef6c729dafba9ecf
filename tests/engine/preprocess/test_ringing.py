"""Ripples of strong compression are smoothed; nothing else is touched."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from scipix.engine.preprocess.ringing import without_ringing


def written() -> np.ndarray:
    gray = np.full((64, 320), 255, np.uint8)
    cv2.putText(gray, "a+bx=cy", (16, 44), cv2.FONT_HERSHEY_SIMPLEX, 1.0, (0,), 2, cv2.LINE_AA)
    return gray


def compressed(gray: np.ndarray, quality: int) -> np.ndarray:
    data = cv2.imencode(".jpg", gray, (cv2.IMWRITE_JPEG_QUALITY, quality))[1]
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)


def test_strong_ripples_are_smoothed_and_strokes_stay() -> None:
    plain, rippled = written(), compressed(written(), 30)
    smooth = without_ringing(rippled)
    paper = cv2.dilate(np.asarray(plain < 200, np.uint8), np.ones((5, 5), np.uint8)) == 0
    assert np.std(smooth[paper]) < 0.9 * np.std(rippled[paper])
    assert smooth[plain < 20].mean() < 80


@pytest.mark.parametrize("quality", [75, 95])
def test_weak_ripples_stay(quality: int) -> None:
    rippled = compressed(written(), quality)
    assert without_ringing(rippled) is rippled


def test_grain_is_no_ripple() -> None:
    rng = np.random.default_rng(3)
    grainy = np.clip(written() - np.abs(rng.normal(0, 14, (64, 320))), 0, 255).astype(np.uint8)
    assert without_ringing(grainy) is grainy


@pytest.mark.parametrize("gray", [written(), np.full((9, 9), 255, np.uint8), np.zeros((9, 9), np.uint8)])
def test_what_was_never_compressed_stays(gray: np.ndarray) -> None:
    assert without_ringing(gray) is gray


def test_a_pale_mark_is_no_ripple() -> None:
    gray = written()
    left = int(np.flatnonzero((gray < 128).any(0))[0])
    gray[48:51, left : left + 20] = 195
    assert without_ringing(gray) is gray
