# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues write about plans."""
