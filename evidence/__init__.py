# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Thousands of drawn samples, to see that intervals and probabilities hold what they promise."""
