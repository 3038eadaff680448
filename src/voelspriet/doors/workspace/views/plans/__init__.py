# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about safety plans."""
