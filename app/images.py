"""Picture files to arrays. Everything that can be wrong with a file becomes an ImageError.

Limits: 256 MiB a file, and before decoding 50 megapixels and 20 000 pixels an edge.
"""

from __future__ import annotations

import binascii
import io
import struct
import warnings
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import unquote_to_bytes

import numpy as np
from numpy.typing import NDArray

from scipix.engine.errors import ImageError
from scipix.engine.preprocess.limits import check_size

if TYPE_CHECKING:  # loaded with the first file: a window has to be there before
    from PIL import Image

MAX_BYTES = 256 * 1024 * 1024
# A list of our own: some of Pillow's other readers start programs (EPS) or open further files.
FORMATS = ("PNG", "JPEG", "WEBP", "BMP", "DIB", "GIF", "TIFF", "PPM", "JPEG2000", "ICO", "AVIF")
SUFFIXES = frozenset(
    ".png .jpg .jpeg .jpe .jfif .webp .bmp .dib .gif .tif .tiff .ppm .pgm .pbm .pnm .jp2 .ico .avif".split()
)
_HINT = "Save it again, for example as PNG, or take the picture anew."
# What decoders raise on broken files; UnidentifiedImageError is an OSError.
_BROKEN = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    struct.error,
    zlib.error,
)


def load_file(path: Path) -> NDArray[Any]:
    """The picture in the file at ``path``, as ``decode`` gives it; raises ImageError."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _too_many_bytes()
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ImageError(
            "File cannot be read", f"{reason}.", "Check the name and your access to it."
        ) from error
    return decode(content)


def load_stream(stream: BinaryIO) -> NDArray[Any]:
    """The picture that a binary stream holds up to its end, as ``decode`` gives it; raises ImageError."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise _too_many_bytes()
    return decode(content)


def _too_many_bytes() -> ImageError:
    limit = MAX_BYTES // 1024**2
    return ImageError("File too large", f"The file has more than {limit} MiB.", "Crop it to the formula.")


def decode(content: bytes) -> NDArray[Any]:
    """A read-only array: HxW, HxWx2 (gray, alpha), HxWx3 (RGB) or HxWx4 (RGBA); uint8, uint16 or float32.

    The first frame of an animation, upright as its EXIF data say. Raises ImageError.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError

    if not content:
        raise ImageError("Empty file", "There is nothing in it.", _HINT)
    try:
        with warnings.catch_warnings():
            # Sizes are checked below; remarks about odd metadata help nobody here.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                check_size(*image.size)
                array = _to_array(ImageOps.exif_transpose(image))
    except Image.DecompressionBombError as error:
        raise ImageError("Picture too large", f"{error}.", "Crop it to the formula.") from error
    except UnidentifiedImageError as error:
        raise ImageError("Not a picture", "The format is not one that can be read.", _HINT) from error
    except MemoryError as error:
        raise ImageError("Picture too large", "There is not enough memory for it.", _HINT) from error
    except _BROKEN as error:
        raise ImageError("Picture damaged", f"It cannot be decoded: {error}.", _HINT) from error
    array.flags.writeable = False
    return array


def _to_array(image: Image.Image) -> NDArray[Any]:
    """A contiguous copy of the pixels in one of the layouts that ``decode`` promises."""
    if image.mode.startswith("I"):
        levels = np.array(image, np.int64)
        return levels.clip(0, 65_535).astype(np.uint16)
    if image.mode == "F":
        return np.array(image, np.float32)
    return np.array(image.convert(_target_mode(image)), np.uint8)


def _target_mode(image: Image.Image) -> str:
    """The plain mode for the many of Pillow: palettes, CMYK, bits, and transparency kept as alpha."""
    if image.mode == "LA":
        return "LA"
    if "transparency" in image.info or image.mode in ("RGBA", "RGBa", "PA", "La"):
        return "RGBA"
    return "L" if image.mode in ("1", "L") else "RGB"


def decode_data_url(url: str) -> NDArray[Any]:
    """The picture inside a ``data:`` URL, as ``decode`` gives it; raises ImageError. Nothing is fetched."""
    head, comma, body = url.partition(",")
    if not head.startswith("data:") or not comma:
        raise ImageError("Not a picture", "The address holds no data.", _HINT)
    try:
        raw = unquote_to_bytes(body)
        return decode(binascii.a2b_base64(raw) if head.endswith(";base64") else raw)
    except binascii.Error as error:
        raise ImageError("Picture damaged", f"Its text cannot be decoded: {error}.", _HINT) from error


def to_eight_bits(pixels: NDArray[Any]) -> NDArray[np.uint8]:
    """A picture as ``decode`` gives it, for the eye: read-only HxW, HxWx3 or HxWx4 uint8.

    16 bits and floats (0..1, or whatever range they have) become 8 bits, gray with alpha becomes RGBA.
    """
    if pixels.dtype == np.uint16:
        plain = (pixels >> 8).astype(np.uint8)
    elif pixels.dtype != np.uint8:
        top = max(1.0, float(np.nanmax(pixels)))
        plain = (np.nan_to_num(pixels).clip(0.0) * (255.0 / top)).astype(np.uint8)
    else:
        plain = pixels
    if plain.ndim == 3 and plain.shape[2] == 2:
        plain = np.dstack([plain[..., :1]] * 3 + [plain[..., 1:]])
    if plain is not pixels:
        plain.flags.writeable = False
    return plain
