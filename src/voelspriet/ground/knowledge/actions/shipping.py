# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Storing what comes with the product: at `setup`, and again when the product brings more."""

from __future__ import annotations

from datetime import datetime

from voelspriet.ground.knowledge.actions.storing import columns_of, put_marks
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.ground.knowledge.rules import Words, shipped
from voelspriet.ground.privacy.actors import Actor, system
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action


def add_shipped_interventions(*, at: datetime) -> int:
    """Bring the shipped rows to what the product says; return how many were added or changed.

    What the product no longer says is archived: links to it stay.
    """
    there = {
        one.reference: one
        for one in Intervention.objects.filter(municipality=None).prefetch_related(
            "themes", "factors"
        )
    }
    told = dict(shipped())
    new = [
        (reference, words)
        for reference, words in told.items()
        if reference not in there or not _is_same(there[reference], words)
    ]
    gone = [one.pk for one in there.values() if one.reference not in told and not one.archived_at]
    if new or gone:
        _store_shipped(new=new, gone=gone, by=system("setup"), at=at)
    return len(new)


@action
def _store_shipped(
    *, new: list[tuple[str, Words]], gone: list[int], by: Actor, at: datetime
) -> None:
    for reference, words in new:
        found, _made = Intervention.objects.update_or_create(
            municipality=None,
            reference=reference,
            defaults=columns_of(words) | {"archived_at": None},
            create_defaults=columns_of(words) | {"made_at": at},
        )
        put_marks(found, words)
    Intervention.objects.filter(pk__in=gone).update(archived_at=at)
    record("knowledge.ship", by=by, at=at, subject="intervention", new=len(new), gone=len(gone))


def _is_same(one: Intervention, words: Words) -> bool:
    columns = columns_of(words)
    return (
        one.archived_at is None
        and all(getattr(one, name) == value for name, value in columns.items())
        and {each.theme for each in one.themes.all()} == set(words.themes)
        and {each.number for each in one.factors.all()} == set(words.factors)
    )
