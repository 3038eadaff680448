# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key in a helper's link: how it is made, what is kept of it, how long it opens anything."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from django.conf import settings

from voelspriet.lib.references import ALPHABET, SYSTEM_RANDOM
from voelspriet.listen.evenings.models import EveningLink

KEY_LENGTH = 32  # 27³² ≈ 2¹⁵² possibilities
LABEL_LIMIT = 60
MOST_LINKS = 30
# long enough to put notes right the day after
AFTER_CLOSING = timedelta(days=2)


def new_key(*, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return a fresh key."""
    return "".join(rng.choice(ALPHABET) for _ in range(KEY_LENGTH))


def hash_of(key: str) -> str:
    """Return what is kept of a key: its keyed hash."""
    return str(settings.KEYRING.receipt_hash(f"evening-link:{key}"))


def still_works(link: EveningLink, at: datetime) -> bool:
    """Tell whether a link opens anything: not withdrawn, nor two days after the evening."""
    closed_at = link.evening.closed_at
    return link.withdrawn_at is None and (closed_at is None or at < closed_at + AFTER_CLOSING)
