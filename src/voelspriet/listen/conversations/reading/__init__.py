# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the text of a file somebody brings: nothing of it is run, unpacked in full or kept."""

from voelspriet.listen.conversations.reading.files import SUFFIXES, text_of_file
from voelspriet.listen.conversations.reading.pdfs import FileRefused

__all__ = ["SUFFIXES", "FileRefused", "text_of_file"]
