# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the calculations have in common on the command line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from voelspriet.doors.commands.start import CommandError

FILE = click.Path(path_type=Path, dir_okay=False)
OUT = click.option(
    "--out", type=FILE, help="Where to write the table (.csv or .parquet); else it is printed."
)
CHART = click.option("--chart", type=FILE, help="Also draw it: an SVG, and its numbers beside it.")
SEED = click.option(
    "--seed", type=int, default=1, show_default=True, help="Seed of the random numbers."
)


class Names(click.ParamType[tuple[str, ...]]):
    """Names separated by commas, such as `grade,trust`."""

    name = "names"

    def convert(
        self, value: str | tuple[str, ...], param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """Return the names without spaces around them; an empty one is refused."""
        if isinstance(value, tuple):
            return value
        names = tuple(name.strip() for name in value.split(","))
        if not all(names):
            self.fail(f"{value!r} holds an empty name", param, ctx)
        if len(set(names)) < len(names):
            self.fail(f"{value!r} holds a name twice", param, ctx)
        return names


NAMES = Names()


@contextmanager
def clear_errors(file: Path | None = None) -> Iterator[None]:
    """Turn what cannot be calculated into the one line a person sees, with the file's name."""
    # slow import: `--help` must not wait for it
    from voelspriet.analysis.errors import InputError  # noqa: PLC0415

    try:
        yield
    except InputError as error:
        raise CommandError(f"{file}: {error}" if file else str(error)) from error
    except OSError as error:
        message = f"{error.filename}: {error.strerror}"
        raise CommandError(message) from error


def say(line: str) -> None:
    """Tell a person something that is no result: it goes to standard error."""
    click.echo(line, err=True)
