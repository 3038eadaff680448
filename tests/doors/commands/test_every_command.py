# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every command, found by discovery: help with an example, one clear line on an error."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest

from voelspriet.doors.commands.main import voelspriet

PROGRAM = [sys.executable, "-m", "voelspriet.doors.commands.main"]


def _commands() -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(voelspriet)

    def walk(
        group: click.Group, path: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, ...], click.Command]]:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command is not None
            if isinstance(command, click.Group):
                yield from walk(command, (*path, name))
            else:
                yield (*path, name), command

    yield from walk(voelspriet, ())


COMMANDS = list(_commands())


@pytest.mark.parametrize(
    ("path", "command"),
    COMMANDS,
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_help_tells_what_it_does_with_an_example(path, command):
    text = command.help or ""
    assert text.strip(), path
    example = f"voelspriet {' '.join(path)}"
    assert "Example" in text, path
    assert example in text, path


@pytest.mark.parametrize(
    ("path", "command"),
    COMMANDS,
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_option_is_one_clear_line_and_a_failure(path, command):
    with pytest.raises((click.UsageError, click.exceptions.NoArgsIsHelpError)) as caught:
        command.main(["--no-such-option"], standalone_mode=False, prog_name=" ".join(path))
    assert "no-such-option" in caught.value.format_message()


def _run(*arguments: str, home: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "VOELSPRIET_HOME": home}
    environment.pop("VOELSPRIET_DATABASE_URL", None)
    return subprocess.run([*PROGRAM, *arguments], env=environment, capture_output=True, text=True,
                          check=False, timeout=60)  # fmt: skip


@pytest.mark.parametrize("command", ["serve", "worker", "backup"])
def test_without_a_key_file_a_command_says_what_to_do(command, tmp_path):
    more = [str(tmp_path / "backup.vsb")] if command == "backup" else []
    finished = _run(command, *more, home=str(tmp_path / "nothing"))
    assert finished.returncode != 0
    assert len(finished.stderr.strip().splitlines()) == 1, finished.stderr
    assert "setup" in finished.stderr
    assert "Traceback" not in finished.stderr


def test_a_command_that_is_not_there_is_refused(tmp_path):
    finished = _run("fly", home=str(tmp_path))
    assert finished.returncode != 0
    assert "fly" in finished.stderr
