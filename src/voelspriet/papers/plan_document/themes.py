# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a plan wants: the ambition over the whole, and every theme with its own."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import AmbitionLack
from voelspriet.act.plans.queries.plan_papers import PrintedAmbition, PrintedPlan, PrintedTheme
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.plan_document.actions import actions
from voelspriet.papers.plan_document.words import (
    CHAPTER,
    INNER,
    PART,
    chapter,
    dots,
    table,
)
from voelspriet.papers.report_words import dutch
from voelspriet.papers.writers.document import Block, Heading, Paragraph, Run, Words, words

FOUR, FIVE = (3.2, 3, 1.9, 2.4), (2.3, 2.6, 1.8, 1.8, 2.4)


def overall(plan: PrintedPlan) -> list[Block]:
    """Return what the whole plan wants."""
    caption = _("De ambitie van het hele plan")
    inside = [*ambitions(caption, plan.overall), *actions(plan.overall)]
    return chapter(_("Waar het hele plan naartoe werkt"), inside)


def themes(plan: PrintedPlan, *, none: str = "") -> list[Block]:
    """Return every theme as a chapter; `none` is said where it has no ambition."""
    return [block for theme in plan.themes for block in _theme(theme, none)]


def _theme(theme: PrintedTheme, none: str) -> list[Block]:
    title = (*words(_("Thema %(number)s: ") % {"number": theme.number}), *dutch(theme.label))
    blocks: list[Block] = [Heading(CHAPTER, title)]
    if theme.motto:
        blocks.append(Paragraph(dutch(theme.motto), "lead", keeps_next=True))
    if theme.field_label:
        field = _("Veld: %(field)s") % {"field": theme.field_label}
        blocks.append(Paragraph(words(field), "small", keeps_next=True))
    challenge = [
        *set_text(theme.challenge, level=INNER),
        *set_text(theme.background, level=INNER),
    ]
    caption = _("Ambities bij thema %(number)s") % {"number": theme.number}
    wanted = [*ambitions(caption, theme.ambitions), *actions(theme.ambitions)]
    for heading, inside in (
        (_("De opgave"), challenge),
        (_("Ambities"), wanted or _said(none)),
        (_("Aanpak"), dots(theme.approach)),
    ):
        if inside:
            blocks += [Heading(PART, words(heading)), *inside]
    return blocks


def _said(none: str) -> list[Block]:
    return [Paragraph(words(none))] if none else []


def ambitions(caption: str, rows: Sequence[PrintedAmbition]) -> list[Block]:
    """Return ambitions as a table; what is missing is said where it should have stood.

    Where no ambition says how it is measured and paid, one sentence says so and no column.
    """
    header = [_("Ambitie"), _("Waaraan te merken"), _("Beginwaarde"), _("Doel en termijn")]
    cells = [
        (
            (Run(f"{one.key}\n"), *dutch(one.statement)),
            _indicator(one),
            _or_missing(one, AmbitionLack.BASELINE, words(one.baseline)),
            _target(one),
        )
        for one in rows
    ]
    if any(one.measured or one.paid_from for one in rows):
        header.append(_("Gemeten en betaald"))
        wide = [(*cell, _measured(one)) for cell, one in zip(cells, rows, strict=True)]
        return table(caption, header, wide, FIVE)
    told = table(caption, header, cells, FOUR)
    silent = _("Hoe dit gemeten wordt en waaruit dat betaald wordt, staat niet in het plan.")
    return [*told, Paragraph(words(silent), "small")] if told else []


def _indicator(one: PrintedAmbition) -> Words:
    source = (*words("\n", _("Bron: ")), *dutch(one.source)) if one.source else ()
    return (*_or_missing(one, AmbitionLack.INDICATOR, dutch(one.indicator)), *source)


def _target(one: PrintedAmbition) -> Words:
    target = _or_missing(one, AmbitionLack.TARGET, words(one.target), _("doel ontbreekt"))
    deadline = _or_missing(one, AmbitionLack.DEADLINE, dutch(one.deadline), _("termijn ontbreekt"))
    return (*target, *words("\n"), *deadline)


def _measured(one: PrintedAmbition) -> Words:
    if not one.measured and not one.paid_from:
        return words(_("Niet gezegd"))
    how = dutch(one.measured) if one.measured else words(_("hoe is niet gezegd"))
    paid = dutch(one.paid_from) if one.paid_from else words(_("niet gezegd"))
    return (*how, *words("\n", _("Betaald uit: ")), *paid)


def _or_missing(one: PrintedAmbition, lack: AmbitionLack, said: Words, missing: str = "") -> Words:
    """Return what the plan says; that it is missing where the ambition needs it."""
    is_lacking = any(found.what == lack for found in one.lacks)
    gap = words(Run(missing or _("ontbreekt"), is_bold=True)) if is_lacking else ()
    if said and gap:
        return (*said, *words("\n"), *gap)
    return said or gap or words("–")
