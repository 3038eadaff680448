# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""On course, off course, or cannot be said: and then what can be said."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from voelspriet.act.plans.choices import CourseState
from voelspriet.act.plans.rules.course import Basis, course_of
from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured
from voelspriet.act.plans.rules.remarks import RemarkAbout, remarks
from voelspriet.analysis.proportions import wilson_of_share
from voelspriet.analysis.survey.measured_wave import MeasuredWave
from voelspriet.analysis.survey.planner import Demand, needed_per_wave
from voelspriet.analysis.survey.targets import target_outlook

LAST = date(2022, 12, 31)
AFTER = date(2023, 3, 1)


def ambition(**more) -> AmbitionFacts:
    values = {
        "key": "A", "statement": "Veilig", "indicator": "Aandeel dat zich veilig voelt",
        "unit": "%", "target_value": Decimal(85), "direction": "at_least", "deadline_on": LAST,
    }  # fmt: skip
    return AmbitionFacts(**values | more)


def seen(year: int, value: object, n: int | None = 1100, **more) -> Measured:
    return Measured(date(year, 7, 1), Decimal(str(value)), "Enquête", n, **more)


def test_another_question_of_1100_says_what_can_honestly_be_said():
    wave = seen(2022, 83, is_same_question=False, difference="gaat over heel Huizen")

    course = course_of(ambition(), [wave], on=AFTER)

    assert course.state is CourseState.UNKNOWN
    assert course.probability is None
    assert course.reasons == (
        (
            "Er zijn ten minste twee metingen met dezelfde vraag nodig, met het aantal antwoorden "
            "erbij. Bruikbaar: 0 van 1."
        ),
        "Gemeten in 2022: 83 %, van 1.100 antwoorden; met 95 % zekerheid tussen 80,7 en 85,1 %.",
        "De vraag is een andere dan die van het doel: gaat over heel Huizen.",
        (
            "Een ontwerpeffect is niet opgegeven: er is gerekend als bij een enkelvoudige aselecte "
            "steekproef."
        ),
        (
            "Het doel van 85 % ligt binnen die marge: deze meting alleen laat niet zien dat het is "
            "gehaald, en ook niet dat het is gemist."
        ),
        (
            "Deze bron ziet geen verschil van 2 punten: daarvoor zijn ongeveer 5.300 antwoorden "
            "per meting nodig, en het zijn er 1.100. Wat zij wel ziet, begint bij 4,2 punten."
        ),
    )


def test_the_answers_a_small_difference_takes_are_those_of_the_planner():
    found = remarks(ambition(), measured=[seen(2022, 83)])

    needs = {remark.about: remark.needed for remark in found}
    assert needs[RemarkAbout.CANNOT_SEE] == 5271
    assert remarks(ambition(), measured=[seen(2022, 83, 6000)]) == ()


@pytest.mark.parametrize(
    ("values", "state"),
    [
        ((80, 83), CourseState.OFF),
        ((88, 89), CourseState.ON),
        ((84, 84.6), CourseState.UNKNOWN),
    ],
)
def test_two_waves_of_one_question_carry_a_chance(values, state):
    waves = [seen(2020, values[0]), seen(2022, values[1])]

    course = course_of(ambition(), waves, on=AFTER)

    assert course.state is state
    assert 0 < course.probability < 1


def test_a_wave_without_its_number_of_answers_does_not_count():
    course = course_of(ambition(), [seen(2020, 90), seen(2022, 90, None)], on=AFTER)

    assert course.state is CourseState.UNKNOWN


def test_what_lacks_something_cannot_be_said_whatever_was_measured():
    course = course_of(ambition(deadline_on=None), [seen(2020, 90), seen(2022, 90)], on=AFTER)

    assert course.state is CourseState.UNKNOWN
    assert "termijn" in course.reasons[1]


def count(**more) -> AmbitionFacts:
    values = {
        "indicator": "Meldingen", "unit": "meldingen per jaar", "target_value": Decimal(218),
        "direction": "less_than", "baseline_value": Decimal(218), "is_relative": True,
    }  # fmt: skip
    return ambition(**values | more)


@pytest.mark.parametrize(
    ("waves", "on", "state"),
    [
        ([(2022, 180)], AFTER, CourseState.ON),
        ([(2022, 218)], AFTER, CourseState.OFF),
        ([(2021, 180)], AFTER, CourseState.UNKNOWN),  # not measured in the target year
        ([(2020, 180)], date(2021, 1, 1), CourseState.UNKNOWN),  # one count is no course
        ([(2019, 200), (2020, 180)], date(2021, 1, 1), CourseState.ON),
        ([(2019, 230), (2020, 250)], date(2021, 1, 1), CourseState.OFF),
        ([(2019, 220), (2020, 215)], date(2021, 1, 1), CourseState.UNKNOWN),  # within chance
    ],
)
def test_what_is_counted_whole_is_certain_in_its_year_and_chance_before(waves, on, state):
    measured = [seen(year, value, None) for year, value in waves]

    assert course_of(count(), measured, on=on).state is state


@pytest.mark.parametrize(
    ("value", "state"), [(85, CourseState.ON), (60, CourseState.ON), (140, CourseState.OFF)]
)
def test_a_level_that_must_stay_may_differ_as_much_as_chance_does(value, state):
    level = count(direction="maintain", target_value=Decimal(78), baseline_value=Decimal(78))

    assert course_of(level, [seen(2022, value, None)], on=AFTER).state is state


@pytest.mark.parametrize(
    ("day", "value", "on", "state"),
    [
        (date(2019, 5, 1), 1, AFTER, CourseState.ON),
        (date(2020, 5, 1), 1, AFTER, CourseState.OFF),  # too late
        (date(2019, 5, 1), 0, AFTER, CourseState.OFF),
        (None, 0, AFTER, CourseState.UNKNOWN),  # nobody recorded it
        (None, 0, date(2019, 6, 1), CourseState.UNKNOWN),
    ],
)
def test_a_milestone_is_there_on_its_day_or_is_not(day, value, on, state):
    one = ambition(
        unit="ja/nee", target_value=Decimal(1), direction="realise", is_milestone=True,
        deadline_on=date(2019, 12, 31),
    )  # fmt: skip
    measured = [Measured(day, Decimal(value), "Besluit")] if day else []

    assert course_of(one, measured, on=on).state is state


def test_a_year_that_fails_is_enough_for_what_is_wanted_every_year():
    yearly = count(is_yearly=True, target_value=Decimal(660), is_relative=False)
    kept = [seen(2019, 600, None), seen(2020, 640, None)]

    assert course_of(yearly, kept, on=date(2021, 1, 1)).state is CourseState.ON
    broken = [*kept, seen(2021, 700, None)]
    course = course_of(yearly, broken, on=AFTER)
    assert course.state is CourseState.OFF
    assert course.reasons[0].startswith("In 2021 geteld: 700")


def test_a_design_effect_makes_fewer_answers_of_them_as_reckoned_by_hand():
    """1,100 answers with 1.25 are worth 880: the standard error of 83 % is √1.25 as large.

    (0.83·880 + 1)/882 = 0.82925, √(0.82925·0.17075/880)·100 = 1.26847 points.
    """
    effect = Decimal("1.25")
    waves = [seen(2020, 84, design_effect=effect), seen(2022, 83, design_effect=effect)]

    course = course_of(ambition(), waves, on=AFTER)

    first = (0.84 * 880 + 1) / 882
    expected = target_outlook(
        [
            MeasuredWave(date(2020, 7, 1), 84, 100 * (first * (1 - first) / 880) ** 0.5, 1100),
            MeasuredWave(date(2022, 7, 1), 83, 1.26847, 1100),
        ],
        target_points=85, deadline=LAST,
    )  # fmt: skip
    assert course.probability == pytest.approx(expected.probability, abs=1e-5)
    low, high = wilson_of_share(0.83, 880)
    assert (round(100 * low, 1), round(100 * high, 1)) == (80.4, 85.3)
    assert "tussen 80,4 en 85,3 %" in course.reasons[1]
    assert course.reasons[2] == (
        "Gerekend met een ontwerpeffect van 1,25: 1.100 antwoorden zijn er dan 880 waard."
    )


def test_what_a_source_can_see_follows_its_design_effect():
    (remark,) = remarks(ambition(), measured=[seen(2022, 83, 6000, design_effect=Decimal("1.3"))])

    assert remark.needed == needed_per_wave(0.83, 0.85, demand=Demand(design_effect=1.3)).n
    assert pytest.approx(remark.needed, abs=2) == 5271 * 1.3


def test_a_design_effect_of_one_is_a_simple_random_sample():
    plain = course_of(ambition(), [seen(2020, 84), seen(2022, 83)], on=AFTER)
    told = course_of(
        ambition(),
        [seen(year, value, design_effect=Decimal(1)) for year, value in ((2020, 84), (2022, 83))],
        on=AFTER,
    )

    assert told.probability == plain.probability


def test_what_was_said_at_an_evening_never_decides_the_course():
    said = [seen(year, 95, 60, is_of_who_came=True) for year in (2020, 2021, 2022)]

    alone = course_of(ambition(), said, on=AFTER)
    waves = [seen(2020, 80), seen(2022, 83)]
    beside, without = (course_of(ambition(), [*waves, *more], on=AFTER) for more in (said, ()))

    assert (alone.state, alone.basis, alone.seen) == (CourseState.UNKNOWN, Basis.WHO_CAME, None)
    assert "geen steekproef" in alone.reasons[0]
    assert (beside.state, beside.probability) == (without.state, without.probability)
    assert beside.reasons[:-1] == without.reasons
    assert "gezegd door wie kwam" in beside.reasons[-1]
    found = remarks(ambition(), measured=said)
    assert [one.about for one in found] == [RemarkAbout.WHO_CAME]
    assert remarks(ambition(), measured=[seen(2022, 83, 6000), *said]) == ()
    counted = ambition(unit="inbraken", is_yearly=True)
    assert course_of(counted, said, on=AFTER).state is CourseState.UNKNOWN
