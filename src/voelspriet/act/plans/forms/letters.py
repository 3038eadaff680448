# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about a letter to the council."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.choices.proposals import ProposalSection
from voelspriet.act.plans.rules.proposals import PORTFOLIO_LIMIT, SUBJECT_LIMIT
from voelspriet.ground.people.forms import DateInput

LETTER_HELP = {
    ProposalSection.MESSAGE: _("Wat moet de raad weten, ook wie alleen dit leest? Twee zinnen."),
    ProposalSection.REASON: _("Waarom schrijft het college dit nu? Noem vragen van de raad zelf."),
    ProposalSection.FOUND: _(
        "Het besluit van het college staat er al bij als de brief uit een voorstel volgt. Schrijf "
        "hier wat daarbij hoort, of wat uit een evaluatie bleek."
    ),
    ProposalSection.FINANCE: _(
        "De kosten van het voorstel staan er al bij. Schrijf hier wat zij betekenen voor de "
        "begroting, en of de raad daar nog over besluit."
    ),
    ProposalSection.EXECUTION: _("Wie doet wat, en wat merken bewoners ervan?"),
    ProposalSection.COMMUNICATION: _("Wie hoort dit nog meer, en wanneer?"),
    ProposalSection.NEXT: _("Wat gebeurt er nu, en wanneer hoort de raad weer iets?"),
    ProposalSection.CONFIDENTIALITY: _(
        "Laat leeg als de brief openbaar is. Anders: op welke grond, en tot wanneer? Wie deze "
        "brief hier kan lezen, verandert hierdoor niet."
    ),
    ProposalSection.APPENDICES: _("Eén per regel, met - ervoor."),
}


class LetterForm(forms.Form):
    """What a letter is about, of which day, and what it follows from."""

    subject = forms.CharField(label=_("Waarover gaat de brief?"), max_length=SUBJECT_LIMIT)
    follows = forms.ChoiceField(
        label=_("Volgt de brief uit een collegevoorstel?"),
        help_text=_("Dan staan het besluit en de kosten van dat voorstel in de brief."),
        required=False,
    )
    meets_on = forms.DateField(label=_("Datum van de brief"), required=False, widget=DateInput)
    portfolio = forms.CharField(
        label=_("Portefeuille"),
        help_text=_("Bijvoorbeeld: openbare orde en veiligheid."),
        max_length=PORTFOLIO_LIMIT,
        required=False,
    )
    plan = forms.ChoiceField(label=_("Hoort de brief bij een veiligheidsplan?"), required=False)

    def __init__(
        self,
        *args: Any,
        plans: Iterable[tuple[str, str]] = (),
        proposals: Iterable[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        none = [("", _("Nee, de brief staat op zichzelf"))]
        for name, choices in (("plan", plans), ("follows", proposals)):
            self.fields[name].choices = [*none, *choices]  # type: ignore[attr-defined]


class SendForm(forms.Form):
    """On which day a letter was sent."""

    sent_on = forms.DateField(label=_("Op welke dag is de brief verstuurd?"), widget=DateInput)
