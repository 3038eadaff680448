# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a cell to a value of a row, or to the reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import Cell
from voelspriet.act.plans.budget_file.layout import Column, Holds
from voelspriet.act.plans.budget_told import plain
from voelspriet.lib.money import CENTS, cents_of

WHOLE = re.compile(r"[0-9]{1,6}")
BETWEEN = "|"
YES, NO = ("ja", "j"), ("nee", "n")
FINEST = Decimal("0.00001")  # what calculating in floating point leaves behind
LARGEST = Decimal(10) ** 15
MINUTES = 60
SHOWN = 40
DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")


class Unreadable(Exception):  # noqa: N818  not an error: the reason beside a cell
    """Why a cell is not what its column holds."""


def value_of(cell: Cell, column: Column, *, is_text: bool) -> Any:
    """Return what a cell with something in it says. Raises Unreadable with the reason."""
    if cell.wrong:
        raise Unreadable(cell.wrong)
    return READS[column.holds](cell, column, is_text)


def _text(cell: Cell, _column: Column, _is_text: bool) -> str:
    value = cell.value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return plain(value.isoformat() if isinstance(value, date) else value or "")


def _amount(cell: Cell, column: Column, is_text: bool) -> int:
    if not is_text and not isinstance(cell.value, Decimal):
        words = _("Hier staat tekst, geen bedrag: ‘%(shown)s’. Maak er een getal van.")
        raise Unreadable(words % {"shown": _text(cell, column, is_text)[:SHOWN]})
    if isinstance(cell.value, Decimal):
        return hundredths(cell.value)
    typed = str(cell.value)
    minus = typed.startswith(("-", "−"))
    cents = cents_of(typed[1:] if minus else typed)
    if cents is None:
        words = _("Dit is geen bedrag: ‘%(shown)s’. Schrijf 1250 of 1.250,50.")
        raise Unreadable(words % {"shown": typed[:SHOWN]})
    return -cents if minus else cents


def hundredths(number: Decimal) -> int:
    """Return euro cents of euros. Raises Unreadable for more digits than two."""
    if abs(number) >= LARGEST:
        raise Unreadable(_("Dit getal is te groot."))
    cents = number * CENTS
    whole = cents.to_integral_value(ROUND_HALF_UP)
    if abs(cents - whole) > FINEST:
        raise Unreadable(_("Een bedrag heeft ten hoogste twee cijfers achter de komma."))
    return int(whole)


def _amounts(cell: Cell, _column: Column, _is_text: bool) -> tuple[int, ...]:
    if isinstance(cell.value, Decimal):
        return (hundredths(cell.value),)
    found = [cents_of(one) for one in str(cell.value).split(BETWEEN)]
    if any(one is None for one in found):
        raise Unreadable(_("Schrijf bedragen met | ertussen, zoals 39.000 | 38.000."))
    return tuple(one for one in found if one is not None)


def _whole(cell: Cell, column: Column, is_text: bool) -> int:
    typed = _text(cell, column, is_text)
    if not WHOLE.fullmatch(typed):
        raise Unreadable(_("Dit is geen heel getal: ‘%(shown)s’.") % {"shown": typed[:SHOWN]})
    return int(typed)


def _hours(cell: Cell, column: Column, is_text: bool) -> int:
    minutes = Decimal(_amount(cell, column, is_text)) * MINUTES / CENTS
    if minutes != minutes.to_integral_value():
        raise Unreadable(_("Gebruik uren in stappen van 0,05: dat zijn 3 minuten."))
    return int(minutes)


def _day(cell: Cell, column: Column, is_text: bool) -> date:
    if isinstance(cell.value, date):
        return cell.value
    for pattern in DAYS:
        try:
            return datetime.strptime(str(cell.value), pattern).date()  # noqa: DTZ007  a day has no zone
        except ValueError:
            continue
    shown = _text(cell, column, is_text)[:SHOWN]
    raise Unreadable(_("Dit is geen dag: ‘%(shown)s’. Schrijf 2024-10-01.") % {"shown": shown})


def _word(cell: Cell, column: Column, is_text: bool) -> Any:
    typed = _text(cell, column, is_text).lower()
    if typed not in column.words:
        words = _("‘%(shown)s’ kennen wij niet. Kies uit: %(known)s.")
        raise Unreadable(words % {"shown": typed[:SHOWN], "known": ", ".join(column.words)})
    return column.words[typed]


def _yes(cell: Cell, column: Column, is_text: bool) -> bool:
    typed = _text(cell, column, is_text).lower()
    if typed not in YES + NO:
        raise Unreadable(_("Schrijf ja of nee."))
    return typed in YES


READS: dict[Holds, Callable[[Cell, Column, bool], Any]] = {
    Holds.TEXT: _text,
    Holds.AMOUNT: _amount,
    Holds.AMOUNTS: _amounts,
    Holds.WHOLE: _whole,
    Holds.HOURS: _hours,
    Holds.DAY: _day,
    Holds.WORD: _word,
    Holds.YES: _yes,
}
