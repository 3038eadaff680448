# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of salience: how often something is spoken of, never whether two sides agree."""

from __future__ import annotations

from voelspriet.analysis.congruence.results import Needed, Saying, Side

NO_SPEAKERS = "not shown: no speakers recorded"


def not_asked(residents: Side, professionals: Side, *, about_world: bool) -> str:
    """Return why nothing is shown when a side was not asked; empty when both were."""
    sides = (("residents", residents), ("professionals", professionals))
    missing = [f"no {name}" for name, side in sides if side.asked == 0]
    if not missing:
        return ""
    return f"not shown: {' and '.join(missing)} asked{' about this world' if about_world else ''}"


def counts_only(residents: Side, professionals: Side) -> str:
    """Return in how many conversations a factor was named: too few for a share."""
    return (
        f"counts only: named in {_talks(residents)} with residents"
        f" and {_talks(professionals)} with professionals"
    )


def compared(found: Saying, delta: float, needed: Needed | None) -> str:
    """Return what may be said of a difference."""
    margin = f"{100 * delta:g} points"
    matter = f"differences of {margin} or more matter"
    if found is Saying.EQUALLY:
        return f"spoken of equally often (less than {margin} apart)"
    if found is Saying.UNDETERMINED:
        return f"undetermined ({matter}); still needed: {_more(needed)}"
    return f"spoken of {found} by residents than by professionals ({matter})"


def _talks(side: Side) -> str:
    return f"{side.talks_naming} of {side.talks} talks"


def _more(needed: Needed | None) -> str:
    if needed is None:
        return "no number would do, the difference lies on the margin"
    parts = [
        f"{count:,} more {name}"
        for name, count in (
            ("residents", needed.residents),
            ("professionals", needed.professionals),
        )
        if count
    ]
    return f"{' and '.join(parts)} if the shares stay as they are"
