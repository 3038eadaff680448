# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking the audit out of the system is itself a deed that leaves a line."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.audit import record
from voelspriet.ground.privacy.choices import Role
from voelspriet.ground.privacy.writing import action


@action
def note_audit_export(*, reads_only: bool, by: Actor, at: datetime) -> None:
    """Write that the privacy officer took the audit out. OutOfScope for anybody else."""
    if not by.has(Role.PRIVACY_OFFICER):
        raise OutOfScope(_("Deze pagina is er niet."))
    record("audit.export", by=by, at=at, subject="audit", reads_only=reads_only)
