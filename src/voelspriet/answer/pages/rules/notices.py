# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who may read and write a notice, how far it reaches, and how broad it had better be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.answer.pages.choices import NoticeScale, NoticeState, YesOrNo
from voelspriet.answer.pages.models import Notice, NoticeText
from voelspriet.ground.areas.choices import AreaLevel
from voelspriet.ground.privacy.actors import Actor
from voelspriet.ground.privacy.choices import Role

LINE_LIMIT = 300
STREETS_LIMIT = 200
REASON_LIMIT = 300
LONGEST_SHOWN = timedelta(days=92)
USUALLY_SHOWN = timedelta(days=7)
FOR_ALL = (Role.DIRECTOR, Role.POLICY_ADVISER)
READS_ALL = (*FOR_ALL, Role.EXECUTIVE)
LINES = ("matter", "you_can", "our_view")

SCALES = {
    AreaLevel.NEIGHBOURHOOD: NoticeScale.NEIGHBOURHOOD,
    AreaLevel.DISTRICT: NoticeScale.DISTRICT,
    AreaLevel.MUNICIPALITY: NoticeScale.MUNICIPALITY,
}
# the congruence matrix (analysis.congruence.quadrant), asked of a person instead of measured:
# do people lie awake of it, and do they see us act? No calculation enters a web process.
ADVICE: dict[tuple[YesOrNo, YesOrNo], Promise] = {
    (YesOrNo.YES, YesOrNo.YES): _(
        "Mensen liggen hier wakker van en zien ons bezig. Zeg het duidelijk en breed, noem wat"
        " mensen voelen en laat steeds zien wat er gebeurt."
    ),
    (YesOrNo.YES, YesOrNo.NO): _(
        "Mensen liggen hier wakker van en zien ons niet. Zeg het duidelijk en breed, en zorg dat"
        " mensen ons op straat zien."
    ),
    (YesOrNo.NO, YesOrNo.YES): _(
        "Mensen liggen hier niet wakker van. Houd het klein: wie ons druk bezig ziet, kan juist"
        " ongerust worden."
    ),
    (YesOrNo.NO, YesOrNo.NO): _(
        "Mensen liggen hier niet wakker van. Vertel het alleen aan wie het merkt, en blijf kijken."
    ),
}


@dataclass(frozen=True, slots=True)
class Reach:
    """For whom a notice is: how far it reaches, which streets, and why not fewer people."""

    scale: NoticeScale
    streets: str
    reason: str


def scale_of(level: str, streets: str) -> NoticeScale:
    """Return how far a notice reaches: its streets where they are named, else its whole area."""
    return NoticeScale.STREETS if streets.strip() else SCALES[AreaLevel(level)]


def mail_key_start(reference: str) -> str:
    """Return how the keys of all mails about a notice begin."""
    return f"area-notice:{reference}:"


def mail_key(reference: str, organisation_id: int) -> str:
    """Return the key of the one mail about a notice to an organisation."""
    return f"{mail_key_start(reference)}{organisation_id}"


def advice_of(lie_awake: str, see_us_act: str) -> Promise | None:
    """Return who had better hear it, in words; None before both questions are answered."""
    if not lie_awake or not see_us_act:
        return None
    return ADVICE[YesOrNo(lie_awake), YesOrNo(see_us_act)]


def is_complete(text: NoticeText) -> bool:
    """Tell whether all three lines are there in this language."""
    return all(getattr(text, line) for line in LINES)


def is_over(notice: Notice, on: date) -> bool:
    """Tell whether the last day of a public notice is behind us."""
    return notice.state == NoticeState.PUBLISHED and notice.ends_on < on


def may_write_for(by: Actor, *, area_id: int, level: str) -> bool:
    """Tell whether `by` may tell this area something.

    Advisers their own areas; director and policy adviser the municipality as a whole.
    """
    is_whole = level == AreaLevel.MUNICIPALITY
    return by.advises(area_id) or (is_whole and by.has(*FOR_ALL))


def writes(by: Actor, notice: Notice) -> bool:
    """Tell whether `by` may work on a notice (area loaded)."""
    return by.municipality_id == notice.municipality_id and may_write_for(
        by, area_id=notice.area_id, level=notice.area.level
    )


def visible_notices(by: Actor) -> QuerySet[Notice]:
    """Return the notices `by` may see.

    Advisers those of their areas; director, policy adviser and executive those of the
    municipality. Nobody else sees any that is not public.
    """
    if not by.is_staff or by.municipality_id is None:
        return Notice.objects.none()
    here = Notice.objects.filter(municipality_id=by.municipality_id)
    if by.has(*READS_ALL):
        return here
    areas = sorted(by.area_ids) if by.has(Role.AREA_ADVISER) else []
    return here.filter(area_id__in=areas)
