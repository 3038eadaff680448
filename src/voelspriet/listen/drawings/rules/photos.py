# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where photos of paper sheets stand on disk."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

FOLDER = "map_photos"
NAME = re.compile(r"[\w-]{16,64}")


def photo_folder() -> Path:
    """Return the folder of all photos; it may not be there yet."""
    return Path(settings.MEDIA_ROOT) / FOLDER


def photo_path(file_name: str) -> Path:
    """Return the path of one photo. Raises ValueError for a name we did not make."""
    if NAME.fullmatch(file_name) is None:
        raise ValueError(file_name)
    return photo_folder() / file_name
