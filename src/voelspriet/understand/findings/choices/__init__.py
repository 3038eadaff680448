# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of findings: what a figure counts, and what is said of a factor."""

from voelspriet.understand.findings.choices.comparisons import ConcernQuadrant as ConcernQuadrant
from voelspriet.understand.findings.choices.comparisons import QuoteState as QuoteState
from voelspriet.understand.findings.choices.comparisons import Sameness as Sameness
from voelspriet.understand.findings.choices.comparisons import Verdict as Verdict
from voelspriet.understand.findings.choices.figures import Mark as Mark
from voelspriet.understand.findings.choices.figures import Measure as Measure
from voelspriet.understand.findings.choices.figures import Standing as Standing
