# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reminding organisations of what they agreed: one mail a day for all of it, each once."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time, timedelta

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.models import Agreement
from voelspriet.answer.replies.actions.giving import queue_delivery
from voelspriet.answer.replies.choices import ReminderStage, ServiceMailKind
from voelspriet.answer.replies.models import Reminder, ServiceMail
from voelspriet.answer.replies.rules.service_mails import LATEST_DAYS, REMIND_DAYS
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import (
    DUTCH_TIME,
    add_working_days,
    dutch_day,
    is_working_day,
)


def remind_organisations(*, by: Actor, at: datetime) -> int:
    """Remind every organisation with an address of what is due; return how many mails are new.

    Three working days before the day, and on it, on working days only. May run as often as one
    likes: an organisation has one mail a day, and an agreement each of the two once.
    """
    if not is_working_day(dutch_day(at)):
        return 0
    due = _due(at)
    for organisation_id, steps in due.items():
        remind_organisation(organisation_id=organisation_id, steps=steps, by=by, at=at)
    return len(due)


@action
def remind_organisation(
    *,
    organisation_id: int,
    steps: list[tuple[int, ReminderStage]],
    by: Actor,
    at: datetime,
) -> None:
    """Put one mail with these agreements (id and stage) of an organisation in the outbox."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    key = f"reminder:{organisation_id}:{dutch_day(at).isoformat()}"
    service_mail, made = ServiceMail.objects.get_or_create(
        key=key,
        defaults={"kind": ServiceMailKind.REMINDER, "organisation": organisation, "at": at},
    )
    if made:
        agreements = Agreement.objects.in_bulk([agreement_id for agreement_id, _stage in steps])
        Reminder.objects.bulk_create(
            Reminder(
                service_mail=service_mail,
                agreement_id=agreement_id,
                stage=stage,
                due_on=agreements[agreement_id].due_on,
            )
            for agreement_id, stage in steps
        )
        service_mail.agreements.set(agreements)
        queue_delivery(service_mail=service_mail, at=at)
    record(
        "organisation.remind",
        by=by,
        at=at,
        subject="organisation",
        reference=str(organisation_id),
        municipality_id=organisation.municipality_id,
        agreements=len(steps) if made else 0,
    )


def _due(at: datetime) -> dict[int, list[tuple[int, ReminderStage]]]:
    """Return per organisation that has had no mail today what it must be reminded of."""
    today = dutch_day(at)
    mailed = ServiceMail.objects.filter(kind=ServiceMailKind.REMINDER, at__gte=_midnight(at))
    parties = list(
        Organisation.objects.filter(is_active=True)
        .exclude(email="")
        .exclude(pk__in=mailed.filter(organisation__isnull=False).values("organisation_id"))
        .order_by("id")
        .values_list("id", flat=True)
    )
    running = Agreement.objects.filter(
        state=AgreementState.OPEN,
        organisation_id__in=parties,
        due_on__gte=today - timedelta(days=LATEST_DAYS),
        due_on__lte=add_working_days(today, REMIND_DAYS),
    )
    found: defaultdict[int, list[tuple[int, ReminderStage]]] = defaultdict(list)
    known = set(
        Reminder.objects.filter(agreement__in=running).values_list(
            "agreement_id", "stage", "due_on"
        )
    )
    rows = running.order_by("organisation_id", "due_on", "id")
    for pk, party, due_on in rows.values_list("id", "organisation_id", "due_on"):
        stage = ReminderStage.DUE if due_on <= today else ReminderStage.BEFORE
        if (pk, stage, due_on) not in known:
            found[party].append((pk, stage))
    return dict(found)


def _midnight(at: datetime) -> datetime:
    """Return when this Dutch day began."""
    return datetime.combine(dutch_day(at), time.min, DUTCH_TIME)
