# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge base as a list, and adding to it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.knowledge.actions import add_intervention
from voelspriet.ground.knowledge.forms import FindKnowledgeForm, InterventionForm
from voelspriet.ground.knowledge.queries import KnowledgeFilters, interventions
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.rules.factors import FACTORS

READERS = (
    Role.AREA_ADVISER,
    Role.HANDLER,
    Role.DIRECTOR,
    Role.POLICY_ADVISER,
    Role.EXECUTIVE,
    Role.RESEARCHER,
)
KEEPERS = (Role.POLICY_ADVISER, Role.RESEARCHER)


def factor_choices() -> list[tuple[int, str]]:
    """Return the factors of the Tafel van 12 to choose from."""
    return [(number, f"{number}. {label}") for number, label in FACTORS.items()]


@require_safe
@staff(*READERS)
def knowledge(request: StaffRequest) -> HttpResponseBase:
    """List what can be learned from, filtered by what stands in the address."""
    form = FindKnowledgeForm(request.GET, factors=factor_choices())
    asked = form.cleaned_data if form.is_valid() else {}
    filters = KnowledgeFilters(
        words=asked.get("zoek", ""),
        theme=asked.get("thema", ""),
        audience=asked.get("voor", ""),
        kind=asked.get("soort", ""),
        factor=asked.get("factor"),
        which=asked.get("welke", ""),
    )
    page = interventions(
        filters=filters,
        by=request.actor,
        on=dutch_day(request.at),
        cursor=request.GET.get("na", ""),
    )
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "may_keep": request.actor.has(*KEEPERS),
    }
    return render(request, "workspace/knowledge.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*KEEPERS)
def knowledge_new(request: StaffRequest) -> HttpResponseBase:
    """Add an own intervention."""
    form = InterventionForm(request.POST or None, factors=factor_choices())
    if form.is_valid():
        with refusals_on(form):
            made = add_intervention(words=form.words(), by=request.actor, at=request.at)
            messages.success(request, _("Het staat in de kennisbank."))
            return redirect("workspace:knowledge_entry", made)
    status = 422 if form.errors else 200
    return render(request, "workspace/knowledge_new.html", {"form": form}, status=status)
