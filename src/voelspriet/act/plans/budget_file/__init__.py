# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A budget as a spreadsheet (XLSX, ODS or CSV, one layout) or as a YAML document."""

from voelspriet.act.plans.budget_file.reading import MOST_BYTES, read_budget
from voelspriet.act.plans.budget_file.writing import WRITERS

__all__ = ["MOST_BYTES", "WRITERS", "read_budget"]
