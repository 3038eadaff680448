# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lay out a new database at once, where migrations would draw every table again and again."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.migration import Migration
from django.db.migrations.operations import RunPython, RunSQL, SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation

# migrations of others that only change rows, of which a new database has none
ROWS_ONLY = frozenset(
    {
        ("auth", "0011_update_proxy_permissions"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("django_tasks_database", "0008_separate_results_field"),
        ("django_tasks_database", "0011_rename_complete_status"),
        ("django_tasks_database", "0013_separate_exception_fields"),
        ("django_tasks_database", "0016_remove_dbtaskresult_django_task_new_ordering_idx_and_more"),
        ("django_tasks_database", "0018_rename_succeeded_status"),
    }
)
# what our own migrations say in `hints`: whether this must also run in a new database
HINT = "new_database"
_BY_HAND = (RunPython, RunSQL, SeparateDatabaseAndState)


def unclear(migrations: Iterable[Migration]) -> list[str]:
    """Return the migrations that do not say what of their own work a new database needs."""
    return [
        str(migration)
        for migration in migrations
        if (migration.app_label, migration.name) not in ROWS_ONLY
        and any(_wanted(each) is None for each in migration.operations)
    ]


def lay_out(connection: BaseDatabaseWrapper) -> bool:
    """Make every table of an empty database as it stands after the last migration.

    Returns False, and does nothing, when there are tables already or a migration is unclear: then
    the migrations must run one by one.
    """
    if connection.introspection.table_names():
        return False
    executor = MigrationExecutor(connection)
    leaves = executor.loader.graph.leaf_nodes()
    plan = [migration for migration, _ in executor.migration_plan(leaves)]
    if unclear(plan):
        return False
    apps = executor.loader.project_state(leaves).apps
    with connection.schema_editor() as editor:
        for model in apps.get_models():
            if model._meta.can_migrate(connection):
                editor.create_model(model)
        for migration in plan:
            for each in migration.operations:
                if _wanted(each):
                    assert isinstance(each, RunPython)  # noqa: S101  for the type: see _wanted
                    each.code(apps, editor)
        for migration in plan:
            executor.record_migration(migration)
    return True


def _wanted(operation: Operation) -> bool | None:
    """Tell whether an operation must run besides making tables; None when it does not say."""
    if not isinstance(operation, _BY_HAND):
        return False
    if not isinstance(operation, RunPython):
        return None
    said = operation.hints.get(HINT)
    return said if isinstance(said, bool) else None
