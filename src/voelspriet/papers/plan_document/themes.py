# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a plan wants: the ambition over the whole, and every theme with its own."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from voelspriet.act.plans.choices import AmbitionLack
from voelspriet.act.plans.queries.plan_papers import PrintedAmbition, PrintedPlan, PrintedTheme
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.plan_document.words import (
    CHAPTER,
    INNER,
    PART,
    chapter,
    dots,
    dutch,
    table,
    told,
)
from voelspriet.papers.writers.document import Block, Heading, Paragraph, Run, Words, words


def overall(plan: PrintedPlan) -> list[Block]:
    """Return what the whole plan wants."""
    caption = _("De ambitie van het hele plan")
    return chapter(_("Waar het hele plan naartoe werkt"), ambitions(caption, plan.overall))


def themes(plan: PrintedPlan) -> list[Block]:
    """Return every theme as a chapter."""
    return [block for theme in plan.themes for block in _theme(theme)]


def _theme(theme: PrintedTheme) -> list[Block]:
    title = (*words(_("Thema %(number)s: ") % {"number": theme.number}), *dutch(theme.label))
    blocks: list[Block] = [Heading(CHAPTER, title)]
    if theme.motto:
        blocks.append(Paragraph(dutch(theme.motto), "lead"))
    if theme.field_label:
        field = _("Veld: %(field)s") % {"field": theme.field_label}
        blocks.append(Paragraph(words(field), "small"))
    challenge = [
        *set_text(theme.challenge, level=INNER),
        *set_text(theme.background, level=INNER),
    ]
    caption = _("Ambities bij thema %(number)s") % {"number": theme.number}
    for heading, inside in (
        (_("De opgave"), challenge),
        (_("Ambities"), ambitions(caption, theme.ambitions)),
        (_("Aanpak"), dots(theme.approach)),
    ):
        if inside:
            blocks += [Heading(PART, words(heading)), *inside]
    return blocks


def ambitions(caption: str, rows: Sequence[PrintedAmbition]) -> list[Block]:
    """Return ambitions as a table; what is missing is said where it should have stood."""
    header = (
        _("Ambitie"), _("Waaraan te merken"), _("Beginwaarde"), _("Doel en termijn"),
        _("Gemeten en betaald"),
    )  # fmt: skip
    cells = [
        (
            (Run(f"{one.key}\n"), *dutch(one.statement)),
            _indicator(one),
            _or_missing(one, AmbitionLack.BASELINE, words(one.baseline)),
            _target(one),
            _measured(one),
        )
        for one in rows
    ]
    return table(caption, header, cells, (2.9, 2.5, 1.5, 1.9, 2))


def _indicator(one: PrintedAmbition) -> Words:
    source = (*words("\n", _("Bron: ")), *dutch(one.source)) if one.source else ()
    return (*_or_missing(one, AmbitionLack.INDICATOR, dutch(one.indicator)), *source)


def _target(one: PrintedAmbition) -> Words:
    target = _or_missing(one, AmbitionLack.TARGET, words(one.target), _("doel ontbreekt"))
    deadline = _or_missing(one, AmbitionLack.DEADLINE, dutch(one.deadline), _("termijn ontbreekt"))
    return (*target, *words("\n"), *deadline)


def _measured(one: PrintedAmbition) -> Words:
    paid = _("Betaald uit: ")
    return (*told(one.measured), *words("\n", paid), *told(one.paid_from))


def _or_missing(one: PrintedAmbition, lack: AmbitionLack, said: Words, missing: str = "") -> Words:
    """Return what the plan says; that it is missing where the ambition needs it."""
    is_lacking = any(found.what == lack for found in one.lacks)
    gap = words(Run(missing or _("ontbreekt"), is_bold=True)) if is_lacking else ()
    if said and gap:
        return (*said, *words("\n"), *gap)
    return said or gap or words("–")
