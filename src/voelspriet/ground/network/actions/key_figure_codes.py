# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trying a key figure's code: wrong ones are counted together, per minute; right ones never."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.ground.network.models import FailedKeyCode
from voelspriet.ground.network.queries.key_figures import open_key_figure
from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.writing import housekeeping

MOST_FAILURES_A_MINUTE = 60
KEPT_FOR = timedelta(days=1)


def try_key_code(*, typed: str, at: datetime) -> bool:
    """Tell whether what somebody typed opens an entry.

    A wrong code is counted for everybody together. Beyond 60 in a minute a wrong code is refused
    with a request to wait; a right code is never refused.
    """
    if open_key_figure(code=typed, at=at) is not None:
        return True
    minute = at.replace(second=0, microsecond=0)
    row = FailedKeyCode.objects.filter(minute=minute).first()
    if row is not None and row.count >= MOST_FAILURES_A_MINUTE:
        raise Refused(
            _("Er zijn nu te veel verkeerde codes ingevuld. Kijk uw code na en wacht een minuut."),
            field="code",
        )
    _count_failure(minute)
    return False


def _count_failure(minute: datetime) -> None:
    with housekeeping("network.count_failure"):
        if FailedKeyCode.objects.filter(minute=minute).update(count=F("count") + 1):
            return
        FailedKeyCode.objects.filter(minute__lt=minute - KEPT_FOR).delete()
        try:
            with transaction.atomic():
                FailedKeyCode.objects.create(minute=minute, count=1)
        except IntegrityError:  # another request was the first of this minute
            FailedKeyCode.objects.filter(minute=minute).update(count=F("count") + 1)
