# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Speed, memory, and proof that nothing is lost, on both databases."""
