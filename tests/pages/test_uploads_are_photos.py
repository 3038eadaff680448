# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever somebody sends as a photo: pixels come out, or a sentence; by real requests."""

from __future__ import annotations

import re
import resource
import struct
import time
import zlib
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, PngImagePlugin

from tests.doors.public.report.walking import Walker, photo, upload, voice
from tests.factories.areas import make_town
from tests.factories.people import make_duo, make_user
from tests.pages.judging import assert_headers
from voelspriet.ground.people.models import User
from voelspriet.listen.intake.models import Attachment, Draft

pytestmark = pytest.mark.django_db

SCRIPT = b"<script>document.title='geraakt'</script>"
LARGEST = 10_000_000
MEGABYTE = 1024  # ru_maxrss counts in kilobytes on Linux


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))


def png_bomb(side: int) -> bytes:
    """A few kilobytes that unfold to side² pixels."""
    line = b"\0" * (side // 8 + 1)
    packer, packed = zlib.compressobj(9), []
    packed = [packer.compress(line) for _row in range(side)] + [packer.flush()]
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"".join(packed))
            + _chunk(b"IEND", b""))  # fmt: skip


def text_bomb() -> bytes:
    """A PNG whose text chunk unfolds to 200 MB."""
    text = b"Comment\0\0" + zlib.compress(b"a" * 200_000_000, 9)
    plain = photo(kind="PNG")
    return plain[:33] + _chunk(b"zTXt", text) + plain[33:]


def told_size(side: int) -> bytes:
    """A JPEG that says it is larger than it is."""
    data = bytearray(photo())
    place = data.index(b"\xff\xc0")
    data[place + 5 : place + 9] = struct.pack(">HH", side, side)
    return bytes(data)


def saved(kind: str, **options) -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(buffer, kind, **options)
    return buffer.getvalue()


def with_words() -> bytes:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SCRIPT.decode())
    info.add_itxt("XML:com.adobe.xmp", SCRIPT.decode())
    return saved("PNG", pnginfo=info)


REFUSED = {
    "words": b"dit is geen foto" * 20,
    "empty": b"",
    "svg": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'>" + SCRIPT + b"</svg>",
    "html": b"<!doctype html>" + SCRIPT,
    "html behind a jpeg's first bytes": b"\xff\xd8\xff\xe0" + SCRIPT * 50,
    "html behind a gif's first bytes": b"GIF89a/*" + SCRIPT + b"*/=1;",
    "a document": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj",
    "postscript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(x) run\n",
    "an archive": b"PK\x03\x04" + b"\0" * 200,
    "a program": b"\x7fELF" + b"\0" * 200,
    "a kind we do not read (TIFF)": saved("TIFF"),
    "a kind we do not read (ICO)": saved("ICO"),
    "half a photo": photo(400, 300)[:600],
    "too many pixels": png_bomb(20_000),
    "a lie about its size": told_size(60_000),
    "too large": photo() + b"\0" * LARGEST,
    "much too large": b"\xff\xd8" + b"\0" * (3 * LARGEST),
}
TAKEN = {
    "a page behind a photo": photo() + b"<!doctype html>" + SCRIPT,
    "an archive behind a photo": photo() + b"PK\x03\x04" + SCRIPT,
    "words inside a photo": with_words(),
    "a comment in a photo": saved("JPEG", comment=SCRIPT),
    "a gif that is a program too": saved("GIF") + b"*/" + SCRIPT,
    "a profile that is a page": saved("JPEG", icc_profile=SCRIPT * 20),
    "place and device": photo(exif=True),
    "moving": saved("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 30), "red")]),
}


@pytest.fixture(autouse=True)
def town():
    town = make_town()
    make_duo(town.municipality, town.neighbourhoods[0])
    return town


def _told_with(data: bytes, name: str = "foto.jpg", go: str = "next") -> Walker:
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    return walker.send(go, kind="now", photos=[upload(data, name)])


def _files(settings) -> list[bytes]:
    return [path.read_bytes() for path in settings.MEDIA_ROOT.rglob("*") if path.is_file()]


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_what_is_no_photo_is_refused_in_a_sentence(kind, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started = time.monotonic()
    walker = _told_with(REFUSED[kind])

    assert walker.page.status_code == 200
    assert_headers(walker.page)
    assert "te groot" in walker.html or "geen foto" in walker.html or "te veel" in walker.html
    assert "is bewaard" not in walker.html
    assert SCRIPT.decode() not in walker.html
    assert _files(settings) == []
    assert time.monotonic() - started < 5
    # a bomb would take hundreds of megabytes: 20,000² points of one byte are 400 MB
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    assert grown < 150 * MEGABYTE
    # and the report goes on without it
    walker.send(kind="now").send(openness="anonymous").send(wish="receipt")
    assert len(walker.code) == 16
    assert not Attachment.objects.exists()


def test_a_text_that_unfolds_inside_a_photo_is_refused_or_dropped(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = text_bomb()
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    _told_with(data)
    assert len(data) < 1_000_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(made, memory) < 100 * MEGABYTE


@pytest.mark.parametrize("kind", sorted(TAKEN))
def test_of_a_photo_only_its_pixels_are_kept(kind, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    walker = _told_with(TAKEN[kind], name='"><img src=x onerror=alert(1)>.svg', go="stay")
    assert "Foto 1 is bewaard" in walker.html
    assert "onerror" not in walker.html
    # sealed already while it is a draft
    assert all(b"JFIF" not in bytes(draft.content) for draft in Draft.objects.all())
    walker.send(kind="now").send(openness="anonymous").send(wish="receipt")
    row = Attachment.objects.get()
    assert row.media_type == "image/jpeg"
    assert re.fullmatch(r"[\w-]{32}", row.file_name)
    plain = settings.KEYRING.decrypt((tmp_path / "attachments" / row.file_name).read_bytes())
    for trace in (b"script", b"html", b"PK\x03\x04", b"Exif", b"http", b"Toestelmerk", b"ICC_"):
        assert trace not in plain
    with Image.open(BytesIO(plain)) as image:
        assert image.format == "JPEG"
        assert image.size == (40, 30)
        assert not set(image.info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", sorted(REFUSED))
def test_a_colleagues_photo_is_judged_the_same(kind, town, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    user = make_user(town.municipality)
    client = Client()
    client.force_login(user)
    sent = SimpleUploadedFile("ik.jpg", REFUSED[kind], "image/jpeg")
    response = client.post("/werk/mijn-account/", {"deed": "face", "is_shown": "on", "photo": sent})
    page = response.content.decode()
    assert response.status_code != 302, "said to be kept, and was not"
    assert "vs-error" in page
    assert User.objects.get(pk=user.pk).photo == ""
    assert not list(tmp_path.rglob("*.jpg"))


@pytest.mark.parametrize(
    ("data", "is_taken"),
    [
        (voice(), True),
        (SCRIPT * 100, False),
        (b"\x1a\x45\xdf\xa3" + SCRIPT * 100, False),
        (b"OggS" + SCRIPT * 100, False),
        (voice(3_100_000), False),
        (b"RIFF\0\0\0\0WAVE" + b"\0" * 500, False),
    ],
)
def test_a_recording_is_one_or_is_refused(data, is_taken, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    walker = Walker().send(text="Kapot", voice=upload(data, "praat.html", "text/html"))
    assert ("Waar is het?" in walker.html) is is_taken
    if is_taken:
        walker.send(no_place="on").send(kind="now").send(openness="anonymous")
        walker.send(wish="receipt")
        assert Attachment.objects.get().media_type == "audio/webm"
    assert len(_files(settings)) == int(is_taken)
    assert all(b"A_OPUS" not in kept for kept in _files(settings))


def test_more_files_than_asked_for_are_no_server_error():
    walker = Walker().send(text="Losse tegel").send(no_place="on")
    files = [upload(photo()) for _file in range(9)]
    walker.client.raise_request_exception = False
    walker.send(kind="now", photos=files)
    assert walker.page.status_code in {200, 400}
    assert_headers(walker.page)
