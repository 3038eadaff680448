# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Photos and recordings. Read through `actions.open_attachment`, which checks and logs."""

from __future__ import annotations

from django.conf import settings

from voelspriet.listen.intake.models import Attachment
from voelspriet.listen.intake.rules.files import attachment_path


def attachment_bytes(*, file_name: str) -> bytes | None:
    """Return what an attachment holds, decrypted; None when it is not there or was destroyed.

    The caller checks scope.
    """
    row = Attachment.objects.filter(file_name=file_name, destroyed_at__isnull=True).first()
    if row is None:
        return None
    path = attachment_path(row.file_name)
    return settings.KEYRING.decrypt(path.read_bytes()) if path.is_file() else None
