# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Residents say what must come first: on the website, at an evening, on paper; one tally."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.act.agenda.actions.area_agendas import audit_agenda, led_agenda
from voelspriet.act.agenda.choices.priorities import (
    RANK_GONE,
    RANK_NO_FIRST,
    RANK_NOT_NOW,
    RANK_OLD_PAGE,
    RANK_TWICE,
    TYPED_CHANNELS,
    RankingChannel,
)
from voelspriet.act.agenda.models import AreaAgenda, Meeting, RankingCount, RankingVoice
from voelspriet.act.agenda.queries.ranking_meetings import meetings_to_count
from voelspriet.act.agenda.queries.rankings import rankable
from voelspriet.act.agenda.rules.area_agendas import is_ranking
from voelspriet.act.agenda.rules.rankings import (
    FEWEST_TO_RANK,
    MOST_COUNTED,
    POINTS,
    Chosen,
    token_hash,
    token_key,
)
from voelspriet.ground.privacy.actors import Actor, OutOfScope, Refused
from voelspriet.ground.privacy.writing import action


@action
def open_ranking(*, reference: str, by: Actor, at: datetime) -> None:
    """Let residents choose what must come first, once a year.

    Refuses: a second time, fewer than two priorities that are public, an agenda that is not public.
    OutOfScope for anyone but the advisers of its area.
    """
    agenda = led_agenda(reference, by)
    if agenda.ranking_opened_at is not None:
        raise Refused(_("Bewoners kozen dit jaar al, of kiezen nu."))
    if not agenda.is_public:
        raise Refused(_("Zet de agenda eerst op de buurtpagina."))
    if len(rankable(agenda)) < FEWEST_TO_RANK:
        raise Refused(_("Er zijn nog geen twee openbare prioriteiten om uit te kiezen."))
    agenda.ranking_opened_at = at
    agenda.save(update_fields=["ranking_opened_at"])
    audit_agenda("area_agenda.open_ranking", agenda, by, at)


@action
def close_ranking(*, reference: str, by: Actor, at: datetime) -> None:
    """End the choosing for good: from now on the residents' order stands on the agenda.

    Refuses when nobody is choosing. OutOfScope for anyone but the advisers of its area.
    """
    agenda = led_agenda(reference, by)
    if not is_ranking(agenda):
        raise Refused(_("Bewoners kiezen nu niet."))
    agenda.ranking_closed_at = at
    agenda.save(update_fields=["ranking_closed_at"])
    audit_agenda("area_agenda.close_ranking", agenda, by, at)


@action
def rank_priorities(
    *, reference: str, token: str, order: Sequence[int], by: Actor, at: datetime
) -> None:
    """Keep what one browser chose: first, second and third, by id; again replaces it.

    Sending it twice changes nothing. Only the hash of the token is kept, no person and no moment.
    Refuses: a token this site did not give, no first choice, the same twice, a priority that is not
    to be chosen, and when residents do not choose now. OutOfScope: no such public agenda.
    """
    key = token_key(token)
    if key is None:
        raise Refused(str(RANK_OLD_PAGE))
    agenda = AreaAgenda.objects.filter(reference=reference, is_public=True).first()
    if agenda is None:
        raise OutOfScope(_("Deze agenda is er niet."))
    if not is_ranking(agenda):
        raise Refused(str(RANK_NOT_NOW))
    chosen = _checked(agenda, order)
    RankingVoice.objects.update_or_create(
        agenda=agenda,
        token_hash=token_hash(key, reference),
        defaults={
            "first_id": chosen[0],
            "second_id": chosen[1] if len(chosen) > 1 else None,
            "third_id": chosen[2] if len(chosen) > 2 else None,  # noqa: PLR2004  first, second
        },
    )
    audit_agenda("area_agenda.rank", agenda, by, at)


def _checked(agenda: AreaAgenda, order: Sequence[int]) -> list[int]:
    if not order:
        raise Refused(str(RANK_NO_FIRST), field="first")
    if len(set(order)) != len(order):
        raise Refused(str(RANK_TWICE), field="second")
    if len(order) > len(POINTS) or not set(order) <= {row.pk for row in rankable(agenda)}:
        raise Refused(str(RANK_GONE), field="first")
    return list(order)


@action
def count_choices(
    *,
    reference: str,
    channel: RankingChannel,
    chosen: Mapping[int, Chosen],
    by: Actor,
    at: datetime,
    meeting_reference: str = "",
) -> None:
    """Type in how many chose each priority first, second and third; again replaces the counts.

    With `meeting_reference` they chose at that meeting of the area, and only its counts are
    replaced.

    Refuses: another channel than an evening or paper, more seconds than firsts or thirds than
    seconds, a negative or huge number, a priority that is not to be chosen, and when residents do
    not choose now; paper or more people than came at a meeting. OutOfScope for anyone but the
    advisers of its area, and for another meeting.
    """
    agenda = led_agenda(reference, by)
    if not is_ranking(agenda):
        raise Refused(_("Bewoners kiezen nu niet."))
    if channel not in TYPED_CHANNELS:
        raise Refused(_("Kies een avond of papier."))
    _must_add_up(agenda, chosen)
    people = sum(numbers[0] for numbers in chosen.values())
    meeting = _meeting(agenda, meeting_reference, channel=channel, people=people, by=by, at=at)
    RankingCount.objects.filter(agenda=agenda, channel=channel, meeting=meeting).delete()
    RankingCount.objects.bulk_create(
        RankingCount(
            agenda=agenda,
            channel=channel,
            meeting=meeting,
            priority_id=pk,
            place=place,
            number=number,
        )
        for pk, numbers in chosen.items()
        for place, number in enumerate(numbers, 1)
        if number
    )
    audit_agenda(
        "area_agenda.count",
        agenda,
        by,
        at,
        channel=str(channel),
        people=people,
        meeting=meeting_reference,
    )


def _meeting(
    agenda: AreaAgenda,
    reference: str,
    *,
    channel: RankingChannel,
    people: int,
    by: Actor,
    at: datetime,
) -> Meeting | None:
    """Return the meeting people chose at; None when none was named."""
    if not reference:
        return None
    meeting = meetings_to_count(agenda, by=by, at=at).filter(reference=reference).first()
    if meeting is None:
        raise OutOfScope(_("Deze bijeenkomst is er niet."))
    if channel != RankingChannel.EVENING:
        raise Refused(_("Papier hoort niet bij een bijeenkomst."), field="meeting")
    if meeting.attended is not None and people > meeting.attended:
        raise Refused(
            _("Er kwamen %(came)s mensen. Er kunnen er niet meer kiezen. Tel nog eens.")
            % {"came": meeting.attended},
            field="meeting",
        )
    return meeting


def _must_add_up(agenda: AreaAgenda, chosen: Mapping[int, Chosen]) -> None:
    if not set(chosen) <= {row.pk for row in rankable(agenda)}:
        raise Refused(str(RANK_GONE))
    if any(not 0 <= number <= MOST_COUNTED for numbers in chosen.values() for number in numbers):
        raise Refused(_("Vul een aantal in van 0 tot en met 9999."))
    sums = [sum(numbers[n] for numbers in chosen.values()) for n in range(len(POINTS))]
    if sums != sorted(sums, reverse=True):
        raise Refused(
            _(
                "Er kunnen niet meer tweede keuzes zijn dan eerste, en niet meer derde dan tweede."
                " Tel nog eens."
            )
        )
    for pk, numbers in chosen.items():
        if sum(numbers) > sums[0]:  # a person names a priority once
            raise Refused(_("Dit is meer dan het aantal mensen."), field=f"first-{pk}")
