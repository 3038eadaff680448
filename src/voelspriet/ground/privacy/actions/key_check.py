# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The known value that shows, at every start, that the key file belongs to the database."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings

from voelspriet.ground.privacy.keys import KeyFileError
from voelspriet.ground.privacy.models import KeyCheck
from voelspriet.ground.privacy.queries import key_matches
from voelspriet.ground.privacy.rules import WRONG_KEY, known_value
from voelspriet.ground.privacy.writing import housekeeping


def ensure_key_check(*, at: datetime) -> None:
    """Write the key check when this database has none; else verify it.

    Raises KeyFileError when the key file is not the one this database was written with.
    """
    with housekeeping("keys.check"):
        if not key_matches():
            raise KeyFileError(WRONG_KEY)
        if not KeyCheck.objects.exists():
            token = settings.KEYRING.encrypt(known_value(settings.KEYRING)).decode()
            KeyCheck.objects.create(token=token, made_at=at)
