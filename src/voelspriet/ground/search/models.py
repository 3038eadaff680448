# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be found by its words."""

from __future__ import annotations

from django.db import models


class SearchEntry(models.Model):
    """The keyed tokens of one signal's text (zoekregel); the row's id is the signal's.

    The full-text index of the database (FTS5 or tsvector, see the migration) is built on it.
    """

    signal_id = models.BigIntegerField(primary_key=True)
    area_id = models.BigIntegerField(db_index=True)
    tokens = models.TextField()
