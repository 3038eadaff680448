# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing which streets of an area an organisation is there for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.areas.choices import PlaceKind
from voelspriet.ground.areas.models import Street
from voelspriet.ground.network.choices import Service
from voelspriet.ground.network.models import Organisation, StreetCover
from voelspriet.ground.network.rules.keeping import advised_area
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action


@action
def cover_streets(
    *,
    area_id: int,
    organisation_id: int,
    service: Service,
    street_ids: Collection[int],
    by: Actor,
    at: datetime,
) -> int:
    """Say which streets of an area an organisation is there for with a service; return how many.

    Streets that were covered and are not named are covered no more. OutOfScope: an area of which
    `by` is no adviser, a street that is not in it, an organisation that is closed or elsewhere.
    """
    area = advised_area(by, area_id)
    organisation = Organisation.objects.filter(
        pk=organisation_id, municipality_id=by.municipality_id or 0, is_active=True
    ).first()
    if organisation is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    here = Street.objects.filter(area=area, kind=PlaceKind.STREET)
    wanted = set(here.filter(pk__in=street_ids).values_list("id", flat=True))
    if wanted != set(street_ids):
        raise OutOfScope(_("Deze straat is er niet."))
    covers = StreetCover.objects.filter(
        street__area=area, organisation=organisation, service=service
    )
    before = set(covers.values_list("street_id", flat=True))
    covers.exclude(street_id__in=wanted).delete()
    StreetCover.objects.bulk_create(
        StreetCover(street_id=one, organisation=organisation, service=service)
        for one in sorted(wanted - before)
    )
    record(
        "coverage.set",
        by=by,
        at=at,
        subject="area",
        reference=area.code,
        organisation=organisation.pk,
        service=str(service),
        added=len(wanted - before),
        ended=len(before - wanted),
    )
    return len(wanted)
