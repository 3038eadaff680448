# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a measured percentage honestly says of a target, whether or not the course can be told."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured
from voelspriet.act.plans.rules.remarks import RemarkAbout, remarks
from voelspriet.act.plans.rules.wording import number
from voelspriet.analysis.proportions import wilson_of_share

WHOLE = 100


def honestly(one: AmbitionFacts, known: Sequence[Measured]) -> tuple[str, ...]:
    """Return what the last measurement says, its margin, its question and what it can see."""
    if not known:
        return (_("Er is nog niets gemeten."),)
    last = known[-1]
    told = [_value(last)]
    if not last.is_same_question:
        words = _("De vraag is een andere dan die van het doel: %(difference)s.")
        told.append(words % {"difference": last.difference.rstrip(".")})
    if last.n:
        told.append(_sampled(last, last.n))
    if last.n and one.aim is not None:
        told.append(_against(one, last))
    seen = remarks(one, measured=known)
    told += [remark.text for remark in seen if remark.about is RemarkAbout.CANNOT_SEE]
    return tuple(words for words in told if words)


def limits(last: Measured) -> tuple[float, float]:
    """Return the score interval in points, of as many independent answers as it is worth."""
    share = min(1.0, max(0.0, float(last.value) / WHOLE))
    low, high = wilson_of_share(share, last.effective_n or 1)
    return round(low * WHOLE, 1), round(high * WHOLE, 1)


def _value(last: Measured) -> str:
    if not last.n:
        words = _("Gemeten in %(year)s: %(value)s %%. Het aantal antwoorden is niet bekend, dus ook"
                  " de marge niet.")  # fmt: skip
        return words % {"year": last.on.year, "value": number(last.value)}
    low, high = limits(last)
    words = _("Gemeten in %(year)s: %(value)s %%, van %(n)s antwoorden; met 95 %% zekerheid tussen"
              " %(low)s en %(high)s %%.")  # fmt: skip
    return words % {
        "year": last.on.year,
        "value": number(last.value),
        "n": number(last.n),
        "low": number(low),
        "high": number(high),
    }


def _sampled(last: Measured, n: int) -> str:
    """Say which design the margin rests on: the one that was told, or the simplest."""
    if last.design_effect is None:
        return _("Een ontwerpeffect is niet opgegeven: er is gerekend als bij een enkelvoudige"
                 " aselecte steekproef.")  # fmt: skip
    words = _("Gerekend met een ontwerpeffect van %(effect)s: %(n)s antwoorden zijn er dan"
              " %(effective)s waard.")  # fmt: skip
    return words % {
        "effect": number(last.design_effect),
        "n": number(n),
        "effective": number(round(last.effective_n or 0)),
    }


def _against(one: AmbitionFacts, last: Measured) -> str:
    """Say where the aim lies: within the margin nothing is shown, either way."""
    low, high = limits(last)
    aim = float(one.aim or 0)
    values = {"aim": number(one.aim or 0)}
    if low <= aim <= high:
        words = _("Het doel van %(aim)s %% ligt binnen die marge: deze meting alleen laat niet"
                  " zien dat het is gehaald, en ook niet dat het is gemist.")  # fmt: skip
    elif aim > high:
        words = _("Het doel van %(aim)s %% ligt boven die marge.")
    else:
        words = _("Het doel van %(aim)s %% ligt onder die marge.")
    return words % values
