# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Propose pseudonyms for what points at a person in a Dutch text: rules and word lists, no model.

A person accepts each proposal and marks what was missed; nothing here decides by itself.
"""

from voelspriet.analysis.text.pseudonyms.proposing import holds_full_name, propose, pseudonymised
from voelspriet.analysis.text.pseudonyms.spans import Found, Kind, Proposal, named, replaced

__all__ = [
    "Found",
    "Kind",
    "Proposal",
    "holds_full_name",
    "named",
    "propose",
    "pseudonymised",
    "replaced",
]
