# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying how tense it is, and what helps."""

from voelspriet.understand.tension.actions.help import reset_help, write_help
from voelspriet.understand.tension.actions.keeping import forget_expired
from voelspriet.understand.tension.actions.readings import correct_reading, read_tension

__all__ = ["correct_reading", "forget_expired", "read_tension", "reset_help", "write_help"]
