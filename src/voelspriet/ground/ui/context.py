# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language

from voelspriet.ground.ui.languages import STAFF_LANGUAGES, direction, language_links
from voelspriet.ground.ui.navigation import navigation


def page(request: HttpRequest) -> dict[str, Any]:
    """Return language, direction, language links, municipality and actor for a page."""
    code = get_language() or settings.LANGUAGE_CODE
    match = request.resolver_match
    is_staff_page = match is not None and "workspace" in match.app_names
    return {
        "language": code,
        "direction": direction(code),
        "language_links": language_links(
            request.path, code, STAFF_LANGUAGES if is_staff_page else ()
        ),
        "municipality": getattr(request, "municipality", None),
        "actor": getattr(request, "actor", None),
        "public_url": settings.PUBLIC_URL,
        "leave_url": settings.LEAVE_URL,
        "map_tiles_url": settings.MAP_TILES_URL,
        "navigation": navigation(request) if is_staff_page else (),
    }
