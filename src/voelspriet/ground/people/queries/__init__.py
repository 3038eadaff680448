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
from voelspriet.ground.people.queries.successions import (
    HeldRow,
    LeavingPage,
    PlaceRow,
    SuccessionRow,
    TakenOver,
    leaving_page,
    ownerless,
    successions_of_area,
    taken_over,
    taken_over_page,
)

__all__ = [
    "DutyRow",
    "FaceRow",
    "HeldRow",
    "LeavingPage",
    "PersonRow",
    "PlaceRow",
    "RoleRow",
    "SuccessionRow",
    "TakenOver",
    "actor_for",
    "areas_owned",
    "areas_served",
    "areas_with",
    "areas_without_duo",
    "colleagues",
    "duo_area",
    "duo_of",
    "face_photo",
    "leaving_page",
    "my_account",
    "ownerless",
    "people",
    "person",
    "successions_of_area",
    "taken_over",
    "taken_over_page",
]
