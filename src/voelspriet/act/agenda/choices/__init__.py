# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words with a fixed set of values. One file per subject."""

from voelspriet.act.agenda.choices.agreements import AgreementState, Visibility

__all__ = ["AgreementState", "Visibility"]
