# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""When a worker counts as dead, and which key is whose."""

from __future__ import annotations

from datetime import timedelta

# longer than any single job may take: a mail server is given 30 s, a release about a minute
SILENCE = timedelta(minutes=3)


def worker_key(*, name: str, token: str) -> str:
    """Return the key of one start of the worker `name`; `token` is random."""
    return f"{name}:{token}"


def key_belongs_to(key: str, *, name: str) -> bool:
    """Tell whether `key` is of some start of the worker `name`."""
    return key.rpartition(":")[0] == name
