# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields for money and hours as people type them in the Netherlands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.queries.budget_words import hours_typed
from voelspriet.act.plans.rules.budget_rows import MINUTES
from voelspriet.lib.money import CENTS, cents_of, typed

Shows = Callable[[Any], str]


class TypedField(forms.CharField):
    """A number that is typed in words of the Netherlands and kept otherwise."""

    def __init__(
        self,
        *,
        label: Any,
        reads: Callable[[str], Any],
        shows: Shows,
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


def euro_field(label: Any, **more: Any) -> TypedField:
    """Return a field for euros, kept in cents."""
    return TypedField(label=label, reads=cents_of, shows=typed, max_length=20, **more)


def minutes_of(text: str) -> int | None:
    """Return the minutes of hours as they are typed; None when it can be read otherwise."""
    cents = cents_of(text)
    if cents is None or cents * MINUTES % CENTS:
        return None
    return cents * MINUTES // CENTS


def hours_field(label: Any) -> TypedField:
    """Return a field for hours, kept in minutes."""
    return TypedField(label=label, reads=minutes_of, shows=hours_typed, max_length=8)


def candidates_of(text: str) -> tuple[int, ...] | None:
    """Return amounts with | between them in euro cents; None when one cannot be read."""
    found = [cents_of(one) for one in text.replace(";", "|").split("|") if one.strip()]
    return None if None in found else tuple(one for one in found if one is not None)


class ProductChoice(forms.ChoiceField):
    """Which product; `empty_label` says what it means to choose none."""

    def __init__(self, *, empty_label: Any = "", **more: Any) -> None:
        super().__init__(label=_("Product"), **more)
        self.empty_label = empty_label
