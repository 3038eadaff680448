# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One intervention with its source and owner; an own one can be changed, checked and archived."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.views.knowledge.listing import KEEPERS, READERS, factor_choices
from voelspriet.ground.knowledge import actions
from voelspriet.ground.knowledge.forms import InterventionForm
from voelspriet.ground.knowledge.queries import intervention
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.rules.factors import FACTORS
from voelspriet.understand.findings.queries.helping import uses_of


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READERS)
def knowledge_entry(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one intervention; its keepers check it, archive it and put it back."""
    detail = intervention(reference=reference, by=request.actor, on=dutch_day(request.at))
    if request.method == "POST":
        return _done(request, reference)
    factors = [(number, FACTORS[number]) for number in detail.row.factors if number in FACTORS]
    context = {
        "detail": detail,
        "row": detail.row,
        "words": detail.words,
        "factors": factors,
        "uses": uses_of(intervention=reference, by=request.actor),
    }
    return render(request, "workspace/knowledge_entry.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*KEEPERS)
def knowledge_edit(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Change an own intervention."""
    detail = intervention(reference=reference, by=request.actor, on=dutch_day(request.at))
    if not detail.may_keep:
        raise Http404
    words = detail.words
    start = {name: getattr(words, name) for name in InterventionForm.base_fields}
    form = InterventionForm(request.POST or None, factors=factor_choices(), initial=start)
    if form.is_valid():
        with refusals_on(form):
            actions.change_intervention(
                reference=reference, words=form.words(), by=request.actor, at=request.at
            )
            messages.success(request, _("Bewaard, en vandaag nagekeken."))
            return redirect("workspace:knowledge_entry", reference)
    context = {"form": form, "row": detail.row}
    status = 422 if form.errors else 200
    return render(request, "workspace/knowledge_edit.html", context, status=status)


def _done(request: StaffRequest, reference: str) -> HttpResponseBase:
    deed = DEEDS.get(request.POST.get("deed", ""))
    if deed is None:
        raise Http404
    try:
        messages.success(request, deed(request, reference))
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    return redirect("workspace:knowledge_entry", reference)


def _check(request: StaffRequest, reference: str) -> str:
    actions.check_intervention(reference=reference, by=request.actor, at=request.at)
    return _("Opgeschreven: vandaag nagekeken.")


def _archive(request: StaffRequest, reference: str) -> str:
    actions.archive_intervention(reference=reference, by=request.actor, at=request.at)
    return _("Het staat nu in het archief.")


def _restore(request: StaffRequest, reference: str) -> str:
    actions.restore_intervention(reference=reference, by=request.actor, at=request.at)
    return _("Het staat weer in de kennisbank.")


DEEDS: dict[str, Callable[[StaffRequest, str], str]] = {
    "check": _check,
    "archive": _archive,
    "restore": _restore,
}
