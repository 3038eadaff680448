# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How fast the calculations are, beside R survey and svy, in one run on the same data."""
