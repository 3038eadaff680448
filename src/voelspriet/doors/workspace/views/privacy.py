# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The audit, for the privacy officer: lists, and a file that is written while it is read."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from typing import Any

from django.http import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.ground.privacy.actions.exports import note_audit_export
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.forms import AuditFilterForm
from voelspriet.ground.privacy.records import (
    AuditFilters,
    AuditRow,
    audit_actions,
    audit_lines,
    every_audit_line,
)
from voelspriet.lib.working_days import DUTCH_TIME

HEAD = ("moment", "soort", "wie", "handeling", "onderwerp", "kenmerk", "reden", "bijzonderheden")
# full-width signs too: spreadsheets in some languages read them as the plain ones
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class _Echo:
    """A file that gives back each line, for the csv writer."""

    def write(self, line: str) -> str:
        """Return the line."""
        return line


@require_safe
@staff(Role.PRIVACY_OFFICER)
def audit(request: StaffRequest) -> HttpResponseBase:
    """Show every deed."""
    return _listed(request, reads_only=False)


@require_safe
@staff(Role.PRIVACY_OFFICER)
def contact_reads(request: StaffRequest) -> HttpResponseBase:
    """Show who looked at contact data, attachments and exact places, with the reason."""
    return _listed(request, reads_only=True)


@require_POST
@staff(Role.PRIVACY_OFFICER)
def audit_export(request: StaffRequest) -> HttpResponseBase:
    """Give the selection as CSV; that it was taken out is itself a line in the audit."""
    reads_only = request.POST.get("soort") == "gelezen"
    form = AuditFilterForm(request.POST, actions=audit_actions(by=request.actor))
    filters = _filters(form, reads_only=reads_only)
    note_audit_export(reads_only=reads_only, by=request.actor, at=request.at)
    rows = every_audit_line(filters=filters, by=request.actor)
    response = StreamingHttpResponse(_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="handelingen.csv"'
    return response


def _listed(request: StaffRequest, *, reads_only: bool) -> HttpResponseBase:
    form = AuditFilterForm(
        request.GET, actions=() if reads_only else audit_actions(by=request.actor)
    )
    page = audit_lines(
        filters=_filters(form, reads_only=reads_only),
        by=request.actor,
        cursor=request.GET.get("na", ""),
    )
    if reads_only:
        del form.fields["handeling"]
    kept = {name: str(value) for name, value in request.GET.items() if name != "na"}
    context = {
        "form": form,
        "page": page,
        "more": urlencode(kept | {"na": page.next_cursor}) if page.next_cursor else "",
        "kept": kept,
        "reads_only": reads_only,
        "here": reverse("workspace:contact_reads" if reads_only else "workspace:audit"),
    }
    return render(request, "workspace/audit.html", context)


def _filters(form: AuditFilterForm, *, reads_only: bool) -> AuditFilters:
    """Return what was selected; what cannot be understood leaves out nothing."""
    form.is_valid()
    chosen: dict[str, Any] = form.cleaned_data
    return AuditFilters(
        since=chosen.get("van"),
        until=chosen.get("tot"),
        name=chosen.get("wie", ""),
        action=chosen.get("handeling", ""),
        reference=chosen.get("kenmerk", ""),
        reads_only=reads_only,
    )


def _csv(rows: Iterator[AuditRow]) -> Iterator[str]:
    writer = csv.writer(_Echo())
    yield writer.writerow(HEAD)
    for row in rows:
        cells = (
            row.at.astimezone(DUTCH_TIME).isoformat(timespec="seconds"),
            row.actor_kind,
            row.actor_name,
            row.action,
            row.subject,
            row.subject_reference,
            row.reason,
            json.dumps(row.detail, ensure_ascii=False, sort_keys=True),
        )
        yield writer.writerow([_inert(cell) for cell in cells])


def _inert(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell
