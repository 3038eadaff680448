# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Today: what asks something of a colleague, per role, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from voelspriet.act.agenda.queries import AgreementFilters, agreement_counts, agreements, to_tell
from voelspriet.act.agenda.queries.incidents import incidents_to_mind
from voelspriet.act.agenda.queries.meetings import meetings_to_mind
from voelspriet.act.agenda.queries.priority_tasks import tasks_to_review
from voelspriet.act.agenda.queries.promises import escalated_agreements
from voelspriet.act.initiatives.queries.initiatives import initiatives_waiting
from voelspriet.act.initiatives.queries.late import escalated_initiatives, initiatives_due
from voelspriet.act.plans.queries.cycle import moments_to_mind
from voelspriet.answer.replies.queries.deliveries import DeliveryRow, stopped_for_colleagues
from voelspriet.answer.replies.queries.today import answering_counts
from voelspriet.answer.replies.records import calls_to_make
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.network.queries.overview import stale_count
from voelspriet.ground.people.queries import areas_without_duo, taken_over
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.queries.report_lists import reports_to_release
from voelspriet.listen.intake.queries import (
    bundles_owed,
    escalations_for,
    handovers,
    inbox_counts,
    owed,
    reported_back,
)
from voelspriet.understand.tension.queries import tension_to_mind

FEW = 8
NEW_FOR = timedelta(days=42)  # how long what was taken over is called so
WORKERS = (Role.AREA_ADVISER, Role.HANDLER, Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE)


@dataclass(frozen=True, slots=True)
class Count:
    """A number on the page with the list behind it."""

    label: str
    number: int
    url: str


@require_safe
@staff()
def today(request: StaffRequest) -> HttpResponseBase:
    """Show what a colleague can do now, by their roles."""
    context: dict[str, Any] = {"day": dutch_day(request.at), "counts": []}
    actor = request.actor
    if actor.has(Role.AREA_ADVISER):
        context |= _adviser(request)
    elif actor.has(Role.DIRECTOR):
        answering = answering_counts(by=actor, on=context["day"])
        context["counts"] += [
            Count(_("Herbeoordelingen"), answering.reviews, reverse("workspace:reviews"))
        ]
    if actor.has(Role.HANDLER):
        context["handovers"] = handovers(by=actor)[:FEW]
    if actor.has(Role.DIRECTOR, Role.EXECUTIVE):
        context["escalations"] = escalations_for(by=actor, on=context["day"])[:FEW]
        context["late_agreements"] = escalated_agreements(by=actor, on=context["day"], limit=FEW)
        context["late_initiatives"] = escalated_initiatives(by=actor, on=context["day"], limit=FEW)
    if actor.has(Role.DIRECTOR, Role.POLICY_ADVISER, Role.EXECUTIVE):
        context["tasks_to_review"] = tasks_to_review(by=actor, on=context["day"])
    if actor.has(Role.POLICY_ADVISER):
        context["plan_moments"] = moments_to_mind(by=actor, on=context["day"], limit=FEW)
    if actor.has(Role.AREA_ADVISER, Role.DIRECTOR, Role.EXECUTIVE):
        context["incidents"] = incidents_to_mind(by=actor, at=request.at, limit=FEW)
    if actor.has(*WORKERS):
        context |= {"works": True} | _agreements(request)
    if actor.has(Role.ADMINISTRATOR):
        context["without_duo"] = areas_without_duo(
            municipality_id=actor.municipality_id or 0, on=context["day"]
        )
    context |= {"links": _links(request), "stuck_mails": _stuck_mails(request)}
    return render(request, "workspace/today.html", context)


def _adviser(request: StaffRequest) -> dict[str, Any]:
    actor, day = request.actor, dutch_day(request.at)
    answering = answering_counts(by=actor, on=day)
    inbox = inbox_counts(by=actor, on=day)
    signals = reverse("workspace:inbox")
    return {
        "counts": [
            Count(_("Nieuw"), inbox.received, f"{signals}?status=received"),
            Count(_("Wacht op antwoord"), inbox.owed, f"{signals}?open=on"),
            Count(_("Te laat"), inbox.overdue, f"{signals}?laat=on"),
            Count(_("Terugbellen"), answering.calls, reverse("workspace:calls")),
            Count(_("Vertalen"), answering.translations, reverse("workspace:translations")),
            Count(
                _("Mail bleef steken"),
                answering.stopped_mails,
                reverse("workspace:mail"),
            ),
            Count(_("Herbeoordelen"), answering.reviews, reverse("workspace:reviews")),
            Count(
                _("Netwerk nakijken"),
                stale_count(by=actor, on=day),
                reverse("workspace:network_stale"),
            ),
            Count(
                _("Initiatieven"),
                initiatives_waiting(by=actor),
                f"{reverse('workspace:initiatives')}?welke=waiting",
            ),
        ],
        "calls": calls_to_make(by=actor, on=day)[:FEW],
        "due": owed(by=actor, on=day, limit=FEW),
        "initiatives": initiatives_due(by=actor, on=day, limit=FEW),
        "bundles": bundles_owed(by=actor, on=day, limit=FEW),
        "to_tell": to_tell(by=actor, on=day, limit=FEW),
        "reported": reported_back(by=actor, on=day)[:FEW],
        "meetings": meetings_to_mind(by=actor, at=request.at, limit=FEW),
        "tense": tension_to_mind(by=actor, on=day, limit=FEW),
        "evening_reports": reports_to_release(by=actor, on=day, limit=FEW),
        "took_over": [row for row in taken_over(by=actor) if row.starts_on >= day - NEW_FOR][:FEW],
    }


def _agreements(request: StaffRequest) -> dict[str, Any]:
    day = dutch_day(request.at)
    counts = agreement_counts(by=request.actor, on=day)
    page = agreements(filters=AgreementFilters(), by=request.actor, on=day)
    return {"agreement_counts": counts, "agreements": page.items[:FEW]}


def _stuck_mails(request: StaffRequest) -> tuple[DeliveryRow, ...]:
    """Return mails to colleagues that did not arrive, for their reader and the administrator."""
    if not request.actor.has(Role.POLICY_ADVISER, Role.ADMINISTRATOR):
        return ()
    return stopped_for_colleagues(by=request.actor, limit=FEW)


def _links(request: StaffRequest) -> list[tuple[str, str]]:
    """Return where roles without a list of their own begin."""
    pages = (
        (Role.ADMINISTRATOR, _("Mensen en rollen beheren"), "people"),
        (Role.ADMINISTRATOR, _("Organisaties en gezichten beheren"), "organisations"),
        (Role.ADMINISTRATOR, _("Instellen wie wat meestal doet"), "routing"),
        (Role.PRIVACY_OFFICER, _("Nagaan wie wat heeft gedaan"), "audit"),
        (Role.PRIVACY_OFFICER, _("Nagaan wie contactgegevens heeft gelezen"), "contact_reads"),
    )
    found = {
        reverse(f"workspace:{name}"): label
        for role, label, name in pages
        if request.actor.has(role)
    }
    return list(found.items())
