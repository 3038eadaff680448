# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Organisations, faces, key figures who agreed, covered streets and welcome moments."""

from voelspriet.ground.network.models.coverage import StreetCover
from voelspriet.ground.network.models.key_figures import (
    FailedKeyCode,
    KeyFigure,
    KeyFigureEnd,
    KeyFigureSubject,
)
from voelspriet.ground.network.models.organisations import (
    Face,
    FaceSubject,
    Membership,
    Organisation,
    OrganisationSubject,
    OrganisationText,
)
from voelspriet.ground.network.models.welcome import Welcome

__all__ = [
    "Face",
    "FaceSubject",
    "FailedKeyCode",
    "KeyFigure",
    "KeyFigureEnd",
    "KeyFigureSubject",
    "Membership",
    "Organisation",
    "OrganisationSubject",
    "OrganisationText",
    "StreetCover",
    "Welcome",
]
