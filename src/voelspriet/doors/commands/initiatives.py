# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet initiatives`: import what a document tells of initiatives and contacts."""

from __future__ import annotations

from pathlib import Path

import click

from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.storing import all_or_nothing


@click.group()
def command() -> None:
    """Initiatives, organisations and moments of contact from a document.

    Example: voelspriet initiatives import huizen.yaml
    """


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--name", help="What the document is called as a source; else its file name.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(file: Path, *, slug: str | None, name: str | None, as_json: bool) -> None:
    """Import a YAML document, whole or not at all; importing it again adds nothing twice.

    What contradicts stays side by side. Lines about people's origin or belief are kept out, and
    so is the story of a sensitive case; the answer says of which entries.

    Example: voelspriet initiatives import huizen.yaml --name "Rapport 2023"
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.act.initiatives.actions.importing import import_document  # noqa: PLC0415
    from voelspriet.act.initiatives.reading.document import read_document  # noqa: PLC0415
    from voelspriet.doors.commands.areas import clear_errors, municipality_id_of  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415  as above

    with clear_errors(), all_or_nothing():
        document = read_document(file)
        where = municipality_id_of(slug)
        done = import_document(
            municipality_id=where,
            document=document,
            name=(name or file.name)[:50],
            by=system("initiatives import", where),
            at=timezone.now(),
        )
    counted = (
        f"{done.initiatives} initiatives, {done.organisations} organisations, "
        f"{done.contact_moments} moments of contact: {done.added} added, {done.changed} changed, "
        f"{done.unchanged} as they were."
    )
    lines = [counted]
    if done.contradicted:
        lines.append(f"Statements contradict: {', '.join(done.contradicted)}.")
    if done.places_unknown:
        lines.append(f"{len(done.places_unknown)} without an area we know.")
    lines += [f"Left out: {what}" for what in done.left_out]
    if document.left_aside:
        lines.append(f"Sections not read: {', '.join(document.left_aside)}.")
    answer(done, lines, as_json=as_json)
