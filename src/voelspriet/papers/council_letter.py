# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A letter of the college to the council: the message first, then why, what it means, what next."""

from __future__ import annotations

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from voelspriet.act.plans.choices.proposals import ProposalSection, section_label
from voelspriet.act.plans.rules.proposal_content import (
    Followed,
    ProposalContent,
    decided_words,
)
from voelspriet.ground.areas.queries import MunicipalityRow
from voelspriet.papers.plain_text import set_text
from voelspriet.papers.proposal_parts import Standing, costs, version_words
from voelspriet.papers.report_words import DUTCH, dutch
from voelspriet.papers.style import style_of
from voelspriet.papers.writers.document import (
    Block,
    Document,
    Heading,
    Letterhead,
    Listing,
    Page,
    Panel,
    Paragraph,
    Run,
    Space,
    Words,
    words,
)

CHAPTER, INNER = 2, 3
# said at the top, and below the signature
NOT_IN_BODY = (ProposalSection.CONFIDENTIALITY, ProposalSection.APPENDICES)


def council_letter(
    *,
    content: ProposalContent,
    standing: Standing,
    municipality: MunicipalityRow,
    language: str,
    on: date,
) -> Document:
    """Return the paper of a letter, or of one of its versions, as it stood `on` that day."""
    is_sent = standing.decision is not None
    body = [one for one in content.sections if one not in NOT_IN_BODY]
    return Document(
        title=_("Raadsbrief: %(subject)s") % {"subject": content.subject},
        language=language,
        direction="ltr",
        style=style_of(municipality),
        made_on=on,
        page=Page(margin=22.0, numbers_pages=True),
        footer=words(municipality.name, " · ", *dutch(content.subject)),
        blocks=(
            Letterhead(_sender(municipality)),
            Paragraph(_to(content)),
            Heading(1, dutch(content.subject)),
            Listing(_facts(content, standing, on)),
            *_confidential(content),
            Space(2),
            Paragraph(words(_("Geachte leden van de raad,"))),
            *(block for one in body for block in _section(content, one, is_sent=is_sent)),
            *_signature(municipality),
            *_section(content, ProposalSection.APPENDICES, is_sent=is_sent),
        ),
    )


def _sender(municipality: MunicipalityRow) -> Words:
    name = Run(municipality.name, is_bold=True, language=DUTCH)
    college = _("College van burgemeester en wethouders")
    phone = Run(municipality.phone, direction="ltr")
    return words(name, "\n", college, "\n" if municipality.phone else "", phone)


def _to(content: ProposalContent) -> Words:
    day = date_format(content.meets_on, "j F Y") if content.meets_on else _("Datum volgt")
    return words(_("Aan de gemeenteraad"), "\n", day)


def _facts(content: ProposalContent, standing: Standing, on: date) -> tuple[Words, ...]:
    found: list[Words] = []
    if standing.decision is None:
        found.append(words(Run(version_words(standing, on), is_bold=True)))
    for label, told in (
        (_("Portefeuille: "), content.portfolio),
        (_("Volgt uit: "), content.follows.subject if content.follows is not None else ""),
        (_("Hoort bij: "), content.plan_title),
    ):
        if told:
            found.append((*words(label), *dutch(told)))
    secret = content.text(ProposalSection.CONFIDENTIALITY)
    found.append(words(_("Geheimhouding: zie hieronder") if secret else _("Geheimhouding: geen")))
    return tuple(found)


def _confidential(content: ProposalContent) -> list[Block]:
    """Return why and until when a letter is secret, before anybody reads on."""
    text = content.text(ProposalSection.CONFIDENTIALITY)
    if not text:
        return []
    title = Paragraph(words(Run(_("Geheimhouding"), is_bold=True)), keeps_next=True)
    return [Panel((title, *set_text(text, level=CHAPTER)))]


def _section(content: ProposalContent, section: ProposalSection, *, is_sent: bool) -> list[Block]:
    """Return a part; one that nobody wrote is said while it can be written, then left out."""
    heading = Heading(CHAPTER, words(section_label(content.kind, section)))
    if content.is_empty(section):
        return [] if is_sent else [heading, Paragraph(words(_("Niet ingevuld.")))]
    blocks: list[Block] = [heading, *set_text(content.text(section), level=INNER)]
    if section == ProposalSection.FOUND and content.follows is not None:
        blocks.append(_decided(content.follows))
    if section == ProposalSection.FINANCE:
        blocks += costs(content)
    return blocks


def _decided(followed: Followed) -> Block:
    told = Run(decided_words(followed), is_bold=True)
    title = (*words(_("Over het voorstel: ")), *dutch(followed.subject))
    return Panel(
        (
            Paragraph((*title, *words("\n", told))),
            *set_text(followed.words, level=INNER),
        )
    )


def _signature(municipality: MunicipalityRow) -> list[Block]:
    college = _("Het college van burgemeester en wethouders van %(name)s")
    return [
        Space(3),
        Paragraph(words(_("Met vriendelijke groet,")), keeps_next=True),
        Paragraph(words(Run(college % {"name": municipality.name}, is_bold=True))),
    ]
