# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which shape a refusal is about: the field says "note-2", counted from 0 over the whole sheet."""

from __future__ import annotations

from voelspriet.ground.privacy.actors import Refused


def place_of(refusal: Refused) -> tuple[str, int] | None:
    """Return the field and the number of the shape; None when it is about the whole sheet."""
    name, _dash, number = refusal.field.rpartition("-")
    return (name, int(number)) if name and number.isdigit() else None
