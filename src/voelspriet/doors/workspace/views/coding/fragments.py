# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was coded: the list with filters, as a file, and a file that is taken in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, refusals_on, staff
from voelspriet.doors.workspace.choices import every_area
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.conversations.choices import SourceKind
from voelspriet.listen.conversations.queries.studies import study_detail
from voelspriet.understand.coding.actions.exporting import note_fragments_export
from voelspriet.understand.coding.actions.importing import import_fragments
from voelspriet.understand.coding.forms import FragmentFileForm, FragmentFilterForm
from voelspriet.understand.coding.fragment_file import FragmentsRefused, Problem, read_fragments
from voelspriet.understand.coding.queries import fragments as reading
from voelspriet.understand.coding.queries.codebooks import usable_codebooks
from voelspriet.understand.coding.queries.material import studies_with_material
from voelspriet.understand.coding.rules.access import may_code

READERS = (Role.RESEARCHER, Role.POLICY_ADVISER)
HEAD = ("text", "area", "perspective", "world", "factor_number", "valence", "codes", "dimension",
        "acting_party", "hot_spot", "hot_crime", "hot_time", "place", "kind", "day", "material",
        "memo", "suggested")  # fmt: skip
# with side and area these tell whose talk it was: they stay with those who code
CODERS_ONLY = frozenset({"day", "material", "memo"})
# full-width signs too: spreadsheets in some languages read them as the plain ones
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class _Echo:
    """A file that gives back each line, for the csv writer."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


@require_safe
@staff(*READERS)
def fragments(request: StaffRequest) -> HttpResponseBase:
    """List what was coded and may leave the room."""
    form, study, filters = _narrowed(request, request.GET)
    page = reading.study_fragments(
        study=study, by=request.actor, filters=filters, cursor=request.GET.get("na", "")
    )
    kept = {
        name: str(value) for name, value in request.GET.items() if name in form.fields and value
    }
    context = {
        "form": form,
        "page": page,
        "kept": kept,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "may_code": request.actor.has(Role.RESEARCHER),
    }
    return render(request, "workspace/fragments.html", context)


@require_POST
@staff(*READERS)
def fragments_file(request: StaffRequest) -> HttpResponseBase:
    """Give the selection as CSV or XLSX; that it was taken out is itself a line in the audit."""
    _form, study, filters = _narrowed(request, request.POST)
    note_fragments_export(study=study, by=request.actor, at=request.at)
    rows = reading.every_study_fragment(study=study, by=request.actor, filters=filters)
    lines = _lines(rows, hidden=frozenset() if may_code(request.actor) else CODERS_ONLY)
    response: HttpResponseBase
    if request.POST.get("form") == "xlsx":
        response = HttpResponse(_xlsx(lines), content_type=XLSX)
        name = "fragmenten.xlsx"
    else:
        response = StreamingHttpResponse(_csv(lines), content_type="text/csv; charset=utf-8")
        name = "fragmenten.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@staff(Role.RESEARCHER)
def study_fragments(request: StaffRequest, reference: str) -> HttpResponseBase:
    """Take in a file of fragments of a study."""
    detail = study_detail(reference=reference, by=request.actor)
    form = FragmentFileForm(request.POST or None, request.FILES or None)
    problems: list[Problem] = []
    if form.is_valid():
        with refusals_on(form):
            try:
                taken = import_fragments(
                    study=reference,
                    lines=read_fragments(form.cleaned_data["file"].read()),
                    kind=SourceKind(form.cleaned_data["kind"]),
                    held_on=form.cleaned_data["held_on"],
                    by=request.actor,
                    at=request.at,
                )
                told = _("Ingelezen: %(fragments)s fragmenten, en %(uncoded)s teksten die nog op "
                         "codering wachten.")  # fmt: skip
                messages.success(
                    request, told % {"fragments": taken.fragments, "uncoded": taken.uncoded}
                )
                return redirect("workspace:study", reference)
            except FragmentsRefused as refused:
                problems = refused.problems
                form.add_error("file", _("Dit bestand kan zo niet worden ingelezen."))
    context = {"form": form, "detail": detail, "study": detail.study, "problems": problems}
    status = 422 if form.errors else 200
    return render(request, "workspace/study_fragments.html", context, status=status)


def _narrowed(
    request: StaffRequest, sent: QueryDict
) -> tuple[FragmentFilterForm, str, reading.FragmentFilters]:
    """Return the filters; what cannot be understood leaves out nothing."""
    books = usable_codebooks(by=request.actor)
    labels = {
        str(code.key): f"{code.number} {code.path}" if code.number else code.path
        for book in books
        for code in book.codes
    }
    form = FragmentFilterForm(
        sent,
        codes=list(labels.items()),
        areas=every_area(request),
        studies=studies_with_material(by=request.actor),
    )
    form.is_valid()
    chosen = form.cleaned_data
    filters = reading.FragmentFilters(
        code=chosen.get("code", ""),
        area_id=chosen.get("area"),
        world=chosen.get("world", ""),
        side=chosen.get("side", ""),
    )
    return form, chosen.get("study", ""), filters


def _cells(row: reading.StudyFragmentRow) -> list[str]:
    one = row.fragment
    number = next((str(code.number) for code in one.codes if code.kind == "factors"), "")
    codes = "; ".join(f"{code.codebook}: {code.label}" for code in one.codes)
    suggested = "; ".join(f"{code.codebook}: {code.label}" for code in one.codes
                          if code.is_suggested)  # fmt: skip
    told = (one.words, row.area_name, one.side if one.side != "unknown" else "", one.world, number,
            one.valence, codes, one.dimension, one.acting_party, one.hot_spot, one.hot_crime,
            one.hot_time, one.place_name, row.kind_label, row.arrived_on.isoformat(), row.material,
            one.memo, suggested)  # fmt: skip
    return [f"'{cell}" if cell.startswith(FORMULA) else cell for cell in told]


def _lines(
    rows: Iterator[reading.StudyFragmentRow], *, hidden: frozenset[str]
) -> Iterator[list[str]]:
    """Give the head and every row, without the columns that stay here."""
    shown = [place for place, name in enumerate(HEAD) if name not in hidden]
    yield [HEAD[place] for place in shown]
    for row in rows:
        cells = _cells(row)
        yield [cells[place] for place in shown]


def _csv(lines: Iterator[list[str]]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield "\ufeff" + writer.writerow(next(lines))
    for line in lines:
        yield writer.writerow(line)


def _xlsx(lines: Iterator[list[str]]) -> bytes:
    """Return a workbook.

    The library is imported here: it weighs 8 MB, and only a download needs it.
    """
    from openpyxl import Workbook  # noqa: PLC0415  heavy

    book = Workbook(write_only=True)
    sheet = book.create_sheet("fragmenten")
    for line in lines:
        sheet.append(line)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()
