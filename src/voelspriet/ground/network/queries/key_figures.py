# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading key figures: for advisers without a name, for themselves everything that is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from voelspriet.ground.network.choices import (
    Involvement,
    KeyFigureEndKind,
    KeyFigureState,
    Pace,
)
from voelspriet.ground.network.models import KeyFigure, KeyFigureEnd
from voelspriet.ground.network.rules.keeping import is_stale
from voelspriet.ground.network.rules.key_figures import is_open, key_code_hash, own_key_figures
from voelspriet.ground.network.rules.order import subject_labels, subjects_in_order
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class KeyFigureRow:
    """A key figure as an adviser's list shows it: a role in an area, never a name.

    `days_left` counts until the agreement or the invitation runs out.
    """

    reference: str
    area_id: int
    area_name: str
    role: str
    state: str
    state_label: str
    subjects: tuple[str, ...]
    involvement: str
    pace: str
    agreed_on: date | None
    checked_on: date | None
    expires_on: date
    days_left: int
    is_stale: bool


@dataclass(frozen=True, slots=True)
class OwnEntry:
    """Everything that is kept of a key figure, for that person themselves."""

    municipality_name: str
    area_name: str
    role: str
    is_agreed: bool
    name: str
    phone: str
    email: str
    subjects: tuple[str, ...]
    involvement: str
    pace: str
    agreed_on: date | None
    expires_on: date


@dataclass(frozen=True, slots=True)
class EndCount:
    """How many entries ended in one way."""

    label: str
    number: int


def key_figures(
    *, by: Actor, on: date, area_ids: Collection[int] | None = None
) -> tuple[KeyFigureRow, ...]:
    """Return the key figures of the areas `by` is adviser of, or of some of those."""
    found = own_key_figures(by).filter(expires_on__gte=on)
    if area_ids is not None:
        found = found.filter(area_id__in=sorted(area_ids))
    rows = (
        found.select_related("area")
        .prefetch_related("subjects")
        .defer("name", "phone", "email")
        .order_by("area__name", "state", "role", "id")
    )
    return tuple(_row(one, on) for one in rows)


def key_figure(*, reference: str, by: Actor, on: date) -> KeyFigureRow:
    """Return one key figure of an area of `by`. OutOfScope for any other."""
    found = own_key_figures(by).filter(reference=reference, expires_on__gte=on)
    one = found.select_related("area").defer("name", "phone", "email").first()
    if one is None:
        raise OutOfScope(_("Deze sleutelfiguur is er niet."))
    return _row(one, on)


def ends(*, by: Actor) -> tuple[EndCount, ...]:
    """Return how many entries of the municipality ended, by how. Never whose."""
    kinds = list(
        KeyFigureEnd.objects.filter(municipality_id=by.municipality_id or 0).values_list(
            "kind", flat=True
        )
    )
    return tuple(
        EndCount(str(kind.label), kinds.count(kind)) for kind in KeyFigureEndKind if kind in kinds
    )


def open_key_figure(*, code: str, at: datetime) -> KeyFigure | None:
    """Return the entry a code opens; None for a wrong code and for one that ran out."""
    hashed = key_code_hash(code)
    found = KeyFigure.objects.filter(code_hash=hashed or "-")
    one = found.select_related("area", "municipality").first()
    return one if one is not None and is_open(one, dutch_day(at)) else None


def own_entry(*, code: str, at: datetime) -> OwnEntry | None:
    """Return what is kept of the person who holds a code; for a code that was tried already."""
    one = open_key_figure(code=code, at=at)
    if one is None:
        return None
    return OwnEntry(
        municipality_name=one.municipality.name,
        area_name=one.area.name,
        role=one.role,
        is_agreed=one.state == KeyFigureState.AGREED,
        name=one.name,
        phone=one.phone,
        email=one.email,
        subjects=subjects_in_order(one.subjects.values_list("subject", flat=True)),
        involvement=one.involvement,
        pace=one.pace,
        agreed_on=one.agreed_on,
        expires_on=one.expires_on,
    )


def _row(one: KeyFigure, on: date) -> KeyFigureRow:
    last = one.checked_on or one.agreed_on
    return KeyFigureRow(
        reference=one.reference,
        area_id=one.area_id,
        area_name=one.area.name,
        role=one.role,
        state=one.state,
        state_label=str(KeyFigureState(one.state).label),
        subjects=subject_labels(each.subject for each in one.subjects.all()),
        involvement=str(Involvement(one.involvement).label) if one.involvement else "",
        pace=str(Pace(one.pace).label) if one.pace else "",
        agreed_on=one.agreed_on,
        checked_on=one.checked_on,
        expires_on=one.expires_on,
        days_left=(one.expires_on - on).days,
        is_stale=last is not None and is_stale(last, on),
    )
