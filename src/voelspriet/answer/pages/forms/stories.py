# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Forms for the lines of a neighbourhood's page. What is refused, the actions say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.pages.choices import StoryKind

LONGEST_SAID, LONGEST_DID, LONGEST_CHECK = 300, 600, 300


class WordsForm(forms.Form):
    """The words of a story in one language."""

    said = forms.CharField(
        label=_("Wat zeiden mensen?"),
        help_text=_("In gewone woorden, zonder plek en zonder wie."),
        max_length=LONGEST_SAID,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    did = forms.CharField(
        label=_("Wat wilt u de buurt vertellen?"),
        help_text=_("Wat er gedaan is of komt; of waarom niet."),
        max_length=LONGEST_DID,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class StoryForm(WordsForm):
    """A new story. The kind follows from what it is about where that is known."""

    field_order = ("kind", "area", "happens_on", "said", "did")
    kind = forms.ChoiceField(label=_("Wat voor bericht is het?"))
    area = forms.TypedChoiceField(label=_("Buurt"), coerce=int, required=False, empty_value=None)
    happens_on = forms.DateField(
        label=_("Op welke dag?"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(
        self,
        *args: Any,
        kinds: tuple[str, ...],
        areas: tuple[tuple[int, str], ...] = (),
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        kind, area = self.fields["kind"], self.fields["area"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101  tells the type checker
        assert isinstance(area, forms.ChoiceField)  # noqa: S101  as above
        kind.choices = [(one, StoryKind(one).label) for one in kinds]
        area.choices = [(str(key), name) for key, name in areas]
        if len(kinds) == 1:
            kind.widget = forms.HiddenInput()
            kind.initial = kinds[0]
        if not areas:
            del self.fields["area"]
        if StoryKind.COMING not in kinds:
            del self.fields["happens_on"]
        if not set(kinds) - {StoryKind.STRENGTH, StoryKind.COMING}:
            del self.fields["said"]


class CheckForm(forms.Form):
    """Who could be guessed from this?"""

    guess_check = forms.CharField(
        label=_("Wie is hieruit te raden?"),
        help_text=_("Denk aan de buren, de familie en de mensen over wie het gaat. Schrijf uw"
                    " antwoord op, en waarom het bericht toch kan."),
        max_length=LONGEST_CHECK,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip


class WithdrawForm(forms.Form):
    """Why a story is taken off the page."""

    reason = forms.CharField(label=_("Waarom trekt u dit in?"), max_length=300)
