# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Looking again at matters in which somebody was twice not heard."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.forms import ReviewForm
from voelspriet.answer.replies.queries import open_review, open_reviews
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role

UNPROCESSABLE = 422


@staff(Role.AREA_ADVISER, Role.DIRECTOR)
@require_GET
def reviews(request: HttpRequest) -> HttpResponse:
    """Show what waits for this colleague's look."""
    by = request.actor  # type: ignore[attr-defined]
    return render(request, "workspace/reviews.html", {"reviews": open_reviews(by=by)})


@staff(Role.AREA_ADVISER, Role.DIRECTOR)
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Show one matter with what was answered, or decide about it."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    row = open_review(reference=reference, by=by)
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide_review(reference=reference, by=by, at=at, **form.cleaned_data)
        except Refused as error:
            form.add_error(error.field or None, error.reason)
        else:
            messages.success(request, _("Besloten. De melder leest het op de volgpagina."))
            return redirect("workspace:reviews")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "workspace/review.html", {"review": row, "form": form}, status=status)
