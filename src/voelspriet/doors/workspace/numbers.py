# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Numbers in addresses and forms: what is none is 0, which nothing has."""

from __future__ import annotations


def number_of(text: str) -> int:
    """Return the number of a version in an address; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0  # noqa: PLR2004


def id_of(text: str) -> int:
    """Return the row a form names; 0, which none has, for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0  # noqa: PLR2004
