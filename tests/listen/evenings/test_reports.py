# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening: nothing goes out before an adviser looked at it and released it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError

from tests.conftest import arranging
from tests.factories.evening_rooms import DURING, make_evening
from tests.factories.people import actor_of, make_duo
from voelspriet.ground.areas.models import AreaMargin
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.listen.evenings.actions.notes import take_note
from voelspriet.listen.evenings.actions.reports import (
    NEXT_STEPS_LIMIT,
    leave_note_out,
    release_report,
    write_next_steps,
)
from voelspriet.listen.evenings.choices import EveningState, PresenceAspect
from voelspriet.listen.evenings.models import (
    EveningNote,
    EveningPromise,
    EveningReport,
    PresenceCount,
)
from voelspriet.listen.evenings.queries.reports import (
    public_report,
    report_draft,
    without_left_out,
)

pytestmark = pytest.mark.django_db
AFTER = DURING + timedelta(days=1)
NEXT = {"nl": "Wij maken de lampen.", "en": "We mend the lamps."}


@pytest.fixture
def closed(area):
    return make_evening(area, state=EveningState.CLOSED)


def note(evening, text, factors=(), hot=""):
    with arranging():
        return EveningNote.objects.create(
            evening=evening,
            item=evening.items.order_by("position").first(),
            text=text,
            factors=list(factors),
            hot=hot,
            submission=text,
            at=DURING,
        )


def written(evening, by, texts=NEXT):
    write_next_steps(reference=evening.reference, texts=texts, by=by, at=AFTER)


def released(evening, by):
    written(evening, by)
    release_report(reference=evening.reference, by=by, at=AFTER)


def public(evening, language="nl"):
    return public_report(reference=evening.reference, language=language)


def test_nobody_reads_it_before_the_release(closed, adviser):
    note(closed, "Het plein is donker.", [7], "place")
    written(closed, adviser)
    assert public(closed) is None
    release_report(reference=closed.reference, by=adviser, at=AFTER)
    row = public(closed)
    assert (row.next_steps, row.released_at) == (NEXT["nl"], AFTER)
    assert row.released_by_name == adviser.name
    assert row.notes[0].label == "Inrichting van de gebouwde omgeving"
    assert row.notes[0].notes[0].text == "Het plein is donker."
    english = public(closed, "en")
    assert (english.next_steps, english.next_steps_language) == (NEXT["en"], "en")
    arabic = public(closed, "ar")
    assert (arabic.next_steps, arabic.next_steps_language) == (NEXT["nl"], "nl")


def test_a_note_can_be_kept_out_and_taken_in_again(closed, adviser):
    kept, secret = note(closed, "Licht"), note(closed, "De man op de hoek", [1])
    choose = {"reference": closed.reference, "note_id": secret.pk, "by": adviser, "at": AFTER}
    leave_note_out(is_left_out=True, **choose)
    draft = report_draft(reference=closed.reference, by=adviser)
    assert [one.is_left_out for group in draft.notes for one in group.notes] == [True, False]
    assert [g.notes[0].id for g in without_left_out(draft)] == [kept.pk]
    leave_note_out(is_left_out=False, **choose)
    leave_note_out(is_left_out=True, **choose)
    released(closed, adviser)
    assert [one.text for group in public(closed).notes for one in group.notes] == ["Licht"]
    with pytest.raises(Refused, match="vrijgegeven"):
        leave_note_out(is_left_out=False, **choose)
    with pytest.raises(Refused, match="vrijgegeven"):
        written(closed, adviser)
    with pytest.raises(Refused, match="vrijgegeven"):
        release_report(reference=closed.reference, by=adviser, at=AFTER)


def test_notes_stay_as_they_are_once_it_is_released(closed, adviser):
    released(closed, adviser)
    with pytest.raises(Refused):
        take_note(
            reference=closed.reference,
            item_id=closed.items.first().pk,
            text="Nog iets",
            submission="x",
            by=adviser,
            at=AFTER,
        )


@pytest.mark.parametrize(
    ("texts", "field"),
    [
        ({"nl": " ", "en": "Yes"}, "next_nl"),
        ({"nl": "Ja", "tr": "x" * (NEXT_STEPS_LIMIT + 1)}, "next_tr"),
    ],
)
def test_what_is_missing_or_too_long_is_said_at_its_field(closed, adviser, texts, field):
    with pytest.raises(Refused) as error:
        written(closed, adviser, texts)
    assert error.value.field == field
    assert not EveningReport.objects.exists()
    with pytest.raises(Refused, match="eerst"):
        release_report(reference=closed.reference, by=adviser, at=AFTER)


def test_only_the_advisers_of_its_area_and_only_afterwards(closed, evening, adviser, town, helper):
    other = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    for by in (other, helper("co_facilitator", closed), helper("note_taker", closed)):
        with pytest.raises(OutOfScope):
            report_draft(reference=closed.reference, by=by)
        with pytest.raises(OutOfScope):
            written(closed, by)
    with pytest.raises(OutOfScope):
        report_draft(reference=evening.reference, by=adviser)
    with pytest.raises(Refused, match="nog niet voorbij"):
        written(evening, adviser)


def test_only_what_the_room_confirmed_was_promised(closed, adviser):
    values = {"evening": closed, "owner": "Gemeente", "due_on": date(2026, 12, 1)}
    with arranging():
        EveningPromise.objects.create(what="Gehoord", made_at=DURING, **values)
        EveningPromise.objects.create(
            what="Bevestigd", made_at=DURING, shown_at=DURING, confirmed_at=DURING, **values
        )
    draft = report_draft(reference=closed.reference, by=adviser)
    assert [one.what for one in draft.promises] == ["Bevestigd"]


def test_who_came_stands_beside_who_lives_there(closed, adviser, area):
    came = {"25_44": 30, "45_64": 10}
    people = {"0_14": 300, "15_24": 100, "25_44": 300, "45_64": 200, "65": 100}
    with arranging():
        for category, count in came.items():
            PresenceCount.objects.create(
                evening=closed, aspect=PresenceAspect.AGE, category=category, count=count
            )
        for category, count in people.items():
            AreaMargin.objects.create(
                area=area, aspect="age", category=category, people=count, source="CBS 2025"
            )
    ages = report_draft(reference=closed.reference, by=adviser).heard[0]
    assert (ages.answered, ages.source) == (40, "CBS 2025")
    assert [one.count for one in ages.lines] == [0, 0, 30, 10, 0]
    assert [one.category for one in ages.missed] == ["0_14", "15_24", "65"]
    assert ages.lines[2].share == pytest.approx(0.75)
    assert ages.lines[2].population_share == pytest.approx(0.3)


def test_each_deed_leaves_one_line_without_a_word_of_anybody(closed, adviser):
    note(closed, "Het plein is donker.")
    released(closed, adviser)
    lines = AuditLine.objects.order_by("id").values_list("action", "detail")
    assert [name for name, _ in lines] == ["evening_report.write", "evening_report.release"]
    assert not any("lampen" in str(detail) for _, detail in lines)


@pytest.mark.parametrize("values", [{"released_at": AFTER}, {"released_by_name": "Noor"}])
def test_a_report_is_released_by_somebody_at_a_moment(closed, values):
    """evening_report_released_by_somebody."""
    with arranging(), pytest.raises(IntegrityError):
        EveningReport.objects.create(evening=closed, changed_at=AFTER, **values)
