# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tell `people` which organisations an account belongs to."""

from voelspriet.ground.network.models import Membership
from voelspriet.ground.people.scopes import organisation_source


@organisation_source
def organisations_of(user_id: int) -> frozenset[int]:
    """Return the active organisations this account is a member of."""
    return frozenset(
        Membership.objects.filter(user_id=user_id, organisation__is_active=True).values_list(
            "organisation_id", flat=True
        )
    )
