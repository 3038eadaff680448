# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules of findings: when figures are published, and what holds of a comparison."""

from voelspriet.understand.findings.rules.releases import Period as Period
from voelspriet.understand.findings.rules.releases import due_quarters as due_quarters
from voelspriet.understand.findings.rules.releases import first_of_next_month as first_of_next_month
from voelspriet.understand.findings.rules.releases import quarter_of as quarter_of
from voelspriet.understand.findings.rules.releases import release_day as release_day
