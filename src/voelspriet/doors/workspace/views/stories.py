# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a neighbourhood's page: draft, think who could be guessed, publish, withdraw."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.answer.pages import actions, queries
from voelspriet.answer.pages.choices import StoryKind
from voelspriet.answer.pages.forms import CheckForm, StoryForm, WithdrawForm, WordsForm
from voelspriet.doors.workspace.access import refusals_on, staff
from voelspriet.ground.privacy.choices import Role

OF_OURSELVES = (StoryKind.STRENGTH, StoryKind.COMING)


@require_safe
@staff(Role.AREA_ADVISER)
def stories(request: HttpRequest) -> HttpResponse:
    """Show what can still be told, the drafts and what is public."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    context = {
        "rows": queries.stories(by=by),
        "agreements": queries.agreements_to_tell(by=by, at=at),
        "declined": queries.declined_to_tell(by=by, at=at),
    }
    return render(request, "workspace/stories.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.AREA_ADVISER)
def new(request: HttpRequest) -> HttpResponseBase:
    """Draft a story from an agreement (?afspraak=), a declined matter (?melding=) or nothing."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    agreement = request.GET.get("afspraak", "")
    signals = tuple(request.GET.getlist("melding"))
    form = _story_form(request, agreement, signals)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            reference = actions.draft_story(
                kind=data["kind"],
                said=data.get("said", ""),
                did=data["did"],
                agreement_reference=agreement,
                signal_references=signals,
                area_id=data.get("area"),
                happens_on=data.get("happens_on"),
                by=by,
                at=at,
            )
            return redirect("workspace:story", reference)
    about = agreement or ", ".join(signals)
    return render(request, "workspace/story_new.html", {"form": form, "about": about})


def _story_form(request: HttpRequest, agreement: str, signals: tuple[str, ...]) -> StoryForm:
    by = request.actor  # type: ignore[attr-defined]
    kinds: tuple[str, ...] = OF_OURSELVES
    areas = queries.story_areas(by=by)
    if agreement or signals:
        areas = ()
        wanted = request.GET.get("soort", "")
        told = (StoryKind.DONE, StoryKind.AGREED, StoryKind.DECLINED)
        kinds = (StoryKind.DECLINED,) if signals else told
        kinds = (wanted,) if wanted in kinds else kinds
    return StoryForm(request.POST or None, kinds=kinds, areas=areas)


@require_safe
@staff(Role.AREA_ADVISER)
def story(request: HttpRequest, reference: str) -> HttpResponse:
    """Show a story with what could give somebody away."""
    return _story_page(request, reference)


def _story_page(
    request: HttpRequest,
    reference: str,
    *,
    check: Form | None = None,
    withdraw: Form | None = None,
    words: tuple[str, Form] | None = None,
) -> HttpResponse:
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    detail = queries.story_detail(reference=reference, by=by, at=at)
    written = {text.language: text for text in detail.texts}
    forms = []
    for language, name in settings.LANGUAGES:
        text = written.get(language)
        initial = {"said": text.said, "did": text.did} if text else {}
        form: Form = WordsForm(initial=initial, prefix=language)
        if words and words[0] == language:
            form = words[1]
        forms.append((language, name, text, form))
    failed = [form for form in (check, withdraw, words[1] if words else None) if form]
    context = {
        "story": detail,
        "check": check or CheckForm(),
        "withdraw": withdraw or WithdrawForm(),
        "forms": forms,
        "failed": failed[0] if failed else None,
    }
    return render(request, "workspace/story.html", context, status=400 if failed else 200)


@require_POST
@staff(Role.AREA_ADVISER)
def publish(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Make a story public."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    form = CheckForm(request.POST)
    if form.is_valid():
        check = form.cleaned_data["guess_check"]
        with refusals_on(form):
            actions.publish_story(reference=reference, guess_check=check, by=by, at=at)
            messages.success(request, _("Het bericht staat op de buurtpagina."))
            return redirect("workspace:stories")
    return _story_page(request, reference, check=form)


@require_POST
@staff(Role.AREA_ADVISER)
def withdraw(request: HttpRequest, reference: str) -> HttpResponseBase:
    """Take a story off the page."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    form = WithdrawForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        with refusals_on(form):
            actions.withdraw_story(reference=reference, reason=reason, by=by, at=at)
            messages.success(request, _("Het bericht is ingetrokken."))
            return redirect("workspace:stories")
    return _story_page(request, reference, withdraw=form)


@require_POST
@staff(Role.AREA_ADVISER)
def write(request: HttpRequest, reference: str, language: str) -> HttpResponseBase:
    """Write a story in one language."""
    by, at = request.actor, request.at  # type: ignore[attr-defined]
    form = WordsForm(request.POST, prefix=language)
    if form.is_valid():
        data = form.cleaned_data
        with refusals_on(form):
            actions.write_text(
                reference=reference,
                language=language,
                said=data["said"],
                did=data["did"],
                by=by,
                at=at,
            )
            messages.success(request, _("De tekst is bewaard."))
            return redirect("workspace:story", reference)
    return _story_page(request, reference, words=(language, form))
