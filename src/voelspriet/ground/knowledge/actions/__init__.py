# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing the knowledge base."""

from voelspriet.ground.knowledge.actions.keeping import (
    add_intervention,
    archive_intervention,
    change_intervention,
    check_intervention,
    restore_intervention,
)
from voelspriet.ground.knowledge.actions.shipping import add_shipped_interventions

__all__ = [
    "add_intervention",
    "add_shipped_interventions",
    "archive_intervention",
    "change_intervention",
    "check_intervention",
    "restore_intervention",
]
