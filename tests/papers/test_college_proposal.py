# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The real proposal of Huizen (seed 000) as a paper: its sums, its weeks, the changed decision."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.proposals import MADE, facts_of_huizen, make_proposal, propose_huizen
from tests.papers.documents import HOSTILE
from tests.papers.editable import Editable
from tests.papers.reading import Back
from voelspriet.act.plans.actions.proposal_course import note_decision
from voelspriet.act.plans.actions.proposals import write_section
from voelspriet.act.plans.choices.proposals import (
    SECTIONS,
    ProposalKind,
    ProposalOutcome,
    ProposalSection,
)
from voelspriet.act.plans.queries.proposals import proposal_detail
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.choices import Role
from voelspriet.lib.money import brief
from voelspriet.papers.college_proposal import college_proposal
from voelspriet.papers.proposal_parts import Standing
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
DAY = date(2024, 9, 24)
INSTEAD = "Onderzoek ook of anderen mee kunnen betalen.\nKom over {voortgang_na} maanden vertellen."


@pytest.fixture
def town():
    return make_town()


@pytest.fixture
def adviser(town):
    return actor_of(make_user(town.municipality, Role.POLICY_ADVISER))


def paper_of(reference, by, *, language="nl"):
    with translation.override(language):
        detail = proposal_detail(reference=reference, by=by)
        version = detail.proposal.versions
        return college_proposal(
            content=detail.content,
            standing=Standing(version, detail.decision_on(version)),
            municipality=municipalities()[0],
            language=language,
            on=DAY,
        )


def test_the_proposal_of_huizen_is_reproduced(adviser, shared):
    facts = facts_of_huizen(shared)
    reference = propose_huizen(shared, by=adviser, at=MADE)
    note_decision(
        reference=reference,
        outcome=ProposalOutcome.AMENDED,
        decided_on=date(2024, 9, 1),
        words=INSTEAD.format(**facts),
        by=adviser,
        at=MADE,
    )
    paper = paper_of(reference, adviser)
    text = " ".join(str(write_html(paper)).replace("\u00a0", " ").split())
    low, high = facts["inhuur_kosten_min"], facts["inhuur_kosten_max"]
    budget = facts["uitvoeringsbudget"]
    for words in (
        "24 weken × 32–36 uur × € 90 per uur", "€ 69.120 tot € 77.760", "€ 10.000",
        "€ 79.120 tot € 87.760",
        "is 26 weken; de som rekent met 24. Met 26 weken wordt het € 74.880 tot € 84.240.",
        "Kosten per jaar: € 100.000", "Gewijzigd besloten, 1 september 2024.",
        "anderen mee kunnen betalen", "over 3 maanden", "Versie 1", "<ol><li>",
    ):  # fmt: skip
        assert words in text
    # the same amounts as were printed, recomputed
    printed = [brief(one * 100).replace("\u00a0", " ") for one in (low, high, budget)]
    assert all(one in text for one in printed)
    back = Back(write_pdf(paper, fonts=settings.PAPER_FONTS))
    assert back.language == "nl"
    assert back.is_tagged
    assert "€ 69.120 tot € 77.760" in back.words.replace("\u00a0", " ")


def test_the_docx_has_headings_in_order_and_says_its_language(adviser, shared):
    reference = propose_huizen(shared, by=adviser, at=MADE)
    made = Editable(write_docx(paper_of(reference, adviser), fonts=settings.PAPER_FONTS))
    assert made.languages == {"nl"}
    made.check_order()
    names = [text for level, text in made.headings if level == 2]
    assert names == [str(one.label) for one in SECTIONS[ProposalKind.COLLEGE]]
    assert made.torn_rows == 0


def test_what_nobody_wrote_is_said_and_what_is_hostile_stays_text(town, adviser):
    one = make_proposal(town.municipality)
    write_section(
        reference=one.reference, section=ProposalSection.GOAL, text=HOSTILE, by=adviser, at=MADE
    )
    paper = paper_of(one.reference, adviser, language="en")
    text = str(write_html(paper))
    assert "Not filled in." in text
    assert "<b onclick" not in text
    assert 'lang="nl"' in text  # what a colleague wrote, amid English
    assert "#panic" in Back(write_pdf(paper, fonts=settings.PAPER_FONTS)).text
