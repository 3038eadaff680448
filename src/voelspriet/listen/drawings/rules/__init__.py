# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may be drawn, who may see it, how it is counted and how long it is kept."""
