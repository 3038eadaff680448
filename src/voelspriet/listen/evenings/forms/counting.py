# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed in beside phones: slips of paper, raised hands, and whose words may be shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.evenings.actions.counting import MOST_HANDS

LONGEST_TYPED = 60_000


class SlipsForm(forms.Form):
    """Slips, one a line: the number of the slip, then the answer."""

    slips = forms.CharField(
        label=_("Stroken: één per regel"),
        help_text=_("Eerst het nummer van de strook, dan het antwoord. Bijvoorbeeld: 14 2"),
        max_length=LONGEST_TYPED,
        widget=forms.Textarea({"rows": 6, "autocomplete": "off", "spellcheck": "false"}),
    )


class HandsForm(forms.Form):
    """How many hands went up for each answer."""

    def __init__(self, *args: Any, rows: Iterable[tuple[str, str, int]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, label, count in rows:
            self.fields[f"hands-{name}"] = forms.IntegerField(
                label=label,
                min_value=0,
                max_value=MOST_HANDS,
                required=False,
                initial=count or None,
                widget=forms.NumberInput({"inputmode": "numeric", "class": "vs-room-number"}),
            )

    def hands(self) -> dict[str, int]:
        """Return the numbers by the name of the answer; what is empty is nought."""
        return {name.removeprefix("hands-"): self.cleaned_data[name] or 0 for name in self.fields}


class LetThroughForm(forms.Form):
    """Whose words the room may see."""

    votes = forms.TypedMultipleChoiceField(
        label=_("Deze woorden mogen op het scherm"),
        required=False,
        widget=forms.CheckboxSelectMultiple(),
    )

    def __init__(self, *args: Any, rows: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["votes"].choices = list(rows)  # type: ignore[attr-defined]
