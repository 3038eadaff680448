# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads that show single persons: addresses at the moment of sending, times to call."""

from voelspriet.answer.replies.records.calls import AttemptRow, CallRow, calls_to_make
from voelspriet.answer.replies.records.mails import mail_for

__all__ = ["AttemptRow", "CallRow", "calls_to_make", "mail_for"]
