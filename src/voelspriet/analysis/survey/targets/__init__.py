# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a target is on course, off course, or cannot be said."""

from voelspriet.analysis.survey.targets.target import (
    BandPoint,
    Course,
    Direction,
    TargetOutlook,
    target_outlook,
)

__all__ = [
    "BandPoint",
    "Course",
    "Direction",
    "TargetOutlook",
    "target_outlook",
]
