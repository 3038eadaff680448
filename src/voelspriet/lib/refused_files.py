# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one way to say that a file of somebody's is not read."""

from __future__ import annotations


class FileRefused(Exception):  # noqa: N818  the word the house uses for it
    """A file that is not read at all, with the reason a person can read."""
