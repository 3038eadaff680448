# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spoken reports: known by their first bytes, kept as they are, never played by a program."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused

VOICE_BYTES = 3_000_000
VOICE_SECONDS = 120
WEBM = b"\x1a\x45\xdf\xa3"
OGG = b"OggS"
MP4_BRANDS = (b"M4A ", b"isom", b"iso2", b"iso5", b"iso6", b"mp41", b"mp42", b"3gp4", b"3gp5")
CODECS = {
    "audio/webm": (b"A_OPUS",),
    "audio/ogg": (b"OpusHead",),
    "audio/mp4": (b"mp4a", b"Opus"),
}


def voice_type(data: bytes, *, field: str = "voice") -> str:
    """Return the media type of a recording: audio/webm, audio/ogg or audio/mp4.

    Refuses more than 3 MB, and anything that is not one of these with the codec phones record.
    """
    if len(data) > VOICE_BYTES:
        raise Refused(_("Deze opname is te lang. Spreek ten hoogste 2 minuten in."), field=field)
    kind = _container(data)
    # where the codec is named differs per phone, so the whole file is looked through
    if kind is None or not any(codec in data for codec in CODECS[kind]):
        raise Refused(
            _("Dit bestand is geen opname die wij kunnen afspelen. Spreek opnieuw in of typ het."),
            field=field,
        )
    return kind


def _container(data: bytes) -> str | None:
    if data.startswith(WEBM):
        return "audio/webm"
    if data.startswith(OGG):
        return "audio/ogg"
    if data[4:8] == b"ftyp" and data[8:12] in MP4_BRANDS:
        return "audio/mp4"
    return None
