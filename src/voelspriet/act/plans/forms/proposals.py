# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about a proposal: its head, a part, costs, comments, the decision."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.choices.proposals import (
    COLLEGE_OUTCOMES,
    SECTIONS,
    CostKind,
    ProposalKind,
    ProposalSection,
    section_label,
)
from voelspriet.act.plans.forms.letters import LETTER_HELP
from voelspriet.act.plans.models.proposals import WEEK_HOURS
from voelspriet.act.plans.rules.proposal_content import Alternative, CostLine
from voelspriet.act.plans.rules.proposal_money import Hire
from voelspriet.act.plans.rules.proposals import (
    COMMENT_LIMIT,
    LABEL_LIMIT,
    SUBJECT_LIMIT,
    TEXT_LIMIT,
    WHY_LIMIT,
    WORDS_LIMIT,
)
from voelspriet.ground.people.forms import DateInput
from voelspriet.ground.ui.money_fields import EuroField

# a thousand million euro
MOST_CENTS = 1_000_000_000_00
MOST_WEEKS = 520
HIRE = ("weeks", "hours_low", "hours_high", "rate")
# what to write in a part, where its name does not say it
HELP = {
    ProposalSection.DECISION: _(
        "Wat moet het college besluiten? Eén besluit per regel, met 1. ervoor."
    ),
    ProposalSection.REASON: _("Waarom ligt dit nu voor?"),
    ProposalSection.FRAMEWORK: _("Wet, beleid en eerdere besluiten waar dit binnen valt."),
    ProposalSection.GOAL: _(
        "Wat verandert er, voor wie, en wanneer? Noem waar u nu staat en waar u naartoe wilt."
    ),
    ProposalSection.REMARKS: _("Wat pleit ertegen, en wat weten wij niet?"),
    ProposalSection.ALTERNATIVES: _(
        "Een inleiding, als die nodig is. De alternatieven zelf voegt u apart toe, met wat zij "
        "per jaar kosten."
    ),
    ProposalSection.FINANCE: _(
        "Wat het kost voegt u per regel toe: dan rekent Voelspriet het na. Schrijf hier wat "
        "daarbij hoort."
    ),
    ProposalSection.PARTICIPATION: _("Met wie is dit gemaakt, en wie denkt er nog mee?"),
    ProposalSection.EXECUTION: _("Wie doet wat wanneer, en wanneer kijken wij terug?"),
    ProposalSection.CONFIDENTIALITY: _(
        "Op welke grond, en tot wanneer? Wie dit voorstel hier kan lezen, verandert hierdoor niet."
    ),
    ProposalSection.CO_ADVISED: _(
        "Functies of afdelingen, geen namen. Eén per regel, met - ervoor."
    ),
}


class ProposalForm(forms.Form):
    """What a proposal is about, when the college meets, and which plan it carries."""

    subject = forms.CharField(label=_("Waarover gaat het voorstel?"), max_length=SUBJECT_LIMIT)
    meets_on = forms.DateField(
        label=_("Wanneer vergadert het college erover?"), required=False, widget=DateInput
    )
    plan = forms.ChoiceField(label=_("Hoort het bij een veiligheidsplan?"), required=False)

    def __init__(self, *args: Any, plans: Iterable[tuple[str, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["plan"].choices = [("", _("Nee, het staat op zichzelf")), *plans]  # type: ignore[attr-defined]


class SectionForm(forms.Form):
    """The text of one part."""

    text = forms.CharField(
        max_length=TEXT_LIMIT, required=False, widget=forms.Textarea({"rows": 16})
    )

    def __init__(self, *args: Any, kind: str, section: ProposalSection, **more: Any) -> None:
        super().__init__(*args, **more)
        helps = LETTER_HELP if kind == ProposalKind.LETTER else HELP
        self.fields["text"].label = section_label(kind, section)
        self.fields["text"].help_text = helps.get(section, "")


class CostForm(forms.Form):
    """A line of the costs: a hire from weeks, hours and a rate, or an amount."""

    label = forms.CharField(label=_("Waarvoor?"), max_length=LABEL_LIMIT)
    kind = forms.ChoiceField(
        label=_("Hoe komt het bedrag tot stand?"),
        choices=CostKind.choices,
        initial=CostKind.HIRE,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    weeks = forms.IntegerField(
        label=_("Aantal weken inhuur"), min_value=1, max_value=MOST_WEEKS, required=False
    )
    hours_low = forms.IntegerField(
        label=_("Uren per week, ten minste"), min_value=1, max_value=WEEK_HOURS, required=False
    )
    hours_high = forms.IntegerField(
        label=_("Uren per week, ten hoogste"), min_value=1, max_value=WEEK_HOURS, required=False
    )
    rate = EuroField(label=_("Tarief in euro per uur"), required=False)
    starts_on = forms.DateField(
        label=_("Eerste dag van de inhuur"),
        help_text=_("Met de eerste en laatste dag kijkt Voelspriet of het aantal weken klopt."),
        required=False,
        widget=DateInput,
    )
    ends_on = forms.DateField(
        label=_("Laatste dag van de inhuur"), required=False, widget=DateInput
    )
    amount = EuroField(label=_("Of een vast bedrag in euro"), required=False, most_cents=MOST_CENTS)
    coverage = forms.CharField(
        label=_("Waaruit betaald?"),
        help_text=_("De naam en het nummer van het budget."),
        max_length=LABEL_LIMIT,
        required=False,
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in (*HIRE, "amount"):
            # needed or not by the kind that is chosen, so neither is said of it
            self.fields[name].one_of = True  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for what the chosen kind needs, beside the field that lacks it."""
        values = super().clean() or {}
        needed = HIRE if values.get("kind") == CostKind.HIRE else ("amount",)
        for name in needed:
            if values.get(name) is None and name not in self.errors:
                self.add_error(name, _("Vul dit in bij de soort die u koos."))
        return values

    def hire(self) -> Hire | None:
        """Return the hire that was given; None for an amount."""
        values = self.cleaned_data
        if values["kind"] != CostKind.HIRE:
            return None
        return Hire(
            weeks=values["weeks"],
            hours_low=values["hours_low"],
            hours_high=values["hours_high"],
            rate_cents=values["rate"],
            starts_on=values["starts_on"],
            ends_on=values["ends_on"],
        )


class AlternativeForm(forms.Form):
    """What else could be done."""

    title = forms.CharField(label=_("Hoe heet dit alternatief?"), max_length=LABEL_LIMIT)
    text = forms.CharField(
        label=_("Wat houdt het in, en waarom stelt u het niet voor?"),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 8}),
    )
    yearly = EuroField(
        label=_("Wat kost het per jaar, in euro?"),
        help_text=_("Weet u het niet? Laat het leeg; dat staat er dan ook."),
        required=False,
        most_cents=MOST_CENTS,
    )


class CommentForm(forms.Form):
    """What a colleague says about a part."""

    section = forms.ChoiceField(label=_("Over welk onderdeel?"))
    text = forms.CharField(
        label=_("Wat wilt u zeggen?"),
        help_text=_("De opmerking staat er met uw naam bij, en kan openbaar worden."),
        max_length=COMMENT_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, kind: str, **more: Any) -> None:
        super().__init__(*args, **more)
        parts = SECTIONS[ProposalKind(kind)]
        choices = [(str(one), section_label(kind, one)) for one in parts]
        self.fields["section"].choices = choices  # type: ignore[attr-defined]


class FreezeForm(forms.Form):
    """Why a version is kept."""

    why = forms.CharField(
        label=_("Waarvoor is deze versie?"),
        help_text=_("Bijvoorbeeld: naar het college van 8 december."),
        max_length=WHY_LIMIT,
        required=False,
    )


class DecisionForm(forms.Form):
    """What the college decided."""

    outcome = forms.ChoiceField(
        label=_("Wat besloot het college?"),
        choices=[(str(one), one.label) for one in COLLEGE_OUTCOMES],
        widget=forms.RadioSelect,
    )
    decided_on = forms.DateField(label=_("Op welke dag?"), widget=DateInput)
    words = forms.CharField(
        label=_("Wat besloot het college anders, of waarom niet?"),
        help_text=_("Dit is nodig, tenzij het college conform het voorstel besloot."),
        max_length=WORDS_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 5}),
    )


def cost_initial(line: CostLine | None) -> dict[str, Any]:
    """Return what stands ready in the form of a line."""
    if line is None:
        return {}
    values: dict[str, Any] = {"label": line.label, "coverage": line.coverage, "kind": line.kind}
    if line.hire is None:
        return values | {"amount": line.amount_cents}
    return values | {
        "weeks": line.hire.weeks,
        "hours_low": line.hire.hours_low,
        "hours_high": line.hire.hours_high,
        "rate": line.hire.rate_cents,
        "starts_on": line.hire.starts_on,
        "ends_on": line.hire.ends_on,
    }


def alternative_initial(one: Alternative | None) -> dict[str, Any]:
    """Return what stands ready in the form of an alternative."""
    if one is None:
        return {}
    return {"title": one.title, "text": one.text, "yearly": one.yearly_cents}
