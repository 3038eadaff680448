# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing how the papers of a municipality look: two colours that can be read, and a logo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import floatformat
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.photos import (
    LOGO_BYTES,
    NoImageError,
    TooLargeError,
    TooManyPixelsError,
    logo_anew,
    size_of,
)
from voelspriet.papers.models import PaperStyle
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


@action
def choose_paper_style(*, chosen: Chosen, by: Actor, at: datetime) -> None:
    """Choose how every paper of the own municipality looks from now on.

    Refuses anybody but an administrator; a colour that cannot be read on white paper (a contrast
    below 4.5); a logo that is no PNG or JPEG, is too large or too small, or has no words.
    """
    municipality_id = _own(by)
    colour = _readable(chosen.colour, "colour")
    line = _readable(chosen.line, "line")
    before = PaperStyle.objects.filter(municipality_id=municipality_id).first()
    kept = bytes(before.logo) if before and before.logo else b""
    logo = kept if chosen.logo is None else _logo(chosen.logo)
    words = " ".join(chosen.logo_alt.split())[:ALT_LIMIT]
    if logo and not words:
        raise Refused(_("Schrijf in woorden wat er op het logo staat."), field="logo_alt")
    PaperStyle.objects.update_or_create(
        municipality_id=municipality_id,
        defaults={
            "colour": colour,
            "line": line,
            "logo": logo or None,
            "logo_alt": words if logo else "",
            "changed_at": at,
        },
    )
    _audit("paper_style.choose", by, at, has_logo=bool(logo))


@action
def drop_paper_style(*, by: Actor, at: datetime) -> None:
    """Have papers look as the house's own again. Refuses anybody but an administrator."""
    PaperStyle.objects.filter(municipality_id=_own(by)).delete()
    _audit("paper_style.drop", by, at)


def check_logo_size(size: int) -> None:
    """Refuse a logo that is too large before it is read."""
    if size > LOGO_BYTES:
        raise Refused(_("Dit bestand is groter dan 2 MB."), field="logo")


def _own(by: Actor) -> int:
    if by.municipality_id is None or not by.is_staff or not by.has(Role.ADMINISTRATOR):
        raise Refused(_("Alleen een beheerder mag dit."))
    return by.municipality_id


def _readable(typed: str, field: str) -> str:
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


def _logo(data: bytes) -> bytes:
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


def _audit(name: str, by: Actor, at: datetime, **detail: bool) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="paper_style",
        reference="",
        municipality_id=by.municipality_id,
        **detail,
    )
