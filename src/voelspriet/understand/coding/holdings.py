# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What this room holds for somebody: nothing that moves; who coded something is a fact."""

from __future__ import annotations

from voelspriet.ground.people.holdings import user_columns

user_columns(
    facts={
        "coding.Codebook.made_by_id",
        "coding.CodebookVersion.made_by_id",
        "coding.CodeMerge.merged_by_id",
        "coding.ProjectImport.asked_by_id",
        "coding.CodingPass.coder_id",
        "coding.SecondCoding.coder_id",
        "coding.SecondCoding.given_by_id",
        "coding.CodingDifference.decided_by_id",
    }
)
