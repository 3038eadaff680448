# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Destroying on time: originals on their own day, the texts of a study after its term."""

from __future__ import annotations

from datetime import datetime

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.conversations.choices import StudyState
from voelspriet.listen.conversations.models import Referral, SourceOriginal, Study, UrgentCase


def forget_expired(*, by: Actor, at: datetime) -> int:
    """Destroy what is past its day; return how many studies were touched.

    May run as often as one likes: a study with nothing left to destroy writes nothing.
    """
    today = dutch_day(at)
    over = Study.objects.filter(keep_until__lt=today, sources__isnull=False)
    originals = SourceOriginal.objects.filter(delete_on__lt=today)
    ids = set(over.values_list("pk", flat=True)) | set(
        originals.values_list("source__study_id", flat=True)
    )
    for study_id in sorted(ids):
        forget_study(study_id=study_id, by=by, at=at)
    return len(ids)


@action
def forget_study(*, study_id: int, by: Actor, at: datetime) -> None:
    """Destroy of a study what is past its day: originals, and after its term every text.

    What stays says that there was a study; a worrying case nobody confirmed stays until somebody
    does.
    """
    study = Study.objects.select_for_update().get(pk=study_id)
    today = dutch_day(at)
    originals = SourceOriginal.objects.filter(source__study=study, delete_on__lt=today)
    gone = originals.count()
    originals.delete()
    texts = 0
    if study.keep_until < today:
        texts = study.sources.count()
        study.sources.all().delete()
        Referral.objects.filter(study=study).delete()
        UrgentCase.objects.filter(study=study, confirmed_at__isnull=False).delete()
        if study.state == StudyState.RUNNING:
            study.state, study.ended_at = StudyState.ENDED, at
            study.save(update_fields=["state", "ended_at"])
    record(
        "study.forget",
        by=by,
        at=at,
        subject="study",
        reference=study.reference,
        municipality_id=study.municipality_id,
        originals=gone,
        texts=texts,
    )
