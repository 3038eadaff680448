# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of charts, in Dutch and English; `{}` is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from voelspriet.ground.ui.charts.chart import Language

MOST_NAMED = 8


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
    not_reached: str


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
    same_width: str
    left_out: str


@dataclass(frozen=True, slots=True)
class ResponseWords:
    """What a chart of response against population says."""

    responding: str
    in_population: str
    among_invited: str
    unknown: str
    ratio: str
    seen: str
    less: str
    more: str
    like: str
    not_compared: str
    least: str


@dataclass(frozen=True, slots=True)
class SurvivalWords:
    """What a chart of the share answered by working day says."""

    answered: str
    working_day: str
    still_open: str
    median: str
    not_reached: str
    band: str
    seen: str
    reached_told: str
    not_reached_told: str
    end_told: str


@dataclass(frozen=True, slots=True)
class TargetWords:
    """What a chart of waves and a target says."""

    measured: str
    expected: str
    at_least: str
    at_most: str
    deadline: str
    break_note: str
    not_joined: str
    on_course: str
    off_course: str
    cannot_be_said: str
    probability: str
    seen: str
    one_wave: str
    single: str
    first_last: str
    extremes: str
    breaks: str
    expected_told: str


ENGLISH = Words(
    to="to",
    interval="{} interval",
    no_interval="no interval",
    no_estimate="no estimate",
    in_thousands="in thousands",
    in_millions="in millions",
    source="Source: {}",
    not_reached="not reached",
)
DUTCH = Words(
    to="tot",
    interval="{}-interval",
    no_interval="geen interval",
    no_estimate="geen schatting",
    in_thousands="in duizenden",
    in_millions="in miljoenen",
    source="Bron: {}",
    not_reached="niet bereikt",
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
    same_width="All intervals are {} wide.",
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
    same_width="Alle intervallen zijn {} breed.",
    left_out="Zonder schatting: {}.",
)

RESPONSE_ENGLISH = ResponseWords(
    responding="Among those who answered, with {}",
    in_population="in the population",
    among_invited="among those invited",
    unknown="not known",
    ratio="At the right: among those who answered / {} = ratio; 1 is as many",
    seen="Categories: {count}. Shares among those who answered, and {where}.",
    less="Fewer than {where}: {which}.",
    more="More than {where}: {which}.",
    like="As {where}, within the interval: {which}.",
    not_compared="Cannot be compared: {which}.",
    least="Least present is {}: {}.",
)
RESPONSE_DUTCH = ResponseWords(
    responding="Onder wie antwoordde, met {}",
    in_population="in de bevolking",
    among_invited="onder wie was uitgenodigd",
    unknown="niet bekend",
    ratio="Rechts: onder wie antwoordde / {} = verhouding; 1 is evenveel",
    seen="Groepen: {count}. Aandelen onder wie antwoordde, en {where}.",
    less="Minder dan {where}: {which}.",
    more="Meer dan {where}: {which}.",
    like="Als {where}, binnen het interval: {which}.",
    not_compared="Niet te vergelijken: {which}.",
    least="Het minst aanwezig is {}: {}.",
)

SURVIVAL_ENGLISH = SurvivalWords(
    answered="Share answered",
    working_day="Working days after receipt",
    still_open="Still open at the beginning of working day",
    median="median {} working days",
    not_reached="median not reached",
    band="Band: {}",
    seen="The share answered by working day.",
    reached_told="Half is answered within {} working days{}.",
    not_reached_told="Half is not answered within the days shown: the median is not reached.",
    end_told="By working day {}, the last shown, {} is answered{}.",
)
SURVIVAL_DUTCH = SurvivalWords(
    answered="Aandeel beantwoord",
    working_day="Werkdagen na ontvangst",
    still_open="Nog open aan het begin van werkdag",
    median="mediaan {} werkdagen",
    not_reached="mediaan niet bereikt",
    band="Band: {}",
    seen="Het aandeel beantwoord per werkdag.",
    reached_told="De helft is binnen {} werkdagen beantwoord{}.",
    not_reached_told="De helft is niet beantwoord binnen de dagen die te zien zijn: de mediaan is"
    " niet bereikt.",
    end_told="Op werkdag {}, de laatste die te zien is, is {} beantwoord{}.",
)

TARGET_ENGLISH = TargetWords(
    measured="Measured, with {}",
    expected="Where the true value may lie: {}",
    at_least="Target: at least {}",
    at_most="Target: at most {}",
    deadline="Deadline: {}",
    break_note="{}. Break before {}: {}",
    not_joined="Measurements on both sides of a break cannot be compared.",
    on_course="On course",
    off_course="Off course",
    cannot_be_said="Cannot be said",
    probability="probability that the target is met {}",
    seen="{} measurements.",
    one_wave="One measurement.",
    single="{}: {}.",
    first_last="First {}: {}. Last {}: {}.",
    extremes="Highest {}: {}. Lowest {}: {}.",
    breaks="Breaks: {}.",
    expected_told="On {} the true value may lie between {} and {}.",
)
TARGET_DUTCH = TargetWords(
    measured="Gemeten, met {}",
    expected="Waar de werkelijke waarde kan liggen: {}",
    at_least="Doel: minstens {}",
    at_most="Doel: hoogstens {}",
    deadline="Einddatum: {}",
    break_note="{}. Breuk vóór {}: {}",
    not_joined="Metingen voor en na een breuk zijn niet te vergelijken.",
    on_course="Op koers",
    off_course="Niet op koers",
    cannot_be_said="Niet te zeggen",
    probability="kans dat het doel wordt gehaald {}",
    seen="{} metingen.",
    one_wave="Eén meting.",
    single="{}: {}.",
    first_last="Eerste {}: {}. Laatste {}: {}.",
    extremes="Hoogste {}: {}. Laagste {}: {}.",
    breaks="Breuken: {}.",
    expected_told="Op {} kan de werkelijke waarde liggen tussen {} en {}.",
)


def words(language: Language) -> Words:
    """Return what several charts say in a language."""
    return DUTCH if language == "nl" else ENGLISH


def forest_words(language: Language) -> ForestWords:
    """Return what a forest chart says in a language."""
    return FOREST_DUTCH if language == "nl" else FOREST_ENGLISH


def response_words(language: Language) -> ResponseWords:
    """Return what a chart of response against population says in a language."""
    return RESPONSE_DUTCH if language == "nl" else RESPONSE_ENGLISH


def survival_words(language: Language) -> SurvivalWords:
    """Return what a chart of the share answered by working day says in a language."""
    return SURVIVAL_DUTCH if language == "nl" else SURVIVAL_ENGLISH


def target_words(language: Language) -> TargetWords:
    """Return what a chart of waves and a target says in a language."""
    return TARGET_DUTCH if language == "nl" else TARGET_ENGLISH


def listed(labels: Sequence[str]) -> str:
    """Return labels one after the other; of many only the first few and how many more."""
    more = f" (+ {len(labels) - MOST_NAMED})" if len(labels) > MOST_NAMED else ""
    return ", ".join(labels[:MOST_NAMED]) + more
