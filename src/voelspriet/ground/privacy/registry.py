# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What rooms above want done when every row was replaced by a backup's."""

from __future__ import annotations

from collections.abc import Callable

_after_restore: list[Callable[[], object]] = []


def after_restore(function: Callable[[], object]) -> Callable[[], object]:
    """Register work to do in the transaction of a restore, after its rows are in."""
    _after_restore.append(function)
    return function


def run_after_restore() -> None:
    """Do what was registered."""
    for function in _after_restore:
        function()
