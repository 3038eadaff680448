# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the text of a file somebody brings: nothing of it is run, unpacked in full or kept."""

from voelspriet.lib.refused_files import FileRefused
from voelspriet.listen.conversations.reading.files import SUFFIXES, text_of_file

__all__ = ["SUFFIXES", "FileRefused", "text_of_file"]
