# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Links for whoever helps at an evening: made, shown once, withdrawn."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.qr_codes import qr_code
from voelspriet.listen.evenings.actions.links import make_link, withdraw_link
from voelspriet.listen.evenings.choices import EveningRole
from voelspriet.listen.evenings.forms.links import LinkForm
from voelspriet.listen.evenings.queries.links import links_of
from voelspriet.listen.evenings.queries.standing import standing


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def evening_links(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Give somebody a link to help with, shown once with its QR code, or withdraw one."""
    evening = standing(reference=reference, by=request.actor)
    if request.POST.get("deed") == "withdraw":
        _withdraw(request, reference)
        return redirect("workspace:evening_links", reference)
    form = LinkForm(request.POST if request.method == "POST" else None)
    made = None
    if form.is_valid():
        with refusals_on(form):
            made = _made(request, reference, form)
            form = LinkForm()
    context = {
        "evening": evening,
        "form": form,
        "made": made,
        "links": links_of(reference=reference, by=request.actor, at=request.at),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/evening_links.html", context, status=status)


def _made(request: StaffRequest, reference: str, form: LinkForm) -> dict[str, str]:
    role = EveningRole(form.cleaned_data["role"])
    key = make_link(
        reference=reference,
        role=role,
        label=form.cleaned_data["label"],
        by=request.actor,
        at=request.at,
    )
    link = settings.PUBLIC_URL + reverse("public:evening_enter", args=(key,))
    return {"link": link, "qr": qr_code(link), "role": str(role.label)}


def _withdraw(request: StaffRequest, reference: str) -> None:
    number = request.POST.get("link", "")
    if not (number.isascii() and number.isdigit() and len(number) <= 18):  # noqa: PLR2004  bigint
        raise Http404
    withdraw_link(reference=reference, link_id=int(number), by=request.actor, at=request.at)
    messages.success(request, _("De link is ingetrokken. Wie hem had, ziet niets meer."))
