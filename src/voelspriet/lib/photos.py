# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos are drawn anew: what comes out holds pixels only, no place, time, device or name."""

from __future__ import annotations

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


def drawn_anew(data: bytes, *, longest_side: int = LONGEST_SIDE) -> bytes:
    """Return `data` as an upright JPEG of at most `longest_side` pixels, without metadata.

    Raises TooLargeError, TooManyPixelsError or NoImageError.
    """
    if len(data) > PHOTO_BYTES:
        raise TooLargeError
    try:
        return _draw(data, longest_side)
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


def _draw(data: bytes, longest_side: int) -> bytes:
    with Image.open(BytesIO(data), formats=FORMATS) as image:
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
    buffer = BytesIO()
    plain.save(buffer, "JPEG", quality=QUALITY, optimize=True)
    return buffer.getvalue()
