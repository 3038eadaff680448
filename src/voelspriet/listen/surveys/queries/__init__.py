# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading questionnaires, within what somebody may see."""

from voelspriet.listen.surveys.queries.questionnaires import (
    QuestionnaireRow,
    VersionRow,
    VersionSheet,
    latest_version,
    questionnaires,
    version_sheet,
    versions,
)

__all__ = [
    "QuestionnaireRow",
    "VersionRow",
    "VersionSheet",
    "latest_version",
    "questionnaires",
    "version_sheet",
    "versions",
]
