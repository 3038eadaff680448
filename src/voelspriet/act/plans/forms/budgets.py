# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What colleagues fill in about the money of a plan. A form is a row of the budget."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from voelspriet.act.plans.budget_file import MOST_BYTES
from voelspriet.act.plans.budget_told import (
    BudgetRow,
    BudgetTold,
    ControlTold,
    CoverTold,
    HireTold,
    ProductTold,
    ProjectTold,
    RemarkTold,
    plain,
)
from voelspriet.act.plans.choices import AmountCertainty, ControlScope, ControlUnit, MoneyKind
from voelspriet.act.plans.forms.money_fields import (
    ProductChoice,
    candidates_of,
    hours_field,
)
from voelspriet.act.plans.rules.budget_rows import (
    LABEL_LIMIT,
    MOST_EURO_CENTS,
    REMARK_LIMIT,
    TYPED_LIMIT,
    key_for,
)
from voelspriet.ground.people.forms import DateInput
from voelspriet.ground.ui.money_fields import EuroField, TypedField
from voelspriet.lib.money import CENTS, typed


def _kind_field() -> forms.ChoiceField:
    choices = [("", _("Niet gezegd")), *MoneyKind.choices]
    return forms.ChoiceField(label=_("Soort geld"), choices=choices, required=False)


def _certainty_field(label: Any) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=AmountCertainty.choices)


def _euros(label: Any, **more: Any) -> EuroField:
    return EuroField(label=label, least_cents=0, most_cents=MOST_EURO_CENTS, **more)


def _label_field(label: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LABEL_LIMIT)


class RowForm(forms.Form):
    """A row of a budget; its fields are called as what they fill."""

    row: type[BudgetRow]

    def __init__(self, *args: Any, budget: BudgetTold, **more: Any) -> None:
        super().__init__(*args, **more)
        self.budget = budget
        for name, field in self.fields.items():
            if name == "product":
                products = [(one.key, one.label) for one in budget.products]
                empty = [] if field.required else [("", field.empty_label)]  # type: ignore[attr-defined]
                field.choices = [*empty, *products]  # type: ignore[attr-defined]
            elif name == "year":
                years = [(str(year), str(year)) for year in budget.years]
                empty = [] if field.required else [("", _("Alle jaren"))]
                field.choices = [*empty, *years]  # type: ignore[attr-defined]
        self.fields["remark"] = forms.CharField(
            label=_("Opmerking"),
            max_length=REMARK_LIMIT,
            required=False,
            widget=forms.Textarea({"rows": 2}),
        )

    def told(self, key: str) -> BudgetRow:
        """Return the row that was filled in; a new one gets a key of its own."""
        values = self.values()
        taken = [one.key for one in self.budget.part(self.row.part)]
        values["key"] = key or key_for(values["label"], taken)
        return self.row(**values)

    def values(self) -> dict[str, Any]:
        """Return what was filled in, as a row holds it."""
        values = {name: self.cleaned_data[name] for name in self.fields}
        for name in ("label", "remark", "typed"):
            if name in values:
                values[name] = plain(values[name])
        if "kind" in values:
            values["kind"] = MoneyKind(values["kind"]) if values["kind"] else None
        for name in ("certainty", "amount_certainty", "kind_certainty"):
            if name in values:
                values[name] = AmountCertainty(values[name])
        if "year" in values:
            values["year"] = int(values["year"]) if values["year"] else None
        return values


class _AmountsForm(RowForm):
    def __init__(self, *args: Any, budget: BudgetTold, **more: Any) -> None:
        super().__init__(*args, budget=budget, **more)
        remark = self.fields.pop("remark")
        for year in budget.years:
            self.fields[str(year)] = _euros(_("%(year)s, in euro") % {"year": year}, required=False)
        self.fields["remark"] = remark

    def values(self) -> dict[str, Any]:
        """Return what was filled in, the years together."""
        values = super().values()
        amounts = {year: values.pop(str(year)) for year in self.budget.years}
        return values | {"amounts": {year: one for year, one in amounts.items() if one is not None}}


class ProductForm(_AmountsForm):
    """A product with its amounts."""

    row = ProductTold
    label = _label_field(_("Product"))
    kind = _kind_field()
    certainty = _certainty_field(_("Hoort dit bedrag bij dit product?"))


class CoverForm(_AmountsForm):
    """Where money comes from."""

    row = CoverTold
    label = _label_field(_("Waar komt het geld vandaan?"))
    kind = _kind_field()


class HireForm(RowForm):
    """Somebody to be hired."""

    row = HireTold
    label = _label_field(_("Wie of wat wordt ingehuurd?"))
    product = ProductChoice(
        required=False,
        empty_label=_("Komt boven op de producten"),
        help_text=_("Zit de inhuur in het bedrag van een product? Kies dat dan."),
    )
    year = forms.ChoiceField(label=_("Jaar"))
    weeks = forms.IntegerField(label=_("Weken"), min_value=1)
    minutes_low = hours_field(_("Uren per week, ten minste"))
    minutes_high = hours_field(_("Uren per week, ten hoogste"))
    rate_euro_cents = _euros(_("Tarief per uur, in euro"))
    starts_on = forms.DateField(label=_("Eerste dag"), widget=DateInput(), required=False)
    ends_on = forms.DateField(
        label=_("Laatste dag"),
        widget=DateInput(),
        required=False,
        help_text=_("Dan zeggen wij of het aantal weken bij de periode past."),
    )


class ProjectForm(RowForm):
    """What money of a product goes to."""

    row = ProjectTold
    label = _label_field(_("Project"))
    product = ProductChoice()
    year = forms.ChoiceField(label=_("Jaar"))
    kind = _kind_field()
    kind_certainty = _certainty_field(_("Hoe zeker is de soort?"))
    euro_cents = _euros(_("Bedrag in euro"), required=False)
    candidates = TypedField(
        label=_("Of: mogelijke bedragen"),
        reads=candidates_of,
        shows=lambda amounts: " | ".join(map(typed, amounts)),
        keys="text",
        required=False,
        max_length=200,
        help_text=_(
            "Met | of ; ertussen. Projecten van één jaar met dezelfde bedragen delen ze:"
            " elk bedrag hoort bij één project."
        ),
    )
    amount_certainty = _certainty_field(_("Hoe zeker is het bedrag?"))

    def values(self) -> dict[str, Any]:
        """Return what was filled in; no candidates is none at all."""
        values = super().values()
        return values | {"candidates": values["candidates"] or ()}


class ControlForm(RowForm):
    """A sum that is checked."""

    row = ControlTold
    label = _label_field(_("Wat wordt nagerekend?"))
    scope = forms.ChoiceField(label=_("Wat wordt opgeteld?"), choices=ControlScope.choices)
    year = forms.ChoiceField(label=_("Jaar"), required=False)
    product = ProductChoice(required=False, empty_label=_("Alle producten"))
    kind = _kind_field()
    typed = forms.CharField(
        label=_("De eigen som"),
        max_length=TYPED_LIMIT,
        required=False,
        help_text=_("Bedragen met + of - ertussen, zoals 39.000 + 38.000."),
    )
    unit = forms.ChoiceField(label=_("Waarin"), choices=ControlUnit.choices)
    printed = _euros(
        _("Afgedrukt"),
        required=False,
        help_text=_("Wat in het stuk staat. Leeg: er is niets afgedrukt."),
    )
    tolerance = _euros(
        _("Hoeveel mag het schelen?"),
        required=False,
        help_text=_("Bijvoorbeeld 500 als er ‘circa’ staat."),
    )
    is_hypothesis = forms.BooleanField(
        label=_("Dit is een mogelijke verklaring, die niet in de bron staat"), required=False
    )

    def values(self) -> dict[str, Any]:
        """Return what was filled in; numbers of pieces are no cents."""
        values = super().values()
        values["scope"] = ControlScope(values["scope"])
        values["unit"] = ControlUnit(values["unit"])
        if values["unit"] == ControlUnit.COUNT:
            for name in ("printed", "tolerance"):
                values[name] = None if values[name] is None else values[name] // CENTS
        return values | {"tolerance": values["tolerance"] or 0}


class RemarkForm(RowForm):
    """Something to know about the money."""

    row = RemarkTold
    label = forms.CharField(label=_("Wat is er te weten?"), max_length=REMARK_LIMIT)
    euro_cents = _euros(_("Bedrag in euro"), required=False)
    certainty = _certainty_field(_("Hoe zeker is dit?"))


FORMS: dict[str, tuple[type[RowForm], Promise]] = {
    "producten": (ProductForm, _("Een product")),
    "dekking": (CoverForm, _("Dekking")),
    "inhuur": (HireForm, _("Inhuur")),
    "projecten": (ProjectForm, _("Een project")),
    "controlesommen": (ControlForm, _("Een controlesom")),
    "opmerkingen": (RemarkForm, _("Een opmerking")),
}


def start_of_row(row: BudgetRow) -> dict[str, Any]:
    """Return what stands in the form to change a row before anything is typed."""
    told = {one.name: getattr(row, one.name) for one in fields(row)}
    amounts = told.pop("amounts", {})
    if isinstance(row, ControlTold) and row.unit == ControlUnit.COUNT:
        told["printed"] = None if row.printed is None else row.printed * CENTS
        told["tolerance"] = row.tolerance * CENTS
    return told | {str(year): amount for year, amount in amounts.items()}


class MeasuringForm(forms.Form):
    """For which ambitions a project pays the measuring."""

    ambitions = forms.MultipleChoiceField(
        label=_("Welke ambities worden hiervan gemeten?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, ambitions: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["ambitions"].choices = list(ambitions)  # type: ignore[attr-defined]


class BudgetFileForm(forms.Form):
    """A file with a budget."""

    file = forms.FileField(
        label=_("Bestand"),
        help_text=_("XLSX, ODS, CSV of YAML, ten hoogste 2 MB."),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.ods,.csv,.yaml,.yml"}),
    )
    replaces = forms.BooleanField(
        label=_("Vervang de begroting die er staat"),
        required=False,
        help_text=_("Alles wat er nu staat, verdwijnt."),
    )

    def clean_file(self) -> Any:
        """Refuse a file that is too big before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Het bestand is te groot: ten hoogste 2 MB."))
        return file
