# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tally of what residents chose: website, evenings and paper together."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Sum

from voelspriet.act.agenda.choices.priorities import PriorityState, RankingChannel
from voelspriet.act.agenda.models import AreaAgenda, Priority, RankingCount, RankingVoice
from voelspriet.act.agenda.rules.rankings import (
    Chosen,
    Standing,
    may_be_told,
    standings,
    token_hash,
    token_key,
)

COLUMNS = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many people chose by each door, and how many put each priority in each place."""

    people: dict[str, int]
    chosen: dict[int, Chosen]
    by_channel: dict[str, dict[int, Chosen]]

    @property
    def total(self) -> int:
        """Return how many people chose."""
        return sum(self.people.values())


def rankable(agenda: AreaAgenda) -> list[Priority]:
    """Return the priorities residents can choose from: public and not ended, as they stand."""
    found = agenda.priorities.filter(
        is_public=True, state__in=[PriorityState.PROPOSED, PriorityState.RUNNING]
    )
    return list(found.order_by("position", "slot"))


def tally_of(agenda: AreaAgenda) -> Tally:
    """Return the tally of an agenda. Four queries, however many people chose."""
    by_channel: dict[str, dict[int, list[int]]] = {str(one): {} for one in RankingChannel}
    web = by_channel[RankingChannel.WEB]
    voices = RankingVoice.objects.filter(agenda=agenda)
    for place, column in enumerate(COLUMNS):
        rows = voices.exclude(**{column: None}).order_by().values(column)
        for row in rows.annotate(number=Count("pk")):
            web.setdefault(row[column], [0, 0, 0])[place] = row["number"]
    counts = RankingCount.objects.filter(agenda=agenda).order_by()
    for row in counts.values("channel", "priority_id", "place").annotate(number=Sum("number")):
        numbers = by_channel[row["channel"]].setdefault(row["priority_id"], [0, 0, 0])
        numbers[row["place"] - 1] = row["number"]
    frozen = {channel: _frozen(found) for channel, found in by_channel.items()}
    return Tally(
        people={
            channel: sum(one[0] for one in found.values()) for channel, found in frozen.items()
        },
        chosen=_summed(frozen.values()),
        by_channel=frozen,
    )


def _frozen(found: Mapping[int, list[int]]) -> dict[int, Chosen]:
    return {pk: (one[0], one[1], one[2]) for pk, one in found.items()}


def _summed(found: Collection[Mapping[int, Chosen]]) -> dict[int, Chosen]:
    summed: dict[int, Chosen] = {}
    for part in found:
        for pk, numbers in part.items():
            before = summed.get(pk, (0, 0, 0))
            summed[pk] = (
                before[0] + numbers[0], before[1] + numbers[1], before[2] + numbers[2],
            )  # fmt: skip
    return summed


def order_of_residents(agenda: AreaAgenda) -> tuple[Standing, ...]:
    """Return what residents put first, once they chose and enough of them did; else nothing.

    Every priority in a slot: what could not be chosen has no points and stands last.
    """
    if agenda.ranking_closed_at is None:
        return ()
    return ranked_by(agenda, tally_of(agenda))


def ranked_by(agenda: AreaAgenda, tally: Tally) -> tuple[Standing, ...]:
    """Return the standings of a tally, when enough people chose to say anything."""
    if not may_be_told(tally.total):
        return ()
    order = agenda.priorities.exclude(slot=None).order_by("position", "slot")
    return standings(tally.chosen, list(order.values_list("pk", flat=True)))


def chosen_before(*, reference: str, token: str) -> tuple[int, ...]:
    """Return what the browser with this token chose in an agenda, first choice first."""
    key = token_key(token)
    if key is None:
        return ()
    voice = RankingVoice.objects.filter(
        agenda__reference=reference, token_hash=token_hash(key, reference)
    ).first()
    if voice is None:
        return ()
    return tuple(pk for pk in (voice.first_id, voice.second_id, voice.third_id) if pk is not None)
