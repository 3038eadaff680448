# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Property tests of calculations have no clock: a busy machine is no mistake in a number."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("numbers", deadline=None)
settings.load_profile("numbers")
