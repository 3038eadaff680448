# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the privacy officer selects from the audit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class AuditFilterForm(forms.Form):
    """Days, a name, a deed and a reference. Every one may stay empty."""

    van = forms.DateField(
        label=_("Van"), required=False, widget=forms.DateInput({"type": "date"}, "%Y-%m-%d")
    )
    tot = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )
    wie = forms.CharField(label=_("Wie"), required=False, max_length=60)
    handeling = forms.ChoiceField(label=_("Handeling"), required=False)
    kenmerk = forms.CharField(label=_("Kenmerk"), required=False, max_length=64)

    def __init__(self, *args: Any, actions: Iterable[str] = (), **more: Any) -> None:
        super().__init__(*args, **more)
        every = ("", _("Alle"))
        self.fields["handeling"].choices = [  # type: ignore[attr-defined]
            every,
            *((one, one) for one in actions),
        ]
