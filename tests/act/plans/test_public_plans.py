# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A plan that everybody may read: who decides, what it holds, and what it never holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.people import actor_of, make_user
from tests.factories.plans import (
    make_ambition,
    make_measurement,
    make_plan,
    make_plan_around,
    make_theme,
)
from tests.factories.signals import NOON
from tests.pages.hostile import text_columns
from voelspriet.act.plans.actions.budgets import store_whole
from voelspriet.act.plans.actions.publishing import publish_plan, take_back_plan
from voelspriet.act.plans.budget_told import (
    BudgetTold,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
)
from voelspriet.act.plans.choices import AmountCertainty, ControlScope
from voelspriet.act.plans.models import Consultation, Plan
from voelspriet.act.plans.queries.plans import plan_overview
from voelspriet.act.plans.queries.public_money import agrees, public_money
from voelspriet.act.plans.queries.public_plans import (
    public_plan,
    public_plan_links,
    public_theme,
)
from voelspriet.act.plans.rules.course import Basis
from voelspriet.ground.people.models import User
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
ON = date(2022, 9, 1)
# all that residents read of what somebody typed; every other column of the room stays inside
SHOWN = {
    "Plan": {"title", "motto", "vision"},
    "Theme": {"label", "motto", "challenge"},
    "ApproachMeasure": {"text"},
    "Ambition": {"statement", "indicator", "indicator_source", "unit"},
    "Measurement": {"source"},
    "PlanDecision": {"what", "document", "amendment"},
    "ResidentCriterion": {"text", "finding"},
}


def _publish(plan: Plan, by, **more) -> None:
    with transaction.atomic():
        publish_plan(**{"reference": plan.reference, "has_looked": False, "by": by, "at": NOON,
                        **more})  # fmt: skip


def _lines() -> list[str]:
    return list(AuditLine.objects.order_by("pk").values_list("action", flat=True))


def test_who_writes_plans_makes_an_adopted_one_public_and_takes_it_back(town, policy):
    plan = make_plan(town.municipality, state="adopted")
    who = {"municipality_id": town.municipality.pk}

    assert public_plan_links(**who) == ()
    assert public_plan(reference=plan.reference, on=ON, **who) is None
    _publish(plan, policy)
    assert [one.reference for one in public_plan_links(**who)] == [plan.reference]
    with pytest.raises(Refused, match="al openbaar"):
        _publish(plan, policy)
    with transaction.atomic():
        take_back_plan(reference=plan.reference, by=policy, at=NOON)
    assert public_plan(reference=plan.reference, on=ON, **who) is None
    with pytest.raises(Refused, match="niet openbaar"):
        take_back_plan(reference=plan.reference, by=policy, at=NOON)
    assert _lines() == ["plan.publish", "plan.take_back"]


def test_a_plan_in_preparation_is_refused_in_words_and_by_the_database(town, policy):
    plan = make_plan(town.municipality)

    with pytest.raises(Refused, match="Schrijf eerst het besluit van de raad op"):
        _publish(plan, policy)
    with (
        pytest.raises(IntegrityError, match="plan_in_preparation_is_not_public"),
        transaction.atomic(),
    ):
        Plan.objects.filter(pk=plan.pk).update(visibility="public")


def test_a_closed_plan_can_be_shown_and_taken_back(town, policy):
    plan = make_plan(town.municipality, state="closed")

    _publish(plan, policy)
    shown = public_plan(municipality_id=town.municipality.pk, reference=plan.reference, on=ON)
    assert shown is not None
    assert shown.is_closed
    take_back_plan(reference=plan.reference, by=policy, at=NOON)


def test_others_decide_nothing(town):
    plan = make_plan(town.municipality, state="adopted")
    executive = actor_of(make_user(town.municipality, Role.EXECUTIVE))
    handler = actor_of(make_user(town.municipality, Role.ADMINISTRATOR))

    for by, refusal in ((executive, Refused), (handler, OutOfScope)):
        with pytest.raises(refusal):
            _publish(plan, by)
        with pytest.raises(refusal):
            take_back_plan(reference=plan.reference, by=by, at=NOON)
    assert _lines() == []


def test_sentences_that_may_point_at_a_person_are_looked_at_first(town, policy):
    plan = make_plan(town.municipality, state="adopted")
    theme = make_theme(plan, challenge="Mevrouw Korenwolf zegt het.")
    make_ambition(plan, theme, note="Bel 06-12345678.")  # what nobody sees is not looked at

    with pytest.raises(Refused, match="Kijk ze eerst na"):
        _publish(plan, policy)
    _publish(plan, policy, has_looked=True)
    assert AuditLine.objects.get().detail["looked_at"] == 1


def test_what_is_said_is_the_course_colleagues_see(town, policy):
    plan = make_plan_around(town.municipality)["plan"]
    counted = {"unit": "meldingen", "target_direction": "less_than", "target_value": Decimal(218)}
    for values, deadline in (((230, 250), 2025), ((200, 180), 2025), ((220, 215), 2025),
                             ((200,), 2022)):  # fmt: skip
        one = make_ambition(plan, deadline_on=date(deadline, 12, 31), **counted)
        for back, value in enumerate(reversed(values)):
            make_measurement(one, measured_on=date(2022 - back, 7, 1), value=value, n=None)

    seen = plan_overview(reference=plan.reference, by=policy, on=ON).overall
    shown = public_plan(municipality_id=town.municipality.pk, reference=plan.reference, on=ON)

    assert shown is not None
    assert [one.state for one in shown.overall] == [row.course.state for row in seen]
    assert {one.state for one in shown.overall} == {"on", "off", "unknown"}
    assert {one.basis for one in shown.overall} >= {"counted", "counted_chance"}


@pytest.mark.parametrize(
    ("n", "value", "low", "says"),
    [
        (1100, "83\N{NO-BREAK SPACE}%", "80,7", "Met 95% zekerheid ligt het echte cijfer"),
        (10, "83\N{NO-BREAK SPACE}%", "52", "Aantal antwoorden: 10."),
        (9, "", "", "In 2022 gaven te weinig mensen antwoord"),
        (None, "83\N{NO-BREAK SPACE}%", "", "Hoe precies dit cijfer is, weten wij niet."),
    ],
)
def test_a_figure_says_how_sure_it_is_or_is_not_shown(town, n, value, low, says):
    plan = make_plan(town.municipality, state="adopted", visibility="public")
    make_measurement(make_ambition(plan), n=n)

    shown = public_plan(municipality_id=town.municipality.pk, reference=plan.reference, on=ON)

    assert shown is not None
    figure = shown.overall[0].figure
    assert (figure.value, figure.low[: len(low)]) == (value, low)
    assert says in render_to_string("public/_plan_figure.html", {"figure": figure})


def test_a_measurement_of_another_question_is_no_figure(town):
    plan = make_plan(town.municipality, state="adopted", visibility="public")
    make_measurement(make_ambition(plan), is_same_question=False, difference="Heel de gemeente")

    shown = public_plan(municipality_id=town.municipality.pk, reference=plan.reference, on=ON)

    assert shown is not None
    assert shown.overall[0].figure is None


def test_every_ground_of_a_course_has_its_own_sentence():
    """None is empty, and a chance is never told as a fact."""
    told = set()
    for basis, state, is_over in product(Basis, ("on", "off", "unknown"), (False, True)):
        one = {"basis": basis.value, "state": state, "is_over": is_over, "seen_on": ON,
               "deadline_on": ON}  # fmt: skip
        words = render_to_string("public/_plan_course.html", {"one": one}).strip()
        assert words.endswith(".")
        if basis in {Basis.CHANCE, Basis.COUNTED_CHANCE} and state != "unknown":
            assert words.endswith("Zeker is dat niet.")
        told.add(words)
    # two chances share their sentences, and a count has one for what it was not
    assert len(told) == len(Basis) - 2 + 1 + 6


PRODUCTS = (
    ProductTold("a", "Toezicht", amounts={2019: 10_00, 2020: 20_00}),
    ProductTold("b", "Jeugd", amounts={2019: 5_00}),
)
TOTAL = ControlTold("t", "Totaal", ControlScope.PRODUCTS, printed=35_00)


def _budget(*controls: ControlTold, **more) -> BudgetTold:
    values = {"products": PRODUCTS, "controls": controls}
    return BudgetTold(2019, 2020, **values | more)


def test_money_is_there_when_every_sum_agrees(town):
    plan = make_plan(town.municipality)
    assert public_money(plan) is None
    hire = HireTold("h", "Procesregie", 2019, 1, 60, 60, 60_00)
    with arranging():
        store_whole(plan, _budget(TOTAL, hires=(hire,)))

    money = public_money(plan)

    assert money is not None
    assert money.years == (2019, 2020, 2021, 2022)
    assert money.totals[:2] == ((2019, "€\N{NO-BREAK SPACE}15"), (2020, "€\N{NO-BREAK SPACE}20"))
    assert money.has_hires_beside


@pytest.mark.parametrize(
    "budget",
    [
        _budget(),  # nobody checked it
        _budget(replace(TOTAL, printed=None)),
        _budget(TOTAL, replace(TOTAL, key="u", printed=36_00)),
        _budget(TOTAL, products=(replace(PRODUCTS[0], certainty=AmountCertainty.UNCERTAIN),
                                 PRODUCTS[1])),
        _budget(TOTAL, covers=(CoverTold("c", "Reserve", amounts={2019: 1_00}),)),
        _budget(TOTAL, projects=(ProjectTold("p", "Camera's", "b", 2019, euro_cents=6_00),)),
    ],
)  # fmt: skip
def test_money_that_does_not_agree_is_left_out(budget):
    assert agrees(_budget(TOTAL))
    assert not agrees(budget)


def test_nothing_internal_comes_out(town):
    """Every text column of the room holds a word of its own; residents read those of a list."""
    parts = make_plan_around(town.municipality)
    owner = make_user(town.municipality, Role.POLICY_ADVISER, name="Eigenaarnaam")
    words: dict[str, tuple[str, str]] = {}
    with arranging():
        Plan.objects.update(owner=owner)
        for model, columns in text_columns():
            if model._meta.app_label != "plans":
                continue
            for column in columns:
                word = f"zaai{len(words)}x"
                words[word] = (model.__name__, column.name)
                # what came of a moment or a criterion has a day
                kept = {"outcome": "held_on", "finding": "reported_on"}.get(column.name, "pk")
                for row in model._base_manager.filter(**{f"{kept}__isnull": False}):
                    model._base_manager.filter(pk=row.pk).update(**{column.name: f"{word}{row.pk}"})
        Consultation.objects.update(members=["lidnaam"], municipalities=["lidnaam"])
    theme = parts["plan_theme"]
    base = {"municipality": town.municipality.slug, "plan_reference": parts["plan"].reference}
    paths = [
        reverse("public:safety_plan", kwargs=base),
        reverse("public:safety_plan_theme", kwargs=base | {"theme_reference": theme.reference}),
        reverse("public:municipality", args=[town.municipality.slug]),
    ]
    body = "".join(
        Client().get(prefix + path).content.decode() for prefix in ("", "/ar") for path in paths
    )
    found: dict[str, set[str]] = {}
    for word, (model, column) in words.items():
        if word in body:
            found.setdefault(model, set()).add(column)
    assert found == SHOWN
    assert User.objects.get(pk=owner.pk).name not in body
    assert "lidnaam" not in body


def test_a_theme_of_another_plan_or_town_is_not_there(town):
    parts = make_plan_around(town.municipality)
    hidden = make_theme(make_plan(town.municipality, state="adopted"))
    ask = {"municipality_id": town.municipality.pk, "on": ON}
    plan, theme = parts["plan"].reference, parts["plan_theme"].reference

    assert public_theme(plan_reference=plan, reference=theme, **ask) is not None
    for there, which in ((plan, hidden), (hidden.plan.reference, hidden)):
        found = public_theme(plan_reference=there, reference=which.reference, **ask)
        assert found is None
    elsewhere = ask | {"municipality_id": town.municipality.pk + 1}
    assert public_theme(plan_reference=plan, reference=theme, **elsewhere) is None


def test_what_may_name_somebody_later_waits_until_it_was_looked_at(town, policy, client):
    plan = make_plan(town.municipality, state="adopted")
    theme = make_theme(plan, challenge="Mevrouw Korenwolf zegt het.")
    one = make_ambition(plan, theme, statement="Minder inbraken")
    _publish(plan, policy, has_looked=True)
    who = {"municipality_id": town.municipality.pk, "on": ON}
    shown = public_plan(reference=plan.reference, **who)
    assert shown is not None
    assert (shown.themes[0].challenge, shown.is_held) == ("Mevrouw Korenwolf zegt het.", False)

    with arranging():
        type(one).objects.update(statement="Minder inbraken bij meneer De Vries")
        client.force_login(User.objects.get(pk=policy.user_id))
    (shown, page) = (
        public_plan(reference=plan.reference, **who),
        public_theme(plan_reference=plan.reference, reference=theme.reference, **who),
    )
    assert shown is not None
    assert page is not None
    for told in (shown.themes[0], page.theme):
        assert told.ambitions[0].statement == "[…]"
        assert told.challenge == "Mevrouw Korenwolf zegt het."  # that was looked at
    assert shown.is_held
    assert page.is_held

    here = reverse("workspace:plan_public", args=[plan.reference])
    preview = client.get(here).context["preview"]
    assert preview.pointing == ("Minder inbraken bij meneer De Vries",)
    with arranging():  # somebody else writes on while the page is open
        type(one).objects.update(statement="Minder inbraken bij mevrouw De Vries")
    client.post(here, {"deed": "look", "seen": preview.seen})
    assert public_plan(reference=plan.reference, **who).is_held
    client.post(here, {"deed": "look", "seen": client.get(here).context["preview"].seen})
    assert not public_plan(reference=plan.reference, **who).is_held
    assert AuditLine.objects.filter(action="plan.look").count() == 2


def test_whoever_writes_is_told_what_residents_do_not_see_yet(town, policy, client):
    plan = make_plan(town.municipality, state="adopted", visibility="public")
    theme = make_theme(plan)
    with arranging():
        client.force_login(User.objects.get(pk=policy.user_id))
    edit = reverse("workspace:plan_theme_edit", args=[theme.reference])
    assert "Dit plan is openbaar" in client.get(edit).text
    given = {"label": theme.label, "challenge": "Mevrouw Korenwolf zegt het."}
    told = client.post(edit, given, follow=True)
    (warning,) = [one for one in told.context["messages"] if one.level_tag == "warning"]
    assert "“Mevrouw Korenwolf zegt het.”" in str(warning)
    told = client.post(edit, given | {"challenge": "Bewoners zeggen het."}, follow=True)
    assert [one.level_tag for one in told.context["messages"]] == ["success"]


def test_a_name_in_the_title_is_in_no_link(town):
    plan = make_plan(
        town.municipality, title="Het plan van mevrouw Korenwolf", state="adopted",
        visibility="public",
    )  # fmt: skip
    (link,) = public_plan_links(municipality_id=town.municipality.pk)
    assert (link.title, link.reference) == ("[…]", plan.reference)
