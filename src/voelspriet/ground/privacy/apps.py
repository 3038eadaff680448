# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The privacy room: who acts, what was done, what is encrypted."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """Privacy."""

    name = "voelspriet.ground.privacy"
    label = "privacy"
