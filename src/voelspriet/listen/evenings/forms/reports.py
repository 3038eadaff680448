# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an adviser fills in for the report of an evening."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.actions.reports import DUTCH, NEXT_STEPS_LIMIT


class NextStepsForm(forms.Form):
    """What happens next, in Dutch and, where somebody can, in the other languages."""

    next_nl = forms.CharField(
        label=_("Wat gebeurt er nu?"),
        max_length=NEXT_STEPS_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Wie doet wat, en wanneer horen de bewoners weer iets? Korte zinnen."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            if code != DUTCH:
                self.fields[f"next_{code}"] = forms.CharField(
                    label=_("Hetzelfde in het %(language)s") % {"language": name.lower()},
                    max_length=NEXT_STEPS_LIMIT,
                    required=False,
                    widget=forms.Textarea(
                        attrs={"rows": 3, "lang": code, "dir": "rtl" if code == "ar" else "ltr"}
                    ),
                )

    def texts(self) -> dict[str, str]:
        """Return the texts by language."""
        return {name.removeprefix("next_"): text for name, text in self.cleaned_data.items()}
