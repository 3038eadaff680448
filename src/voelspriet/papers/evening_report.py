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
from voelspriet.ground.ui.languages import direction
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.evenings.queries.reports import (
    NotesOfFactor,
    ReportRow,
    without_left_out,
)
from voelspriet.listen.surveys.choices import HotKind
from voelspriet.papers.report_answers import answered
from voelspriet.papers.report_maps import on_the_map
from voelspriet.papers.report_presence import who_came
from voelspriet.papers.report_words import DUTCH, LEFT_TO_RIGHT, dutch
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Heading,
    Listing,
    Page,
    Paragraph,
    Run,
    Table,
    words,
)

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
                Contents(_("In dit verslag")),
                *_next(report),
                *_promised(report),
                *answered(report.items),
                *on_the_map(report.maps),
                *_said(without_left_out(report)),
                *who_came(report.heard),
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
                (dutch(one.what), dutch(one.owner), words(date_format(one.due_on, "j F Y")))
                for one in report.promises
            ),
            shares=(3, 2, 1.4),
        ),
    ]


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
