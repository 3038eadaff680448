# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Talking differences through: what was decided says which fragments count from then on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.understand.coding.actions.making import Coded, make_fragment
from voelspriet.understand.coding.choices import DifferenceOutcome
from voelspriet.understand.coding.models import CodingDifference, Fragment
from voelspriet.understand.coding.queries.differences import fragments_within
from voelspriet.understand.coding.rules.access import may_code, visible_differences
from voelspriet.understand.coding.rules.guarding import brief, refuse_pointing

REASON_LIMIT = 600


@dataclass(frozen=True, slots=True)
class Decided:
    """What two coders decided and why; `code_ids` are what both changed to, if they did."""

    outcome: DifferenceOutcome
    reason: str
    code_ids: Sequence[int] = ()


@action
def decide_difference(*, reference: str, decided: Decided, by: Actor, at: datetime) -> None:
    """Write down what came of a difference; what was decided before no longer holds.

    Where both changed, one fragment over the whole piece with the new codes takes the place of what
    either made. Refuses no reason, one that divides people or points at somebody, and a change to
    nothing. The agreement that was calculated stays as it was.
    """
    found = visible_differences(by).select_for_update().filter(reference=reference).first()
    if found is None or not may_code(by):
        raise OutOfScope(_("Dit verschil is er niet."))
    reason = brief(decided.reason, REASON_LIMIT, field="reason", is_needed=True)
    refuse_pointing(reason, field="reason")
    if decided.outcome == DifferenceOutcome.CHANGED and not decided.code_ids:
        raise Refused(_("Kies de codes waarnaar u allebei gewijzigd hebt."), field="codes")
    found.outcome, found.reason = decided.outcome, reason
    found.decided_by_id, found.decided_by_name, found.decided_at = by.user_id or 0, by.name, at
    found.save()
    _count(found, decided, at)
    record(
        "difference.decide",
        by=by,
        at=at,
        subject="second_coding",
        reference=found.second_coding.reference,
        municipality_id=by.municipality_id,
        outcome=decided.outcome,
    )


def _count(found: CodingDifference, decided: Decided, at: datetime) -> None:
    """Have the fragments of a piece count by what was decided."""
    found.agreed.all().delete()
    here = fragments_within(found)
    _set(here, None)
    first = here.filter(coding_pass__is_second=False)
    second = here.filter(coding_pass__is_second=True)
    if decided.outcome == DifferenceOutcome.SECOND:
        _set(first, False)
        _set(second, True)
    elif decided.outcome == DifferenceOutcome.CHANGED:
        _set(here, False)
        _agree(found, decided.code_ids, at)


def _agree(found: CodingDifference, code_ids: Sequence[int], at: datetime) -> None:
    """Make the fragment both came to, in the first pass, with the facets the first coder saw."""
    own = found.material.passes.get(is_second=False)
    model = fragments_within(found).order_by("coding_pass__is_second", "start", "pk").first()
    made = make_fragment(found.material, own, Coded(found.start, found.end, code_ids), at)
    made.difference, made.counts = found, True
    if model is not None:
        made.speaker, made.side, made.valence = model.speaker, model.side, model.valence
        made.dimension, made.world = model.dimension, model.world
        made.acting_party, made.place = model.acting_party, model.place
    made.save()


def _set(fragments: QuerySet[Fragment], counts: bool | None) -> None:
    fragments.update(counts=counts)
