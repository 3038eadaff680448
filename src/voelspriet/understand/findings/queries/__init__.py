# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading findings: published figures and the process report; comparisons have their own files."""

from voelspriet.understand.findings.queries.published import AreaFigures as AreaFigures
from voelspriet.understand.findings.queries.published import ProcessReportRow as ProcessReportRow
from voelspriet.understand.findings.queries.published import ReleaseRow as ReleaseRow
from voelspriet.understand.findings.queries.published import due_periods as due_periods
from voelspriet.understand.findings.queries.published import latest_figures as latest_figures
from voelspriet.understand.findings.queries.published import (
    periods_to_publish as periods_to_publish,
)
from voelspriet.understand.findings.queries.published import process_report as process_report
from voelspriet.understand.findings.queries.published import releases as releases
