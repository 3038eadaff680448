# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages anybody may keep, on the condition that they ask whether they still hold."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control


def unless_unchanged(request: HttpRequest, response: HttpResponse) -> HttpResponseBase:
    """Return the response with an ETag, or 304 when the reader has just that.

    Never kept without asking (no-cache): what is withdrawn is gone at once, everywhere.
    """
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response.headers["ETag"] = etag
    patch_cache_control(response, public=True, no_cache=True)
    return get_conditional_response(request, etag=etag, response=response) or response
