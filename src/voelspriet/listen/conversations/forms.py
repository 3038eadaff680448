# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms of researchers: a study, a source and its names, who spoke, a worrying case."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.analysis.text.pseudonyms import Kind
from voelspriet.ground.areas.choices import StayLength
from voelspriet.ground.people.forms import Choices, whole
from voelspriet.listen.conversations.choices import (
    NOT_ASKED,
    Perspective,
    SourceKind,
    SpeakerRole,
)
from voelspriet.listen.conversations.reading import SUFFIXES, FileRefused, text_of_file
from voelspriet.listen.conversations.rules.entering import one_kind_of_line
from voelspriet.listen.conversations.rules.studies import TEXT_LIMIT, URGENT_LIMIT

KIND_LABELS = {
    Kind.NAME: _("Naam"),
    Kind.PHONE: _("Telefoonnummer"),
    Kind.EMAIL: _("Mailadres"),
    Kind.IBAN: _("Rekeningnummer"),
    Kind.BSN: _("Burgerservicenummer"),
    Kind.PLATE: _("Kenteken"),
    Kind.HANDLE: _("Account"),
    Kind.ADDRESS: _("Adres"),
    Kind.OTHER: _("Iets anders"),
}
STAYS = [("", NOT_ASKED), *StayLength.choices]
BY_HAND = 4
DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class StudyForm(forms.Form):
    """What is looked into, where, till when, and how long what was said is kept."""

    title = forms.CharField(label=_("Hoe heet het onderzoek?"), max_length=160)
    question = forms.CharField(
        label=_("Welke vraag wilt u beantwoorden?"),
        max_length=600,
        widget=forms.Textarea({"rows": 3}),
    )
    areas = forms.TypedMultipleChoiceField(
        label=_("In welke gebieden?"), coerce=whole, widget=forms.CheckboxSelectMultiple
    )
    consent_text = forms.CharField(
        label=_("Wat zegt u tegen mensen voordat zij meedoen?"),
        help_text=_("Waarvoor het is, wie het leest, en dat zij mogen stoppen."),
        max_length=1000,
        widget=forms.Textarea({"rows": 4}),
    )
    purpose = forms.CharField(label=_("Waarvoor wordt het gebruikt?"), max_length=300)
    starts_on = forms.DateField(label=_("Begint op"), widget=DAY)
    ends_on = forms.DateField(label=_("Eindigt op"), widget=DAY)
    keep_until = forms.DateField(
        label=_("Bewaar de teksten tot en met"),
        help_text=_("Daarna vernietigt het systeem ze."),
        widget=DAY,
    )
    original_days = forms.IntegerField(
        label=_("Hoeveel dagen bewaart u de tekst met de namen erin?"),
        help_text=_("Laat leeg om die niet te bewaren. Dat is het veiligst."),
        min_value=1,
        max_value=365,
        required=False,
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["areas"].choices = list(areas)  # type: ignore[attr-defined]


class SourceForm(forms.Form):
    """What was said or seen: typed, pasted or from a file; and the first who spoke."""

    kind = forms.ChoiceField(label=_("Wat is het?"), choices=SourceKind.choices)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    held_on = forms.DateField(label=_("Wanneer was het?"), widget=DAY)
    perspective = forms.ChoiceField(
        label=_("Van welke kant sprak iemand?"),
        help_text=_("Laat leeg als niemand sprak, zoals bij een observatie."),
        choices=[("", _("Niemand sprak")), *Perspective.choices],
        required=False,
    )
    role = forms.ChoiceField(label=_("In welke rol?"), choices=SpeakerRole.choices, required=False)
    stay = forms.ChoiceField(label=_("Hoe lang al hier?"), choices=STAYS, required=False)
    boundary = forms.TypedChoiceField(label=_("Observatie: hoe duidelijk is de grens tussen "
                                              "openbaar en eigen?"),
                                      coerce=whole, empty_value=None, required=False)  # fmt: skip
    bustle = forms.TypedChoiceField(label=_("Observatie: hoe druk is het?"), coerce=whole,
                                    empty_value=None, required=False)  # fmt: skip
    facilities = forms.TypedChoiceField(label=_("Observatie: hoe goed zijn de voorzieningen?"),
                                        coerce=whole, empty_value=None, required=False)  # fmt: skip
    text = forms.CharField(
        label=_("De tekst"),
        help_text=_("Typ of plak. Namen mogen er nog in staan: u haalt ze er zo uit."),
        max_length=TEXT_LIMIT,
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 14}),
    )
    file = forms.FileField(
        label=_("Of kies een bestand"),
        help_text=_("Een .txt, .docx, .odt of .pdf van ten hoogste 5 MB. Wij bewaren het niet."),
        required=False,
        widget=forms.ClearableFileInput({"accept": ",".join(SUFFIXES)}),
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        grades = [("", _("Niet bekeken")), *((str(n), str(n)) for n in range(1, 6))]
        for name in ("boundary", "bustle", "facilities"):
            self.fields[name].choices = grades  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Read the file when there is one; say beside the field why it cannot be read."""
        values = super().clean() or {}
        file = values.pop("file", None)
        if file is not None:
            try:
                values["text"] = text_of_file(file.name, file.read())
            except FileRefused as refused:
                self.add_error("file", str(refused))
                return values
        values["text"] = one_kind_of_line(values.get("text") or "")
        if not values["text"] and not self.errors:
            self.add_error("text", _("Vul een tekst in, of kies een bestand."))
        elif len(values["text"]) > TEXT_LIMIT:
            message = _("Deze tekst is te lang: ten hoogste %(limit)s tekens. Knip hem in delen.")
            self.add_error("text", message % {"limit": TEXT_LIMIT})
        return values


class NamesForm(forms.Form):
    """What a person looked at: which proposals to replace, and what else."""

    is_sensitive = forms.BooleanField(
        label=_("Houd deze tekst buiten alles wat naar buiten gaat"), required=False
    )
    has_read = forms.BooleanField(
        label=_("Ik heb alles nagelezen: er staat niemand meer herkenbaar in."),
        error_messages={"required": _("Lees de tekst na en zet hier een vinkje.")},
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        kinds = [(str(kind), label) for kind, label in KIND_LABELS.items()]
        for number in range(1, BY_HAND + 1):
            self.fields[f"words_{number}"] = forms.CharField(
                label=_("Ook weghalen (%(number)s)") % {"number": number},
                max_length=80,
                required=False,
            )
            self.fields[f"kind_{number}"] = forms.ChoiceField(
                label=_("Wat is dit (%(number)s)?") % {"number": number},
                choices=kinds,
                required=False,
            )

    def by_hand(self) -> list[tuple[str, Kind]]:
        """Return what else to replace."""
        values = self.cleaned_data
        return [
            (values[f"words_{number}"], Kind(values.get(f"kind_{number}") or Kind.NAME))
            for number in range(1, BY_HAND + 1)
            if values.get(f"words_{number}")
        ]

    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """Return the fields for marking by hand, two by two."""
        return [(self[f"words_{n}"], self[f"kind_{n}"]) for n in range(1, BY_HAND + 1)]


class SpeakerForm(forms.Form):
    """Somebody else who spoke; never a name."""

    perspective = forms.ChoiceField(label=_("Van welke kant?"), choices=Perspective.choices)
    role = forms.ChoiceField(label=_("In welke rol?"), choices=SpeakerRole.choices)
    stay = forms.ChoiceField(label=_("Hoe lang al hier?"), choices=STAYS, required=False)


class ReferralForm(forms.Form):
    """With whom people said to talk too: a role and how often."""

    role = forms.ChoiceField(label=_("Met wat voor iemand?"), choices=SpeakerRole.choices)
    count = forms.IntegerField(label=_("Hoe vaak genoemd?"), min_value=1, max_value=50, initial=1)


class UrgentForm(forms.Form):
    """A worrying case for the right partner."""

    organisation = forms.TypedChoiceField(label=_("Wie moet dit weten?"), coerce=whole)
    text = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_("Alleen wat zij nodig hebben. Zodra zij bevestigen, verdwijnen deze woorden."),
        max_length=URGENT_LIMIT,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, *args: Any, organisations: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["organisation"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een organisatie")),
            *organisations,
        ]


class ConfirmForm(forms.Form):
    """Who of the partner has it now."""

    name = forms.CharField(
        label=_("Wie heeft het bevestigd?"),
        help_text=_("De naam van wie u sprak. Bevestigt u voor uw eigen organisatie, dan komt uw "
                    "naam erbij te staan."),
        max_length=120,
        required=False,
    )  # fmt: skip
