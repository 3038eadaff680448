# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing organisations, their members and the faces of an area."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.ground.network.actions.indexing import index_entry
from voelspriet.ground.network.choices import OrganisationKind
from voelspriet.ground.network.models import Face, FaceSubject, Membership, Organisation
from voelspriet.ground.network.rules import must_be_named, must_have_agreed, must_manage
from voelspriet.ground.people.models import RoleAssignment
from voelspriet.ground.people.rules import current
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day


@action
def create_organisation(
    *,
    name: str,
    kind: OrganisationKind,
    by: Actor,
    at: datetime,
    email: str = "",
    phone: str = "",
    municipality_id: int | None = None,
) -> int:
    """Make a department or partner and return its id.

    Refuses: no administrator, no name or one in use, a wrong address.
    """
    where = must_manage(by, municipality_id)
    values = details_of(name=name, email=email, phone=phone, where=where, but=None)
    made = Organisation.objects.create(municipality_id=where, kind=kind, **values)
    _record("organisation.create", made, by, at)
    return made.pk


@action
def change_organisation(
    *,
    organisation_id: int,
    name: str,
    kind: OrganisationKind,
    email: str,
    phone: str,
    by: Actor,
    at: datetime,
) -> None:
    """Change what an organisation is called and how it is reached. Refuses as when making it."""
    found = _organisation(organisation_id, by)
    values = details_of(
        name=name, email=email, phone=phone, where=found.municipality_id, but=found.pk
    )
    Organisation.objects.filter(pk=found.pk).update(kind=kind, **values)
    found.refresh_from_db()
    index_entry(found)
    _record("organisation.change", found, by, at)


@action
def close_organisation(*, organisation_id: int, by: Actor, at: datetime) -> None:
    """Close an organisation: nothing new goes to it. What it agreed to stays its own."""
    found = _organisation(organisation_id, by)
    if not found.is_active:
        raise Refused(_("Deze organisatie is al gesloten."))
    Organisation.objects.filter(pk=found.pk).update(is_active=False)
    _record("organisation.close", found, by, at)


@action
def reopen_organisation(*, organisation_id: int, by: Actor, at: datetime) -> None:
    """Open a closed organisation again."""
    found = _organisation(organisation_id, by)
    if found.is_active:
        raise Refused(_("Deze organisatie is al open."))
    Organisation.objects.filter(pk=found.pk).update(is_active=True)
    _record("organisation.reopen", found, by, at)


@action
def add_member(*, organisation_id: int, user_id: int, by: Actor, at: datetime) -> None:
    """Let somebody handle matters for an organisation.

    Refuses: no administrator, an account without the handler's role here, a member already.
    """
    found = _organisation(organisation_id, by)
    handler = RoleAssignment.objects.filter(
        current(dutch_day(at)),
        user_id=user_id,
        user__is_active=True,
        municipality_id=found.municipality_id,
        role=Role.HANDLER,
    )
    if not handler.exists():
        raise Refused(_("Deze collega heeft de rol behandelaar niet."), field="user")
    made = Membership.objects.get_or_create(organisation=found, user_id=user_id)[1]
    if not made:
        raise Refused(_("Deze collega hoort al bij deze organisatie."), field="user")
    _record("organisation.add_member", found, by, at, user=user_id)


@action
def remove_member(*, organisation_id: int, user_id: int, by: Actor, at: datetime) -> None:
    """Somebody no longer handles matters for an organisation, from now."""
    found = _organisation(organisation_id, by)
    if not Membership.objects.filter(organisation=found, user_id=user_id).delete()[0]:
        raise OutOfScope(_("Deze collega hoort niet bij deze organisatie."))
    _record("organisation.remove_member", found, by, at, user=user_id)


@action
def add_face(
    *,
    area_id: int,
    first_name: str,
    function: str,
    agreed_on: date | None,
    by: Actor,
    at: datetime,
    phone: str = "",
    organisation_id: int | None = None,
    position: int = 0,
    subjects: Collection[str] = (),
    municipality_id: int | None = None,
) -> int:
    """Show somebody of a partner on an area's page and return the row's id.

    Refuses: no administrator, no first name or function, nobody who agreed to it beforehand.
    """
    where = must_manage(by, municipality_id)
    area = _area(area_id, where)
    organisation = _organisation(organisation_id, by, where) if organisation_id else None
    if not function.strip():
        raise Refused(_("Vul in wat deze persoon hier doet."), field="function")
    made = Face.objects.create(
        area=area,
        organisation=organisation,
        first_name=must_be_named(first_name)[:60],
        function=function.strip()[:80],
        phone=phone.strip()[:20],
        agreed_on=must_have_agreed(agreed_on, dutch_day(at)),
        position=position,
    )
    _put_subjects(made, subjects)
    record(
        "face.add",
        by=by,
        at=at,
        subject="area",
        reference=area.code,
        municipality_id=where,
        face=made.pk,
    )
    return made.pk


@action
def remove_face(*, face_id: int, by: Actor, at: datetime) -> None:
    """Take somebody off an area's page at once, because they ask or have left."""
    where = must_manage(by)
    code = Municipality.objects.get(pk=where).area_code
    face = Face.objects.filter(pk=face_id, area__municipality_code=code).first()
    if face is None:
        raise OutOfScope(_("Dit gezicht is er niet."))
    record("face.remove", by=by, at=at, subject="area", reference=face.area.code, face=face.pk)
    face.delete()


@action
def check_face(
    *, face_id: int, by: Actor, at: datetime, subjects: Collection[str] | None = None
) -> None:
    """Write down that a face was checked today and, when given, what to turn to it for.

    For the advisers of its area and for administrators.
    """
    face = Face.objects.select_related("area").filter(pk=face_id).first()
    if face is None or not _may_check(face, by):
        raise OutOfScope(_("Dit gezicht is er niet."))
    Face.objects.filter(pk=face.pk).update(checked_on=dutch_day(at))
    if subjects is not None:
        face.subjects.all().delete()
        _put_subjects(face, subjects)
    record("face.check", by=by, at=at, subject="area", reference=face.area.code, face=face.pk)


def _may_check(face: Face, by: Actor) -> bool:
    if by.advises(face.area_id):
        return True
    if not by.has(Role.ADMINISTRATOR):
        return False
    code = face.area.municipality_code
    return Municipality.objects.filter(pk=by.municipality_id or 0, area_code=code).exists()


def _put_subjects(face: Face, subjects: Collection[str]) -> None:
    FaceSubject.objects.bulk_create(
        FaceSubject(face=face, subject=one) for one in dict.fromkeys(subjects)
    )


def _organisation(
    organisation_id: int | None, by: Actor, municipality_id: int | None = None
) -> Organisation:
    where = must_manage(by, municipality_id) if municipality_id else None
    found = Organisation.objects.filter(pk=organisation_id or 0).first()
    if found is None or (where is not None and found.municipality_id != where):
        raise OutOfScope(_("Deze organisatie is er niet."))
    must_manage(by, found.municipality_id)
    return found


def _area(area_id: int, municipality_id: int) -> Area:
    code = Municipality.objects.get(pk=municipality_id).area_code
    area = Area.objects.filter(pk=area_id, municipality_code=code).first()
    if area is None:
        raise OutOfScope(_("Dit gebied is er niet."))
    return area


def details_of(*, name: str, email: str, phone: str, where: int, but: int | None) -> dict[str, str]:
    """Return what to store. Refuses no name, one in use, and a wrong address."""
    clean = must_be_named(name)
    named = Organisation.objects.filter(municipality_id=where, name__iexact=clean)
    if named.exclude(pk=but or 0).exists():
        raise Refused(_("Er is al een organisatie met deze naam."), field="name")
    if email.strip():
        try:
            validate_email(email.strip())
        except ValidationError as error:
            raise Refused(_("Dit is geen e-mailadres."), field="email") from error
    return {"name": clean, "email": email.strip(), "phone": phone.strip()[:20]}


def _record(name: str, organisation: Organisation, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="organisation",
        reference=str(organisation.pk),
        municipality_id=organisation.municipality_id,
        **detail,
    )


def end_memberships(*, user_id: int, municipality_id: int) -> int:
    """End all memberships of who leaves, within the action that passes their work on."""
    found = Membership.objects.filter(
        user_id=user_id, organisation__municipality_id=municipality_id
    )
    return found.delete()[0]
