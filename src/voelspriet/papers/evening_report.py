# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report of an evening: what happens next, what was promised, answered and said, who came."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction, sign
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.queries.reports import (
    HeardAspect,
    NotesOfFactor,
    ReportItem,
    ReportRow,
    without_left_out,
)
from voelspriet.listen.evenings.queries.results import ResultRow
from voelspriet.listen.evenings.rules.heard import HeardLine
from voelspriet.listen.evenings.rules.room import SMALLEST_SHOWN
from voelspriet.listen.surveys.choices import HotKind
from voelspriet.papers.report_maps import on_the_map
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Direction,
    Document,
    Heading,
    Listing,
    Page,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)

DUTCH = "nl"
LEFT_TO_RIGHT: Direction = "ltr"
# what residents read for a hot spot, crime and time
HOT_WORDS = {
    HotKind.PLACE: gettext_lazy("Op één plek"),
    HotKind.CRIME: gettext_lazy("Over één delict"),
    HotKind.TIME: gettext_lazy("Op één tijdstip"),
}


def evening_report(
    *, report: ReportRow, municipality: MunicipalityRow, address: str, on: date
) -> Document:
    """Return the report in its own language, as it stood `on` that day.

    `address` is where everybody reads it. Notes that were left out are not in it. What colleagues
    wrote and nobody translated is in Dutch.
    """
    evening, language = report.evening, report.language
    with translation.override(language):
        title = _("Verslag van de bewonersavond: %(title)s") % {"title": evening.title}
        draft = () if report.released_at else (Paragraph(words(Run(_("Concept"), is_bold=True))),)
        return Document(
            title=title,
            language=language,
            direction="rtl" if direction(language) == "rtl" else "ltr",
            style=style_of(municipality),
            made_on=on,
            page=Page(margin=20.0, numbers_pages=True),
            footer=words(municipality.name, " · ", title),
            blocks=(
                Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH)), "small"),
                *draft,
                Heading(1, words(title)),
                *_about(report),
                *_next(report),
                *_promised(report),
                *_answered(report.items),
                *on_the_map(report.maps),
                *_said(without_left_out(report)),
                *_who_came(report.heard),
                *_made(address),
            ),
        )


def _about(report: ReportRow) -> list[Block]:
    evening = report.evening
    day = date_format(dutch_day(evening.starts_at), "l j F Y")
    place = ", ".join(part for part in (evening.area_name, evening.place) if part)
    people = report.phones + report.slips
    took_part = ngettext(
        "%(count)s mens deed mee met telefoon of papier.",
        "%(count)s mensen deden mee met telefoon of papier.",
        people,
    ) % {"count": people}
    hands = _("Wie een hand opstak, is bij elke vraag apart geteld.")
    return [Paragraph(words(day, "\n", Run(place, language=DUTCH)), "lead"),
            Paragraph(words(took_part, " ", hands))]  # fmt: skip


def _next(report: ReportRow) -> list[Block]:
    if not report.next_steps:
        return []
    language = report.next_steps_language
    way = "rtl" if direction(language) == "rtl" else "ltr"
    told = Run(
        report.next_steps,
        language="" if language == report.language else language,
        direction="" if language == report.language else way,  # type: ignore[arg-type]  # a way
    )
    return [Heading(2, words(_("Wat gebeurt er nu?"))), Paragraph(words(told))]


def _promised(report: ReportRow) -> list[Block]:
    heading = Heading(2, words(_("Wat is er afgesproken?")))
    if not report.promises:
        return [heading, Paragraph(words(_("Op deze avond is niets afgesproken.")))]
    return [
        heading,
        Table(
            caption=_("Afspraken die de zaal op het scherm zag"),
            header=(words(_("Wat")), words(_("Wie")), words(_("Wanneer klaar"))),
            rows=tuple(
                (_dutch(one.what), _dutch(one.owner), words(date_format(one.due_on, "j F Y")))
                for one in report.promises
            ),
            shares=(3, 2, 1.4),
        ),
    ]


def _answered(items: tuple[ReportItem, ...]) -> list[Block]:
    asked = [one for one in items if one.results is not None]
    if not asked:
        return []
    blocks: list[Block] = [Heading(2, words(_("Wat vond de zaal?")))]
    for one in asked:
        blocks += _item(one)
    return blocks


def _item(item: ReportItem) -> list[Block]:
    heading = Heading(3, words(f"{item.row.number}. {item.row.title}"))
    results = item.results
    assert results is not None  # noqa: S101  for the type: see _answered
    count = results.outcome.answered
    told = ngettext("%(count)s antwoord", "%(count)s antwoorden", count) % {"count": count}
    if results.outcome.too_few:
        few = _("Te weinig antwoorden om iets over te zeggen.")
        return [heading, Paragraph(words(few))]
    if not results.rows:
        if not results.texts:
            return [heading, Paragraph(words(told))]
        return [
            heading,
            Paragraph(words(told), keeps_next=True),
            Listing(tuple(_dutch(text) for text in results.texts)),
        ]
    in_numbers = results.outcome.in_numbers
    header = (words(_("Antwoord")), words(_("Hoeveel")), words(_("Deel")))
    hidden = _hidden(results.rows) if in_numbers else frozenset()
    return [
        heading,
        Table(
            caption=told,
            header=header if in_numbers else header[:2],
            rows=tuple(
                _counted(row, is_hidden=row.bar.name in hidden)
                if in_numbers
                else (words(row.label), words(row.word))
                for row in results.rows
            ),
            shares=(4, 1, 1) if in_numbers else (3, 2),
        ),
    ]


def _hidden(rows: tuple[ResultRow, ...]) -> frozenset[str]:
    """Return the answers whose count is not told: 1 to 4, and one more when that is only one."""
    counts = {row.bar.name: row.bar.count or 0 for row in rows}
    small = {name for name, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    if len(small) == 1:
        others = [(count, name) for name, count in counts.items() if count and name not in small]
        small |= {min(others)[1]} if others else set()
    return frozenset(small)


def _counted(row: ResultRow, *, is_hidden: bool) -> tuple[Words, ...]:
    if is_hidden:
        return words(row.label), words("–"), words("–")
    return words(row.label), words(str(row.bar.count)), words(_percent(row.bar.share))


def _said(groups: tuple[NotesOfFactor, ...]) -> list[Block]:
    if not groups:
        return []
    blocks: list[Block] = [Heading(2, words(_("Wat is er gezegd?")))]
    for group in groups:
        blocks += [
            Heading(3, words(group.label or _("Andere onderwerpen"))),
            Listing(
                tuple(
                    words(
                        Run(f"{HOT_WORDS[HotKind(one.hot)]}: " if one.hot else "", is_bold=True),
                        Run(one.text, language=DUTCH, direction=LEFT_TO_RIGHT),
                    )
                    for one in group.notes
                )
            ),
        ]
    return blocks


def _who_came(aspects: tuple[HeardAspect, ...]) -> list[Block]:
    known = [one for one in aspects if one.answered is None or one.answered > 0]
    heading = Heading(2, words(_("Wie kwam er, en wie hoorden wij niet?")))
    if not known:
        nobody = _("Niemand vulde in hoe oud hij is of hoe lang hij hier woont.")
        return [heading, Paragraph(words(nobody))]
    blocks: list[Block] = [
        heading,
        Paragraph(words(_("Dit mocht iedereen invullen die dat wilde. Wij vroegen geen namen."))),
    ]
    for one in known:
        blocks += _aspect(one)
    return blocks


def _aspect(aspect: HeardAspect) -> list[Block]:
    compares = any(one.population_share is not None for one in aspect.lines)
    header = [words(aspect.label), words(_("Kwam")), words(_("Deel van wie kwam"))]
    if compares:
        header.append(words(_("Deel van wie hier woont")))
    blocks: list[Block] = [
        Heading(3, words(aspect.label)),
        Table(
            caption=_("Wie kwam, naast wie hier woont") if compares else _("Wie kwam"),
            header=tuple(header),
            rows=tuple(_came(one, compares=compares) for one in aspect.lines),
            shares=(3, 1, 2, 2) if compares else (3, 1, 2),
        ),
    ]
    if aspect.missed:
        missed = f"{sign(',')} ".join(one.label for one in aspect.missed)
        told = _("Deze groepen hoorden wij te weinig: %(groups)s. Bij hen kloppen wij nu aan.")
        blocks.append(Paragraph(words(told % {"groups": missed})))
    if aspect.source:
        told = _("Bron van wie hier woont: %(source)s") % {"source": aspect.source}
        blocks.append(Paragraph(words(told), "small"))
    return blocks


def _came(line: HeardLine, *, compares: bool) -> tuple[Words, ...]:
    count = _("1 tot en met 4") if line.count is None else str(line.count)
    share = "–"
    if line.share is not None and line.low is not None and line.high is not None:
        share = _("%(share)s (%(low)s tot %(high)s)") % {
            "share": _percent(round(100 * line.share)),
            "low": _percent(round(100 * line.low)),
            "high": _percent(round(100 * line.high)),
        }
    cells = (words(line.label), words(count), words(share))
    if not compares:
        return cells
    part = line.population_share
    return (*cells, words("–" if part is None else _percent(round(100 * part))))


def _made(address: str) -> list[Block]:
    return [
        Heading(2, words(_("Hoe is dit gemaakt?"))),
        Listing(
            (
                words(_("Elke stem telt één keer: op een telefoon, op papier of met een hand.")),
                words(_("“Weet ik niet” telt niet mee in een percentage. Het staat er apart bij.")),
                words(_("Antwoordden er minder dan 30 mensen? Dan vertellen wij het in woorden.")),
                words(_("Kleine aantallen tonen wij niet, zodat niemand op te zoeken is.")),
                words(_("Bij een deel staat een marge. In een kleine zaal is die groot.")),
                words(_("Wij vragen nooit naar afkomst of geloof.")),
            )
        ),
        Paragraph(
            words(
                _("U leest dit verslag ook op internet:"),
                "\n",
                Run(address, direction=LEFT_TO_RIGHT, link=address),
            ),
            "small",
        ),
    ]  # fmt: skip


def _dutch(text: str) -> Words:
    return words(Run(text, language=DUTCH, direction=LEFT_TO_RIGHT))


def _percent(share: int | None) -> str:
    return "–" if share is None else f"{share}%"
