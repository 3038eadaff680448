# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading agreements: lists, one of them, what a party owes, what still must be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement, AgreementMove
from voelspriet.act.agenda.queries.promises import made_to
from voelspriet.act.agenda.queries.rows import (
    AgreementDetail,
    AgreementRow,
    MoveRow,
    PartyLoad,
    SignalLine,
    agreement_row,
)
from voelspriet.act.agenda.rules import carries_out, directs, visible_agreements, week_of
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor
from voelspriet.listen.evenings.queries.standing import noted_evening
from voelspriet.listen.intake.choices import SignalStatus
from voelspriet.listen.intake.models import Signal
from voelspriet.listen.intake.queries.lateness import escalation_lines
from voelspriet.listen.intake.rules.access import directed_signals
from voelspriet.listen.intake.rules.status import NOT_CLOSED, category_label, category_of

__all__ = [
    "AgreementCounts",
    "AgreementDetail",
    "AgreementFilters",
    "AgreementRow",
    "MoveRow",
    "PartyLoad",
    "SignalLine",
    "agreement_counts",
    "agreement_detail",
    "agreements",
    "agreements_of_signal",
    "loads",
    "owed_by_party",
    "to_tell",
]
PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class AgreementFilters:
    """What part of the agreements to list; empty values leave out nothing.

    `state`: open, overdue, done, not_done or to_tell (ended, somebody still waits to hear it).
    """

    state: str = "open"
    organisation_id: int | None = None
    area_id: int | None = None
    words: str = ""
    follower_id: int | None = None


@dataclass(frozen=True, slots=True)
class AgreementCounts:
    """How many agreements ask something of a colleague."""

    overdue: int
    due_this_week: int
    to_tell: int


def agreements(
    *, filters: AgreementFilters, by: Actor, on: date, cursor: str = ""
) -> Page[AgreementRow]:
    """Return agreements `by` may see: running ones with the first due first, ended ones last."""
    running = filters.state in {"open", "overdue"}
    order = ("due_on", "id") if running else ("-due_on", "-id")
    found = _filtered(visible_agreements(by), filters, by, on)
    after = read_cursor(cursor, date.fromisoformat, int)
    if after and running:
        found = found.filter(Q(due_on__gt=after[0]) | Q(due_on=after[0], pk__gt=after[1]))
    elif after:
        found = found.filter(Q(due_on__lt=after[0]) | Q(due_on=after[0], pk__lt=after[1]))
    rows = list(
        found.select_related("area", "organisation", "follower").order_by(*order)[: PAGE_SIZE + 1]
    )
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: agreement_row(one, by=by, on=on),
        lambda one: write_cursor(one.due_on, one.pk),
    )


def agreement_detail(*, reference: str, by: Actor, on: date) -> AgreementDetail:
    """Return one agreement `by` may see. Raises OutOfScope for any other."""
    one = (
        visible_agreements(by)
        .select_related("area", "organisation", "follower", "move", "initiative")
        .filter(reference=reference)
        .first()
    )
    if one is None:
        raise OutOfScope(_("Deze afspraak is er niet."))
    is_director = directs(by, one)
    running = one.state == AgreementState.OPEN
    return AgreementDetail(
        agreement=agreement_row(one, by=by, on=on),
        result=one.result,
        move=_move(one),
        signals=_lines(one, by) if is_director else (),
        may_direct=is_director,
        may_finish=running and (is_director or carries_out(by, one)),
        escalations=escalation_lines(one.escalations.all()),
        made_to=made_to(one),
        initiative_reference=one.initiative.reference if one.initiative else "",
        initiative_title=one.initiative.title if one.initiative else "",
    )


def agreements_of_signal(*, reference: str, by: Actor, on: date) -> tuple[AgreementRow, ...]:
    """Return the agreements made because of a signal, for the advisers of its area."""
    found = (
        visible_agreements(by)
        .filter(signals__reference=reference, area_id__in=sorted(by.area_ids))
        .select_related("area", "organisation", "follower")
        .order_by("due_on", "id")
    )
    return tuple(agreement_row(one, by=by, on=on) for one in found)


def owed_by_party(*, organisation_id: int, by: Actor, on: date) -> PartyLoad:
    """Return what one organisation owes in the week of `on`, running and late in all.

    Raises OutOfScope for an organisation of another municipality.
    """
    found = next((one for one in loads(by=by, days=(on,), on=on, only=organisation_id)), None)
    if found is None:
        raise OutOfScope(_("Deze organisatie is er niet."))
    return found


def loads(
    *, by: Actor, days: tuple[date, ...], on: date, only: int | None = None
) -> tuple[PartyLoad, ...]:
    """Return per active organisation what it owes in the weeks of `days`, in two queries.

    Advisers and the director see this before they promise somebody else's time; counts only.
    """
    if not by.has(Role.AREA_ADVISER, Role.DIRECTOR):
        raise OutOfScope(_("Dit overzicht is er niet."))
    return _loads(by.municipality_id or 0, days, on, only)


def loads_at_evening(
    *, reference: str, by: Actor, days: tuple[date, ...], on: date
) -> tuple[PartyLoad, ...]:
    """Return the same at an evening, for whoever writes down there what is promised."""
    evening = noted_evening(reference=reference, by=by)
    return _loads(evening.municipality_id, days, on, None)


def _loads(
    municipality_id: int, days: tuple[date, ...], on: date, only: int | None
) -> tuple[PartyLoad, ...]:
    parties = Organisation.objects.filter(municipality_id=municipality_id, is_active=True)
    if only is not None:
        parties = parties.filter(pk=only)
    counted = _counted(municipality_id, days, on)
    nothing = {"running": 0, "overdue": 0} | {f"week_{number}": 0 for number in range(len(days))}
    return tuple(
        PartyLoad(
            organisation_id=pk,
            organisation_name=name,
            overdue=one["overdue"],
            weeks=tuple(one[f"week_{number}"] for number in range(len(days))),
            running=one["running"],
        )
        for pk, name in parties.order_by("name", "id").values_list("pk", "name")
        for one in (counted.get(pk, nothing),)
    )


def _counted(municipality_id: int, days: tuple[date, ...], on: date) -> dict[int, dict[str, int]]:
    """Return per organisation how many agreements run, are late, and are due in each week."""
    weeks = {
        f"week_{number}": Count("pk", filter=Q(due_on__range=week_of(day)))
        for number, day in enumerate(days)
    }
    running = Agreement.objects.filter(
        state=AgreementState.OPEN, organisation__municipality_id=municipality_id
    )
    rows = (
        running.order_by()
        .values("organisation_id")
        .annotate(running=Count("pk"), overdue=Count("pk", filter=Q(due_on__lt=on)), **weeks)
    )
    return {one["organisation_id"]: cast("dict[str, int]", one) for one in rows}


def agreement_counts(*, by: Actor, on: date) -> AgreementCounts:
    """Return how many agreements ask something of `by`, in two queries."""
    seen = visible_agreements(by)
    soon = seen.filter(state=AgreementState.OPEN, due_on__lte=week_of(on)[1])
    running = soon.aggregate(
        overdue=Count("pk", filter=Q(due_on__lt=on)),
        due_this_week=Count("pk", filter=Q(due_on__gte=on)),
    )
    untold = seen.filter(_untold(by)).count() if by.has(Role.AREA_ADVISER) else 0
    return AgreementCounts(to_tell=untold, **running)


def to_tell(*, by: Actor, on: date, limit: int = 20) -> tuple[AgreementRow, ...]:
    """Return ended agreements of one's areas that people behind them still wait to hear about."""
    found = (
        visible_agreements(by)
        .filter(_untold(by))
        .select_related("area", "organisation", "follower")
        .order_by("ended_at", "id")[:limit]
    )
    return tuple(agreement_row(one, by=by, on=on) for one in found)


def _untold(by: Actor) -> Q:
    """Return what ended in one's areas while reporters behind it wait to hear.

    From the few signals that wait to their agreements: the other way round asks for each that
    ever ended.
    """
    waiting = Signal.objects.filter(
        municipality_id=by.municipality_id or 0,
        status__in=NOT_CLOSED,
        answers_owed__gt=0,
        withdrawn_at__isnull=True,
    )
    behind = Agreement.signals.through.objects.filter(signal__in=waiting)
    ended = ~Q(state=AgreementState.OPEN) & _mine(by)
    return ended & Q(pk__in=behind.values("agreement_id"))


def _mine(by: Actor) -> Q:
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return Q(area_id__in=areas)


def _filtered(
    found: QuerySet[Agreement], filters: AgreementFilters, by: Actor, on: date
) -> QuerySet[Agreement]:
    running = Q(state=AgreementState.OPEN)
    states = {
        "open": running,
        "overdue": running & Q(due_on__lt=on),
        "done": Q(state=AgreementState.DONE),
        "not_done": Q(state=AgreementState.NOT_DONE),
        "to_tell": _untold(by),
    }
    found = found.filter(states.get(filters.state, Q()))
    if filters.organisation_id is not None:
        found = found.filter(organisation_id=filters.organisation_id)
    if filters.area_id is not None:
        found = found.filter(area_id=filters.area_id)
    if filters.follower_id is not None:
        found = found.filter(follower_id=filters.follower_id)
    if filters.words:
        found = found.filter(what__icontains=filters.words)
    return found


def _move(one: Agreement) -> MoveRow | None:
    try:
        move = one.move
    except AgreementMove.DoesNotExist:
        return None
    return MoveRow(move.from_on, move.to_on, move.reason, move.at)


def _lines(one: Agreement, by: Actor) -> tuple[SignalLine, ...]:
    found = directed_signals(by).filter(agreements=one)
    return tuple(
        SignalLine(
            reference=signal.reference,
            category_label=category_label(category_of(signal)),
            received_at=signal.received_at,
            status_label=str(SignalStatus(signal.status).label),
            owed=signal.answers_owed > 0 and signal.withdrawn_at is None,
        )
        for signal in found.order_by("received_at", "id")
    )
