# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the papers of a municipality look."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.queries import chosen_style
from voelspriet.papers.writers.colours import tint_of
from voelspriet.papers.writers.document import (
    Document,
    Heading,
    Panel,
    Paragraph,
    Run,
    Style,
    Table,
    words,
)


def style_of(municipality: MunicipalityRow) -> Style:
    """Return how a municipality's papers look: as it chose, else as the house's. One query."""
    chosen = chosen_style(municipality_id=municipality.id)
    if chosen is None:
        return Style(municipality=municipality.name)
    return Style(
        municipality=municipality.name,
        colour=chosen.colour,
        tint=tint_of(chosen.colour),
        line=chosen.line,
        logo=chosen.logo,
        logo_alt=chosen.logo_alt,
    )


def example(style: Style, *, language: str, on: date) -> Document:
    """Return a small document with one of everything a style colours."""
    return Document(
        title=_("Voorbeeld"),
        language=language,
        direction="ltr",
        style=style,
        made_on=on,
        blocks=(
            Heading(1, words(_("Een titel"))),
            Paragraph(
                words(
                    _("Zo ziet een verwijzing eruit: "),
                    Run(_("de voorkant van deze site"), link=settings.PUBLIC_URL),
                )
            ),
            Panel((Paragraph(words(_("Woorden op een vlak."))),)),
            Table(
                caption=_("Een tabel"),
                header=(words(_("Gebied")), words(_("Wat er speelt"))),
                rows=((words(_("Voorbeeldbuurt")), words(_("Het pleintje is donker."))),),
                shares=(1, 2),
            ),
        ),
    )


def sheet_of(style: Style) -> str:
    """Return the colours of a style for papers on a page (CSS)."""
    return (
        f".vs-letter{{--vs-accent:{style.colour};--vs-accent-deep:{style.colour};"
        f"--vs-accent-tint:{style.tint};--vs-accent-line:{style.line}}}\n"
    )
