# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where residents read a notice: the page of its area, in their language."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from voelspriet.ground.areas.queries import MunicipalityRow


def page_address(municipality: MunicipalityRow, area_slug: str, language: str) -> str:
    """Return the whole address of an area's public page in a language."""
    with translation.override(language):
        path = reverse("public:neighbourhood", args=(municipality.slug, area_slug))
    return settings.PUBLIC_URL + path
