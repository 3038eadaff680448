# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Between the coordinates people's devices give (WGS84 degrees) and RD metres (EPSG:28992)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

RD = 28992
WGS84 = 4326
# the box in which RD is defined (EPSG's area of use, rounded outwards), metres
RD_WEST, RD_SOUTH, RD_EAST, RD_NORTH = -7_000.0, 289_000.0, 300_000.0, 629_000.0
OUTLINE_DECIMALS = 5  # about one metre


@lru_cache(maxsize=16)
def transformer(source: int | str, target: int | str) -> Transformer:
    """Return the transformer between two coordinate systems; x is always east or longitude."""
    return Transformer.from_crs(source, target, always_xy=True)


def to_rd(lon: float, lat: float) -> tuple[float, float]:
    """Return RD metres (x, y) of a WGS84 point; infinite where the projection has no answer."""
    x, y = transformer(WGS84, RD).transform(lon, lat)
    return float(x), float(y)


def to_wgs84(x: float, y: float) -> tuple[float, float]:
    """Return WGS84 degrees (lon, lat) of RD metres."""
    lon, lat = transformer(RD, WGS84).transform(x, y)
    return float(lon), float(lat)


def in_rd_range(x: Any, y: Any) -> Any:
    """Tell, for one point or for arrays, whether RD metres lie where RD is defined."""
    return (x >= RD_WEST) & (x <= RD_EAST) & (y >= RD_SOUTH) & (y <= RD_NORTH)


def reproject(shapes: Any, source: int | str, target: int | str) -> Any:
    """Return an array of geometries in another coordinate system, every vertex transformed."""

    def move(coordinates: Any) -> Any:
        x, y = transformer(source, target).transform(coordinates[:, 0], coordinates[:, 1])
        return np.column_stack([x, y])

    return shapely.transform(shapely.force_2d(shapes), move)
