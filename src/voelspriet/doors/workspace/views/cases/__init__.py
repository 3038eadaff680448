# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases to learn from: the list, beginning one from a signal, and one of them."""
