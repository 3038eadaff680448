# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the privacy room writes besides audit lines: key check, rotation, backups."""

from voelspriet.ground.privacy.actions.key_check import ensure_key_check

__all__ = ["ensure_key_check"]
