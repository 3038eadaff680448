# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering, calling back, translating, looking again, and the mail that went out."""
