# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet areas`: import areas and streets, set a municipality up, locate points."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from voelspriet.doors.commands.progress import answer, progress_bar
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError

FILE = click.Path(path_type=Path)
LEVELS = click.Choice(["municipality", "district", "neighbourhood"])
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@contextmanager
def clear_errors() -> Iterator[None]:
    """Turn a refusal into the one line a person sees."""
    # these need Django to be set up
    from voelspriet.ground.privacy.actors import Refused  # noqa: PLC0415

    try:
        yield
    except Refused as refused:
        raise CommandError(refused.reason) from refused
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise CommandError(message) from error


@click.group()
def command() -> None:
    """Areas: municipalities, districts, neighbourhoods and their streets.

    Example: voelspriet areas import wijken_2025.gpkg --year 2025
    """


@command.command("import")
@click.argument("file", type=FILE)
@click.option("--layer", help="Which layer, when the file has several.")
@click.option("--level", type=LEVELS, help="When the codes do not tell it.")
@click.option("--year", type=click.IntRange(1900, 2100), help="When the file does not tell it.")
@click.option("--code-column", help="When the column has a name of its own.")
@click.option("--name-column", help="When the column has a name of its own.")
@click.option("--population-column", help="When the column has a name of its own.")
@click.option("--crs", help="Coordinate system, when the file tells none or a wrong one.")
@AS_JSON
def import_(file: Path, *, as_json: bool, level: str | None, **options: str | int | None) -> None:
    """Import municipalities, districts or neighbourhoods from GeoPackage or GeoJSON.

    The file is stored whole or not at all; importing it again changes nothing.

    Example: voelspriet areas import wijkenbuurten_2025.gpkg --layer buurten
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.areas.actions import import_areas  # noqa: PLC0415
    from voelspriet.ground.areas.choices import AreaLevel  # noqa: PLC0415
    from voelspriet.ground.areas.reading.area_file import (  # noqa: PLC0415
        AreaOptions,
        read_areas,
    )
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415  as above

    with clear_errors():
        chosen = AreaOptions(
            level=AreaLevel(level) if level else None,
            **options,  # type: ignore[arg-type]  # click has checked them
        )
        read = read_areas(file, chosen)
        with progress_bar(len(read.areas), "Areas", show=not as_json) as progress:
            done = import_areas(
                file=read, by=system("areas import"), at=timezone.now(), progress=progress
            )
    counts = f"{done.added} added, {done.changed} changed, {done.unchanged} as they were."
    lines = [f"{done.level}, {done.year}: {counts}"]
    if done.water_left_out:
        lines.append(f"{done.water_left_out} areas of water left out.")
    if done.without_parent:
        lines.append(f"{done.without_parent} have no area above them yet: import that level too.")
    if done.relinked:
        lines.append(f"{done.relinked} areas below them now belong to them.")
    lines += [f"Mended {what}" for what in done.repaired]
    answer(done, lines, as_json=as_json)


@command.command("set-up")
@click.option("--code", required=True, help="Code of the municipality, such as GM0406.")
@click.option("--year", required=True, type=int, help="The year of its areas.")
@click.option("--name", required=True)
@click.option("--slug", required=True, help="Its part of addresses, such as huizen.")
@click.option("--host", default="", help="Its host name, when there are several municipalities.")
@click.option("--phone", default="", help="The number residents can call.")
@click.option("--sender", default="", help="The sender of its mail.")
@AS_JSON
def set_up(*, code: str, year: int, as_json: bool, **told: str) -> None:
    """Set up a municipality whose areas were imported.

    Example: voelspriet areas set-up --code GM0406 --year 2022 --name Huizen --slug huizen
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.areas.actions import set_up_municipality  # noqa: PLC0415
    from voelspriet.ground.areas.queries import neighbourhoods  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415

    with clear_errors():
        row = set_up_municipality(
            area_code=code,
            area_year=year,
            by=system("areas set-up"),
            at=timezone.now(),
            **told,  # type: ignore[arg-type]  # texts, see the options
        )
    count = len(neighbourhoods(municipality_id=row.id))
    answer(row, [f"{row.name} is set up with {count} neighbourhoods."], as_json=as_json)


@command.command("locate")
@click.argument("points", type=FILE)
@click.option("--lon", required=True, help="Column with longitude (or x).")
@click.option("--lat", required=True, help="Column with latitude (or y).")
@click.option("--crs", default="4326", show_default=True, help="Coordinate system; 28992 is RD.")
@click.option("--year", required=True, type=int, help="The year of the areas.")
@click.option("--out", required=True, type=FILE, help="Where to write the result.")
@AS_JSON
def locate(
    points: Path, *, lon: str, lat: str, crs: str, year: int, out: Path, as_json: bool
) -> None:
    """Give each point of a CSV its areas, exactly; every column and row is kept.

    On a shared border the area with the lowest code has the point. Rows without a usable
    coordinate keep empty areas and are counted.

    Example: voelspriet areas locate incidents.csv --lon lon --lat lat --year 2025 --out out.csv
    """
    check_ready()
    # these need Django to be set up
    from voelspriet.ground.areas.reading.point_file import locate_csv  # noqa: PLC0415

    with clear_errors():
        size = points.stat().st_size
        with progress_bar(size, "Points", show=not as_json) as progress:
            done = locate_csv(points, out, lon=lon, lat=lat, year=year, crs=crs, progress=progress)
    lines = [f"{done.rows} rows, {done.located} located."]
    lines += [f"{count} without areas: {why}" for why, count in sorted(done.left_empty.items())]
    answer(done, lines, as_json=as_json)


@command.group()
def streets() -> None:
    """Streets and places people can choose by name.

    Example: voelspriet areas streets import straten.gpkg
    """


@streets.command("import")
@click.argument("file", type=FILE)
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--layer", help="Which layer, when the file has several.")
@click.option("--name-column", help="When the column has a name of its own.")
@click.option("--crs", help="Coordinate system, when the file tells none or a wrong one.")
@AS_JSON
def import_streets_(file: Path, *, slug: str | None, as_json: bool, **options: str | None) -> None:
    """Import streets (lines) and places (points) from GeoPackage, GeoJSON or CSV.

    Example: voelspriet areas streets import straten.csv --name-column straatnaam
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.areas.actions import import_streets  # noqa: PLC0415
    from voelspriet.ground.areas.reading.street_file import read_streets  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415

    with clear_errors():
        read = read_streets(file, **options)
        with progress_bar(len(read.streets), "Streets", show=not as_json) as progress:
            done = import_streets(
                municipality_id=municipality_id_of(slug),
                file=read,
                by=system("areas streets import"),
                at=timezone.now(),
                progress=progress,
            )
    lines = [f"{done.added} added, {done.changed} changed, {done.unchanged} as they were."]
    if done.outside:
        lines.append(f"{done.outside} outside the municipality left out.")
    if done.unnamed:
        lines.append(f"{done.unnamed} without a name left out.")
    answer(done, lines, as_json=as_json)


@command.group()
def margins() -> None:
    """The population by age or length of stay, to hold beside who came or answered.

    Example: voelspriet areas margins import leeftijden.csv
    """


@margins.command("import")
@click.argument("file", type=FILE)
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--source", default="", help="Who counted, and when; the file's name otherwise.")
@AS_JSON
def import_margins_(file: Path, *, slug: str | None, source: str, as_json: bool) -> None:
    """Import a CSV with the columns code, aspect, category and people.

    Example: voelspriet areas margins import leeftijden.csv --source "CBS 85984NED, 1 Jan. 2024"
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.areas.actions import import_margins  # noqa: PLC0415
    from voelspriet.ground.areas.reading.margin_file import read_margins  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415

    with clear_errors():
        done = import_margins(
            municipality_id=municipality_id_of(slug),
            file=read_margins(file, source=source),
            by=system("areas margins import"),
            at=timezone.now(),
        )
    counted = f"{done.added} groups added, {done.changed} changed, {done.unchanged} as they were."
    answer(done, [f"{done.areas} areas: {counted}"], as_json=as_json)


def municipality_id_of(slug: str | None) -> int:
    """Return the municipality with this slug, or the only one. Raises CommandError otherwise."""
    # these need Django to be set up
    from voelspriet.ground.areas.queries import municipalities  # noqa: PLC0415

    rows = [row for row in municipalities() if slug in {None, row.slug}]
    if len(rows) != 1:
        known = ", ".join(row.slug for row in municipalities()) or "none"
        message = f"Choose one municipality with --municipality; set up are: {known}"
        raise CommandError(message)
    return rows[0].id
