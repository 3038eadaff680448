# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Count how often each side speaks of each factor. Runs in the worker; nobody counts at a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.understand.findings.models import Comparison, SalienceCount
from voelspriet.understand.findings.queries.prompts import COUNTS_ONLY, NOT_SHOWN
from voelspriet.understand.findings.rules.comparisons import may_compare, visible_comparisons
from voelspriet.understand.findings.speaking import salience_columns

if TYPE_CHECKING:
    from voelspriet.analysis.congruence import Salience, Side


@action
def ask_count(*, reference: str, by: Actor, at: datetime) -> None:
    """Have the job count again how often each side speaks of each factor."""
    if not may_compare(by):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    comparison = visible_comparisons(by).filter(reference=reference).first()
    if comparison is None:
        raise OutOfScope(_("Deze vergelijking is er niet."))
    enqueue("findings.count_salience", reference=reference)
    _audit("comparison.ask_count", comparison, by, at)


@action
def count_salience(*, reference: str, by: Actor, at: datetime) -> None:
    """Count for the whole comparison and for each area, and keep it in place of what was counted.

    Nothing is done for a comparison that is gone. For the job process: it loads what pages do not.
    """
    comparison = Comparison.objects.filter(reference=reference).first()
    if comparison is None:
        return
    areas = sorted(comparison.areas.values_list("pk", flat=True))
    counted, left_out = _counted(comparison, areas)
    content: dict[str, Any] = {"all": counted, "without_speaker": left_out}
    content |= {str(area): _counted(comparison, [area])[0] for area in areas}
    SalienceCount.objects.update_or_create(
        comparison=comparison, defaults={"counted_at": at, "content": content}
    )
    _audit("comparison.count", comparison, by, at, areas=len(areas))


def _counted(comparison: Comparison, area_ids: Sequence[int]) -> tuple[dict[str, Any], int]:
    """Return what may be said of each factor, by the number of its row.

    And how many fragments could not be counted because nobody said who spoke.
    """
    columns, guessed = salience_columns(comparison, area_ids)
    if not any(columns["factor"]):
        return {}, 0
    if not any(columns["speaker"]):
        del columns["speaker"]
    # slow import: web processes never load what it stands on
    from voelspriet.analysis.congruence import salience  # noqa: PLC0415

    report = salience(columns)
    counted = {one.factor: _kept(one, in_talks=one.factor in guessed) for one in report.saliences}
    return counted, report.left_out.without_speaker


def _kept(one: Salience, *, in_talks: bool) -> dict[str, Any]:
    """Return what is kept of a factor; in talks only where it is not known who spoke in one."""
    counts_only = in_talks and str(one.saying) != NOT_SHOWN
    return {
        "saying": COUNTS_ONLY if counts_only else str(one.saying),
        "residents": _side(one.residents),
        "professionals": _side(one.professionals),
        "needed": [one.needed.residents, one.needed.professionals] if one.needed else None,
    }


def _side(one: Side | None) -> dict[str, int] | None:
    if one is None:
        return None
    return {
        "asked": one.asked,
        "naming": one.naming,
        "talks": one.talks,
        "talks_naming": one.talks_naming,
    }


def _audit(name: str, comparison: Comparison, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="comparison",
        reference=comparison.reference,
        municipality_id=comparison.study.municipality_id,
        **detail,
    )
