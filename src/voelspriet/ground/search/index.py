# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The full-text index in the two databases' own words; the only place with vendor SQL."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FTS5 = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "tokens, content='search_searchentry', content_rowid='signal_id', detail=none, columnsize=0)"
)
TSVECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
GIN = f"CREATE INDEX search_index ON search_searchentry USING gin ({TSVECTOR})"


def create_index(editor: BaseDatabaseSchemaEditor) -> None:
    """Make the full-text index of the database in use."""
    editor.execute(FTS5 if editor.connection.vendor == "sqlite" else GIN)


def drop_index(editor: BaseDatabaseSchemaEditor) -> None:
    """Take the full-text index away."""
    sqlite = editor.connection.vendor == "sqlite"
    editor.execute("DROP TABLE search_index" if sqlite else "DROP INDEX search_index")


def add_to_index(signal_id: int, tokens: str) -> None:
    """Tell SQLite's index of a new entry; PostgreSQL's keeps itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_index(rowid, tokens) VALUES (%s, %s)", [signal_id, tokens]
            )


def take_from_index(signal_id: int, tokens: str) -> None:
    """Tell SQLite's index that an entry goes; `tokens` are those it was added with."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_index(search_index, rowid, tokens) VALUES ('delete', %s, %s)",
                [signal_id, tokens],
            )


def rebuild() -> None:
    """Build the index anew from the entries."""
    statement = (
        "INSERT INTO search_index(search_index) VALUES ('rebuild')"
        if connection.vendor == "sqlite"
        else "REINDEX INDEX search_index"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)


def matching(asked: Sequence[Sequence[str]], *, area_ids: Sequence[int], limit: int) -> list[int]:
    """Return ids of signals in these areas that hold a token of each group, newest first."""
    marks = ", ".join(["%s"] * len(area_ids))
    if connection.vendor == "sqlite":
        expression = " AND ".join(f"({' OR '.join(tokens)})" for tokens in asked)
        statement = (
            "SELECT e.signal_id FROM search_index i"  # noqa: S608  marks are placeholders
            " JOIN search_searchentry e ON e.signal_id = i.rowid"
            f" WHERE search_index MATCH %s AND e.area_id IN ({marks})"
            " ORDER BY e.signal_id DESC LIMIT %s"
        )
    else:
        expression = " & ".join(f"({' | '.join(tokens)})" for tokens in asked)
        statement = (
            "SELECT signal_id FROM search_searchentry"  # noqa: S608  marks are placeholders
            f" WHERE {TSVECTOR} @@ %s::tsquery AND area_id IN ({marks})"
            " ORDER BY signal_id DESC LIMIT %s"
        )
    with connection.cursor() as cursor:
        cursor.execute(statement, [expression, *area_ids, limit])
        return [int(row[0]) for row in cursor.fetchall()]
