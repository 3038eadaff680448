# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in around a meeting: nearly everything has a good start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.choices import AttendeeKind, HeardAnswer, MeetingKind
from voelspriet.act.agenda.rules import REASON_LIMIT
from voelspriet.act.agenda.rules.meetings import (
    ABOUT_LIMIT,
    HABITS,
    HOW_LIMIT,
    LONGEST_MINUTES,
    MINUTE_LIMIT,
    MOST_CAME,
    PLACE_LIMIT,
    POINT_LIMIT,
    Proposal,
    dutch_moment,
    is_open_to_all,
    proposal_of,
)
from voelspriet.ground.people.forms import Choices, DateInput, whole
from voelspriet.lib.working_days import DUTCH_TIME

OTHER = "other"
NO_NAMES = _("Schrijf geen namen of andere dingen over personen op.")


class TimeInput(forms.TimeInput):
    """A time as browsers pick it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class PlanForm(forms.Form):
    """When and where; the kind is chosen already. Only a moment is needed, and one stands ready."""

    moment = forms.ChoiceField(
        label=_("Wanneer"), widget=forms.RadioSelect({"class": "vs-choices--row"})
    )
    starts_on = forms.DateField(label=_("Andere dag"), required=False, widget=DateInput())
    clock = forms.TimeField(label=_("Hoe laat"), required=False, widget=TimeInput())
    place = forms.CharField(
        label=_("Plek"),
        max_length=PLACE_LIMIT,
        required=False,
        widget=forms.TextInput({"list": "plekken", "autocomplete": "off"}),
    )
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    about = forms.CharField(
        label=_("Waar gaat het over"), max_length=ABOUT_LIMIT, required=False, help_text=NO_NAMES
    )
    minutes = forms.IntegerField(
        label=_("Hoeveel minuten"), min_value=5, max_value=LONGEST_MINUTES, required=False
    )
    is_public = forms.BooleanField(
        label=_("Iedereen is welkom"),
        help_text=_("Dan staat het op de pagina van de buurt en in de agenda van de buurt."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        kind: MeetingKind,
        areas: Choices = (),
        moments: Iterable[Proposal] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.kind = kind
        moments = list(moments)
        # what stood on the page counts, also when the clock went on since
        picked = proposal_of(str(self.data.get("moment", ""))) if self.is_bound else None
        if picked is not None and picked not in moments:
            moments.append(picked)
        self.moments = {one.code: one.starts_at for one in moments}
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["moment"].choices = [  # type: ignore[attr-defined]
            *((one.code, date_format(one.starts_at, "D j b, H:i")) for one in moments),
            (OTHER, _("Een ander moment")),
        ]
        if not is_open_to_all(kind):
            del self.fields["is_public"]

    def clean(self) -> dict[str, Any]:
        """Fill `starts_at` from the moment that was picked or typed, and the usual length."""
        values = super().clean() or {}
        values["starts_at"] = self.moments.get(values.get("moment", ""))
        if values.get("moment") == OTHER:
            values["starts_at"] = typed_moment(self, values)
        values["minutes"] = values.get("minutes") or HABITS[self.kind].minutes
        values.setdefault("is_public", False)
        return values


class ChangeForm(forms.Form):
    """Another day, time, length or place, and why."""

    starts_on = forms.DateField(label=_("Dag"), widget=DateInput())
    clock = forms.TimeField(label=_("Hoe laat"), widget=TimeInput())
    minutes = forms.IntegerField(label=_("Hoeveel minuten"), min_value=5, max_value=LONGEST_MINUTES)
    place = forms.CharField(label=_("Plek"), max_length=PLACE_LIMIT, required=False)
    reason = forms.CharField(
        label=_("Waarom"), max_length=REASON_LIMIT, widget=forms.Textarea({"rows": 2})
    )

    def clean(self) -> dict[str, Any]:
        """Fill `starts_at`."""
        values = super().clean() or {}
        values["starts_at"] = typed_moment(self, values)
        return values


class CancelForm(forms.Form):
    """Why it is off."""

    reason = forms.CharField(
        label=_("Waarom gaat het niet door?"),
        max_length=REASON_LIMIT,
        help_text=_("Alleen collega's lezen dit."),
        widget=forms.Textarea({"rows": 2}),
    )


class HoldForm(forms.Form):
    """How many came, by kind. Nothing is asked where not everybody could come."""

    def __init__(self, *args: Any, counts: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        for kind in AttendeeKind if counts else ():
            self.fields[kind.value] = forms.IntegerField(
                label=kind.label, min_value=0, max_value=MOST_CAME, required=False
            )

    def came(self) -> dict[AttendeeKind, int]:
        """Return the numbers that were filled in."""
        return {
            kind: self.cleaned_data[kind.value]
            for kind in AttendeeKind
            if self.cleaned_data.get(kind.value)
        }


class PointForm(forms.Form):
    """A point for the agenda."""

    text = forms.CharField(
        label=_("Agendapunt"),
        max_length=POINT_LIMIT,
        help_text=NO_NAMES,
        widget=forms.Textarea({"rows": 2}),
    )
    is_about_people = forms.BooleanField(
        label=_("Dit gaat over jongeren of over mensen met onbegrepen gedrag"),
        help_text=_("Dan vragen wij of zij zelf zijn gehoord."),
        required=False,
    )


class CloseForm(forms.Form):
    """What came of a point and, where it is about people, whether they were heard."""

    heard = forms.ChoiceField(
        label=_("Zijn de mensen om wie het gaat zelf gehoord?"),
        choices=HeardAnswer.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    heard_how = forms.CharField(
        label=_("Hoe, of waarom nog niet?"),
        max_length=HOW_LIMIT,
        help_text=NO_NAMES,
        widget=forms.Textarea({"rows": 2}),
    )
    outcome = forms.CharField(
        label=_("Wat is er gezegd of besloten?"),
        max_length=MINUTE_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )
    is_decision = forms.BooleanField(label=_("Dit is een besluit"), required=False)

    def __init__(self, *args: Any, asks_heard: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not asks_heard:
            del self.fields["heard"], self.fields["heard_how"]


class MinuteForm(forms.Form):
    """One short line."""

    text = forms.CharField(
        label=_("Korte regel"),
        max_length=MINUTE_LIMIT,
        help_text=NO_NAMES,
        widget=forms.Textarea({"rows": 2}),
    )
    is_decision = forms.BooleanField(label=_("Dit is een besluit"), required=False)


class InviteForm(forms.Form):
    """Which organisations are invited. Who handles matters for one sees the meeting."""

    organisations = forms.TypedMultipleChoiceField(
        label=_("Organisaties"),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: Any, organisations: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["organisations"].choices = list(organisations)  # type: ignore[attr-defined]


class AlongForm(forms.Form):
    """To which later meeting open points go along."""

    to = forms.ChoiceField(label=_("Open punten gaan mee naar"))

    def __init__(self, *args: Any, later: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].choices = list(later)  # type: ignore[attr-defined]


class AboutForm(forms.Form):
    """What it is about, in one language."""

    about = forms.CharField(
        label=_("Waar gaat het over"), max_length=ABOUT_LIMIT, required=False, help_text=NO_NAMES
    )


class MeetingFilterForm(forms.Form):
    """What part of the meetings to list."""

    wanneer = forms.ChoiceField(
        label=_("Wanneer"),
        required=False,
        choices=[
            ("coming", _("Wat komt")),
            ("past", _("Wat geweest is")),
            ("to_record", _("Nog niet opgeschreven")),
            ("all", _("Alles")),
        ],
    )
    soort = forms.ChoiceField(
        label=_("Soort"), required=False, choices=[("", _("Alle")), *MeetingKind.choices]
    )
    gebied = forms.TypedChoiceField(
        label=_("Gebied"), required=False, coerce=whole, empty_value=None
    )

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["gebied"].choices = [("", _("Alle")), *areas]  # type: ignore[attr-defined]


def typed_moment(form: forms.Form, values: dict[str, Any]) -> datetime | None:
    """Return the moment of a typed day and time; what is missing stands beside its field."""
    for name, words in (("starts_on", _("Kies een dag.")), ("clock", _("Kies een tijd."))):
        if values.get(name) is None and name not in form.errors:
            form.add_error(name, forms.ValidationError(words, code="required"))
    if values.get("starts_on") is None or values.get("clock") is None:
        return None
    try:
        return dutch_moment(values["starts_on"], values["clock"]).astimezone(UTC)
    except OverflowError:  # the first or last day there is
        form.add_error("starts_on", forms.ValidationError(_("Kies een dag."), code="invalid"))
        return None


def start_of_change(starts_at: datetime, ends_at: datetime, place: str) -> dict[str, Any]:
    """Return what stands in the form to change a meeting before anything is typed."""
    local = starts_at.astimezone(DUTCH_TIME)
    return {
        "starts_on": local.date(),
        "clock": local.time(),
        "minutes": int((ends_at - starts_at).total_seconds() // 60),
        "place": place,
    }
