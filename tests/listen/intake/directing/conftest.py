# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A town with two neighbourhoods, each with an adviser, and an organisation with a handler."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django_tasks_db.models import DBTaskResult

from tests.factories.areas import Town, make_town
from tests.factories.signals import adviser_of, handler_of, make_organisation, staff_actor
from voelspriet.ground.areas.models import Area
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role


@dataclass(frozen=True)
class Scene:
    town: Town
    here: Area
    there: Area
    adviser: Actor
    neighbour: Actor
    director: Actor
    executive: Actor
    organisation: Organisation
    handler: Actor


@pytest.fixture
def scene(db) -> Scene:  # noqa: ARG001  asks for a database
    town = make_town()
    here, there = town.neighbourhoods[:2]
    organisation = make_organisation(town.municipality)
    return Scene(
        town=town,
        here=here,
        there=there,
        adviser=adviser_of(here),
        neighbour=adviser_of(there, user_id=902, name="Bram Buurman"),
        director=staff_actor(town.municipality, Role.DIRECTOR, user_id=903, name="Dina Directeur"),
        executive=staff_actor(town.municipality, Role.EXECUTIVE, user_id=904),
        organisation=organisation,
        handler=handler_of(organisation),
    )


@pytest.fixture
def queued(db):  # noqa: ARG001  asks for a database
    """Return what was enqueued so far, as (name, payload)."""

    def rows() -> list[tuple[str, dict[str, object]]]:
        found = DBTaskResult.objects.order_by("enqueued_at")
        return [tuple(row.args_kwargs["args"]) for row in found]

    return rows
