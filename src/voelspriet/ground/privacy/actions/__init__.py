# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything the privacy room writes besides audit lines: key check, rotation, backups."""

from voelspriet.ground.privacy.actions.backup import make_backup
from voelspriet.ground.privacy.actions.key_check import ensure_key_check
from voelspriet.ground.privacy.actions.restore import restore_backup
from voelspriet.ground.privacy.actions.rotation import rotate_keys

__all__ = ["ensure_key_check", "make_backup", "restore_backup", "rotate_keys"]
