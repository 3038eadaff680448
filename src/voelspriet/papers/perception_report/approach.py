# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first chapters: summary, question, how it was looked into, who was heard and who was not."""

from __future__ import annotations

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.papers.perception_report.words import Told, dutch, number_words, paragraphs
from voelspriet.papers.writers.document import Block, Heading, Paragraph, Table, words
from voelspriet.understand.findings.queries.heard import HeardSide
from voelspriet.understand.findings.queries.matrix_rows import WorldRow


def summary(told: Told) -> list[Block]:
    """Return the summary: the researcher's words, and every verdict on one table."""
    detail = told.detail
    return [
        Heading(2, words(_("Samenvatting"))),
        *paragraphs(detail.summary),
        Table(
            caption=_("Het oordeel van de onderzoeker, per factor en per wereld"),
            header=(words(_("Factor")), words(_("Leefwereld")), words(_("Systeemwereld"))),
            rows=tuple(
                (dutch(row.label), *(words(verdict_words(world)) for world in row.worlds))
                for row in detail.factors
            ),
            shares=(2, 1.4, 1.4),
        ),
        Paragraph(
            words(
                _("De leefwereld is wat mensen in hun eigen leven en buurt meemaken. De "
                  "systeemwereld is hoe organisaties hun werk inrichten. Congruent betekent dat "
                  "bewoners en professionals naar het oordeel van de onderzoeker hetzelfde zien.")
            ),
            "small",
        ),
    ]  # fmt: skip


def verdict_words(world: WorldRow) -> str:
    """Return a verdict in a few words."""
    if not world.verdict:
        return _("Geen oordeel")
    if world.is_standoff:
        return _("%(verdict)s: zij wachten op elkaar") % {"verdict": world.verdict_label}
    return world.verdict_label


def question(told: Told) -> list[Block]:
    """Return the question and what the answer is for."""
    detail = told.detail
    return [
        Heading(2, words(_("De vraag"))),
        Paragraph(dutch(detail.question)),
        Paragraph(words(_("Waarvoor de uitkomst wordt gebruikt: "), *dutch(detail.purpose))),
    ]


def approach(told: Told) -> list[Block]:
    """Return how it was looked into, told honestly."""
    return [
        Heading(2, words(_("Zo is het onderzocht"))),
        Paragraph(words(_held(told))),
        Paragraph(words(_coded(told))),
        Paragraph(
            words(
                _("Daarna is per factor naast elkaar gezet wat bewoners zeggen en wat "
                  "professionals zien. Het oordeel is van de onderzoeker en rust op drie vragen "
                  "per wereld: bedoelen zij hetzelfde probleem, zien zij dezelfde oorzaak, en "
                  "verwachten zij van dezelfde dat die iets doet? Bij elk antwoord staat waarom. "
                  "Hoe vaak iets genoemd is, telt niet mee in het oordeel.")
            )
        ),
        Paragraph(
            words(
                _("Wie meedeed hoorde vooraf: "), *dutch(f"“{told.detail.consent_text}”"), " ",
                _("Namen en andere gegevens die naar iemand wijzen zijn uit de teksten gehaald "
                  "voordat zij werden bewaard. Een citaat staat hier alleen als wie het zei, of "
                  "wie het gesprek hield, daarmee akkoord is."),
            )
        ),
        *paragraphs(told.detail.approach),
    ]  # fmt: skip


def _held(told: Told) -> str:
    found = told.heard
    if not found.kinds or found.first_on is None or found.last_on is None:
        return _("Er zijn nog geen gesprekken vastgelegd.")
    kinds = ", ".join(f"{label.lower()} ({number})" for label, number in found.kinds)
    count = sum(number for _label, number in found.kinds)
    held = ngettext(
        "Dit rapport rust op %(count)s bron, van %(first)s tot en met %(last)s: %(kinds)s.",
        "Dit rapport rust op %(count)s bronnen, van %(first)s tot en met %(last)s: %(kinds)s.",
        count,
    ) % {
        "count": count,
        "first": date_format(found.first_on, "j F Y"),
        "last": date_format(found.last_on, "j F Y"),
        "kinds": kinds,
    }
    if not found.left_out:
        return held
    left = ngettext(
        "%(count)s bron is gevoelig en staat nergens in dit rapport.",
        "%(count)s bronnen zijn gevoelig en staan nergens in dit rapport.",
        found.left_out,
    ) % {"count": found.left_out}
    return f"{held} {left}"


def _coded(told: Told) -> str:
    found, detail = told.heard, told.detail
    if not found.fragments:
        return _("De teksten zijn nog niet geordend.")
    coders = ngettext(
        "door %(count)s onderzoeker", "door %(count)s onderzoekers", max(found.coders, 1)
    ) % {"count": max(found.coders, 1)}
    return _(
        "De teksten zijn %(coders)s in stukken geknipt en geordend met het codeboek %(book)s, "
        "versie %(version)s. Dat gaf %(count)s fragmenten."
    ) % {
        "coders": coders,
        "book": detail.codebook,
        "version": detail.version,
        "count": found.fragments,
    }


def who_was_heard(told: Told) -> list[Block]:
    """Return who spoke, so that nobody shows, and who was not reached."""
    found = told.heard
    blocks: list[Block] = [Heading(2, words(_("Wie is gehoord, en wie niet")))]
    if not found.sides:
        blocks.append(Paragraph(words(_("Wie sprak, is bij deze gesprekken niet vastgelegd."))))
    else:
        blocks += [
            Paragraph(
                words(
                    _("Van wie sprak is alleen vastgelegd van welke kant, in welke rol en hoe lang "
                      "al hier: nooit een naam. Rollen met minder dan drie sprekers staan samen, "
                      "zodat niemand eruit te halen is.")
                )
            ),
            Table(
                caption=_("Wie sprak, per kant"),
                header=(words(_("Kant")), words(_("Sprekers")), words(_("Rollen"))),
                rows=tuple(
                    (words(one.label), words(number_words(one.number)), words(_roles(one)))
                    for one in found.sides
                ),
                shares=(1.4, 1, 4),
            ),
        ]  # fmt: skip
    if any(number for _label, number in found.stays):
        blocks.append(
            Table(
                caption=_("Hoe lang bewoners hier al wonen of werken"),
                header=(words(_("Hoe lang")), words(_("Sprekers"))),
                rows=tuple(
                    (words(label), words(_("niet getoond") if number is None else str(number)))
                    for label, number in found.stays
                ),
                shares=(3, 1),
            )
        )
    not_heard = paragraphs(told.detail.not_heard)
    if not_heard:
        blocks += [Heading(3, words(_("Wie wij niet hoorden"))), *not_heard]
    return blocks


def _roles(side: HeardSide) -> str:
    parts = []
    for one in side.parts:
        roles = ", ".join(f"{label.lower()} {number}" for label, number in one.roles)
        told = roles or _("te weinig sprekers om rollen te noemen")
        where = f"{one.area_name} ({number_words(one.number)})" if one.area_name else ""
        parts.append(f"{where}: {told}" if where else told)
    return "; ".join(parts)
