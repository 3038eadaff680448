# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What residents see of a plan: exactly that, and the choice to show it or not."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.act.plans.actions.publishing import publish_plan, show_sentences, take_back_plan
from voelspriet.act.plans.forms.publishing import PublishForm
from voelspriet.act.plans.queries.public_plans import PlanPreview, plan_preview
from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.lib.working_days import dutch_day


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def public_version(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show what residents see or would see; who writes plans makes it public or takes it back."""
    preview = plan_preview(reference=reference, by=request.actor, on=dutch_day(request.at))
    posted = request.POST if request.method == "POST" else None
    form = PublishForm(posted, has_pointing=bool(preview.pointing))
    if posted is not None:
        if not preview.may_write or posted.get("deed") not in {"publish", "take_back", "look"}:
            raise Http404
        if form.is_valid() and _done(request, preview, form):
            return redirect("workspace:plan_public", reference)
    context = {
        "preview": preview,
        "plan": preview.shown,
        "form": form,
        "town": request.municipality,
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/plan_public.html", context, status=status)


def _done(request: StaffRequest, preview: PlanPreview, form: PublishForm) -> bool:
    """Do what was asked; False when it was refused, with the reason on the form."""
    if request.POST["deed"] == "take_back":
        take_back_plan(reference=preview.reference, by=request.actor, at=request.at)
        messages.success(request, _("Het plan is niet meer openbaar."))
        return True
    if request.POST["deed"] == "look":
        seen = request.POST.getlist("seen")
        show_sentences(reference=preview.reference, seen=seen, by=request.actor, at=request.at)
        messages.success(request, _("Bewoners lezen deze zinnen nu ook."))
        return True
    with refusals_on(form):
        publish_plan(
            reference=preview.reference,
            has_looked=form.cleaned_data.get("has_looked", False),
            by=request.actor,
            at=request.at,
        )
        messages.success(request, _("Het plan is openbaar."))
    return not form.errors
