# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""REFI-QDA: projects and codebooks of coding programs, read with bounds and written to a standard.

This package knows no database and no settings; of Django it uses only the translation of words.
"""

from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.guids import guid_of
from voelspriet.understand.coding.qda.reading import (
    CodebookRead,
    ProjectRead,
    codes_in,
    read_codebook,
    read_codes,
    read_project,
)
from voelspriet.understand.coding.qda.remarks import Remark, Remarks, Weight
from voelspriet.understand.coding.qda.writing import ORIGIN, write_codebook, write_project

__all__ = [
    "ORIGIN",
    "CodebookRead",
    "FileRefused",
    "ProjectRead",
    "Remark",
    "Remarks",
    "Weight",
    "codes_in",
    "guid_of",
    "read_codebook",
    "read_codes",
    "read_project",
    "write_codebook",
    "write_project",
]
