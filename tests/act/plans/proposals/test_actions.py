# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a proposal, commenting on it, keeping versions, and what the college decided."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_plan
from tests.factories.proposals import MADE
from voelspriet.act.plans.actions import proposal_course as course
from voelspriet.act.plans.actions import proposals as writing
from voelspriet.act.plans.actions.proposals import CostGiven
from voelspriet.act.plans.choices.proposals import ProposalOutcome, ProposalSection
from voelspriet.act.plans.queries.proposals import (
    changes_between,
    plan_choices,
    proposal_detail,
    proposal_version,
    proposals,
)
from voelspriet.act.plans.rules.proposal_money import Hire
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.models import AuditLine

pytestmark = pytest.mark.django_db
GOAL = ProposalSection.GOAL
DAY = date(2024, 9, 9)


def write(proposal, by, text, section=GOAL):
    writing.write_section(reference=proposal.reference, section=section, text=text, by=by, at=MADE)


def decide(proposal, by, outcome, words="", on=DAY):
    course.note_decision(
        reference=proposal.reference, outcome=outcome, decided_on=on, words=words, by=by, at=MADE
    )


def test_a_proposal_carries_a_plan_of_its_own_town(town, adviser):
    plan = make_plan(town.municipality)
    assert plan_choices(by=adviser) == [(plan.reference, "Veiligheidsplan (2019–2022)")]
    given = {"subject": " Meer gezicht ", "meets_on": DAY, "by": adviser, "at": MADE}
    reference = writing.start_proposal(plan=plan.reference, **given)
    row = proposals(by=adviser).items[0]
    assert (row.reference, row.subject) == (reference, "Meer gezicht")
    assert row.plan_title == "Veiligheidsplan"
    other = make_town(name="Elders", area_code="GM8888", row=3)
    with pytest.raises(OutOfScope):
        writing.start_proposal(plan=make_plan(other.municipality).reference, **given)
    stranger = actor_of(make_user(other.municipality, Role.POLICY_ADVISER))
    with pytest.raises(OutOfScope):
        proposal_detail(reference=reference, by=stranger)


def test_only_a_policy_adviser_writes_and_an_executive_reads_along(proposal, director, executive):
    for by in (director, executive):
        with pytest.raises(Refused, match="Alleen een beleidsadviseur"):
            write(proposal, by, "Anders.")
    comment = {"reference": proposal.reference, "section": GOAL, "text": "Waarom?", "at": MADE}
    course.comment_on_proposal(by=director, **comment)
    with pytest.raises(Refused, match="leest dit voorstel alleen mee"):
        course.comment_on_proposal(by=executive, **comment)
    detail = proposal_detail(reference=proposal.reference, by=executive)
    assert (detail.may_write, detail.may_comment) == (False, False)
    assert detail.comments[-1].said_by_name == director.name


def test_a_part_is_written_anew_and_can_be_emptied(proposal, adviser):
    write(proposal, adviser, " Van 83% naar 85%.\r\nIn 2026. ")
    detail = proposal_detail(reference=proposal.reference, by=adviser)
    assert detail.content.text(GOAL) == "Van 83% naar 85%.\nIn 2026."
    write(proposal, adviser, " ")
    detail = proposal_detail(reference=proposal.reference, by=adviser)
    assert detail.content.is_empty(GOAL)
    with pytest.raises(Refused, match="te lang"):
        write(proposal, adviser, "x" * 20_001)
    # what was written never stands in the audit
    assert not AuditLine.objects.filter(detail__icontains="83%").exists()


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (CostGiven(" ", amount_cents=1), "label"),
        (CostGiven("Iets"), "amount"),
        (CostGiven("Iets", hire=Hire(0, 8, 8, 1)), "weeks"),
        (CostGiven("Iets", hire=Hire(1, 8, 7, 1)), "hours_high"),
        (CostGiven("Iets", hire=Hire(1, 8, 8, 1, DAY)), "ends_on"),
        (CostGiven("Iets", hire=Hire(1, 8, 8, 1, DAY, DAY - timedelta(days=1))), "ends_on"),
    ],
)
def test_a_cost_that_cannot_be_counted_is_refused_beside_its_field(proposal, adviser, given, field):
    with pytest.raises(Refused) as refused:
        writing.write_cost(
            reference=proposal.reference, number=None, given=given, by=adviser, at=MADE
        )
    assert refused.value.field == field


def test_lines_are_numbered_changed_and_taken_away(proposal, adviser):
    here = {"reference": proposal.reference, "by": adviser, "at": MADE}
    given = CostGiven("Budget", "9600012", amount_cents=10_000_00)
    assert writing.write_cost(number=None, given=given, **here) == 2
    writing.write_cost(number=1, given=CostGiven("Regie", hire=Hire(2, 8, 8, 90_00)), **here)
    other = {"title": "Anders", "text": "Met een ander.", "yearly_cents": 100_000_00}
    assert writing.write_alternative(number=None, **other, **here) == 2
    content = proposal_detail(reference=proposal.reference, by=adviser).content
    assert [line.label for line in content.costs] == ["Regie", "Budget"]
    assert content.total.low == 2 * 8 * 90_00 + 10_000_00
    writing.remove_cost(number=1, **here)
    writing.remove_alternative(number=1, **here)
    for gone in (
        lambda: writing.remove_cost(number=1, **here),
        lambda: writing.write_cost(number=9, given=given, **here),
        lambda: writing.write_alternative(number=1, **other, **here),
    ):
        with pytest.raises(OutOfScope):
            gone()


def test_what_changed_since_a_version_is_told_part_by_part(proposal, adviser):
    with pytest.raises(Refused, match="niets veranderd"):
        course.freeze_proposal(reference=proposal.reference, why="", by=adviser, at=MADE)
    write(proposal, adviser, "Mensen missen een vast gezicht.", ProposalSection.REASON)
    writing.remove_cost(reference=proposal.reference, number=1, by=adviser, at=MADE)
    before = proposal_version(reference=proposal.reference, number=1, by=adviser)
    now = proposal_detail(reference=proposal.reference, by=adviser).content
    changed = {
        one.code: one.change for one in changes_between(before, now) if one.change.is_changed
    }
    assert set(changed) == {"reason", "finance"}
    assert [(p.kind, p.text) for p in changed["reason"].pieces if p.kind != "kept"] == [
        ("taken_out", "ons."), ("added", "een vast gezicht."),
    ]  # fmt: skip
    number = course.freeze_proposal(
        reference=proposal.reference, why="Naar het college", by=adviser, at=MADE
    )
    assert number == 2
    # the first version stays what it was
    assert before.costs
    assert proposal_version(reference=proposal.reference, number=1, by=adviser) == before
    with pytest.raises(OutOfScope):
        proposal_version(reference=proposal.reference, number=3, by=adviser)


def test_a_comment_is_settled_once(proposal, adviser, director):
    first = proposal_detail(reference=proposal.reference, by=adviser).comments[0]
    here = {"reference": proposal.reference, "at": MADE}
    course.settle_comment(comment_id=first.id, by=adviser, **here)
    assert proposals(by=adviser).items[0].open_comments == 0
    for by, number, error in ((director, first.id, Refused), (adviser, 999, OutOfScope)):
        with pytest.raises(error):
            course.settle_comment(comment_id=number, by=by, **here)


def test_a_changed_decision_needs_words_and_closes_the_proposal(proposal, adviser):
    with pytest.raises(Refused) as refused:
        decide(proposal, adviser, ProposalOutcome.AMENDED)
    assert refused.value.field == "words"
    with pytest.raises(Refused, match="moet nog komen"):
        decide(proposal, adviser, ProposalOutcome.ADOPTED, on=DAY + timedelta(days=1))
    write(proposal, adviser, "Een doel.")
    decide(proposal, adviser, ProposalOutcome.AMENDED, "Zoek ook ander geld.")
    detail = proposal_detail(reference=proposal.reference, by=adviser)
    assert not detail.is_draft
    assert detail.latest_decision.version == detail.proposal.versions == 2
    assert proposal_version(reference=proposal.reference, number=2, by=adviser).text(GOAL)
    with pytest.raises(Refused, match="Er verandert niets meer aan"):
        write(proposal, adviser, "Toch anders.")


def test_a_postponed_proposal_is_changed_before_it_is_decided_again(proposal, adviser):
    decide(proposal, adviser, ProposalOutcome.POSTPONED, "Eerst de kosten uitzoeken.")
    with pytest.raises(Refused, match="Over deze versie is al besloten"):
        decide(proposal, adviser, ProposalOutcome.ADOPTED)
    write(proposal, adviser, "Nu met kosten.")
    decide(proposal, adviser, ProposalOutcome.ADOPTED)
    detail = proposal_detail(reference=proposal.reference, by=adviser)
    assert [one.version for one in detail.decisions] == [1, 2]
    assert not detail.is_draft
