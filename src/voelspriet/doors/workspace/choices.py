# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague can choose from in the forms of the staff site."""

from __future__ import annotations

from voelspriet.doors.workspace.access import StaffRequest
from voelspriet.ground.areas.queries import areas
from voelspriet.ground.network.queries import organisations
from voelspriet.ground.people.queries import colleagues
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day

Choices = list[tuple[int, str]]


def every_area(request: StaffRequest) -> Choices:
    """Return the areas of the municipality, the largest first."""
    return [(row.id, row.name) for row in areas(municipality_id=request.actor.municipality_id or 0)]


def own_areas(request: StaffRequest) -> Choices:
    """Return the areas the colleague is adviser of, the largest first."""
    return [one for one in every_area(request) if one[0] in request.actor.area_ids]


def open_organisations(request: StaffRequest) -> Choices:
    """Return the organisations that take matters up, by name."""
    return [(row.id, row.name) for row in organisations(by=request.actor)]


def holders(request: StaffRequest, role: Role) -> Choices:
    """Return the colleagues who hold a role today, by name."""
    return list(
        colleagues(
            municipality_id=request.actor.municipality_id or 0,
            role=role,
            on=dutch_day(request.at),
        )
    )
