# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file with works: read whole or not at all, with row, column and reason; taken in twice."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.factories.areas import make_street
from tests.factories.people import actor_of, make_organisation, make_user
from voelspriet.act.agenda.actions.works import import_works
from voelspriet.act.agenda.choices.works import WorkKind, WorkState
from voelspriet.act.agenda.models import PlannedWork
from voelspriet.act.agenda.queries.works_import import works_changes
from voelspriet.act.agenda.told import WorksRejected
from voelspriet.act.agenda.works_file import read_works
from voelspriet.ground.privacy.actors import OutOfScope, system
from voelspriet.ground.privacy.choices import Role

ON = date(2026, 9, 9)
AT = datetime(2026, 9, 9, 9, tzinfo=UTC)
HEAD = "sleutel;wat;soort;gebied;straten;van;tot;door;stand;openbaar;bijgewerkt"
ROW = "K-1;Nieuwe tegels;Straat en stoep;{area};{street};22-09-2026;2026-09-25;{by};;ja;2026-09-01"
CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Planning//NL
X-WR-CALNAME:Waterbedrijf
BEGIN:VEVENT
UID:water-7@planning
DTSTAMP:20260901T080000Z
DTSTART;VALUE=DATE:20260922
DTEND;VALUE=DATE:20260926
SUMMARY:Nieuwe waterleiding
CATEGORIES:Riool
LOCATION:Korte Steeg, {area}
CLASS:PUBLIC
END:VEVENT
BEGIN:VEVENT
UID:water-8@planning
DTSTAMP:20260901T080000Z
DTSTART:20261024T220000Z
DTEND:20261024T230000Z
SUMMARY:Nachtwerk
ORGANIZER;CN=Team Licht:mailto:licht@voorbeeld.nl
LOCATION:{area}
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR
"""


def written(*rows, head=HEAD):
    return "\n".join([head, *rows]).encode()


def problems(content, name="werk.csv"):
    with pytest.raises(WorksRejected) as rejected:
        read_works(content, name=name)
    return [(one.row, one.column) for one in rejected.value.problems]


def test_a_row_of_a_csv_with_every_column():
    (one,) = read_works(written(ROW.format(area="Zonnehof", street="Korte Steeg, Laan", by="Team")),
                        name="werk.csv")  # fmt: skip
    assert (one.key, one.what, one.kind) == ("K-1", "Nieuwe tegels", WorkKind.PAVING)
    assert (one.starts_on, one.ends_on) == (date(2026, 9, 22), date(2026, 9, 25))
    assert one.streets == ("Korte Steeg", "Laan")
    assert (one.is_public, one.source_on, one.state, one.row) == (True, date(2026, 9, 1), None, 2)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_csv_of_any_spreadsheet(mark, encoding):
    rows = ["Sleutel;Wat;Gebied;Van;Tot;Door", "1;Café ruimen;Zonnehof;1-9-2026;2-9-2026;Team"]
    content = "\r\n".join(rows).replace(";", mark).encode(encoding)
    assert read_works(content, name="x.csv")[0].what == "Café ruimen"


def test_every_mistake_is_named_by_row_and_column():
    content = written(
        ";;;;;;;;;;",
        "1;;;Zonnehof;;22-09-2026;21-09-2026;Team;;;",
        "2;Werk;raket;Zonnehof;;ooit;2026-09-22;Team;misschien;soms;gisteren",
        "3;Werk;;;;;;" + "x" * 121 + ";;;",
    )
    assert problems(content) == [
        (3, "wat"), (3, "tot"),
        (4, "soort"), (4, "stand"), (4, "openbaar"), (4, "van"), (4, "bijgewerkt"),
        (5, "gebied"), (5, "van"), (5, "tot"), (5, "door"),
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_at_all():
    row = "1;Werk;;Zonnehof;;2026-09-22;2026-09-22;Team;;;"
    assert problems(written(row, row)) == [(3, "sleutel")]
    assert problems(written(head="wat;gebied")) == [
        (1, "sleutel"), (1, "van"), (1, "tot"), (1, "door"),
    ]  # fmt: skip
    assert problems(written()) == [(0, "")]
    assert problems(b"") == [(1, name) for name in ("sleutel", "wat", "gebied", "van", "tot",
                                                    "door")]  # fmt: skip
    assert problems(b"x" * 500_001) == [(0, "")]
    assert problems(b"BEGIN:VCALENDAR\nonzin", name="x.ics") == [(0, "")]
    many = [f"{n};Werk;;Zonnehof;;2026-09-22;2026-09-22;Team;;;" for n in range(2_001)]
    assert problems(written(*many)) == [(0, "")]


def test_a_calendar_tells_days_as_people_mean_them():
    water, night = read_works(CALENDAR.format(area="Zonnehof").encode(), name="planning.ics")
    assert (water.starts_on, water.ends_on) == (date(2026, 9, 22), date(2026, 9, 25))
    assert (water.kind, water.carrier, water.is_public) == (WorkKind.PIPES, "Waterbedrijf", True)
    assert (water.area, water.streets) == ("Zonnehof", ("Korte Steeg",))
    # 22:00 in UTC is the next day here, on the night that clocks go back
    assert (night.starts_on, night.ends_on) == (date(2026, 10, 25), date(2026, 10, 25))
    assert (night.carrier, night.state) == ("Team Licht", WorkState.CANCELLED)
    assert not night.is_public


def test_mistakes_in_a_calendar_are_named_by_event_and_property():
    content = CALENDAR.format(area="Zonnehof")
    for was, becomes in (("SUMMARY:Nachtwerk\n", ""), ("DTSTART;VALUE=DATE:20260922\n", ""),
                         ("STATUS:CANCELLED", "RRULE:FREQ=DAILY")):  # fmt: skip
        content = content.replace(was, becomes)
    assert problems(content.encode(), name="x.ics") == [
        (1, "DTSTART"), (2, "SUMMARY"), (2, "RRULE"),
    ]  # fmt: skip


@pytest.fixture
def by(town):
    return system("works import", town.municipality.pk)


@pytest.fixture
def street(area):
    return make_street(area, name="Korte Steeg")


def take_in(content, by, name="werk.csv", source="Planning"):
    return import_works(told=read_works(content, name=name), source=source, by=by, at=AT)


@pytest.mark.django_db
def test_a_file_is_taken_in_and_the_next_one_updates_it(town, area, street, by):
    team = make_organisation(town.municipality, name="Team Straat")
    row = ROW.format(area=area.code, street="Korte Steeg", by="Team Straat")
    done = take_in(written(row), by)
    assert (done.added, done.changed, done.unchanged) == (1, 0, 0)
    work = PlannedWork.objects.get()
    assert (work.organisation, work.area, list(work.streets.all())) == (team, area, [street])
    assert (work.state, work.source_key, work.is_public) == (WorkState.PLANNED, "K-1", True)

    assert take_in(written(row), by).unchanged == 1
    later = row.replace("22-09-2026", "24-09-2026").replace("Nieuwe tegels", "Andere tegels")
    told = read_works(written(later), name="x.csv")
    (change,) = works_changes(told=told, source="Planning", on=ON, by=by)
    assert [(one.label, one.was, one.becomes) for one in change.fields] == [
        ("Wat", "Nieuwe tegels", "Andere tegels"),
        ("Van", "22-09-2026", "24-09-2026"),
        ("Stand", "Gepland", "Verzet"),
    ]
    work.refresh_from_db()
    assert work.what == "Nieuwe tegels", "looking changes nothing"
    assert take_in(written(later), by).changed == 1
    work.refresh_from_db()
    assert (work.what, work.state) == ("Andere tegels", WorkState.MOVED)
    assert work.first_starts_on == date(2026, 9, 22)
    assert take_in(written(later), by, source="Een andere").added == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("street")
def test_nothing_is_taken_in_when_one_row_does_not_fit(area, by):
    good = ROW.format(area=area.name, street="Korte Steeg", by="Team")
    nowhere = good.replace("K-1", "K-2").replace(area.name, "Atlantis")
    no_street = good.replace("K-1", "K-3").replace("Korte Steeg", "Lange Laan")
    with pytest.raises(WorksRejected) as rejected:
        take_in(written(good, nowhere, no_street), by)
    assert [(one.row, one.column) for one in rejected.value.problems] == [
        (3, "gebied"), (4, "straten"),
    ]  # fmt: skip
    assert not PlannedWork.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("street")
def test_a_calendar_is_taken_in(area, by):
    content = CALENDAR.format(area=area.name).encode()
    assert take_in(content, by, name="planning.ics").added == 2
    assert take_in(content, by, name="planning.ics").unchanged == 2


@pytest.mark.django_db
@pytest.mark.usefixtures("street")
def test_only_who_writes_plans_takes_a_file_in(town, area, adviser):
    content = written(ROW.format(area=area.name, street="Korte Steeg", by="Team"))
    for role in Role:
        who = actor_of(make_user(town.municipality, role))
        if role in {Role.DIRECTOR, Role.POLICY_ADVISER}:
            assert take_in(content, who)
        else:
            with pytest.raises(OutOfScope):
                take_in(content, who)
    with pytest.raises(OutOfScope):
        take_in(content, adviser)
