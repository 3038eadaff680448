# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse audit-release`: safe or not, and what may be published instead."""

from __future__ import annotations

import csv
import gzip
import sqlite3
import sys
from collections import Counter
from datetime import date

import pytest
from click.testing import CliRunner

from voelspriet.doors.commands.analysing.audit_release import command
from voelspriet.doors.commands.main import main
from voelspriet.doors.commands.start import CommandError

HEAD = "release,table,quarter,area,count,shown"
FIRST = [
    "2026-05-01,reports,2026-Q1,,34,yes",
    "2026-05-01,reports,2026-Q1,Centre,21,yes",
    "2026-05-01,reports,2026-Q1,North,10,no",
    "2026-05-01,reports,2026-Q1,Lake,3,no",
]
SECOND = [
    "2026-08-01,reports,2026-Q2,,40,",
    "2026-08-01,reports,2026-Q2,Centre,19,",
    "2026-08-01,reports,2026-Q2,North,17,",
    "2026-08-01,reports,2026-Q2,Lake,4,",
]


def run(*arguments):
    return CliRunner().invoke(command, [str(one) for one in arguments])


def written(file, lines, head=HEAD):
    file.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return file


def rows_of(file):
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.fixture
def first(tmp_path):
    return written(tmp_path / "first.csv", FIRST)


@pytest.fixture
def second(tmp_path):
    return written(tmp_path / "second.csv", SECOND)


def test_safe_is_one_plain_line(first):
    done = run(first)
    assert done.exit_code == 0, done.output
    assert done.output == "No count of 0-4 can be worked out from 2 shown counts in 1 release.\n"


def test_a_breach_is_a_row_without_a_count_and_exit_code_1(first, tmp_path):
    written(first, [line.replace("10,no", "10,yes") for line in FIRST])
    out = tmp_path / "breaches.csv"
    done = run(first, "--out", out)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert done.stderr == "Counts of 0-4 that can be worked out: 1. Do not publish this.\n"
    (row,) = rows_of(out)
    assert row == {
        "release": "2026-05-01", "table": "reports", "quarter": "2026-Q1", "area": "Lake",
        "can_be_zero": "no", "can_be_5_or_more": "no",
        "why": "the total (row 1) and all its other parts are shown",
    }  # fmt: skip


@pytest.mark.parametrize(("north", "code"), [("no", 0), ("yes", 1)])
def test_the_program_itself_ends_with_that_exit_code(north, code, first, monkeypatch, capsys):
    written(first, [line.replace("10,no", f"10,{north}") for line in FIRST])
    monkeypatch.setattr(sys, "argv", ["voelspriet", "analyse", "audit-release", str(first)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == code
    told = capsys.readouterr()
    assert ("Lake" in told.out) is bool(code)
    assert "Error" not in told.err


def test_what_is_suggested_can_be_published_and_kept(first, second, tmp_path):
    out, kept = tmp_path / "public.csv", tmp_path / "kept.csv"
    done = run(first, second, "--suggest", "--out", out, "--register", kept)
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    told = "Hidden: 1 small, 1 to protect them, 0 that were to stay hidden; shown: 2.\n"
    assert done.stderr == told
    public = rows_of(out)
    assert [row["release"] for row in public] == ["2026-08-01"] * 4
    assert {row["area"]: (row["count"], row["shown"], row["mark"]) for row in public} == {
        "": ("40", "yes", ""), "Centre": ("19", "yes", ""),
        "North": ("", "no", "×"), "Lake": ("", "no", "×"),
    }  # fmt: skip
    assert [row["count"] for row in rows_of(kept)] == ["40", "19", "17", "4"]
    again = run(first, kept)
    assert again.output == "No count of 0-4 can be worked out from 4 shown counts in 2 releases.\n"


def test_without_out_the_file_is_printed_and_nothing_else(first, second):
    done = run(first, second, "--suggest")
    assert done.stdout.splitlines()[0] == "release,table,quarter,area,count,shown,mark"
    assert len(done.stdout.splitlines()) == 5


def test_a_half_year_gives_away_what_a_quarter_hid_as_the_manual_says(first, tmp_path):
    half = ["2026-08-01,reports,,,74,yes", "2026-08-01,reports,,North,27,yes"]
    quarter = [
        line.replace(",Lake,4,", ",Lake,5,").replace(",19,", ",18,") + "yes" for line in SECOND
    ]
    second = written(tmp_path / "second.csv", half + quarter)
    told = run(first, second)
    assert told.exit_code == 1
    assert "2026-05-01,reports,2026-Q1,Lake,no,no" in told.stdout
    kept = tmp_path / "kept.csv"
    assert run(first, second, "--suggest", "--register", kept).exit_code == 0
    hidden = [(row["quarter"], row["area"]) for row in rows_of(kept) if row["mark"] == "×"]
    assert len(hidden) == 1
    assert run(first, kept).exit_code == 0


def test_nothing_is_written_when_an_earlier_release_gives_a_count_away(first, second, tmp_path):
    written(first, [line.replace("10,no", "10,yes") for line in FIRST])
    out = tmp_path / "public.csv"
    done = run(first, second, "--suggest", "--out", out)
    assert done.exit_code == 1
    assert "2026-05-01,reports,2026-Q1,Lake,no,no" in done.stdout
    assert not out.exists()


def test_caps_and_groups_come_back_as_they_were(tmp_path):
    lines = ["2026-05-01,due,60,,,", "2026-05-01,answered,58,,,", "2026-05-01,open,2,,,",
             "2026-05-01,open,6,,at-most,"]  # fmt: skip
    lines += ["2026-05-01,yes,30,,,rate", "2026-05-01,no,20,,,rate"]
    file = written(tmp_path / "a.csv", lines, "release,standing,count,shown,kind,group")
    kept = tmp_path / "kept.csv"
    done = run(file, "--suggest", "--register", kept)
    assert done.exit_code == 0, done.output
    assert "2026-05-01,,open,6,yes,,at-most" in done.stdout
    assert [row["group"] for row in rows_of(kept)] == ["", "", "", "", "rate", "rate"]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (("3,no", "3,yes"), "first.csv: column 'count', row 4: is shown and under 5"),
        (("3,no", ",no"), "first.csv: column 'count', row 4: is missing"),
        (("3,no", "3,hidden"), "first.csv: column 'shown', row 4: 'hidden' is not yes or no"),
        (
            ("34,yes", "35,yes"),
            "row 1: this total is 35, not the 34 of its parts (row 2, row 3, row 4)",
        ),
        (("2026-05-01", "May"), "first.csv: column 'release', row 1: 'May' is not a date"),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written(change, why, first, tmp_path):
    written(first, [line.replace(*change) for line in FIRST])
    out = tmp_path / "out.csv"
    done = run(first, "--out", out)
    assert isinstance(done.exception, CommandError)
    assert why in str(done.exception)
    assert not out.exists()


def test_a_mistake_in_the_areas_names_that_file(first, tmp_path):
    areas = written(tmp_path / "areas.csv", ["Lake,North", "North,Lake"], "area,parent")
    done = run(first, "--areas", areas)
    assert str(done.exception).startswith(f"{areas}: column 'parent', row 1: 'Lake' would lie")


def test_a_register_is_made_of_a_suggestion_only(first, tmp_path):
    done = run(first, "--register", tmp_path / "kept.csv")
    assert done.exit_code == 2
    assert "--suggest" in done.output


@pytest.fixture
def thefts(shared, tmp_path):
    """Bicycle thefts of Groningen by neighbourhood, district and town, two quarters of 2016."""
    with sqlite3.connect(shared / "data/areas/groningen_buurten_2017.gpkg") as areas:
        table = areas.execute("SELECT table_name FROM gpkg_contents").fetchone()[0]
        names = "BU_CODE, WK_CODE, GM_CODE"
        found = areas.execute(f"SELECT {names} FROM {table} WHERE GM_CODE = 'GM0014'").fetchall()  # noqa: S608  a name of the file itself
    above = {area: (district, town) for area, district, town in found}
    tree = [f"{area},{district}" for area, (district, _) in above.items()]
    tree += [*sorted({f"{district},{town}" for district, town in above.values()}), "GM0014,"]
    written(tmp_path / "areas.csv", tree, "area,parent")
    places = [*above, *sorted({d for d, _ in above.values()}), "GM0014"]
    counted: Counter[tuple[str, str]] = Counter()
    weekly = shared / "data/incidents/groningen_fietsdiefstal_buurt_week_2012_2017.csv.gz"
    with gzip.open(weekly, "rt", encoding="utf-8") as opened:
        for row in csv.DictReader(opened):
            week = date.fromisoformat(row["week"])
            quarter = f"{week.year}-Q{(week.month + 2) // 3}"
            for area in (row["BU_CODE"], *above.get(row["BU_CODE"], ())):
                counted[quarter, area] += int(row["n"])
    files = []
    for quarter, day in (("2016-Q1", "2016-05-01"), ("2016-Q2", "2016-08-01")):
        lines = [f"{day},{quarter},{area},{counted[quarter, area]}," for area in places]
        files.append(
            written(tmp_path / f"{quarter}.csv", lines, "release,quarter,area,count,shown")
        )
    return files


@pytest.mark.real_data
def test_thefts_by_neighbourhood_are_protected_and_one_too_many_is_named(thefts, tmp_path):
    first, second, areas = *thefts, tmp_path / "areas.csv"
    out, kept, kept_too = (tmp_path / name for name in ("public.csv", "kept.csv", "kept2.csv"))
    options = ("--suggest", "--areas", areas, "--out", out, "--register")
    assert run(first, *options, kept).exit_code == 0
    assert run(kept, second, *options, kept_too).exit_code == 0
    told = run(kept, kept_too, "--areas", areas)
    assert told.exit_code == 0, told.output
    assert told.output.endswith("shown counts in 2 releases.\n")
    hidden = [row for row in rows_of(kept_too) if row["shown"] == "no"]
    assert all(row["count"] == "" for row in rows_of(out) if row["mark"] == "×")
    company = [row for row in hidden if int(row["count"]) >= 5]
    assert company, "some neighbourhoods are hidden for others"
    one = company[0]
    line = ",".join(one[name] for name in ("release", "table", "quarter", "area", "count"))
    text = kept_too.read_text(encoding="utf-8")
    assert f"{line},no,×" in text
    kept_too.write_text(text.replace(f"{line},no,×", f"{line},yes,"), encoding="utf-8")
    broken = run(kept, kept_too, "--areas", areas, "--out", tmp_path / "breaches.csv")
    assert broken.exit_code == 1
    given_away = {row["area"] for row in rows_of(tmp_path / "breaches.csv")}
    assert given_away <= {row["area"] for row in hidden}
    assert given_away
