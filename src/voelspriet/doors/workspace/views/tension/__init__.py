# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tension: the areas, one of them, saying how it is, and what each domain can do."""
