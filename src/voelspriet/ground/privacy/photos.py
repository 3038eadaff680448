# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which photos are taken, and the sentence when one is not."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.lib.photos import (
    PHOTO_BYTES,
    PhotoError,
    TooLargeError,
    TooManyPixelsError,
    drawn_anew,
)


def clean_photo(data: bytes, *, field: str = "photos") -> bytes:
    """Return `data` drawn anew as a JPEG of at most 2,000 pixels a side, without metadata.

    Refuses, in one sentence each: more than 10 MB, more than 60 million pixels, no image.
    """
    try:
        return drawn_anew(data)
    except TooLargeError as error:
        raise _too_large(field) from error
    except TooManyPixelsError as error:
        reason = _("Deze foto heeft te veel beeldpunten. Kies een andere foto.")
        raise Refused(reason, field=field) from error
    except PhotoError as error:
        reason = _("Dit bestand is geen foto die wij kunnen lezen. Kies een JPG, PNG of WEBP.")
        raise Refused(reason, field=field) from error


def check_photo_size(size: int, *, field: str = "photos") -> None:
    """Refuse an upload of more than 10 MB, of which no more than its size in bytes was kept."""
    if size > PHOTO_BYTES:
        raise _too_large(field)


def _too_large(field: str) -> Refused:
    return Refused(_("Deze foto is te groot. Kies een foto van 10 MB of minder."), field=field)
