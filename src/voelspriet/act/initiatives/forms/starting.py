# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a resident fills in to begin an initiative, and on the follow page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.initiatives.choices import InitiativeNeed, InitiativeStatus
from voelspriet.act.initiatives.told import IDEA_LIMIT, WORDS_LIMIT, InitiativeTold
from voelspriet.ground.areas.queries import neighbourhoods
from voelspriet.ground.ui.described import Described

NO_MEMORY = {"autocomplete": "off"}  # nothing typed may stay on a shared phone
NEEDS = [
    (
        InitiativeNeed.HELP,
        Described(InitiativeNeed.HELP.label, _("Handen, spullen, kennis of een ruimte.")),
    ),
    (
        InitiativeNeed.SUBSIDY,
        Described(InitiativeNeed.SUBSIDY.label, _("Elke buurt heeft een budget voor ideeën.")),
    ),
    (
        InitiativeNeed.PILOT,
        Described(InitiativeNeed.PILOT.label, _("Een paar maanden, en dan samen kijken.")),
    ),
    (
        InitiativeNeed.CHALLENGE,
        Described(
            InitiativeNeed.CHALLENGE.label,
            _("Bewoners doen het zelf, als zij denken dat het beter kan. Dat recht heeft u."),
        ),
    ),
    (
        InitiativeNeed.SPACE,
        Described(InitiativeNeed.SPACE.label, _("U regelt het zelf en wilt het laten weten.")),
    ),
]


def _short(label: Any, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=WORDS_LIMIT,
        widget=forms.Textarea({"rows": 2, **NO_MEMORY}),
    )


class StartForm(forms.Form):
    """An idea on one page. Only the idea itself is needed."""

    use_required_attribute = False

    idea = forms.CharField(
        label=_("Wat wilt u doen?"),
        help_text=_("Vertel het in uw eigen woorden. Schrijf geen namen van anderen op."),
        max_length=IDEA_LIMIT,
        error_messages={"required": _("Vertel wat u wilt doen.")},
        widget=forms.Textarea({"rows": 5, **NO_MEMORY}),
    )
    area = forms.ChoiceField(label=_("In welke buurt?"), required=False)
    who = _short(_("Wie doen er mee?"), _("Bijvoorbeeld: een paar buren en de school."))
    needs = forms.MultipleChoiceField(
        label=_("Wat heeft u nodig?"),
        required=False,
        choices=NEEDS,
        widget=forms.CheckboxSelectMultiple,
    )
    open_for = _short(_("Voor wie is het?"))
    who_missing = _short(_("Wie mist u nog?"), _("Wie zou mee moeten doen, maar kent u nog niet?"))
    may_list = forms.BooleanField(
        label=_("Mijn idee mag op de pagina van de buurt staan"),
        help_text=_("Zonder uw naam, in korte woorden van een adviseur."),
        required=False,
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_(
            "Alleen als u wilt dat wij u iets kunnen vragen. Alleen de adviseurs van de buurt "
            "kunnen het lezen, en elke keer wordt vastgelegd."
        ),
        required=False,
        max_length=254,
        widget=forms.EmailInput({"dir": "ltr", **NO_MEMORY}),
    )
    phone = forms.CharField(
        label=_("Telefoonnummer"),
        required=False,
        max_length=20,
        widget=forms.TextInput({"dir": "ltr", "type": "tel", **NO_MEMORY}),
    )

    def __init__(self, *args: Any, municipality_id: int, **more: Any) -> None:
        super().__init__(*args, **more)
        rows = neighbourhoods(municipality_id=municipality_id)
        self.fields["area"].choices = [  # type: ignore[attr-defined]
            ("", _("Overal, of dat weet ik nog niet")),
            *((str(row.id), row.name) for row in rows),
        ]

    def told(self, *, submission: str, language: str) -> InitiativeTold:
        """Return what was told (after `is_valid`)."""
        given = self.cleaned_data
        return InitiativeTold(
            submission=submission,
            idea=given["idea"],
            who=given["who"],
            area_id=int(given["area"]) if given["area"] else None,
            needs=tuple(InitiativeNeed(code) for code in given["needs"]),
            open_for=given["open_for"],
            who_missing=given["who_missing"],
            may_list=given["may_list"],
            email=given["email"],
            phone=given["phone"],
            language=language,
        )


class FurtherForm(forms.Form):
    """A message to the duo."""

    text = forms.CharField(
        label=_("Uw bericht"),
        max_length=IDEA_LIMIT,
        error_messages={"required": _("Schrijf eerst iets op.")},
        widget=forms.Textarea({"rows": 4, **NO_MEMORY}),
    )
    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)


class OwnStatusForm(forms.Form):
    """How it goes, in the starter's own words."""

    status = forms.ChoiceField(
        label=_("Hoe gaat het met uw initiatief?"),
        choices=[
            (one.value, one.label)
            for one in (InitiativeStatus.ACTIVE, InitiativeStatus.PAUSED, InitiativeStatus.STOPPED)
        ],
        error_messages={"required": _("Kies hoe het ervoor staat.")},
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Waarom ligt het stil of stopt het?"),
        help_text=_("Ook als het aan ons ligt. Daar leren wij van."),
        required=False,
        max_length=WORDS_LIMIT,
        widget=forms.Textarea({"rows": 2, **NO_MEMORY}),
    )
