# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers that were frozen: who reads them, what is said about them, and what changed since."""
