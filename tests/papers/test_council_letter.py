# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter to the council about the real proposal of Huizen: its decision and its costs."""

from __future__ import annotations

from datetime import date

import pytest
from django.conf import settings
from django.utils import translation

from tests.factories.areas import make_town
from tests.factories.people import actor_of, make_user
from tests.factories.proposals import MADE, propose_huizen
from tests.papers.documents import HOSTILE
from tests.papers.editable import Editable
from tests.papers.reading import Back
from voelspriet.act.plans.actions.proposal_course import note_decision, send_letter
from voelspriet.act.plans.actions.proposals import start_proposal, write_section
from voelspriet.act.plans.choices.proposals import ProposalKind, ProposalOutcome, ProposalSection
from voelspriet.act.plans.queries.proposals import proposal_detail
from voelspriet.ground.areas.queries import municipalities
from voelspriet.ground.privacy.choices import Role
from voelspriet.papers.council_letter import council_letter
from voelspriet.papers.proposal_parts import Standing
from voelspriet.papers.writers.docx import write_docx
from voelspriet.papers.writers.html import write_html
from voelspriet.papers.writers.pdf import write_pdf

pytestmark = pytest.mark.django_db
LETTER = {
    ProposalSection.MESSAGE: "Het college laat zes maanden lang iemand meedoen in twee wijken.",
    ProposalSection.REASON: "Wij vroegen bewoners wat zij belangrijk vinden.",
    ProposalSection.FINANCE: "Het geld komt uit bestaande budgetten. U besluit er niet over.",
    ProposalSection.NEXT: "Over drie maanden hoort u hoe het gaat.",
    ProposalSection.APPENDICES: "- Onderzoeksrapport",
}


@pytest.fixture
def adviser():
    return actor_of(make_user(make_town().municipality, Role.POLICY_ADVISER))


def begin(adviser, follows="", **texts):
    reference = start_proposal(
        subject="Doen wat nodig is in Huizen", meets_on=date(2024, 9, 3), plan="", by=adviser,
        at=MADE, kind=ProposalKind.LETTER, portfolio="Samenleving", follows=follows,
    )  # fmt: skip
    for section, text in (LETTER | texts).items():
        write_section(
            reference=reference, section=ProposalSection(section), text=text, by=adviser, at=MADE
        )
    return reference


def paper_of(reference, by, *, language="nl"):
    with translation.override(language):
        detail = proposal_detail(reference=reference, by=by)
        version = detail.proposal.versions
        return council_letter(
            content=detail.content,
            standing=Standing(version, detail.decision_on(version)),
            municipality=municipalities()[0],
            language=language,
            on=date(2024, 9, 24),
        )


def test_the_council_reads_the_decision_and_the_costs(adviser, shared):
    proposal = propose_huizen(shared, by=adviser, at=MADE)
    note_decision(
        reference=proposal, outcome=ProposalOutcome.AMENDED, decided_on=date(2024, 9, 1),
        words="Onderzoek ook of anderen mee kunnen betalen.", by=adviser, at=MADE,
    )  # fmt: skip
    letter = begin(adviser, proposal)
    draft = str(write_html(paper_of(letter, adviser)))
    assert "Concept van 24 september 2024" in draft
    assert "Niet ingevuld." in draft
    send_letter(reference=letter, sent_on=date(2024, 9, 3), by=adviser, at=MADE)
    paper = paper_of(letter, adviser)
    back = Back(write_pdf(paper, fonts=settings.PAPER_FONTS))
    assert back.title == "Raadsbrief: Doen wat nodig is in Huizen"
    assert back.is_tagged
    words = back.words.replace("\u00a0", " ")
    for told in (
        "Aan de gemeenteraad 3 september 2024", "Portefeuille: Samenleving",
        "Geheimhouding: geen", "Geachte leden van de raad,", "Kernboodschap",
        "Gewijzigd besloten, 1 september 2024.", "anderen mee kunnen betalen",
        "€ 79.120 tot € 87.760", "is 26 weken", "Met vriendelijke groet,",
    ):  # fmt: skip
        assert told in words
    # a part that nobody wrote is not in what was sent
    assert "Niet ingevuld" not in words
    assert "Concept" not in words
    made = Editable(write_docx(paper, fonts=settings.PAPER_FONTS))
    made.check_order()
    names = [text for level, text in made.headings if level == 2]
    assert names == ["Kernboodschap", "Aanleiding", "Wat is besloten of gebleken",
                     "Gevolgen voor het geld", "Vervolg", "Bijlagen"]  # fmt: skip
    assert made.torn_rows == 0


def test_a_letter_by_itself_says_first_that_it_is_secret(adviser):
    letter = begin(adviser, confidentiality="Artikel 87, tot 1 januari.", found=HOSTILE)
    paper = paper_of(letter, adviser, language="en")
    text = str(write_html(paper))
    assert text.index("Artikel 87") < text.index("Dear members")
    assert "<b onclick" not in text
    assert 'lang="nl"' in text
    assert "#panic" in Back(write_pdf(paper, fonts=settings.PAPER_FONTS)).text
