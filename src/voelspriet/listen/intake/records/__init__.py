# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads that show a single person. One file per theme."""

from voelspriet.listen.intake.records.attachments import attachment_bytes as attachment_bytes
from voelspriet.listen.intake.records.contacts import ContactRow as ContactRow
from voelspriet.listen.intake.records.contacts import contact_of as contact_of
