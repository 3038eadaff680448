# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is agreed for the ambitions of a plan: a table for each that has any."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.queries.plan_papers import PrintedAction, PrintedAmbition, PrintedPlan
from voelspriet.papers.plan_document.words import table
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Panel, Paragraph, Words, words

FOUR, FIVE = (3, 2.1, 1.5, 1.6), (2.6, 2, 1.4, 1.6, 1.9)


def actions(rows: Sequence[PrintedAmbition], *, tells_kept: bool = False) -> list[Block]:
    """Return what is done for ambitions, table by table; `tells_kept`: whether it was kept too."""
    header = [_("Wat"), _("Wie"), _("Klaar op"), _("Stand")]
    header += [_("Nagekomen")] if tells_kept else []
    blocks: list[Block] = []
    for one in rows:
        caption = _("Afspraken voor %(key)s") % {"key": one.key}
        cells = [(*_cells(action), *_kept(action, tells_kept)) for action in one.actions]
        blocks += table(caption, header, cells, FIVE if tells_kept else FOUR)
    return blocks


def _cells(one: PrintedAction) -> tuple[Words, ...]:
    internal = words("\n", _("alleen voor collega's")) if one.is_internal else ()
    return (
        dutch(one.what),
        dutch(f"{one.who}\n{one.area}"),
        words(date_format(one.due_on, "j F Y")),
        (*words(one.state), *internal),
    )


def _kept(one: PrintedAction, tells_kept: bool) -> tuple[Words, ...]:
    return (words(one.kept),) if tells_kept else ()


def internal_notice(plan: PrintedPlan) -> list[Block]:
    """Say that a paper holds what colleagues alone may see; nothing where it does not."""
    found = [one for ambition in plan.ambitions for one in ambition.actions]
    count = sum(one.is_internal for one in found)
    if not count:
        return []
    told = ngettext(
        "In dit stuk staat %(count)s afspraak die alleen collega's zien; dat staat erbij. Geef het"
        " zo niet aan anderen.",
        "In dit stuk staan %(count)s afspraken die alleen collega's zien; dat staat erbij. Geef"
        " het zo niet aan anderen.",
        count,
    )
    return [Panel((Paragraph(words(told % {"count": count})),))]
