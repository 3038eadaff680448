# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small published tables, written as lines."""

from __future__ import annotations

from voelspriet.analysis.disclosure.release_audit import audit_releases
from voelspriet.analysis.disclosure.releases import release_set

FIRST, SECOND = "2026-05-01", "2026-08-01"
AREAS = {
    "area": ["Town", "West", "East", "Mill", "Lake", "Park"],
    "parent": ["", "Town", "Town", "West", "West", "East"],
}


def frame(rows, *names):
    """Columns of rows written as texts with spaces between; a dash is empty."""
    cells = [["" if text == "-" else text for text in row.split()] for row in rows]
    return {name: [row[at] for row in cells] for at, name in enumerate(names)}


def counts(*rows, release=FIRST, names=("area", "count", "shown")):
    made = frame(rows, *names)
    return {"release": [release] * len(rows), **made}


def given_away(*frames, areas=None):
    return {
        (str(one.row.release), *one.row.values): (one.can_be_zero, one.can_be_large)
        for one in audit_releases(release_set(frames, areas))
    }
