# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of researchers who compare: starting, a row of the matrix, verdicts, recommendations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, whole
from voelspriet.understand.coding.choices import ActingParty, Side
from voelspriet.understand.findings.choices import Sameness, Verdict
from voelspriet.understand.findings.models.comparisons import REASON_LIMIT, TEXT_LIMIT
from voelspriet.understand.findings.queries.matrix_rows import PlaceRow, WorldRow

NOBODY_SAID = ("", _("Niet gezegd"))
NOT_ANSWERED = ("", _("Nog niet beantwoord"))
YES_NO = (("", _("Nog niet gezegd")), ("yes", _("Ja")), ("no", _("Nee")))
YES = {True: "yes", False: "no", None: ""}
Given = Iterable[tuple[str, Any]]


def _area(label: Any, limit: int = TEXT_LIMIT, rows: int = 4, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=limit,
        required=False,
        widget=forms.Textarea({"rows": rows}),
        **more,
    )


class ComparisonForm(forms.Form):
    """What is compared: which codes of which codebook, in one or two areas."""

    title = forms.CharField(label=_("Hoe heet de vergelijking?"), max_length=160)
    areas = forms.TypedMultipleChoiceField(
        label=_("In welk gebied, of in welke twee?"),
        help_text=_("Met twee gebieden zet u ze ook naast elkaar."),
        coerce=whole,
        widget=forms.CheckboxSelectMultiple,
    )
    codes = forms.TypedMultipleChoiceField(
        label=_("Welke factoren?"), coerce=whole, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, areas: Choices = (), codes: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["areas"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["codes"].choices = list(codes)  # type: ignore[attr-defined]


class FactorForm(forms.Form):
    """What both sides say of a factor, and the conclusion in words."""

    residents_say = _area(
        _("Bewoners zeggen"),
        help_text=_("In uw woorden, zonder dat iemand te herkennen is. Citaten kiest u apart."),
    )
    professionals_see = _area(_("Professionals zien"))
    overall = _area(_("Wat concludeert u over beide werelden samen?"), rows=3)


class WorldForm(forms.Form):
    """The three questions on one world, who each side expects to act, and the verdict."""

    same_problem = forms.ChoiceField(
        label=_("Bedoelen zij hetzelfde probleem?"),
        choices=[NOT_ANSWERED, *Sameness.choices],
        required=False,
    )
    same_problem_reason = _area(_("Waarom, bij het probleem?"), REASON_LIMIT, 2)
    same_cause = forms.ChoiceField(
        label=_("Zien zij dezelfde oorzaak?"),
        choices=[NOT_ANSWERED, *Sameness.choices],
        required=False,
    )
    same_cause_reason = _area(_("Waarom, bij de oorzaak?"), REASON_LIMIT, 2)
    same_actor = forms.ChoiceField(
        label=_("Verwachten zij van dezelfde dat die iets doet?"),
        choices=[NOT_ANSWERED, *Sameness.choices],
        required=False,
    )
    same_actor_reason = _area(_("Waarom, bij wie iets moet doen?"), REASON_LIMIT, 2)
    residents_expect = forms.ChoiceField(
        label=_("Van wie verwachten bewoners dat die iets doet?"),
        choices=[NOBODY_SAID, *ActingParty.choices],
        required=False,
    )
    professionals_expect = forms.ChoiceField(
        label=_("Van wie verwachten professionals dat die iets doet?"),
        choices=[NOBODY_SAID, *ActingParty.choices],
        required=False,
    )
    verdict = forms.ChoiceField(
        label=_("Uw oordeel over deze wereld"),
        choices=[("", _("Nog geen oordeel")), *Verdict.choices],
        required=False,
    )
    reason = _area(_("Waarom vindt u dat?"), REASON_LIMIT, 2)

    @staticmethod
    def initial_of(row: WorldRow) -> dict[str, str]:
        """Return what a form of a world begins with."""
        found = {one.name: one.answer for one in row.questions}
        found |= {f"{one.name}_reason": one.reason for one in row.questions}
        return found | {
            "residents_expect": row.residents_expect,
            "professionals_expect": row.professionals_expect,
            "verdict": row.verdict,
            "reason": row.reason,
        }


class PlaceForm(forms.Form):
    """What plays in one area, and where the factor stands there."""

    told = _area(_("Wat speelt hier?"), rows=3)
    has_concern = forms.ChoiceField(
        label=_("Maken mensen zich hier zorgen?"), choices=YES_NO, required=False
    )
    concern_reason = _area(_("Waaraan ziet u dat, bij de zorgen?"), REASON_LIMIT, 2)
    has_attention = forms.ChoiceField(
        label=_("Krijgt het hier zichtbaar aandacht?"), choices=YES_NO, required=False
    )
    attention_reason = _area(_("Waaraan ziet u dat, bij de aandacht?"), REASON_LIMIT, 2)

    @staticmethod
    def initial_of(row: PlaceRow) -> dict[str, str]:
        """Return what a form of an area begins with."""
        return {
            "told": row.told,
            "has_concern": YES[row.has_concern],
            "concern_reason": row.concern_reason,
            "has_attention": YES[row.has_attention],
            "attention_reason": row.attention_reason,
        }


class FragmentFilterForm(forms.Form):
    """Which fragments to choose from."""

    code = forms.ChoiceField(label=_("Factor"), required=False)
    kant = forms.ChoiceField(
        label=_("Kant"), choices=[("", _("Alle kanten")), *Side.choices], required=False
    )
    gebied = forms.TypedChoiceField(
        label=_("Gebied"), coerce=whole, empty_value=None, required=False
    )

    def __init__(
        self, *args: Any, codes: Iterable[tuple[str, str]] = (), areas: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["code"].choices = [("", _("Alle factoren")), *codes]  # type: ignore[attr-defined]
        self.fields["gebied"].choices = [("", _("Alle gebieden")), *areas]  # type: ignore[attr-defined]


class RecommendationForm(forms.Form):
    """A recommendation, for which factor, and the fragments it rests on."""

    title = forms.CharField(label=_("De aanbeveling in één zin"), max_length=160)
    text = forms.CharField(
        label=_("Wat raadt u aan, en waarom?"),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea({"rows": 5}),
    )
    factor = forms.TypedChoiceField(
        label=_("Bij welke factor?"), coerce=whole, empty_value=None, required=False
    )
    fragments = forms.TypedMultipleChoiceField(
        label=_("Op welke fragmenten rust zij?"),
        help_text=_("U kiest uit de citaten bij de factoren. Een ander fragment? Kies het daar "
                    "eerst als citaat."),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(
        self, *args: Any, factors: Choices = (), fragments: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["factor"].choices = [("", _("Over alles samen")), *factors]  # type: ignore[attr-defined]
        self.fields["fragments"].choices = list(fragments)  # type: ignore[attr-defined]


class HelpSearchForm(forms.Form):
    """What somebody looks for in the knowledge base; empty shows all of it."""

    zoek = forms.CharField(
        label=_("Zoek in de kennisbank"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"type": "search", "data-search": ""}),
    )


class AdviceForm(forms.Form):
    """The advice of one quadrant in words of one's own."""

    text = _area(_("Advies"), help_text=_("Laat leeg om onze eigen woorden terug te zetten."))


class ReportWordsForm(forms.Form):
    """What the report tells besides the matrix."""

    summary = _area(_("Samenvatting"), rows=6)
    approach = _area(
        _("Wat moet de lezer nog weten van de aanpak?"),
        help_text=_("Aantallen, periode en codeboek komen vanzelf in het verslag."),
    )
    not_heard = _area(_("Wie hebt u niet gehoord, en hoe komt dat?"))
    limits = _area(_("Wat kan dit onderzoek niet zeggen?"))
