# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading returning moments of contact, with what a source remarked about them."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.act.initiatives.choices import MomentKind, MomentStatus
from voelspriet.act.initiatives.models import ContactMoment, Remark
from voelspriet.act.initiatives.queries.rows import RemarkRow, remark_row
from voelspriet.ground.privacy.actors import Actor


@dataclass(frozen=True, slots=True)
class MomentRow:
    """A moment that returns, and its rhythm in the words of the source."""

    name: str
    kind_label: str
    status: str
    status_label: str
    area_name: str
    place_words: str
    rhythm_words: str
    begins_words: str
    participants: tuple[str, ...]
    source: str
    remarks: tuple[RemarkRow, ...]


@dataclass(frozen=True, slots=True)
class OrganisationRemarks:
    """What a source remarked about an organisation."""

    name: str
    remarks: tuple[RemarkRow, ...]


def contact_moments(*, by: Actor) -> tuple[MomentRow, ...]:
    """Return the returning moments of the colleague's municipality by name. Two queries."""
    if not by.is_staff or by.municipality_id is None:
        return ()
    found = (
        ContactMoment.objects.filter(municipality_id=by.municipality_id)
        .select_related("area")
        .prefetch_related("remarks")
        .order_by("name", "id")
    )
    return tuple(_row(one) for one in found)


def organisation_remarks(*, by: Actor) -> tuple[OrganisationRemarks, ...]:
    """Return what sources remarked about organisations, by name. One query."""
    if not by.is_staff or by.municipality_id is None:
        return ()
    found = Remark.objects.filter(organisation__municipality_id=by.municipality_id)
    names: dict[str, list[RemarkRow]] = {}
    for one in found.select_related("organisation").order_by("organisation__name", "id"):
        if one.organisation is not None:
            names.setdefault(one.organisation.name, []).append(remark_row(one))
    return tuple(OrganisationRemarks(name, tuple(rows)) for name, rows in names.items())


def _row(one: ContactMoment) -> MomentRow:
    return MomentRow(
        name=one.name,
        kind_label=str(MomentKind(one.kind).label),
        status=one.status,
        status_label=str(MomentStatus(one.status).label),
        area_name=one.area.name if one.area else "",
        place_words=one.place_words,
        rhythm_words=one.rhythm_words,
        begins_words=one.begins_words,
        participants=tuple(one.participants),
        source=one.source,
        remarks=tuple(remark_row(remark) for remark in one.remarks.all()),
    )
