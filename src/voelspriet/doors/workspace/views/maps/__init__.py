# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Maps that residents draw on: rounds, what was drawn, paper sheets and files to take along."""
