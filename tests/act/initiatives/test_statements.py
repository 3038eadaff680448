# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Contradicting statements stand side by side until somebody settles them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.act.initiatives.test_starting import begin
from tests.factories.initiatives import make_initiative, make_statement
from tests.factories.people import actor_of, make_duo
from tests.factories.signals import NOON
from voelspriet.act.initiatives import actions
from voelspriet.act.initiatives.choices import InitiativeStatus as Status
from voelspriet.act.initiatives.models import Initiative, Settlement
from voelspriet.act.initiatives.queries.initiatives import (
    InitiativeFilters,
    initiative_counts,
    initiative_detail,
    initiatives,
)
from voelspriet.ground.privacy.actors import OutOfScope, Refused, resident
from voelspriet.lib.working_days import dutch_day

pytestmark = pytest.mark.django_db
TODAY = dutch_day(NOON)


def say(made, adviser, status, *, replaces=False, why="De subsidie stopte.", source="Een verslag"):
    actions.say_status(
        reference=made.reference, status=status, source=source, said_on=TODAY, why=why,
        replaces=replaces, by=adviser, at=NOON,
    )  # fmt: skip


def test_an_idea_that_runs_contradicts_nothing(area, adviser):
    made = make_initiative(area)
    say(made, adviser, Status.ACTIVE)
    made.refresh_from_db()
    assert (made.status, made.is_contradicted) == (Status.ACTIVE, False)


def test_two_sources_that_disagree_stand_side_by_side_until_settled(area, adviser):
    made = make_initiative(area)
    say(made, adviser, Status.STOPPED, source="Hoofdstuk 5")
    say(made, adviser, Status.ACTIVE, source="Zelf gezien")
    detail = initiative_detail(reference=made.reference, by=adviser, on=TODAY)
    assert detail.row.is_contradicted
    assert {"Hoofdstuk 5", "Zelf gezien"} <= {row.source for row in detail.standing}
    seen = next(row for row in detail.standing if row.source == "Zelf gezien")
    with pytest.raises(Refused):
        actions.settle_statements(
            reference=made.reference, statement_id=seen.id, why=" ", by=adviser, at=NOON
        )
    actions.settle_statements(
        reference=made.reference, statement_id=seen.id, why="Zelf gebeld.", by=adviser, at=NOON
    )
    after = initiative_detail(reference=made.reference, by=adviser, on=TODAY)
    assert (after.row.status, after.row.is_contradicted) == (Status.ACTIVE, False)
    lost = next(row for row in after.settled if row.source == "Hoofdstuk 5")
    assert (lost.settled_why, lost.settled_by_name) == ("Zelf gebeld.", adviser.name)
    assert [row.id for row in after.standing] == [seen.id]


def test_news_replaces_what_was_said_and_keeps_the_history(area, adviser):
    made = make_initiative(area)
    say(made, adviser, Status.ACTIVE)
    say(made, adviser, Status.PAUSED, replaces=True)
    detail = initiative_detail(reference=made.reference, by=adviser, on=TODAY)
    assert (detail.row.status, detail.row.is_contradicted) == (Status.PAUSED, False)
    assert any(row.is_replaced and row.status == Status.ACTIVE for row in detail.settled)


def test_a_starter_changes_only_their_own_words(town, area, adviser):
    given = begin(town, area)
    made = Initiative.objects.get(reference=given.reference)
    say(made, adviser, Status.STOPPED)
    for status in (Status.PAUSED, Status.ACTIVE):
        actions.say_status_myself(
            code=given.code, status=status, why="Er kwam niemand.", by=resident(), at=NOON
        )
    made.refresh_from_db()
    assert made.is_contradicted
    standing = made.statements.filter(settled_by__isnull=True)
    assert sorted(standing.values_list("status", flat=True)) == [Status.ACTIVE, Status.STOPPED]


@pytest.mark.parametrize("status", [Status.PAUSED, Status.STOPPED])
def test_paused_and_stopped_say_why(town, area, adviser, status):
    given = begin(town, area)
    made = Initiative.objects.get(reference=given.reference)
    with pytest.raises(Refused) as refused:
        say(made, adviser, status, why="")
    assert refused.value.field == "why"
    with pytest.raises(Refused):
        actions.say_status_myself(code=given.code, status=status, why="", by=resident(), at=NOON)


def test_what_was_quiet_for_a_year_surfaces(area, adviser):
    quiet = make_initiative(area, last_heard_on=TODAY - timedelta(days=366))
    make_initiative(area, last_heard_on=TODAY - timedelta(days=364))
    make_initiative(area, last_heard_on=TODAY - timedelta(days=900), status=Status.STOPPED)
    page = initiatives(filters=InitiativeFilters(view="stale"), by=adviser, on=TODAY)
    assert [row.reference for row in page.items] == [quiet.reference]
    assert initiative_counts(by=adviser, on=TODAY).stale == 1


def test_an_adviser_of_another_area_settles_nothing(town, area):
    made = make_initiative(area)
    said = make_statement(made)
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        actions.settle_statements(
            reference=made.reference, statement_id=said.pk, why="x", by=stranger, at=NOON
        )
    assert not Settlement.objects.exists()
