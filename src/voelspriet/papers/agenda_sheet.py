# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a neighbourhood on one sheet, as residents may see it, with where to react."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from voelspriet.act.agenda.queries.area_agenda_rows import (
    ActionRow,
    AgendaSheet,
    PriorityRow,
)
from voelspriet.act.agenda.queries.area_agenda_rows import Words as Told
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction, sign
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Code,
    Document,
    Heading,
    Listing,
    Page,
    Panel,
    Paragraph,
    Run,
    Space,
    Words,
    words,
)

DUTCH = "nl"
PARTY_LETTERS = 40
CODE_MM = 22.0


def agenda_sheet(
    *, agenda: AgendaSheet, municipality: MunicipalityRow, address: str, language: str, on: date
) -> Document:
    """Return the sheet of an agenda in a reader's language, as it stood `on` that day.

    What nobody translated is in Dutch. `agenda` is the public one: what is only for colleagues
    is not in it. `address` is where residents read it and react.
    """
    with translation.override(language):
        title = _("Buurtagenda %(area)s %(year)s") % {
            "area": agenda.area_name,
            "year": agenda.year,
        }
        day = date_format(on, "j F Y")
        return Document(
            title=title,
            language=language,
            direction="rtl" if direction(language) == "rtl" else "ltr",
            style=style_of(municipality),
            made_on=on,
            page=Page(margin=15.0, points=12.0, on_one_page=True),
            footer=words(_("Zo stond het op %(day)s.") % {"day": day}),
            blocks=(
                Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH)), "small"),
                Heading(1, words(title)),
                *_top(agenda),
                *_order(agenda),
                *(
                    block
                    for number, row in enumerate(agenda.priorities, 1)
                    for block in _priority(number, row)
                ),
                Space(3),
                _react(municipality, address),
            ),
        )


def _run(told: Told, *, is_bold: bool = False) -> Run:
    return Run(told.text, is_bold=is_bold, language=told.language)


def _top(agenda: AgendaSheet) -> list[Block]:
    found: list[Block] = []
    if agenda.three_words:
        three = " · ".join(agenda.three_words.parts)
        run = Run(three, is_bold=True, language=agenda.three_words.language)
        found.append(Paragraph(words(run), "lead"))
    columns: list[tuple[Block, ...]] = []
    if agenda.safe:
        safe = Paragraph(words(_run(agenda.safe)))
        columns.append((Heading(2, words(_("Veilig is hier"))), safe))
    if agenda.strengths:
        language = agenda.strengths.language
        lines = tuple(words(Run(line, language=language)) for line in agenda.strengths.lines)
        columns.append((Heading(2, words(_("Wat hier goed gaat"))), Listing(lines)))
    if columns:
        found.append(Panel((Beside(tuple(columns), (1.0,) * len(columns)),)))
    return found


def _order(agenda: AgendaSheet) -> list[Block]:
    if not agenda.own_order:
        return []
    why = Run(_("Waarom deze volgorde:"), is_bold=True)
    return [Paragraph(words(why, " ", _run(agenda.order_reason)))]


def _priority(number: int, row: PriorityRow) -> list[Block]:
    found: list[Block] = [
        Heading(2, words(f"{number}. ", _run(row.title), f" ({row.state_label})")),
    ]
    source: tuple[str | Run, ...] = ()
    if row.source and row.source_on:
        day = date_format(row.source_on, "j b Y")
        source = ("(", Run(row.source, language=DUTCH), f"{sign(',')} {day})")
    if row.why or source:
        gap = " " if row.why and source else ""
        found.append(Paragraph(words(_run(row.why), gap, *source)))
    if row.actions:
        found.append(Listing(tuple(_action(action) for action in row.actions)))
    return found


def _action(action: ActionRow) -> Words:
    parties = (action.organisation_name, *action.partners)
    named: list[str | Run] = []
    for party in parties:
        between = f"{sign(',')} " if named else ""
        named += [between, Run(Truncator(party).chars(PARTY_LETTERS), language=DUTCH)]
    day = date_format(action.due_on, "j b Y")
    told: tuple[str | Run, ...] = ()
    if action.outcome and action.has_ended:
        told = (": ", _run(action.outcome))
    elif action.measure:
        told = (". " + _("Klaar als:") + " ", _run(action.measure))
    return words(
        _run(action.what, is_bold=True),
        " – ",
        *named,
        f"{sign(';')} {day}{sign(';')} {action.state_label}",
        *told,
    )


def _react(municipality: MunicipalityRow, address: str) -> Block:
    link = Run(address, direction="ltr", link=address)
    told: list[str | Run] = [_("Wilt u iets vertellen of kiezen? Kijk op"), "\n", link]
    if municipality.phone:
        told += ["\n", _("Bel de gemeente: %(phone)s.") % {"phone": municipality.phone}]
    code = Code(address, _("QR-code van deze buurtagenda"), CODE_MM)
    return Beside(((code,), (Paragraph(words(*told)),)), (0, 1))
