# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in in the first hour after an incident, standing in the street."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.forms.meetings import NO_NAMES, TimeInput, typed_moment
from voelspriet.act.agenda.rules.incidents import (
    FACT_LIMIT,
    LOOK_BACK_LIMIT,
    PLACE_LIMIT,
    WHAT_LIMIT,
)
from voelspriet.act.agenda.rules.meetings import dutch_moment
from voelspriet.ground.people.forms import Choices, DateInput, whole

SHORT = {"rows": 2}


class OpenForm(forms.Form):
    """What happened and where; when is now, unless somebody says otherwise."""

    what = forms.CharField(
        label=_("Wat is er gebeurd?"),
        max_length=WHAT_LIMIT,
        help_text=NO_NAMES,
        widget=forms.Textarea(SHORT),
    )
    place = forms.CharField(
        label=_("Welke straat of plek?"), max_length=PLACE_LIMIT, required=False
    )
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    known = forms.CharField(
        label=_("Wat wij weten"),
        max_length=FACT_LIMIT,
        required=False,
        widget=forms.Textarea(SHORT),
    )
    unknown = forms.CharField(
        label=_("Wat wij nog niet weten"),
        max_length=FACT_LIMIT,
        required=False,
        widget=forms.Textarea(SHORT),
    )
    starts_on = forms.DateField(label=_("Andere dag"), required=False, widget=DateInput())
    clock = forms.TimeField(label=_("Hoe laat"), required=False, widget=TimeInput())

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Fill `happened_at`: None where nobody typed a moment."""
        values = super().clean() or {}
        has_moment = any(values.get(name) is not None for name in ("starts_on", "clock"))
        values["happened_at"] = typed_moment(self, values) if has_moment else None
        return values


class FactForm(forms.Form):
    """What is known, or not known yet, from now on."""

    text = forms.CharField(
        label=_("Zoals het nu staat"),
        max_length=FACT_LIMIT,
        required=False,
        help_text=NO_NAMES,
        widget=forms.Textarea(SHORT),
    )


class PostForm(forms.Form):
    """Which organisation stands where, and how long. Nobody's name is needed."""

    organisation = forms.TypedChoiceField(label=_("Organisatie"), coerce=whole)
    place = forms.CharField(label=_("Plek"), max_length=PLACE_LIMIT)
    starts = forms.TimeField(label=_("Van"), widget=TimeInput())
    ends = forms.TimeField(label=_("Tot"), widget=TimeInput())

    def __init__(self, *args: Any, organisations: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["organisation"].choices = list(organisations)  # type: ignore[attr-defined]

    def moments(self, on: date) -> tuple[datetime, datetime]:
        """Return from when till when, beginning on a day; past midnight is the next day."""
        starts, ends = self.cleaned_data["starts"], self.cleaned_data["ends"]
        last = on + timedelta(days=1) if ends <= starts else on
        return dutch_moment(on, starts).astimezone(UTC), dutch_moment(last, ends).astimezone(UTC)


class LearnedForm(forms.Form):
    """What was learned: with it an incident is closed."""

    learned = forms.CharField(
        label=_("Wat hebben wij geleerd?"),
        max_length=LOOK_BACK_LIMIT,
        help_text=_("Met deze regel is het incident afgesloten."),
        widget=forms.Textarea(SHORT),
    )


class FollowUpForm(LearnedForm):
    """What was heard after a week, and what is still owed."""

    field_order = ("heard", "owed", "learned")
    heard = forms.CharField(
        label=_("Wat hebben wij gehoord?"),
        max_length=LOOK_BACK_LIMIT,
        help_text=NO_NAMES,
        widget=forms.Textarea(SHORT),
    )
    owed = forms.CharField(
        label=_("Wat zijn wij nog schuldig?"),
        max_length=LOOK_BACK_LIMIT,
        required=False,
        widget=forms.Textarea(SHORT),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["learned"].required = False
