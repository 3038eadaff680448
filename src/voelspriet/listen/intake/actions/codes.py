# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trying a receipt code: wrong ones are counted, all together, per minute; right ones never."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.ground.privacy.writing import housekeeping
from voelspriet.listen.intake.models import FailedCode
from voelspriet.listen.intake.queries.codes import signal_id_of

MOST_FAILURES_A_MINUTE = 60
KEPT_FOR = timedelta(days=1)


def try_code(*, typed: str, at: datetime) -> int | None:
    """Return the id of the signal that what somebody typed opens; None when it opens nothing.

    A wrong code is counted for everybody together, without telling whose it was. Beyond 60 in a
    minute a wrong code is refused with a request to wait; a right code is never refused.
    """
    signal_id = signal_id_of(code=typed)
    if signal_id is not None:
        return signal_id
    minute = at.replace(second=0, microsecond=0)
    if _failures_in(minute) >= MOST_FAILURES_A_MINUTE:
        raise Refused(
            _("Er zijn nu te veel verkeerde codes ingevuld. Kijk uw code na en wacht een minuut."),
            field="code",
        )
    _count_failure(minute)
    return None


def _failures_in(minute: datetime) -> int:
    row = FailedCode.objects.filter(minute=minute).first()
    return row.count if row else 0


def _count_failure(minute: datetime) -> None:
    with housekeeping("codes.count_failure"):
        if FailedCode.objects.filter(minute=minute).update(count=F("count") + 1):
            return
        FailedCode.objects.filter(minute__lt=minute - KEPT_FOR).delete()
        try:
            with transaction.atomic():
                FailedCode.objects.create(minute=minute, count=1)
        except IntegrityError:  # another request was the first of this minute
            FailedCode.objects.filter(minute=minute).update(count=F("count") + 1)
