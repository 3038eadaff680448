# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an administrator fills in about routes and danger words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, whole
from voelspriet.listen.intake.choices import Category

EVERY_CATEGORY = ("", _("Elke categorie"))


class RuleForm(forms.Form):
    """Who usually takes a kind of matter in an area."""

    category = forms.ChoiceField(
        label=_("Categorie"), required=False, choices=[EVERY_CATEGORY, *Category.choices]
    )
    area = forms.TypedChoiceField(label=_("Gebied"), required=False, coerce=whole, empty_value=None)
    organisation = forms.TypedChoiceField(label=_("Organisatie"), coerce=whole)
    contact = forms.CharField(label=_("Contactpersoon"), max_length=120, required=False)
    position = forms.IntegerField(
        label=_("Volgorde"),
        initial=100,
        min_value=0,
        max_value=999,
        help_text=_("Passen er twee regels even goed? Dan wint het laagste nummer."),
    )
    is_active = forms.BooleanField(label=_("Deze regel geldt"), required=False, initial=True)

    def __init__(
        self, *args: Any, areas: Choices = (), organisations: Choices = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        everywhere = ("", _("Overal"))
        self.fields["area"].choices = [everywhere, *areas]  # type: ignore[attr-defined]
        self.fields["organisation"].choices = list(organisations)  # type: ignore[attr-defined]


class TryRouteForm(forms.Form):
    """What would happen with a matter of a category in an area?"""

    categorie = forms.ChoiceField(label=_("Categorie"), choices=Category.choices)
    gebied = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gebied"].choices = list(areas)  # type: ignore[attr-defined]


class DangerTermForm(forms.Form):
    """A word or phrase that shows the emergency numbers."""

    language = forms.ChoiceField(label=_("Taal"), choices=settings.LANGUAGES)
    term = forms.CharField(
        label=_("Woord of woorden"),
        max_length=80,
        help_text=_("Een * aan het einde neemt elk vervolg mee: “bedreig*” vindt “bedreigd”."),
    )
