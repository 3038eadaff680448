# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a key figure's agreement and invitation last, and who may see them."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db.models import QuerySet

from voelspriet.ground.network.models import KeyFigure
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.references import CODE_DIGITS, clean_receipt_code

YEARS = 2
INVITATION_DAYS = 60
ROLE_LIMIT = 80
NAME_LIMIT = 80
PHONE_LIMIT = 20


def agreed_until(day: date) -> date:
    """Return the last day of an agreement that begins on `day`: two years later.

    >>> agreed_until(date(2024, 2, 29))
    datetime.date(2026, 3, 1)
    """
    try:
        return day.replace(year=day.year + YEARS)
    except ValueError:  # 29 February
        return date(day.year + YEARS, 3, 1)


def invited_until(day: date) -> date:
    """Return the last day on which an invitation can be answered."""
    return day + timedelta(days=INVITATION_DAYS)


def key_code_hash(typed: str) -> str | None:
    """Return under what the code somebody typed is stored; None when it cannot be one.

    A code of a key figure opens no report and the other way round: the hashes differ.
    """
    digits = clean_receipt_code(typed)
    if len(digits) != CODE_DIGITS:
        return None
    return settings.KEYRING.receipt_hash(f"key figure:{digits}")


def is_open(figure: KeyFigure, on: date) -> bool:
    """Tell whether an invitation can still be answered or an agreement still holds."""
    return on <= figure.expires_on


def own_key_figures(by: Actor) -> QuerySet[KeyFigure]:
    """Return the entries of the areas `by` is adviser of. Nobody else sees any."""
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return KeyFigure.objects.filter(municipality_id=by.municipality_id or 0, area_id__in=areas)
