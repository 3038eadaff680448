# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people type about the network."""

from voelspriet.ground.network.forms.organisations import FaceForm, MemberForm, OrganisationForm

__all__ = ["FaceForm", "MemberForm", "OrganisationForm"]
