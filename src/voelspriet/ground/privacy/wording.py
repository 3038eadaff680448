# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text as a person typed it, on its way into a row."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused


def brief(text: str, limit: int, field: str) -> str:
    """Return text as it is stored, empty too. Refuses more than `limit` characters."""
    clean = text.strip()
    if len(clean) > limit:
        raise Refused(
            _("Schrijf het korter: ten hoogste %(limit)s tekens.") % {"limit": limit}, field=field
        )
    return clean
