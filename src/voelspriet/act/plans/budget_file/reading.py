# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a budget, whole or not at all; everything that is wrong is told at once."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.act.plans.budget_file.cells import Grid, refused
from voelspriet.act.plans.budget_file.csv_text import csv_grids
from voelspriet.act.plans.budget_file.document import budget_of_document
from voelspriet.act.plans.budget_file.layout import LAYOUT, NAMES
from voelspriet.act.plans.budget_file.ods import ODS_KIND, ods_grids
from voelspriet.act.plans.budget_file.sheets import SheetReading
from voelspriet.act.plans.budget_file.xlsx import xlsx_grids
from voelspriet.act.plans.budget_told import BudgetProblem, BudgetRejected, BudgetTold
from voelspriet.lib.refused_files import FileRefused
from voelspriet.understand.coding.qda.archives import opened

MOST_BYTES = 2_000_000
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
DOCUMENTS = (".yaml", ".yml")


def read_budget(content: bytes, *, name: str, years: range) -> BudgetTold:
    """Return the budget in a file, for a plan of `years`.

    What the file is follows from what is in it; only YAML is known by its name. Raises
    BudgetRejected with sheet, row, column and reason of everything that is wrong.
    """
    if len(content) > MOST_BYTES:
        raise refused(_("Het bestand is te groot: ten hoogste 2 MB."))
    if name.lower().endswith(DOCUMENTS):
        return budget_of_document(content, years)
    grids = _grids(content)
    problems: list[BudgetProblem] = []
    found = {grid.name.strip().lower(): grid for grid in grids if grid.rows}
    for strange in [one for one in found if one not in NAMES]:
        words = _("Dit blad kennen wij niet. Bladen die wij lezen: %(names)s.")
        why = words % {"names": ", ".join(NAMES)}
        problems.append(BudgetProblem(found[strange].name, None, "", why))
    budget = _budget(found, years, problems)
    if problems:
        raise BudgetRejected(problems)
    return budget


def _grids(content: bytes) -> list[Grid]:
    if content.startswith(OLD_EXCEL):
        words = _("Dit is een oud Excel-bestand (.xls), of er zit een wachtwoord op.")
        raise refused(words)
    if not content.startswith(b"PK"):
        return csv_grids(content, NAMES, NAMES[0])
    try:
        archive = opened(content)
        if "xl/workbook.xml" in archive.names:
            return xlsx_grids(content, archive)
        kind = archive.read("mimetype", most=200) if "mimetype" in archive.names else b""
        if kind.strip() == ODS_KIND.encode():
            return ods_grids(archive)
    except FileRefused as error:
        raise refused(str(error)) from error
    raise refused(_("Dit is geen XLSX, ODS of CSV."))


def _budget(found: dict[str, Grid], years: range, problems: list[BudgetProblem]) -> BudgetTold:
    budget = BudgetTold(first_year=years[0], last_year=years[-1])
    products = found.get(NAMES[0])
    if products is None:
        raise refused(_("Dit blad ontbreekt, of het is leeg."), NAMES[0])
    for layout in LAYOUT:
        grid = found.get(layout.name)
        if grid is not None:
            budget = SheetReading(layout, grid, problems).onto(budget)
        if not budget.products:
            break  # what points at products could only be told to point at nothing
    if not budget.products and not problems:
        raise refused(_("Er staat geen product op dit blad."), NAMES[0])
    return budget
