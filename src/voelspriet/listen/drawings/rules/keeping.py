# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long sheets are kept: photos shortest, shapes and words two years."""

from __future__ import annotations

from datetime import timedelta

PHOTO_KEPT = timedelta(days=60)  # after it came in: long enough to draw it over and to check that
SHEETS_KEPT = timedelta(days=2 * 365)  # after the round closed; the result stays
