# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sources: entering what was said in two steps, and one of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.analysis.text.pseudonyms import Proposal
from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.actions.studies import (
    Grades,
    add_source,
    add_speaker,
    mark_sensitive,
    remove_source,
)
from voelspriet.listen.conversations.choices import (
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.listen.conversations.forms import (
    KIND_LABELS,
    NamesForm,
    SourceForm,
    SpeakerForm,
)
from voelspriet.listen.conversations.queries.studies import (
    StudyDetail,
    names_to_keep,
    source_detail,
    study_detail,
)
from voelspriet.listen.conversations.rules.entering import (
    entered,
    pieces,
    proposal_rows,
    proposed,
)
from voelspriet.listen.conversations.rules.guards import warnings_about

MOST_PROPOSALS = 350  # a form may hold 400 fields
LABELS = {str(kind): label for kind, label in KIND_LABELS.items()}


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def source_new(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Enter what was said: first the text, then what to replace in it."""
    detail = study_detail(reference=reference, by=request.actor)
    if not detail.is_running:
        raise Refused(_("Dit onderzoek is afgerond."))
    areas = [one for one in every_area(request) if one[0] in detail.area_ids]
    sent = request.POST if request.method == "POST" else None
    form = SourceForm(sent, request.FILES or None, areas=areas)
    proposals = _proposals(request, form) if form.is_valid() else ()
    if sent is None or not form.is_valid():
        context = {"form": form, "detail": detail, "study": detail.study}
        status = 422 if form.errors else 200
        return render(request, "workspace/source_new.html", context, status=status)
    return _names(request, detail, form, proposals)


def _proposals(request: StaffRequest, form: SourceForm) -> Sequence[Proposal]:
    """Return what is proposed; say beside the text when it is too much to look at at once."""
    found = proposed(form.cleaned_data["text"], names_to_keep(by=request.actor))
    if len(found) > MOST_PROPOSALS:
        form.add_error("text", _("Hier staat te veel in om in één keer na te kijken. Knip de "
                                 "tekst in delen."))  # fmt: skip
    return found


def _names(
    request: StaffRequest, detail: StudyDetail, form: SourceForm, proposals: Sequence[Proposal]
) -> HttpResponseBase:
    """Show what is proposed; keep the source once a person looked at everything."""
    text = form.cleaned_data["text"]
    is_answer = "names" in request.POST
    names = NamesForm(request.POST if is_answer else None)
    accepted = set(request.POST.getlist("replace")) if is_answer else None
    if is_answer and names.is_valid():
        replaced, count = entered(text, proposals, accepted=accepted or (), by_hand=names.by_hand())
        with refusals_on(names):
            made = _keep(request, detail, form, (replaced, count), names)
            messages.success(request, _("De bron staat erbij en wacht op codering."))
            return redirect("workspace:source", made)
    rows = proposal_rows(text, proposals)
    context = {
        "form": form,
        "text": text,
        "names": names,
        "detail": detail,
        "study": detail.study,
        "pieces": list(pieces(text, proposals)),
        "rows": [(row, LABELS[row.kind], accepted is None or row.key in accepted) for row in rows],
        "warnings": warnings_about(text),
    }
    status = 422 if names.errors else 200
    return render(request, "workspace/source_names.html", context, status=status)


def _keep(
    request: StaffRequest,
    detail: StudyDetail,
    form: SourceForm,
    told: tuple[str, int],
    names: NamesForm,
) -> str:
    values = form.cleaned_data
    made = add_source(
        reference=detail.study.reference,
        kind=SourceKind(values["kind"]),
        area_id=values["area"],
        held_on=values["held_on"],
        text=told[0],
        original=values["text"],
        replaced=told[1],
        is_sensitive=names.cleaned_data["is_sensitive"],
        grades=Grades(values["boundary"], values["bustle"], values["facilities"]),
        by=request.actor,
        at=request.at,
    )
    if values["perspective"]:
        add_speaker(
            reference=made,
            perspective=Perspective(values["perspective"]),
            role=SpeakerRole(values["role"] or SpeakerRole.OTHER),
            stay=StayLength(values["stay"]) if values["stay"] else None,
            by=request.actor,
            at=request.at,
        )
    return made


@require_safe
@staff(Role.RESEARCHER)
def source(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show one source with its text and who spoke."""
    return _source_page(request, reference, SpeakerForm())


@require_POST
@staff(Role.RESEARCHER)
def source_speaker(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Add somebody who spoke."""
    form = SpeakerForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            add_speaker(
                reference=reference,
                perspective=Perspective(form.cleaned_data["perspective"]),
                role=SpeakerRole(form.cleaned_data["role"]),
                stay=StayLength(stay) if (stay := form.cleaned_data["stay"]) else None,
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:source", reference)
    return _source_page(request, reference, form)


@require_POST
@staff(Role.RESEARCHER)
def source_sensitive(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Keep a source out of everything that leaves, or let it in again."""
    is_sensitive = request.POST.get("sensitive") == "yes"
    mark_sensitive(reference=reference, is_sensitive=is_sensitive, by=request.actor, at=request.at)
    return redirect("workspace:source", reference)


@require_POST
@staff(Role.RESEARCHER)
def source_remove(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Destroy a source at once."""
    study = remove_source(reference=reference, by=request.actor, at=request.at)
    messages.success(request, _("De bron is vernietigd."))
    return redirect("workspace:study", study)


def _source_page(request: StaffRequest, reference: str, form: SpeakerForm) -> HttpResponseBase:
    detail = source_detail(reference=reference, by=request.actor)
    context = {"detail": detail, "source": detail.source, "form": form}
    status = 422 if form.errors else 200
    return render(request, "workspace/source.html", context, status=status)
