# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos drawn anew: pixels only, upright, small; anything else is refused."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from voelspriet.lib.photos import (
    LONGEST_SIDE,
    NoImageError,
    PhotoError,
    TooLargeError,
    TooManyPixelsError,
    drawn_anew,
    is_clean,
)

ORIENTATION = 0x0112
TURNED_RIGHT = 6


def drawn(kind: str = "JPEG", size=(60, 40), mode="RGB", **options) -> bytes:
    buffer = BytesIO()
    Image.new(mode, size, 1 if mode in {"1", "P", "I;16"} else None).save(buffer, kind, **options)
    return buffer.getvalue()


def seen(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


@pytest.mark.parametrize(
    ("kind", "mode"),
    [
        ("JPEG", "RGB"), ("JPEG", "L"), ("JPEG", "CMYK"), ("PNG", "RGBA"), ("PNG", "P"),
        ("PNG", "1"), ("PNG", "I;16"), ("PNG", "LA"), ("WEBP", "RGB"), ("GIF", "P"), ("BMP", "RGB"),
    ],
)  # fmt: skip
def test_every_usual_kind_of_image_becomes_a_plain_jpeg(kind, mode):
    result = seen(drawn_anew(drawn(kind, mode=mode)))
    assert (result.format, result.mode, result.size) == ("JPEG", "RGB", (60, 40))


def test_nothing_about_device_time_or_place_comes_through():
    data = Image.Exif()
    data[0x010F] = "Toestelmerk"
    data.get_ifd(0x8825)[1] = "N"
    result = drawn_anew(drawn(exif=data, comment=b"geheim"))
    assert b"Toestelmerk" not in result
    assert b"geheim" not in result
    assert not seen(result).getexif()
    assert is_clean(result)
    assert not is_clean(drawn(exif=data))


def test_a_photo_taken_sideways_stands_upright():
    data = Image.Exif()
    data[ORIENTATION] = TURNED_RIGHT
    assert seen(drawn_anew(drawn(size=(60, 40), exif=data))).size == (40, 60)


def test_a_large_photo_is_made_smaller():
    assert max(seen(drawn_anew(drawn(size=(4000, 1000)))).size) == LONGEST_SIDE


def test_a_decompression_bomb_is_refused_before_it_is_unpacked():
    bomb = drawn("PNG", size=(12_000, 12_000), mode="1")
    assert len(bomb) < 100_000
    with pytest.raises(TooManyPixelsError):
        drawn_anew(bomb)


def test_too_many_bytes_are_refused_unread():
    with pytest.raises(TooLargeError):
        drawn_anew(b"\xff\xd8" + b"\0" * 10_000_000)


@pytest.mark.parametrize(
    "data",
    [b"", b"tekst", b"<svg/>", b"%PDF-1.4", b"\xff\xd8\xff", drawn("TIFF"), drawn("PNG")[:60]],
)
def test_what_is_no_photo_of_a_usual_kind_is_refused(data):
    with pytest.raises(NoImageError):
        drawn_anew(data)


@given(data=st.binary(max_size=400), start=st.sampled_from([b"", b"\xff\xd8", drawn()[:200]]))
def test_whatever_is_sent_gives_a_photo_or_a_refusal(data, start):
    try:
        result = drawn_anew(start + data)
    except PhotoError:
        return
    assert is_clean(result)
