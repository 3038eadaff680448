# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Amounts as people in the Netherlands type them in a form. Typed in euros, kept in cents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from voelspriet.lib.money import cents_of, typed, written

MOST_CENTS = 10_000_000_00


class TypedField(forms.CharField):
    """A number that is typed in words of the Netherlands and kept otherwise."""

    def __init__(
        self,
        *,
        label: Any,
        reads: Callable[[str], Any],
        shows: Callable[[Any], str],
        keys: str = "decimal",
        **more: Any,
    ) -> None:
        widget = forms.TextInput({"inputmode": keys, "dir": "ltr"})
        super().__init__(label=label, widget=widget, **more)
        self.reads, self.shows = reads, shows

    def clean(self, value: Any) -> Any:
        """Return what is kept; None when it may stay empty and did."""
        text = super().clean(value)
        if not text:
            return None
        found = self.reads(text)
        if found is None:
            raise forms.ValidationError(
                _("Dit kunnen wij niet lezen. Schrijf bijvoorbeeld 1.250,50.")
            )
        return found

    def prepare_value(self, value: Any) -> Any:
        """Show what was kept as it is typed; what was typed stays."""
        return value if value is None or isinstance(value, str) else self.shows(value)


class EuroField(TypedField):
    """An amount in euros as people type it, started with and given back in euro cents."""

    def __init__(
        self, *, label: Any, least_cents: int = 1, most_cents: int = MOST_CENTS, **more: Any
    ) -> None:
        super().__init__(label=label, reads=cents_of, shows=_shown, max_length=20, **more)
        self.least_cents, self.most_cents = least_cents, most_cents

    def clean(self, value: Any) -> int | None:
        """Return the amount in euro cents; None when it may stay empty and did."""
        cents: int | None = super().clean(value)
        if cents is not None and cents < self.least_cents:
            told = _("Dit is te weinig: ten minste %(least)s.")
            raise forms.ValidationError(told % {"least": written(self.least_cents)})
        if cents is not None and cents > self.most_cents:
            told = _("Dit is te veel: ten hoogste %(most)s.")
            raise forms.ValidationError(told % {"most": written(self.most_cents)})
        return cents


def _shown(cents: int) -> str:
    shown = typed(cents)
    return shown.replace(",", ".") if get_language() == "en" else shown
