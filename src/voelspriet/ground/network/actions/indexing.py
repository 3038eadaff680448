# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping the words under which an organisation is found."""

from __future__ import annotations

from voelspriet.ground.network.models import Organisation
from voelspriet.ground.network.rules.social_map import search_text


def index_entry(organisation: Organisation) -> None:
    """Store an organisation's words as they are searched; within the action that changed them."""
    words = search_text(
        name=f"{organisation.name} {organisation.address}",
        texts=organisation.texts.order_by("language").values_list("about", flat=True),
        subjects=organisation.subjects.order_by("id").values_list("subject", flat=True),
    )
    Organisation.objects.filter(pk=organisation.pk).update(search_text=words)
