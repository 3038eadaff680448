# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a file with works would change, before anything is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.agenda.rules.works import imports_works
from voelspriet.act.agenda.told import FileProblem, WorksRejected, WorkTold
from voelspriet.ground.areas.models import Street
from voelspriet.ground.areas.queries import areas, areas_within
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One thing that becomes different."""

    label: str
    was: str
    becomes: str


@dataclass(frozen=True, slots=True)
class WorkChange:
    """What the file does to one work. No `work_id`: it is new; no `fields`: it stays as it is."""

    key: str
    what: str
    work_id: int | None
    fields: tuple[FieldChange, ...]
    values: dict[str, Any] = field(repr=False)
    street_ids: tuple[int, ...] = field(repr=False)

    @property
    def is_new(self) -> bool:
        """Tell whether it is not known yet."""
        return self.work_id is None

    @property
    def is_same(self) -> bool:
        """Tell whether nothing becomes different."""
        return self.work_id is not None and not self.fields


def works_changes(
    *, told: Sequence[WorkTold], source: str, on: date, by: Actor
) -> tuple[WorkChange, ...]:
    """Return what a file would add and change, in its order; nothing is stored.

    Works of the same source that the file leaves out stay as they are. Raises WorksRejected with
    every row whose area or street is not known; OutOfScope for who may not import.
    """
    if not imports_works(by):
        raise OutOfScope(_("Dit bestand is er niet."))
    known = _Known(by.municipality_id or 0)
    problems = [problem for one in told for problem in known.problems(one)]
    if problems:
        raise WorksRejected(problems)
    stored = PlannedWork.objects.filter(
        municipality_id=by.municipality_id or 0, source=source, source_key__in=[o.key for o in told]
    )
    by_key = {
        one.source_key: one
        for one in stored.select_related("area").prefetch_related("streets").order_by("pk")
    }
    return tuple(_change(one, by_key.get(one.key), known, on) for one in told)


class _Known:
    """The areas, streets and organisations of a municipality, by every name a file may use."""

    def __init__(self, municipality_id: int) -> None:
        rows = areas(municipality_id=municipality_id)
        self.names = {row.id: row.name for row in rows}
        self.area_ids: dict[str, int] = {}
        for row in rows:  # the widest first, so that the finest keeps a name they share
            self.area_ids |= {search_form(row.name): row.id, row.code.lower(): row.id}
        self.streets: dict[tuple[int, str], int] = {}
        found = Street.objects.filter(area_id__in=list(self.names))
        for key, area_id, name in found.order_by("pk").values_list("pk", "area_id", "search_name"):
            self.streets[area_id, name] = key
        parties = Organisation.objects.filter(municipality_id=municipality_id, is_active=True)
        self.organisations = {search_form(name): key for key, name in _pairs(parties)}
        self.within: dict[int, list[int]] = {}

    def area(self, text: str) -> int | None:
        """Return the area with this name or code."""
        return self.area_ids.get(text.lower()) or self.area_ids.get(search_form(text))

    def street(self, area_id: int, text: str) -> int | None:
        """Return the street with this name in an area or below it."""
        if area_id not in self.within:
            self.within[area_id] = [row.id for row in areas_within(area_id=area_id)]
        found = (self.streets.get((one, search_form(text))) for one in self.within[area_id])
        return next((one for one in found if one is not None), None)

    def problems(self, told: WorkTold) -> list[FileProblem]:
        """Return what of a row is not known here."""
        area_id = self.area(told.area)
        if area_id is None:
            words = _("Dit gebied kennen wij niet: %(name)s.")
            return [FileProblem(told.row, "gebied", words % {"name": told.area})]
        words = _("Deze straat kennen wij niet in dit gebied: %(name)s.")
        return [
            FileProblem(told.row, "straten", words % {"name": name})
            for name in told.streets
            if self.street(area_id, name) is None
        ]


def _pairs(parties: Any) -> list[tuple[int, str]]:
    return list(parties.order_by("pk").values_list("pk", "name"))


def _change(told: WorkTold, stored: PlannedWork | None, known: _Known, on: date) -> WorkChange:
    area_id = known.area(told.area) or 0
    street_ids = {known.street(area_id, name) or 0: name for name in told.streets}
    values: dict[str, Any] = {
        "kind": told.kind,
        "what": told.what,
        "area_id": area_id,
        "starts_on": told.starts_on,
        "ends_on": told.ends_on,
        "carrier": told.carrier,
        "organisation_id": known.organisations.get(search_form(told.carrier)),
        "is_public": told.is_public,
        "source_on": told.source_on or on,
        "state": told.state or _state(told, stored),
    }
    fields = _compared(stored, values, street_ids, known) if stored is not None else ()
    return WorkChange(
        key=told.key,
        what=told.what,
        work_id=stored.pk if stored else None,
        fields=fields,
        values=values,
        street_ids=tuple(sorted(street_ids)),
    )


def _compared(
    stored: PlannedWork, values: dict[str, Any], street_ids: dict[int, str], known: _Known
) -> tuple[FieldChange, ...]:
    was = {name: getattr(stored, name) for name in values}
    was["streets"] = {street.name for street in stored.streets.all()}
    becomes = values | {"streets": set(street_ids.values())}
    if {street.pk for street in stored.streets.all()} == set(street_ids):
        becomes["streets"] = was["streets"]  # the same street, written another way
    return _fields(was, becomes, known)


def _state(told: WorkTold, stored: PlannedWork | None) -> WorkState:
    """Return the state when the file tells none: moved once the first day changed."""
    if stored is None:
        return WorkState.PLANNED
    if stored.starts_on != told.starts_on:
        return WorkState.MOVED
    return WorkState(stored.state)


def _fields(was: dict[str, Any], becomes: dict[str, Any], known: _Known) -> tuple[FieldChange, ...]:
    labels = {
        "what": _("Wat"),
        "kind": _("Soort"),
        "area_id": _("Gebied"),
        "streets": _("Straten"),
        "starts_on": _("Van"),
        "ends_on": _("Tot en met"),
        "carrier": _("Door"),
        "state": _("Stand"),
        "is_public": _("Openbaar"),
    }
    return tuple(
        FieldChange(label, _shown(name, was[name], known), _shown(name, becomes[name], known))
        for name, label in labels.items()
        if was[name] != becomes[name]
    )


def _shown(name: str, value: Any, known: _Known) -> str:
    if name == "area_id":
        return known.names.get(value, "")
    if name == "streets":
        return ", ".join(sorted(value)) or "–"
    if name == "is_public":
        return _("Ja") if value else _("Nee")
    if name in {"kind", "state"}:
        return str((WorkKind if name == "kind" else WorkState)(value).label)
    return value.strftime("%d-%m-%Y") if isinstance(value, date) else str(value)
