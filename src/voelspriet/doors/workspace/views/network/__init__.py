# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The network on the staff site: areas, key figures, coverage, welcome moments, the social map."""
