# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fictional municipality of the demo: its land, its people and what they tell."""
