# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One version of a paper of a plan: its page with what is said, its file, and what changed."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_safe

from voelspriet.act.plans.rules.access import READS
from voelspriet.doors.workspace.access import StaffRequest, staff
from voelspriet.doors.workspace.paper_versions import changes_page, version_file, version_page
from voelspriet.doors.workspace.views.plans.paper_kinds import found_paper, written_in_dutch


@require_http_methods(["GET", "HEAD", "POST"])
@staff(*READS)
def plan_paper_version(
    request: StaffRequest, reference: str, paper: str, number: int
) -> HttpResponseBase:
    """Show a version with what is said about it; have its file made, comment, or answer."""
    kind, parts = found_paper(reference, paper)
    return version_page(request, kind.versioned(parts), number)


@require_safe
@staff(*READS)
def plan_paper_version_file(
    request: StaffRequest, reference: str, paper: str, number: int
) -> HttpResponseBase:
    """Give a version as a file; to its page, that has it made, where it is not there."""
    kind, parts = found_paper(reference, paper)
    return version_file(request, kind.versioned(parts), number)


@require_safe
@staff(*READS)
def plan_paper_changes(request: StaffRequest, reference: str, paper: str) -> HttpResponseBase:
    """Show chapter by chapter what changed: since the last version, or between two."""
    kind, parts = found_paper(reference, paper)
    return changes_page(
        request, kind.versioned(parts), lambda: written_in_dutch(request, kind, parts)[1]
    )
