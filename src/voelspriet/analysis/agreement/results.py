# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far coders agree, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

KAPPA = "cohen_kappa"
ALPHA = "krippendorff_alpha"


class Unit(StrEnum):
    """What is counted of a text: its codepoints, or the segments between the coders' cuts."""

    CODEPOINT = "codepoint"
    SEGMENT = "segment"


class Level(StrEnum):
    """What the distance between two values means (Stevens' levels of measurement)."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval by bootstrap, or the reason why there is none.

    `low` and `high` are None together; `why_not` is then what a person reads. `replications` were
    drawn, of which `undefined` had no coefficient.
    """

    low: float | None
    high: float | None
    why_not: str = ""
    replications: int = 0
    undefined: int = 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """One coefficient of agreement.

    `value` is at most 1 (perfect) and 0 where coders agree as often as by chance, or None with the
    reason in `why_no_value`. `units` counts codepoints, segments or items with at least two values.
    `code` is empty for items.
    """

    code: str
    coefficient: str
    value: float | None
    why_no_value: str
    interval: Interval
    units: int
    coders: int


@dataclass(frozen=True, slots=True)
class CodingAgreement:
    """Cohen's kappa per code, in the order of the codes.

    `sources` were coded by both `coders`; `left_out` names those that only one of them coded.
    """

    agreements: tuple[Agreement, ...]
    coders: tuple[str, str]
    sources: int
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemAgreement:
    """Krippendorff's alpha of items.

    `items_alone` had one value or none and compare with nothing; `values` is how many values the
    coefficient rests on and `values_missing` how many of coders × items were not given.
    """

    agreement: Agreement
    items_alone: int
    values: int
    values_missing: int
