# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `.ci/run` does not repeat on PostgreSQL opens no database, except through a room."""

from __future__ import annotations

import re
from pathlib import Path

from tests.architecture.source import ROOT

# pytest-django refuses the database to every test without one of these
DATABASE = re.compile(r"django_db|\b(db|transactional_db|client|live_server|site)\b\s*[:,)]")

# pages ask the database through the rooms, which are tried on both
THROUGH_ROOMS = {"tests/doors/workspace", "tests/doors/public", "tests/pages", "tests/tools"}


def _folders() -> list[Path]:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    return [ROOT / name for name in re.findall(r"--ignore=(\S+)", script)]


def test_the_script_names_folders_that_exist():
    assert _folders()
    assert [folder for folder in _folders() if not folder.is_dir()] == []


def test_what_is_left_out_on_postgresql_opens_no_database():
    found = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for folder in _folders()
        if folder.relative_to(ROOT).as_posix() not in THROUGH_ROOMS
        for path in sorted(folder.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if path != Path(__file__) and DATABASE.search(line)
    ]
    assert found == []
