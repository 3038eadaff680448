# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key in the address of a colleague's calendar."""

from __future__ import annotations

import hashlib
import random

from voelspriet.lib.references import ALPHABET, SYSTEM_RANDOM

KEY_LENGTH = 40  # 27⁴⁰ ≈ 2¹⁹⁰ possibilities: nothing to guess, so a plain hash is enough


def new_key(*, rng: random.Random = SYSTEM_RANDOM) -> str:
    """Return a fresh key."""
    return "".join(rng.choice(ALPHABET) for _ in range(KEY_LENGTH))


def hash_of(key: str) -> str:
    """Return what is kept of a key."""
    return hashlib.sha256(key.encode()).hexdigest()
