# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of charts, in Dutch and English; `{}` is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from voelspriet.ground.ui.charts.chart import Language


@dataclass(frozen=True, slots=True)
class Words:
    """What several charts say."""

    to: str
    interval: str
    no_interval: str
    no_estimate: str
    in_thousands: str
    in_millions: str
    source: str


@dataclass(frozen=True, slots=True)
class ForestWords:
    """What a forest chart says."""

    line: str
    n: str
    one: str
    many: str
    extremes: str
    single: str
    equal: str
    none: str
    widths: str
    left_out: str


ENGLISH = Words(
    to="to",
    interval="{} interval",
    no_interval="no interval",
    no_estimate="no estimate",
    in_thousands="In thousands",
    in_millions="In millions",
    source="Source: {}",
)
DUTCH = Words(
    to="tot",
    interval="{}-interval",
    no_interval="geen interval",
    no_estimate="geen schatting",
    in_thousands="In duizenden",
    in_millions="In miljoenen",
    source="Bron: {}",
)

FOREST_ENGLISH = ForestWords(
    line="Line: {}",
    n="n: number of answers",
    one="One estimate with its interval.",
    many="{} estimates with their intervals.",
    extremes="Highest: {}, {}. Lowest: {}, {}.",
    single="{}: {}.",
    equal="All are {}.",
    none="Nothing could be estimated.",
    widths="The intervals are from {} to {} wide.",
    left_out="Without an estimate: {}.",
)
FOREST_DUTCH = ForestWords(
    line="Lijn: {}",
    n="n: aantal antwoorden",
    one="Eén schatting met haar interval.",
    many="{} schattingen met hun intervallen.",
    extremes="Hoogste: {}, {}. Laagste: {}, {}.",
    single="{}: {}.",
    equal="Alle zijn {}.",
    none="Er kon niets worden geschat.",
    widths="De intervallen zijn {} tot {} breed.",
    left_out="Zonder schatting: {}.",
)


def words(language: Language) -> Words:
    """Return what several charts say in a language."""
    return DUTCH if language == "nl" else ENGLISH


def forest_words(language: Language) -> ForestWords:
    """Return what a forest chart says in a language."""
    return FOREST_DUTCH if language == "nl" else FOREST_ENGLISH
