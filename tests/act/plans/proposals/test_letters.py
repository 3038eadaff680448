# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters to the council: their own parts, what they follow from, versions, and sending them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from tests.conftest import arranging
from tests.factories.people import actor_of, make_user
from tests.factories.plans import make_ambition, make_measurement, make_moment, make_plan
from tests.factories.proposals import MADE
from voelspriet.act.plans.actions import proposal_course as course
from voelspriet.act.plans.actions import proposals as writing
from voelspriet.act.plans.choices.proposals import ProposalKind, ProposalOutcome, ProposalSection
from voelspriet.act.plans.models import Proposal
from voelspriet.act.plans.queries.proposals import (
    changes_between,
    followed_choices,
    proposal_detail,
    proposal_version,
)
from voelspriet.act.plans.rules.proposal_content import frozen, thawed
from voelspriet.ground.privacy.actors import OutOfScope, Refused
from voelspriet.ground.privacy.choices import Role

pytestmark = pytest.mark.django_db
DAY = MADE.date()


@pytest.fixture
def letter(proposal, adviser):
    return writing.start_proposal(
        subject="Meer gezicht in de buurt", meets_on=DAY, plan="", kind=ProposalKind.LETTER,
        portfolio="Veiligheid", follows=proposal.reference, by=adviser, at=MADE,
    )  # fmt: skip


def say(reference, by, section=ProposalSection.MESSAGE, text="Het gaat door."):
    writing.write_section(reference=reference, section=section, text=text, by=by, at=MADE)


def test_a_letter_shows_what_was_decided_on_what_it_follows_from(proposal, letter, adviser):
    say(letter, adviser)
    assert course.freeze_proposal(reference=letter, why="", by=adviser, at=MADE) == 1
    before = proposal_version(reference=letter, number=1, by=adviser)
    assert before.follows.outcome == ""
    assert before.total == proposal_detail(reference=proposal.reference, by=adviser).content.total
    course.note_decision(
        reference=proposal.reference, outcome=ProposalOutcome.AMENDED, decided_on=DAY,
        words="Zoek ook ander geld.", by=adviser, at=MADE,
    )  # fmt: skip
    detail = proposal_detail(reference=letter, by=adviser)
    changed = [one.code for one in changes_between(before, detail.content) if one.change.is_changed]
    assert changed == ["follows"]
    assert detail.content.follows.words == "Zoek ook ander geld."
    assert thawed(frozen(detail.content)) == detail.content
    rows = proposal_detail(reference=proposal.reference, by=adviser).letters
    assert [one.reference for one in rows] == [letter]


def test_a_letter_that_was_sent_stays_what_it_was(proposal, letter, adviser):
    send = {"reference": letter, "by": adviser, "at": MADE}
    with pytest.raises(Refused, match="kernboodschap"):
        course.send_letter(sent_on=DAY, **send)
    say(letter, adviser)
    with pytest.raises(Refused, match="moet nog komen"):
        course.send_letter(sent_on=DAY + timedelta(days=1), **send)
    course.send_letter(sent_on=DAY, **send)
    writing.write_head(
        reference=proposal.reference, subject="Anders", meets_on=None, plan="", by=adviser, at=MADE
    )
    detail = proposal_detail(reference=letter, by=adviser)
    assert detail.content.follows.subject == "Meer gezicht in de buurt"
    assert (detail.proposal.state_label, detail.latest_decision.outcome) == ("Verstuurd", "sent")
    with pytest.raises(Refused, match="Deze brief is verstuurd"):
        say(letter, adviser)


def test_a_letter_and_a_proposal_each_keep_to_their_own(proposal, letter, adviser, director):
    for deed in (
        lambda: say(letter, adviser, ProposalSection.ALTERNATIVES),
        lambda: say(proposal.reference, adviser, ProposalSection.MESSAGE),
        lambda: course.comment_on_proposal(reference=letter, section=ProposalSection.GOAL,
                                           text="!", by=director, at=MADE),
        lambda: writing.write_cost(reference=letter, number=None, by=adviser, at=MADE,
                                   given=writing.CostGiven("Zaal", amount_cents=1)),
        lambda: course.note_decision(reference=letter, outcome=ProposalOutcome.ADOPTED,
                                     decided_on=DAY, words="", by=adviser, at=MADE),
        lambda: course.send_letter(reference=proposal.reference, sent_on=DAY, by=adviser, at=MADE),
    ):  # fmt: skip
        with pytest.raises(Refused):
            deed()
    head = {"subject": "x", "meets_on": None, "plan": "", "by": adviser, "at": MADE}
    for other in (letter, "D-9999-TEST"):  # a letter follows from no letter
        with pytest.raises(OutOfScope):
            writing.write_head(reference=letter, follows=other, **head)
    assert followed_choices(by=adviser) == [(proposal.reference, proposal.subject)]
    # what only a letter has is not kept with a proposal
    writing.write_head(reference=proposal.reference, portfolio="Veiligheid", **head)
    assert proposal_detail(reference=proposal.reference, by=adviser).proposal.portfolio == ""


def test_an_unchanged_version_from_before_there_were_letters_is_the_same(proposal, adviser):
    with arranging():
        row = proposal.frozen.get(number=1)
        for name in ("kind", "portfolio", "follows"):
            del row.content[name]
        row.save()
    with pytest.raises(Refused, match="niets veranderd"):
        course.freeze_proposal(reference=proposal.reference, why="", by=adviser, at=MADE)


def test_a_letter_is_written_and_sent_on_its_pages(town, proposal):
    user = make_user(town.municipality, Role.POLICY_ADVISER)
    client = Client()
    client.force_login(user)
    new = reverse("workspace:proposal_letter")
    page = client.get(f"{new}?uit={proposal.reference}").content.decode()
    assert f'value="{proposal.subject}"' in page
    assert client.post(new, {"subject": ""}).status_code == 422
    plan = make_plan(town.municipality)
    told = client.get(reverse("workspace:plan_evaluation", args=[plan.reference])).content.decode()
    assert f"{new}?plan={plan.reference}" in told
    page = client.get(f"{new}?plan={plan.reference}").content.decode()
    assert f'value="{plan.reference}" selected' in page
    given = {"subject": "Aan de raad", "follows": proposal.reference, "meets_on": "2024-09-09"}
    made = client.post(new, given)
    reference = made.url.strip("/").split("/")[-1]
    page = client.get(made.url).content.decode()
    for told in ("Kernboodschap", "Gevolgen voor het geld", proposal.subject, "nog niet over"):
        assert told in page
    assert "Voeg een kostenregel toe" not in page
    here = {name: reverse(f"workspace:proposal{name}", args=[reference])
            for name in ("_decide", "_paper", "_head", "_cost_new")}  # fmt: skip
    assert client.get(here["_cost_new"]).status_code == 404
    assert "Volgt de brief uit" in client.get(here["_head"]).content.decode()
    say(reference, actor_of(user))
    assert "griffie" in client.get(here["_decide"]).content.decode()
    assert client.post(here["_decide"], {"sent_on": "2024-09-10"}).status_code == 302
    assert "Geachte leden van de raad" in client.get(here["_paper"]).content.decode()
    assert "Verstuurd aan de raad" in client.get(made.url).content.decode()


def test_a_letter_about_an_evaluation_begins_with_what_can_be_said_today(town):
    client = Client()
    client.force_login(make_user(town.municipality, Role.POLICY_ADVISER))
    plan = make_plan(town.municipality)
    for key, change in (
        ("A-1", {"unit": "ja/nee", "is_milestone": True, "target_value": 1}),
        ("A-2", {}),
        ("A-3", {"deadline_words": "", "deadline_on": None}),
    ):
        one = make_ambition(plan, key=key, **change)
        if change.get("is_milestone"):
            make_measurement(one, value=1, n=None)
    make_moment(plan, what="Vooruitblik", due_on=date(2999, 1, 1))
    new = f"{reverse('workspace:proposal_letter')}?plan={plan.reference}"
    assert "Eindevaluatie: Veiligheidsplan" in client.get(new).content.decode()
    alone = client.post(new, {"subject": "Iets anders"})  # about no plan after all
    assert "niet toetsbaar" not in client.get(alone.url).content.decode()

    made = client.post(new, {"subject": "Evaluatie", "plan": plan.reference})

    texts = dict(Proposal.objects.get(subject="Evaluatie").texts.values_list("section", "text"))
    assert texts["message"].startswith("Veiligheidsplan heeft 3 ambities. Op ")
    assert texts["message"].endswith(
        ": 1 op koers, 0 niet op koers, 1 niet te zeggen en 1 niet toetsbaar."
    )
    assert "Op koers:\n- A-1: Inwoners voelen zich veilig" in texts["found"]
    assert texts["next"] == "- Vooruitblik, uiterlijk 1 januari 2999"
    assert texts.keys() == {"message", "found", "next", "appendices"}
    assert "Vooruitblik" in client.get(made.url).content.decode()
    assert client.get(new.replace(plan.reference, "P-0000-NIET")).status_code == 404
