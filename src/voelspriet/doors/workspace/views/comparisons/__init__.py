# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comparisons: the matrix, its rows, recommendations and the report."""
