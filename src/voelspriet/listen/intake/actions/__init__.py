# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be done to signals. One line per action, by the file it stands in."""

from voelspriet.listen.intake.actions.attachments import sweep_files as sweep_files
from voelspriet.listen.intake.actions.attachments import transcribe_voice as transcribe_voice
from voelspriet.listen.intake.actions.bundling import bundle_signals as bundle_signals
from voelspriet.listen.intake.actions.bundling import unbundle_signal as unbundle_signal
from voelspriet.listen.intake.actions.codes import try_code as try_code
from voelspriet.listen.intake.actions.contacts import clear_photo as clear_photo
from voelspriet.listen.intake.actions.contacts import open_attachment as open_attachment
from voelspriet.listen.intake.actions.contacts import read_contact as read_contact
from voelspriet.listen.intake.actions.conversation import add_message as add_message
from voelspriet.listen.intake.actions.conversation import answer_permission as answer_permission
from voelspriet.listen.intake.actions.conversation import withdraw_signal as withdraw_signal
from voelspriet.listen.intake.actions.debts import lapse_debts as lapse_debts
from voelspriet.listen.intake.actions.debts import open_debt as open_debt
from voelspriet.listen.intake.actions.debts import pay_debts as pay_debts
from voelspriet.listen.intake.actions.directing import LegalMark as LegalMark
from voelspriet.listen.intake.actions.directing import add_note as add_note
from voelspriet.listen.intake.actions.directing import ask_permission as ask_permission
from voelspriet.listen.intake.actions.directing import close_signal as close_signal
from voelspriet.listen.intake.actions.directing import decline_signal as decline_signal
from voelspriet.listen.intake.actions.directing import mark_done as mark_done
from voelspriet.listen.intake.actions.directing import promise_day as promise_day
from voelspriet.listen.intake.actions.directing import set_category as set_category
from voelspriet.listen.intake.actions.directing import set_legal_kind as set_legal_kind
from voelspriet.listen.intake.actions.directing import set_person_flag as set_person_flag
from voelspriet.listen.intake.actions.directing import set_waiting as set_waiting
from voelspriet.listen.intake.actions.directing import take_in_hand as take_in_hand
from voelspriet.listen.intake.actions.drafts import expire_drafts as expire_drafts
from voelspriet.listen.intake.actions.entering import Entry as Entry
from voelspriet.listen.intake.actions.entering import enter_signal as enter_signal
from voelspriet.listen.intake.actions.escalating import escalate_overdue as escalate_overdue
from voelspriet.listen.intake.actions.escalating import escalate_signal as escalate_signal
from voelspriet.listen.intake.actions.handovers import PointRow as PointRow
from voelspriet.listen.intake.actions.handovers import hand_over as hand_over
from voelspriet.listen.intake.actions.handovers import read_point_of as read_point_of
from voelspriet.listen.intake.actions.handovers import report_handover as report_handover
from voelspriet.listen.intake.actions.handovers import take_handover as take_handover
from voelspriet.listen.intake.actions.handovers import withdraw_handover as withdraw_handover
from voelspriet.listen.intake.actions.introducing import (
    answer_introduction as answer_introduction,
)
from voelspriet.listen.intake.actions.receive import receive_bundle as receive_bundle
from voelspriet.listen.intake.actions.receive import receive_signal as receive_signal
from voelspriet.listen.intake.actions.together import close_bundle as close_bundle
from voelspriet.listen.intake.actions.together import settle_bundle as settle_bundle
from voelspriet.listen.intake.actions.together import settle_signals as settle_signals
