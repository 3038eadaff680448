# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of a budget: hours, amounts of which one is right, a product."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.queries.budget_words import hours_typed
from voelspriet.act.plans.rules.budget_rows import MINUTES
from voelspriet.ground.ui.money_fields import TypedField
from voelspriet.lib.money import CENTS, cents_of


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
