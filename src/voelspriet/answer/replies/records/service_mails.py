# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a service mail says, made at the moment it goes."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from voelspriet.act.plans.models import Plan
from voelspriet.answer.replies.choices import ServiceMailKind
from voelspriet.answer.replies.models import ServiceMail
from voelspriet.answer.replies.party_mails import party_mail
from voelspriet.answer.replies.records.plan_mails import plan_mail
from voelspriet.answer.replies.records.posting import address_of, follow_url, sender_of, tidy
from voelspriet.answer.replies.rules.answers import STAFF_LANGUAGE, wants_mail
from voelspriet.answer.replies.rules.fixed import mail_subject
from voelspriet.answer.replies.rules.service_mails import (
    Promise,
    evening_report,
    new_adviser,
    new_contact,
    promise_line,
    reminder,
    reminder_closing,
)
from voelspriet.answer.replies.transports import Mail
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.people.models import Succession
from voelspriet.ground.ui.languages import direction
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.models import EveningReport, ReportAddress
from voelspriet.listen.evenings.queries.standing import head_of
from voelspriet.listen.evenings.rules.addresses import leave_key
from voelspriet.listen.intake.models import Introduction, Signal


def written_mail(service_mail: ServiceMail, *, message_id: str, at: datetime) -> Mail | None:
    """Return what a service mail says; None when its reader has no address (any more)."""
    if service_mail.signal is not None:
        return _to_reporter(service_mail, service_mail.signal, message_id, at)
    if service_mail.report_address is not None:
        return _to_addressee(service_mail.report_address, message_id, at)
    if service_mail.plan is not None:
        return _to_plan_owner(service_mail, service_mail.plan, message_id, at)
    return _to_party(service_mail, message_id, at)


def _to_reporter(
    service_mail: ServiceMail, signal: Signal, message_id: str, at: datetime
) -> Mail | None:
    address, succession = address_of(signal), service_mail.succession
    if not address or not wants_mail(signal) or succession is None:
        return None
    waits = Introduction.objects.filter(
        signal=signal, user_id=succession.successor_id or 0, granted__isnull=True
    )
    language = signal.language
    context: dict[str, object] = {
        "paragraphs": new_adviser(
            language=language,
            old=succession.old_first_name,
            new=succession.successor.first_name if succession.successor else "",
            day=succession.starts_on,
            waits_for_yes=waits.exists(),
        ),
        "follow_url": follow_url(language),
    }
    return _mail(
        context,
        signal.municipality,
        language=language,
        address=address,
        message_id=message_id,
        at=at,
    )


def _to_addressee(row: ReportAddress, message_id: str, at: datetime) -> Mail | None:
    """Return the mail that says where the report of an evening stands; None while it is not out."""
    evening = row.evening
    if not EveningReport.objects.filter(evening=evening, released_at__isnull=False).exists():
        return None
    with translation.override(row.language):
        report = reverse("public:evening_report", args=(evening.reference,))
        leave = reverse("public:evening_address_back", args=(leave_key(row.pk),))
        title = head_of(evening).title
    context: dict[str, object] = {
        "paragraphs": evening_report(
            language=row.language, title=title, day=dutch_day(evening.starts_at)
        ),
        "report_url": settings.PUBLIC_URL + report,
        "leave_url": settings.PUBLIC_URL + leave,
    }
    return _mail(
        context,
        evening.municipality,
        language=row.language,
        address=row.address,
        message_id=message_id,
        at=at,
    )


def _to_plan_owner(
    service_mail: ServiceMail, plan: Plan, message_id: str, at: datetime
) -> Mail | None:
    told = plan_mail(service_mail, plan)
    if told is None:
        return None
    return _mail(
        told.context,
        plan.municipality,
        language=told.language,
        address=told.address,
        message_id=message_id,
        at=at,
    )


def _to_party(service_mail: ServiceMail, message_id: str, at: datetime) -> Mail | None:
    party = service_mail.organisation
    if party is None or not party.email or not party.is_active:
        return None
    running = service_mail.agreements.filter(ended_at__isnull=True)
    if service_mail.kind == ServiceMailKind.AREA_NOTICE:
        return _told_by_others(service_mail, party, message_id, at)
    with translation.override(STAFF_LANGUAGE):
        promises = [
            promise_line(Promise(one.what, one.area.name, one.due_on))
            for one in running.select_related("area").order_by("due_on", "id")
        ]
        context: dict[str, object] = {
            "paragraphs": _opening(service_mail),
            "promises": promises,
            "closing": reminder_closing() if service_mail.kind == ServiceMailKind.REMINDER else "",
            "agreements_url": settings.PUBLIC_URL + reverse("workspace:agreements"),
        }
    return _mail(
        context,
        party.municipality,
        language=STAFF_LANGUAGE,
        address=party.email,
        message_id=message_id,
        at=at,
    )


def _told_by_others(
    service_mail: ServiceMail, party: Organisation, message_id: str, at: datetime
) -> Mail | None:
    """Return a mail whose words a room above makes; None when it need not go any more."""
    told = party_mail(service_mail.kind, service_mail.key, at)
    if told is None:
        return None
    return _mail(
        {"paragraphs": told.paragraphs, "page_url": told.page_url},
        party.municipality,
        language=told.language,
        address=party.email,
        message_id=message_id,
        at=at,
        subject=told.subject,
    )


def _opening(service_mail: ServiceMail) -> list[str]:
    first = service_mail.succession
    if service_mail.kind == ServiceMailKind.REMINDER or first is None:
        return reminder()
    areas = set(service_mail.agreements.values_list("area_id", flat=True))
    others = Succession.objects.filter(leaving_id=first.leaving_id) if first.leaving_id else None
    rows = Succession.objects.filter(pk=first.pk) if others is None else others
    faces = [
        ", ".join(filter(None, (f"{one.area.name}: {one.successor.name}", one.successor.phone)))
        for one in rows.select_related("area", "successor").order_by("area__name", "id")
        if one.successor and areas & set(one.covered)
    ]
    return new_contact(old=first.old_name, faces=faces, day=first.starts_on)


def _mail(
    context: dict[str, object],
    municipality: Municipality,
    *,
    language: str,
    address: str,
    message_id: str,
    at: datetime,
    subject: str = "",
) -> Mail:
    context |= {
        "language": language,
        "direction": direction(language),
        "municipality": municipality,
    }
    with translation.override(language):
        return Mail(
            message_id=message_id,
            at=at,
            sender=sender_of(municipality),
            to=address,
            subject=subject or mail_subject(language=language, municipality=municipality.name),
            text=tidy(render_to_string("replies/service_mail.txt", context)),
            html=render_to_string("replies/service_mail.html", context),
            language=language,
        )
