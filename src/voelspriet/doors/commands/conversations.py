# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet conversations`: take over a project of another coding program in a study."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError
from voelspriet.doors.commands.storing import all_or_nothing

KINDS = ("interview", "group_talk", "street_talk", "observation", "meeting_note")
SIDES = ("resident", "professional", "both")


@click.group()
def command() -> None:
    """Conversations of studies, from other programs.

    Example: voelspriet conversations import-project onderzoek.qdpx --help
    """


@command.command("import-project")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--study", required=True, help="Reference of a running study.")
@click.option("--read-by", required=True, help="E-mail address of the researcher who read it.")
@click.option("--area", required=True, help="Name of an area of the study.")
@click.option("--held-on", required=True, type=click.DateTime(["%Y-%m-%d"]), help="Day of it.")
@click.option("--kind", type=click.Choice(KINDS), default="interview", show_default=True)
@click.option("--side", type=click.Choice(SIDES), help="Who spoke; leave out when it differs.")
@click.option("--codebook", required=True, help="What the codes are called here.")
@click.option("--keep", multiple=True, help="A word that is no name; may be given more often.")
@click.option("--enter", is_flag=True, help="Store it; without this it is only told.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_project(file: Path, *, held_on: datetime, **told: Any) -> None:
    """Take over a .qdpx in a study, whole or not at all; without --enter it is only told.

    What looks like a name, number or address is replaced. Read the texts in the file and what is
    told here first: --enter says that --read-by did, and that nobody is recognised in them.

    Example: voelspriet conversations import-project onderzoek.qdpx --study K-7Q2M-XW4T
    --read-by selma@gemeente.example --area Buurthaven --held-on 2026-09-01 --codebook "Uit NVivo"
    """
    check_ready()
    # these need Django to be set up
    from voelspriet.doors.commands.areas import clear_errors  # noqa: PLC0415
    from voelspriet.understand.coding.qda import FileRefused  # noqa: PLC0415

    with clear_errors(), all_or_nothing():
        try:
            value, lines = _done(file.read_bytes(), held_on.date(), told)
        except FileRefused as refused:
            raise CommandError(str(refused)) from refused
    answer(value, lines, as_json=told["as_json"])


def _done(
    content: bytes, held_on: date, told: dict[str, Any]
) -> tuple[dict[str, Any], list[str]]:  # fmt: skip
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.listen.conversations.choices import Perspective, SourceKind  # noqa: PLC0415
    from voelspriet.understand.coding.actions.taking_over import (  # noqa: PLC0415
        Given,
        planned,
        take_over_project,
    )
    from voelspriet.understand.coding.qda import read_project  # noqa: PLC0415  as above

    at = timezone.now()
    by = _researcher(told["read_by"], at)
    plan = planned(read=read_project(content), by=by, keep=told["keep"])
    given = Given(
        SourceKind(told["kind"]),
        _area_of(told["study"], told["area"], by),
        held_on,
        told["codebook"],
        Perspective(told["side"]) if told["side"] else None,
    )
    value = {
        "origin": plan.origin,
        "codes": len(plan.codes),
        "texts": len(plan.texts),
        "fragments": plan.fragments,
        "replaced": sum(len(one.proposals) for one in plan.texts),
        "remarks": [[str(one.weight), one.count, one.sentence] for one in plan.remarks],
        "stored": told["enter"],
    }
    if told["enter"]:
        done = take_over_project(study=told["study"], plan=plan, given=given, by=by, at=at)
        value["codebook"] = done.codebook
    return value, _lines(plan, value)


def _researcher(email: str, at: datetime) -> Any:
    # these need Django to be set up
    from voelspriet.ground.people.queries.actors import actor_by_email  # noqa: PLC0415
    from voelspriet.lib.working_days import dutch_day  # noqa: PLC0415

    by = actor_by_email(email=email, on=dutch_day(at))
    if by is None:
        message = f"no account with a role has the address {email}"
        raise CommandError(message)
    return by


def _area_of(study: str, name: str, by: Any) -> int:
    # these need Django to be set up
    from voelspriet.ground.areas.queries import areas  # noqa: PLC0415
    from voelspriet.listen.conversations.queries.studies import study_detail  # noqa: PLC0415

    own = study_detail(reference=study, by=by).area_ids
    found = {row.name: row.id for row in areas(municipality_id=by.municipality_id) if row.id in own}
    if name not in found:
        message = f"the study has no area {name!r}; it has {', '.join(found)}"
        raise CommandError(message)
    return found[name]


def _lines(plan: Any, value: dict[str, Any]) -> list[str]:
    """Return what a person reads: what was replaced in each text, then what did not come in."""
    counted = (
        f"{value['codes']} codes, {value['texts']} texts, {value['fragments']} fragments from "
        f"{plan.origin or 'another program'}; {value['replaced']} places replaced."
    )
    lines = [counted]
    for text in plan.texts:
        words = ", ".join(f"{one.text} → {one.pseudonym}" for one in text.proposals)
        lines.append(
            f"  {text.name}: {len(text.pieces)} fragments" + (f"; {words}" if words else "")
        )
    for one in plan.remarks:
        where = f" [{', '.join(one.places)}]" if one.places else ""
        lines.append(f"{one.weight} {one.count}×: {one.sentence}{where}")
    lines.append("Stored." if value["stored"] else "Nothing was stored: give --enter to do so.")
    return lines
