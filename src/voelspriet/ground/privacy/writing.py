# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one way to write: `@action` gives a function one transaction and demands one audit line.

On SQLite, writers of one process queue for a lock of their own: measured, that gives twice the
throughput of letting them meet in the database (decision 0004).
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from django.db import connection, transaction

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(slots=True)
class _Writing:
    name: str
    audit_lines: int = 0


_current: ContextVar[_Writing | None] = ContextVar("voelspriet_writing", default=None)
_sqlite_lock = threading.RLock()


class AuditError(Exception):
    """An action ended with no audit line, or with more than one."""


def is_writing() -> bool:
    """Tell whether an action (or a stated bulk write) is under way in this thread."""
    return _current.get() is not None


def count_audit_line() -> None:
    """Tell the running action that its audit line was written. Called by `record` only."""
    writing = _current.get()
    if writing is not None:
        writing.audit_lines += 1


@contextmanager
def write_lock() -> Iterator[None]:
    """Hold the process-wide write lock on SQLite; nothing to hold on PostgreSQL."""
    if connection.vendor != "sqlite":
        yield
        return
    with _sqlite_lock:
        yield


def action(function: Callable[P, R]) -> Callable[P, R]:
    """Make `function` an action: keyword-only, one transaction, exactly one audit line.

    An action called by another action shares its transaction and has its own audit line.
    Raises AuditError (and rolls back) when the function did not write exactly one.
    """

    @functools.wraps(function)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        writing = _Writing(function.__qualname__)
        with write_lock(), transaction.atomic():
            token = _current.set(writing)
            try:
                result = function(*args, **kwargs)
            finally:
                _current.reset(token)
            if writing.audit_lines != 1:
                message = f"{writing.name} wrote {writing.audit_lines} audit lines, not one."
                raise AuditError(message)
        return result

    run.__dict__["is_action"] = True  # read by the architecture tests
    return run


@contextmanager
def housekeeping(name: str) -> Iterator[None]:
    """Write without an audit line: leases, counters of failed codes, sessions, expired drafts.

    Only for rows that say nothing of what a person did; `name` is shown when it goes wrong.
    """
    with write_lock(), transaction.atomic():
        token = _current.set(_Writing(name))
        try:
            yield
        finally:
            _current.reset(token)
