# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files as other programs make them, and as nobody should."""

from __future__ import annotations

import io
import zipfile

SPACE = 'xmlns="urn:QDA-XML:project:1.0"'
USER = "1b0b1791-be46-4557-9957-7333544cfaf2"
CODE = "34653336-3766-3235-6466-363134396437"
SOURCE = "d097e6fd-7671-4d95-a8b6-7795fa4a72e1"
OTHER = "e65f5ee2-9a55-47f1-bb0b-4921d8ce15c4"


def numbered(number):
    """An identifier made from a number."""
    return f"00000000-0000-4000-8000-{number:012d}"


def archive(*entries, way=zipfile.ZIP_DEFLATED):
    """A ZIP of (name, content) pairs; a name may be a ZipInfo."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", way) as file:
        for name, content in entries:
            file.writestr(name, content)
    return buffer.getvalue()


def project(inside="", *, told="", codes=None, users=None):
    """A project with one coder and one code, unless told otherwise."""
    users = f'<User guid="{USER}" name="Coder 1" id="C1"/>' if users is None else users
    codes = f'<Code guid="{CODE}" name="Licht" isCodable="true"/>' if codes is None else codes
    return (
        f'<?xml version="1.0" encoding="utf-8"?><Project {SPACE} name="Proef" {told}>'
        + (f"<Users>{users}</Users>" if users else "")
        + (f"<CodeBook><Codes>{codes}</Codes></CodeBook>" if codes else "")
        + inside
        + "</Project>"
    )


def selection(number, start, end, name="", *, inside=None, told=""):
    """A selection, coded with the one code."""
    coding = f'<Coding guid="{numbered(900 + number)}"><CodeRef targetGUID="{CODE}"/></Coding>'
    return (
        f'<PlainTextSelection guid="{numbered(number)}" startPosition="{start}" '
        f'endPosition="{end}" name="{name}" {told}>{coding if inside is None else inside}'
        "</PlainTextSelection>"
    )


def text_source(*selections, path=f'plainTextPath="internal://{SOURCE}.txt"', inside="", more=""):
    """A list of sources with one text."""
    return (
        f'<Sources><TextSource guid="{SOURCE}" name="Gesprek" {path}>{inside}'
        f"{''.join(selections)}</TextSource>{more}</Sources>"
    )


def qdpx(text, *selections, folder="sources", entry="project.qde", **more):
    """A whole file with one text in it."""
    content = text if isinstance(text, bytes) else text.encode()
    told = project(text_source(*selections), **more)
    return archive((entry, told), (f"{folder}/{SOURCE}.txt", content))
