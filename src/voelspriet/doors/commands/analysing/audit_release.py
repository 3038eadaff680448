# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse audit-release`: can a small count be worked out from what is published?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voelspriet.doors.commands.analysing.options import FILE, OUT, clear_errors, say
from voelspriet.doors.commands.progress import progress_bar

if TYPE_CHECKING:
    from voelspriet.analysis.disclosure.release_audit import ReleaseBreach
    from voelspriet.analysis.disclosure.release_rows import ReleaseRow
    from voelspriet.analysis.disclosure.releases import ReleaseSet

HIDDEN = "×"


@click.command()
@click.argument("releases", type=FILE, nargs=-1, required=True, metavar="RELEASE...")
@click.option("--areas", type=FILE, help="Which area lies in which: columns area and parent.")
@click.option("--suggest", "suggesting", is_flag=True,
              help="Decide what the newest release may show, and write it.")  # fmt: skip
@click.option("--register", type=FILE,
              help="With --suggest: also write it with every count, to keep.")  # fmt: skip
@OUT
def command(
    *, releases: tuple[Path, ...], areas: Path | None, suggesting: bool, register: Path | None,
    out: Path | None,
) -> None:  # fmt: skip
    """Tell whether a count of 0-4 can be worked out from everything published, earlier files first.

    RELEASE has one row per count, hidden ones with their true count too. Columns: release (the day
    of publication, 2026-05-01), count, shown (yes or no), and if wanted table, group (shown
    together or not at all) and kind (count, or at-most for a cap). Every other column divides the
    counts (area, subject, quarter); empty is the total.

    Safe: one line, exit code 0. Not safe: exit code 1 and a row for each count that is given away:
    release, table, the dividing columns, can_be_zero, can_be_5_or_more, why. Never a count.

    --suggest writes the newest release to publish: shown decided, no count where hidden, and mark
    (× for all that is hidden). What was shown stays shown, what was hidden stays hidden. Leave
    shown empty where it is to be decided.

    Example: voelspriet analyse audit-release 2026q1.csv 2026q2.csv --areas areas.csv
    """
    if register is not None and not suggesting:
        raise click.UsageError("--register goes with --suggest")
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.disclosure.release_audit import audit_releases  # noqa: PLC0415

    read = _read(releases, areas, is_draft=suggesting)
    if suggesting:
        breaches = _suggest(read, out, register)
    else:
        with clear_errors(), progress_bar(read.guarded, "Auditing") as moved:
            breaches = audit_releases(read, moved=moved)
        if breaches or out is not None:
            _write_breaches(read, breaches, out)
        if not breaches:
            click.echo(_safe(read))
    if breaches:
        say(f"Counts of 0-4 that can be worked out: {len(breaches)}. Do not publish this.")
        click.get_current_context().exit(1)


def _read(releases: Sequence[Path], areas: Path | None, *, is_draft: bool) -> ReleaseSet:
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.disclosure.hierarchy import Hierarchy  # noqa: PLC0415
    from voelspriet.analysis.disclosure.releases import release_set  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.files import read_frame  # noqa: PLC0415

    frames = []
    for file in releases:
        with clear_errors(file):
            frames.append(read_frame(file))
    hierarchy = None
    if areas is not None:
        with clear_errors(areas):
            hierarchy = Hierarchy.of(read_frame(areas))
    with clear_errors():
        names = [str(file) for file in releases]
        return release_set(frames, hierarchy, names=names, is_draft=is_draft)


def _suggest(
    read: ReleaseSet, out: Path | None, register: Path | None
) -> tuple[ReleaseBreach, ...]:
    """Write the newest release as it may be published; when it may not, return why not."""
    # slow imports: `--help` must not wait for them
    from voelspriet.analysis.disclosure.release_audit import suggest  # noqa: PLC0415
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    with clear_errors(), progress_bar(read.guarded, "Protecting") as moved:
        made = suggest(read, moved=moved)
    if made.breaches:
        _write_breaches(read, made.breaches, None)
        return made.breaches
    write_table(_release(read, made.rows), out)
    if register is not None:
        write_table(_release(read, made.rows, with_counts=True), register)
    say(
        f"Hidden: {made.small} small, {made.complementary} to protect them,"
        f" {made.kept_hidden} that were to stay hidden; shown: "
        f"{sum(bool(row.shown) for row in made.rows)}."
    )
    return ()


def _safe(read: ReleaseSet) -> str:
    shown, releases = len(read.shown), len(read.releases)
    counts = "1 shown count" if shown == 1 else f"{shown} shown counts"
    told = "1 release" if releases == 1 else f"{releases} releases"
    return f"No count of 0-4 can be worked out from {counts} in {told}."


def _write_breaches(read: ReleaseSet, breaches: Sequence[ReleaseBreach], out: Path | None) -> None:
    # slow import: `--help` must not wait for it
    from voelspriet.doors.commands.analysing.tables import write_table  # noqa: PLC0415

    columns: dict[str, list[Any]] = _place(read, [one.row for one in breaches])
    columns["can_be_zero"] = [_yes(one.can_be_zero) for one in breaches]
    columns["can_be_5_or_more"] = [_yes(one.can_be_large) for one in breaches]
    columns["why"] = [one.why for one in breaches]
    write_table(columns, out)


def _place(read: ReleaseSet, rows: Sequence[ReleaseRow]) -> dict[str, list[Any]]:
    columns: dict[str, list[Any]] = {
        "release": [row.release.isoformat() for row in rows],
        "table": [row.table for row in rows],
    }
    for at, name in enumerate(read.dimensions):
        columns[name] = [row.values[at] for row in rows]
    return columns


def _release(
    read: ReleaseSet, rows: Sequence[ReleaseRow], *, with_counts: bool = False
) -> dict[str, list[Any]]:
    columns = _place(read, rows)
    columns["count"] = [row.count if row.shown or with_counts else None for row in rows]
    columns["shown"] = [_yes(row.shown) for row in rows]
    columns["mark"] = ["" if row.shown else HIDDEN for row in rows]
    if any(row.is_cap for row in rows):
        columns["kind"] = ["at-most" if row.is_cap else "count" for row in rows]
    if any(row.group for row in rows) and with_counts:
        columns["group"] = [row.group for row in rows]
    return columns


def _yes(is_so: bool | None) -> str:
    return "yes" if is_so else "no"
