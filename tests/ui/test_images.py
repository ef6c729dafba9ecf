"""Pictures survive the way between Qt and numpy, whatever their format."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QRgba64

from scipix.engine.errors import ImageError
from scipix.ui.images import to_array, to_qimage

FORMATS = [f for f in QImage.Format if f not in (QImage.Format.Format_Invalid, QImage.Format.NImageFormats)]
COLOURS = [QColor(0, 0, 0), QColor(255, 255, 255)]


@pytest.mark.parametrize("width", [1, 2, 3, 5, 64])
def test_padded_lines_do_not_shear_the_picture(width: int) -> None:
    image = QImage(width, 7, QImage.Format.Format_RGB888)
    for y in range(7):
        for x in range(width):
            image.setPixelColor(x, y, QColor(x, y, 200))
    pixels = to_array(image)
    assert pixels.shape == (7, width, 3)
    rows, columns = np.mgrid[0:7, 0:width]
    np.testing.assert_array_equal(pixels, np.dstack([columns, rows, np.full_like(rows, 200)]))


@pytest.mark.parametrize("form", FORMATS, ids=lambda f: f.name)
def test_black_and_white_are_read_from_every_format(form: QImage.Format) -> None:
    """Black beside white exists in every format but the one that holds alpha alone."""
    source = QImage(5, 3, QImage.Format.Format_ARGB32)
    source.fill(COLOURS[0])
    source.setPixelColor(4, 2, COLOURS[1])
    pixels = to_array(source.convertToFormat(form))
    assert pixels.shape[:2] == (3, 5)
    if form is QImage.Format.Format_Alpha8:
        return
    assert pixels[2, 4, :3].min() >= 250
    assert pixels[0, 0, :3].max() <= 5


def test_premultiplied_alpha_comes_out_straight() -> None:
    image = QImage(2, 1, QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, QColor(200, 100, 50, 128))
    image.setPixelColor(1, 0, QColor(10, 20, 30, 255))
    pixels = to_array(image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied))
    np.testing.assert_allclose(pixels[0], [[200, 100, 50, 128], [10, 20, 30, 255]], atol=1)


def test_sixteen_bits_are_rounded_to_eight() -> None:
    image = QImage(1, 1, QImage.Format.Format_RGBA64)
    image.setPixelColor(0, 0, QColor.fromRgba64(QRgba64.fromRgba64(0x8080, 0x4040, 0xFFFF, 0x8080)))
    np.testing.assert_array_equal(to_array(image), [[[0x80, 0x40, 0xFF, 0x80]]])


def test_the_array_is_a_read_only_copy() -> None:
    image = QImage(3, 3, QImage.Format.Format_RGB888)
    image.fill(QColor(1, 2, 3))
    pixels = to_array(image)
    image.fill(QColor(9, 9, 9))
    assert pixels[1, 1].tolist() == [1, 2, 3]
    assert pixels.flags.c_contiguous
    assert pixels.base is None
    with pytest.raises(ValueError, match="read-only"):
        pixels[0, 0, 0] = 5


@pytest.mark.parametrize("shape", [(3, 5), (3, 5, 3), (3, 5, 4)])
def test_there_and_back_is_the_same(shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, shape, dtype=np.uint8)
    image = to_qimage(pixels)
    back = to_array(image)
    expected = pixels if pixels.ndim == 3 else np.repeat(pixels[..., None], 3, axis=2)
    np.testing.assert_array_equal(back, expected)


def test_slices_and_later_changes_do_not_reach_the_picture() -> None:
    pixels = np.zeros((6, 8, 3), np.uint8)
    pixels[1::2, 1::2] = 7
    image = to_qimage(pixels[1::2, 1::2])
    pixels[:] = 99
    assert {image.pixelColor(x, y).red() for x in range(4) for y in range(3)} == {7}


def test_an_empty_picture_is_told() -> None:
    with pytest.raises(ImageError):
        to_array(QImage())
    with pytest.raises(ImageError):
        to_qimage(np.zeros((0, 4, 3), np.uint8))


@pytest.mark.parametrize(
    "pixels", [np.zeros((2, 2, 2), np.uint8), np.zeros((2, 2, 3), np.float32), np.zeros(3, np.uint8)]
)
def test_what_is_no_picture_is_refused(pixels: np.ndarray) -> None:
    with pytest.raises(ValueError, match="no picture"):
        to_qimage(pixels)
