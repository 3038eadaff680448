# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading whether the key file belongs to the database."""

from __future__ import annotations

from django.conf import settings

from voelspriet.ground.privacy.models import KeyCheck
from voelspriet.ground.privacy.rules import opens


def key_matches() -> bool:
    """Tell whether the key file opens this database; True as well when nothing was written yet.

    Needs the tables: run the migrations first.
    """
    tokens = KeyCheck.objects.values_list("token", flat=True)
    return all(opens(settings.KEYRING, token) for token in tokens)
