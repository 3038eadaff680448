# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The translation queue, both ways, side by side."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.forms import TranslationForm
from voelspriet.answer.replies.queries import translation_task, translation_tasks
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.ui.languages import direction

UNPROCESSABLE = 422


@staff(Role.AREA_ADVISER)
@require_GET
def translations(request: HttpRequest) -> HttpResponse:
    """Show what waits for a translation, first what a person waits for."""
    by = request.actor  # type: ignore[attr-defined]
    return render(request, "workspace/translations.html", {"tasks": translation_tasks(by=by)})


@staff(Role.AREA_ADVISER)
@require_http_methods(["GET", "HEAD", "POST"])
def translation(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one text beside the form, or write its translation and go on with the next."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    task = translation_task(reference=reference, by=by)
    form = TranslationForm(request.POST or None)
    form.fields["text"].widget.attrs |= {
        "lang": task.target,
        "dir": direction(task.target),
        "autofocus": True,
    }
    if request.method == "POST" and form.is_valid():
        try:
            actions.translate(reference=reference, by=by, at=at, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field or None, error.reason)
        else:
            messages.success(request, _("Vertaald."))
            left = translation_tasks(by=by)
            if left and "next" in request.POST:
                return redirect("workspace:translation", reference=left[0].reference)
            return redirect("workspace:translations")
    status = UNPROCESSABLE if form.errors else 200
    return render(
        request, "workspace/translation.html", {"task": task, "form": form}, status=status
    )
