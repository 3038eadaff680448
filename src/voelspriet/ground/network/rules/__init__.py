# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of the network."""

from voelspriet.ground.network.rules.organisations import (
    must_be_named,
    must_have_agreed,
    must_manage,
    scope_of,
)

__all__ = ["must_be_named", "must_have_agreed", "must_manage", "scope_of"]
