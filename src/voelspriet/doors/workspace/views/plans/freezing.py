# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a paper shows of its versions, and freezing one more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from voelspriet.act.plans.forms.proposals import FreezeForm
from voelspriet.act.plans.rules.access import writes_plans
from voelspriet.doors.workspace.access import StaffRequest, refusals_on
from voelspriet.doors.workspace.writing import done
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.versions.actions import freeze_paper
from voelspriet.papers.versions.queries import paper_versions
from voelspriet.papers.writers.document import Document

FREEZE = "freeze"


@dataclass(frozen=True, slots=True)
class Versioned:
    """A paper of a plan that has versions: what it is of, and its word in addresses.

    `page` is where the paper of today stands.
    """

    kind: PaperKind
    plan: str
    about: str
    word: str
    title: Promise
    page: str

    @property
    def key(self) -> dict[str, Any]:
        """Return how its versions are found."""
        return {"kind": self.kind, "about": self.about}


def freezes(request: StaffRequest) -> bool:
    """Tell whether a request asks to freeze."""
    return request.method == "POST" and request.POST.get("deed") == FREEZE


def freeze(
    request: StaffRequest, form: FreezeForm, paper: Versioned, write: Callable[[], Document]
) -> HttpResponseBase | None:
    """Freeze what `write` gives, in Dutch; return None where the form must be seen again."""
    if form.is_valid():
        with refusals_on(form):
            number = freeze_paper(
                document=write(),
                plan=paper.plan,
                why=form.cleaned_data["why"],
                by=request.actor,
                at=request.at,
                **paper.key,
            )
            told = _("Versie %(number)s is vastgelegd.") % {"number": number}
            return done(
                request, told, "workspace:plan_paper_version", paper.plan, paper.word, number
            )
    return None


def versions_of(request: StaffRequest, paper: Versioned) -> dict[str, Any]:
    """Return what the page of a paper shows of its versions."""
    rows = paper_versions(by=request.actor, **paper.key)
    return {
        "of": paper,
        "versions": rows,
        "next_number": rows[0].number + 1 if rows else 1,
        "may_freeze": writes_plans(request.actor),
    }
