# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter of a notice: one page, the window of the envelope white, three lines, a face."""

from __future__ import annotations

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.answer.pages.queries.notice_rows import PublicNotice, SenderRow
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.ground.ui.languages import direction
from voelspriet.lib.working_days import dutch_day
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Beside,
    Block,
    Code,
    Document,
    Heading,
    Letterhead,
    Page,
    Paragraph,
    Photo,
    Run,
    Space,
    Words,
    words,
)

DUTCH = "nl"
FACE_MM = 24.0
CODE_MM = 24.0


def notice_letter(
    *,
    notice: PublicNotice,
    municipality: MunicipalityRow,
    address: str,
    photo: bytes | None = None,
    is_draft: bool = False,
) -> Document:
    """Return the letter of a notice in the notice's own language.

    `address` is that of the area's page in that language; `photo` the sender's, who chose to be
    shown. A draft says so.
    """
    with translation.override(notice.language):
        title = _("Nu in %(name)s") % {"name": notice.area_name}
        return Document(
            title=title,
            language=notice.language,
            direction="rtl" if direction(notice.language) == "rtl" else "ltr",
            style=style_of(municipality),
            made_on=dutch_day(notice.published_at),
            page=Page(margin=22.0, on_one_page=True),
            blocks=(
                Letterhead(_letterhead(municipality)),
                Paragraph(_to(notice, is_draft=is_draft)),
                Heading(1, words(title)),
                *_lines(notice),
                *_signature(notice, municipality, photo),
                _where(address),
            ),
        )


def _letterhead(municipality: MunicipalityRow) -> Words:
    phone = Run(municipality.phone, direction="ltr")
    name = Run(municipality.name, is_bold=True, language=DUTCH)
    return words(name, "\n" if municipality.phone else "", phone)


def _to(notice: PublicNotice, *, is_draft: bool) -> Words:
    if notice.streets:
        told = _("Aan de bewoners van %(streets)s") % {"streets": notice.streets}
    else:
        told = _("Aan de bewoners van %(name)s") % {"name": notice.area_name}
    day = date_format(dutch_day(notice.published_at), "j F Y")
    mark = Run(_("Concept") + "\n", is_bold=True) if is_draft else Run("")
    return words(mark, f"{told}\n{day}")


def _lines(notice: PublicNotice) -> list[Block]:
    parts = (
        (_("Wat is er aan de hand?"), notice.matter),
        (_("Wat kunt u doen?"), notice.you_can),
        (_("Wat vinden wij ervan?"), notice.our_view),
    )
    found: list[Block] = []
    for question, line in parts:
        found += [Heading(2, words(question)), Paragraph(words(line))]
    if notice.back_on is not None:
        day = date_format(notice.back_on, "l j F")
        found.append(Paragraph(words(_("Wij vertellen u weer iets op %(day)s.") % {"day": day})))
    return found


def _signature(
    notice: PublicNotice, municipality: MunicipalityRow, photo: bytes | None
) -> list[Block]:
    greeting = Paragraph(words(_("Met vriendelijke groet,")), keeps_next=True)
    sender = notice.sender
    if sender is None:
        return [
            Space(3),
            greeting,
            Paragraph(words(Run(municipality.name, is_bold=True, language=DUTCH))),
        ]
    signed = Paragraph(_signed(sender))
    if photo is None:
        return [Space(3), greeting, signed]
    alt = _("Foto van %(name)s") % {"name": sender.first_name}
    return [Space(3), greeting, Beside(((Photo(photo, alt, FACE_MM),), (signed,)), (0, 1))]


def _signed(sender: SenderRow) -> Words:
    what = ", ".join(part for part in (sender.function, sender.organisation) if part)
    return words(
        Run(sender.first_name, is_bold=True),
        "\n" if what else "",
        Run(what, language=DUTCH),
        "\n" if sender.phone else "",
        Run(sender.phone, direction="ltr"),
    )


def _where(address: str) -> Block:
    told = _("U leest dit ook op de pagina van uw buurt:")
    link = Run(address, direction="ltr", link=address)
    alt = _("QR-code van de pagina van uw buurt")
    return Beside(
        ((Code(address, alt, CODE_MM),), (Paragraph(words(told, "\n", link), "small"),)), (0, 1)
    )
