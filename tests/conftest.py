# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every test stands on: a home of its own, a database, and a guard against stray writes."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings

# a time limit per example would fail on a busy machine without anything being wrong
hypothesis_settings.register_profile("house", deadline=None)
hypothesis_settings.load_profile("house")

HOME = Path(tempfile.mkdtemp(prefix="voelspriet-test-"))
os.environ["VOELSPRIET_HOME"] = str(HOME)
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voelspriet.config.settings")
# Playwright keeps an event loop in the process that drives a browser; tests of rows that come after
# it in the same process are no asynchronous code, though Django takes them for it
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from voelspriet.ground.privacy.keys import ensure_keyring  # noqa: E402  after the home is set

ensure_keyring(HOME)

import django  # noqa: E402  settings read the key file made above

django.setup()

SHARED = Path(os.environ.get("VOELSPRIET_SHARED", Path(__file__).resolve().parents[2] / "shared"))
WRITES = re.compile(r"^\s*(INSERT INTO|UPDATE|DELETE FROM)\s+\"?([a-z_]+)", re.IGNORECASE)
# rows that no person's deed makes: sessions, the queue's wake-ups, Django's own bookkeeping
FREE_TABLES = ("django_", "auth_", "sqlite_")

_arranging: ContextVar[bool] = ContextVar("arranging", default=False)


# the longest files, which no other may come before: what begins late is waited for alone
LONGEST = ("e2e/test_accessible.py", "pages/test_queries.py", "pages/test_forms_are_inert.py")


@contextmanager
def arranging() -> Iterator[None]:
    """Let a test or factory write rows directly, to set a scene."""
    token = _arranging.set(True)
    try:
        yield
    finally:
        _arranging.reset(token)


class StrayWriteError(AssertionError):
    """A row was written outside an action."""


def _guard(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    from voelspriet.ground.privacy.writing import is_writing  # noqa: PLC0415  needs settings

    found = WRITES.match(sql)
    if (
        found
        and not found.group(2).startswith(FREE_TABLES)
        and not is_writing()
        and not _arranging.get()
    ):
        message = f"Written outside an action: {sql[:120]}"
        raise StrayWriteError(message)
    return execute(sql, params, many, context)


@pytest.fixture(autouse=True)
def _no_stray_writes(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail any write to the house's tables outside an action."""
    if "db" not in request.fixturenames and "transactional_db" not in request.fixturenames:
        yield
        return
    from django.db import connection  # noqa: PLC0415  needs settings

    with connection.execute_wrapper(_guard):
        yield


@pytest.fixture(autouse=True)
def _dutch_again() -> Iterator[None]:
    """Leave no reader's language behind: a page in Arabic makes the next test no Arabic one."""
    yield
    from django.conf import settings  # noqa: PLC0415  needs settings
    from django.utils import translation  # noqa: PLC0415  needs settings

    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(scope="session", autouse=True)
def _no_connection_left(
    django_db_setup: None,  # noqa: ARG001  so that this ends before the database does
    django_db_blocker: Any,
) -> Iterator[None]:
    """Close what threads and killed processes left open: PostgreSQL drops no database in use."""
    yield
    from django.db import connection  # noqa: PLC0415  needs settings

    with django_db_blocker.unblock():
        if connection.vendor == "postgresql" and connection.settings_dict["NAME"].startswith(
            "test_"
        ):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with real input, or skip with a clear reason."""
    if not SHARED.is_dir():
        pytest.skip(f"real input is not here: {SHARED} (set VOELSPRIET_SHARED)")
    return SHARED


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the longest files and those with a browser, so that processes end together.

    None of them flushes the database: what comes after them finds it as it was laid out.
    """
    places = {name: place for place, name in enumerate(LONGEST)}

    def place(item: pytest.Item) -> int:
        others = len(LONGEST) if item.get_closest_marker("browser") else len(LONGEST) + 1
        return places.get(f"{item.path.parent.name}/{item.path.name}", others)

    items.sort(key=place)
