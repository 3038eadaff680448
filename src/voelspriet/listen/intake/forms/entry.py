# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""One short form for what a colleague heard: at most twenty seconds."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.areas.queries import PlaceRow, find_places, neighbourhoods
from voelspriet.listen.intake.actions.entering import HEARD_BY, Entry
from voelspriet.listen.intake.choices import AnswerWish, Channel, Openness, PlaceTier
from voelspriet.listen.intake.told import PLACE_LIMIT, TEXT_LIMIT, ContactTold, PlaceTold

MOST_PLACES = 12
LANGUAGES = [("nl", "Nederlands"), ("en", "English"), ("tr", "Türkçe"), ("ar", "العربية")]
OFF = {"autocomplete": "off"}


class EntryForm(forms.Form):
    """What was heard, how, where, and how somebody wants to hear back."""

    submission = forms.CharField(max_length=64, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Wat vertelde iemand?"),
        max_length=TEXT_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": "", **OFF}),
    )
    channel = forms.TypedChoiceField(
        label=_("Hoe hoorde u het?"),
        choices=[(str(channel), channel.label) for channel in HEARD_BY],
        coerce=Channel,
        initial=Channel.PHONE,
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row"}),
    )
    street = forms.CharField(
        label=_("Straat of plek"),
        required=False,
        max_length=PLACE_LIMIT,
        widget=forms.TextInput(attrs=OFF),
    )
    place = forms.TypedChoiceField(
        label=_("Welke bedoelt u?"), required=False, coerce=int, empty_value=None,
        widget=forms.RadioSelect,
    )  # fmt: skip
    area = forms.TypedChoiceField(label=_("Buurt"), required=False, coerce=int, empty_value=None)
    wish = forms.TypedChoiceField(
        label=_("Hoe wil de melder antwoord?"),
        choices=[
            (str(AnswerWish.RECEIPT), _("Kijkt zelf met de code")),
            (str(AnswerWish.CALL), _("Wil gebeld worden")),
            (str(AnswerWish.EMAIL), _("Wil een mail")),
            (str(AnswerWish.NONE), _("Hoeft geen antwoord")),
        ],
        coerce=AnswerWish,
        initial=AnswerWish.RECEIPT,
        widget=forms.RadioSelect(attrs={"class": "vs-choices--row"}),
    )
    name = forms.CharField(
        label=_("Naam"), required=False, max_length=120, widget=forms.TextInput(attrs=OFF)
    )
    phone = forms.CharField(
        label=_("Telefoon"), required=False, max_length=20, widget=forms.TextInput(attrs=OFF)
    )
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs=OFF))
    openness = forms.TypedChoiceField(
        label=_("Wie mag weten wie de melder is?"),
        choices=Openness.choices,
        coerce=Openness,
        initial=Openness.ANONYMOUS,
    )
    language = forms.ChoiceField(label=_("Taal van de melder"), choices=LANGUAGES, initial="nl")
    ask_first = forms.BooleanField(
        label=_("Op slot: niets doen zonder het eerst te vragen"), required=False
    )

    field_order = (
        "submission", "text", "channel", "street", "place", "area", "wish", "name", "phone",
        "email", "openness", "language", "ask_first",
    )  # fmt: skip

    def __init__(self, *args: Any, municipality_id: int, own_area: int | None, **kwargs: Any):  # noqa: ANN204
        super().__init__(*args, **kwargs)
        wanted = str(self.data.get("street") or "")
        self.found: list[PlaceRow] = find_places(
            municipality_id=municipality_id, text=wanted, limit=MOST_PLACES
        )
        areas = [(area.id, area.name) for area in neighbourhoods(municipality_id=municipality_id)]
        self.fields["area"].choices = [("", gettext("Geen plek")), *areas]  # type: ignore[attr-defined]
        self.fields["area"].initial = own_area
        if len(self.found) > 1:
            choices = [(place.id, f"{place.name} ({place.area_name})") for place in self.found]
            self.fields["place"].choices = choices  # type: ignore[attr-defined]
        else:
            self.fields.pop("place")

    def clean(self) -> dict[str, Any]:
        """Ask which place is meant when the name fits several."""
        given = super().clean() or self.cleaned_data
        if "place" in self.fields and given.get("place") is None and not self._exact():
            self.add_error("place", gettext("Er zijn meer plekken met deze naam. Kies er een."))
        return given

    def entry(self) -> Entry:
        """Return what was heard. Contact data make an anonymous report confidential."""
        given = self.cleaned_data
        contact = ContactTold(name=given["name"], email=given["email"], phone=given["phone"])
        left_any = any((contact.name, contact.email, contact.phone))
        openness = given["openness"]
        if left_any and openness is Openness.ANONYMOUS:
            openness = Openness.CONFIDENTIAL
        return Entry(
            submission=given["submission"],
            text=given["text"],
            channel=given["channel"],
            language=given["language"],
            place=self._place(),
            openness=openness,
            ask_first=given["ask_first"],
            answer_wish=given["wish"],
            contact=contact if left_any else None,
        )

    def _exact(self) -> PlaceRow | None:
        typed = str(self.cleaned_data.get("street", "")).strip().casefold()
        same = [place for place in self.found if place.name.casefold() == typed]
        area = self.cleaned_data.get("area")
        nearer = [place for place in same if place.area_id == area] or same
        return nearer[0] if len(nearer) == 1 else None

    def _place(self) -> PlaceTold:
        given = self.cleaned_data
        chosen = next((one for one in self.found if one.id == given.get("place")), self._exact())
        if chosen is None and len(self.found) == 1:
            chosen = self.found[0]
        if chosen is not None:
            return PlaceTold(tier=PlaceTier.STREET, street_id=chosen.id, area_id=chosen.area_id)
        words = given["street"]
        if given["area"] is None:
            return PlaceTold(words=words)
        return PlaceTold(tier=PlaceTier.AREA, area_id=given["area"], words=words)
