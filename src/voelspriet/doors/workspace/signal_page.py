# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything one signal's page shows, gathered from the rooms that know it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from voelspriet.act.agenda.queries import agreements_of_signal
from voelspriet.act.agenda.queries.works import works_near_signal
from voelspriet.answer.replies.queries import answer_form, thread
from voelspriet.doors.workspace.asker import Asker, asker
from voelspriet.doors.workspace.deeds import DEEDS
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.forms import directing
from voelspriet.listen.intake.queries import SignalDetail, duplicates_of, signal_detail
from voelspriet.listen.intake.queries.routing import suggested_route

Forms = dict[str, forms.Form]


def draw_signal(
    request: HttpRequest,
    reference: str,
    *,
    failed: Forms | None = None,
    status: int = 200,
    **more: Any,
) -> HttpResponse:
    """Draw a signal's page; `failed` holds forms with their errors, by the name of their deed."""
    who = asker(request)
    detail = signal_detail(reference=reference, by=who.by, on=who.on)
    context = {
        "signal": detail,
        "thread": thread(reference=reference, by=who.by),
        "answer": answer_form(reference=reference, by=who.by),
        "agreements": agreements_of_signal(reference=reference, by=who.by, on=who.on),
        "works": works_near_signal(reference=reference, by=who.by, on=who.on),
        "duplicates": _duplicates(detail, who),
        "route": _route(detail, who),
        "forms": _forms(detail, failed or {}),
        "failed": frozenset(failed or ()),
        **more,
    }
    return render(request, "workspace/signal.html", context, status=status)


def named(name: str, form: type[forms.Form], data: Any = None, **initial: Any) -> forms.Form:
    """Return a form of the page whose fields have ids of their own."""
    return form(data, auto_id=f"{name}_%s", initial=initial)


def _duplicates(detail: SignalDetail, who: Asker) -> tuple[object, ...]:
    if not detail.may_direct:
        return ()
    return duplicates_of(reference=detail.row.reference, by=who.by, on=who.on)


def _route(detail: SignalDetail, who: Asker) -> object | None:
    """Return who usually takes this; nothing for words that point at a person, or a lock."""
    code = detail.category or detail.suggested_category
    closed_off = detail.row.is_flagged or detail.row.is_locked or detail.is_closed
    if not detail.may_direct or closed_off or not code or not who.by.has(Role.AREA_ADVISER):
        return None
    return suggested_route(category=code, area_id=detail.area_id, by=who.by)


def _forms(detail: SignalDetail, failed: Forms) -> dict[str, forms.Form]:
    """Return the forms by name; template variables know no hyphens."""
    initial: dict[str, dict[str, Any]] = {
        "categorie": {"category": detail.category or detail.suggested_category},
        "juridisch": {"kind": detail.legal_kind},
        "persoon": {"points_at_person": "yes" if detail.row.is_flagged else "no"},
        "beloven": {"on": detail.promised_on},
    }
    drawn = {name: named(name, deed.form, **initial.get(name, {})) for name, deed in DEEDS.items()}
    drawn["contact"] = named("contact", directing.ContactForm)
    drawn["uitschrijven"] = named("uitschrijven", directing.TranscribeForm)
    drawn["bundel"] = named("bundel", directing.BundleForm)
    drawn["bundel-uitkomst"] = named("bundel-uitkomst", directing.SettleForm, outcome="done")
    return {name.replace("-", "_"): form for name, form in (drawn | failed).items()}
