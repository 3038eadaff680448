# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the database itself refuses of a proposal."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest
from django.db import IntegrityError, transaction

from tests.conftest import arranging
from tests.factories.proposals import BY, MADE, make_comment, make_cost, make_proposal

pytestmark = pytest.mark.django_db
NOTED = {"noted_by_id": 1, "noted_by_name": "Bo", "noted_at": MADE,
         "decided_on": date(2024, 9, 9)}  # fmt: skip


def broken(name: str, make, **values) -> None:
    """Check that the database refuses this, by the constraint of that name (or its columns)."""
    with pytest.raises(IntegrityError) as refused, transaction.atomic(), arranging():
        make(**values)
    told = str(refused.value)
    assert name in told or "UNIQUE" in told


def test_a_proposal_keeps_its_own_rules(town, proposal):
    broken("proposal_has_a_subject", lambda: make_proposal(town.municipality, subject="  "))
    other = make_proposal(town.municipality)
    for values in ({"kind": "gossip"}, {"portfolio": "Zorg"}, {"follows": other}):
        make = partial(make_proposal, town.municipality, **values)
        broken("proposal_kind_holds_its_own", make)
    broken(
        "proposal_decided_has_a_version",
        lambda: type(proposal).objects.filter(pk=proposal.pk).update(state="decided", versions=0),
    )
    broken("proposal_text_once", proposal.texts.create, section="reason", text="Nog een.")
    for values in ({"section": "goal", "text": " "}, {"section": "gossip", "text": "x"}):
        broken("proposal_text_says_something", proposal.texts.create, **values)
    broken("proposal_alternative_once", proposal.alternatives.create, number=1, title="a", text="b")
    for values in ({"title": " ", "text": "b"}, {"title": "a", "text": ""}):
        broken("proposal_alternative_is_told", proposal.alternatives.create, number=2, **values)
    version = {"content": {}, **BY}
    broken("proposal_version_once", proposal.frozen.create, number=1, **version)
    broken("proposal_version_counts_from_1", proposal.frozen.create, number=0, **version)


@pytest.mark.parametrize(
    "wrong",
    [
        {"weeks": None}, {"weeks": 0}, {"hours_low": None}, {"hours_high": 7},
        {"hours_high": None}, {"hours_high": 169}, {"rate_cents": None}, {"amount_cents": 5},
        {"starts_on": date(2024, 1, 2)}, {"ends_on": date(2024, 1, 2)},
        {"starts_on": date(2024, 1, 2), "ends_on": date(2024, 1, 1)},
        {"kind": "fixed"}, {"kind": "fixed", "amount_cents": 5}, {"kind": "gift"},
    ],
)  # fmt: skip
def test_a_cost_is_a_whole_hire_or_an_amount(proposal, wrong):
    broken("proposal_cost_is_whole", lambda: make_cost(proposal, **{"number": 2} | wrong))


def test_an_amount_stands_alone(proposal):
    nothing = dict.fromkeys(("weeks", "hours_low", "hours_high", "rate_cents"))
    fixed = {"kind": "fixed", **nothing}
    broken("proposal_cost_is_whole", lambda: make_cost(proposal, number=2, **fixed))
    make_cost(proposal, number=2, amount_cents=1, **fixed)
    broken("proposal_cost_once", lambda: make_cost(proposal))
    broken("proposal_cost_says_what_for", lambda: make_cost(proposal, number=3, label=" "))


def test_a_comment_says_something_and_is_settled_by_somebody(proposal):
    for values in ({"text": " "}, {"section": "gossip"}):
        broken("proposal_comment_says_something", lambda v=values: make_comment(proposal, **v))
    for values in ({"settled_at": MADE}, {"settled_by_name": "Bo"}):
        broken("proposal_comment_settled_by_somebody", lambda v=values: make_comment(proposal, **v))


def test_a_decision_is_final_once_and_says_what_else(proposal):
    decide = proposal.decisions.create
    for values in ({"outcome": "amended"}, {"outcome": "amended", "words": " "},
                   {"outcome": "maybe", "words": "x"}):  # fmt: skip
        broken("proposal_decision_says_what_else", decide, version=1, **values, **NOTED)
    with arranging():
        decide(version=1, outcome="adopted", **NOTED)
    broken("proposal_decided_once", decide, version=2, outcome="adopted", **NOTED)
    broken("proposal_decision_once_per_version", decide, version=1, outcome="postponed",
           words="Later", **NOTED)  # fmt: skip
