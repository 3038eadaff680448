# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in for an agenda: hardly anything is needed, and it fits on one sheet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.area_agendas import ActionTold, PriorityTold, TopTold
from voelspriet.act.agenda.queries.area_agenda_rows import AgendaSheet, PriorityRow, Words
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_LIMIT,
    MEASURE_LIMIT,
    MOST_STRENGTHS,
    MOST_WORDS,
    ORDER_REASON_LIMIT,
    OUTCOME_LIMIT,
    SAFE_LIMIT,
    STOPPED_LIMIT,
    STRENGTHS_LIMIT,
    THREE_WORDS_LIMIT,
    TITLE_LIMIT,
    WHY_LIMIT,
    lines_of,
    words_of,
)
from voelspriet.ground.people.forms import Choices, whole


class StartForm(forms.Form):
    """For which area and year."""

    area = forms.TypedChoiceField(label=_("Gebied"), coerce=whole)
    year = forms.TypedChoiceField(label=_("Jaar"), coerce=whole)

    def __init__(
        self, *args: Any, areas: Choices = (), years: Iterable[int] = (), **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]


class TopForm(forms.Form):
    """What stands on top; everything may stay empty."""

    safe = forms.CharField(
        label=_("Wat is veilig hier?"),
        help_text=_("Een of twee zinnen, in de woorden van bewoners."),
        max_length=SAFE_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    three_words = forms.CharField(
        label=_("Drie woorden voor deze buurt"),
        help_text=_("Met komma's ertussen: groen, druk, samen."),
        max_length=THREE_WORDS_LIMIT,
        required=False,
    )
    strengths = forms.CharField(
        label=_("Wat hier goed gaat"),
        help_text=_("Op elke regel één ding, ten hoogste vier."),
        max_length=STRENGTHS_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def clean_three_words(self) -> str:
        """Refuse more than three words."""
        text: str = self.cleaned_data["three_words"]
        if len(words_of(text)) > MOST_WORDS:
            raise forms.ValidationError(_("Noem er ten hoogste drie, met komma's ertussen."))
        return text

    def clean_strengths(self) -> str:
        """Refuse more than four lines."""
        text: str = self.cleaned_data["strengths"]
        if len(lines_of(text)) > MOST_STRENGTHS:
            raise forms.ValidationError(_("Noem er ten hoogste vier."))
        return text

    def told(self) -> TopTold:
        """Return what was filled in."""
        values = self.cleaned_data
        return TopTold(
            safe=values["safe"],
            three_words=values["three_words"],
            strengths=values["strengths"],
            order_reason=values.get("order_reason", ""),
        )


class ArrangeForm(forms.Form):
    """A place for every priority; why, when residents chose otherwise."""

    reason = forms.CharField(
        label=_("Waarom anders dan bewoners kozen?"),
        help_text=_("Alleen nodig als uw volgorde anders is. Dit staat ook op de buurtpagina."),
        max_length=ORDER_REASON_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, sheet: AgendaSheet, **more: Any) -> None:
        super().__init__(*args, **more)
        self.ids = [row.id for row in sheet.priorities]
        places = [(n, str(n)) for n in range(1, len(self.ids) + 1)]
        for number, row in enumerate(sheet.priorities, 1):
            self.fields[f"place-{row.id}"] = forms.TypedChoiceField(
                label=row.title.text, coerce=whole, choices=places, initial=number
            )
        self.order_fields([*(f"place-{pk}" for pk in self.ids), "reason"])

    def clean(self) -> dict[str, Any]:
        """Refuse a place that is given twice."""
        values = super().clean() or {}
        given = [values.get(f"place-{pk}") for pk in self.ids]
        for number, pk in enumerate(self.ids):
            if given[number] is not None and given[number] in given[:number]:
                self.add_error(
                    f"place-{pk}",
                    forms.ValidationError(_("Deze plaats is al gegeven."), code="twice"),
                )
        return values

    def order(self) -> list[int]:
        """Return the ids in the order that was given."""
        return sorted(self.ids, key=lambda pk: self.cleaned_data[f"place-{pk}"])


class TranslationForm(TopForm):
    """Every text of an agenda in another language, with the Dutch beside it; empty shows Dutch.

    `told` is the same agenda as it reads in that language now.
    """

    def __init__(
        self, *args: Any, dutch: AgendaSheet, told: AgendaSheet, language: str, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.language = language
        self.priority_ids: list[int] = []
        self.action_ids: list[int] = []
        for name in ("safe", "three_words", "strengths"):
            self._start(name, getattr(dutch, name), getattr(told, name))
        if dutch.own_order:
            self._add(
                "order_reason", _("Waarom deze volgorde"), dutch.order_reason, told.order_reason,
                ORDER_REASON_LIMIT,
            )  # fmt: skip
        there = {row.id: row for row in (*told.priorities, *told.stopped)}
        for row in (*dutch.priorities, *dutch.stopped):
            self._add_priority(row, there[row.id])

    def _start(self, name: str, dutch: Words, told: Words) -> None:
        """Put the Dutch beside a field and what is written already in it."""
        self.fields[name].help_text = dutch.text
        if told.language == self.language:
            self.initial[name] = told.text
        if not dutch:
            self.fields[name].widget = forms.HiddenInput()

    def _add(self, name: str, label: Any, dutch: Words, told: Words, limit: int) -> None:
        """Add a field for a text that there is in Dutch."""
        if dutch:
            self.fields[name] = forms.CharField(
                label=label, max_length=limit, required=False, widget=forms.Textarea({"rows": 2})
            )
            self._start(name, dutch, told)

    def _add_priority(self, row: PriorityRow, told: PriorityRow) -> None:
        pk = row.id
        self.priority_ids.append(pk)
        self._add(f"title-{pk}", _("Prioriteit"), row.title, told.title, TITLE_LIMIT)
        self._add(f"why-{pk}", _("Waarom"), row.why, told.why, WHY_LIMIT)
        self._add(
            f"stopped_why-{pk}", _("Waarom gestopt"), row.stopped_why, told.stopped_why,
            STOPPED_LIMIT,
        )  # fmt: skip
        for one, other in zip(row.actions, told.actions, strict=True):
            self.action_ids.append(one.id)
            self._add(f"what-{one.id}", _("Actie"), one.what, other.what, ACTION_LIMIT)
            self._add(
                f"measure-{one.id}", _("Hoe zien wij dat het klaar is"), one.measure,
                other.measure, MEASURE_LIMIT,
            )  # fmt: skip
            self._add(
                f"outcome-{one.id}", _("Wat er gebeurde"), one.outcome, other.outcome,
                OUTCOME_LIMIT,
            )  # fmt: skip

    def _text(self, name: str) -> str:
        text: str = self.cleaned_data.get(name, "")
        return text

    def priorities(self) -> dict[int, PriorityTold]:
        """Return the words of every priority."""
        return {
            pk: PriorityTold(
                *(self._text(f"{name}-{pk}") for name in ("title", "why", "stopped_why"))
            )
            for pk in self.priority_ids
        }

    def actions(self) -> dict[int, ActionTold]:
        """Return the words of every action."""
        return {
            pk: ActionTold(*(self._text(f"{name}-{pk}") for name in ("what", "measure", "outcome")))
            for pk in self.action_ids
        }
