# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done with findings. One file per theme."""

from voelspriet.understand.findings.actions.process import report_process as report_process
from voelspriet.understand.findings.actions.releases import publish_release as publish_release
