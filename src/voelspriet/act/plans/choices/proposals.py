# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about a proposal to the college."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProposalState(TextChoices):
    """Where a proposal stands (stand van een collegevoorstel)."""

    DRAFT = "draft", _("Concept")
    DECIDED = "decided", _("Besloten")


class ProposalSection(TextChoices):
    """A part of a proposal, in the order of the paper (onderdeel van een collegevoorstel)."""

    DECISION = "decision", _("Gevraagd besluit")
    REASON = "reason", _("Aanleiding")
    FRAMEWORK = "framework", _("Kaders")
    GOAL = "goal", _("Doel en beoogd effect")
    ARGUMENTS = "arguments", _("Argumenten")
    REMARKS = "remarks", _("Kanttekeningen")
    ALTERNATIVES = "alternatives", _("Alternatieven")
    FINANCE = "finance", _("Financiën")
    PARTICIPATION = "participation", _("Participatie")
    COMMUNICATION = "communication", _("Communicatie")
    EXECUTION = "execution", _("Uitvoering en evaluatie")
    CONFIDENTIALITY = "confidentiality", _("Geheimhouding")
    CO_ADVISED = "co_advised", _("Mede geadviseerd door")
    APPENDICES = "appendices", _("Bijlagen")


class CostKind(TextChoices):
    """How a cost comes about (soort kosten)."""

    HIRE = "hire", _("Inhuur")
    FIXED = "fixed", _("Vast bedrag")


class ProposalOutcome(TextChoices):
    """What the college did with a proposal (uitkomst van een collegevoorstel)."""

    ADOPTED = "adopted", _("Conform voorstel besloten")
    AMENDED = "amended", _("Gewijzigd besloten")
    REJECTED = "rejected", _("Niet ingestemd")
    POSTPONED = "postponed", _("Aangehouden")


# after any other outcome the proposal is decided and nobody writes at it any more
OPEN_OUTCOMES = (ProposalOutcome.POSTPONED,)
FINAL_OUTCOMES = tuple(one for one in ProposalOutcome if one not in OPEN_OUTCOMES)
# the college went another way than was proposed, so the paper has to say which
OUTCOMES_WITH_WORDS = tuple(one for one in ProposalOutcome if one != ProposalOutcome.ADOPTED)
