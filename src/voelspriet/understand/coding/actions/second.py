# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving finished texts to a second coder, who does not see what the first one did."""

from __future__ import annotations

import random
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _

from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.models import Study
from voelspriet.listen.conversations.rules.studies import visible_studies
from voelspriet.understand.coding.models import CodingPass, Material, SecondCoding
from voelspriet.understand.coding.rules.access import (
    may_code,
    visible_codebooks,
    visible_material,
    visible_seconds,
)

SEEDS = 2**31


@action
def give_second(
    *,
    study: str,
    coder_id: int,
    codebook: str,
    size: int | None,
    by: Actor,
    at: datetime,
    seed: int | None = None,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Give finished texts of a study to a second coder and return the reference of the giving.

    All that somebody else finished, or `size` of them: drawn from their references in order by
    `random.Random(seed).sample`, so that anybody can draw them again. Refuses a coder who is no
    researcher here or who reads the audit trail, which tells how much was coded in which text; a
    size that is not there; and a codebook nobody can code with.
    """
    found = _study(study, by)
    second = _coder(coder_id, by, at)
    book = visible_codebooks(by).filter(reference=codebook).first()
    if book is None or not book.versions.filter(published_at__isnull=False).exists():
        raise OutOfScope(_("Dit codeboek is er niet."))
    ready = sorted(givable(found, coder_id, by).values_list("reference", flat=True))
    if not ready:
        raise Refused(_("Er is geen tekst die iemand anders al helemaal codeerde."))
    if size is not None and not 1 <= size <= len(ready):
        message = _("Kies 1 tot %(most)s teksten.") % {"most": len(ready)}
        raise Refused(message, field="size")
    drawn = None if size is None else rng.randrange(SEEDS) if seed is None else seed
    chosen = ready if size is None else random.Random(drawn).sample(ready, size)  # noqa: S311
    made = SecondCoding.objects.create(
        study=found,
        reference=new_reference("T", rng=rng),
        codebook=book,
        coder_id=coder_id,
        coder_name=second.name,
        asked=size,
        seed=drawn,
        given_by_id=by.user_id or 0,
        given_by_name=by.name,
        given_at=at,
    )
    _give(made, chosen)
    enqueue("coding.forget")  # what was learned from these texts would tell the second coder
    _audit("second.give", made, by, at, texts=len(chosen), seed=drawn)
    return made.reference


@action
def take_back(*, reference: str, by: Actor, at: datetime) -> None:
    """Take back what the second coder did not finish, with what was coded in it.

    What is finished is compared; when nothing is, the giving goes. Refuses the second coder, who
    would so come to read what the first one did and could be given the texts again.
    """
    made = visible_seconds(by).select_for_update().filter(reference=reference).first()
    if made is None or not may_code(by):
        raise OutOfScope(_("Deze tweede codering is er niet."))
    if made.finished_at is not None:
        raise Refused(_("Deze tweede codering is klaar."))
    if made.coder_id == by.user_id:
        raise Refused(_("Een collega kan terugnemen wat u niet afmaakt."))
    gone, _each = made.passes.filter(finished_at__isnull=True).delete()
    _audit("second.take_back", made, by, at, gone=bool(gone))
    if made.passes.exists():
        enqueue("coding.agree", second_coding_id=made.pk)
    else:
        made.delete()


def givable(study: Study, coder_id: int, by: Actor) -> QuerySet[Material]:
    """Return the texts of a study that may be coded a second time by somebody.

    Their first coder finished, was somebody else, and nobody was given them before.
    """
    passes = CodingPass.objects.filter(material_id=OuterRef("pk"))
    return visible_material(by).filter(
        Exists(passes.filter(is_second=False, finished_at__isnull=False)),
        ~Exists(passes.filter(is_second=True)),
        ~Exists(passes.filter(coder_id=coder_id)),
        study=study,
    )


def _give(made: SecondCoding, references: Collection[str]) -> None:
    found = Material.objects.select_for_update().filter(reference__in=references).order_by("pk")
    CodingPass.objects.bulk_create(
        CodingPass(
            material=one,
            coder_id=made.coder_id,
            coder_name=made.coder_name,
            is_second=True,
            second_coding=made,
        )
        for one in found
    )


def _study(reference: str, by: Actor) -> Study:
    found = visible_studies(by).select_for_update().filter(reference=reference).first()
    if found is None or not may_code(by):
        raise OutOfScope(_("Dit onderzoek is er niet."))
    return found


def _coder(coder_id: int, by: Actor, at: datetime) -> Actor:
    found = actor_for(user_id=coder_id, on=dutch_day(at), municipality_id=by.municipality_id or 0)
    if found is None or not may_code(found):
        raise OutOfScope(_("Deze collega is er niet."))
    if found.has(Role.PRIVACY_OFFICER):
        raise Refused(
            _("Wie de handelingen leest, ziet hoeveel er gecodeerd is. Kies iemand anders."),
            field="coder",
        )
    return found


def _audit(name: str, made: SecondCoding, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="second_coding",
        reference=made.reference,
        municipality_id=made.study.municipality_id,
        **detail,
    )
