# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Planned works: the list, one beside the signals it can help, and taking in a file."""
