# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forgetting: photos after two months, sheets two years after their round closed."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.writing import action
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.drawings.actions.photos import destroy_photos
from voelspriet.listen.drawings.models import MapRound, MapSheet, SheetPhoto
from voelspriet.listen.drawings.rules.keeping import SHEETS_KEPT


@action
def forget_old_sheets(*, by: Actor, at: datetime) -> int:
    """Destroy photos past their day, and sheets of rounds that closed two years ago.

    Returns how many photos and sheets. Results that are public stay, and so do the rounds.
    """
    old = MapRound.objects.filter(closes_at__lte=at - SHEETS_KEPT, emptied_at__isnull=True)
    rounds = list(old.order_by("id").values_list("id", flat=True))
    photos = SheetPhoto.objects.filter(kept_until__lt=dutch_day(at)) | SheetPhoto.objects.filter(
        sheet__round_id__in=rounds
    )
    names = sorted(set(photos.values_list("file_name", flat=True)))
    SheetPhoto.objects.filter(file_name__in=names).delete()
    sheets = MapSheet.objects.filter(round_id__in=rounds)
    count = sheets.count()
    sheets.delete()
    MapRound.objects.filter(pk__in=rounds).update(emptied_at=at)
    transaction.on_commit(lambda: destroy_photos(names))
    record("map_sheet.forget", by=by, at=at, subject="map_sheet", photos=len(names), sheets=count)
    return len(names) + count
