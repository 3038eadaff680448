# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for who tells on behalf of others or from their work: one page, many things or one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.areas.queries import find_places, neighbourhoods
from voelspriet.ground.ui.described import Described
from voelspriet.listen.intake.choices import AnswerWish, HotTime, Openness, PlaceTier, WhenKind
from voelspriet.listen.intake.forms.fields import mark_one_of, memoryless
from voelspriet.listen.intake.told import PLACE_LIMIT, TEXT_LIMIT, PlaceTold, WhenTold

SAME_NAME = 30  # streets of one name in a municipality; enough to see that there are several


class ObservationForm(forms.Form):
    """One thing that was seen or heard, with its own place (waarneming)."""

    use_required_attribute = False

    text = forms.CharField(
        label=_("Wat zag of hoorde u?"),
        required=False,
        max_length=TEXT_LIMIT,
        widget=memoryless(forms.Textarea, rows="3"),
    )
    street = forms.CharField(
        label=_("Straat of plek"),
        required=False,
        max_length=80,
        widget=memoryless(forms.TextInput),
    )
    area = forms.ChoiceField(label=_("Buurt"), required=False, choices=())
    words = forms.CharField(
        label=_("Hoe vinden wij de plek?"),
        required=False,
        max_length=PLACE_LIMIT,
        widget=memoryless(forms.TextInput),
    )
    hot_times = forms.MultipleChoiceField(
        label=_("Wanneer gebeurt het?"),
        required=False,
        choices=HotTime.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "vs-choices--row"}),
    )

    def __init__(
        self, *args: Any, municipality_id: int, may_be_empty: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.may_be_empty = may_be_empty
        self.municipality_id = municipality_id
        mark_one_of(self, "text", "street", "area")
        area = self.fields["area"]
        if isinstance(area, forms.ChoiceField):
            rows = neighbourhoods(municipality_id=municipality_id)
            area.choices = [("", "—"), *((str(row.id), row.name) for row in rows)]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was typed here, so that an unused row is no error."""
        names = ("text", "street", "area", "words")
        return not any(str(self.data.get(self.add_prefix(name), "")).strip() for name in names)

    def clean(self) -> dict[str, Any]:
        """Find the place, and ask for words where there is a place without."""
        cleaned = super().clean() or {}
        is_asked = not (self.may_be_empty and self.is_empty)
        if is_asked and not cleaned.get("text", "").strip() and "text" not in self.errors:
            self.add_error("text", gettext("Vertel wat u zag of hoorde."))
        cleaned["told"] = None if self.errors else self._place(cleaned)
        times = tuple(HotTime(one) for one in cleaned.get("hot_times", []))
        cleaned["when"] = WhenTold(WhenKind.OFTEN if times else WhenKind.UNKNOWN, hot_times=times)
        return cleaned

    def _place(self, cleaned: dict[str, Any]) -> PlaceTold | None:
        words, street = cleaned.get("words", ""), cleaned.get("street", "").strip()
        area_id = int(cleaned["area"]) if cleaned.get("area") else None
        found = [
            place
            for place in find_places(
                municipality_id=self.municipality_id, text=street, limit=SAME_NAME
            )
            if area_id in {None, place.area_id}
        ]
        exact = [place for place in found if place.name.casefold() == street.casefold()]
        chosen = exact or found
        if street and len(chosen) == 1:
            return PlaceTold(
                PlaceTier.STREET, words=words, street_id=chosen[0].id, area_id=chosen[0].area_id
            )
        if len(chosen) > 1:
            names = ", ".join(sorted(f"{place.name} ({place.area_name})" for place in chosen[:6]))
            self.add_error(
                "street",
                gettext("Welke bedoelt u? %(names)s. Kies de buurt erbij.") % {"names": names},
            )
            return None
        if area_id is not None:
            told = ", ".join(part for part in (street, words) if part)
            return PlaceTold(PlaceTier.AREA, words=told, area_id=area_id)
        if street:
            self.add_error(
                "street",
                gettext("Deze straat of plek kennen wij niet. Kijk de naam na of kies de buurt."),
            )
            return None
        return PlaceTold(words=words)


class TellerForm(forms.Form):
    """Who tells on behalf of others, and how to answer them (wie vertelt)."""

    use_required_attribute = False

    openness = forms.ChoiceField(
        label=_("Wie mag weten wie u bent?"),
        widget=forms.RadioSelect,
        choices=[
            (
                Openness.OPEN,
                Described(
                    _("Iedereen die hieraan werkt"),
                    _("Vraagt iemand de stukken op (Woo), dan lakken wij uw naam weg."),
                ),
            ),
            (
                Openness.CONFIDENTIAL,
                Described(
                    _("Alleen de adviseurs van de buurt"),
                    _("Niet als politie of rechter het met een bevel opvraagt."),
                ),
            ),
            (
                Openness.ANONYMOUS,
                Described(
                    _("Niemand: ik blijf anoniem"),
                    _("Wie uw verhaal kent, kan raden dat het van u komt."),
                ),
            ),
        ],
        error_messages={"required": _("Kies één van de drie.")},
    )
    ask_first = forms.BooleanField(
        label=_("Geef mij advies, doe niets zonder het mij te vragen"), required=False
    )
    name = forms.CharField(
        label=_("Uw naam, team of organisatie"),
        required=False,
        max_length=120,
        widget=memoryless(forms.TextInput),
    )
    email = forms.EmailField(
        label=_("E-mailadres voor het antwoord"),
        help_text=_(
            "Zonder adres leest u het antwoord met uw code. Met een adres bent u niet anoniem."
        ),
        required=False,
        max_length=254,
        widget=memoryless(forms.EmailInput, dir="ltr"),
    )

    @property
    def wish(self) -> AnswerWish:
        """Return how the answer comes: by mail when there is an address."""
        return AnswerWish.EMAIL if self.cleaned_data.get("email") else AnswerWish.RECEIPT
