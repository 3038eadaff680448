# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walking past the questions of telling as a browser without JavaScript does."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)"')
ACTION = re.compile(r'<form id="melden"[^>]* action="([^"]+)"')
CODE = re.compile(r"data-receipt-code>(.*?)</p>", re.DOTALL)


class Walker:
    """A resident with a phone: posts each page's form with its hidden fields."""

    def __init__(self, start: str = "/melden/", **headers: str) -> None:
        self.client = Client(enforce_csrf_checks=False, headers=headers)
        self.page = self.client.get(start)
        self.pages = 1

    @property
    def html(self) -> str:
        return self.page.content.decode()

    @property
    def hidden(self) -> dict[str, str]:
        found = {name: unescape(value) for name, value in HIDDEN.findall(self.html)}
        return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}

    @property
    def action(self) -> str:
        return ACTION.search(self.html).group(1)

    def send(self, go: str = "next", to: str = "", **fields):
        fields = {name: value for name, value in fields.items() if value is not None}
        self.page = self.client.post(to or self.action, {**self.hidden, "go": go, **fields})
        self.pages += 1
        return self

    @property
    def code(self) -> str:
        return re.sub(r"\D", "", re.sub(r"<[^>]+>", "", CODE.search(self.html).group(1)))

    def tell(self, text="De lantaarn bij de school is kapot.", **more):
        """Walk to the receipt by the shortest way; `more` changes the answers."""
        self.send(text=text)
        self.send(**(more.get("where") or {"no_place": "on"}))
        self.send(**(more.get("when") or {"kind": "unknown"}))
        self.send(**(more.get("how") or {"openness": "anonymous"}))
        return self.send(**(more.get("hear") or {"wish": "receipt"}))


def photo(width=40, height=30, *, kind="JPEG", exif: bool = False) -> bytes:
    image = Image.new("RGB", (width, height), "teal")
    buffer = BytesIO()
    if exif:
        data = Image.Exif()
        data[0x010F] = "Toestelmerk"
        data[0x9003] = "2026:11:01 12:00:00"
        data.get_ifd(0x8825)[2] = (52.0, 22.0, 11.0)
        image.save(buffer, kind, exif=data)
    else:
        image.save(buffer, kind)
    return buffer.getvalue()


def upload(data: bytes, name: str = "foto.jpg", kind: str = "image/jpeg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, kind)


def voice(size: int = 2000) -> bytes:
    return b"\x1a\x45\xdf\xa3" + b"\0" * 40 + b"A_OPUS" + b"\1" * size
