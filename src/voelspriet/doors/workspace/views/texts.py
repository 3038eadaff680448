# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts an answer can start from, the words that mean danger, and the municipality's promises."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.answer.replies.actions.templates import delete_template, save_template
from voelspriet.answer.replies.forms import TemplateForm
from voelspriet.answer.replies.queries.templates import template, templates
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.ground.areas.actions.settings import change_municipality
from voelspriet.ground.areas.forms import MunicipalityForm
from voelspriet.ground.areas.queries import municipality_by_id
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.actions.danger_terms import add_danger_term, remove_danger_term
from voelspriet.listen.intake.forms.routing import DangerTermForm
from voelspriet.listen.intake.queries.danger_terms import terms_by_language


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR, Role.AREA_ADVISER)
def answer_templates(request: StaffRequest) -> HttpResponseBase:
    """List the texts and add one."""
    form = TemplateForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            save_template(**form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, _("De tekst is bewaard."))
            return redirect("workspace:templates")
    context = {"form": form, "templates": templates(by=request.actor)}
    status = 422 if form.errors else 200
    return render(request, "workspace/templates.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR, Role.AREA_ADVISER)
def answer_template(request: StaffRequest, template_id: int) -> HttpResponseBase:
    """Change one text."""
    row = template(template_id=template_id, by=request.actor)
    form = TemplateForm(request.POST or None, initial={"title": row.title, "text": row.text})
    if form.is_valid():
        with refusals_on(form):
            save_template(
                template_id=template_id, **form.cleaned_data, by=request.actor, at=request.at
            )
            messages.success(request, _("De tekst is bewaard."))
            return redirect("workspace:templates")
    context = {"form": form, "template": row}
    status = 422 if form.errors else 200
    return render(request, "workspace/template_edit.html", context, status=status)


@require_POST
@staff(Role.ADMINISTRATOR, Role.AREA_ADVISER)
def answer_template_delete(request: StaffRequest, template_id: int) -> HttpResponseBase:
    """Delete one text."""
    delete_template(template_id=template_id, by=request.actor, at=request.at)
    messages.success(request, _("De tekst is weg."))
    return redirect("workspace:templates")


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def danger_terms(request: StaffRequest) -> HttpResponseBase:
    """Show the words that mean danger in four languages; add one, take one out."""
    removing = request.POST.get("deed") == "remove"
    form = DangerTermForm(request.POST if request.method == "POST" and not removing else None)
    if removing:
        _remove_term(request)
        return redirect("workspace:danger_terms")
    if form.is_valid():
        with refusals_on(form):
            add_danger_term(**form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, _("Het woord staat in de lijst."))
            return redirect("workspace:danger_terms")
    names = dict(settings.LANGUAGES)
    terms = terms_by_language(by=request.actor)
    context = {
        "form": form,
        "languages": [(code, names[code], found) for code, found in terms.items()],
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/danger_terms.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def municipality(request: StaffRequest) -> HttpResponseBase:
    """Show and change what the municipality promises and how it is reached."""
    row = municipality_by_id(municipality_id=request.actor.municipality_id or 0)
    initial = {name: getattr(row, name) for name in MunicipalityForm.base_fields}
    form = MunicipalityForm(request.POST or None, initial=initial)
    if form.is_valid():
        with refusals_on(form):
            change_municipality(**form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, _("De instellingen zijn bewaard."))
            return redirect("workspace:settings")
    status = 422 if form.errors else 200
    return render(request, "workspace/municipality.html", {"form": form}, status=status)


def _remove_term(request: StaffRequest) -> None:
    try:
        remove_danger_term(
            language=request.POST.get("language", ""),
            term=request.POST.get("term", ""),
            by=request.actor,
            at=request.at,
        )
    except OutOfScope:
        raise
    except Refused as refused:
        messages.error(request, refused.reason)
    else:
        messages.success(request, _("Het woord is uit de lijst."))
