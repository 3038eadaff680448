# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos and logos are drawn anew: pixels come out and nothing else, no place, time or name."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageOps

PHOTO_BYTES = 10_000_000
PHOTO_PIXELS = 60_000_000
LONGEST_SIDE = 2000
QUALITY = 80
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "MPO")
PHOTO_TYPE = "image/jpeg"
METADATA = frozenset({"exif", "comment", "icc_profile", "xmp", "photoshop", "mp"})


class PhotoError(ValueError):
    """A file that cannot be taken as a photo."""


class TooLargeError(PhotoError):
    """A file of more than 10 MB."""


class TooManyPixelsError(PhotoError):
    """An image that would take more memory than any photo: more than 60 million pixels."""


class NoImageError(PhotoError):
    """A file that is no image, a kind we do not read, or damaged."""


LOGO_BYTES = 2_000_000
LOGO_FORMATS = ("JPEG", "PNG")
LOGO_SIDE = 900
LOGO_COLOURS = 256


def drawn_anew(data: bytes, *, longest_side: int = LONGEST_SIDE) -> bytes:
    """Return `data` as an upright JPEG of at most `longest_side` pixels, without metadata.

    Raises TooLargeError, TooManyPixelsError or NoImageError.
    """
    if len(data) > PHOTO_BYTES:
        raise TooLargeError
    return _drawn(data, longest_side, FORMATS, _as_photo)


def logo_anew(data: bytes) -> bytes:
    """Return a PNG or JPEG of at most 2 MB as a PNG on white, without metadata.

    At most 900 pixels long and 256 colours, which keeps every paper it stands on small. Raises as
    `drawn_anew` does; a drawing (SVG) may hold a program and is no image here.
    """
    if len(data) > LOGO_BYTES:
        raise TooLargeError
    return _drawn(data, LOGO_SIDE, LOGO_FORMATS, _as_logo)


def size_of(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of what was drawn anew."""
    with Image.open(BytesIO(data), formats=LOGO_FORMATS) as image:
        return image.size


def _drawn(
    data: bytes, longest_side: int, formats: tuple[str, ...], save: Callable[[Image.Image], bytes]
) -> bytes:
    try:
        return save(_plain(data, longest_side, formats))
    except (
        TooManyPixelsError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,  # where warnings are errors
    ) as error:
        raise TooManyPixelsError from error
    # Pillow's readers raise all of these on damaged or hostile files
    except (OSError, ValueError, SyntaxError, OverflowError, MemoryError, LookupError, TypeError,
            EOFError, ArithmeticError, AttributeError, Warning) as error:  # fmt: skip
        raise NoImageError from error


def is_clean(data: bytes) -> bool:
    """Tell whether `data` is a JPEG that `drawn_anew` could have made: no metadata in it."""
    if not data.startswith(b"\xff\xd8") or len(data) > PHOTO_BYTES:
        return False
    try:
        with Image.open(BytesIO(data), formats=["JPEG"]) as image:
            return max(image.size) <= LONGEST_SIDE and not image.info.keys() & METADATA
    except (OSError, SyntaxError, ValueError):
        return False


def _plain(data: bytes, longest_side: int, formats: tuple[str, ...]) -> Image.Image:
    with Image.open(BytesIO(data), formats=formats) as image:
        if image.width * image.height > PHOTO_PIXELS:
            raise TooManyPixelsError
        image.draft("RGB", (longest_side, longest_side))
        upright = ImageOps.exif_transpose(image)
        upright.thumbnail((longest_side, longest_side), Image.Resampling.LANCZOS)
        plain = Image.new("RGB", upright.size, "white")
        if upright.has_transparency_data:
            colours = upright.convert("RGBA")
            plain.paste(colours, mask=colours.getchannel("A"))
        else:
            plain.paste(upright.convert("RGB"))
    return plain


def _as_photo(plain: Image.Image) -> bytes:
    buffer = BytesIO()
    plain.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()


def _as_logo(plain: Image.Image) -> bytes:
    buffer = BytesIO()
    plain.quantize(LOGO_COLOURS).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
