# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How likely two reports are about the same matter: by their words, their place and their time.

Words: Jaccard similarity of character 4-grams, which forgives spelling and endings (Broder 1997,
"On the resemblance and containment of documents"). Place and time fall off exponentially with
distance; an unknown place counts for nothing either way. No Django, no state.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

SHINGLE = 4
METRES_SCALE = 250.0
DAYS_SCALE = 14.0
WORDS_WEIGHT, PLACE_WEIGHT, TIME_WEIGHT = 0.6, 0.25, 0.15
EARTH_RADIUS_METRES = 6_371_008.8
NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Report:
    """What is compared of one report. `lon` and `lat` are WGS84 degrees, or both None."""

    key: str
    text: str
    at: datetime
    lon: float | None = None
    lat: float | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two reports are. All between 0 and 1; `place` is None when one is unknown."""

    key: str
    score: float
    words: float
    place: float | None
    time: float


def shingles(text: str) -> frozenset[str]:
    """Return the 4-grams of a text in lower case without accents or signs; words stay apart.

    >>> sorted(shingles("De lamp"))
    [' de ', ' lam', 'amp ', 'de l', 'e la', 'lamp']
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    padded = f" {NOT_A_WORD.sub(' ', bare).strip()} "
    return frozenset(padded[n : n + SHINGLE] for n in range(len(padded) - SHINGLE + 1))


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of all shingles that both have; 0 when either has none.

    >>> jaccard(frozenset("abc"), frozenset("bcd"))
    0.5
    """
    if not one or not other:
        return 0.0
    common = len(one & other)
    return common / (len(one) + len(other) - common)


def metres_between(lon: float, lat: float, other_lon: float, other_lat: float) -> float:
    """Return the great-circle distance in metres between two WGS84 points (haversine).

    >>> round(metres_between(5.0, 52.0, 5.0, 53.0))
    111195
    """
    north = math.radians(other_lat - lat)
    east = math.radians(other_lon - lon)
    middle = math.cos(math.radians(lat)) * math.cos(math.radians(other_lat))
    square = math.sin(north / 2) ** 2 + middle * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_METRES * math.asin(math.sqrt(square))


def likeness(report: Report, other: Report) -> Likeness:
    """Return how alike two reports are; the same text at one place and time scores 1."""
    return _likeness(report, other, shingles(report.text))


def nearest(
    report: Report, others: Iterable[Report], *, least: float = 0.35, limit: int = 5
) -> Sequence[Likeness]:
    """Return the others that score at least `least`, the most alike first, at most `limit`."""
    own = shingles(report.text)
    found = [_likeness(report, other, own) for other in others]
    close = [one for one in found if one.score >= least]
    return sorted(close, key=lambda one: (-one.score, one.key))[:limit]


def _likeness(report: Report, other: Report, own: frozenset[str]) -> Likeness:
    words = jaccard(own, shingles(other.text))
    days = abs((report.at - other.at).total_seconds()) / 86_400
    time = math.exp(-days / DAYS_SCALE)
    place = _place(report, other)
    parts = [(WORDS_WEIGHT, words), (TIME_WEIGHT, time)]
    if place is not None:
        parts.append((PLACE_WEIGHT, place))
    score = sum(weight * part for weight, part in parts) / sum(weight for weight, _ in parts)
    return Likeness(key=other.key, score=score, words=words, place=place, time=time)


def _place(report: Report, other: Report) -> float | None:
    if report.lon is None or report.lat is None or other.lon is None or other.lat is None:
        return None
    metres = metres_between(report.lon, report.lat, other.lon, other.lat)
    return math.exp(-metres / METRES_SCALE)
