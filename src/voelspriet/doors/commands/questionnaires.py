# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet questionnaires`: take in an XLSForm, or only say what is wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from voelspriet.doors.commands.progress import answer
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError


@click.group()
def command() -> None:
    """Questionnaires: lists of questions in versions that never change.

    Example: voelspriet questionnaires import vragen.xlsx --check
    """


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--municipality", "slug", help="Its slug, when there are several.")
@click.option("--check", is_flag=True, help="Only say what is wrong; store nothing.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(file: Path, *, slug: str | None, check: bool, as_json: bool) -> None:
    """Take in an XLSForm (xlsx or markdown), whole or not at all.

    The same questions again are the same version; a change is the next. What is wrong is told by
    sheet, row, column and reason, all at once.

    Example: voelspriet questionnaires import vragen.xlsx --check
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.doors.commands.areas import clear_errors, municipality_id_of  # noqa: PLC0415
    from voelspriet.ground.privacy.actors import system  # noqa: PLC0415
    from voelspriet.listen.surveys.actions import import_questionnaire  # noqa: PLC0415
    from voelspriet.listen.surveys.reading.xlsform import read_xlsform  # noqa: PLC0415
    from voelspriet.listen.surveys.told import FormRejected  # noqa: PLC0415

    with clear_errors():
        content = file.read_bytes()
        where = municipality_id_of(slug)
        try:
            if check:
                found = read_xlsform(content)
                line = f"{found.form_id}: {len(found.questions)} questions, nothing wrong."
                told: dict[str, Any] = {"form_id": found.form_id, "stored": False}
            else:
                done = import_questionnaire(
                    content=content,
                    by=system("questionnaires import", where),
                    at=timezone.now(),
                )
                new = "stored" if done.is_new else "was there already"
                line = f"{done.reference}: version {done.number} {new}."
                told = {"reference": done.reference, "number": done.number, "stored": done.is_new}
        except FormRejected as rejected:
            raise CommandError(_problems(rejected.problems)) from rejected
    answer(told, [line], as_json=as_json)


def _problems(problems: Any) -> str:
    lines = [
        f"{one.sheet or 'file'}, row {one.row or '-'}, {one.column or '-'}: {one.why}"
        for one in problems
    ]
    return "nothing was taken in:\n" + "\n".join(lines)
