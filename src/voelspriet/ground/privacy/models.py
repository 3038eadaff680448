# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Audit lines and the check that the key file belongs to this database."""

from __future__ import annotations

from django.db import models

from voelspriet.ground.privacy.choices import ActorKind


class AuditLine(models.Model):
    """What was done, by whom, to what, when (auditregel). Never holds what a person wrote."""

    at = models.DateTimeField(db_index=True)
    municipality_id = models.BigIntegerField(null=True)
    actor_kind = models.CharField(max_length=16, choices=ActorKind)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=120, blank=True)
    action = models.CharField(max_length=64)
    subject = models.CharField(max_length=32)
    subject_reference = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            models.Index(fields=["subject", "subject_reference", "at"]),
            models.Index(fields=["municipality_id", "-at", "-id"]),
        ]


class KeyCheck(models.Model):
    """A known value, encrypted when the database was made (sleutelproef)."""

    token = models.TextField()
    made_at = models.DateTimeField()
