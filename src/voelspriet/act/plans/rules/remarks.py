# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What should be looked at in an ambition that could be tested: when, how, paid from what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from voelspriet.act.plans.rules.facts import AmbitionFacts, Measured, carrying
from voelspriet.act.plans.rules.who_came import who_came_words
from voelspriet.act.plans.rules.wording import listed, number, points
from voelspriet.analysis.survey.planner import Demand, Way, detectable_share, needed_per_wave
from voelspriet.analysis.text.near_duplicates import jaccard, shingles

ALIKE = 0.5  # of the letters in fours that two indicators share
WHOLE = 100


class RemarkAbout(StrEnum):
    """What a remark is about."""

    MEASURED_YEARS = "measured_years"
    PAID_YEARS = "paid_years"
    CANNOT_SEE = "cannot_see"
    OTHER_WORDING = "other_wording"
    WHO_CAME = "who_came"


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark in plain words; `needed` is the answers per wave a difference takes."""

    about: RemarkAbout
    text: str
    needed: int | None = None


def remarks(
    one: AmbitionFacts,
    *,
    earlier: Sequence[AmbitionFacts] = (),
    measured: Sequence[Measured] = (),
    is_asked_at_evenings: bool = False,
) -> tuple[Remark, ...]:
    """Return what is worth looking at. `earlier` are the ambitions that stand before this one."""
    carried = carrying(measured)
    found = (
        _measured_years(one),
        _paid_years(one),
        _cannot_see(one, carried),
        _other_wording(one, earlier),
        _who_came(carried, is_asked=is_asked_at_evenings or len(carried) < len(measured)),
    )
    return tuple(remark for remark in found if remark is not None)


def _measured_years(one: AmbitionFacts) -> Remark | None:
    wanted = _target_year(one)
    if wanted is None or not one.measured_years or wanted in one.measured_years:
        return None
    told = _("Gemeten in %(years)s, doel in %(year)s: in het doeljaar wordt niet gemeten.")
    words = told % {"years": listed(one.measured_years), "year": wanted}
    return Remark(RemarkAbout.MEASURED_YEARS, words)


def _paid_years(one: AmbitionFacts) -> Remark | None:
    wanted = _target_year(one)
    if wanted is None or not one.paid_years or wanted in one.paid_years:
        return None
    told = _("Voor het meten is geld in %(years)s en niet in het doeljaar %(year)s.")
    words = told % {"years": listed(one.paid_years), "year": wanted}
    return Remark(RemarkAbout.PAID_YEARS, words)


def _target_year(one: AmbitionFacts) -> int | None:
    if one.deadline_on is None or one.is_milestone or one.is_yearly:
        return None
    return one.deadline_on.year


def _cannot_see(one: AmbitionFacts, measured: Sequence[Measured]) -> Remark | None:
    """Say that a source with so few answers shows no difference as small as the one wanted."""
    seen = [wave for wave in measured if wave.n]
    if not one.is_share or one.aim is None or not seen:
        return None
    last = max(seen, key=lambda wave: wave.on)
    start = one.baseline_value if one.baseline_value is not None else last.value
    before, after = float(start) / WHOLE, float(one.aim) / WHOLE
    if before == after or not (0 < before < 1 and 0 < after < 1):
        return None
    demand = Demand(design_effect=float(last.design_effect or 1))
    needed, n = needed_per_wave(before, after, demand=demand).n, last.n or 0
    if needed is None or n >= needed:
        return None
    way = Way.RISE if after > before else Way.FALL
    least = detectable_share(before, way, n_first=n, n_second=n, demand=demand)
    words = _("Deze bron ziet geen verschil van %(gap)s: daarvoor zijn ongeveer %(needed)s"
              " antwoorden per meting nodig, en het zijn er %(n)s.") % {
        "gap": points(abs(after - before) * WHOLE), "needed": number(rough(needed)),
        "n": number(n),
    }  # fmt: skip
    if least is not None:
        seen_from = points(abs(least - before) * WHOLE)
        words += " " + _("Wat zij wel ziet, begint bij %(gap)s.") % {"gap": seen_from}
    return Remark(RemarkAbout.CANNOT_SEE, words, needed)


def _who_came(carried: Sequence[Measured], *, is_asked: bool) -> Remark | None:
    """Say that only evenings tell of it, as long as nothing else was measured."""
    return Remark(RemarkAbout.WHO_CAME, who_came_words()) if is_asked and not carried else None


def rough(needed: int) -> int:
    """Return a number of answers as people say it: two digits and zeros.

    >>> rough(5271), rough(84)
    (5300, 84)
    """
    step = int(10 ** max(0, len(str(needed)) - 2))
    return round(needed / step) * step


def _other_wording(one: AmbitionFacts, earlier: Sequence[AmbitionFacts]) -> Remark | None:
    """Say that the same goal stands elsewhere: same unit and target, nearly the same indicator."""
    alike = [other for other in earlier if _same_goal(one, other)]
    if not alike:
        return None
    others = listed([other.key for other in alike])
    wordings = {(other.statement, other.indicator) for other in (*alike, one)}
    told = ngettext(
        "Hetzelfde doel als %(others)s, in %(count)s verwoording.",
        "Hetzelfde doel als %(others)s, in %(count)s verwoordingen.",
        len(wordings),
    )
    words = told % {"others": others, "count": len(wordings)}
    return Remark(RemarkAbout.OTHER_WORDING, words)


def _same_goal(one: AmbitionFacts, other: AmbitionFacts) -> bool:
    if one.target_value is None or one.target_value != other.target_value:
        return False
    if one.unit != other.unit or not one.indicator or not other.indicator:
        return False
    return jaccard(_letters(one.indicator), _letters(other.indicator)) >= ALIKE


@lru_cache(maxsize=2048)
def _letters(indicator: str) -> frozenset[str]:
    """Return the letters in fours; a long plan compares each with every other."""
    return shingles(indicator)
