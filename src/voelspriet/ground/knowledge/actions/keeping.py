# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Adding to the knowledge base: a municipality's own interventions."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.ground.knowledge.actions.storing import columns_of, put_marks
from voelspriet.ground.knowledge.models import Intervention
from voelspriet.ground.knowledge.rules import (
    Words,
    must_be_address,
    must_keep_knowledge,
    review_due,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.wording import brief
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day

LIMITS = {
    "title": 200,
    "told": 800,
    "owner": 200,
    "source_document": 200,
    "author_year": 160,
    "url_note": 300,
    "source_section": 160,
}
NEEDED = ("title", "told", "owner", "source_document")


@action
def add_intervention(
    *, words: Words, by: Actor, at: datetime, rng: random.Random = SYSTEM_RANDOM
) -> str:
    """Add an intervention of the own municipality, looked at today; return its reference.

    Refuses: no policy adviser or researcher; no title, words of our own, owner or source; too
    much; an address that is none; no theme.
    """
    where = must_keep_knowledge(by)
    clean = _clean(words)
    today = dutch_day(at)
    made = Intervention.objects.create(
        municipality_id=where,
        reference=new_reference("H", rng=rng),
        reviewed_on=today,
        review_due=review_due(today),
        made_by_id=by.user_id or 0,
        made_by_name=by.name,
        made_at=at,
        **columns_of(clean),
    )
    put_marks(made, clean)
    _record("knowledge.add", made, by, at)
    return made.reference


@action
def change_intervention(*, reference: str, words: Words, by: Actor, at: datetime) -> None:
    """Change an own intervention; that counts as looked at today. Refuses as adding, and archived.

    OutOfScope: what comes with the product, or is another municipality's.
    """
    found = _own(reference, by)
    clean = _clean(words)
    today = dutch_day(at)
    Intervention.objects.filter(pk=found.pk).update(
        reviewed_on=today, review_due=review_due(today), **columns_of(clean)
    )
    put_marks(found, clean)
    _record("knowledge.change", found, by, at)


@action
def check_intervention(*, reference: str, by: Actor, at: datetime) -> None:
    """Write down that an own intervention and its address were looked at today."""
    found = _own(reference, by)
    today = dutch_day(at)
    Intervention.objects.filter(pk=found.pk).update(reviewed_on=today, review_due=review_due(today))
    _record("knowledge.check", found, by, at)


@action
def archive_intervention(*, reference: str, by: Actor, at: datetime) -> None:
    """Take an own intervention out of the lists; whoever has its address still reads it."""
    found = _own(reference, by)
    Intervention.objects.filter(pk=found.pk).update(archived_at=at)
    _record("knowledge.archive", found, by, at)


@action
def restore_intervention(*, reference: str, by: Actor, at: datetime) -> None:
    """Put an archived intervention back. Refuses one that was not archived."""
    found = _own(reference, by, archived=True)
    if found.archived_at is None:
        raise Refused(_("Dit staat niet in het archief."))
    Intervention.objects.filter(pk=found.pk).update(archived_at=None)
    _record("knowledge.restore", found, by, at)


def _own(reference: str, by: Actor, *, archived: bool = False) -> Intervention:
    """Return an own intervention, held. Refuses an archived one unless that is asked for."""
    where = must_keep_knowledge(by)
    own = Intervention.objects.select_for_update().filter(municipality_id=where)
    found = own.filter(reference=reference).first()
    if found is None:
        raise OutOfScope(_("Dit staat niet in de kennisbank van uw gemeente."))
    if found.archived_at is not None and not archived:
        raise Refused(_("Dit staat in het archief. Haal het eerst terug."))
    return found


def _clean(words: Words) -> Words:
    told: dict[str, Any] = {
        name: brief(getattr(words, name), limit, name) for name, limit in LIMITS.items()
    }
    for name in NEEDED:
        if not told[name]:
            raise Refused(_("Vul dit in."), field=name)
    if not words.themes:
        raise Refused(_("Kies ten minste één thema."), field="themes")
    return replace(words, url=must_be_address(words.url), **told)


def _record(name: str, found: Intervention, by: Actor, at: datetime) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="intervention",
        reference=found.reference,
        municipality_id=found.municipality_id,
    )
