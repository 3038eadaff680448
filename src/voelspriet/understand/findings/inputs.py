# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The only bridge from tables to the frames that analysis counts.

The one place that reads contact data in bulk, to tell whether reports come from separate people;
nothing of it leaves: what comes out is a mark without meaning, or a number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from voelspriet.analysis.process import Ending, FatigueCase, Waiting
from voelspriet.ground.areas.models import Area, Municipality
from voelspriet.lib.working_days import DUTCH_TIME, dutch_day, working_days_between
from voelspriet.listen.intake.choices import (
    SENSITIVE_CATEGORIES,
    AnswerWish,
    Category,
    Permission,
    PersonFlag,
)
from voelspriet.listen.intake.models import Escalation, ReporterContact, Signal
from voelspriet.understand.findings.choices import Standing
from voelspriet.understand.findings.rules import Period

YEAR = timedelta(days=365)
KEPT_BACK = (Permission.LOCKED, Permission.REFUSED)
FLAGGED = (PersonFlag.RULES, PersonFlag.ADVISER)


@dataclass(frozen=True, slots=True)
class CountedSignal:
    """One signal that may be counted in public. `wait` is None where no answer was asked."""

    id: int
    area_id: int
    category: str
    standing: Standing
    wait: Waiting | None


@dataclass(frozen=True, slots=True)
class ProcessCase:
    """One signal in the process figures, in the area whose duo owns its answer."""

    id: int
    area_id: int
    is_due: bool
    is_answered: bool
    is_withdrawn: bool
    is_reopened: bool
    wait: Waiting


def area_tree(*, municipality_id: int) -> dict[int, frozenset[int]]:
    """Return, per area of the municipality's year, the ids of itself and every area within it."""
    town = Municipality.objects.get(pk=municipality_id)
    rows = Area.objects.filter(municipality_code=town.area_code, year=town.area_year)
    return areas_below(dict(rows.values_list("id", "parent_id")))


def areas_below(parents: dict[int, int | None]) -> dict[int, frozenset[int]]:
    """Return, per area, the ids of itself and every area within it."""
    found: defaultdict[int, set[int]] = defaultdict(set)
    for area in parents:
        step: int | None = area
        while step is not None:
            found[step].add(area)
            step = parents.get(step)
    return {area: frozenset(found[area]) for area in parents}


def root_area(*, municipality_id: int) -> int | None:
    """Return the id of the area that is the whole municipality, in its year."""
    town = Municipality.objects.get(pk=municipality_id)
    rows = Area.objects.filter(code=town.area_code, year=town.area_year)
    return rows.values_list("id", flat=True).first()


def first_signal_day(*, municipality_id: int) -> date | None:
    """Return the Dutch day of the first signal a municipality received."""
    rows = Signal.objects.filter(municipality_id=municipality_id).order_by("received_at")
    first = rows.values_list("received_at", flat=True).first()
    return dutch_day(first) if first else None


def _within(municipality_id: int, start: date, end: date) -> QuerySet[Signal]:
    begin = datetime.combine(start, time(), DUTCH_TIME)
    stop = datetime.combine(end + timedelta(days=1), time(), DUTCH_TIME)
    return Signal.objects.filter(
        municipality_id=municipality_id, received_at__gte=begin, received_at__lt=stop
    )


def counted_signals(
    *, municipality_id: int, period: Period, at: datetime
) -> tuple[CountedSignal, ...]:
    """Return the signals of a period that may be counted in public, as they stood at `at`.

    Left out: locked ones and those whose reporter said no, those that point at a person, and
    those taken back. A signal without a place in the areas of this year counts for the whole
    municipality only.
    """
    root = root_area(municipality_id=municipality_id)
    if root is None:
        return ()
    known = set(area_tree(municipality_id=municipality_id))
    rows = (
        _within(municipality_id, period.start, period.end)
        .exclude(permission__in=KEPT_BACK)
        .exclude(person_flag__in=FLAGGED)
        .exclude(withdrawn_at__lte=at)
        .values_list(
            "id", "area_id", "category", "suggested_category", "answer_wish",
            "received_at", "first_answered_at", "closed_at", "first_answer_due_on",
        )
    )  # fmt: skip
    found = []
    for key, area, chosen, suggested, wish, received, answered, closed, due in rows:
        wait = _wait(received, answered, closed, None, at)
        is_due = wish != AnswerWish.NONE and due < dutch_day(at)
        standing = Standing.NOT_ASKED
        if is_due:
            standing = Standing.ANSWERED if wait.ending is Ending.EVENT else Standing.OPEN
        found.append(
            CountedSignal(
                key,
                area if area in known else root,
                chosen or suggested or Category.OTHER,
                standing,
                wait if is_due else None,
            )
        )
    return tuple(found)


def _wait(
    received: datetime,
    answered: datetime | None,
    closed: datetime | None,
    withdrawn: datetime | None,
    at: datetime,
) -> Waiting:
    """Return how long somebody waited for a first answer, in working days, as known at `at`."""
    day = dutch_day(received)
    if answered is not None and answered <= at:
        return Waiting(working_days_between(day, dutch_day(answered)), Ending.EVENT)
    ended = min((moment for moment in (closed, withdrawn) if moment and moment <= at), default=None)
    if ended is not None:
        return Waiting(working_days_between(day, dutch_day(ended)), Ending.COMPETING)
    return Waiting(working_days_between(day, dutch_day(at)), Ending.OPEN)


def separate_reporters(*, signal_ids: Collection[int]) -> int:
    """Return how many separate people certainly told these signals: a careful lower bound.

    People who left an address count once by it. One receipt is one person, however many
    observations it holds. Reports without an address may all be of one person: those of one day
    in one area count once.
    """
    return len(set(reporter_marks(signal_ids=signal_ids).values()))


def reporter_marks(*, signal_ids: Collection[int]) -> dict[int, Hashable]:
    """Return a mark per signal; equal marks may be the same person."""
    marks: dict[int, Hashable] = {}
    for chunk in _chunks(sorted(signal_ids)):
        rows = Signal.objects.filter(pk__in=chunk)
        told = list(rows.values_list("id", "told_with_id", "area_id", "received_at"))
        leads = {lead or key for key, lead, _, _ in told}
        addresses = linked_reporters(signal_ids=leads | set(chunk))
        for key, lead, area, received in told:
            address = addresses.get(key) or addresses.get(lead or key)
            marks[key] = address or ("day", area, dutch_day(received))
    return marks


def linked_reporters(*, signal_ids: Collection[int]) -> dict[int, Hashable]:
    """Return a mark for each signal whose reporter left an address; the others are absent."""
    marks: dict[int, Hashable] = {}
    for chunk in _chunks(sorted(signal_ids)):
        contacts = ReporterContact.objects.filter(signal_id__in=chunk)
        for key, email, phone in contacts.values_list("signal_id", "email", "phone"):
            digits = "".join(filter(str.isdigit, phone))
            address = email.strip().lower() or digits.removeprefix("0031").removeprefix("31")
            if address:
                marks[key] = hash(("address", address.lstrip("0")))
    return marks


def _chunks(keys: list[int], size: int = 500) -> Iterable[list[int]]:
    return (keys[start : start + size] for start in range(0, len(keys), size))


def sensitive_reporters(
    *, signals: Iterable[CountedSignal], within: dict[int, frozenset[int]]
) -> dict[tuple[int, str], int]:
    """Return how many separate people spoke of a sensitive matter, per area and category."""
    told = [one for one in signals if one.category in SENSITIVE_CATEGORIES]
    marks = reporter_marks(signal_ids=[one.id for one in told])
    people: defaultdict[tuple[int, str], set[Hashable]] = defaultdict(set)
    for one in told:
        for area, below in within.items():
            if one.area_id in below:
                people[area, one.category].add(marks[one.id])
    return {key: len(found) for key, found in people.items()}


def process_cases(*, municipality_id: int, start: date, at: datetime) -> tuple[ProcessCase, ...]:
    """Return the signals of which an answer was asked, received since `start`, as known at `at`.

    Locked and flagged ones are included: they are owed an answer like any other.
    """
    today = dutch_day(at)
    rows = (
        _within(municipality_id, start, today)
        .filter(received_at__lte=at)
        .exclude(answer_wish=AnswerWish.NONE)
        .values_list(
            "id", "responsible_area_id", "first_answer_due_on", "reopened",
            "received_at", "first_answered_at", "closed_at", "withdrawn_at",
        )
    )  # fmt: skip
    return tuple(
        ProcessCase(
            id=key,
            area_id=area,
            is_due=due < today,
            is_answered=answered is not None and answered <= at,
            is_withdrawn=withdrawn is not None and withdrawn <= at,
            is_reopened=reopened > 0,
            wait=_wait(received, answered, closed, withdrawn, at),
        )
        for key, area, due, reopened, received, answered, closed, withdrawn in rows
    )


def fatigue_cases(*, municipality_id: int, at: datetime) -> tuple[FatigueCase, ...]:
    """Return the reports whose promise day lies one to two years back, for `fatigue`."""
    today = dutch_day(at)
    rows = list(
        _within(municipality_id, today - 3 * YEAR, today)
        .filter(received_at__lte=at)
        .order_by("first_answer_due_on", "id")
        .values_list(
            "id", "area_id", "category", "suggested_category", "answer_wish",
            "received_at", "first_answered_at", "first_answer_due_on",
        )
    )  # fmt: skip
    marks = linked_reporters(signal_ids=[row[0] for row in rows])
    days: defaultdict[Hashable, list[date]] = defaultdict(list)
    for row in rows:
        if row[0] in marks:
            days[marks[row[0]]].append(dutch_day(row[5]))
    return tuple(
        FatigueCase(
            reporter=marks.get(key),
            stratum=(area, chosen or suggested),
            was_answered=answered is not None and dutch_day(answered) <= due,
            came_back=key in marks and any(due < day <= due + YEAR for day in days[marks[key]]),
        )
        for key, area, chosen, suggested, wish, _, answered, due in rows
        if wish != AnswerWish.NONE and today - 2 * YEAR <= due < today - YEAR
    )


def open_escalations(*, municipality_id: int) -> Counter[int]:
    """Return how many clocks ran out and are not settled, per responsible area."""
    rows = Escalation.objects.filter(
        signal__municipality_id=municipality_id, settled_at__isnull=True
    )
    return Counter(rows.values_list("signal__responsible_area_id", flat=True))
