# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""A budget as a YAML document: what a paper prints, with the sums that were checked on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from dataclasses import replace as changed
from typing import TypeVar

import yaml
from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import refused
from voelspriet.act.plans.budget_file.entries import Entry, UnreadableEntry
from voelspriet.act.plans.budget_file.recognising import recognised
from voelspriet.act.plans.budget_told import (
    BudgetProblem,
    BudgetRejected,
    BudgetRow,
    BudgetTold,
    ControlTold,
    ProductTold,
    ProjectTold,
    RemarkTold,
)
from voelspriet.act.plans.choices.budgets import (
    AmountCertainty,
    ControlScope,
    ControlUnit,
    MoneyKind,
    SumVerdict,
)
from voelspriet.act.plans.rules.budget_rows import wrong_of
from voelspriet.act.plans.rules.budgets import check
from voelspriet.lib.money import CENTS, written

SECTIONS = (
    "currency", "years", "products", "totals", "totals_remark", "product_match_note",
    "project_amounts_as_printed", "kind_labels_as_printed", "remarks", "checks",
)  # fmt: skip
PROJECTS, PROJECTS_TOTAL = "projects_", "projects_total_"
Row = TypeVar("Row", bound=BudgetRow)
VERDICTS = {True: SumVerdict.AGREES, False: SumVerdict.DIFFERS, None: SumVerdict.NOTHING_PRINTED}


def budget_of_document(content: bytes, years: range) -> BudgetTold:
    """Return the budget in a YAML document. Raises BudgetRejected: section, entry, reason."""
    try:
        told = yaml.safe_load(content)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise refused(_("Dit is geen goede YAML: %(why)s") % {"why": error}) from error
    if not isinstance(told, dict):
        raise refused(_("Dit is geen begroting."))
    reading = _Reading(Entry("", 0, {str(key): one for key, one in told.items()}), years)
    try:
        budget = reading.budget()
    except UnreadableEntry as error:
        raise BudgetRejected([BudgetProblem("", None, error.name, error.why)]) from error
    if reading.problems:
        raise BudgetRejected(reading.problems)
    return budget


@dataclass(slots=True)
class _Reading:
    told: Entry
    plan_years: range
    problems: list[BudgetProblem] = field(default_factory=list)

    def budget(self) -> BudgetTold:
        """Read section by section; a row that is wrong is told, with everything else."""
        self._known_sections()
        years = self._years()
        budget = BudgetTold(first_year=years[0], last_year=years[-1])
        for entry, product in self._rows("products", _product):
            budget = self._onto(budget, entry, product)
        for section in filter(_project_year, self.told.told):
            for entry, project in self._rows(section, _project):
                budget = self._onto(budget, entry, project)
        for entry, remark in (*self._rows("remarks", _remark), *self._notes()):
            budget = self._onto(budget, entry, remark)
        self._as_printed(budget)
        for entry, typed in self._rows("checks", _control):
            control = recognised(typed, budget)
            budget = self._onto(budget, entry, control)
            self._same(entry, control, budget)
        return self._with_totals(budget)

    def _wrong(self, section: str, row: int | None, name: str, why: str) -> None:
        self.problems.append(BudgetProblem(section, row or None, name, why))

    def _known_sections(self) -> None:
        for name in self.told.told:
            is_total = name.removeprefix(PROJECTS_TOTAL).isdigit()
            if name not in SECTIONS and not is_total and not _project_year(name):
                self._wrong(name, None, "", _("Dit onderdeel kennen wij niet."))
        if self.told.told.get("currency") != "EUR":
            self._wrong("currency", None, "", _("Bedragen zijn in euro: schrijf EUR."))

    def _years(self) -> list[int]:
        years = self.told.told.get("years")
        if not isinstance(years, list) or not all(isinstance(one, int) for one in years):
            raise refused(_("Noem de jaren."), "years")
        if not years or years != list(range(years[0], years[0] + len(years))):
            raise refused(_("De jaren volgen niet op elkaar."), "years")
        if years[0] not in self.plan_years or years[-1] not in self.plan_years:
            words = _("Deze jaren vallen buiten het plan (%(first)s-%(last)s).")
            told = {"first": self.plan_years[0], "last": self.plan_years[-1]}
            raise refused(words % told, "years")
        return years

    def _rows(self, section: str, read: Callable[[Entry], Row]) -> Iterator[tuple[Entry, Row]]:
        for entry in self.told.listed(section, self.problems):
            try:
                yield entry, read(entry)
            except UnreadableEntry as error:
                self._wrong(section, entry.row, error.name, error.why)

    def _onto(self, budget: BudgetTold, entry: Entry, row: BudgetRow) -> BudgetTold:
        for name, why in wrong_of(row, budget):
            self._wrong(entry.section, entry.row, name, why)
        return budget.with_row(row)

    def _notes(self) -> Iterator[tuple[Entry, RemarkTold]]:
        for name, certainty in (
            ("totals_remark", AmountCertainty.PRINTED),
            ("product_match_note", AmountCertainty.DERIVED),
        ):
            if text := self.told.text(name):
                yield Entry(name, 0, {}), RemarkTold(key=name, label=text, certainty=certainty)

    def _as_printed(self, budget: BudgetTold) -> None:
        """See that amounts and kinds as printed are those of the projects."""
        printed = self.told.told.get("project_amounts_as_printed")
        if printed is not None:
            name = "project_amounts_as_printed"
            amounts = sorted(self.told.cents_of(name, one) for one in printed)
            known = [one.euro_cents for one in budget.projects if one.euro_cents is not None]
            shared = {one.candidates for one in budget.projects if one.candidates}
            if amounts != sorted([*known, *(one for group in shared for one in group)]):
                why = _("Dit zijn niet de bedragen van de projecten.")
                self._wrong("project_amounts_as_printed", None, "", why)
        labels = self.told.told.get("kind_labels_as_printed") or {}
        for kind, count in labels.items():
            if sum(one.kind == kind for one in budget.projects) != count:
                why = _("Zo veel projecten van deze soort zijn er niet.")
                self._wrong("kind_labels_as_printed", None, str(kind), why)

    def _same(self, entry: Entry, control: ControlTold, budget: BudgetTold) -> None:
        """See that our answer is the one in the document."""
        result = check(control, budget)
        unit = CENTS if control.unit == ControlUnit.EURO else 1
        told = entry.told.get("recomputed_value")
        if told is not None and result.computed.low != round(told * unit):
            words = _("Wij komen op %(ours)s uit.")
            self._wrong(entry.section, entry.row, "recomputed_value",
                        words % {"ours": result.computed.low / unit})  # fmt: skip
        if "agrees" in entry.told and VERDICTS.get(entry.told["agrees"]) != result.verdict:
            words = _("Ons oordeel is: %(verdict)s.")
            why = words % {"verdict": result.verdict.label}
            self._wrong(entry.section, entry.row, "agrees", why)

    def _with_totals(self, budget: BudgetTold) -> BudgetTold:
        """Add the printed totals that no control sum holds yet."""
        for year, amount in self.told.by_year("totals"):
            cents = self.told.cents_of("totals", amount)
            label = _("Totaal van de producten in %(year)s") % {"year": year}
            total = ControlTold(
                f"totals_{year}", label, ControlScope.PRODUCTS, year=year, printed=cents
            )
            budget = self._unless_there(budget, total)
        for name, amount in self.told.told.items():
            if name.startswith(PROJECTS_TOTAL):
                year = int(name.removeprefix(PROJECTS_TOTAL))
                label = _("Totaal van de projecten in %(year)s") % {"year": year}
                cents = self.told.cents_of(name, amount)
                total = ControlTold(name, label, ControlScope.PROJECTS, year=year, printed=cents)
                budget = self._unless_there(budget, total)
        return budget

    def _unless_there(self, budget: BudgetTold, total: ControlTold) -> BudgetTold:
        for one in budget.controls:
            if changed(total, key=one.key, label=one.label, remark=one.remark) == one:
                return budget
        return self._onto(budget, Entry("totals", 0, {}), total)


def _project_year(section: str) -> int | None:
    told = section.removeprefix(PROJECTS) if section.startswith(PROJECTS) else ""
    return int(told) if told.isascii() and told.isdigit() else None


def _product(entry: Entry) -> ProductTold:
    amounts = {year: entry.cents_of("amounts", amount) for year, amount in entry.by_year("amounts")}
    added = sum(amounts.values())
    if entry.cents("four_year_total") not in (None, added):
        words = _("Opgeteld is het %(sum)s.") % {"sum": written(added)}
        raise UnreadableEntry("four_year_total", words)
    return ProductTold(
        key=entry.text("key"),
        label=entry.text("label"),
        kind=entry.word("kind", MoneyKind),
        remark=entry.text("remark"),
        certainty=entry.word("label_match", AmountCertainty) or AmountCertainty.PRINTED,
        amounts=amounts,
    )


def _project(entry: Entry) -> ProjectTold:
    candidates = entry.told.get("amount_candidates") or []
    return ProjectTold(
        key=entry.text("id"),
        label=entry.text("name"),
        product=entry.text("product"),
        year=_project_year(entry.section) or 0,
        kind=entry.word("kind", MoneyKind),
        euro_cents=entry.cents("amount"),
        candidates=tuple(entry.cents_of("amount_candidates", one) for one in candidates),
        amount_certainty=entry.word("amount_certainty", AmountCertainty) or AmountCertainty.PRINTED,
        kind_certainty=entry.word("kind_certainty", AmountCertainty) or AmountCertainty.PRINTED,
        remark=entry.text("note"),
    )


def _remark(entry: Entry) -> RemarkTold:
    return RemarkTold(
        key=entry.text("id"),
        label=entry.text("text"),
        euro_cents=entry.cents("amount"),
        certainty=entry.word("certainty", AmountCertainty) or AmountCertainty.PRINTED,
        remark=entry.text("note"),
    )


def _control(entry: Entry) -> ControlTold:
    unit = ControlUnit.EURO if entry.text("unit") == "EUR" else ControlUnit.COUNT
    numbers = {
        name: entry.cents(name) if unit == ControlUnit.EURO else entry.told.get(name)
        for name in ("printed_value", "tolerance")
    }
    return ControlTold(
        key=entry.text("id"),
        label=entry.text("description"),
        scope=ControlScope.TYPED,
        typed=entry.text("formula"),
        unit=unit,
        printed=numbers["printed_value"],
        tolerance=numbers["tolerance"] or 0,
        is_hypothesis=bool(entry.told.get("hypothesis")),
        remark=entry.text("note"),
    )
