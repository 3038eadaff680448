# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address. Dutch pages have no prefix; the other languages stand before the path."""

from __future__ import annotations

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

urlpatterns = [
    path("", include("voelspriet.doors.api.urls")),
    *i18n_patterns(
        path("werk/", include("voelspriet.doors.workspace.urls")),
        path("", include("voelspriet.doors.public.urls")),
        prefix_default_language=False,
    ),
]

handler400 = "voelspriet.doors.public.views.errors.bad_request"
handler403 = "voelspriet.doors.public.views.errors.forbidden"
handler404 = "voelspriet.doors.public.views.errors.not_found"
handler500 = "voelspriet.doors.public.views.errors.server_error"
