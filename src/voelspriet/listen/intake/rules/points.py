# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A point as it is written in the encrypted column: longitude and latitude, WGS84 degrees."""

from __future__ import annotations

DECIMALS = 6  # about 10 cm


def write_point(lon: float, lat: float) -> str:
    """Return the text to store for a point."""
    return f"{lon:.{DECIMALS}f},{lat:.{DECIMALS}f}"


def read_point(text: str) -> tuple[float, float] | None:
    """Return longitude and latitude of a stored text; None when there is no point."""
    if not text:
        return None
    lon, lat = text.split(",")
    return float(lon), float(lat)
