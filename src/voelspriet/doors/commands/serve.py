# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Serve this installation: the web server and the worker together."""

from __future__ import annotations

import os
import signal
import socket
import sys
from types import FrameType

import click

from voelspriet.doors.commands.serving.hall import guessed_address, hall_environment, told
from voelspriet.doors.commands.serving.supervisor import Child, FellTooOftenError, Supervisor
from voelspriet.doors.commands.setup import check_ready
from voelspriet.doors.commands.start import CommandError

# an answer under way is finished; a mail under way takes at most as long as its mail server may
WEB_PATIENCE_SECONDS = 30
WORKER_PATIENCE_SECONDS = 60
WEB_PROCESSES_ON_POSTGRESQL = 2


def web_command(*, host: str, port: int, processes: int, threads: int) -> list[str]:
    """Return the command of the web server. It writes no access log: that holds IP addresses."""
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface=wsgi",
        f"--host={host}",
        f"--port={port}",
        f"--workers={processes}",
        f"--blocking-threads={threads}",
        "--no-ws",
        "--no-access-log",
        "--log-level=warning",
        "--respawn-failed-workers",
        "--respawn-interval=0.5",
        f"--workers-kill-timeout={WEB_PATIENCE_SECONDS - 5}",
        "voelspriet.config.wsgi:application",
    ]


def check_port(host: str, port: int) -> None:
    """Raise CommandError when something else listens on this address already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            message = f"Cannot listen on {host}:{port}: {error.strerror}."
            raise CommandError(message) from error


def serve(*, host: str, port: int, with_worker: bool = True, one_process: bool = False) -> None:
    """Serve until SIGTERM or Ctrl-C. Raises CommandError when it cannot start or keep running."""
    from django.conf import settings  # noqa: PLC0415  needs Django to be set up

    check_port(host, port)
    on_sqlite = settings.DATABASES["default"]["ENGINE"].endswith("sqlite3")
    web = web_command(
        host=host,
        port=port,
        # on SQLite one process: its threads share the write lock (decision 0060)
        processes=1 if on_sqlite or one_process else WEB_PROCESSES_ON_POSTGRESQL,
        threads=settings.ENVIRONMENT.threads,
    )
    children = [Child("web", web, WEB_PATIENCE_SECONDS)]
    if with_worker:
        work = [sys.executable, "-m", "voelspriet.doors.commands.main", "worker"]
        children.append(Child("worker", work, WORKER_PATIENCE_SECONDS))
    supervisor = Supervisor(children)

    def stop(_number: int, _frame: FrameType | None) -> None:
        supervisor.stop()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    try:
        supervisor.run()
    except FellTooOftenError as error:
        raise CommandError(str(error)) from error


@click.command()
@click.option("--host", envvar="HOST", help="Default: 127.0.0.1; for an evening, guessed.")
@click.option("--port", default=8000, show_default=True, type=int, envvar="PORT")
@click.option("--no-worker", is_flag=True, help="Only the web server; run the worker yourself.")
@click.option("--evening", is_flag=True, help="For phones on the network of a hall, offline too.")
def command(host: str | None, port: int, no_worker: bool, evening: bool) -> None:
    """Serve this installation: web server and worker, watched over and started again.

    SIGTERM or Ctrl-C stops both and finishes what is under way. HOST and PORT are respected.
    With --evening it serves an evening on the hall's own network, over plain http, with the
    address of this computer in the QR code.

    Example: voelspriet serve --host 127.0.0.1 --port 8000
    """
    address = host or (guessed_address() if evening else "127.0.0.1")
    if evening:
        # the settings read the environment once, when Django is set up
        os.environ.update(hall_environment(address, port))
    check_ready()
    if evening:
        click.echo(told(address, port))
    click.echo(f"Serving on http://{address}:{port}/ (process {os.getpid()}). Ctrl-C stops.")
    serve(host=address, port=port, with_worker=not no_worker, one_process=evening)
    click.echo("Stopped.")
