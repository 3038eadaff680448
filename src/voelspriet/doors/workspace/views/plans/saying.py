# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Telling whoever wrote in a public plan which sentences residents do not see yet, and why."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.utils.text import Truncator
from django.utils.translation import ngettext

from voelspriet.act.plans.queries.public_plans import waiting_sentences
from voelspriet.doors.workspace.access import StaffRequest
from voelspriet.doors.workspace.writing import done
from voelspriet.lib.working_days import dutch_day

LONGEST = 120


def saved(request: StaffRequest, plan: str, told: str, to: str, *parts: object) -> HttpResponseBase:
    """Say what was done to a plan, what of it waits, and go on as `done` does."""
    warn_of_waiting(request, plan)
    return done(request, told, to, *parts)


def warn_of_waiting(request: StaffRequest, plan: str) -> None:
    """Warn of the sentences of a public plan that may point at a person; nothing without any."""
    on = dutch_day(request.at)
    waiting = waiting_sentences(reference=plan, by=request.actor, on=on)
    if waiting:
        words = ngettext(
            "Bewoners zien deze zin nog niet, want hij kan naar een persoon wijzen: “%(first)s”. "
            "Kijk hem na bij “Wat bewoners van dit plan zien”.",
            "Bewoners zien %(n)s zinnen nog niet, want zij kunnen naar een persoon wijzen. De "
            "eerste: “%(first)s”. Kijk ze na bij “Wat bewoners van dit plan zien”.",
            len(waiting),
        )
        first = Truncator(waiting[0]).chars(LONGEST)
        messages.warning(request, words % {"n": len(waiting), "first": first})
