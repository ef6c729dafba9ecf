"""Pictures that look like formulas, drawn here so that tests need no files."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.uint8]


def fraction_line(scale: int = 1) -> Picture:
    """HxW uint8, black on white, anti-aliased: a row of letters and a fraction, about 60 x 330 pixels."""
    picture = np.full((60 * scale, 330 * scale), 255, np.uint8)

    def write(text: str, x: float, y: float, size: float) -> None:
        place = (round(x * scale), round(y * scale))
        font = cv2.FONT_HERSHEY_COMPLEX
        cv2.putText(picture, text, place, font, size * scale, (0,), scale, cv2.LINE_AA)

    write("y=ax", 12, 38, 0.8)
    write("2", 98, 24, 0.5)
    write("+", 116, 38, 0.8)
    write("b", 160, 24, 0.7)
    write("c", 160, 52, 0.7)
    picture[30 * scale : 32 * scale, 148 * scale : 190 * scale] = 0
    write("-mnuvwz", 196, 38, 0.8)
    return picture


def row_of_letters(width: int = 600) -> Picture:
    """HxW uint8: one long row of letters on a base line."""
    picture = np.full((50, width), 255, np.uint8)
    for number, x in enumerate(range(10, width - 24, 22)):
        letter = "xnmzaecosv"[number % 10]
        cv2.putText(picture, letter, (x, 32), cv2.FONT_HERSHEY_COMPLEX, 0.8, (0,), 1, cv2.LINE_AA)
    return picture


def turned(picture: Picture, degrees: float) -> Picture:
    """``picture`` with rows that fall to the right by ``degrees``, on a larger white canvas."""
    margin = 30 + int(abs(np.tan(np.radians(degrees))) * picture.shape[1])
    framed = np.pad(picture, margin, constant_values=255)
    height, width = framed.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    result = cv2.warpAffine(framed, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(result, np.uint8)


def as_rgb(picture: Picture) -> Picture:
    return np.repeat(picture[..., None], 3, axis=2)
