# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks for a staff page, and when: what every query and action below takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest

from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class Asker:
    """The colleague, the moment and its Dutch day."""

    by: Actor
    at: datetime
    on: date


def asker(request: HttpRequest) -> Asker:
    """Return who asks. Only behind `@staff`, which lets nobody in without an actor."""
    at: datetime = request.at  # type: ignore[attr-defined]
    return Asker(by=request.actor, at=at, on=dutch_day(at))  # type: ignore[attr-defined]
