# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A project of another program by page: sent, read by the worker, looked at, entered whole.

The web process stores the file encrypted and reads nothing of it. The worker reads it and writes
down what would come in; a researcher reads that and says that nobody is recognised; the worker
enters it in one transaction, or refuses it with the sentence that says where and why.
"""

from __future__ import annotations

import json
import random
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from voelspriet.ground.people.queries import actor_for
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action, housekeeping
from voelspriet.ground.queue.enqueue import enqueue
from voelspriet.lib.references import SYSTEM_RANDOM, new_reference
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.actions.studies import running_study
from voelspriet.listen.conversations.choices import Perspective, SourceKind
from voelspriet.understand.coding.actions.codebooks import NAME_LIMIT
from voelspriet.understand.coding.actions.taking_over import (
    Given,
    Plan,
    planned,
    take_over_project,
)
from voelspriet.understand.coding.choices import ImportState
from voelspriet.understand.coding.models import ProjectImport
from voelspriet.understand.coding.qda import FileRefused, read_project
from voelspriet.understand.coding.queries.incoming import visible_imports
from voelspriet.understand.coding.rules.access import may_code, visible_codebooks
from voelspriet.understand.coding.rules.guarding import brief, refuse_dividing

MOST_BYTES = 10_000_000
MOST_ATTEMPTS = 3
LOOKED_AT_WITHIN = timedelta(days=1)
TOLD_FOR = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class ProjectSent:
    """A file with what it does not say of its texts; `keep` are words that are no names."""

    content: bytes
    given: Given
    keep: tuple[str, ...] = ()


@action
def send_project(
    *,
    study: str,
    sent: ProjectSent,
    by: Actor,
    at: datetime,
    rng: random.Random = SYSTEM_RANDOM,
) -> str:
    """Have a project read for a study, and return its reference. Nothing comes in by this.

    Refuses a file that is empty or too large, an area outside the study, a name that is taken.
    """
    found = running_study(study, by)
    if not may_code(by):
        raise Refused(_("Alleen een onderzoeker mag dit."))
    if not 0 < len(sent.content) <= MOST_BYTES:
        message = _("Dit bestand is leeg, of groter dan %(most)s MB.") % {"most": 10}
        raise Refused(message, field="file")
    if not found.areas.filter(pk=sent.given.area_id).exists():
        raise OutOfScope(_("Dit gebied is er niet."))
    name = brief(sent.given.codebook, NAME_LIMIT, field="codebook", is_needed=True)
    refuse_dividing(name, field="codebook")
    if visible_codebooks(by).filter(name=name).exists():
        raise Refused(_("Er is al een codeboek met deze naam."), field="codebook")
    made = ProjectImport.objects.create(
        study=found, reference=new_reference("P", rng=rng), kind=sent.given.kind,
        area_id=sent.given.area_id, held_on=sent.given.held_on,
        perspective=sent.given.perspective or "", codebook=name, keep="\n".join(sent.keep),
        content=settings.KEYRING.encrypt(sent.content), language=(get_language() or "nl")[:2],
        asked_by_id=by.user_id or 0, asked_by_name=by.name, asked_at=at, changed_at=at,
    )  # fmt: skip
    enqueue("coding.take_over", import_id=made.pk)
    _audit("project.send", made, by, at)
    return made.reference


@action
def enter_project(*, reference: str, by: Actor, at: datetime) -> None:
    """Have a project that was read be entered: `by` says that nobody is recognised in its texts.

    The texts come in by `by`'s name. Refuses one that was not read yet, or is done.
    """
    made = visible_imports(by).select_for_update(of=("self",)).filter(reference=reference).first()
    if made is None:
        raise OutOfScope(_("Dit bestand is er niet meer."))
    if made.state != ImportState.CHECKED:
        raise Refused(_("Dit bestand is nog niet gelezen, of al verwerkt."))
    made.state, made.changed_at, made.attempts = ImportState.ENTERING, at, 0
    made.asked_by_id, made.asked_by_name = by.user_id or 0, by.name
    made.save()
    enqueue("coding.take_over", import_id=made.pk)
    _audit("project.enter", made, by, at)


def work_on_project(*, import_id: int, at: datetime) -> None:
    """Do what a project waits for: read it, or enter it. For the job process.

    What a file is refused for is kept and told. Anything else that goes wrong, a full disk too, is
    tried three times; whatever happens, a project is in whole or not at all.
    """
    made = ProjectImport.objects.filter(pk=import_id).select_related("study").first()
    if made is None or made.state not in {ImportState.WAITING, ImportState.ENTERING}:
        return
    with override(made.language):
        try:
            _work(made, at)
        except (FileRefused, Refused, OutOfScope) as refused:
            _refuse(made, str(refused), at)
        except Exception:
            last = made.attempts + 1 >= MOST_ATTEMPTS
            if last:
                _refuse(made, _("Het lukte drie keer niet om dit bestand te verwerken."), at)
            else:
                with housekeeping("project.attempt"):
                    ProjectImport.objects.filter(pk=import_id).update(attempts=made.attempts + 1)
            raise


def forget_projects(*, at: datetime) -> int:
    """Destroy files nobody entered within a day, and after a week what was told of the others."""
    with housekeeping("project.forget"):
        old = ProjectImport.objects.filter(changed_at__lt=at - TOLD_FOR)
        stale = ProjectImport.objects.filter(
            content__isnull=False, changed_at__lt=at - LOOKED_AT_WITHIN
        )
        found = list((old | stale).values_list("pk", flat=True))
        ProjectImport.objects.filter(pk__in=found).delete()
    return len(found)


def _work(made: ProjectImport, at: datetime) -> None:
    by = actor_for(
        user_id=made.asked_by_id, on=dutch_day(at), municipality_id=made.study.municipality_id
    )
    if by is None:
        raise Refused(_("Wie dit bestand stuurde, werkt hier niet meer als onderzoeker."))
    content = settings.KEYRING.decrypt(bytes(made.content or b""))
    # read and looked through before the write, which holds up every other writer
    plan = planned(read=read_project(content), by=by, keep=tuple(made.keep.splitlines()))
    if made.state == ImportState.ENTERING:
        _enter(import_id=made.pk, plan=plan, by=by, at=at)
        return
    with housekeeping("project.checked"):
        ProjectImport.objects.filter(pk=made.pk, state=ImportState.WAITING).update(
            state=ImportState.CHECKED, told=_told(plan, with_words=True), changed_at=at
        )


@action
def _enter(*, import_id: int, plan: Plan, by: Actor, at: datetime) -> None:
    """Enter a project and say so in its row, both or neither."""
    made = ProjectImport.objects.select_for_update().get(pk=import_id)
    is_first = made.state == ImportState.ENTERING
    if is_first:
        given = Given(
            SourceKind(made.kind), made.area_id, made.held_on, made.codebook,
            Perspective(made.perspective) if made.perspective else None,
        )  # fmt: skip
        take_over_project(study=made.study.reference, plan=plan, given=given, by=by, at=at)
        made.state, made.content, made.changed_at = ImportState.DONE, None, at
        made.told = _told(plan, with_words=False)
        made.save()
    _audit("project.entered", made, by, at, again=not is_first)


def _refuse(made: ProjectImport, why: str, at: datetime) -> None:
    with housekeeping("project.refused"):
        ProjectImport.objects.filter(pk=made.pk, state=made.state).update(
            state=ImportState.REFUSED, content=None, told="", why=why, changed_at=at
        )


def _told(plan: Plan, *, with_words: bool) -> str:
    """Return what is told of a project; the words that were replaced only until it is entered."""
    return json.dumps(
        {
            "origin": plan.origin,
            "codes": len(plan.codes),
            "fragments": plan.fragments,
            "texts": [
                [
                    one.name,
                    len(one.pieces),
                    [[each.text if with_words else "", each.pseudonym] for each in one.proposals],
                ]
                for one in plan.texts
            ],
            "remarks": [
                [str(one.weight), one.sentence, one.count, list(one.places)] for one in plan.remarks
            ],
        }
    )


def _audit(name: str, made: ProjectImport, by: Actor, at: datetime, **detail: Any) -> None:
    record(
        name,
        by=by,
        at=at,
        subject="study",
        reference=made.study.reference,
        municipality_id=made.study.municipality_id,
        project=made.reference,
        **detail,
    )
