# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures leave on fixed days, protected, once; a refused release leaves the last good ones."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.signals import adviser_of, make_contact, make_signal, staff_actor
from voelspriet.ground.privacy.actors import Refused, system
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.intake.choices import Category, Permission, PersonFlag
from voelspriet.understand.findings import inputs
from voelspriet.understand.findings.actions import publish_release, report_process
from voelspriet.understand.findings.choices import Mark, Measure
from voelspriet.understand.findings.models import CountedCell, Figure, ProcessReport, Release
from voelspriet.understand.findings.queries import (
    due_periods,
    latest_figures,
    periods_to_publish,
    process_report,
    releases,
)
from voelspriet.understand.findings.rules import Period, due_quarters, quarter_of, release_day

pytestmark = pytest.mark.django_db
SPRING = datetime(2026, 4, 7, 9, 0, tzinfo=UTC)
RELEASE = datetime(2026, 8, 1, 6, 0, tzinfo=UTC)
QUARTER_END = date(2026, 6, 30)
BY = system("findings.publish")


def tell(area, count, category=Category.LITTER, *, start=SPRING, answered=0, **more):
    """Let `count` people tell something, one an hour and a day; the first `answered` heard back."""
    return [
        make_signal(
            area=area,
            category=category,
            received_at=start + timedelta(days=n % 60, hours=n % 5),
            first_answered_at=start + timedelta(days=n % 60 + 2) if n < answered else None,
            **more,
        )
        for n in range(count)
    ]


def murmur(town):
    """Let every neighbourhood but the first tell a few things of many kinds, as real ones do."""
    for area in town.neighbourhoods:
        kinds = [Category.LIGHTING, Category.NOISE, Category.GREEN]
        if area != town.neighbourhoods[0]:
            kinds += [Category.LITTER, Category.DRUGS]
        for kind in kinds:
            tell(area, 3, kind)


def publish(town, end=QUARTER_END, at=RELEASE):
    return publish_release(municipality_id=town.municipality.pk, period_end=end, by=BY, at=at)


def shown(area):
    found = latest_figures(area_id=area.pk)
    return {row.category: row.count for row in found.counts} if found else None


def test_a_quarter_is_published_on_the_first_of_a_month_two_weeks_after_its_end():
    assert quarter_of(date(2026, 5, 9)) == Period(date(2026, 4, 1), date(2026, 6, 30))
    assert release_day(quarter_of(date(2026, 5, 9))) == date(2026, 8, 1)
    assert release_day(quarter_of(date(2026, 12, 31))) == date(2027, 2, 1)
    assert [p.end for p in due_quarters(first=date(2026, 2, 3), on=date(2026, 8, 1))] == [
        date(2026, 3, 31),
        date(2026, 6, 30),
    ]
    assert len(due_quarters(first=date(2026, 2, 3), on=date(2026, 7, 31))) == 1


def test_counts_are_released_and_small_ones_are_not():
    town = make_town(neighbourhoods=5)
    murmur(town)
    here, there, *_ = town.neighbourhoods
    tell(here, 12)
    tell(there, 27)
    assert publish(town)
    assert shown(here) == {"litter": 12}
    assert shown(there) == {"litter": 30}
    lighting = Figure.objects.get(area=here, measure=Measure.SIGNALS, category="lighting")
    assert (lighting.mark, lighting.value) == (Mark.FEW, None)
    assert AuditLine.objects.filter(action="release.published").count() == 1


def test_nothing_is_shown_before_the_first_release():
    town = make_town()
    tell(town.neighbourhoods[0], 12)
    assert latest_figures(area_id=town.neighbourhoods[0].pk) is None


def test_what_is_locked_refused_flagged_or_taken_back_is_never_counted():
    town = make_town(neighbourhoods=5)
    murmur(town)
    here = town.neighbourhoods[0]
    tell(here, 7)
    tell(here, 2, permission=Permission.LOCKED)
    tell(here, 2, permission=Permission.REFUSED)
    tell(here, 2, person_flag=PersonFlag.RULES)
    tell(here, 2, person_flag=PersonFlag.ADVISER)
    tell(here, 2, withdrawn_at=SPRING + timedelta(days=61))
    publish(town)
    assert shown(here) == {"litter": 7}
    counted = CountedCell.objects.filter(area=here, category="litter")
    assert sum(counted.values_list("count", flat=True)) == 7


def test_a_sensitive_matter_needs_five_separate_people():
    town = make_town(neighbourhoods=5)
    murmur(town)
    here, there, *_ = town.neighbourhoods
    for signal in tell(here, 9, Category.DRUGS):
        make_contact(signal, email="een@voorbeeld.nl")
    tell(there, 6, Category.DRUGS)
    publish(town)
    assert shown(here) == {}
    assert shown(there) == {"drugs": 9}
    figure = Figure.objects.get(area=here, category="drugs")
    assert figure.mark == Mark.FEW
    assert figure.is_guarded


def test_reports_without_an_address_on_one_day_may_all_be_of_one_person():
    town = make_town()
    here = town.neighbourhoods[0]
    same_day = [make_signal(area=here, received_at=SPRING + timedelta(minutes=n)) for n in range(6)]
    assert inputs.separate_reporters(signal_ids=[one.pk for one in same_day]) == 1
    spread = tell(here, 6)
    assert inputs.separate_reporters(signal_ids=[one.pk for one in spread]) == 6


def test_observations_of_one_receipt_are_one_person():
    town = make_town()
    here = town.neighbourhoods[0]
    lead = make_signal(area=here, received_at=SPRING)
    make_contact(lead, email="team@voorbeeld.nl")
    along = [
        make_signal(area=here, received_at=SPRING + timedelta(days=n), told_with=lead)
        for n in range(1, 7)
    ]
    assert inputs.separate_reporters(signal_ids=[lead.pk, *(one.pk for one in along)]) == 1


def test_answer_rate_and_time_need_twenty_due_and_five_on_either_side():
    town = make_town()
    here, there = town.neighbourhoods
    tell(here, 40, answered=30)
    tell(there, 19, answered=10)
    publish(town)
    found = latest_figures(area_id=here.pk)
    assert (found.answered.percent, found.answered.base) == (75, 40)
    assert found.answered.low < 0.75 < found.answered.high
    assert found.first_answer.days == 2
    assert found.first_answer.base == 40
    small = latest_figures(area_id=there.pk)
    assert small.answered is None
    assert small.first_answer is None


def test_where_nearly_everybody_was_answered_at_least_is_said():
    town = make_town()
    here = town.neighbourhoods[0]
    tell(here, 60, answered=58)
    tell(town.neighbourhoods[1], 30, answered=26)
    publish(town)
    found = latest_figures(area_id=here.pk).answered
    assert (found.percent, found.base, found.at_least) == (90, 60, True)
    assert latest_figures(area_id=town.neighbourhoods[1].pk).answered is None
    assert Figure.objects.get(area=here, measure=Measure.ANSWER_RATE).mark == Mark.AT_LEAST


def test_a_release_is_published_once_and_not_before_its_day():
    town = make_town()
    tell(town.neighbourhoods[0], 8)
    with pytest.raises(Refused, match="vaste dag"):
        publish(town, at=RELEASE - timedelta(days=2))
    with pytest.raises(Refused, match="kwartaal"):
        publish(town, end=date(2026, 5, 31))
    assert publish(town)
    with pytest.raises(Refused, match="al openbaar"):
        publish(town)


def test_only_the_system_and_the_policy_adviser_publish():
    town = make_town()
    with pytest.raises(Refused, match="beleidsadviseur"):
        publish_release(
            municipality_id=town.municipality.pk,
            period_end=QUARTER_END,
            by=adviser_of(town.neighbourhoods[0]),
            at=RELEASE,
        )


def test_figures_do_not_move_when_signals_do():
    town = make_town(neighbourhoods=5)
    murmur(town)
    here = town.neighbourhoods[0]
    tell(here, 8)
    publish(town)
    tell(here, 5)
    assert shown(here) == {"litter": 8}


def test_due_periods_are_those_not_published_yet():
    town = make_town()
    tell(town.neighbourhoods[0], 8)
    key = town.municipality.pk
    assert [p.end for p in due_periods(municipality_id=key, on=date(2026, 7, 31))] == []
    assert [p.end for p in due_periods(municipality_id=key, on=date(2026, 8, 1))] == [QUARTER_END]
    publish(town)
    assert due_periods(municipality_id=key, on=date(2026, 8, 1)) == ()


def test_a_refused_release_leaves_the_last_good_one_and_tells_colleagues_why():
    town = make_town()
    here = town.neighbourhoods[0]
    tell(here, 9)
    assert publish(town)
    tell(here, 3, start=datetime(2026, 7, 6, 9, tzinfo=UTC))
    # an older program once showed a total and all its parts but one: nothing new can be added
    with arranging():
        Figure.objects.filter(area=here, measure=Measure.SIGNALS, category="").update(
            mark=Mark.SHOWN, value=9
        )
        Figure.objects.filter(area=here, measure=Measure.SIGNALS, category="litter").update(
            mark=Mark.SHOWN, value=9
        )
    good = latest_figures(area_id=here.pk)
    assert not publish(town, end=date(2026, 9, 30), at=datetime(2026, 11, 1, 6, tzinfo=UTC))
    assert latest_figures(area_id=here.pk) == good
    policy = staff_actor(town.municipality, Role.POLICY_ADVISER)
    newest = releases(by=policy)[0]
    assert "klein aantal" in newest.refused_reason
    assert newest.released_on is None
    key = town.municipality.pk
    assert due_periods(municipality_id=key, on=date(2026, 11, 2))
    assert periods_to_publish(municipality_id=key, on=date(2026, 11, 2)) == ()
    assert periods_to_publish(municipality_id=key, on=date(2026, 12, 1))


def test_the_process_report_is_per_area_and_includes_those_kept_back():
    town = make_town()
    here, there = town.neighbourhoods
    tell(here, 25, answered=20)
    tell(here, 2, permission=Permission.LOCKED)
    tell(here, 3, withdrawn_at=SPRING + timedelta(days=61))
    tell(there, 4)
    report_process(municipality_id=town.municipality.pk, by=BY, at=RELEASE)
    areas = {
        area.name: area
        for area in process_report(by=staff_actor(town.municipality, Role.EXECUTIVE)).areas
    }
    mine = areas[here.name]
    assert (mine.due, mine.withdrawn) == (27, 3)
    assert mine.answered == pytest.approx(20 / 27)
    assert mine.median_days == 2
    assert areas[there.name].answered is None
    assert areas[town.area.name].due == 31


def test_an_adviser_sees_the_process_of_their_own_areas_only():
    town = make_town()
    report_process(municipality_id=town.municipality.pk, by=BY, at=RELEASE)
    mine = process_report(by=adviser_of(town.neighbourhoods[0])).areas
    assert [area.area_id for area in mine] == [town.neighbourhoods[0].pk]
    with pytest.raises(Refused):
        process_report(by=staff_actor(town.municipality, Role.HANDLER))


def test_a_report_of_the_same_day_is_replaced():
    town = make_town()
    for _ in range(2):
        report_process(municipality_id=town.municipality.pk, by=BY, at=RELEASE)
    assert ProcessReport.objects.count() == 1


def test_fatigue_links_reports_by_address_and_says_what_it_cannot_link():
    town = make_town()
    here = town.neighbourhoods[0]
    start = RELEASE - timedelta(days=500)
    for n, signal in enumerate(tell(here, 4, start=start)):
        if n < 2:
            make_contact(signal, email="een@voorbeeld.nl")
    again = make_signal(area=here, received_at=start + timedelta(days=120))
    make_contact(again, email="EEN@voorbeeld.nl ")
    cases = inputs.fatigue_cases(municipality_id=town.municipality.pk, at=RELEASE)
    first = [case for case in cases if case.reporter is not None]
    assert len(cases) == 5
    assert [case.came_back for case in first] == [True, True, False]
    assert len({case.reporter for case in first}) == 1


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("release_once", lambda r, _: Release(municipality=r.municipality,
            period_start=r.period_start, period_end=r.period_end)),
        ("release_or_refusal", lambda r, _: Release(municipality=r.municipality,
            period_start=date(2020, 1, 1), period_end=date(2020, 3, 31), released_at=RELEASE,
            refused_reason="nee")),
        ("figure_hidden_is_empty", lambda r, a: Figure(release=r, area=a,
            measure=Measure.ANSWER_RATE, mark=Mark.FEW, value=3)),
    ],
)  # fmt: skip
def test_the_database_holds_it(name, make):
    town = make_town()
    with arranging():
        release = Release.objects.create(
            municipality=town.municipality, period_start=date(2026, 4, 1), period_end=QUARTER_END
        )
        with pytest.raises(IntegrityError), transaction.atomic():
            make(release, town.area).save()
    assert name


def test_figures_cells_and_reports_stand_once():
    """figure_once, counted_cell_once, process_report_once."""
    town = make_town()
    with arranging():
        release = Release.objects.create(
            municipality=town.municipality, period_start=date(2026, 4, 1), period_end=QUARTER_END
        )
        rows = [
            lambda: Figure.objects.create(
                release=release, area=town.area, measure=Measure.SIGNALS, mark=Mark.FEW
            ),
            lambda: CountedCell.objects.create(
                release=release, area=town.area, category="litter", standing="open", count=1
            ),
            lambda: ProcessReport.objects.create(
                municipality=town.municipality, reported_on=QUARTER_END, made_at=RELEASE, content={}
            ),
        ]
        for make in rows:
            make()
            with pytest.raises(IntegrityError), transaction.atomic():
                make()
