# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A value and its unit read as Dutch writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from voelspriet.act.plans.rules.wording import with_unit

GAP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        ("85", "%", f"85{GAP}%"),
        ("7000", "EUR", f"€{GAP}7.000"),
        ("2", "aantal", "2"),
        ("78", "Aantal per jaar", "78 per jaar"),
        ("4535", "woningen", "4.535 woningen"),
        ("3", "aantallen", "3 aantallen"),
        ("12.50", "", "12,5"),
    ],
)
def test_a_sign_stays_with_its_number_and_a_count_has_no_unit(value, unit, told):
    assert with_unit(Decimal(value), unit) == told
