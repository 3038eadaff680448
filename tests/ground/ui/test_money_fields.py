# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Euros as they are typed: read one way only, kept in cents, shown as the reader writes them."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from voelspriet.ground.ui.money_fields import EuroField

FIELD = EuroField(label="Bedrag", most_cents=5_000_00)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [("4.900,50", 4900_50), ("€ 1.000", 1000_00), ("2,5", 2_50), ("2.50", 2_50), ("7", 7_00)],
)
def test_an_amount_is_kept_in_cents(typed, cents):
    assert FIELD.clean(typed) == cents


@pytest.mark.parametrize(
    ("typed", "why"),
    [("circa 5", "niet lezen"), ("1,234", "niet lezen"), ("-5", "niet lezen"),
     ("0", "ten minste"), ("5.000,01", "ten hoogste")],
)  # fmt: skip
def test_what_is_no_such_amount_says_why(typed, why):
    with pytest.raises(ValidationError, match=why):
        FIELD.clean(typed)


def test_nothing_is_no_amount_where_it_may_stay_empty():
    assert EuroField(label="Bedrag", required=False).clean("") is None
    assert EuroField(label="Bedrag", least_cents=0).clean("0") == 0


def test_an_amount_that_stands_ready_is_shown_as_it_is_typed():
    assert [FIELD.prepare_value(one) for one in (1250_50, 20_00, "2.5x", None)] == [
        "1250,50", "20", "2.5x", None,
    ]  # fmt: skip
    with translation.override("en"):
        assert FIELD.prepare_value(1250_50) == "1250.50"
        assert FIELD.clean("1250.50") == 1250_50
