# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in to prepare an evening: nearly everything has a good start."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import Choices, DateInput, whole
from voelspriet.lib.working_days import DUTCH_TIME
from voelspriet.listen.evenings.rules.preparing import PLACE_LIMIT, TITLE_LIMIT

OTHER = "other"


class ClockInput(forms.TimeInput):
    """A time as browsers pick it."""

    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class MomentForm(forms.Form):
    """A day and a time of Dutch clocks."""

    starts_on = forms.DateField(label=_("Dag"), widget=DateInput())
    clock = forms.TimeField(label=_("Hoe laat"), widget=ClockInput())

    def moment(self) -> datetime:
        """Return the moment, once the form is valid."""
        given = self.cleaned_data
        return datetime.combine(given["starts_on"], given["clock"], DUTCH_TIME)


class EveningForm(MomentForm):
    """Which evening: one that is planned already, or another one."""

    planned = forms.ChoiceField(label=_("Welke avond"), widget=forms.RadioSelect(), required=False)
    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    place = forms.CharField(label=_("Plek"), max_length=PLACE_LIMIT, required=False)
    version = forms.TypedChoiceField(label=_("Vragenlijst"), coerce=whole)

    field_order = ("planned", "area", "starts_on", "clock", "place", "version")

    def __init__(
        self,
        *args: Any,
        areas: Choices = (),
        planned: Iterable[tuple[str, str]] = (),
        versions: Choices = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        ready = list(planned)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["version"].choices = list(versions)  # type: ignore[attr-defined]
        self.fields["planned"].choices = [*ready, (OTHER, _("Een andere avond"))]  # type: ignore[attr-defined]
        if not ready:
            del self.fields["planned"]
        if self.picked():
            for name in ("area", "starts_on", "clock"):
                self.fields[name].required = False

    def picked(self) -> str:
        """Return the planned moment that was picked; empty for another evening."""
        if not self.is_bound or "planned" not in self.fields:
            return ""
        value = str(self.data.get("planned", ""))
        return "" if value == OTHER else value


class ChangeEveningForm(MomentForm):
    """Another moment or place, and what it is called in each language."""

    place = forms.CharField(label=_("Plek"), max_length=PLACE_LIMIT, required=False)

    def __init__(self, *args: Any, languages: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        for code, name in languages:
            self.fields[f"title-{code}"] = forms.CharField(
                label=_("Naam van de avond (%(language)s)") % {"language": name},
                max_length=TITLE_LIMIT,
                required=code == "nl",
            )

    def titles(self) -> dict[str, str]:
        """Return what it is called, per language."""
        return {
            name.removeprefix("title-"): value
            for name, value in self.cleaned_data.items()
            if name.startswith("title-")
        }


class TalkForm(forms.Form):
    """A talk without answers."""

    title = forms.CharField(label=_("Waar praten wij over?"), max_length=TITLE_LIMIT)


class QuestionForm(forms.Form):
    """A question that was left out, to put back."""

    question = forms.ChoiceField(label=_("Zet een vraag terug"))

    def __init__(self, *args: Any, left_out: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["question"].choices = list(left_out)  # type: ignore[attr-defined]


class MapRoundForm(forms.Form):
    """A round of maps to hold: a new one, or one of the area that is there."""

    map_round = forms.ChoiceField(label=_("Tekenen op de kaart"), required=False)

    def __init__(self, *args: Any, rounds: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        ready = [("", _("Een nieuwe kaartronde")), *rounds]
        self.fields["map_round"].choices = ready  # type: ignore[attr-defined]


class ProbeForm(forms.Form):
    """Why a probe that comes switched off is asked tonight."""

    reason = forms.CharField(label=_("Waarom is dit vanavond nodig?"), max_length=TITLE_LIMIT)
