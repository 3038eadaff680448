# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One host for several municipalities, or for none yet."""

from __future__ import annotations

import pytest

from tests.doors.public.report.walking import Walker
from tests.factories.areas import make_town
from voelspriet.listen.intake.models import Signal

pytestmark = pytest.mark.django_db


def test_a_host_with_two_municipalities_asks_which_one():
    make_town()
    make_town(name="Bergdal", area_code="GM8888", row=4)
    walker = Walker()
    assert "In welke gemeente" in walker.html
    walker = Walker("/melden/?gemeente=bergdal").tell(text="Losse tegel in Bergdal")
    assert Signal.objects.get().municipality.name == "Bergdal"


def test_an_installation_without_a_municipality_says_it_is_not_open():
    assert "nog niet open" in Walker().html
