# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The five questions of telling, one form each. Every answer may be changed until it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.areas.queries import PlaceRow, find_places, locate, neighbourhoods
from voelspriet.ground.ui.described import Described
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.intake.choices import AnswerWish, HotTime, Openness, PlaceTier, WhenKind
from voelspriet.listen.intake.draft import Answers
from voelspriet.listen.intake.forms.fields import (
    SeveralFilesField,
    SeveralFilesInput,
    mark_one_of,
    memoryless,
)
from voelspriet.listen.intake.told import PLACE_LIMIT, TEXT_LIMIT, PlaceTold

MOST_PLACES = 12
Label = str | Promise | Described


class QuestionForm(forms.Form):
    """A question that can say what was typed, right or wrong, so that nothing is lost."""

    use_required_attribute = False  # our own sentence, in the reader's language, says what is asked

    def typed(self) -> Answers:
        """Return what stands in the fields, files apart, to fill them again."""
        answers: Answers = {}
        for name, field in self.fields.items():
            if isinstance(field, forms.FileField):
                continue
            value = field.widget.value_from_datadict(self.data, self.files, self.add_prefix(name))
            answers[name] = [str(one) for one in value] if isinstance(value, list) else _word(value)
        return answers


def _word(value: Any) -> str:
    if value is True:
        return "on"
    return "" if value in (None, False) else str(value)


class WhatForm(QuestionForm):
    """What is the matter, in one's own words, typed or spoken (wat)."""

    text = forms.CharField(
        label=_("Wat is er aan de hand?"),
        help_text=_("Vertel het in uw eigen woorden en in uw eigen taal. Kort mag ook."),
        required=False,
        max_length=TEXT_LIMIT,
        widget=memoryless(forms.Textarea, rows="6"),
    )
    voice = forms.FileField(
        label=_("Of spreek het in"),
        help_text=_(
            "Ten hoogste 2 minuten. Een collega schrijft het uit. Daarna wissen wij de opname."
        ),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "audio/*", "capture": "microphone"}),
    )


class WhereForm(QuestionForm):
    """Where it is: a point, a street, a neighbourhood or no place (waar)."""

    lon = forms.FloatField(required=False, widget=forms.HiddenInput)
    lat = forms.FloatField(required=False, widget=forms.HiddenInput)
    street = forms.CharField(
        label=_("Straat of plek"),
        help_text=_("Typ een deel van de naam en druk op Zoek."),
        required=False,
        max_length=80,
        widget=memoryless(forms.TextInput),
    )
    place = forms.ChoiceField(
        label=_("Welke bedoelt u?"), required=False, widget=forms.RadioSelect, choices=()
    )
    area = forms.ChoiceField(label=_("Of kies de buurt"), required=False, choices=())
    words = forms.CharField(
        label=_("Hoe vinden wij de plek?"),
        help_text=_("Bijvoorbeeld: achter de flat, bij de bushalte."),
        required=False,
        max_length=PLACE_LIMIT,
        widget=memoryless(forms.TextInput),
    )
    no_place = forms.BooleanField(
        label=_("Het gaat niet om één plek, of ik wil de plek niet zeggen"), required=False
    )

    def __init__(self, *args: Any, municipality_id: int, municipality: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.municipality_id = municipality_id
        self.municipality = municipality
        wanted = str(self.data.get("street") or self.initial.get("street") or "")
        self.found: list[PlaceRow] = find_places(
            municipality_id=municipality_id, text=wanted, limit=MOST_PLACES
        )
        self.searched_for = wanted.strip()
        _choices(self, "place", [(str(p.id), f"{p.name} ({p.area_name})") for p in self.found])
        areas = neighbourhoods(municipality_id=municipality_id)
        mark_one_of(self, "street", "place", "area")
        _choices(self, "area", [("", "—"), *((str(area.id), area.name) for area in areas)])

    def clean(self) -> dict[str, Any]:
        """Find out which of the ways to say where was used; the most exact one counts."""
        cleaned = super().clean() or {}
        if not self.errors:
            cleaned["told"] = self._told(cleaned)
        return cleaned

    def _told(self, cleaned: dict[str, Any]) -> PlaceTold | None:
        words = cleaned.get("words", "")
        if cleaned.get("no_place"):
            return PlaceTold(words=words)
        lon, lat = cleaned.get("lon"), cleaned.get("lat")
        if lon is not None and lat is not None:
            return self._point(lon, lat, words)
        place = self._place(cleaned)
        if place is not None:
            return PlaceTold(PlaceTier.STREET, words=words, street_id=place.id,
                             area_id=place.area_id)  # fmt: skip
        if self.errors:
            return None
        if cleaned.get("area"):
            return PlaceTold(PlaceTier.AREA, words=words, area_id=int(cleaned["area"]))
        self.add_error("street", gettext("Zeg waar het is, of kies dat het niet om één plek gaat."))
        return None

    def _point(self, lon: float, lat: float, words: str) -> PlaceTold | None:
        area = locate(lon=lon, lat=lat, municipality_id=self.municipality_id)
        if area is None:
            reason = gettext("Deze plek ligt buiten %(municipality)s. Kies een andere plek.")
            self.add_error("lon", reason % {"municipality": self.municipality})
            return None
        return PlaceTold(PlaceTier.POINT, lon=lon, lat=lat, words=words, area_id=area.id)

    def _place(self, cleaned: dict[str, Any]) -> PlaceRow | None:
        by_id = {str(place.id): place for place in self.found}
        if cleaned.get("place") in by_id:
            return by_id[cleaned["place"]]
        if not self.searched_for:
            return None
        exact = [p for p in self.found if p.name.casefold() == self.searched_for.casefold()]
        if len(exact) == 1 or len(self.found) == 1:
            return (exact or self.found)[0]
        if self.found:
            self.add_error("place", gettext("Kies welke straat of plek u bedoelt."))
        elif not cleaned.get("area"):
            self.add_error(
                "street",
                gettext("Deze straat of plek kennen wij niet. Kijk de naam na of kies de buurt."),
            )
        return None


class WhenForm(QuestionForm):
    """When it happens, and what it looks like (wanneer)."""

    kind = forms.ChoiceField(
        label=_("Kies wat het beste past"),
        required=False,
        widget=forms.RadioSelect,
        choices=[
            (WhenKind.NOW, _("Nu")),
            (WhenKind.MOMENT, _("Op één moment")),
            (WhenKind.OFTEN, _("Vaak")),
            (WhenKind.UNKNOWN, _("Dat weet ik niet")),
        ],
    )
    day = forms.DateField(
        label=_("Welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
    )
    hour = forms.TimeField(
        label=_("Hoe laat ongeveer?"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "autocomplete": "off"}, format="%H:%M"),
    )
    hot_times = forms.MultipleChoiceField(
        label=_("Wanneer gebeurt het vaak?"),
        required=False,
        choices=HotTime.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "vs-choices--row"}),
    )
    photos = SeveralFilesField(
        label=_("Foto's"),
        help_text=_(
            "Ten hoogste 3, elk 10 MB of minder. Wij halen plaats, tijd en toestel uit de foto. "
            "Zet liever geen gezichten en kentekens op de foto."
        ),
        widget=SeveralFilesInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at
        mark_one_of(self, "kind", "day", "hot_times", "photos")

    def clean(self) -> dict[str, Any]:
        """Bring day and hour together; a moment has a day, and it has been."""
        cleaned = super().clean() or {}
        cleaned["moment"] = None
        if cleaned.get("kind") == WhenKind.MOMENT and "day" not in self.errors:
            day = cleaned.get("day")
            if day is None:
                self.add_error("day", gettext("Vul de dag in, of kies een ander antwoord."))
                return cleaned
            moment = datetime.combine(day, cleaned.get("hour") or time(12), DUTCH_TIME)
            if day > self.at.astimezone(DUTCH_TIME).date():
                self.add_error("day", gettext("Deze dag moet nog komen. Kijk de dag na."))
            cleaned["moment"] = moment
        return cleaned


class HowForm(QuestionForm):
    """How somebody wants to stand in it (hoe)."""

    openness = forms.ChoiceField(
        label=_("Wie mag weten wie u bent?"), widget=forms.RadioSelect, choices=()
    )
    ask_first = forms.BooleanField(
        label=_("Geef mij advies, doe niets zonder het mij te vragen"),
        help_text=_(
            "Wij geven niets door, spreken niets af en doen niets zichtbaars tot u ja zegt. "
            "Alleen als er levens in gevaar zijn, kan dat anders lopen."
        ),
        required=False,
    )

    def __init__(self, *args: Any, advisers: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = " & ".join(advisers) or gettext("uw adviseurs")
        choices: list[tuple[str, Label]] = [
            (
                Openness.ANONYMOUS,
                Described(
                    _("Niemand: ik blijf anoniem"),
                    _(
                        "Wij weten niet wie u bent. Niet beloven kunnen wij dat niemand u herkent "
                        "aan uw verhaal."
                    ),
                ),
            ),
            (
                Openness.CONFIDENTIAL,
                Described(
                    gettext("Alleen mijn adviseurs: %(names)s") % {"names": names},
                    _(
                        "Ook hun vervanger kan het zien. Niet beloven kunnen wij dat het geheim "
                        "blijft als politie of rechter het met een bevel opvraagt."
                    ),
                ),
            ),
            (
                Openness.OPEN,
                Described(
                    _("Iedereen die hieraan werkt"),
                    _(
                        "Vraagt iemand de stukken op (Woo), dan lakken wij uw naam weg. Niet "
                        "beloven kunnen wij dat niemand begrijpt wie het vertelde."
                    ),
                ),
            ),
        ]
        _choices(self, "openness", choices)
        self.fields["openness"].error_messages["required"] = gettext("Kies één van de drie.")


class HearForm(QuestionForm):
    """Whether and how somebody wants to hear back (horen)."""

    wish = forms.ChoiceField(label=_("Hoe wilt u antwoord?"), widget=forms.RadioSelect, choices=())
    name = forms.CharField(
        label=_("Uw naam"), required=False, max_length=120, widget=memoryless(forms.TextInput)
    )
    email = forms.EmailField(
        label=_("Uw e-mailadres"),
        required=False,
        max_length=254,
        widget=memoryless(forms.EmailInput, dir="ltr"),
    )
    phone = forms.RegexField(
        label=_("Uw telefoonnummer"),
        regex=r"^[0-9٠-٩+()\s.\-]{8,24}$",
        required=False,
        max_length=24,
        widget=memoryless(forms.TextInput, type="tel", dir="ltr"),
        error_messages={"invalid": _("Dit is geen telefoonnummer. Gebruik alleen cijfers.")},
    )
    call_times = forms.MultipleChoiceField(
        label=_("Wanneer kunnen wij bellen?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "vs-choices--row"}),
        choices=[
            (HotTime.MORNING, HotTime.MORNING.label),
            (HotTime.AFTERNOON, HotTime.AFTERNOON.label),
            (HotTime.EVENING, HotTime.EVENING.label),
        ],
    )

    def __init__(self, *args: Any, is_anonymous: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        mark_one_of(self, "email", "phone", "call_times")
        price = _("Dan bent u niet meer anoniem: alleen uw adviseurs weten dan wie u bent.")
        _choices(
            self,
            "wish",
            [
                (
                    AnswerWish.RECEIPT,
                    Described(
                        _("Ik kijk zelf met mijn code"),
                        _(
                            "U krijgt zo een code. Daarmee leest u het antwoord en "
                            "schrijft u terug."
                        ),
                    ),
                ),
                (AnswerWish.EMAIL, _priced(_("Mail mij"), price if is_anonymous else "")),
                (AnswerWish.CALL, _priced(_("Bel mij"), price if is_anonymous else "")),
                (AnswerWish.NONE, _("Ik hoef geen antwoord")),
            ],
        )
        self.fields["wish"].error_messages["required"] = gettext("Kies hoe u antwoord wilt.")
        if is_anonymous:
            self.fields["name"].help_text = gettext("Alleen als wij u mailen of bellen.")

    def clean(self) -> dict[str, Any]:
        """Ask for the address or number that the chosen way needs."""
        cleaned = super().clean() or {}
        if cleaned.get("wish") == AnswerWish.EMAIL and not self._given("email"):
            self.add_error("email", gettext("Vul uw e-mailadres in, of kies een andere manier."))
        if cleaned.get("wish") == AnswerWish.CALL and not self._given("phone"):
            self.add_error("phone", gettext("Vul uw telefoonnummer in, of kies een andere manier."))
        return cleaned

    def _given(self, name: str) -> bool:
        return bool(self.cleaned_data.get(name)) or name in self.errors


def _priced(label: Promise, price: str | Promise) -> Label:
    return Described(label, price) if price else label


def _choices(form: forms.Form, name: str, choices: Sequence[tuple[str, Label]]) -> None:
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    field.choices = choices
