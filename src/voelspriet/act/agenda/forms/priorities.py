# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in for a priority and its actions, and what residents choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.agenda.actions.priorities import PriorityGiven
from voelspriet.act.agenda.actions.priority_actions import ActionGiven
from voelspriet.act.agenda.choices.priorities import (
    RANK_LABELS,
    RANK_NO_FIRST,
    RANK_NONE,
    RANK_TWICE,
    TYPED_CHANNELS,
    PriorityState,
    RankingChannel,
)
from voelspriet.act.agenda.forms.agreements import AgreementForm
from voelspriet.act.agenda.forms.meetings import NO_NAMES
from voelspriet.act.agenda.queries.area_agendas import ChoiceRow
from voelspriet.act.agenda.rules.area_agendas import (
    ACTION_LIMIT,
    MEASURE_LIMIT,
    OUTCOME_LIMIT,
    SOURCE_LIMIT,
    STOPPED_LIMIT,
    TITLE_LIMIT,
    WHY_LIMIT,
)
from voelspriet.act.agenda.rules.rankings import MOST_COUNTED, Chosen
from voelspriet.ground.people.forms import Choices, DateInput, whole
from voelspriet.listen.intake.choices import Category

PLACES = ("first", "second", "third")


class PriorityForm(forms.Form):
    """A title; everything else may stay empty."""

    title = forms.CharField(
        label=_("Wat moet er anders worden?"), max_length=TITLE_LIMIT, help_text=NO_NAMES
    )
    why = forms.CharField(
        label=_("Waarom"),
        help_text=_("Wat zagen of vertelden mensen? Dit staat ook op de buurtpagina."),
        max_length=WHY_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3}),
    )
    source = forms.CharField(
        label=_("Bron"),
        help_text=_("Bijvoorbeeld: de veiligheidsmonitor, een bewonersavond."),
        max_length=SOURCE_LIMIT,
        required=False,
    )
    source_on = forms.DateField(label=_("Van welke dag"), required=False, widget=DateInput())
    category = forms.ChoiceField(
        label=_("Tel de meldingen hierover"),
        help_text=_("Van het afgelopen jaar. Alleen collega's zien hoeveel; niemand ziet welke."),
        required=False,
        choices=[("", _("Tel geen meldingen")), *Category.choices],
    )
    is_public = forms.BooleanField(
        label=_("Openbaar"),
        help_text=_("Dan staat het op de buurtpagina zodra de agenda openbaar is."),
        required=False,
    )

    def given(self) -> PriorityGiven:
        """Return what was filled in."""
        return PriorityGiven(**self.cleaned_data)


class StateForm(forms.Form):
    """Where a priority stands, and why it was stopped."""

    state = forms.ChoiceField(
        label=_("Hoe staat het ermee?"),
        choices=PriorityState.choices,
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )
    why = forms.CharField(
        label=_("Waarom gestopt?"),
        help_text=_("Alleen als u stopt. Dit staat ook op de buurtpagina."),
        max_length=STOPPED_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """Ask why when it was stopped."""
        values = super().clean() or {}
        if values.get("state") == PriorityState.STOPPED and not values.get("why"):
            self.add_error("why", forms.ValidationError(_("Zeg waarom."), code="required"))
        return values


class ActionForm(AgreementForm):
    """A promise for a priority: as any agreement, with how one sees it is done and with whom."""

    measure = forms.CharField(
        label=_("Hoe zien wij dat het klaar is?"),
        help_text=_("Iets dat u kunt zien of tellen: vijf lampen branden."),
        max_length=MEASURE_LIMIT,
        required=False,
    )
    partners = forms.TypedMultipleChoiceField(
        label=_("Samen met"),
        coerce=whole,
        required=False,
        widget=forms.CheckboxSelectMultiple({"class": "vs-choices--row"}),
    )
    is_public = forms.BooleanField(label=_("Openbaar"), required=False)

    def __init__(self, *args: Any, organisations: Choices = (), **more: Any) -> None:
        parties = list(organisations)
        super().__init__(*args, organisations=parties, **more)
        self.fields["partners"].choices = parties  # type: ignore[attr-defined]
        self.fields["what"] = forms.CharField(
            label=_("Wat"),
            max_length=ACTION_LIMIT,
            help_text=NO_NAMES,
            widget=forms.Textarea({"rows": 2}),
        )
        del self.fields["area"], self.fields["visibility"]

    def given(self) -> ActionGiven:
        """Return what was filled in."""
        values = self.cleaned_data
        return ActionGiven(
            organisation_id=values["organisation"],
            what=values["what"],
            due_on=values["due_on"],
            measure=values["measure"],
            partner_ids=values["partners"],
            contact=values["contact"],
            is_public=values["is_public"],
        )


class OutcomeForm(forms.Form):
    """What residents read of an action that ended."""

    outcome = forms.CharField(
        label=_("Wat lezen bewoners: wat is er gebeurd, of waarom niet?"),
        max_length=OUTCOME_LIMIT,
        required=False,
        help_text=NO_NAMES,
        widget=forms.Textarea({"rows": 2}),
    )


class RankForm(forms.Form):
    """What a resident wants first, second and third; only the first is needed."""

    first = forms.TypedChoiceField(
        label=RANK_LABELS["first"], coerce=whole, widget=forms.RadioSelect()
    )
    second = forms.TypedChoiceField(
        label=RANK_LABELS["second"], coerce=whole, empty_value=None, required=False
    )
    third = forms.TypedChoiceField(
        label=RANK_LABELS["third"], coerce=whole, empty_value=None, required=False
    )

    def __init__(self, *args: Any, rows: Iterable[ChoiceRow] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        named = [(row.id, row.title) for row in rows]
        none = ("", RANK_NONE)
        self.fields["first"].error_messages["required"] = RANK_NO_FIRST
        self.fields["first"].choices = named  # type: ignore[attr-defined]
        for name in ("second", "third"):
            self.fields[name].choices = [none, *named]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse the same twice."""
        values = super().clean() or {}
        seen: list[int] = []
        for name in PLACES:
            chosen = values.get(name)
            if chosen is not None and chosen in seen:
                self.add_error(name, forms.ValidationError(RANK_TWICE, code="twice"))
            elif chosen is not None:
                seen.append(chosen)
        return values

    def order(self) -> list[int]:
        """Return what was chosen, first choice first."""
        chosen = (self.cleaned_data.get(name) for name in PLACES)
        return [pk for pk in chosen if pk is not None]


class CountForm(forms.Form):
    """How many people chose each priority first, second and third, at an evening or on paper."""

    channel = forms.ChoiceField(
        label=_("Waar telde u?"),
        choices=[(one.value, one.label) for one in TYPED_CHANNELS],
        widget=forms.RadioSelect({"class": "vs-choices--row"}),
    )

    meeting = forms.ChoiceField(
        label=_("Op welke bijeenkomst?"),
        help_text=_("Dan staat bij de bijeenkomst wat bewoners er kozen."),
        required=False,
    )

    def __init__(
        self,
        *args: Any,
        rows: Sequence[tuple[int, str]] = (),
        meetings: Sequence[tuple[str, str]] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.rows = rows
        none = ("", _("Papier, of een moment dat hier niet staat"))
        self.fields["meeting"].choices = [none, *meetings]  # type: ignore[attr-defined]
        if not meetings:
            del self.fields["meeting"]
        labels = (_("Als eerste"), _("Als tweede"), _("Als derde"))
        for pk, _title in rows:
            for name, label in zip(PLACES, labels, strict=True):
                self.fields[f"{name}-{pk}"] = forms.IntegerField(
                    label=label,
                    min_value=0,
                    max_value=MOST_COUNTED,
                    required=False,
                )

    def table(self) -> list[tuple[str, list[forms.BoundField]]]:
        """Return per priority its three fields."""
        return [(title, [self[f"{name}-{pk}"] for name in PLACES]) for pk, title in self.rows]

    def channel_chosen(self) -> RankingChannel:
        """Return where was counted."""
        return RankingChannel(self.cleaned_data["channel"])

    def chosen(self) -> dict[int, Chosen]:
        """Return the numbers, nought where nothing was filled in."""
        values = self.cleaned_data
        return {
            pk: (
                values.get(f"first-{pk}") or 0,
                values.get(f"second-{pk}") or 0,
                values.get(f"third-{pk}") or 0,
            )
            for pk, _title in self.rows
        }
