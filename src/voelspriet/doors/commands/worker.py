# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run background work."""

from __future__ import annotations

import secrets
import signal
from types import FrameType

import click

from voelspriet.doors.commands.setup import check_ready


@click.command()
@click.option("--name", default="worker", show_default=True, help="A name of its own per worker.")
def command(name: str) -> None:
    """Run background work and sweeps until stopped (SIGTERM or Ctrl-C finishes what is running).

    `voelspriet serve` starts one by itself; this is for a worker apart.

    Example: voelspriet worker --name night
    """
    check_ready()
    # these need Django to be set up
    from django.utils import timezone  # noqa: PLC0415

    from voelspriet.ground.queue.runner import Runner  # noqa: PLC0415

    runner = Runner(name=name, token=secrets.token_hex(8), now=timezone.now)

    def stop(_number: int, _frame: FrameType | None) -> None:
        runner.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    runner.run()
