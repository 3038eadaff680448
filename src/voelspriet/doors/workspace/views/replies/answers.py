# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering a report or a bundle. What an agreement brought is told on the agreement's page."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from voelspriet.answer.replies import actions
from voelspriet.answer.replies.forms import AnswerWriteForm
from voelspriet.answer.replies.queries import AnswerRow, answer_form
from voelspriet.doors.workspace.access import staff
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

UNPROCESSABLE = 422


@staff(Role.AREA_ADVISER)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the answer form, or answer and go back to the report. Nothing typed is lost."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    needed = answer_form(reference=reference, by=by)
    if needed is None:
        raise OutOfScope(_("Deze melding is er niet."))
    form = AnswerWriteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.answer_signal(
                reference=reference,
                text=form.cleaned_data["text"],
                kind=form.cleaned_data["kind"],
                template_id=form.cleaned_data["template_id"],
                done=form.cleaned_data["done"],
                by=by,
                at=at,
            )
        except Refused as error:
            form.add_error(error.field or None, error.reason)
        else:
            _tell(request, row)
            return redirect("workspace:signal", reference=reference)
    status = UNPROCESSABLE if form.errors else 200
    context = {"answer": needed, "form": form}
    return render(request, "workspace/answer.html", context, status=status)


@staff(Role.AREA_ADVISER)
@require_POST
def answer_bundle(request: HttpRequest, reference: str) -> HttpResponse:
    """Answer everyone in a bundle; on an error show the text again with the reason."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]

    data = request.POST.copy()
    data.setdefault("kind", "final")
    form = AnswerWriteForm(data)
    if form.is_valid():
        try:
            rows = actions.answer_bundle(
                reference=reference,
                text=form.cleaned_data["text"],
                kind=form.cleaned_data["kind"],
                done=form.cleaned_data["done"],
                by=by,
                at=at,
            )
        except OutOfScope:
            raise
        except Refused as error:
            form.add_error(error.field or None, error.reason)
        else:
            _tell_many(request, rows)
            return redirect(*_back(request, rows))
    context = {"form": form, "back": request.POST.get("next_reference", "")}
    return render(request, "workspace/answer_many.html", context, status=UNPROCESSABLE)


def _back(request: HttpRequest, rows: tuple[AnswerRow, ...]) -> tuple[str, ...]:
    """Return where to go: the report the colleague came from, else the inbox."""
    known = {row.signal_reference for row in rows}
    asked = request.POST.get("next_reference", "")
    return ("workspace:signal", asked) if asked in known else ("workspace:inbox",)


def _tell(request: HttpRequest, row: AnswerRow) -> None:
    if row.is_template:
        messages.warning(
            request,
            _(
                "Dit is een standaardtekst zonder eigen woorden. Hij is verstuurd, maar telt niet "
                "als antwoord: u bent de melder nog een antwoord schuldig."
            ),
        )
    elif row.is_given:
        messages.success(request, _("Uw antwoord staat op de volgpagina van de melder."))
    else:
        messages.warning(
            request,
            _("Uw antwoord wacht op vertaling (%(language)s). Pas daarna krijgt de melder het.")
            % {"language": dict(settings.LANGUAGES).get(row.language, row.language)},
        )


def _tell_many(request: HttpRequest, rows: tuple[AnswerRow, ...]) -> None:
    waiting = sum(not row.is_given for row in rows)
    if any(row.is_template for row in rows):
        _tell(request, rows[0])
        return
    messages.success(
        request,
        ngettext(
            "%(count)s melder heeft antwoord.", "%(count)s melders hebben antwoord.", len(rows)
        )
        % {"count": len(rows)},
    )
    if waiting:
        messages.warning(
            request,
            ngettext(
                "%(count)s antwoord wacht nog op vertaling.",
                "%(count)s antwoorden wachten nog op vertaling.",
                waiting,
            )
            % {"count": waiting},
        )
