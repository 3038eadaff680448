# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is agreed for ambitions stands in the papers of the plan, to who may see it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.conftest import arranging
from tests.factories.agenda import make_agreement_row
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from tests.factories.plans import make_ambition, make_plan, make_theme
from voelspriet.act.agenda.queries.plan_papers import printed_plan, printed_programme
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.action_programme import action_programme
from voelspriet.papers.plan_document import plan_document
from voelspriet.papers.plan_evaluation import plan_evaluation
from voelspriet.papers.writers.html import write_html

pytestmark = pytest.mark.django_db
DAY = date(2020, 6, 1)
MADE = datetime(2020, 1, 6, 9, tzinfo=UTC)
LATER = datetime(2020, 3, 9, 9, tzinfo=UTC)


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def policy(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


@pytest.fixture
def plan(town):
    plan = make_plan(town.municipality)
    ambition = make_ambition(plan, make_theme(plan), key="JV-1")
    party = make_organisation(town.municipality, name="Welzijn")
    here, there = town.neighbourhoods
    rows = [
        make_agreement_row(
            here, party, what="Lampen nakijken", visibility="internal", contact="Jan Jansen",
            made_at=MADE, due_on=date(2020, 3, 1), state="done", ended_at=LATER,
        ),
        make_agreement_row(
            there, party, what="Sloten nakijken", made_at=MADE, due_on=date(2020, 5, 1)
        ),
        make_agreement_row(
            there, party, what="Het plein vegen", visibility="public", made_at=MADE,
            due_on=date(2021, 2, 1)
        ),
    ]  # fmt: skip
    with arranging():
        ambition.agreements.add(*rows)
        plan.programmes.create(name="Later", first_year=2021, last_year=2022, approved_by="college")
    return plan


def _told(write, printed, **more):
    document = write(municipality=municipalities()[0], language="nl", on=DAY, **printed, **more)
    return str(write_html(document))


def test_each_paper_has_what_the_reader_may_see_under_its_ambition(town, plan, policy):
    who = {"reference": plan.reference, "on": DAY, "for_every_reader": False}
    whole = _told(plan_document, {"plan": printed_plan(by=policy, **who)})
    assert "Afspraken voor JV-1" in whole
    for what in ("Lampen nakijken", "Sloten nakijken", "Het plein vegen", "Welzijn"):
        assert what in whole
    assert "Jan Jansen" not in whole
    assert "In dit stuk staat 1 afspraak die alleen collega" in whole

    adviser = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    own = _told(plan_document, {"plan": printed_plan(by=adviser, **who)})
    assert "Sloten nakijken" in own
    assert "Lampen nakijken" not in own

    open_to_all = printed_plan(by=policy, **who | {"for_every_reader": True})
    everybody = _told(plan_document, {"plan": open_to_all})
    assert "Het plein vegen" in everybody
    assert "nakijken" not in everybody
    assert "In dit stuk sta" not in everybody


def test_the_evaluation_says_what_was_kept(plan, policy):
    who = {"reference": plan.reference, "on": DAY, "by": policy, "for_every_reader": False}
    told = _told(plan_evaluation, {"plan": printed_plan(**who)})
    assert "Nagekomen" in told
    (theme,) = printed_plan(**who).themes
    kept = {one.what: one.kept for one in theme.ambitions[0].actions}
    later = "Gedaan op 9 maart 2020, later dan eerst was afgesproken"
    assert kept["Lampen nakijken"] == later
    assert kept["Sloten nakijken"] == "Nee"
    assert kept["Het plein vegen"] == "Nog niet te zeggen"


def test_a_programme_has_those_of_its_years(plan, policy):
    who = {"reference": plan.reference, "on": DAY, "by": policy, "for_every_reader": False}
    printed = printed_programme(first_year=2021, **who)
    told = _told(action_programme, {"printed": printed})
    assert "Het plein vegen" in told
    assert "nakijken" not in told
