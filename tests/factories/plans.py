# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Safety plans and what stands in them."""

from __future__ import annotations

from itertools import count
from typing import Any

from tests.conftest import arranging
from voelspriet.act.plans.models import Plan
from voelspriet.ground.areas.models import Municipality

_numbers = count(1)


def make_plan(municipality: Municipality, **more: Any) -> Plan:
    """Make a plan for 2019 to 2022, in preparation."""
    values: dict[str, Any] = {
        "reference": f"P-{next(_numbers):04d}-TEST",
        "title": "Veiligheidsplan",
        "first_year": 2019,
        "last_year": 2022,
    }
    with arranging():
        return Plan.objects.create(municipality=municipality, **values | more)
