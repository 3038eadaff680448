# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who usually does what, and "what would happen with …"."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area, open_organisations
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.actions.routing import delete_rule, save_rule
from voelspriet.listen.intake.forms.routing import RuleForm, TryRouteForm
from voelspriet.listen.intake.queries.routing import (
    RuleRow,
    routing_rule,
    routing_rules,
    try_route,
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR, Role.AREA_ADVISER)
def routing(request: StaffRequest) -> HttpResponseBase:
    """List the rules, try them out, and (administrator) add one."""
    areas = every_area(request)
    tried = TryRouteForm(
        request.GET if "categorie" in request.GET else None, areas=areas, auto_id="id_try_%s"
    )
    form = _rule_form(request, None, areas=areas)
    if form.is_valid():
        with refusals_on(form):
            _save(request, form, None)
            messages.success(request, _("De regel is bewaard."))
            return redirect("workspace:routing")
    context = {
        "rules": routing_rules(by=request.actor),
        "try_form": tried,
        "outcome": _outcome(request, tried),
        "form": form,
        "may_edit": request.actor.has(Role.ADMINISTRATOR),
    }
    status = 422 if form.errors else 200
    return render(request, "workspace/routing.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.ADMINISTRATOR)
def routing_edit(request: StaffRequest, rule_id: int) -> HttpResponseBase:
    """Change one rule."""
    rule = routing_rule(rule_id=rule_id, by=request.actor)
    form = _rule_form(request, rule, areas=every_area(request))
    if form.is_valid():
        with refusals_on(form):
            _save(request, form, rule_id)
            messages.success(request, _("De regel is bewaard."))
            return redirect("workspace:routing")
    context = {"rule": rule, "form": form}
    status = 422 if form.errors else 200
    return render(request, "workspace/routing_edit.html", context, status=status)


@require_POST
@staff(Role.ADMINISTRATOR)
def routing_delete(request: StaffRequest, rule_id: int) -> HttpResponseBase:
    """Delete one rule."""
    delete_rule(rule_id=rule_id, by=request.actor, at=request.at)
    messages.success(request, _("De regel is weg."))
    return redirect("workspace:routing")


def _rule_form(
    request: StaffRequest, rule: RuleRow | None, *, areas: list[tuple[int, str]]
) -> RuleForm:
    organisations = open_organisations(request)
    initial: dict[str, Any] = {"position": 100, "is_active": True}
    if rule is not None:
        initial = {
            "category": rule.category,
            "area": rule.area_id,
            "organisation": rule.organisation_id,
            "contact": rule.contact,
            "position": rule.position,
            "is_active": rule.is_active,
        }
    return RuleForm(request.POST or None, initial=initial, areas=areas, organisations=organisations)


def _save(request: StaffRequest, form: RuleForm, rule_id: int | None) -> None:
    values = dict(form.cleaned_data)
    save_rule(
        area_id=values.pop("area"),
        organisation_id=values.pop("organisation"),
        rule_id=rule_id,
        **values,
        by=request.actor,
        at=request.at,
    )


def _outcome(request: StaffRequest, tried: TryRouteForm) -> Any:
    if not tried.is_bound or not tried.is_valid():
        return None
    return try_route(
        category=tried.cleaned_data["categorie"],
        area_id=tried.cleaned_data["gebied"],
        by=request.actor,
        on=dutch_day(request.at),
    )
