# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser types to make a case to learn from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.cases.rules import (
    LESSONS_LIMIT,
    QUESTIONS_LIMIT,
    TITLE_LIMIT,
    TOLD_LIMIT,
)

NOBODY = _("Schrijf geen namen, straten of woorden van de melder op.")


class _Guarded(forms.Form):
    is_nobody = forms.BooleanField(
        label=_("Ik heb nog eens gekeken: hier staat niemand in die te herkennen is."),
        required=False,
    )

    def __init__(self, *args: Any, doubts: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not doubts:
            del self.fields["is_nobody"]


class BeginCaseForm(_Guarded):
    """What a case is called."""

    field_order = ("title", "is_nobody")
    title = forms.CharField(
        label=_("Hoe heet de leercasus?"), help_text=NOBODY, max_length=TITLE_LIMIT
    )


class TellStepForm(_Guarded):
    """What happened at one step, in one's own words."""

    field_order = ("told", "is_nobody")
    told = forms.CharField(
        label=_("Wat gebeurde er, in uw eigen woorden"),
        help_text=NOBODY,
        max_length=TOLD_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3, "maxlength": TOLD_LIMIT}),
    )


class CaseForm(_Guarded):
    """What a case is called, asks and teaches."""

    field_order = ("title", "questions", "lessons", "is_nobody")
    title = forms.CharField(label=_("Titel"), max_length=TITLE_LIMIT)
    questions = forms.CharField(
        label=_("Vragen om samen te bespreken"),
        help_text=_("Bijvoorbeeld: wat had u op dag 3 gedaan?"),
        max_length=QUESTIONS_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 3, "maxlength": QUESTIONS_LIMIT}),
    )
    lessons = forms.CharField(
        label=_("Wat wij ervan leerden"),
        max_length=LESSONS_LIMIT,
        required=False,
        widget=forms.Textarea({"rows": 4, "maxlength": LESSONS_LIMIT}),
    )


class PublishCaseForm(forms.Form):
    """That everything was read once more."""

    read = forms.BooleanField(
        label=_("Ik heb alles nog eens gelezen. Niemand herkent hier een mens of een plek in.")
    )
