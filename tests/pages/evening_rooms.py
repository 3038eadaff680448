# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The room of an evening in a scene: an evening under way, and what is said and left there."""

from __future__ import annotations

from typing import Any

from django.test import Client

from tests.factories.evening_rooms import (
    make_address,
    make_asked,
    make_evening,
    make_link_row,
    make_note,
    make_promise,
)
from tests.factories.people import make_organisation
from voelspriet.doors.public.evening_access import COOKIES
from voelspriet.ground.areas.models import Area
from voelspriet.listen.evenings.choices import EveningState
from voelspriet.listen.evenings.models import Evening


def gather(area: Area, *, words: str = "", mail: str = "") -> dict[str, Any]:
    """Make an evening under way with a note, a question, a promise and an address."""
    evening = make_evening(area)
    link, key = make_link_row(evening, label="tablet bij tafel 2")
    make_note(evening, f"Gezegd: {words}")
    make_asked(evening, f"Gevraagd: {words}")
    make_promise(evening)
    make_address(evening, mail or "buur@voorbeeld.nl")
    closed = make_evening(area, state=EveningState.CLOSED)
    make_note(closed, f"Gezegd: {words}")
    return {
        "evening": evening,
        "evening_link": link,
        "evening_key": key,
        "closed_evening": closed,
    }


def gather_more(evening: Evening, number: int) -> None:
    """Make one more of everything that the pages of an evening list."""
    make_link_row(evening, label=f"tablet {number}")
    make_note(evening, f"Notitie {number}")
    make_asked(evening, f"Vraag {number}")
    make_promise(evening, f"Belofte {number}")
    make_organisation(evening.municipality, name=f"Toezegger {number}")
    make_evening(evening.area, state=EveningState.CLOSED)  # whose report waits on Today


def helping_client(evening: Evening) -> Client:
    """Return a browser that holds a link for every part of an evening."""
    client = Client()
    for role, name in COOKIES.items():
        client.cookies[name] = make_link_row(evening, role)[1]
    return client
