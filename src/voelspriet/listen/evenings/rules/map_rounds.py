# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a round of maps asks that is made for an evening, in every language of the site."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import override

OPENS_BEFORE = timedelta(hours=1)


def evening_question() -> dict[str, str]:
    """Return the question per language."""
    told = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            told[code] = _("Waar voelt u zich veilig, en waar niet?")
    return told
