from __future__ import annotations

import base64
import contextlib
import io
import struct
import zlib

import numpy as np
import pytest
from formula_pictures import fraction_line
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from scipix.app.images import decode, decode_data_url, load_file, load_stream, to_eight_bits
from scipix.engine.errors import ImageError
from scipix.engine.preprocess.pipeline import clean

PICTURE = fraction_line()


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def gray() -> Image.Image:
    return Image.fromarray(PICTURE)


def palette_with_transparency() -> bytes:
    image = Image.fromarray(np.where(PICTURE < 128, 1, 0).astype(np.uint8), "P")
    image.putpalette([255, 0, 255, 0, 0, 0])
    return encoded(image, transparency=0)


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size and holds almost nothing."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(b""))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    "content",
    [
        encoded(gray()),
        encoded(gray().convert("RGB")),
        encoded(gray(), "BMP"),
        encoded(gray(), "TIFF"),
        encoded(gray(), "PPM"),
        encoded(gray().convert("RGB"), "WEBP", lossless=True),
        encoded(gray(), "GIF"),
        encoded(gray().convert("P")),
        encoded(gray().convert("LA")),
        encoded(gray().convert("RGBA")),
        encoded(Image.fromarray(PICTURE.astype(np.uint16) * 257)),
        encoded(Image.fromarray(PICTURE.astype(np.float32) / 255), "TIFF"),
        encoded(Image.fromarray(PICTURE.astype(np.int32)), "TIFF"),
    ],
    ids=[
        "L",
        "RGB",
        "BMP",
        "TIFF",
        "PPM",
        "WEBP",
        "GIF",
        "palette",
        "LA",
        "RGBA",
        "16 bit",
        "float",
        "int32",
    ],
)
def test_lossless_formats_give_the_same_picture(content):
    array = decode(content)
    assert not array.flags.writeable
    if array.dtype == np.uint16 and array.max() <= 255:
        array = array.astype(np.uint8)
    assert np.abs(clean(array).astype(int) - PICTURE).max() <= 1


def test_cmyk_jpeg():
    array = decode(encoded(gray().convert("CMYK"), "JPEG", quality=95))
    assert array.shape == (*PICTURE.shape, 3)
    assert np.abs(clean(array).astype(int) - PICTURE).mean() < 6


def test_one_bit_picture():
    assert set(np.unique(decode(encoded(gray().convert("1"))))) == {0, 255}


def test_transparent_colour_of_a_palette_becomes_paper():
    array = decode(palette_with_transparency())
    assert array.shape[2] == 4
    assert np.array_equal(clean(array) < 128, PICTURE < 128)


def test_first_frame_of_an_animation():
    frames = [gray(), Image.new("L", gray().size, 0)]
    content = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100)
    assert np.abs(clean(decode(content)).astype(int) - PICTURE).max() <= 1


def test_exif_orientation_is_followed():
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = gray().rotate(90, expand=True)
    array = decode(encoded(turned, "JPEG", exif=exif, quality=95))
    assert array.shape[:2] == PICTURE.shape
    assert np.abs(array.astype(int) - PICTURE).mean() < 3


HOSTILE = {
    "empty": (b"", "Empty file"),
    "text": (b"this is no picture\n" * 20, "Not a picture"),
    "truncated png": (encoded(gray())[:300], "Picture damaged"),
    "truncated jpeg": (encoded(gray(), "JPEG")[:400], "Picture damaged"),
    "header only": (encoded(gray())[:20], None),
    "bomb": (png_header(50_000, 50_000), "Picture too large"),
    "largest bomb": (png_header(2**31 - 1, 2**31 - 1), "Picture too large"),
    "51 megapixels": (png_header(10_000, 5_100), "Picture too large"),
    "too wide": (encoded(Image.new("1", (20_001, 4))), "Picture too large"),
    "no size": (png_header(0, 0), None),
    "no data": (png_header(9, 9), "Picture damaged"),
    "eps": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n", "Not a picture"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Not a picture"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input(name):
    content, title = HOSTILE[name]
    with pytest.raises(ImageError) as caught:
        decode(content)
    assert title in (None, caught.value.title)
    assert caught.value.message
    assert caught.value.hint


def test_a_strip_20000_pixels_wide_is_read():
    assert decode(encoded(Image.new("1", (20_000, 4), 1))).shape == (4, 20_000)


def test_one_pixel_is_read():
    assert decode(encoded(Image.new("L", (1, 1)))).shape == (1, 1)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_raise_nothing_else(data):
    content = bytearray(SOURCES[data.draw(st.sampled_from(sorted(SOURCES)))])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(content)))
    with contextlib.suppress(ImageError):
        decode(bytes(content[:cut]))


SOURCES = {
    "png": encoded(gray()),
    "jpeg": encoded(gray(), "JPEG"),
    "gif": encoded(gray(), "GIF"),
    "tiff": encoded(gray(), "TIFF"),
    "bmp": encoded(gray(), "BMP"),
    "webp": encoded(gray(), "WEBP"),
}


def test_files_and_streams(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(encoded(gray()))
    assert np.array_equal(load_file(path), PICTURE)
    assert np.array_equal(load_stream(io.BytesIO(path.read_bytes())), PICTURE)


@pytest.mark.parametrize("name", ["missing.png", ".", "bad\0name"])
def test_what_is_no_file(tmp_path, name):
    with pytest.raises(ImageError) as caught:
        load_file(tmp_path / name)
    assert caught.value.title == "File cannot be read"


def test_a_file_over_the_limit(monkeypatch, tmp_path):
    monkeypatch.setattr("scipix.app.images.MAX_BYTES", 10)
    (tmp_path / "a.png").write_bytes(b"x" * 11)
    with pytest.raises(ImageError, match="File too large"):
        load_file(tmp_path / "a.png")
    with pytest.raises(ImageError, match="File too large"):
        load_stream(io.BytesIO(b"x" * 11))


def test_a_data_url_holds_a_picture():
    url = "data:image/png;base64," + base64.b64encode(encoded(Image.new("L", (3, 2), 7))).decode()
    assert decode_data_url(url).shape == (2, 3)


@pytest.mark.parametrize(
    "url", ["https://example.org/a.png", "data:image/png", "data:image/png;base64,A", "data:,text", "data:,"]
)
def test_a_data_url_without_a_picture_is_an_image_error(url: str):
    with pytest.raises(ImageError):
        decode_data_url(url)


@pytest.mark.parametrize(
    ("pixels", "shape", "values"),
    [
        (np.array([[0, 65_535]], np.uint16), (1, 2), [0, 255]),
        (np.array([[0.0, 0.5, 1.0]], np.float32), (1, 3), [0, 127, 255]),
        (np.array([[[9, 200]]], np.uint8), (1, 1, 4), [9, 9, 9, 200]),
        (np.array([[0.0, np.nan, 510.0]], np.float32), (1, 3), [0, 0, 255]),
    ],
)
def test_any_picture_can_be_shown_with_eight_bits(pixels, shape, values):
    shown = to_eight_bits(pixels)
    assert (shown.shape, shown.dtype) == (shape, np.uint8)
    assert shown.ravel().tolist() == values
    assert not shown.flags.writeable
