# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The knowledge base: finding something, one intervention, and adding an own one."""
