# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a municipality may choose for its papers: two colours that can be read, and a logo."""

from __future__ import annotations

from dataclasses import dataclass

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.lib.photos import (
    LOGO_BYTES,
    NoImageError,
    TooLargeError,
    TooManyPixelsError,
    logo_anew,
    size_of,
)
from voelspriet.papers.writers.colours import COLOUR, LEAST_CONTRAST, contrast_on_white

ALT_LIMIT = 160
LEAST_HEIGHT = 100  # pixels: 14 mm of paper at some 180 dots an inch


@dataclass(frozen=True, slots=True)
class Chosen:
    """What an administrator chose. `logo` None keeps the one there is, b"" takes it away."""

    colour: str
    line: str
    logo: bytes | None = None
    logo_alt: str = ""


def check_logo_size(size: int) -> None:
    """Refuse a logo that is too large before it is read."""
    if size > LOGO_BYTES:
        raise Refused(_("Dit bestand is groter dan 2 MB."), field="logo")


def readable(typed: str, field: str) -> str:
    """Return a colour as it is stored. Refuses one that is hard to read on white paper."""
    colour = typed.strip().lower()
    if COLOUR.fullmatch(colour) is None:
        raise Refused(_("Schrijf een kleur als #0b5a61."), field=field)
    contrast = contrast_on_white(colour)
    if contrast < LEAST_CONTRAST:
        message = _(
            "Deze kleur is op wit papier slecht te lezen: het contrast is %(found)s en moet ten "
            "minste 4,5 zijn. Kies een donkerdere."
        )
        raise Refused(message % {"found": floatformat(_floor(contrast), 1)}, field=field)
    return colour


def _floor(contrast: float) -> float:
    """Return a contrast cut off after one decimal: 4.49 is not told as 4.5."""
    return int(contrast * 10) / 10


def logo_of(data: bytes) -> bytes:
    """Return a logo drawn anew; empty for none. Refuses what cannot be one."""
    if not data:
        return b""
    try:
        drawn = logo_anew(data)
    except TooLargeError as error:
        raise Refused(_("Dit bestand is groter dan 2 MB."), field="logo") from error
    except (TooManyPixelsError, NoImageError) as error:
        message = _(
            "Dit is geen PNG of JPEG die wij kunnen lezen. Hebt u het logo als SVG? Vraag uw "
            "vormgever om een PNG: in een SVG kan een programma zitten."
        )
        raise Refused(message, field="logo") from error
    if size_of(drawn)[1] < LEAST_HEIGHT:
        message = _("Dit logo is te klein om scherp te drukken. Kies er een van ten minste 100 "
                    "beeldpunten hoog.")  # fmt: skip
        raise Refused(message, field="logo")
    return drawn
