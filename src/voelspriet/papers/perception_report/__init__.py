# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The perception report: what residents say beside what professionals see, for a council."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.perception_report import advising, agreeing, approach, matrix
from voelspriet.papers.perception_report import places as named
from voelspriet.papers.perception_report.words import DUTCH, Told, dutch
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Contents,
    Document,
    Heading,
    Page,
    Paragraph,
    Run,
    words,
)
from voelspriet.understand.coding.queries.agreement import ToldAgreement
from voelspriet.understand.coding.queries.codebooks import CodebookDetail
from voelspriet.understand.findings.queries.heard import Heard
from voelspriet.understand.findings.queries.matrix_rows import ComparisonDetail
from voelspriet.understand.findings.queries.places import ToldPlaces

NO_LINKS: Mapping[int, str] = {}


def perception_report(
    *,
    detail: ComparisonDetail,
    heard: Heard,
    codebook: CodebookDetail,
    agreement: ToldAgreement,
    places: ToldPlaces,
    municipality: MunicipalityRow,
    language: str,
    on: date,
    links: Mapping[int, str] = NO_LINKS,
) -> Document:
    """Return the report of a comparison, as it stood `on` that day.

    It is a draft as long as a chosen quote waits for whoever said it. `links` lead colleagues from
    a factor to its fragments: give none for what is printed or sent.
    """
    told = Told(detail, heard, codebook, agreement, places, links)
    title = _("Rapport: %(title)s") % {"title": detail.comparison.title}
    return Document(
        title=title,
        language=language,
        direction="ltr",
        style=style_of(municipality),
        made_on=on,
        page=Page(margin=22.0, numbers_pages=True),
        footer=words(municipality.name, " · ", title),
        blocks=(
            *_head(told, title, municipality, on),
            Contents(_("Inhoud")),
            *approach.summary(told),
            *approach.question(told),
            *approach.approach(told),
            *approach.who_was_heard(told),
            *matrix.factors(told),
            *matrix.side_by_side(told),
            *named.on_the_map(told),
            *agreeing.agreement(told),
            *advising.concern_and_attention(told),
            *advising.recommendations(told),
            *advising.limits(told),
            *advising.appendices(told),
        ),
    )


def _head(told: Told, title: str, municipality: MunicipalityRow, on: date) -> list[Block]:
    blocks: list[Block] = [
        Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH)), "small")
    ]
    if told.is_draft:
        draft = _("Concept. Nog niet elk citaat is teruggelegd bij wie het zei.")
        blocks.append(Paragraph(words(Run(draft, is_bold=True))))
    areas = ", ".join(told.detail.comparison.areas)
    day = date_format(on, "j F Y")
    return [
        *blocks,
        Heading(1, words(title)),
        Paragraph((*dutch(areas), *words("\n", day)), "lead"),
    ]
