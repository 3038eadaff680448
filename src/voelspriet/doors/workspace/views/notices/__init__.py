# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notices to a neighbourhood: the list, composing one, and working on it."""
