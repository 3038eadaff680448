# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every read of signals, already scoped. One line per query, by the file it stands in."""

from voelspriet.listen.intake.queries.codes import receipt_facts as receipt_facts
from voelspriet.listen.intake.queries.codes import signal_id_of as signal_id_of
from voelspriet.listen.intake.queries.codes import signals_of_receipt as signals_of_receipt
from voelspriet.listen.intake.queries.detail import SignalDetail as SignalDetail
from voelspriet.listen.intake.queries.detail import signal_detail as signal_detail
from voelspriet.listen.intake.queries.detail import signal_of_attachment as signal_of_attachment
from voelspriet.listen.intake.queries.duplicates import DuplicateRow as DuplicateRow
from voelspriet.listen.intake.queries.duplicates import duplicates_of as duplicates_of
from voelspriet.listen.intake.queries.handovers import HandoverDetail as HandoverDetail
from voelspriet.listen.intake.queries.handovers import HandoverRow as HandoverRow
from voelspriet.listen.intake.queries.handovers import handover_detail as handover_detail
from voelspriet.listen.intake.queries.handovers import handovers as handovers
from voelspriet.listen.intake.queries.handovers import reported_back as reported_back
from voelspriet.listen.intake.queries.inbox import InboxCounts as InboxCounts
from voelspriet.listen.intake.queries.inbox import InboxFilters as InboxFilters
from voelspriet.listen.intake.queries.inbox import MapPoint as MapPoint
from voelspriet.listen.intake.queries.inbox import inbox as inbox
from voelspriet.listen.intake.queries.inbox import inbox_counts as inbox_counts
from voelspriet.listen.intake.queries.inbox import map_points as map_points
from voelspriet.listen.intake.queries.inbox import signal_rows as signal_rows
from voelspriet.listen.intake.queries.owed import BundleOwedRow as BundleOwedRow
from voelspriet.listen.intake.queries.owed import bundles_owed as bundles_owed
from voelspriet.listen.intake.queries.owed import escalations_for as escalations_for
from voelspriet.listen.intake.queries.owed import owed as owed
from voelspriet.listen.intake.queries.rows import SignalRow as SignalRow
