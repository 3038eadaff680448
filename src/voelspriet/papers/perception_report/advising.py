# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The last chapters: concern and attention, recommendations, limits, and the appendices."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.knowledge.queries import InterventionRow
from voelspriet.papers.perception_report.words import (
    DUTCH,
    Told,
    dutch,
    link_words,
    paragraphs,
    prompt_words,
)
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)
from voelspriet.understand.findings.queries.matrix_rows import AdviceRow

FEW = 5


def concern_and_attention(told: Told) -> list[Block]:
    """Return where factors stand, and the advice for each quadrant in use."""
    used = [row for row in told.detail.advice if row.placed]
    if not used:
        return []
    return [
        Heading(2, words(_("Zorg en zichtbare aandacht"))),
        Paragraph(
            words(
                _("De hoeveelheid zichtbare actie hoort te passen bij hoe bezorgd mensen zijn. Te "
                  "weinig laat hen alleen staan; te veel kan zelf een onveilig gevoel geven. De "
                  "onderzoeker zette daarom factoren per gebied in een van vier vakken.")
            )
        ),
        Table(
            caption=_("Waar factoren staan, en wat daarbij past"),
            header=(words(_("Vak")), words(_("Wat erin staat")), words(_("Advies"))),
            rows=tuple((words(row.label), _placed(row), dutch(row.text)) for row in used),
            shares=(1.3, 1.8, 3),
        ),
    ]  # fmt: skip


def _placed(row: AdviceRow) -> Words:
    return dutch("\n".join(f"{label} – {area}" for label, area in row.placed))


def recommendations(told: Told) -> list[Block]:
    """Return the recommendations, each under a heading of its own."""
    if not told.detail.recommendations:
        return []
    blocks: list[Block] = [Heading(2, words(_("Aanbevelingen")))]
    for place, one in enumerate(told.detail.recommendations, 1):
        about = one.factor_label or _("alle factoren samen")
        blocks += [
            Heading(3, words(f"{place}. ", *dutch(one.title))),
            *paragraphs(one.text),
            Paragraph(words(_("Gaat over: "), *dutch(about)), "small"),
            *link_words(told.links, one.factor),
            *_helps(one.helps),
        ]
    return blocks


def _helps(helps: tuple[InterventionRow, ...]) -> list[Block]:
    """Return what may help with a recommendation, each with its owner and source."""
    if not helps:
        return []
    lead = Run(_("Wat hierbij kan helpen, uit de kennisbank:"), is_bold=True)
    return [
        Paragraph(words(lead), keeps_next=True),
        Listing(tuple(_help(one) for one in helps)),
    ]


def _help(one: InterventionRow) -> Words:
    title = Run(one.title, is_bold=True, language=DUTCH, direction="ltr", link=one.link)
    source = ", ".join(part for part in (one.source_document, one.source_section) if part)
    archived = _("Staat inmiddels in het archief van de kennisbank.") if one.is_archived else ""
    return words(
        title,
        "\n",
        *dutch(one.told),
        "\n",
        _("Eigenaar: "),
        *(dutch(one.owner) if one.owner else words(_("niet genoemd in de bron"))),
        "\n",
        _("Bron: "),
        *dutch(source),
        f"\n{archived}" if archived else "",
    )


def limits(told: Told) -> list[Block]:
    """Return what the study cannot say: the researcher's words, and what always holds."""
    return [
        Heading(2, words(_("Wat dit onderzoek niet kan zeggen"))),
        *paragraphs(told.detail.limits),
        Listing(
            (
                words(_("Wie sprak is gekozen en niet geloot. Het rapport zegt wat er speelt en "
                        "waarom, niet hoeveel mensen dat vinden.")),
                words(_("In een groepsgesprek praten mensen elkaar na. Daarom tellen wij "
                        "gesprekken en rekenen wij geen percentages uit.")),
                words(_("Wat professionals zien is hun beeld. Het is niet vergeleken met "
                        "geregistreerde cijfers.")),
                words(_("Een andere onderzoeker kan tot een ander oordeel komen. Daarom staat bij "
                        "elk oordeel de reden.")),
            )
        ),
    ]  # fmt: skip


def appendices(told: Told) -> list[Block]:
    """Return the codebook and the counts."""
    return [
        PageBreak(),
        Heading(2, words(_("Bijlage A: het codeboek"))),
        Paragraph(words(_("%(book)s, versie %(number)s")
                        % {"book": told.detail.codebook, "number": told.detail.version})),
        Table(
            caption=_("Codes en wat zij betekenen"),
            header=(words(_("Code")), words(_("Betekenis"))),
            rows=tuple(
                (dutch(f"{code.number} {code.path}" if code.number else code.path),
                 dutch(code.definition or "–"))
                for code in told.codebook.codes
            ),
            shares=(1.4, 3),
        ),
        Heading(2, words(_("Bijlage B: de tellingen"))),
        Paragraph(
            words(
                _("Hoeveel fragmenten over een factor gaan. Een fragment kan over meer factoren "
                  "gaan. Aantallen van 1 tot en met 4 staan er niet precies.")
            )
        ),
        Table(
            caption=_("Fragmenten per factor en kant"),
            header=(words(_("Factor")), words(_("Bewoners")), words(_("Professionals")),
                    words(_("Allebei of onbekend"))),
            rows=tuple(
                (dutch(_label(told, one.number)), words(_count(one.residents)),
                 words(_count(one.professionals)), words(_count(one.others)))
                for one in told.heard.counts
            ),
            shares=(2, 1, 1, 1),
        ),
        Table(
            caption=_("Hoe vaak elke kant erover spreekt: een vraag aan de onderzoeker, geen "
                      "oordeel"),
            header=(words(_("Factor")), words(_("Hoe vaak genoemd"))),
            rows=tuple(
                (dutch(row.label), words(prompt_words(row.prompt, told.heard)))
                for row in told.detail.factors
            ),
            shares=(1.4, 3),
        ),
    ]  # fmt: skip


def _label(told: Told, number: int) -> str:
    return next(row.label for row in told.detail.factors if row.number == number)


def _count(number: int) -> str:
    return _("1 tot en met 4") if 0 < number < FEW else str(number)
