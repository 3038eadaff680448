# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading neighbourhood agendas: the list, one of them whole, and what anybody may see of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.act.agenda.choices.priorities import PriorityState
from voelspriet.act.agenda.models import (
    Agreement,
    AreaAgenda,
    Priority,
    PriorityAction,
)
from voelspriet.act.agenda.queries.area_agenda_rows import AgendaSheet, PriorityRow, Words
from voelspriet.act.agenda.queries.area_agenda_sheets import agenda_sheet, top_of
from voelspriet.act.agenda.queries.meeting_rows import SOURCE_LANGUAGE
from voelspriet.act.agenda.queries.rankings import Tally, rankable, ranked_by, tally_of
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_NUMBERS,
    SLOTS,
    is_ranking,
    leads_agenda,
    visible_agendas,
)
from voelspriet.act.agenda.rules.rankings import Standing
from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.lib.paging import Page, page_of, read_cursor, write_cursor

PAGE_SIZE = 30


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """An agenda in a list."""

    reference: str
    area_name: str
    year: int
    is_public: bool
    is_ranking: bool
    priorities: int
    running: int
    overdue: int


@dataclass(frozen=True, slots=True)
class AgendaDetail:
    """One agenda for a colleague: the page, the tally, and what each browser and list gave."""

    sheet: AgendaSheet
    tally: Tally
    ranked: tuple[Standing, ...]
    rankable: tuple[tuple[int, str], ...]
    made_by_name: str
    may_lead: bool

    @property
    def is_full(self) -> bool:
        """Tell whether all five slots are taken."""
        return len(self.sheet.priorities) >= len(SLOTS)


@dataclass(frozen=True, slots=True)
class PriorityDetail:
    """One priority and the agenda it stands on."""

    agenda_reference: str
    area_id: int
    area_name: str
    year: int
    priority: PriorityRow
    may_lead: bool

    @property
    def may_add(self) -> bool:
        """Tell whether another action fits."""
        ended = self.priority.state in {PriorityState.DONE, PriorityState.STOPPED}
        return not ended and len(self.priority.actions) < len(ACTION_NUMBERS)


@dataclass(frozen=True, slots=True)
class AgendaTop:
    """What a neighbourhood's page says of its agenda."""

    area_name: str
    year: int
    safe: Words
    is_ranking: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A priority somebody can choose."""

    id: int
    title: str
    why: str
    language: str


def area_agendas(*, by: Actor, on: date, cursor: str = "") -> Page[AgendaRow]:
    """Return agendas `by` may see, the newest year first, then by area."""
    found = visible_agendas(by)
    after = read_cursor(cursor, int, str, int)
    if after:
        year, name, key = after
        found = found.filter(
            Q(year__lt=year)
            | Q(year=year, area__name__gt=name)
            | Q(year=year, area__name=name, pk__gt=key)
        )
    rows = list(found.select_related("area").order_by("-year", "area__name", "id")[: PAGE_SIZE + 1])
    counted = _counted([one.pk for one in rows], on)
    return page_of(
        rows,
        PAGE_SIZE,
        lambda one: _row(one, *counted[one.pk]),
        lambda one: write_cursor(one.year, one.area.name, one.pk),
    )


def _counted(agenda_ids: Sequence[int], on: date) -> dict[int, tuple[int, int, int]]:
    """Return how many priorities, running and late actions agendas hold. One query."""
    agreement = "priorities__actions__agreement"
    running = Q(**{f"{agreement}__state": AgreementState.OPEN})
    rows = (
        AreaAgenda.objects.filter(pk__in=agenda_ids)
        .order_by()
        .values("pk")
        .annotate(
            number=Count(
                "priorities",
                filter=~Q(priorities__state=PriorityState.STOPPED),
                distinct=True,
            ),
            running=Count(agreement, filter=running, distinct=True),
            overdue=Count(
                agreement, filter=running & Q(**{f"{agreement}__due_on__lt": on}), distinct=True
            ),
        )
    )
    return {row["pk"]: (row["number"], row["running"], row["overdue"]) for row in rows}


def _row(one: AreaAgenda, priorities: int, running: int, overdue: int) -> AgendaRow:
    return AgendaRow(
        reference=one.reference,
        area_name=one.area.name,
        year=one.year,
        is_public=one.is_public,
        is_ranking=is_ranking(one),
        priorities=priorities,
        running=running,
        overdue=overdue,
    )


def area_agenda(
    *, reference: str, by: Actor, on: date, language: str = SOURCE_LANGUAGE
) -> AgendaDetail:
    """Return one agenda `by` may see, whole. Raises OutOfScope for any other."""
    one = loaded(visible_agendas(by)).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze agenda is er niet."))
    tally = tally_of(one)
    ranked = ranked_by(one, tally)
    sheet = agenda_sheet(
        one, tally=tally, ranked=ranked, language=language, on=on, public_only=False
    )
    titles = {row.id: row.title.text for row in sheet.priorities}
    return AgendaDetail(
        sheet=sheet,
        tally=tally,
        ranked=ranked,
        rankable=tuple((row.pk, titles[row.pk]) for row in rankable(one)),
        made_by_name=one.made_by_name if leads_agenda(by, one) else "",
        may_lead=leads_agenda(by, one),
    )


def agenda_for_residents(*, reference: str, by: Actor, on: date, language: str) -> AgendaSheet:
    """Return what residents may see of one agenda `by` may see, published or not yet.

    In their language as far as somebody wrote it. Raises OutOfScope for any other agenda.
    """
    one = loaded(visible_agendas(by), with_signals=False).filter(reference=reference).first()
    if one is None:
        raise OutOfScope(_("Deze agenda is er niet."))
    return _for_residents(one, language=language, on=on)


def priority(*, reference: str, by: Actor, on: date) -> PriorityDetail:
    """Return one priority of an agenda `by` may see. Raises OutOfScope for any other."""
    agenda = loaded(visible_agendas(by)).filter(priorities__reference=reference).first()
    if agenda is None:
        raise OutOfScope(_("Deze prioriteit is er niet."))
    tally = tally_of(agenda)
    sheet = agenda_sheet(
        agenda,
        tally=tally,
        ranked=ranked_by(agenda, tally),
        language=SOURCE_LANGUAGE,
        on=on,
        public_only=False,
    )
    every = (*sheet.priorities, *sheet.stopped)
    return PriorityDetail(
        agenda_reference=sheet.reference,
        area_id=sheet.area_id,
        area_name=sheet.area_name,
        year=sheet.year,
        priority=next(row for row in every if row.reference == reference),
        may_lead=leads_agenda(by, agenda),
    )


def agenda_top(*, area_ids: Sequence[int], language: str) -> AgendaTop | None:
    """Return what stands on top of the public agenda of the first of these areas that has one."""
    chosen = _public(area_ids)
    if chosen is None:
        return None
    one = AreaAgenda.objects.select_related("area").prefetch_related("texts").get(pk=chosen)
    return AgendaTop(one.area.name, one.year, top_of(one, language)["safe"], is_ranking(one))


def public_agenda(*, area_ids: Sequence[int], language: str, on: date) -> AgendaSheet | None:
    """Return the newest public agenda of the first of these areas that has one.

    Only what is public, in the reader's language as far as somebody wrote it.
    """
    chosen = _public(area_ids)
    if chosen is None:
        return None
    one = loaded(AreaAgenda.objects.filter(pk=chosen), with_signals=False).get()
    return _for_residents(one, language=language, on=on)


def _public(area_ids: Sequence[int]) -> int | None:
    """Return the id of the newest public agenda of the first area that has one. One query."""
    found = AreaAgenda.objects.filter(area_id__in=area_ids, is_public=True).order_by("year", "id")
    newest = dict(found.values_list("area_id", "pk"))
    return next((newest[one] for one in area_ids if one in newest), None)


def choices_of(sheet: AgendaSheet) -> tuple[ChoiceRow, ...]:
    """Return what residents can choose from on a public page."""
    return tuple(
        ChoiceRow(row.id, row.title.text, row.why.text, row.title.language)
        for row in sheet.priorities
        if row.state in {PriorityState.PROPOSED, PriorityState.RUNNING}
    )


def loaded(found: QuerySet[AreaAgenda], *, with_signals: bool = True) -> QuerySet[AreaAgenda]:
    """Return agendas with everything their page shows, in a fixed number of queries."""
    agreements = Agreement.objects.select_related("organisation", "move")
    actions = PriorityAction.objects.prefetch_related(
        Prefetch("agreement", queryset=agreements), "partners", "texts"
    )
    priorities = Priority.objects.prefetch_related("texts", Prefetch("actions", queryset=actions))
    if with_signals:
        priorities = priorities.annotate(signal_count=Count("signals"))
    return found.select_related("area").prefetch_related(
        "texts", Prefetch("priorities", queryset=priorities)
    )


def _for_residents(one: AreaAgenda, *, language: str, on: date) -> AgendaSheet:
    """Return what residents may see of an agenda that is loaded."""
    tally = tally_of(one)
    return agenda_sheet(
        one,
        tally=tally,
        ranked=ranked_by(one, tally),
        language=language,
        on=on,
        public_only=True,
    )
