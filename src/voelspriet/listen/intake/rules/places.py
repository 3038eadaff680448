# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How exactly others hear where a matter is: never more than was chosen."""

from __future__ import annotations

from voelspriet.listen.intake.choices import PlaceShare
from voelspriet.listen.intake.models import Signal


def place_for_others(signal: Signal, share: PlaceShare) -> str:
    """Return the place in words: the neighbourhood, or the street with it, or nothing.

    The reporter's own words about the place are never in it.
    """
    area = signal.area.name if signal.area else ""
    if share is PlaceShare.NONE or not area:
        return ""
    if share is PlaceShare.STREET and signal.street is not None:
        return f"{signal.street.name}, {area}"
    return area


def place_in_words(signal: Signal) -> str:
    """Return the place for the advisers: street and neighbourhood, as far as they are known."""
    return place_for_others(signal, PlaceShare.STREET)
