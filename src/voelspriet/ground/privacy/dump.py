# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The whole database as rows any other database can take, and back.

Encrypted columns travel as the tokens they are. What a fresh installation makes itself stays
out: migrations, content types and permissions, and sign-in sessions, which end anyway.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.models import Field, JSONField, Model, TextField
from django.db.models.functions import Cast
from django.db.models.sql import InsertQuery
from django.utils.duration import duration_iso_string

from voelspriet.ground.privacy.fields import EncryptedTextField, StoredToken

LEFT_OUT = frozenset({"auth", "contenttypes"})
CLEARED = "sessions"
SNAPSHOT = "snapshot"
# what a fresh installation holds before anybody worked in it
FRESH = frozenset({"privacy", "queue", "django_tasks_db"})
AT_ONCE = 500


def dumped_models() -> list[type[Model]]:
    """Return every model whose rows belong in a backup, in a fixed order."""
    found = [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.app_label not in LEFT_OUT | {CLEARED}
    ]
    return sorted(found, key=lambda model: model._meta.label)


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    """Return the stored fields of a model, the key first."""
    return [field for field in model._meta.concrete_fields if not field.generated]


@contextmanager
def snapshot() -> Iterator[str]:
    """Yield the name of a second connection that sees the database at one moment.

    Writers go on meanwhile. On SQLite a read transaction under WAL, on PostgreSQL a repeatable
    read.
    """
    wrapper: Any = connection.copy(SNAPSHOT)
    own: dict[str, Any] = {"transaction_mode": "DEFERRED"}
    if wrapper.vendor == "postgresql":
        own = {"isolation_level": 3}  # psycopg's REPEATABLE READ, without importing psycopg here
    wrapper.settings_dict["OPTIONS"] = wrapper.settings_dict["OPTIONS"] | own
    connections[SNAPSHOT] = wrapper
    try:
        with transaction.atomic(using=SNAPSHOT):
            yield SNAPSHOT
    finally:
        wrapper.close()
        del connections[SNAPSHOT]


def stored_rows(model: type[Model], *, using: str) -> Iterator[list[Any]]:
    """Yield every row of a model as JSON values, tokens as they are stored."""
    fields = columns(model)
    raw = {
        f"token_of_{field.attname}": Cast(field.attname, TextField())
        for field in fields
        if isinstance(field, EncryptedTextField)
    }
    names = [
        f"token_of_{f.attname}" if f"token_of_{f.attname}" in raw else f.attname for f in fields
    ]
    rows = model._base_manager.using(using).annotate(**raw).order_by("pk").values_list(*names)
    for row in rows.iterator(chunk_size=AT_ONCE):
        yield [_as_json(field, value) for field, value in zip(fields, row, strict=True)]


def _as_json(field: Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, JSONField):
        return value
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    return str(value) if isinstance(value, Decimal | uuid.UUID) else value


def _from_json(field: Field[Any, Any], value: Any) -> Any:
    if value is None or isinstance(field, JSONField):
        return value
    if isinstance(field, EncryptedTextField):
        return StoredToken(value)
    target: Field[Any, Any] = getattr(field, "target_field", field)
    return target.to_python(value)


def insert_rows(model: type[Model], rows: Sequence[Sequence[Any]]) -> None:
    """Insert rows as they were, without defaults or dates of today."""
    fields = columns(model)
    objects = [
        model(**{f.attname: _from_json(f, value) for f, value in zip(fields, row, strict=True)})
        for row in rows
    ]
    size = max(connection.ops.bulk_batch_size(fields, objects), 1)
    for start in range(0, len(objects), size):
        query = InsertQuery(model)
        query.insert_values(fields, objects[start : start + size], raw=True)
        query.get_compiler(connection=connection).execute_sql()


def is_fresh() -> bool:
    """Tell whether nobody worked in this installation yet."""
    return not any(
        model._base_manager.exists()
        for model in dumped_models()
        if model._meta.app_label not in FRESH
    )


def empty_tables() -> None:
    """Delete every row that a backup would hold, and the sign-in sessions."""
    sessions = [m for m in apps.get_models() if m._meta.app_label == CLEARED]
    with connection.cursor() as cursor:
        for model in (*dumped_models(), *sessions):
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  a quoted table of our own


def reset_sequences() -> None:
    """Make new rows go on after the highest restored id."""
    statements = connection.ops.sequence_reset_sql(no_style(), dumped_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
