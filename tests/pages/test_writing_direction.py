# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Signs that turn writing round stay with the words they were typed in."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.signals import make_message
from tests.pages.discovery import staff_addresses
from tests.pages.markup import Directions
from tests.pages.scene import make_scene
from tests.pages.test_access import OPEN_ADDRESSES, kwargs_for
from tests.thorough import some
from voelspriet.answer.replies.models import MessageTranslation
from voelspriet.listen.intake.models import ReporterContact, Signal

pytestmark = [pytest.mark.django_db, pytest.mark.markup]

STAFF = [one for one in staff_addresses() if one.name not in OPEN_ADDRESSES]
TURN = "\u202e"  # right-to-left override: what follows is written backwards


def test_what_a_resident_typed_cannot_turn_the_words_around_it():
    """A sign that turns writing round ends with the resident's own words, on every page."""
    scene = make_scene()
    with arranging():
        Signal.objects.all().update(text=f"Lamp{TURN}", place_words=f"Hoek{TURN}")
        ReporterContact.objects.all().update(name=f"Jan{TURN}", call_times=f"Avond{TURN}")
        MessageTranslation.objects.all().update(text=f"Lamp{TURN}")
    make_message(scene.own.parts["signal"], text=f"Nog steeds{TURN}")
    seen = 0
    for address in STAFF:
        for role in some(sorted(address.roles), 3):
            client = Client()
            client.force_login(scene.people[role])
            path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
            data = {"reason": "Ik bel zo terug."}
            shows = address.name in {"workspace:call_number", "workspace:contact"}
            response = client.post(path, data) if shows else client.get(path)
            if response.headers["Content-Type"].startswith("text/html"):
                page = Directions(response.content.decode(), TURN)
                assert page.strays == [], address.name
                seen += page.seen
    assert seen > 10
