# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading accounts, duos and the actor a colleague is."""

from voelspriet.ground.people.queries.accounts import (
    DutyRow,
    PersonRow,
    RoleRow,
    colleagues,
    my_account,
    people,
    person,
)
from voelspriet.ground.people.queries.actors import actor_for, areas_served, areas_with
from voelspriet.ground.people.queries.duos import (
    FaceRow,
    areas_owned,
    areas_without_duo,
    duo_area,
    duo_of,
    face_photo,
)

__all__ = [
    "DutyRow",
    "FaceRow",
    "PersonRow",
    "RoleRow",
    "actor_for",
    "areas_owned",
    "areas_served",
    "areas_with",
    "areas_without_duo",
    "colleagues",
    "duo_area",
    "duo_of",
    "face_photo",
    "my_account",
    "people",
    "person",
]
