# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handlers of background work, by name. doors.jobs registers them; rooms only know names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

Handler = Callable[..., None]
H = TypeVar("H", bound=Handler)
_handlers: dict[str, Handler] = {}
_sweeps: dict[str, Sweep] = {}


@dataclass(frozen=True, slots=True)
class Sweep:
    """Work that the worker does again and again, whether or not anybody enqueued it."""

    name: str
    every: timedelta
    run: Handler


def job(name: str) -> Callable[[H], H]:
    """Register a handler under `name`. Its arguments are keyword-only and JSON."""

    def register(function: H) -> H:
        _handlers[name] = function
        return function

    return register


def sweep(name: str, *, every: timedelta) -> Callable[[H], H]:
    """Register work that runs every `every`, without arguments."""

    def register(function: H) -> H:
        _sweeps[name] = Sweep(name, every, function)
        return function

    return register


def handler(name: str) -> Handler:
    """Return the handler of `name`. Raises KeyError when nobody registered it."""
    return _handlers[name]


def sweeps() -> tuple[Sweep, ...]:
    """Return everything that must run again and again."""
    return tuple(_sweeps.values())
