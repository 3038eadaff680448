# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where organisations come from: `network` stands above this room and registers itself."""

from __future__ import annotations

from collections.abc import Callable

OrganisationSource = Callable[[int], frozenset[int]]
_sources: list[OrganisationSource] = []


def organisation_source(function: OrganisationSource) -> OrganisationSource:
    """Register a function that gives the organisations an account handles matters for."""
    _sources.append(function)
    return function


def organisation_ids(user_id: int) -> frozenset[int]:
    """Return every organisation this account handles matters for."""
    found: frozenset[int] = frozenset()
    for source in _sources:
        found |= source(user_id)
    return found
