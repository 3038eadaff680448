# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Coding one text: its pieces, its fragments, and everything a coder does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.privacy.actors import OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.understand.coding.actions import coding as acting
from voelspriet.understand.coding.actions.making import Coded
from voelspriet.understand.coding.choices import (
    ActingParty,
    Dimension,
    SensitiveReason,
    Side,
    Valence,
    World,
)
from voelspriet.understand.coding.forms import FragmentForm, SensitiveForm
from voelspriet.understand.coding.queries.codebooks import UsableCodebook, usable_codebooks
from voelspriet.understand.coding.queries.fragments import FragmentRow, own_fragments, undoing
from voelspriet.understand.coding.queries.material import (
    MaterialDetail,
    material_detail,
    next_to_code,
)
from voelspriet.understand.coding.queries.suggestions import (
    Suggestion,
    may_be_suggested,
    some_suggested,
)
from voelspriet.understand.coding.rules.layout import Mark, pieces

# a script asks for the part of the page that changed, and says so with this header
PART = "X-Part"
DEEDS: dict[str, Callable[..., None]] = {
    "beginnen": acting.begin_pass,
    "ongedaan": acting.undo,
    "opnieuw": acting.redo,
    "verder": acting.reopen_pass,
}


@require_safe
@staff(Role.RESEARCHER)
def coding_text(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Show a text with what oneself coded in it."""
    return text_page(request, reference)


@require_POST
@staff(Role.RESEARCHER)
def coding_fragment(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Code a piece of the text."""
    detail = material_detail(reference=reference, by=request.actor)
    form = fragment_form(request, detail, usable_codebooks(by=request.actor), sent=True)
    if form.is_valid():
        with refusals_on(form):
            acting.add_fragment(
                reference=reference, coded=_coded(form), by=request.actor, at=request.at
            )
            return _after(request, reference)
    return text_page(request, reference, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def coding_fragment_edit(
    request: StaffRequest, reference: str, fragment_id: int
) -> HttpResponseBase:
    """Change what is said of a piece."""
    detail = material_detail(reference=reference, by=request.actor)
    rows = own_fragments(reference=reference, by=request.actor)
    row = next((one for one in rows if one.id == fragment_id), None)
    if row is None or detail.own is None or detail.own.is_finished:
        raise OutOfScope(_("Dit fragment is er niet."))
    books = usable_codebooks(by=request.actor)
    form = fragment_form(request, detail, books, sent=request.method == "POST", row=row)
    if form.is_bound and form.is_valid():
        with refusals_on(form):
            acting.change_fragment(
                reference=reference,
                fragment_id=fragment_id,
                coded=_coded(form),
                by=request.actor,
                at=request.at,
            )
            return redirect("workspace:coding_text", reference)
    context = _context(detail, rows, books, form) | {"row": row}
    status = 422 if form.errors else 200
    return render(request, "workspace/coding_fragment.html", context, status=status)


@require_POST
@staff(Role.RESEARCHER)
def coding_fragment_remove(
    request: StaffRequest, reference: str, fragment_id: int
) -> HttpResponseBase:
    """Take a fragment away."""
    acting.remove_fragment(
        reference=reference, fragment_id=fragment_id, by=request.actor, at=request.at
    )
    return _after(request, reference)


@require_POST
@staff(Role.RESEARCHER)
def coding_deed(request: StaffRequest, reference: str, deed: str) -> HttpResponseBase:
    """Begin, undo, do again, or go on with a text."""
    if deed not in DEEDS:
        raise Http404
    DEEDS[deed](reference=reference, by=request.actor, at=request.at)
    return _after(request, reference)


@require_POST
@staff(Role.RESEARCHER)
def coding_finish(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Finish a text and begin with the next one."""
    acting.finish_pass(reference=reference, by=request.actor, at=request.at)
    following = next_to_code(by=request.actor, after=reference)
    if not following:
        messages.success(request, _("Klaar. Er wacht niets meer op codering."))
        return redirect("workspace:coding")
    acting.begin_pass(reference=following, by=request.actor, at=request.at)
    messages.success(request, _("Klaar. Dit is de volgende tekst."))
    return redirect("workspace:coding_text", following)


@require_POST
@staff(Role.RESEARCHER)
def coding_sensitive(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Keep a text out of every output, or let it in again."""
    form = SensitiveForm(request.POST)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        acting.mark_material(
            reference=reference,
            reason=SensitiveReason(reason) if reason else None,
            by=request.actor,
            at=request.at,
        )
    return redirect("workspace:coding_text", reference)


def _after(request: StaffRequest, reference: str) -> HttpResponseBase:
    if request.headers.get(PART):
        return text_page(request, reference)
    return redirect("workspace:coding_text", reference)


def text_page(
    request: StaffRequest,
    reference: str,
    *,
    form: FragmentForm | None = None,
    suggested: tuple[Suggestion, ...] | None = None,
    suggested_for: str = "",
) -> HttpResponseBase:
    """Show the page, or for a script the part of it that changes with every fragment.

    `suggested` are codes that may fit the piece in `form`, of the range `suggested_for`; None when
    nobody asked.
    """
    detail = material_detail(reference=reference, by=request.actor)
    rows = own_fragments(reference=reference, by=request.actor)
    is_part = bool(request.headers.get(PART))
    books = () if is_part else usable_codebooks(by=request.actor)
    context = _context(detail, rows, books, form or fragment_form(request, detail, books))
    context |= {
        "undoing": undoing(reference=reference, by=request.actor),
        "sensitive": SensitiveForm(),
        "suggested": suggested,
        "suggested_for": suggested_for,
    }
    if not is_part and may_be_suggested(reference=reference, by=request.actor):
        context |= {"may_suggest": True, "some_suggested": some_suggested(by=request.actor)}
    name = "_coding_live" if is_part else "coding_text"
    status = 422 if form and form.is_bound else 200
    return render(request, f"workspace/{name}.html", context, status=status)


def _context(
    detail: MaterialDetail,
    rows: tuple[FragmentRow, ...],
    books: tuple[UsableCodebook, ...],
    form: FragmentForm,
) -> dict[str, Any]:
    marks = [
        Mark(number, one.start, one.end, ", ".join(code.label for code in one.codes))
        for number, one in enumerate(rows, 1)
        if not one.has_changed
    ]
    return {
        "detail": detail,
        "material": detail.material,
        "rows": rows,
        "books": books,
        "form": form,
        "chosen": {str(value) for value in form["codes"].value() or ()},
        "pieces": pieces(detail.text, detail.sentences, marks),
        "is_open": detail.own is not None and detail.own.is_begun and not detail.own.is_finished,
    }


def fragment_form(
    request: StaffRequest,
    detail: MaterialDetail,
    books: tuple[UsableCodebook, ...],
    *,
    sent: bool = False,
    row: FragmentRow | None = None,
    initial: dict[str, Any] | None = None,
) -> FragmentForm:
    """Return the form in which a piece of this text is coded."""
    codes = [(code.id, code.name) for book in books for code in book.codes]
    if row is not None:  # codes of an older version stay choosable on what has them
        codes += [(code.id, code.name) for code in row.codes]
    return FragmentForm(
        request.POST if sent else None,
        initial=_initial(row) if row else initial or {"seen": detail.digest},
        codes=codes,
        areas=every_area(request),
        speakers=detail.speakers,
        sentences=detail.sentences,
    )


def _initial(row: FragmentRow) -> dict[str, Any]:
    kept = ("start", "end", "valence", "dimension", "world", "side", "acting_party", "hot_spot",
            "hot_crime", "hot_time", "memo")  # fmt: skip
    return {name: getattr(row, name) for name in kept} | {
        "codes": [code.id for code in row.codes],
        "speaker": row.speaker_id,
        "place": row.place_id,
    }


def _coded(form: FragmentForm) -> Coded:
    told = form.cleaned_data
    return Coded(
        start=told["start"],
        end=told["end"],
        code_ids=told["codes"],
        valence=Valence(told["valence"]),
        side=Side(told["side"]) if told["side"] else None,
        speaker_id=told["speaker"],
        dimension=Dimension(told["dimension"]) if told["dimension"] else None,
        world=World(told["world"]) if told["world"] else None,
        acting_party=ActingParty(told["acting_party"]) if told["acting_party"] else None,
        hot_spot=told["hot_spot"],
        hot_crime=told["hot_crime"],
        hot_time=told["hot_time"],
        place_id=told["place"],
        memo=told["memo"],
        seen=told["seen"],
        suggested_ids=told["suggested"],
    )
