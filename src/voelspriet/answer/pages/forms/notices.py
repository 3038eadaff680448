# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a colleague fills in for a notice: three lines, for whom, from whom, until when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.pages.choices import YesOrNo
from voelspriet.answer.pages.rules.notice_checks import PERSON_RULES
from voelspriet.answer.pages.rules.notices import (
    LINE_LIMIT,
    LINES,
    REASON_LIMIT,
    STREETS_LIMIT,
    USUALLY_SHOWN,
)
from voelspriet.ground.people.forms import Choices, DateInput, whole

Senders = Iterable[tuple[str, str]]
SHORT = {"rows": 3}
ROW = {"class": "vs-choices--row"}
SOMEBODY_LOOKED = _("Ik heb gekeken: uit deze tekst is niemand te raden.")


class LinesForm(forms.Form):
    """The three lines in one language."""

    matter = forms.CharField(
        label=_("Wat is er aan de hand?"),
        max_length=LINE_LIMIT,
        help_text=_("Zo feitelijk mogelijk. Geen namen en geen huisnummers."),
        required=False,
        widget=forms.Textarea(SHORT),
    )
    you_can = forms.CharField(
        label=_("Wat kunt u doen?"),
        max_length=LINE_LIMIT,
        help_text=_("Ook „u hoeft niets te doen” helpt mensen."),
        required=False,
        widget=forms.Textarea(SHORT),
    )
    our_view = forms.CharField(
        label=_("Wat vinden wij ervan?"),
        max_length=LINE_LIMIT,
        help_text=_("Wat het met mensen doet, wat wij doen, en wat wij nog niet weten."),
        required=False,
        widget=forms.Textarea(SHORT),
    )

    def lines(self) -> dict[str, str]:
        """Return the three lines."""
        return {line: self.cleaned_data[line] for line in LINES}


CHANGED = _("Wat is er veranderd?")


class TextForm(LinesForm):
    """The three lines in one language of a notice that is there already."""

    changed = forms.CharField(label=CHANGED, max_length=REASON_LIMIT, required=False)
    person_checked = forms.BooleanField(label=SOMEBODY_LOOKED, required=False)

    def __init__(
        self, *args: Any, asks_person: bool = False, is_corrected: bool = False, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        if not asks_person:
            del self.fields["person_checked"]
        if not is_corrected:
            del self.fields["changed"]


class CorrectForm(LinesForm):
    """Other words for what is public, and what changed."""

    changed = forms.CharField(
        label=CHANGED,
        help_text=_("Dat staat bij het bericht, met de dag. Bijvoorbeeld: de weg is weer open."),
        max_length=REASON_LIMIT,
    )
    person_checked = forms.BooleanField(label=SOMEBODY_LOOKED, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for line in LINES:
            self.fields[line].required = True


class AroundForm(forms.Form):
    """For whom, from whom and until when; and two questions about who would hear this."""

    streets = forms.CharField(
        label=_("Voor welke straten?"),
        max_length=STREETS_LIMIT,
        required=False,
        help_text=_("Zo klein mogelijk. Leeg is het hele gebied: schrijf dan waarom."),
    )
    scale_reason = forms.CharField(
        label=_("Waarom voor een groter gebied?"), max_length=REASON_LIMIT, required=False
    )
    sender = forms.ChoiceField(label=_("Van wie is dit bericht?"))
    ends_on = forms.DateField(label=_("Tot en met welke dag staat het er?"), widget=DateInput())
    back_on = forms.DateField(
        label=_("Wanneer komen wij erop terug?"), required=False, widget=DateInput()
    )
    lie_awake = forms.ChoiceField(
        label=_("Liggen mensen hier wakker van?"),
        choices=YesOrNo.choices,
        required=False,
        widget=forms.RadioSelect(ROW),
    )
    see_us_act = forms.ChoiceField(
        label=_("Zien mensen dat wij er iets aan doen?"),
        choices=YesOrNo.choices,
        required=False,
        widget=forms.RadioSelect(ROW),
    )

    def __init__(self, *args: Any, senders: Senders = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["sender"].choices = list(senders)  # type: ignore[attr-defined]


class NoticeForm(LinesForm, AroundForm):
    """A new notice on one page."""

    area = forms.TypedChoiceField(label=_("Voor welk gebied?"), coerce=whole)

    def __init__(self, *args: Any, areas: Choices = (), **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = list(areas)  # type: ignore[attr-defined]
        for line in LINES:
            self.fields[line].required = True


class ChangeNoticeForm(AroundForm):
    """What stands around the words of a draft, and what only a person can say."""

    ticks = forms.MultipleChoiceField(
        label=_("Dit kan alleen een mens zeggen"),
        choices=list(PERSON_RULES.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class PublishForm(forms.Form):
    """Make it public. Where words may point at a person, somebody looked first."""

    person_checked = forms.BooleanField(label=SOMEBODY_LOOKED, required=False)

    def __init__(self, *args: Any, asks_person: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if not asks_person:
            del self.fields["person_checked"]


class WithdrawNoticeForm(forms.Form):
    """Why a notice is taken away."""

    reason = forms.CharField(label=_("Waarom trekt u dit in?"), max_length=REASON_LIMIT)


def start_of_notice(on: date) -> dict[str, Any]:
    """Return the days that stand ready in a new notice."""
    return {"ends_on": on + USUALLY_SHOWN}
