# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""All writes of this room."""

from voelspriet.answer.replies.actions.acknowledging import (
    acknowledge,
    acknowledge_missing,
    notify_enforcement,
)
from voelspriet.answer.replies.actions.answering import (
    answer_agreement,
    answer_bundle,
    answer_signal,
)
from voelspriet.answer.replies.actions.calling import give_up_call, log_call
from voelspriet.answer.replies.actions.catching_up import catch_up
from voelspriet.answer.replies.actions.delivering import (
    claim_delivery,
    confirm_delivery,
    release_expired,
    resend_delivery,
    send_delivery,
    settle_delivery,
)
from voelspriet.answer.replies.actions.rating import rate_signal
from voelspriet.answer.replies.actions.reminding import remind_organisations
from voelspriet.answer.replies.actions.reviewing import decide_review
from voelspriet.answer.replies.actions.translating import (
    translate,
    translate_answer,
    translate_notice,
    translate_words,
)

__all__ = [
    "acknowledge",
    "acknowledge_missing",
    "answer_agreement",
    "answer_bundle",
    "answer_signal",
    "catch_up",
    "claim_delivery",
    "confirm_delivery",
    "decide_review",
    "give_up_call",
    "log_call",
    "notify_enforcement",
    "rate_signal",
    "release_expired",
    "remind_organisations",
    "resend_delivery",
    "send_delivery",
    "settle_delivery",
    "translate",
    "translate_answer",
    "translate_notice",
    "translate_words",
]
