# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows on the page of a plan's budget."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AmountsRow:
    """A row of a table by year: its name, what is said of it, its amounts and their total."""

    part: str
    key: str
    label: str
    notes: tuple[str, ...]
    by_year: tuple[tuple[int, str], ...]
    total: str


@dataclass(frozen=True, slots=True)
class HireRow:
    """A hire: its sum, what that gives, and what is to know about it."""

    key: str
    label: str
    year: int
    words: str
    cost: str
    inside: str
    remark: str
    period: str


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """An ambition whose measuring is paid."""

    reference: str
    statement: str


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project: its amount or those it can be, and what is not sure."""

    key: str
    label: str
    kind: str
    amount: str
    is_open: bool
    notes: tuple[str, ...]
    measures: tuple[MeasuredRow, ...]


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """The projects of a product in a year, with what they add up to."""

    label: str
    year: int
    projects: tuple[ProjectRow, ...]
    total: str


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A control sum: what it adds up, its answer, what is printed, and the verdict."""

    key: str
    label: str
    scope: str
    computed: str
    printed: str
    verdict: str
    verdict_label: str
    is_hypothesis: bool
    remark: str


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """Something to know about the money."""

    key: str
    label: str
    amount: str
    remark: str


@dataclass(frozen=True, slots=True)
class BudgetPage:
    """Everything on the page of a plan's budget."""

    reference: str
    title: str
    is_empty: bool
    may_write: bool
    years: tuple[int, ...]
    wrong: tuple[str, ...]
    products: tuple[AmountsRow, ...]
    totals: AmountsRow
    kinds: tuple[AmountsRow, ...]
    covers: tuple[AmountsRow, ...]
    cover_totals: AmountsRow
    hires: tuple[HireRow, ...]
    projects: tuple[ProjectGroup, ...]
    controls: tuple[ControlRow, ...]
    verdicts: tuple[tuple[str, int], ...]
    remarks: tuple[RemarkRow, ...]
