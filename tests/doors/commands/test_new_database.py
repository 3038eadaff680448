# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A new database is laid out at once, and is the same as after every migration one by one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import call_command
from django.db import connection, connections, migrations
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor

from tests.thorough import THOROUGH, WHY
from voelspriet.doors.commands.management.new_database import lay_out, unclear

pytestmark = pytest.mark.django_db
COLUMNS = """
    SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity,
           character_maximum_length
    FROM information_schema.columns WHERE table_schema = current_schema()"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace"""
INDEXES = (
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
)


@contextmanager
def _empty_database(name: str) -> Iterator[BaseDatabaseWrapper]:
    """An empty database, known to Django by this name: a schema of this run's on PostgreSQL."""
    other = connection.copy(name)
    connections[name] = other
    try:
        if other.vendor == "sqlite":
            other.settings_dict["NAME"] = ":memory:"
        else:
            with other.cursor() as cursor:
                cursor.execute(f"CREATE SCHEMA {name}")
                cursor.execute(f"SET search_path TO {name}")
        yield other
    finally:
        if other.vendor == "postgresql":
            with other.cursor() as cursor:
                cursor.execute(f"DROP SCHEMA {name} CASCADE")
        other.close()
        del connections[name]


def _parts(sql: str) -> list[str]:
    """Cut what stands between the outermost brackets at its commas, whatever their order."""
    parts, depth, quote = [""], 0, ""
    for sign in sql[sql.index("(") + 1 : sql.rindex(")")]:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "'\"":
            quote = sign
        depth += (sign == "(") - (sign == ")") if not quote else 0
        if sign == "," and not depth and not quote:
            parts.append("")
        else:
            parts[-1] += sign
    return sorted(part.strip() for part in parts)


def _shape(database: BaseDatabaseWrapper) -> list[tuple]:
    """Return every table, column, constraint and index; the order of columns tells nothing."""
    with database.cursor() as cursor:
        if database.vendor == "sqlite":
            cursor.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
            return sorted(
                (kind, name, *(_parts(sql) if kind == "table" else [sql]))
                for kind, name, sql in cursor.fetchall()
            )
        rows: list[tuple] = []
        for question in (COLUMNS, CONSTRAINTS, INDEXES):
            cursor.execute(question)
            rows += [
                tuple(str(each).replace(f"{database.alias}.", "") for each in row)
                for row in cursor.fetchall()
            ]
        return sorted(rows)


def _applied(database: BaseDatabaseWrapper) -> set[tuple[str, str]]:
    return set(MigrationExecutor(database).loader.applied_migrations)


@pytest.mark.slow
@pytest.mark.skipif(
    connection.vendor == "postgresql" and not THOROUGH, reason=f"every migration, slowly: {WHY}"
)
def test_laid_out_at_once_is_the_same_as_migrated_one_by_one():
    with _empty_database("at_once") as at_once, _empty_database("one_by_one") as one_by_one:
        assert lay_out(at_once)
        executor = MigrationExecutor(one_by_one)
        executor.migrate(executor.loader.graph.leaf_nodes())
        shape = _shape(at_once)
        assert any("received_at" in str(row) for row in shape)
        assert any("search_index" in row for row in shape)
        assert shape == _shape(one_by_one)
        assert _applied(at_once) == _applied(one_by_one)


def test_the_database_of_this_run_has_nothing_left_to_migrate():
    said = io.StringIO()
    call_command("migrate", check_unapplied=True, stdout=said)
    assert said.getvalue() == ""


def test_a_database_with_a_table_is_left_to_the_migrations():
    with _empty_database("in_use") as in_use:
        with in_use.cursor() as cursor:
            cursor.execute("CREATE TABLE something (id integer)")
        assert not lay_out(in_use)
        assert _applied(in_use) == set()


def test_every_migration_says_what_a_new_database_needs():
    """Write `hints={"new_database": ...}`: True when rows or indexes must also be made there."""
    executor = MigrationExecutor(connection)
    assert unclear(executor.loader.graph.nodes[key] for key in executor.loader.graph.nodes) == []


def _nothing(apps, editor) -> None:
    """Do nothing."""


@pytest.mark.parametrize(
    ("operation", "expected"),
    [
        (migrations.RunPython(_nothing), ["intake.9999"]),
        (migrations.RunSQL("SELECT 1"), ["intake.9999"]),
        (migrations.RunPython(_nothing, hints={"new_database": True}), []),
        (migrations.RunPython(_nothing, hints={"new_database": False}), []),
        (migrations.DeleteModel("Signal"), []),
    ],
)
def test_work_by_hand_must_say_whether_a_new_database_needs_it(operation, expected):
    migration = migrations.Migration("9999", "intake")
    migration.operations = [operation]
    assert unclear([migration]) == expected
