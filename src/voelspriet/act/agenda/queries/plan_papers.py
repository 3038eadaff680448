# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers of a plan with what is agreed for its ambitions, as far as whoever asks may see it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.agenda.choices import AgreementState, Visibility
from voelspriet.act.agenda.models import Agreement
from voelspriet.act.agenda.queries.of_ambitions import was_kept
from voelspriet.act.agenda.rules import is_overdue, visible_agreements
from voelspriet.act.plans.queries import plan_papers, programme_papers
from voelspriet.act.plans.queries.plan_papers import PrintedAction, PrintedAmbition, PrintedPlan
from voelspriet.act.plans.queries.programme_papers import PrintedProgramme
from voelspriet.ground.privacy.actors import Actor


def printed_plan(*, reference: str, by: Actor, on: date, for_every_reader: bool) -> PrintedPlan:
    """Return a plan `by` may read with the agreements for its ambitions that `by` may see.

    `for_every_reader`: what is kept for all who read plans holds only what the neighbourhood may
    see as well. Raises OutOfScope for any other plan.
    """
    plan = plan_papers.printed_plan(reference=reference, by=by, on=on)
    return _with_actions(plan, by, on, for_every_reader=for_every_reader)


def printed_programme(
    *, reference: str, first_year: int, by: Actor, on: date, for_every_reader: bool
) -> PrintedProgramme:
    """Return a programme with the agreements of its years; raises and leaves out as above."""
    printed = programme_papers.printed_programme(
        reference=reference, first_year=first_year, by=by, on=on
    )
    row = printed.programme
    plan = _with_actions(
        printed.plan,
        by,
        on,
        for_every_reader=for_every_reader,
        years=frozenset(range(row.first_year, row.last_year + 1)),
    )
    return replace(printed, plan=plan)


def _with_actions(
    plan: PrintedPlan,
    by: Actor,
    on: date,
    *,
    for_every_reader: bool,
    years: frozenset[int] = frozenset(),
) -> PrintedPlan:
    found = _actions(plan.frame.plan.reference, by, on, for_every_reader=for_every_reader)

    def acted(ambitions: tuple[PrintedAmbition, ...]) -> tuple[PrintedAmbition, ...]:
        return tuple(
            replace(
                one,
                actions=tuple(
                    action for action in found[one.key] if not years or action.years & years
                ),
            )
            for one in ambitions
        )

    themes = tuple(replace(theme, ambitions=acted(theme.ambitions)) for theme in plan.themes)
    return replace(plan, overall=acted(plan.overall), themes=themes)


def _actions(
    reference: str, by: Actor, on: date, *, for_every_reader: bool
) -> defaultdict[str, list[PrintedAction]]:
    """Return the agreements of a plan by the key of their ambition, the first due first."""
    seen = visible_agreements(by)
    if for_every_reader:
        seen = seen.filter(visibility=Visibility.PUBLIC)
    links = Agreement.ambitions.through.objects.filter(
        ambition__plan__reference=reference, agreement__in=seen
    )
    found: defaultdict[str, list[PrintedAction]] = defaultdict(list)
    rows = links.select_related("ambition", "agreement__organisation", "agreement__area")
    for link in rows.order_by("agreement__due_on", "agreement_id"):
        found[link.ambition.key].append(_action(link.agreement, on))
    return found


def _action(row: Agreement, on: date) -> PrintedAction:
    ends = row.ended_on or row.due_on
    return PrintedAction(
        what=row.what,
        who=row.organisation.name,
        area=row.area.name,
        due_on=row.due_on,
        state=str(AgreementState(row.state).label),
        kept=_kept(row, on),
        is_internal=row.visibility == Visibility.INTERNAL,
        years=frozenset(range(row.entered_on.year, max(ends, row.due_on).year + 1)),
    )


def _kept(row: Agreement, on: date) -> str:
    """Say whether it was done by the day agreed first, or is not due yet."""
    kept = was_kept(row)
    if kept is not None and row.ended_on is not None:
        day = {"day": date_format(row.ended_on, "j F Y")}
        if kept:
            return _("Ja, op %(day)s") % day
        return _("Gedaan op %(day)s, later dan eerst was afgesproken") % day
    if row.state == AgreementState.NOT_DONE or is_overdue(row, on):
        return _("Nee")
    if row.due_on != row.first_due_on:
        return _("Niet op de eerste dag; verzet naar %(day)s") % {
            "day": date_format(row.due_on, "j F Y")
        }
    return _("Nog niet te zeggen")
