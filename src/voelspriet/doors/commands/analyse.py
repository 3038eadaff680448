# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""`voelspriet analyse`: every file of `analysing/` with a `command` is one calculation."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

FOLDER = Path(__file__).parent / "analysing"
NOT_COMMANDS = {"__init__", "drawing", "files", "options", "tables"}


class Calculations(click.Group):
    """Load a calculation only when it is asked for, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of the calculations."""
        names = (file.stem for file in FOLDER.glob("*.py"))
        return sorted(name.replace("_", "-") for name in names if name not in NOT_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one calculation."""
        if cmd_name not in self.list_commands(ctx):
            return None
        name = cmd_name.replace("-", "_")
        module = importlib.import_module(f"voelspriet.doors.commands.analysing.{name}")
        command: click.Command = module.command
        return command


@click.group(cls=Calculations)
def command() -> None:
    """Calculate on CSV or Parquet files, without an installation or a database.

    Example: voelspriet analyse estimates survey.csv --variables grade --by area
    """
