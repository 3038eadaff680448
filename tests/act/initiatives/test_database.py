# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The database itself refuses what must never be."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.initiatives import (
    make_budget,
    make_initiative,
    make_line,
    make_moment,
    make_statement,
)
from tests.factories.signals import NOON
from voelspriet.act.initiatives.choices import RemarkKind
from voelspriet.act.initiatives.models import (
    NEVER_DUE,
    AreaBudget,
    BudgetLine,
    ContactMoment,
    Initiative,
    InitiativeDecision,
    InitiativeText,
    Remark,
    Settlement,
    StatusStatement,
)

pytestmark = pytest.mark.django_db


def _breaks(name: str, write) -> None:
    with pytest.raises(IntegrityError) as broken, arranging(), transaction.atomic():
        write()
    # SQLite names the columns of a unique constraint, PostgreSQL its name
    assert name in str(broken.value) or "UNIQUE" in str(broken.value)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("initiative_who_waits_has_a_day", {"due_on": NEVER_DUE}),
        ("initiative_who_waits_has_a_day", {"waiting_since": None}),
        ("initiative_decision_has_a_moment", {"decision": "granted"}),
        ("initiative_decision_has_a_moment", {"decided_at": NOON}),
        ("initiative_listed_only_when_agreed", {"listed_at": NOON}),
        (
            "initiative_listed_only_when_agreed",
            {"listed_at": NOON, "may_list": True, "is_sensitive": True},
        ),
        ("initiative_of_a_resident_has_a_code", {"receipt_hash": None}),
    ],
)
def test_an_initiative_is_whole(area, name, change):
    made = make_initiative(area)
    _breaks(name, lambda: Initiative.objects.filter(pk=made.pk).update(**change))


def test_an_initiative_of_a_document_is_there_once(area):
    make_initiative(area, import_key="bpt")
    _breaks("initiative_once_per_document", lambda: make_initiative(area, import_key="bpt"))
    make_initiative(area)
    make_initiative(area)


def test_words_reasons_and_sources_are_there(area):
    made = make_initiative(area)
    said = make_statement(made)
    _breaks(
        "initiative_decision_has_a_reason",
        lambda: InitiativeDecision.objects.create(
            initiative=made, outcome="granted", reason="", by_name="Noor", at=NOON
        ),
    )
    _breaks(
        "settlement_has_a_reason",
        lambda: Settlement.objects.create(initiative=made, why="", by_name="Noor", at=NOON),
    )
    rows = StatusStatement.objects.filter(pk=said.pk)
    _breaks("statement_has_a_source", lambda: rows.update(source=""))
    _breaks("statement_says_why_it_stopped", lambda: rows.update(status="stopped", why=""))
    with arranging():
        rows.update(status="stopped", why="", origin="document")  # a document may not tell why
        InitiativeText.objects.create(initiative=made, language="nl", title="Koken")
    _breaks(
        "initiative_text_once",
        lambda: InitiativeText.objects.create(initiative=made, language="nl", title="Eten"),
    )


def test_a_remark_is_about_one_thing(area):
    made, moment = make_initiative(area), make_moment(area)
    for about in ({}, {"initiative": made, "moment": moment}):
        _breaks(
            "remark_is_about_one_thing",
            lambda about=about: Remark.objects.create(kind=RemarkKind.NOTE, text="x", **about),
        )


def test_a_moment_of_contact_is_counted_in_a_unit_and_there_once(area):
    moment = make_moment(area, import_key="lunch")
    rows = ContactMoment.objects.filter(pk=moment.pk)
    _breaks("contact_moment_counts_in_unit", lambda: rows.update(every=2))
    _breaks("contact_moment_once_per_document", lambda: make_moment(area, import_key="lunch"))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("area_budget_never_overdrawn", {"bound_euro_cents": 200_001}),
        ("area_budget_is_rate_times_inhabitants", {"rate_euro_cents": 200}),
        ("area_budget_is_rate_times_inhabitants", {"rate_euro_cents": 200, "inhabitants": 999}),
    ],
)
def test_a_budget_adds_up(area, name, change):
    budget = make_budget(area)
    _breaks(name, lambda: AreaBudget.objects.filter(pk=budget.pk).update(**change))
    with arranging():
        AreaBudget.objects.filter(pk=budget.pk).update(rate_euro_cents=200, inhabitants=1000)


def test_an_area_has_one_budget_of_a_kind_a_year(area):
    make_budget(area)
    _breaks("area_budget_once_a_year", lambda: make_budget(area))


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("budget_line_asks_for_something", {"requested_euro_cents": 0}),
        ("budget_line_promise_has_an_amount", {"state": "promised"}),
        ("budget_line_promise_has_an_amount", {"promised_euro_cents": 10}),
        ("budget_line_refused_says_why", {"state": "refused"}),
        (
            "budget_line_spends_no_more_than_promised",
            {"state": "spent", "promised_euro_cents": 10, "spent_on": "2026-03-02"},
        ),
        (
            "budget_line_spends_no_more_than_promised",
            {
                "state": "spent",
                "promised_euro_cents": 10,
                "spent_euro_cents": 11,
                "spent_on": "2026-03-02",
            },
        ),
    ],
)
def test_a_line_adds_up(area, name, change):
    line = make_line(make_budget(area))
    _breaks(name, lambda: BudgetLine.objects.filter(pk=line.pk).update(**change))
