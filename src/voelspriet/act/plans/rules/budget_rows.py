# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a row of a budget must be: the same for what is typed and for what a file brings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import count

from django.utils.text import slugify
from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_told import (
    BudgetRow,
    BudgetTold,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
    RemarkTold,
)
from voelspriet.act.plans.choices.budgets import ControlScope
from voelspriet.act.plans.rules.budgets import typed_sum
from voelspriet.lib.money import CENTS, written

KEY = re.compile(r"[A-Za-z0-9_-]{1,60}")
LABEL_LIMIT = 200
REMARK_LIMIT = 500
TYPED_LIMIT = 400
MOST_EURO_CENTS = 1_000_000_000 * CENTS
MOST_ROWS = 300
MOST_CANDIDATES = 12
MOST_WEEKS = 520
MINUTES = 60
MOST_MINUTES = 168 * MINUTES
MINUTE_STEP = 3  # a twentieth of an hour: what two decimals can say

KEY_OF_LABEL = 50
Wrong = Iterator[tuple[str, str]]


def key_for(label: str, taken: Collection[str]) -> str:
    """Return a key for a row that has none: from its name, with a number when that is taken.

    >>> key_for("Jeugd en veiligheid", ["jeugd_en_veiligheid"])
    'jeugd_en_veiligheid_2'
    """
    key = slugify(label).replace("-", "_")[:KEY_OF_LABEL] or "regel"
    number = next(one for one in count(1) if _numbered(key, one) not in taken)
    return _numbered(key, number)


def _numbered(key: str, number: int) -> str:
    return key if number == 1 else f"{key}_{number}"


def wrong_of(row: BudgetRow, budget: BudgetTold, instead_of: str = "") -> Wrong:
    """Yield every field of a row that is wrong, and why, in a budget it is to stand in.

    `instead_of` is the key of the row of the same part that it takes the place of.
    """
    others = [one for one in budget.part(row.part) if one.key != instead_of]
    if not KEY.fullmatch(row.key):
        yield "key", _("Gebruik letters, cijfers, - of _, ten hoogste 60 tekens en geen spaties.")
    elif any(one.key == row.key for one in others):
        yield "key", _("Deze sleutel staat er al.")
    yield from _wrong_words(row)
    if len(others) >= MOST_ROWS:
        yield "key", _("Er zijn al %(most)s regels.") % {"most": MOST_ROWS}
    yield from _wrong_part(row, budget, others)


def _wrong_words(row: BudgetRow) -> Wrong:
    limit = REMARK_LIMIT if isinstance(row, RemarkTold) else LABEL_LIMIT
    if not row.label:
        yield "label", _("Dit is leeg.")
    elif len(row.label) > limit:
        yield "label", _("Ten hoogste %(limit)s tekens.") % {"limit": limit}
    if len(row.remark) > REMARK_LIMIT:
        yield "remark", _("Ten hoogste %(limit)s tekens.") % {"limit": REMARK_LIMIT}


def _wrong_part(row: BudgetRow, budget: BudgetTold, others: list[BudgetRow]) -> Wrong:
    if isinstance(row, ProductTold | CoverTold):
        yield from _wrong_amounts(row.amounts, budget)
        if row.label and any(one.label.casefold() == row.label.casefold() for one in others):
            yield "label", _("Deze naam staat er al.")
    elif isinstance(row, HireTold):
        yield from _wrong_place(row.product, row.year, budget)
        yield from _wrong_hire(row)
    elif isinstance(row, ProjectTold):
        yield from _wrong_place(row.product, row.year, budget)
        yield from _wrong_project(row)
    elif isinstance(row, ControlTold):
        yield from _wrong_place(row.product, row.year, budget)
        yield from _wrong_control(row)
    elif row.euro_cents is not None and (why := wrong_amount(row.euro_cents)):
        yield "euro_cents", why


def wrong_amount(euro_cents: int) -> str:
    """Return why an amount cannot be; nothing when it can."""
    if euro_cents < 0:
        return _("Een bedrag is niet negatief.")
    if euro_cents > MOST_EURO_CENTS:
        return _("Dit is te veel: ten hoogste %(most)s.") % {"most": written(MOST_EURO_CENTS)}
    return ""


def _wrong_amounts(amounts: Mapping[int, int], budget: BudgetTold) -> Wrong:
    for year, amount in amounts.items():
        if year not in budget.years:
            yield str(year), _wrong_year(budget)
        elif why := wrong_amount(amount):
            yield str(year), why


def _wrong_year(budget: BudgetTold) -> str:
    years = {"first": budget.first_year, "last": budget.last_year}
    return _("Dit jaar valt buiten de begroting (%(first)s-%(last)s).") % years


def _wrong_place(product: str, year: int | None, budget: BudgetTold) -> Wrong:
    if product and all(one.key != product for one in budget.products):
        yield "product", _("Dit product is er niet.")
    if year is not None and year not in budget.years:
        yield "year", _wrong_year(budget)


def _wrong_hire(row: HireTold) -> Wrong:
    if not 1 <= row.weeks <= MOST_WEEKS:
        yield "weeks", _("Vul 1 tot en met %(most)s weken in.") % {"most": MOST_WEEKS}
    for name in ("minutes_low", "minutes_high"):
        minutes: int = getattr(row, name)
        if not 0 < minutes <= MOST_MINUTES:
            yield name, _("Vul uren per week in, ten hoogste 168.")
        elif minutes % MINUTE_STEP:
            yield name, _("Gebruik uren in stappen van 0,05: dat zijn 3 minuten.")
    if row.minutes_high < row.minutes_low:
        yield "minutes_high", _("Dit is minder dan de ondergrens.")
    if row.rate_euro_cents == 0:
        yield "rate_euro_cents", _("Vul een tarief in.")
    elif why := wrong_amount(row.rate_euro_cents):
        yield "rate_euro_cents", why
    if (row.starts_on is None) != (row.ends_on is None):
        yield "ends_on", _("Vul beide dagen in, of geen van beide.")
    elif row.starts_on and row.ends_on and row.ends_on < row.starts_on:
        yield "ends_on", _("Deze dag ligt voor de eerste dag.")


def _wrong_project(row: ProjectTold) -> Wrong:
    if not row.product:
        yield "product", _("Dit is leeg.")
    if row.euro_cents is not None and (why := wrong_amount(row.euro_cents)):
        yield "euro_cents", why
    if row.euro_cents is not None and row.candidates:
        yield "candidates", _("Vul een bedrag in, of mogelijke bedragen, en niet allebei.")
    elif row.euro_cents is None and not row.candidates:
        yield "euro_cents", _("Vul een bedrag in, of mogelijke bedragen.")
    elif len(row.candidates) == 1:
        yield "candidates", _("Eén mogelijk bedrag is het bedrag zelf.")
    if len(row.candidates) > MOST_CANDIDATES:
        yield "candidates", _("Ten hoogste %(most)s bedragen.") % {"most": MOST_CANDIDATES}
    for why in sorted({wrong_amount(one) for one in row.candidates} - {""}):
        yield "candidates", why


def _wrong_control(row: ControlTold) -> Wrong:
    if row.scope != ControlScope.TYPED:
        if row.typed:
            yield "typed", _("Laat dit leeg, of kies ‘Een eigen som’.")
    elif not row.typed or len(row.typed) > TYPED_LIMIT or typed_sum(row.typed, row.unit) is None:
        yield "typed", _("Schrijf bedragen met + of - ertussen, zoals 39.000 + 38.000.")
    elif row.product or row.kind or row.year:
        yield "scope", _("Bij een eigen som horen geen jaar, product of soort.")
    for name in ("printed", "tolerance"):
        value = getattr(row, name)
        if value is not None and (why := wrong_amount(value)):
            yield name, why
