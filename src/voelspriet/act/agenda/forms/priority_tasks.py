# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is written about a priority task. Each rule is told beside its field, in plain words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.priority_tasks import MeasurableResult, TaskTold
from voelspriet.act.agenda.choices.priority_tasks import TaskOrigin, TogetherAnswer
from voelspriet.act.agenda.rules import REASON_LIMIT
from voelspriet.act.agenda.rules.priority_tasks import (
    FUNCTION_LIMIT,
    LONGEST_REVIEW_DAYS,
    MOST_RESULTS,
    ORIGIN_LIMIT,
    RESULT_LIMIT,
    REVIEW_LIMIT,
    TITLE_LIMIT,
    WORDS_LIMIT,
    YEAR_DAYS,
)
from voelspriet.ground.people.forms import Choices, DateInput, whole

FIXED_AFTER_START = ("origin", "origin_words", "college_decided_on", "working_agreement")


def _words(label: Any, help_text: Any = "", limit: int = WORDS_LIMIT) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=limit, widget=forms.Textarea({"rows": 3})
    )


class PriorityTaskForm(forms.Form):
    """A task as the college decided it; further areas, departments and results may stay empty."""

    title = forms.CharField(label=_("Wat is de opgave?"), max_length=TITLE_LIMIT)
    origin = forms.ChoiceField(
        label=_("Waar komt de opgave vandaan?"),
        choices=TaskOrigin.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    origin_words = forms.CharField(
        label=_("Welk beleid, welk plan, of wat anders?"), max_length=ORIGIN_LIMIT, required=False
    )
    college_decided_on = forms.DateField(
        label=_("Wanneer stelde het college de opgave vast?"),
        help_text=_("Een opgave is er pas als het college haar heeft vastgesteld."),
        widget=DateInput(),
    )
    area = forms.TypedChoiceField(label=_("Voor welk gebied?"), coerce=whole)
    also_areas = forms.TypedMultipleChoiceField(
        label=_("Ook voor deze gebieden"), coerce=whole, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    executive = forms.CharField(
        label=_("Welke bestuurder is verantwoordelijk?"),
        help_text=_("Eén bestuurder. Schrijf de functie op, geen naam: wethouder wonen."),
        max_length=FUNCTION_LIMIT,
    )
    process_owner = forms.CharField(
        label=_("Wie bewaakt het proces?"),
        help_text=_("Eén functie. Gewoonlijk is dat de gebiedsadviseur."),
        max_length=FUNCTION_LIMIT,
    )
    accountable = forms.TypedChoiceField(
        label=_("Welke afdeling is eindverantwoordelijk?"),
        help_text=_("Precies één. Wie voor iets staat, moet duidelijk zijn."),
        coerce=whole,
    )
    second = forms.TypedChoiceField(
        label=_("Welke afdeling werkt mee?"),
        help_text=_("Een andere afdeling: een opgave doen er ten minste twee samen."),
        coerce=whole,
    )
    more = forms.TypedMultipleChoiceField(
        label=_("Nog meer afdelingen"), coerce=whole, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    working_agreement = _words(
        _("Wat spreken de afdelingen samen af?"),
        _("Een afspraak over het resultaat, over de grens van de eigen afdeling heen."),
    )

    def __init__(
        self,
        *args: Any,
        areas: Choices = (),
        departments: Choices = (),
        started: bool = False,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.started = started
        for name in ("area", "also_areas"):
            self.fields[name].choices = list(areas)  # type: ignore[attr-defined]
        choose = [("", _("Kies een afdeling"))]
        self.fields["accountable"].choices = [*choose, *departments]  # type: ignore[attr-defined]
        self.fields["second"].choices = [*choose, *departments]  # type: ignore[attr-defined]
        self.fields["more"].choices = list(departments)  # type: ignore[attr-defined]
        if started:
            for name in FIXED_AFTER_START:
                del self.fields[name]
            return
        for number in range(1, MOST_RESULTS + 1):
            self._add_result(number)

    def _add_result(self, number: int) -> None:
        first = number == 1
        self.fields[f"result_{number}"] = forms.CharField(
            label=_("Resultaat %(number)s") % {"number": number},
            help_text=_("Wat is er dan anders? Ten minste één resultaat.") if first else "",
            max_length=RESULT_LIMIT,
            required=first,
        )
        self.fields[f"measure_{number}"] = forms.CharField(
            label=_("Hoe meet u resultaat %(number)s?") % {"number": number},
            help_text=_("Wat telt u, van hoeveel naar hoeveel, en wanneer?") if first else "",
            max_length=RESULT_LIMIT,
            required=first,
        )
        self.fields[f"is_process_{number}"] = forms.BooleanField(
            label=_("Resultaat %(number)s gaat over het proces") % {"number": number},
            help_text=_("Bijvoorbeeld: hoe sterk bewoners en instellingen meedoen. Dat telt mee."),
            required=False,
        )

    def result_fields(self) -> list[list[forms.BoundField]]:
        """Return the fields of each result after the first."""
        if self.started:
            return []
        names = ("result", "measure", "is_process")
        return [[self[f"{name}_{n}"] for name in names] for n in range(2, MOST_RESULTS + 1)]

    def clean(self) -> dict[str, Any]:
        """Say beside the field when two departments are one, or a result cannot be measured."""
        values = super().clean() or {}
        if values.get("accountable") and values.get("accountable") == values.get("second"):
            self.add_error(
                "second",
                _("Dit is de eindverantwoordelijke afdeling al. Kies een andere: een opgave doen"
                  " er ten minste twee."),
            )  # fmt: skip
        if values.get("origin") == TaskOrigin.OTHER and not values.get("origin_words"):
            self.add_error("origin_words", _("Schrijf op waar de opgave vandaan komt."))
        for number in range(2, MOST_RESULTS + 1):
            text, measure = (values.get(f"{one}_{number}") for one in ("result", "measure"))
            if text and not measure:
                self.add_error(f"measure_{number}", _("Schrijf op hoe u dit meet."))
            if measure and not text:
                self.add_error(f"result_{number}", _("Schrijf op welk resultaat dit meet."))
        return values

    def told(self, kept: dict[str, Any]) -> TaskTold:
        """Return what was filled in; what stands after the start comes from `kept`."""
        values = kept | self.cleaned_data
        results = [
            MeasurableResult(
                values[f"result_{n}"], values[f"measure_{n}"], values[f"is_process_{n}"]
            )
            for n in range(1, MOST_RESULTS + 1)
            if values.get(f"result_{n}")
        ]
        return TaskTold(
            title=values["title"],
            origin=TaskOrigin(values["origin"]),
            origin_words=values["origin_words"],
            area_id=values["area"],
            also_area_ids=values["also_areas"],
            college_decided_on=values["college_decided_on"],
            executive=values["executive"],
            process_owner=values["process_owner"],
            accountable_id=values["accountable"],
            second_id=values["second"],
            more_ids=values["more"],
            working_agreement=values["working_agreement"],
            results=results,
        )


class StartTaskForm(forms.Form):
    """The design of a task: asked once, before it starts, and of no other work."""

    started_on = forms.DateField(label=_("Wanneer begint de opgave?"), widget=DateInput())
    review_on = forms.DateField(
        label=_("Wanneer kijkt u terug?"),
        help_text=_("Na een jaar: van 12 tot 13 maanden na het begin."),
        widget=DateInput(),
        required=False,
    )
    council_frame = _words(
        _("Binnen welk kader van de raad?"),
        _("De raad stelt vooraf kaders, volgt tijdens het werk en oordeelt achteraf."),
    )
    criteria = _words(
        _("Waaraan zien bewoners dat het goed gaat?"),
        _("De maatstaven die u vooraf met bewoners heeft afgesproken."),
    )
    effect_expected = _words(_("Wat ziet u als het werkt?"))
    effect_compared_with = _words(
        _("Waarmee vergelijkt u dat?"),
        _("Bijvoorbeeld: de cijfers van vorig jaar, of een buurt waar u niets doet."),
    )

    def clean(self) -> dict[str, Any]:
        """Fill `review_after_days`; without a day it is a year and a week."""
        values = super().clean() or {}
        start: date | None = values.get("started_on")
        if start is None:
            return values
        review: date = values.get("review_on") or start + timedelta(days=YEAR_DAYS + 7)
        values["review_after_days"] = (review - start).days
        if not YEAR_DAYS <= values["review_after_days"] <= LONGEST_REVIEW_DAYS:
            self.add_error("review_on", _("Kies een dag van 12 tot 13 maanden na het begin."))
        return values


def _together(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=TogetherAnswer.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )


class HearForm(forms.Form):
    """What is heard in the area about a task."""

    one_mouth = _together(_("Spreekt de gemeente met één mond?"))
    agreements_kept = _together(_("Worden afspraken nagekomen?"))
    text = _words(_("Wat hoort u?"), _("Schrijf geen namen of andere dingen over personen op."))


class SteerForm(forms.Form):
    """How the board of directors steers."""

    text = _words(_("Wat verandert er, en waarom?"))


class ReviewTaskForm(forms.Form):
    """Looking back after a year, on results and on cooperation."""

    results = _words(
        _("Wat is er van de resultaten gekomen?"),
        _("Noem bij elk resultaat wat u mat, ook als het niet lukte."),
        REVIEW_LIMIT,
    )
    cooperation = _words(_("Hoe ging de samenwerking?"), limit=REVIEW_LIMIT)
    one_mouth = _together(_("Sprak de gemeente met één mond?"))
    agreements_kept = _together(_("Zijn de afspraken nagekomen?"))


class StopTaskForm(forms.Form):
    """Why a task stops before its time."""

    reason = _words(_("Waarom stopt de opgave?"), limit=REASON_LIMIT)
