# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One more of everything the network's pages show."""

from __future__ import annotations

from datetime import date

from tests.conftest import arranging
from tests.factories.areas import make_street
from tests.factories.network import (
    make_cover,
    make_face_subject,
    make_key_figure,
    make_place,
    make_welcome,
)
from tests.factories.people import make_face
from tests.pages.scene import Scene
from voelspriet.ground.network.models import Welcome

OLD = date(2024, 1, 1)
NETWORK_GROWS = {
    "workspace:network_area", "workspace:network_stale", "workspace:coverage",
    "workspace:social_map", "public:social_map",
}  # fmt: skip


def more_network(scene: Scene, number: int) -> None:
    """One more place, face, key figure and street; the welcome of the town is there once."""
    area, town = scene.own.area, scene.town
    make_place(town.municipality, name=f"Plek {number}", areas=[area], checked_on=OLD)
    make_face_subject(make_face(area, first_name=f"Oud {number}", agreed_on=OLD))
    make_key_figure(area, role=f"Rol {number}", agreed_on=OLD)
    make_cover(make_street(area, name=f"Dekweg {number}"), scene.own.organisation)
    with arranging():
        Welcome.objects.filter(area=area).delete()
    for language in ("nl", "en", "tr", "ar"):
        make_welcome(area, language)
