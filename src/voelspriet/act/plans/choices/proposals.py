# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words about a proposal to the college, and about a letter to the council."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProposalKind(TextChoices):
    """What is written: a proposal, or a letter to the council (soort voorstel)."""

    COLLEGE = "college", _("Collegevoorstel")
    LETTER = "letter", _("Raadsbrief")


class ProposalState(TextChoices):
    """Where a proposal stands (stand van een collegevoorstel)."""

    DRAFT = "draft", _("Concept")
    DECIDED = "decided", _("Besloten")


class ProposalSection(TextChoices):
    """A part of a proposal or letter (onderdeel van een collegevoorstel of raadsbrief)."""

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
    MESSAGE = "message", _("Kernboodschap")
    FOUND = "found", _("Wat is besloten of gebleken")
    NEXT = "next", _("Vervolg")


# which parts a proposal and a letter have, each in the order of its paper
LETTER_SECTIONS = (
    ProposalSection.MESSAGE,
    ProposalSection.REASON,
    ProposalSection.FOUND,
    ProposalSection.FINANCE,
    ProposalSection.EXECUTION,
    ProposalSection.COMMUNICATION,
    ProposalSection.NEXT,
    ProposalSection.CONFIDENTIALITY,
    ProposalSection.APPENDICES,
)
ONLY_IN_LETTERS = (ProposalSection.MESSAGE, ProposalSection.FOUND, ProposalSection.NEXT)
SECTIONS = {
    ProposalKind.COLLEGE: tuple(one for one in ProposalSection if one not in ONLY_IN_LETTERS),
    ProposalKind.LETTER: LETTER_SECTIONS,
}
# a letter says of these what they will mean, not what is asked
LETTER_LABELS = {
    ProposalSection.FINANCE: _("Gevolgen voor het geld"),
    ProposalSection.EXECUTION: _("Gevolgen voor de uitvoering"),
}


def section_label(kind: str, section: ProposalSection) -> str:
    """Return what a part is called in a proposal or in a letter."""
    if kind == ProposalKind.LETTER and section in LETTER_LABELS:
        return str(LETTER_LABELS[section])
    return str(section.label)


class CostKind(TextChoices):
    """How a cost comes about (soort kosten)."""

    HIRE = "hire", _("Inhuur")
    FIXED = "fixed", _("Vast bedrag")


class ProposalOutcome(TextChoices):
    """What became of a proposal or letter (uitkomst van een collegevoorstel of raadsbrief)."""

    ADOPTED = "adopted", _("Conform voorstel besloten")
    AMENDED = "amended", _("Gewijzigd besloten")
    REJECTED = "rejected", _("Niet ingestemd")
    POSTPONED = "postponed", _("Aangehouden")
    SENT = "sent", _("Verstuurd aan de raad")


# after any other outcome the proposal is decided and nobody writes at it any more
OPEN_OUTCOMES = (ProposalOutcome.POSTPONED,)
FINAL_OUTCOMES = tuple(one for one in ProposalOutcome if one not in OPEN_OUTCOMES)
# the college went another way than was proposed, so the paper has to say which
OUTCOMES_WITHOUT_WORDS = (ProposalOutcome.ADOPTED, ProposalOutcome.SENT)
OUTCOMES_WITH_WORDS = tuple(one for one in ProposalOutcome if one not in OUTCOMES_WITHOUT_WORDS)
# a letter is sent; nobody decides on it
COLLEGE_OUTCOMES = tuple(one for one in ProposalOutcome if one != ProposalOutcome.SENT)
