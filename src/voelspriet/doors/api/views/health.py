# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether the installation is well, for monitoring; and where to report a weakness."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib.metadata import version
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from voelspriet.ground.privacy.queries import key_matches
from voelspriet.ground.queue.queries import queue_health

VERSION = version("voelspriet")
LONGEST_WAIT = timedelta(minutes=5)
VALID = timedelta(days=180)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer 200 when database, key file, worker and queue are well, else 503. No personal data."""
    checks = _checks(request.at)  # type: ignore[attr-defined]
    is_well = all(check["ok"] for check in checks.values())
    body = {
        "status": "ok" if is_well else "unwell",
        "version": VERSION,
        "checks": checks,
    }
    response = JsonResponse(body, status=200 if is_well else 503)
    add_never_cache_headers(response)
    return response


def _checks(at: datetime) -> dict[str, dict[str, Any]]:
    try:
        keys_ok = key_matches()
        queue = queue_health(at=at)
    except DatabaseError:
        return {"database": {"ok": False}}
    wait = queue.oldest_wait or timedelta(0)
    return {
        "database": {"ok": True},
        "keys": {"ok": keys_ok},
        "worker": {"ok": queue.workers > 0, "alive": queue.workers},
        "queue": {
            "ok": wait <= LONGEST_WAIT,
            "waiting": queue.waiting,
            "oldest_wait_seconds": round(wait.total_seconds()),
            "failed_last_day": queue.failed_last_day,
        },
    }


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Return where to report a weakness (RFC 9116)."""
    expires: datetime = request.at + VALID  # type: ignore[attr-defined]
    lines = [
        f"Contact: {settings.PUBLIC_URL}/hulp/",
        f"Expires: {expires.replace(hour=0, minute=0, second=0, microsecond=0):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.PUBLIC_URL}/.well-known/security.txt",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
