# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Priority tasks: the few on one screen, setting one, starting it, and looking back."""
