# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making agreements, moving their day once, and ending them with a result."""

from voelspriet.act.agenda.actions.ending import finish_agreement
from voelspriet.act.agenda.actions.making import make_agreement, move_agreement

__all__ = ["finish_agreement", "make_agreement", "move_agreement"]
