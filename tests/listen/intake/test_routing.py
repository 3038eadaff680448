# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Routes: the most specific rule wins, and one duo stays responsible whatever the rules say."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.conftest import arranging
from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_duo, make_organisation, make_user
from voelspriet.ground.network.models import Organisation
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.actions.routing import delete_rule, save_rule
from voelspriet.listen.intake.models import RoutingRule
from voelspriet.listen.intake.queries.routing import (
    routing_rule,
    routing_rules,
    suggested_route,
    try_route,
)
from voelspriet.listen.intake.rules.routing import Route, best_route

AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TODAY = date(2026, 3, 2)
HERE, ABOVE, TOWN = 3, 2, 1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # nearer beats farther, everywhere last
        (Route(1, "", HERE, 900), Route(2, "litter", ABOVE, 0)),
        (Route(1, "", TOWN, 900), Route(2, "litter", None, 0)),
        # a category beats every category at the same nearness
        (Route(1, "litter", HERE, 900), Route(2, "", HERE, 0)),
        (Route(1, "litter", None, 900), Route(2, "", None, 0)),
        # then the lower position, then the older rule
        (Route(2, "litter", HERE, 10), Route(1, "litter", HERE, 20)),
        (Route(1, "litter", HERE, 10), Route(2, "litter", HERE, 10)),
    ],
)
def test_the_most_specific_rule_wins_in_any_order(better, worse):
    upwards = (HERE, ABOVE, TOWN)

    assert best_route([better, worse], category="litter", upwards=upwards) == better
    assert best_route([worse, better], category="litter", upwards=upwards) == better


@pytest.mark.parametrize("route", [Route(1, "noise", HERE, 0), Route(1, "litter", 99, 0)])
def test_a_rule_for_another_matter_or_place_never_fits(route):
    assert best_route([route], category="litter", upwards=(HERE, ABOVE, TOWN)) is None


def test_a_matter_without_category_takes_only_rules_for_every_category():
    every = Route(1, "", None, 0)

    assert best_route([Route(2, "litter", HERE, 0)], category="", upwards=(HERE,)) is None
    assert best_route([every], category="", upwards=(HERE,)) == every


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def admin(town):
    return actor_of(make_user(town.municipality, Role.ADMINISTRATOR))


def rule(organisation, **more):
    values = {"category": "litter", "area_id": None, "organisation_id": organisation.pk, "at": AT}
    return values | more


@pytest.mark.django_db
def test_try_route_tells_rule_and_the_one_duo(admin, town):
    first, second = make_duo(town.municipality, town.area)
    there = make_organisation(town.municipality)
    near = make_organisation(town.municipality, name="Team Noord")
    save_rule(**rule(there), by=admin)
    save_rule(**rule(near, area_id=town.neighbourhoods[0].pk, category=""), by=admin)

    outcome = try_route(category="litter", area_id=town.neighbourhoods[0].pk, by=admin, on=TODAY)
    assert [face.user_id for face in outcome.duo] == [first.pk, second.pk]
    assert outcome.rule.organisation_name == "Team Noord"
    elsewhere = try_route(category="litter", area_id=town.neighbourhoods[1].pk, by=admin, on=TODAY)
    assert elsewhere.rule.organisation_name == there.name
    nothing = try_route(category="noise", area_id=town.neighbourhoods[1].pk, by=admin, on=TODAY)
    assert nothing.rule is None
    assert nothing.duo


@pytest.mark.django_db
def test_rules_that_are_off_or_of_a_closed_organisation_suggest_nothing(admin, town):
    there = make_organisation(town.municipality)
    made = save_rule(**rule(there, is_active=False), by=admin)
    area = town.neighbourhoods[0].pk
    assert suggested_route(category="litter", area_id=area, by=admin) is None

    save_rule(**rule(there, rule_id=made), by=admin)
    assert suggested_route(category="litter", area_id=area, by=admin).id == made
    with arranging():
        Organisation.objects.update(is_active=False)
    assert suggested_route(category="litter", area_id=area, by=admin) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"category": "nonsense"}, "category"), ({"position": 1000}, "position")],
)
def test_save_rule_refuses(admin, town, wrong, field):
    there = make_organisation(town.municipality)

    with pytest.raises(Refused) as refused:
        save_rule(**rule(there, **wrong), by=admin)
    assert refused.value.field == field


@pytest.mark.django_db
def test_save_rule_refuses_the_same_twice_and_a_closed_organisation(admin, town):
    there = make_organisation(town.municipality)
    closed = make_organisation(town.municipality, name="Weg", is_active=False)
    save_rule(**rule(there), by=admin)

    with pytest.raises(Refused) as refused:
        save_rule(**rule(there), by=admin)
    assert refused.value.field == "position"
    with pytest.raises(Refused) as refused:
        save_rule(**rule(closed, position=1), by=admin)
    assert refused.value.field == "organisation"


@pytest.mark.django_db
def test_rules_of_another_municipality_are_out_of_scope(admin, town):
    elsewhere = make_town(name="Duinoord", area_code="GM9998", row=5)
    other_admin = actor_of(make_user(elsewhere.municipality, Role.ADMINISTRATOR))
    there = make_organisation(town.municipality)
    foreign = make_organisation(elsewhere.municipality)
    made = save_rule(**rule(there), by=admin)

    for wrong in (
        lambda: save_rule(**rule(foreign), by=admin),
        lambda: save_rule(**rule(there, area_id=elsewhere.area.pk), by=admin),
        lambda: save_rule(**rule(foreign, rule_id=made), by=other_admin),
        lambda: delete_rule(rule_id=made, by=other_admin, at=AT),
        lambda: routing_rule(rule_id=made, by=other_admin),
        lambda: try_route(category="litter", area_id=elsewhere.area.pk, by=admin, on=TODAY),
    ):
        with pytest.raises(OutOfScope):
            wrong()
    assert routing_rules(by=other_admin) == ()
    assert RoutingRule.objects.get().pk == made


@pytest.mark.django_db
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_writes_rules(town, role):
    by = actor_of(make_user(town.municipality, role))

    with pytest.raises(Refused):
        save_rule(**rule(make_organisation(town.municipality)), by=by)
    with pytest.raises(Refused):
        delete_rule(rule_id=1, by=by, at=AT)
    if role is not Role.AREA_ADVISER:
        with pytest.raises(OutOfScope):
            routing_rules(by=by)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_routing_rules_asks_the_database_once(admin, town, number, django_assert_num_queries):
    there = make_organisation(town.municipality)
    for position in range(number):
        save_rule(**rule(there, position=position), by=admin)

    with django_assert_num_queries(1):
        routing_rules(by=admin)
