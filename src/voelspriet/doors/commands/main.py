# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The `voelspriet` command: every file of this folder with a `command` is a subcommand."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from voelspriet.doors.commands.start import CommandError

NOT_COMMANDS = {"__init__", "main", "start", "progress", "storing"}


class HouseCommands(click.Group):
    """Load a subcommand only when it is asked for, so that `--help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Return the names of the subcommands."""
        names = (file.stem for file in Path(__file__).parent.glob("*.py"))
        return sorted(name for name in names if name not in NOT_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return one subcommand."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"voelspriet.doors.commands.{cmd_name}")
        command: click.Command = module.command
        return command


@click.group(cls=HouseCommands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="voelspriet")
def voelspriet() -> None:
    """Voelspriet: listen, understand, act, answer.

    Example: voelspriet demo --stage busy
    """


def main() -> None:
    """Run the command; an error is one clear line and an exit code other than 0."""
    try:
        # click returns the code of a command that ends itself, such as an audit that fails
        code = voelspriet(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("Interrupted.", err=True)
        sys.exit(130)
    except CommandError as error:
        click.echo(f"Error: {error}", err=True)
        sys.exit(1)
    sys.exit(code if isinstance(code, int) else 0)


if __name__ == "__main__":
    main()
