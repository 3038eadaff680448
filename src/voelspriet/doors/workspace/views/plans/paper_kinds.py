# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which papers a plan has: how each is written, where it stands, what its versions are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override

from voelspriet.act.agenda.queries.plan_papers import printed_plan, printed_programme
from voelspriet.act.plans.queries.budget_papers import printed_budget
from voelspriet.act.plans.queries.rows import PlanRow
from voelspriet.doors.workspace.access import StaffRequest
from voelspriet.doors.workspace.numbers import number_of
from voelspriet.doors.workspace.paper_versions import Routes, Versioned
from voelspriet.ground.privacy.actors import Actor
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.budget_appendix import budget_appendix
from voelspriet.papers.choices import PaperKind
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.plan_evaluation import plan_evaluation
from voelspriet.papers.writers.document import Document

ROUTES = Routes(
    version="workspace:plan_paper_version",
    file="workspace:plan_paper_version_file",
    changes="workspace:plan_paper_changes",
)
NOTE = gettext_lazy(
    "Een versie is dit papier zoals het toen was: er verandert niets meer aan, ook als het plan "
    "verandert. Versies zijn altijd in het Nederlands, de taal van college en raad."
)


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """A paper of a plan: how it is written, where it stands, and what its page says.

    `write` gets the parts of the address, with who asks, on which day, and how papers look.
    """

    kind: PaperKind
    write: Callable[..., tuple[PlanRow, Document]]
    page: str
    file: str
    title: Promise
    about: Promise
    # its word in the addresses of its versions
    word: str

    def versioned(self, parts: dict[str, Any]) -> Versioned:
        """Return what its versions are found by; `parts` are those of its address."""
        plan, *others = (str(one) for one in parts.values())
        return Versioned(
            kind=self.kind,
            owner=plan,
            owner_page=reverse("workspace:plan", args=(plan,)),
            about="-".join((plan, *others)),
            title=self.title,
            page=reverse(self.page, kwargs=parts),
            note=NOTE,
            routes=ROUTES,
            parts={"reference": plan, "paper": "-".join((self.word, *others))},
        )


# papers that print what is agreed, which not every reader of a plan may see
WITH_AGREEMENTS = (PaperKind.PLAN, PaperKind.EVALUATION, PaperKind.PROGRAMME)


def _of_plan(
    write: Callable[..., Document],
) -> Callable[..., tuple[PlanRow, Document]]:
    """Return how a paper of a whole plan is written."""

    def written(
        *, reference: str, by: Actor, on: date, for_every_reader: bool, **look: Any
    ) -> tuple[PlanRow, Document]:
        plan = printed_plan(reference=reference, by=by, on=on, for_every_reader=for_every_reader)
        return plan.frame.plan, write(plan=plan, on=on, **look)

    return written


def _programme(
    *, reference: str, first_year: int, by: Actor, on: date, for_every_reader: bool, **look: Any
) -> tuple[PlanRow, Document]:
    printed = printed_programme(
        reference=reference,
        first_year=first_year,
        by=by,
        on=on,
        for_every_reader=for_every_reader,
    )
    return printed.plan.frame.plan, action_programme(printed=printed, on=on, **look)


def _budget(*, reference: str, by: Actor, on: date, **look: Any) -> tuple[PlanRow, Document]:
    printed = printed_budget(reference=reference, by=by)
    return printed.plan, budget_appendix(printed=printed, on=on, **look)


DOCUMENT = PlanPaper(
    kind=PaperKind.PLAN,
    write=_of_plan(plan_document),
    page="workspace:plan_paper",
    file="workspace:plan_file",
    title=gettext_lazy("Het plan als document"),
    about=gettext_lazy(
        "Zoals het plan vandaag is. Wat een ambitie mist om te kunnen toetsen, staat erbij."
    ),
    word="document",
)
EVALUATION = PlanPaper(
    kind=PaperKind.EVALUATION,
    write=_of_plan(plan_evaluation),
    page="workspace:plan_evaluation",
    file="workspace:plan_evaluation_file",
    title=gettext_lazy("Evaluatie van het plan"),
    about=gettext_lazy(
        "Wat vandaag van elke ambitie te zeggen is, en waar bewoners op wilden letten."
    ),
    word="evaluatie",
)
PROGRAMME = PlanPaper(
    kind=PaperKind.PROGRAMME,
    write=_programme,
    page="workspace:plan_programme",
    file="workspace:plan_programme_file",
    title=gettext_lazy("Actieprogramma"),
    about=gettext_lazy(
        "Wat van het plan in deze jaren valt, zoals het vandaag is: ambities, geld en momenten."
    ),
    word="programma",
)
BUDGET = PlanPaper(
    kind=PaperKind.BUDGET_APPENDIX,
    write=_budget,
    page="workspace:plan_budget_paper",
    file="workspace:plan_budget_paper_file",
    title=gettext_lazy("Begroting als document"),
    about=gettext_lazy(
        "Alle bedragen van het plan, zoals zij vandaag zijn, met wat zij optellen en wat niet "
        "klopt. Als bijlage, en voor wie narekent."
    ),
    word="begroting",
)
BY_WORD = {paper.word: paper for paper in (DOCUMENT, EVALUATION, PROGRAMME, BUDGET)}


def found_paper(reference: str, word: str) -> tuple[PlanPaper, dict[str, Any]]:
    """Return the paper that a word in an address names, and the parts of its own address."""
    name, _between, year = word.partition("-")
    paper = BY_WORD.get(name)
    if paper is None or bool(year) != (paper is PROGRAMME):
        raise Http404
    if not year:
        return paper, {"reference": reference}
    first_year = number_of(year)
    if str(first_year) != year:
        raise Http404
    return paper, {"reference": reference, "first_year": first_year}


def written_in_dutch(
    request: StaffRequest, paper: PlanPaper, parts: dict[str, Any]
) -> tuple[PlanRow, Document]:
    """Return a paper as versions keep it: in the language of college and council."""
    with override("nl"):
        return written(request, paper, parts)


def written(
    request: StaffRequest, paper: PlanPaper, parts: dict[str, Any], *, for_every_reader: bool = True
) -> tuple[PlanRow, Document]:
    """Write a paper: for all who read plans, or for this reader with all that they may see."""
    if paper.kind in WITH_AGREEMENTS:
        parts = parts | {"for_every_reader": for_every_reader}
    return paper.write(
        **parts,
        by=request.actor,
        on=dutch_day(request.at),
        municipality=request.municipality,
        language=get_language() or "nl",
    )
