# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a letter to the council about an evaluation begins with: what can be said on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from voelspriet.act.plans.choices import CourseState
from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.models import Plan
from voelspriet.act.plans.queries.courses import ambition_rows, counts_of
from voelspriet.act.plans.queries.cycle import next_moments
from voelspriet.act.plans.queries.found import read_plan
from voelspriet.act.plans.queries.rows import AmbitionRow, CourseCounts
from voelspriet.ground.privacy.actors import Actor

DUTCH = "nl"  # the council reads Dutch, whatever language the colleague works in
MOST_NAMED, MOST_AHEAD = 10, 3
SUBJECT_LIMIT = 200


@dataclass(frozen=True, slots=True)
class EvaluationLetter:
    """What a letter is about, and the parts that are written already."""

    subject: str
    texts: dict[ProposalSection, str]


def evaluation_letter(*, reference: str, by: Actor, on: date) -> EvaluationLetter:
    """Return how a letter about the evaluation of a plan begins, in Dutch.

    Raises OutOfScope for a plan `by` may not read.
    """
    plan = read_plan(reference, by)
    every = plan.ambitions.prefetch_related("measurements").order_by("position", "id")
    with override(DUTCH):
        rows = ambition_rows(every, on=on)
        day = date_format(on, "j F Y")
        is_final = on.year > plan.last_year
        title = _("Eindevaluatie: %(plan)s") if is_final else _("Tussenevaluatie: %(plan)s")
        subject = title % {"plan": plan.title}
        texts = {
            ProposalSection.MESSAGE: _message(plan, rows, day),
            ProposalSection.FOUND: _found(rows, day),
            ProposalSection.NEXT: _next(plan, on),
            ProposalSection.APPENDICES: f"- {subject} ({_standing(day)})",
        }
    written = {section: text for section, text in texts.items() if text}
    return EvaluationLetter(subject[:SUBJECT_LIMIT], written)


def _standing(day: str) -> str:
    return _("stand op %(day)s") % {"day": day}


def _message(plan: Plan, rows: Sequence[AmbitionRow], day: str) -> str:
    if not rows:
        return ""
    counts = counts_of(rows)
    told = ngettext(
        "%(plan)s heeft %(every)s ambitie.",
        "%(plan)s heeft %(every)s ambities.",
        len(rows),
    ) % {"plan": plan.title, "every": len(rows)}
    stand = _("Op %(day)s: %(on)s op koers, %(off)s niet op koers, %(unknown)s niet te zeggen en"
              " %(lacking)s niet toetsbaar.")  # fmt: skip
    return f"{told} {stand % _numbers(counts, day)}"


def _numbers(counts: CourseCounts, day: str) -> dict[str, object]:
    return {
        "day": day,
        "on": counts.on,
        "off": counts.off,
        "unknown": counts.unknown,
        "lacking": counts.lacking,
    }


def _found(rows: Sequence[AmbitionRow], day: str) -> str:
    """Return the counts, what is on course and off it by name, and what no count can say."""
    if not rows:
        return ""
    counts = counts_of(rows)
    lines = [
        _("Van alle ambities van het plan, %(standing)s:") % {"standing": _standing(day)},
        f"- {CourseState.ON.label}: {counts.on}",
        f"- {CourseState.OFF.label}: {counts.off}",
        f"- {CourseState.UNKNOWN.label}: {counts.unknown}",
        "- " + _("Niet toetsbaar") + f": {counts.lacking}",
        _("Niet te zeggen betekent niet dat het slecht gaat, en ook niet dat het goed gaat. Wat"
          " niet toetsbaar is, mist een indicator, een begin, een doel of een termijn."),
    ]  # fmt: skip
    for state in (CourseState.ON, CourseState.OFF):
        named = [one for one in rows if one.is_measurable and one.course.state == state]
        lines += _named(str(state.label), named)
    return "\n".join(lines)


def _named(label: str, rows: Sequence[AmbitionRow]) -> list[str]:
    if not rows:
        return []
    more = len(rows) - MOST_NAMED
    lines = [f"{label}:", *(f"- {one.key}: {one.statement}" for one in rows[:MOST_NAMED])]
    return [*lines, "- " + _("en nog %(count)s") % {"count": more}] if more > 0 else lines


def _next(plan: Plan, on: date) -> str:
    """Return what falls due after a day, the first first."""
    ahead = [one for one in next_moments(plan, on=on, limit=MOST_AHEAD) if one.due_on >= on]
    told = _("%(what)s, uiterlijk %(day)s")
    return "\n".join(
        "- " + told % {"what": one.what, "day": date_format(one.due_on, "j F Y")} for one in ahead
    )
