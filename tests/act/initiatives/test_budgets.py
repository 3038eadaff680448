# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Budgets of areas: rate × inhabitants, and never a promise beyond what is left."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest
import yaml
from django.db import connection, transaction

from tests.factories.areas import make_town
from tests.factories.initiatives import make_budget, make_initiative, make_line
from tests.factories.people import actor_of, make_duo, make_user
from tests.factories.signals import NOON
from voelspriet.act.initiatives.actions.budgets import (
    promise_money,
    refuse_money,
    request_money,
    set_budget,
    spend_money,
)
from voelspriet.act.initiatives.choices import BudgetKind
from voelspriet.act.initiatives.models import AreaBudget, BudgetLine
from voelspriet.act.initiatives.queries.budgets import budget_detail, budgets, totals
from voelspriet.ground.areas.actions import import_areas, set_up_municipality
from voelspriet.ground.areas.queries import districts, municipality_area
from voelspriet.ground.areas.reading.area_file import AreaOptions, read_areas
from voelspriet.ground.privacy.actors import OutOfScope, Refused, system
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def keeper(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def fix(area, by, *, rate=200, amount=None, kind=BudgetKind.LIVABILITY):
    return set_budget(
        area_id=area.pk, year=YEAR, kind=kind, rate_euro_cents=rate, amount_euro_cents=amount,
        by=by, at=NOON,
    )  # fmt: skip


def test_a_livability_budget_is_the_rate_times_the_inhabitants(area, keeper):
    fix(area, keeper)
    (row,) = budgets(year=YEAR, by=keeper)
    assert (row.inhabitants, row.amount) == (2400, 480_000)
    assert row.left == 480_000


def test_the_rule_of_alphen_gives_real_amounts_from_real_inhabitants(shared, settings):  # noqa: ARG001
    """€ 2 per inhabitant, with the figures of Statistics Netherlands for 2022."""
    rule = yaml.safe_load((shared / "cases/alphen_evaluation.yaml").read_text("utf-8"))
    rate = rule["area_budget"]["amount_per_inhabitant"] * 100
    by = system("test")
    for name in ("nl_gemeenten_2022_tmap.gpkg", "nl_wijken_2022_tmap.gpkg"):
        file = read_areas(shared / "data/areas" / name, AreaOptions(year=2022))
        kept = tuple(one for one in file.areas if one.code[2:6] == "0484")
        file = type(file)(file.level, file.year, kept, source=file.source)
        import_areas(file=file, by=by, at=NOON)
    town = set_up_municipality(
        area_code="GM0484", area_year=2022, name="Alphen", slug="alphen", by=by, at=NOON
    )
    keeper = system("test", town.id)
    areas = districts(municipality_id=town.id)
    assert len(areas) == 16
    for one in areas:
        if one.population:
            set_budget(
                area_id=one.id, year=2022, kind=BudgetKind.LIVABILITY, rate_euro_cents=rate,
                amount_euro_cents=None, by=keeper, at=NOON,
            )  # fmt: skip
    whole = municipality_area(municipality_id=town.id)
    people = sum(one.population or 0 for one in areas)
    amount = sum(AreaBudget.objects.values_list("amount_euro_cents", flat=True))
    assert amount == people * 200
    assert whole is not None
    assert whole.population is not None
    # districts are rounded to five people each
    assert abs(people - whole.population) <= 5 * len(areas)
    print(f"\nAlphen aan den Rijn 2022: {people} inhabitants, {amount} euro cents")


def test_a_promise_beyond_what_is_left_is_refused_and_says_how_much(area, adviser):
    budget = make_budget(area, amount=10_000)
    first = make_line(budget, requested=8_000)
    second = make_line(budget, requested=5_000)
    promise_money(line_id=first.pk, euro_cents=8_000, by=adviser, at=NOON)
    with pytest.raises(Refused, match=r"20,00") as refused:
        promise_money(line_id=second.pk, euro_cents=2_001, by=adviser, at=NOON)
    assert refused.value.field == "amount"
    promise_money(line_id=second.pk, euro_cents=2_000, by=adviser, at=NOON)
    row, lines = budget_detail(budget_id=budget.pk, by=adviser)
    assert (row.left, row.promised, row.requested) == (0, 10_000, 0)
    assert [line.promised for line in lines] == [8_000, 2_000]


def test_what_a_promise_did_not_cost_is_free_again(area, adviser):
    budget = make_budget(area, amount=10_000)
    line = make_line(budget, requested=8_000)
    promise_money(line_id=line.pk, euro_cents=8_000, by=adviser, at=NOON)
    with pytest.raises(Refused, match="toegezegd"):
        spend_money(line_id=line.pk, euro_cents=8_001, by=adviser, at=NOON)
    spend_money(line_id=line.pk, euro_cents=7_550, by=adviser, at=NOON)
    row, _lines = budget_detail(budget_id=budget.pk, by=adviser)
    assert (row.spent, row.promised, row.left) == (7_550, 0, 2_450)
    assert totals((row, row)).left == 4_900
    with pytest.raises(Refused, match="intussen"):
        spend_money(line_id=line.pk, euro_cents=1, by=adviser, at=NOON)


def test_a_request_is_refused_with_a_reason(area, adviser):
    budget = make_budget(area)
    made = make_initiative(area)
    line = request_money(
        budget_id=budget.pk, what="Een tent", euro_cents=3_000,
        initiative_reference=made.reference, by=adviser, at=NOON,
    )  # fmt: skip
    with pytest.raises(Refused):
        refuse_money(line_id=line, reason="", by=adviser, at=NOON)
    refuse_money(line_id=line, reason="Er staat al een tent.", by=adviser, at=NOON)
    assert BudgetLine.objects.get().initiative == made
    row, _lines = budget_detail(budget_id=budget.pk, by=adviser)
    assert (row.requested, row.left) == (0, 200_000)


def test_a_budget_never_falls_below_what_is_promised(area, adviser, keeper):
    budget = AreaBudget.objects.get(pk=fix(area, keeper))
    line = make_line(budget, requested=400_000)
    promise_money(line_id=line.pk, euro_cents=400_000, by=adviser, at=NOON)
    with pytest.raises(Refused, match="al"):
        fix(area, keeper, rate=100)
    assert fix(area, keeper, rate=300) == budget.pk


@pytest.mark.parametrize(("rate", "amount"), [(None, None), (200, 100), (0, None), (None, -5)])
def test_a_budget_has_a_rate_or_an_amount(area, keeper, rate, amount):
    with pytest.raises(Refused):
        fix(area, keeper, rate=rate, amount=amount)


def test_who_keeps_and_who_spends(town, area, adviser, keeper):
    with pytest.raises(Refused, match="beleidsadviseur"):
        fix(area, adviser)
    budget = fix(area, keeper, rate=None, amount=5_000, kind=BudgetKind.PROJECT)
    asked = {"what": "Iets", "euro_cents": 5, "initiative_reference": "", "at": NOON}
    with pytest.raises(Refused, match="adviseur van dit gebied"):
        request_money(budget_id=budget, by=keeper, **asked)
    stranger = actor_of(make_duo(town.municipality, town.neighbourhoods[1])[0])
    with pytest.raises(OutOfScope):
        request_money(budget_id=budget, by=stranger, **asked)
    elsewhere = make_town(name="Elders", area_code="GM9998", row=9, host="elders.example")
    with pytest.raises(OutOfScope):
        fix(elsewhere.neighbourhoods[0], keeper)


@pytest.mark.django_db(transaction=True)
def test_two_promises_at_once_never_take_the_same_euro():
    town = make_town()
    area = town.neighbourhoods[0]
    by = actor_of(make_duo(town.municipality, area)[0])
    budget = make_budget(area, amount=10_000)
    lines = [make_line(budget, requested=6_000).pk for _ in range(4)]
    outcomes: list[str] = []
    at = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    gate = threading.Barrier(len(lines))

    def promise(line: int) -> None:
        gate.wait()
        try:
            promise_money(line_id=line, euro_cents=6_000, by=by, at=at)
            outcomes.append("promised")
        except Refused:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=promise, args=(line,)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["promised", "refused", "refused", "refused"]
    assert AreaBudget.objects.get().bound_euro_cents == 6_000
    assert transaction.get_autocommit()
