# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""In which order subjects and languages are told: that of their choices."""

from __future__ import annotations

from collections.abc import Iterable

from voelspriet.ground.network.choices import DeskLanguage, Subject


def subjects_in_order(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes of subjects in the order of the choices."""
    given = set(codes)
    return tuple(str(one.value) for one in Subject if one.value in given)


def subject_labels(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the words for subjects, in the order of the choices."""
    return tuple(str(Subject(code).label) for code in subjects_in_order(codes))


def language_labels(codes: Iterable[str]) -> tuple[str, ...]:
    """Return the words for languages at a desk, in the order of the choices."""
    given = set(codes)
    return tuple(str(one.label) for one in DeskLanguage if one.value in given)
