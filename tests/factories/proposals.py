# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals to the college: one with everything in it, and the real one of Huizen in facts."""

from __future__ import annotations

from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import arranging
from voelspriet.act.plans.actions.proposal_course import freeze_proposal
from voelspriet.act.plans.actions.proposals import (
    CostGiven,
    start_proposal,
    write_alternative,
    write_cost,
    write_section,
)
from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.models import (
    Proposal,
    ProposalAlternative,
    ProposalComment,
    ProposalCost,
    ProposalText,
)
from voelspriet.act.plans.queries.proposal_content import content_of
from voelspriet.act.plans.rules.proposal_content import frozen
from voelspriet.act.plans.rules.proposal_money import Hire
from voelspriet.ground.areas.models import Municipality
from voelspriet.ground.privacy.actors import Actor

MADE = datetime(2024, 9, 9, 8, tzinfo=UTC)
BY: dict[str, Any] = {"made_by_id": 1, "made_by_name": "Bo Beleid", "made_at": MADE}
_numbers = count(1)


def make_proposal(municipality: Municipality, **more: Any) -> Proposal:
    """Make a draft with a text, a hire, an alternative, a comment, and one version."""
    values = {"reference": f"D-{next(_numbers):04d}-TEST", "subject": "Meer gezicht in de buurt"}
    with arranging():
        one = Proposal.objects.create(municipality=municipality, **values | BY | more)
        ProposalText.objects.create(proposal=one, section="reason", text="Mensen missen ons.")
        make_cost(one)
        ProposalAlternative.objects.create(
            proposal=one, number=1, title="Niets doen", text="Dan blijft het zo."
        )
        make_comment(one)
        one.frozen.create(number=1, content=frozen(content_of(one)), **BY)
        one.versions = 1
        one.save()
    return one


def make_cost(one: Proposal, **more: Any) -> ProposalCost:
    """Make a line that is a hire: 10 weeks, 8 to 12 hours, € 80 an hour."""
    values = {"number": 1, "kind": "hire", "label": "Inhuur", "weeks": 10, "hours_low": 8,
              "hours_high": 12, "rate_cents": 80_00}  # fmt: skip
    with arranging():
        return ProposalCost.objects.create(proposal=one, **values | more)


def make_comment(one: Proposal, **more: Any) -> ProposalComment:
    """Make a comment on the reason."""
    values = {"section": "reason", "text": "Wie zegt dat?", "said_by_id": 2,
              "said_by_name": "Dirk Directeur", "said_at": MADE}  # fmt: skip
    with arranging():
        return ProposalComment.objects.create(proposal=one, **values | more)


def more_proposals(municipality: Municipality, own: Proposal, number: int) -> None:
    """Make one more proposal, and one more of everything in the one that is there."""
    make_proposal(municipality, subject=f"Voorstel {number}")
    make_cost(own, number=number + 100, label=f"Regel {number}")
    make_comment(own, text=f"Opmerking {number}")
    with arranging():
        own.alternatives.create(number=number + 100, title=f"Anders {number}", text="Kan ook.")
        own.frozen.create(number=number + 100, content=frozen(content_of(own)), **BY)
        Proposal.objects.create(
            municipality=municipality,
            reference=f"D-{next(_numbers):04d}-TEST",
            kind="letter",
            subject=f"Brief {number}",
            follows=own,
            **BY,
        )


# what the real proposal says, shortly and in words of our own
HUIZEN = {
    ProposalSection.DECISION: "1. De uitkomsten van het onderzoek herkennen.\n"
    "2. Instemmen met het advies over zichtbaarheid en verbinding.",
    ProposalSection.REASON: "Veerkrachtige wijken staan voorop in het plan voor 2023-2026. Het "
    "onderzoek in twee wijken is de eerste stap.",
    ProposalSection.FRAMEWORK: "- Collegeprogramma 2022-2026\n- Kadernota 2023-2026",
    ProposalSection.GOAL: "Van {veilig_uitgangswaarde_2022}% die zich veilig voelt in 2022 naar "
    "{veilig_doel_2026}% in 2026.",
    ProposalSection.ARGUMENTS: "# Het onderzoek\nBewoners vragen om een zichtbare gemeente.\n"
    "# Wat wij doen\n- Klein beginnen\n- Aansluiten bij wat er is",
    ProposalSection.REMARKS: "Het onderzoek ging over {onderzoekswijken_besluit} wijken en zegt "
    "niet alles over heel Huizen.",
    ProposalSection.FINANCE: "Een half jaar procesregie, en geld om iets te doen.",
    ProposalSection.PARTICIPATION: "Volgt in de uitwerking.",
    ProposalSection.COMMUNICATION: "Samen met het team communicatie.",
    ProposalSection.EXECUTION: "De raad hoort het met een mededeling. De evaluatie maken wij met "
    "bewoners.",
    ProposalSection.CONFIDENTIALITY: "Niet van toepassing.",
    ProposalSection.CO_ADVISED: "- P&O\n- Financiën\n- CMT",
    ProposalSection.APPENDICES: "- Onderzoeksrapport",
}


def facts_of_huizen(shared: Path) -> dict[str, int]:
    """Return the figures of the real proposal by their name."""
    read = yaml.safe_load((shared / "cases" / "huizen_figures.yaml").read_text(encoding="utf-8"))
    return {one["id"]: one["value"] for one in read["figures"]}


def propose_huizen(shared: Path, *, by: Actor, at: datetime) -> str:
    """Write the real proposal by the actions colleagues use; return its reference."""
    facts = facts_of_huizen(shared)
    given = {"by": by, "at": at}
    reference = start_proposal(
        subject="Doen wat nodig is in Huizen", meets_on=None, plan="", **given
    )
    for section, text in HUIZEN.items():
        write_section(reference=reference, section=section, text=text.format(**facts), **given)
    hire = Hire(
        weeks=facts["inhuur_weken"],
        hours_low=facts["inhuur_uren_min"],
        hours_high=facts["inhuur_uren_max"],
        rate_cents=facts["inhuur_tarief"] * 100,
        starts_on=date(2024, 10, 1),
        ends_on=date(2025, 3, 31),
    )
    for cost in (
        CostGiven("Procesregie", "Centraal budget inhuur (9600010)", hire),
        CostGiven("Uitvoeringsbudget", "Organisatieontwikkeling (9600012)",
                  amount_cents=facts["uitvoeringsbudget"] * 100),
    ):  # fmt: skip
        write_cost(reference=reference, number=None, given=cost, **given)
    write_alternative(
        reference=reference,
        number=None,
        title="Een samenlevingsregisseur",
        text="Twee jaar in twee wijken. Nadeel: het hangt dan aan één mens.",
        yearly_cents=facts["regisseur_kosten_per_jaar"] * 100,
        **given,
    )
    freeze_proposal(reference=reference, why="Naar het college", **given)
    return reference
