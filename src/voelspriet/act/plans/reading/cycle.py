# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the cycle of a plan: programmes, evaluations, what returns, and who is listened to."""

from __future__ import annotations

from datetime import date

from voelspriet.act.plans.choices import DecisionBody, MomentPurpose, PlanLineKind
from voelspriet.act.plans.reading.entries import LineEntry, MomentEntry, ProgrammeEntry
from voelspriet.act.plans.reading.nodes import Node
from voelspriet.act.plans.rules.deadlines import deadline_of

DECIDERS = {body.value: body for body in DecisionBody} | {"raad": DecisionBody.COUNCIL}
ALSO = {
    "tussenevaluatie": MomentPurpose.INTERIM,
    "eindevaluatie": MomentPurpose.FINAL,
}
Cycle = tuple[tuple[ProgrammeEntry, ...], tuple[MomentEntry, ...], str, tuple[LineEntry, ...]]


def read_cycle(node: Node, first_year: int, last_year: int) -> Cycle:
    """Return programmes, what falls due when, the frame's name, and who is listened to."""
    programmes: list[ProgrammeEntry] = []
    moments: list[MomentEntry] = []
    for one in node.children("programmes"):
        programme = _programme(one, first_year, last_year)
        programmes.append(programme)
        moments += _moments(one, programme)
        one.done()
    for one in node.children("supporting"):
        moments += _returning(one, first_year, last_year)
        one.done()
    starts = [one.first_year for one in programmes]
    if len(set(starts)) < len(starts):
        node.wrong("programmes", "two begin in the same year")
    heard = node.texts("listening_sources", 200)
    framework = node.text("framework", 200)
    node.done()
    lines = tuple(LineEntry(PlanLineKind.LISTENING_SOURCE, one) for one in heard)
    return tuple(programmes), tuple(moments), framework, lines


def _programme(node: Node, first_year: int, last_year: int) -> ProgrammeEntry:
    first = node.year("start", needed=True) or first_year
    last = node.year("end", needed=True) or first
    if not first_year <= first <= last <= last_year:
        node.wrong("start", f"{first} to {last} is not within {first_year} to {last_year}")
    return ProgrammeEntry(
        name=node.text("name", 160, needed=True),
        first_year=first,
        last_year=last,
        approved_by=node.code("approved_by", DECIDERS, DecisionBody.COLLEGE),
    )


def _moments(node: Node, programme: ProgrammeEntry) -> list[MomentEntry]:
    """Return that a programme must be there at its start, and how it is looked back on."""
    start = date(programme.first_year, 1, 1)
    found = [
        MomentEntry(
            MomentPurpose.PROGRAMME,
            f"{programme.name}: vaststellen",
            start,
            "",
            programme.first_year,
        )
    ]
    words, year = node.text("evaluation", 80), node.year("evaluation_year")
    due = deadline_of(words or str(year or ""), last_year=programme.last_year)
    if words and due is None:
        node.wrong("evaluation", f"{words!r} is not a day or year such as eind 2020")
    if due is not None and year is not None and due.on.year != year:
        node.wrong("evaluation_year", f"is {year}, and the evaluation says {words!r}")
    also = node.text("also", 160)
    if due is not None:
        what = f"{programme.name}: evaluatie"
        purpose = MomentPurpose.PROGRAMME_EVALUATION
        found.append(MomentEntry(purpose, what, due.on, words, programme.first_year))
        kind = ALSO.get(also.split(" ")[0].lower()) if also else None
        if also:
            name = also[0].upper() + also[1:]
            found.append(MomentEntry(kind or MomentPurpose.INTERIM, name, due.on, words))
    return found


def _returning(node: Node, first_year: int, last_year: int) -> list[MomentEntry]:
    """Return a moment in each year something is due; no day is said, so the last of the year."""
    what = node.text("what", 190, needed=True)
    every = node.whole("every_years", 1, 10) or 1
    if node.values.get("every_years") is None:
        node.wrong("every_years", "is not there")
    return [
        MomentEntry(MomentPurpose.RECURRING, what, date(year, 12, 31), str(year))
        for year in years_of(first_year, last_year, every)
    ]


def years_of(first_year: int, last_year: int, every: int) -> tuple[int, ...]:
    """Return the years in which something is due that returns.

    >>> years_of(2019, 2022, 2)
    (2019, 2021)
    """
    return tuple(range(first_year, last_year + 1, every))
