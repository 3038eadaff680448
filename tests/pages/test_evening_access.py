# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address for helpers × every part × withdrawn or not, found by discovery."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.evening_rooms import make_link_row
from tests.pages.discovery import addresses
from tests.pages.scene import SECRET_MAIL, make_scene
from tests.pages.test_access import kwargs_for
from voelspriet.doors.public.evening_access import COOKIES
from voelspriet.listen.evenings.choices import EveningRole

pytestmark = pytest.mark.django_db

HELPERS = [a for a in addresses() if a.evening_roles is not None]


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker):  # noqa: ARG001  the tables must be there
    """One scene for the whole module; what a test changes is rolled back after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_scene()
        transaction.set_rollback(True)


def visit(scene, address, role=None, *, withdrawn=False, method="get"):
    """Visit an address with a link, which says of which evening: no address does."""
    client = Client()
    if role is not None:
        evening = scene.own.parts["evening"]
        link, key = make_link_row(evening, role)
        if withdrawn:
            with arranging():
                link.withdrawn_at = link.made_at
                link.save()
        client.cookies[COOKIES[EveningRole(role)]] = key
    path = reverse(address.name, kwargs=kwargs_for(address, scene.own))
    return getattr(client, method)(path)


@pytest.mark.parametrize("address", HELPERS, ids=lambda a: a.name)
def test_a_page_for_helpers_opens_for_its_parts_and_for_nobody_else(scene, address):
    for role in EveningRole:
        response = visit(scene, address, role)
        if str(role) in address.evening_roles:
            assert response.status_code in {200, 302, 304, 405}, role
            assert SECRET_MAIL not in response.content.decode()
            assert "no-store" in response.headers["Cache-Control"] or address.name.endswith("state")
            continue
        for method in ("get", "post"):
            assert visit(scene, address, role, method=method).status_code in {403, 405}, role


@pytest.mark.parametrize("address", HELPERS, ids=lambda a: a.name)
def test_a_withdrawn_link_or_none_opens_no_page(scene, address):
    for method in ("get", "post"):
        assert visit(scene, address, method=method).status_code in {403, 405}
        for role in sorted(address.evening_roles):
            response = visit(scene, address, role, withdrawn=True, method=method)
            assert response.status_code in {403, 405}
