# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A progress bar for long work, and answers a person or a program can read."""

from __future__ import annotations

import dataclasses
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


@contextmanager
def progress_bar(length: int, label: str, *, show: bool = True) -> Iterator[Callable[[int], None]]:
    """Yield a function that moves the bar on by a count.

    The bar stands on standard error, and only on a terminal: output stays readable to programs.
    """
    if not show or not sys.stderr.isatty():
        yield lambda _count: None
        return
    with click.progressbar(length=max(length, 1), label=label, file=sys.stderr) as bar:
        yield bar.update


def answer(value: DataclassInstance | dict[str, Any], lines: list[str], *, as_json: bool) -> None:
    """Print `value` (a dataclass or dict) as one JSON object, or `lines` for a person."""
    if as_json:
        content = value if isinstance(value, dict) else dataclasses.asdict(value)
        click.echo(json.dumps(content, ensure_ascii=False, default=str))
        return
    for line in lines:
        click.echo(line)
