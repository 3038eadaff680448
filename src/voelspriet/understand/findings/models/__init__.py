# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Releases and the process report; comparisons of what two sides say."""

from voelspriet.understand.findings.models.comparisons import AreaPlace as AreaPlace
from voelspriet.understand.findings.models.comparisons import ChosenQuote as ChosenQuote
from voelspriet.understand.findings.models.comparisons import ComparedFactor as ComparedFactor
from voelspriet.understand.findings.models.comparisons import Comparison as Comparison
from voelspriet.understand.findings.models.comparisons import QuadrantAdvice as QuadrantAdvice
from voelspriet.understand.findings.models.comparisons import Recommendation as Recommendation
from voelspriet.understand.findings.models.comparisons import SalienceCount as SalienceCount
from voelspriet.understand.findings.models.comparisons import WorldVerdict as WorldVerdict
from voelspriet.understand.findings.models.releases import CountedCell as CountedCell
from voelspriet.understand.findings.models.releases import Figure as Figure
from voelspriet.understand.findings.models.releases import ProcessReport as ProcessReport
from voelspriet.understand.findings.models.releases import Release as Release
