# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing a plan from a file: everything or nothing, as a new draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.plans.models import (
    ActionProgramme,
    Ambition,
    ApproachMeasure,
    Consultation,
    EvaluationMoment,
    Measurement,
    Plan,
    PlanLine,
    PlanRole,
    Theme,
)
from voelspriet.act.plans.reading.entries import AmbitionEntry, PlanDocument, ThemeEntry
from voelspriet.act.plans.rules.facts_of_rows import facts_of
from voelspriet.act.plans.rules.lacks import lacks
from voelspriet.ground.privacy.actors import Actor, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import new_reference


@dataclass(frozen=True, slots=True)
class PlanImported:
    """What an import brought in. `differs`: keys whose lacks are others than the file says."""

    reference: str
    themes: int
    ambitions: int
    overall: int
    measurable: int
    moments: int
    differs: tuple[str, ...]


@action
def import_plan(
    *,
    municipality_id: int,
    document: PlanDocument,
    source: str,
    again: bool,
    by: Actor,
    at: datetime,
) -> PlanImported:
    """Keep a whole plan as a new draft.

    Refuses a plan of the same name and years that is there already, unless `again`: then a
    second draft stands beside it, and what was written into the first stays as it is.
    """
    if not again:
        _refuse_twice(municipality_id, document)
    plan = Plan.objects.create(
        municipality_id=municipality_id,
        reference=new_reference("P"),
        title=document.title,
        motto=document.motto,
        first_year=document.first_year,
        last_year=document.last_year,
        vision=document.vision,
        looking_back=document.looking_back,
        framework=document.framework,
        source=source[:160],
    )
    work = _Work(plan, by, at)
    work.frame(document)
    work.themes(document)
    work.cycle(document)
    done = work.done(document)
    record(
        "plan.import",
        by=by,
        at=at,
        subject="plan",
        reference=plan.reference,
        municipality_id=municipality_id,
        themes=done.themes,
        ambitions=done.ambitions,
        measurable=done.measurable,
    )
    return done


def _refuse_twice(municipality_id: int, document: PlanDocument) -> None:
    same = Plan.objects.filter(
        municipality_id=municipality_id,
        title=document.title,
        first_year=document.first_year,
        last_year=document.last_year,
    )
    there = same.order_by("-id").first()
    if there is not None:
        raise Refused(_("Dit plan is er al: %(reference)s.") % {"reference": there.reference})


class _Work:
    """One import under way."""

    def __init__(self, plan: Plan, by: Actor, at: datetime) -> None:
        self.plan, self.by, self.at = plan, by, at
        self.kept: list[Ambition] = []

    def frame(self, document: PlanDocument) -> None:
        """Keep lines and roles."""
        PlanLine.objects.bulk_create(
            PlanLine(
                plan=self.plan,
                kind=line.kind,
                position=place,
                label=line.label,
                question=line.question,
                text=line.text,
            )
            for place, line in enumerate(document.lines, 1)
        )
        for place, role in enumerate(document.roles, 1):
            made = PlanRole.objects.create(
                plan=self.plan, body=role.body, position=place, name=role.name, task=role.task
            )
            Consultation.objects.bulk_create(
                Consultation(
                    role=made,
                    position=number,
                    name=one.name,
                    members=list(one.members),
                    municipalities=list(one.municipalities),
                    held_when=one.held_when,
                )
                for number, one in enumerate(role.consultations, 1)
            )

    def themes(self, document: PlanDocument) -> None:
        """Keep themes with their approach, and every ambition."""
        for place, one in enumerate(document.overall, 1):
            self.ambition(one, None, place)
        for place, theme in enumerate(document.themes, 1):
            self.theme(theme, place)

    def theme(self, one: ThemeEntry, place: int) -> None:
        """Keep one theme."""
        made = Theme.objects.create(
            plan=self.plan,
            reference=new_reference("T"),
            position=place,
            key=one.key,
            label=one.label,
            motto=one.motto,
            challenge=one.challenge,
            background=one.background,
            safety_field=one.safety_field,
        )
        ApproachMeasure.objects.bulk_create(
            ApproachMeasure(theme=made, position=number, text=text)
            for number, text in enumerate(one.approach, 1)
        )
        for number, ambition in enumerate(one.ambitions, 1):
            self.ambition(ambition, made, number)

    def ambition(self, one: AmbitionEntry, theme: Theme | None, place: int) -> None:
        """Keep one ambition with what was measured."""
        same = (
            "key", "kind", "statement", "indicator", "indicator_kind", "indicator_source", "unit",
            "baseline_value", "baseline_year", "target_value", "target_direction", "is_relative",
            "is_milestone", "deadline_words", "deadline_on", "is_yearly", "measured_how",
            "paid_from", "note", "source_section",
        )  # fmt: skip
        made = Ambition.objects.create(
            plan=self.plan,
            theme=theme,
            reference=new_reference("D"),
            position=place,
            measured_years=list(one.measured_years),
            paid_years=list(one.paid_years),
            **{name: getattr(one, name) for name in same},
        )
        Measurement.objects.bulk_create(
            Measurement(
                ambition=made,
                measured_on=seen.on,
                value=seen.value,
                n=seen.n,
                design_effect=seen.design_effect,
                source=seen.source,
                is_same_question=seen.is_same_question,
                difference=seen.difference,
                note=seen.note,
                by_name=self.by.name,
                at=self.at,
            )
            for seen in one.measurements
        )
        self.kept.append(made)

    def cycle(self, document: PlanDocument) -> None:
        """Keep programmes and everything that falls due."""
        programmes = {
            one.first_year: ActionProgramme.objects.create(
                plan=self.plan,
                name=one.name,
                first_year=one.first_year,
                last_year=one.last_year,
                approved_by=one.approved_by,
            )
            for one in document.programmes
        }
        EvaluationMoment.objects.bulk_create(
            EvaluationMoment(
                plan=self.plan,
                programme=programmes.get(one.programme) if one.programme else None,
                purpose=one.purpose,
                what=one.what,
                due_on=one.due_on,
                day_words=one.day_words,
            )
            for one in document.moments
        )

    def done(self, document: PlanDocument) -> PlanImported:
        """Return what came in, and where our reading differs from what the file says of itself."""
        found = {row.key: tuple(lack.what for lack in lacks(facts_of(row))) for row in self.kept}
        differs = [
            one.key
            for one in document.ambitions
            if one.said_missing is not None and set(one.said_missing) != set(found[one.key])
        ]
        inside = [row for row in self.kept if row.theme_id is not None]
        return PlanImported(
            reference=self.plan.reference,
            themes=len(document.themes),
            ambitions=len(inside),
            overall=len(self.kept) - len(inside),
            measurable=sum(not found[row.key] for row in inside),
            moments=len(document.moments),
            differs=tuple(differs),
        )
