# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The path of a signal as steps: what happened, how many days after it came in, in which role."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from voelspriet.act.agenda.choices import AgreementState
from voelspriet.answer.cases.choices import CaseRole, CaseStepKind
from voelspriet.answer.replies.choices import AnswerKind
from voelspriet.answer.replies.models import Answer, Rating
from voelspriet.ground.privacy.models import AuditLine
from voelspriet.lib.working_days import dutch_day
from voelspriet.listen.intake.choices import HandoverState
from voelspriet.listen.intake.models import Signal

MOST_STEPS = 40
TAKEN = "signal.take_in_hand"
ENDS = {
    AgreementState.DONE.value: CaseStepKind.KEPT,
    AgreementState.NOT_DONE.value: CaseStepKind.NOT_KEPT,
}


@dataclass(frozen=True, slots=True)
class PathStep:
    """A step of a path. `party` is a kind of organisation, for steps of a party."""

    day: int
    kind: str
    role: str
    party: str = ""


def path_of(signal: Signal) -> tuple[PathStep, ...]:
    """Return what happened with a signal, day by day; no name, no place, no hour, no word of it."""
    first = dutch_day(signal.received_at)
    order = list(CaseStepKind)
    found = sorted(
        (max(0, (dutch_day(at) - first).days), order.index(kind), at, role, party)
        for at, kind, role, party in (*_own(signal), *_parties(signal), *_answers(signal))
    )
    return tuple(
        PathStep(day, str(order[which]), str(role), party)
        for day, which, _at, role, party in found[:MOST_STEPS]
    )


Found = tuple[datetime, CaseStepKind, CaseRole, str]


def _own(signal: Signal) -> Iterator[Found]:
    yield signal.received_at, CaseStepKind.RECEIVED, CaseRole.REPORTER, ""
    lines = AuditLine.objects.filter(
        subject="signal", subject_reference=signal.reference, action=TAKEN
    )
    for at in lines.order_by("at").values_list("at", flat=True)[:1]:
        yield at, CaseStepKind.TAKEN, CaseRole.ADVISER, ""
    for at in signal.escalations.order_by("at").values_list("at", flat=True):
        yield at, CaseStepKind.ESCALATED, CaseRole.DIRECTOR, ""
    if signal.closed_at is not None:
        yield signal.closed_at, CaseStepKind.CLOSED, CaseRole.SYSTEM, ""


def _parties(signal: Signal) -> Iterator[Found]:
    given = signal.handovers.exclude(state=HandoverState.WITHDRAWN).select_related("organisation")
    for one in given.order_by("at", "id"):
        yield one.at, CaseStepKind.HANDED_OVER, CaseRole.PARTY, one.organisation.kind
        if one.reported_at is not None:
            yield one.reported_at, CaseStepKind.REPORTED, CaseRole.PARTY, one.organisation.kind
    for made in signal.agreements.select_related("organisation").order_by("made_at", "id"):
        yield made.made_at, CaseStepKind.AGREED, CaseRole.PARTY, made.organisation.kind
        if made.ended_at is not None:
            yield made.ended_at, ENDS[made.state], CaseRole.PARTY, made.organisation.kind


def _answers(signal: Signal) -> Iterator[Found]:
    for one in Answer.objects.filter(signal=signal, given_at__isnull=False).order_by("id"):
        if one.given_at is None:
            continue
        if one.kind in {AnswerKind.ACKNOWLEDGEMENT, AnswerKind.NOTICE}:
            yield one.given_at, CaseStepKind.ACKNOWLEDGED, CaseRole.SYSTEM, ""
        else:
            yield one.given_at, CaseStepKind.ANSWERED, CaseRole.ADVISER, ""
    for at in Rating.objects.filter(signal=signal).order_by("at").values_list("at", flat=True):
        yield at, CaseStepKind.HEARD, CaseRole.REPORTER, ""
