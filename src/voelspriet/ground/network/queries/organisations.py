# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading organisations, who handles matters for them, and the faces of an area."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import Face, Membership, Organisation
from voelspriet.ground.network.rules import must_manage, scope_of
from voelspriet.ground.network.rules.keeping import chain_of
from voelspriet.ground.network.rules.order import subject_labels, subjects_in_order
from voelspriet.ground.privacy.actors import Actor, OutOfScope


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """A department or partner. `members` counts the accounts that handle matters for it."""

    id: int
    name: str
    kind: str
    kind_label: str
    email: str
    phone: str
    is_active: bool
    members: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Somebody who handles matters for an organisation."""

    id: int
    user_id: int
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class PartnerFaceRow:
    """Somebody of a partner people in an area can turn to; agreed to be shown on `agreed_on`."""

    id: int
    area_id: int
    area_name: str
    organisation: str
    first_name: str
    function: str
    phone: str
    agreed_on: date
    checked_on: date
    position: int
    subjects: tuple[str, ...]
    subject_codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationDetail:
    """An organisation with its members and the faces it has in areas."""

    organisation: OrganisationRow
    members: tuple[MemberRow, ...]
    faces: tuple[PartnerFaceRow, ...]


def organisations(*, by: Actor, closed: bool = False) -> tuple[OrganisationRow, ...]:
    """Return the organisations of the colleague's municipality by name; closed ones if asked."""
    return tuple(_row(one) for one in _organisations(scope_of(by)).filter(is_active=not closed))


def organisation(*, organisation_id: int, by: Actor) -> OrganisationDetail:
    """Return one organisation with members and faces, for an administrator."""
    members = Membership.objects.select_related("user").order_by("user__name", "id")
    faces = (
        Face.objects.select_related("area", "organisation")
        .prefetch_related("subjects")
        .order_by("area__name", "position")
    )
    found = (
        _organisations(must_manage(by))
        .prefetch_related(Prefetch("memberships", members), Prefetch("face_set", faces))
        .filter(pk=organisation_id)
        .first()
    )
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    return OrganisationDetail(
        organisation=_row(found),
        members=tuple(
            MemberRow(one.pk, one.user_id, one.user.name, one.user.email)
            for one in found.memberships.all()
        ),
        faces=tuple(face_row(one) for one in found.face_set.all()),
    )


def faces(*, area_id: int, on: date) -> tuple[PartnerFaceRow, ...]:
    """Return the partners' faces of an area and of the areas around it, nearest first.

    Public: each agreed to it, on or before `on`.
    """
    chain = chain_of(area_id)
    found = (
        Face.objects.filter(area_id__in=chain, agreed_on__lte=on)
        .select_related("area", "organisation")
        .prefetch_related("subjects")
    )
    shown = [one for one in found if one.organisation is None or one.organisation.is_active]
    ordered = sorted(shown, key=lambda one: (chain.index(one.area_id), one.position, one.pk))
    return tuple(face_row(one) for one in ordered)


def _organisations(municipality_id: int) -> QuerySet[Organisation]:
    return (
        Organisation.objects.filter(municipality_id=municipality_id)
        .annotate(member_count=Count("memberships"))
        .order_by("name", "id")
    )


def _row(one: Organisation) -> OrganisationRow:
    return OrganisationRow(
        id=one.pk,
        name=one.name,
        kind=one.kind,
        kind_label=str(OrganisationKind(one.kind).label),
        email=one.email,
        phone=one.phone,
        is_active=one.is_active,
        members=getattr(one, "member_count", 0),
    )


def face_row(one: Face) -> PartnerFaceRow:
    """Return the row of a face; area, organisation and subjects must be loaded with it."""
    codes = subjects_in_order(each.subject for each in one.subjects.all())
    return PartnerFaceRow(
        id=one.pk,
        area_id=one.area_id,
        area_name=one.area.name,
        organisation=one.organisation.name if one.organisation else "",
        first_name=one.first_name,
        function=one.function,
        phone=one.phone,
        agreed_on=one.agreed_on,
        checked_on=one.checked_on or one.agreed_on,
        position=one.position,
        subjects=subject_labels(codes),
        subject_codes=codes,
    )
