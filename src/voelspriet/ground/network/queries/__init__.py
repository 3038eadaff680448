# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the network."""

from voelspriet.ground.network.queries.organisations import (
    MemberRow,
    OrganisationDetail,
    OrganisationRow,
    PartnerFaceRow,
    faces,
    organisation,
    organisations,
)

__all__ = [
    "MemberRow",
    "OrganisationDetail",
    "OrganisationRow",
    "PartnerFaceRow",
    "faces",
    "organisation",
    "organisations",
]
