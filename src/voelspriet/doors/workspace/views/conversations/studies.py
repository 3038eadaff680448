# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Studies of researchers: the list, starting one, one of them, and guides to talk by."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, open_organisations
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.actions.studies import (
    Keeping,
    StudyWords,
    add_referral,
    end_study,
    start_study,
)
from voelspriet.listen.conversations.actions.urgent import hand_over_urgent
from voelspriet.listen.conversations.choices import SpeakerRole
from voelspriet.listen.conversations.forms import ReferralForm, StudyForm, UrgentForm
from voelspriet.listen.conversations.queries import studies as reading
from voelspriet.listen.conversations.queries.guides import guides as all_guides


@require_safe
@staff(Role.RESEARCHER)
def studies(request: StaffRequest) -> HttpResponseBase:
    """List the studies of the municipality."""
    page = reading.studies(by=request.actor, cursor=request.GET.get("na", ""))
    more = urlencode({"na": page.next_cursor}) if page.next_cursor else ""
    return render(request, "workspace/studies.html", {"page": page, "more": more})


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def study_new(request: StaffRequest) -> HttpResponseBase:
    """Start a study."""
    form = StudyForm(request.POST or None, areas=every_area(request))
    if form.is_valid():
        values = form.cleaned_data
        with refusals_on(form):
            made = start_study(
                words=StudyWords(
                    values["title"], values["question"], values["consent_text"], values["purpose"]
                ),
                area_ids=values["areas"],
                keeping=Keeping(
                    values["starts_on"],
                    values["ends_on"],
                    values["keep_until"],
                    values["original_days"],
                ),
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Het onderzoek staat klaar. Voeg een gesprek toe."))
            return redirect("workspace:study", made)
    status = 422 if form.errors else 200
    return render(request, "workspace/study_new.html", {"form": form}, status=status)


@require_safe
@staff(Role.RESEARCHER)
def study(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one study with its sources and who spoke."""
    return _study_page(request, reference)


@require_POST
@staff(Role.RESEARCHER)
def study_referral(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Count a referral to a role."""
    form = ReferralForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            add_referral(
                reference=reference,
                role=SpeakerRole(form.cleaned_data["role"]),
                count=form.cleaned_data["count"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("De doorverwijzing is geteld."))
            return redirect("workspace:study", reference)
    return _study_page(request, reference, referral=form)


@require_POST
@staff(Role.RESEARCHER)
def study_urgent(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Hand a worrying case to a partner."""
    form = UrgentForm(request.POST, organisations=open_organisations(request))
    if form.is_valid():
        with refusals_on(form):
            hand_over_urgent(
                reference=reference,
                organisation_id=form.cleaned_data["organisation"],
                text=form.cleaned_data["text"],
                by=request.actor,
                at=request.at,
            )
            messages.success(request, _("Bel hen nu ook. Het telt pas als iemand het bevestigt."))
            return redirect("workspace:urgent_cases")
    return _study_page(request, reference, urgent=form)


@require_POST
@staff(Role.RESEARCHER)
def study_end(request: StaffRequest, reference: str) -> HttpResponseBase:
    """End a study."""
    end_study(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("Het onderzoek is afgerond. De doorverwijzingen zijn weg."))
    return redirect("workspace:study", reference)


@require_safe
@staff(Role.RESEARCHER)
def guides(request: StaffRequest) -> HttpResponseBase:
    """Show the guides for conversations."""
    return render(request, "workspace/guides.html", {"guides": all_guides()})


def _study_page(
    request: StaffRequest,
    reference: str,
    *,
    referral: ReferralForm | None = None,
    urgent: UrgentForm | None = None,
) -> HttpResponseBase:
    detail = reading.study_detail(reference=reference, by=request.actor)
    page = reading.sources(reference=reference, by=request.actor, cursor=request.GET.get("na", ""))
    context = {
        "detail": detail,
        "study": detail.study,
        "page": page,
        "more": urlencode({"na": page.next_cursor}) if page.next_cursor else "",
        "referral": referral or ReferralForm(),
        "urgent": urgent or UrgentForm(organisations=open_organisations(request)),
        "opened": "urgent" if urgent else "referral" if referral else "",
    }
    status = 422 if referral or urgent else 200
    return render(request, "workspace/study.html", context, status=status)
