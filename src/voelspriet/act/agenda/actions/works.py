# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing down planned works by hand, and taking in a file whole or not at all."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.making import worded
from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.agenda.queries.works_import import WorkChange, works_changes
from voelspriet.act.agenda.rules.works import (
    CARRIER_LIMIT,
    SOURCE_LIMIT,
    WHAT_LIMIT,
    visible_works,
    writes_work,
)
from voelspriet.act.agenda.told import WorkTold
from voelspriet.ground.areas.models import Street
from voelspriet.ground.areas.queries import areas, areas_within
from voelspriet.ground.areas.rules import search_form
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day


@dataclass(frozen=True, slots=True)
class WorkGiven:
    """One planned work as a colleague writes it down; `texts` is `what` in other languages."""

    kind: WorkKind
    what: str
    area_id: int
    street_names: Sequence[str]
    starts_on: date
    ends_on: date
    carrier: str
    state: WorkState
    is_public: bool
    source: str
    source_on: date
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What was taken in."""

    added: int
    changed: int
    unchanged: int


@action
def write_work(
    *, given: WorkGiven, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Write down planned work; return its reference.

    Refuses: an end before the start, a street that is not there, a missing text. OutOfScope: an
    area of which `by` is no adviser, unless director or policy adviser.
    """
    values, streets = _checked(given, by)
    work = PlannedWork.objects.create(
        municipality_id=by.municipality_id or 0,
        reference=new_reference("W", rng=rng),
        first_starts_on=given.starts_on,
        **values,
    )
    work.streets.set(streets)
    _store_texts(work, given)
    _audit("work.write", work, by, at)
    return work.reference


@action
def change_work(*, reference: str, given: WorkGiven, by: Actor, at: datetime) -> None:
    """Change planned work; another first day of work to come makes it moved.

    Refuses what `write_work` refuses. OutOfScope for who does not write works of its area.
    """
    work = visible_works(by).select_for_update().filter(reference=reference).first()
    if work is None or not writes_work(by, work.area_id):
        raise OutOfScope(_("Dit werk is er niet."))
    values, streets = _checked(given, by)
    if given.state == WorkState.PLANNED and given.starts_on != work.starts_on:
        values["state"] = WorkState.MOVED
    for name, value in values.items():
        setattr(work, name, value)
    work.save(update_fields=list(values))
    work.streets.set(streets)
    _store_texts(work, given)
    _audit("work.change", work, by, at, state=str(work.state))


@action
def import_works(
    *,
    told: Sequence[WorkTold],
    source: str,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> ImportDone:
    """Take in a file: what is new is added, what is known by source and key is brought up to date.

    All of it or nothing. Raises WorksRejected for rows that do not fit here; OutOfScope for who
    may not import.
    """
    name = worded(source, SOURCE_LIMIT, "source")
    changes = works_changes(told=told, source=name, on=dutch_day(at), by=by)
    for one in changes:
        if not one.is_same:
            _store(one, name, by, rng)
    done = ImportDone(
        added=sum(one.is_new for one in changes),
        changed=sum(bool(one.fields) for one in changes),
        unchanged=sum(one.is_same for one in changes),
    )
    record(
        "work.import",
        by=by,
        at=at,
        subject="work",
        reference="",
        municipality_id=by.municipality_id,
        source=name,
        added=done.added,
        changed=done.changed,
    )
    return done


def _store(change: WorkChange, source: str, by: Actor, rng: random.Random) -> None:
    if change.work_id is None:
        work = PlannedWork.objects.create(
            municipality_id=by.municipality_id or 0,
            reference=new_reference("W", rng=rng),
            source=source,
            source_key=change.key,
            first_starts_on=change.values["starts_on"],
            **change.values,
        )
    else:
        work = PlannedWork.objects.get(pk=change.work_id)
        for name, value in change.values.items():
            setattr(work, name, value)
        work.save(update_fields=list(change.values))
    work.streets.set(change.street_ids)


def _checked(given: WorkGiven, by: Actor) -> tuple[dict[str, Any], list[int]]:
    known = {row.id for row in areas(municipality_id=by.municipality_id or 0)}
    if given.area_id not in known or not writes_work(by, given.area_id):
        raise OutOfScope(_("Dit gebied is er niet."))
    if given.ends_on < given.starts_on:
        raise Refused(_("De laatste dag ligt voor de eerste."), field="ends_on")
    carrier = worded(given.carrier, CARRIER_LIMIT, "carrier")
    party = Organisation.objects.filter(
        municipality_id=by.municipality_id or 0, name__iexact=carrier, is_active=True
    ).first()
    values = {
        "kind": given.kind,
        "what": worded(given.what, WHAT_LIMIT, "what"),
        "area_id": given.area_id,
        "starts_on": given.starts_on,
        "ends_on": given.ends_on,
        "carrier": carrier,
        "organisation_id": party.pk if party else None,
        "state": given.state,
        "is_public": given.is_public,
        "source": worded(given.source, SOURCE_LIMIT, "source"),
        "source_on": given.source_on,
    }
    return values, _streets(given)


def _store_texts(work: PlannedWork, given: WorkGiven) -> None:
    """Keep `what` in other languages, each beside the Dutch words it translates."""
    for language, _name in settings.LANGUAGES[1:]:
        text = given.texts.get(language, "").strip()
        if not text:
            # what translates older Dutch words is kept until it is written anew
            work.texts.filter(language=language, of_what=work.what).delete()
            continue
        words = worded(text, WHAT_LIMIT, f"what_{language}")
        work.texts.update_or_create(
            language=language, defaults={"what": words, "of_what": work.what}
        )


def _streets(given: WorkGiven) -> list[int]:
    within = [row.id for row in areas_within(area_id=given.area_id)]
    wanted = {search_form(name): name for name in given.street_names if name.strip()}
    found = Street.objects.filter(area_id__in=within, search_name__in=list(wanted)).order_by("pk")
    rows = list(found.values_list("search_name", "pk"))
    missing = [name for key, name in wanted.items() if key not in dict(rows)]
    if missing:
        words = _("Deze straat kennen wij niet in dit gebied: %(name)s.")
        raise Refused(words % {"name": missing[0].strip()}, field="streets")
    return [key for _name, key in rows]


def _audit(name: str, work: PlannedWork, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="work",
        reference=work.reference,
        municipality_id=work.municipality_id,
        **detail,
    )
