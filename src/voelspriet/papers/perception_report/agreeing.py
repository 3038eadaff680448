# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chapter on how far those who coded agreed, in words and numbers; honest when nobody knows."""

from __future__ import annotations

from django.template.defaultfilters import floatformat
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.papers.perception_report.words import Told, dutch
from voelspriet.papers.writers.document import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    Words,
    words,
)
from voelspriet.understand.coding.queries.agreement import CodeAgreement, FigureRow, RunRow

MOST_RUNS = 3
WHOLE = "0g"  # no decimals, thousands apart


def agreement(told: Told) -> list[Block]:
    """Return how far coders agreed per code, with intervals, and what that rests on."""
    blocks: list[Block] = [Heading(2, words(_("Hoe eens de codeerders het waren")))]
    if not told.agreement.runs:
        return [*blocks, *_not_measured(told)]
    blocks.append(
        Paragraph(
            words(
                _("Twee onderzoekers kunnen dezelfde woorden anders begrijpen. Daarom codeerde een "
                  "tweede onderzoeker teksten opnieuw, zonder te zien wat de eerste koos. Hoe "
                  "dicht hun keuzes bij elkaar liggen, staat per code in de tabel.")
            )
        )
    )  # fmt: skip
    shown = told.agreement.runs[:MOST_RUNS]
    for coders, run in shown:
        if len(shown) > 1:
            day = date_format(run.made_at, "j F Y")
            blocks.append(Heading(3, words(_("Vergeleken op %(day)s") % {"day": day})))
        blocks += _measured(told, coders, run)
    return [*blocks, *_how_to_read()]


def _not_measured(told: Told) -> list[Block]:
    once = _(
        "De teksten zijn niet dubbel gecodeerd: bij elke tekst koos één onderzoeker de codes. Of "
        "een ander dezelfde codes had gekozen, is dus niet gemeten. Houd daar rekening mee als u "
        "aantallen per factor leest."
    )
    under_way = _(
        "Een tweede onderzoeker codeert teksten opnieuw, zonder te zien wat de eerste koos. De "
        "uitkomst is er nog niet. Tot dan is niet gemeten of een ander dezelfde codes had gekozen."
    )
    return [Paragraph(words(under_way if told.agreement.is_under_way else once))]


def _measured(told: Told, coders: int, run: RunRow) -> list[Block]:
    blocks: list[Block] = [Paragraph(words(_rests_on(told, coders, run)))]
    if not run.codes:
        nobody = _("Geen van beiden gaf een code uit dit codeboek.")
        return [*blocks, Paragraph(words(nobody))]
    blocks.append(
        Table(
            caption=_("Overeenstemming per code, met het 95-procentsinterval"),
            header=(words(_("Code")), words(_("Kappa, tekens")), words(_("Kappa, stukken")),
                    words(_("Alfa, tekens")), words(_("Alfa, stukken"))),
            rows=tuple(_row(code) for code in run.codes),
            shares=(2.2, 1, 1, 1, 1),
        )
    )  # fmt: skip
    return [*blocks, *_left_out(run)]


def _rests_on(told: Told, coders: int, run: RunRow) -> str:
    texts = ngettext(
        "%(count)s tekst, door %(coders)s mensen gecodeerd",
        "%(count)s teksten, door %(coders)s mensen gecodeerd",
        run.texts,
    ) % {"count": floatformat(run.texts, WHOLE), "coders": coders}
    named = {
        "texts": texts,
        "book": told.detail.codebook,
        "version": run.version,
        "day": date_format(run.made_at, "j F Y"),
    }
    on = _("Vergeleken zijn %(texts)s met het codeboek %(book)s, versie %(version)s.") % named
    stands = _(
        "De cijfers zijn van %(day)s en veranderen niet meer, ook niet door wat de codeerders "
        "daarna bespraken."
    )
    if not run.codes:
        return f"{on} {stands % named}"
    units = _("Dat zijn %(signs)s tekens en %(pieces)s stukken tekst.") % {
        "signs": floatformat(run.codes[0].kappa_text.units, WHOLE),
        "pieces": floatformat(run.codes[0].kappa_pieces.units, WHOLE),
    }
    return f"{on} {units} {stands % named}"


def _row(code: CodeAgreement) -> tuple[Words, ...]:
    shared = code.why_none_label
    return (
        (*dutch(code.code), *(words(f"\n{shared}") if shared else ())),
        *(
            _figure(one, is_told=bool(shared))
            for one in (code.kappa_text, code.kappa_pieces, code.alpha_text, code.alpha_pieces)
        ),
    )


def _figure(one: FigureRow, *, is_told: bool) -> Words:
    """Return a value with its interval; the reason for none where the code does not tell it."""
    if one.value is None:
        value: Words = words("–")
    elif one.low is None or one.high is None:
        value = words(Run(_decimal(one.value), is_bold=True))
    else:
        between = _("%(low)s tot %(high)s") % {
            "low": _decimal(one.low),
            "high": _decimal(one.high),
        }
        value = words(Run(_decimal(one.value), is_bold=True), f"\n{between}")
    return value if is_told or not one.why_none_label else (*value, Run(f"\n{one.why_none_label}"))


def _decimal(value: float) -> str:
    return str(floatformat(value, 2))  # rounds, where number_format cuts off


def _left_out(run: RunRow) -> list[Block]:
    told = []
    if run.unused:
        told.append(
            ngettext(
                "%(count)s code van het codeboek gebruikte geen van beiden.",
                "%(count)s codes van het codeboek gebruikte geen van beiden.",
                run.unused,
            ) % {"count": run.unused}
        )  # fmt: skip
    if run.changed_texts:
        told.append(
            ngettext(
                "%(count)s tekst telt niet mee: de woorden veranderden tijdens het coderen.",
                "%(count)s teksten tellen niet mee: de woorden veranderden tijdens het coderen.",
                run.changed_texts,
            ) % {"count": run.changed_texts}
        )  # fmt: skip
    return [Paragraph(words(" ".join(told)), "small")] if told else []


def _how_to_read() -> list[Block]:
    return [
        Paragraph(words(Run(_("Hoe leest u dit?"), is_bold=True)), keeps_next=True),
        Listing(
            (
                words(_("Kappa en alfa zijn twee manieren om hetzelfde te meten: hoe eens twee "
                        "mensen het zijn, toeval eraf getrokken. 1 is helemaal eens. 0 is niet "
                        "vaker eens dan bij toeval.")),
                words(_("Tekens: is dezelfde tekst gemarkeerd? Stukken: zijn dezelfde stukken "
                        "gemarkeerd? Stukken is strenger.")),
                words(_("Het 95-procentsinterval zegt hoe zeker de waarde is. Kijk naar de "
                        "onderkant. Er is geen grens waarboven het goed is.")),
                words(_("Een lage waarde zegt vaak dat een code onduidelijk beschreven is. Lees "
                        "wat het rapport over die factor zegt dan met meer voorzichtigheid.")),
            )
        ),
    ]  # fmt: skip
