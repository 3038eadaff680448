# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Under which key wrong passwords are counted."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings

from voelspriet.ground.privacy.keys import derived_key


def account_hash(email: str) -> str:
    """Return the keyed hash of an address as somebody typed it, in any case."""
    key = derived_key(settings.KEYRING, "sign-in")
    return hmac.new(key, email.strip().lower().encode(), hashlib.sha256).hexdigest()
