# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every command does first: find the key file and set Django up."""

from __future__ import annotations

import os


class CommandError(Exception):
    """A command cannot go on; the message is what the person sees."""


def set_up_django(*, make_keys: bool = False) -> None:
    """Set Django up; with `make_keys`, make the key file when there is none yet.

    Raises CommandError when the key file is missing, damaged or of another installation.
    """
    # slow imports: `--help` must not wait for them
    import django  # noqa: PLC0415
    from django.core.exceptions import ImproperlyConfigured  # noqa: PLC0415

    from voelspriet.config.environment import read_environment  # noqa: PLC0415
    from voelspriet.ground.privacy.keys import KeyFileError, ensure_keyring  # noqa: PLC0415

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voelspriet.config.settings")
    try:
        if make_keys:
            ensure_keyring(read_environment().home)
        django.setup()
    except (KeyFileError, ImproperlyConfigured) as error:
        raise CommandError(str(error)) from error
