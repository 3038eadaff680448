# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which organisations a notice is mailed to, and which mail goes again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.ground.people.forms import whole


class MailNoticeForm(forms.Form):
    """The organisations that had no mail about this notice yet."""

    organisations = forms.TypedMultipleChoiceField(
        label=_("Aan wie?"),
        help_text=_("Zij krijgen het in het Nederlands, één keer, uit naam van de gemeente."),
        coerce=whole,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Kies een of meer organisaties.")},
    )

    def __init__(self, *args: Any, parties: Iterable[tuple[int, str]] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        field = self.fields["organisations"]
        field.choices = list(parties)  # type: ignore[attr-defined]


class MailAgainForm(forms.Form):
    """One mail that stopped."""

    organisation = forms.IntegerField(widget=forms.HiddenInput)
