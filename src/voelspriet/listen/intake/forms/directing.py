# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short forms on a signal's page. What they refuse beyond shape, actions refuse."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.intake.choices import Category, LegalKind, PlaceShare

NOTHING = [("", "—")]


def _area(rows: int, limit: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "maxlength": limit})


class TakeForm(forms.Form):
    """Nothing to fill in: a button."""


class WaitForm(forms.Form):
    """On whom a signal waits."""

    waiting_on = forms.CharField(
        label=_("Op wie wacht u?"), help_text=_("De melder leest dit."), max_length=120
    )


class DoneForm(forms.Form):
    """What was done."""

    what = forms.CharField(
        label=_("Wat is er gedaan?"), required=False, max_length=2000, widget=_area(3, 2000)
    )


class DeclineForm(forms.Form):
    """Why we cannot or will not."""

    reason = forms.CharField(
        label=_("Waarom kunnen of willen we dit niet?"), max_length=2000, widget=_area(3, 2000)
    )


class CategoryForm(forms.Form):
    """What a signal is about."""

    category = forms.ChoiceField(label=_("Categorie"), choices=[*NOTHING, *Category.choices])


class FlagForm(forms.Form):
    """Whether words or photo point at a person."""

    points_at_person = forms.TypedChoiceField(
        label=_("Wijst dit naar een persoon?"),
        choices=[("yes", _("Ja, alleen voor de adviseurs")), ("no", _("Nee, ik heb gekeken"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )


class LegalForm(forms.Form):
    """What a signal is in law."""

    kind = forms.TypedChoiceField(
        label=_("Juridische soort"), choices=LegalKind.choices, coerce=LegalKind
    )


class PromiseForm(forms.Form):
    """The day the reporter hears the outcome."""

    on = forms.DateField(
        label=_("Wanneer hoort de melder de uitkomst?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


class NoteForm(forms.Form):
    """An internal note."""

    text = forms.CharField(
        label=_("Notitie voor collega's"),
        help_text=_("Kan openbaar worden. Schrijf wat iedereen mag lezen."),
        max_length=4000,
        widget=_area(3, 4000),
    )


class AskForm(forms.Form):
    """The question to a reporter who wants to be asked first."""

    question = forms.CharField(
        label=_("Wat wilt u doen, met wie, en wat kan de melder daarvan merken?"),
        max_length=1000,
        widget=_area(4, 1000),
    )


class ContactForm(forms.Form):
    """Why somebody needs the contact data."""

    reason = forms.CharField(
        label=_("Waarom heeft u de gegevens nodig?"),
        help_text=_("Wij bewaren dat u keek, wanneer en waarom."),
        max_length=300,
    )


class TranscribeForm(forms.Form):
    """What was said in a recording."""

    text = forms.CharField(
        label=_("Wat zegt de melder?"),
        help_text=_("Schrijf het letterlijk op. Daarna vernietigen wij de opname."),
        max_length=5000,
        widget=_area(5, 5000),
    )


class ReportForm(forms.Form):
    """What an organisation reports back."""

    report = forms.CharField(
        label=_("Wat is er gedaan, of waarom niet?"), max_length=3000, widget=_area(5, 3000)
    )


class BundleForm(forms.Form):
    """A name for a bundle."""

    title = forms.CharField(
        label=_("Naam van de bundel"),
        help_text=_("Alleen voor collega's. Geen namen van mensen."),
        required=False,
        max_length=120,
    )


class SettleForm(forms.Form):
    """One outcome for a whole bundle."""

    outcome = forms.ChoiceField(
        label=_("Wat is het geworden?"),
        choices=[("done", _("Gedaan")), ("declined", _("Kunnen of willen we niet"))],
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row"}),
    )
    reason = forms.CharField(
        label=_("Toelichting"),
        help_text=_("Verplicht als we het niet kunnen of willen."),
        required=False,
        max_length=2000,
        widget=_area(2, 2000),
    )


class HandoverForm(forms.Form):
    """A matter handed to an organisation."""

    organisation = forms.TypedChoiceField(label=_("Aan wie?"), coerce=int)
    text = forms.CharField(
        label=_("Wat is er nodig?"),
        help_text=_("Schrijf het in uw eigen woorden. De behandelaar ziet nooit de melding zelf."),
        max_length=3000,
        widget=_area(6, 3000),
    )
    ground = forms.CharField(
        label=_("Op welke grond mag u dit delen?"),
        help_text=_("Bijvoorbeeld: taak van de gemeente, beheer van de openbare ruimte."),
        max_length=160,
    )
    purpose = forms.CharField(label=_("Waarvoor hebben zij dit nodig?"), max_length=160)
    place = forms.TypedChoiceField(
        label=_("Hoe precies horen zij waar het is?"),
        choices=PlaceShare.choices,
        coerce=PlaceShare,
        initial=PlaceShare.NEIGHBOURHOOD,
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row"}),
    )
    point_days = forms.TypedChoiceField(
        label=_("Het precieze punt delen?"),
        help_text=_("Alleen als het niet anders kan. Wij bewaren wie wanneer keek."),
        choices=[(0, _("Nee")), (3, _("3 dagen")), (7, _("7 dagen")), (14, _("14 dagen"))],
        coerce=int,
        initial=0,
    )
    with_photos = forms.BooleanField(label=_("Vrijgegeven foto's meesturen"), required=False)

    def __init__(
        self,
        *args: Any,
        organisations: list[tuple[int, str]],
        has_point: bool,
        has_cleared_photo: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].choices = [*NOTHING, *organisations]  # type: ignore[attr-defined]
        if not has_point:
            self.fields.pop("point_days")
        if not has_cleared_photo:
            self.fields.pop("with_photos")
