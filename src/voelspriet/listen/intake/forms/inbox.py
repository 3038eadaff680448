# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The filters of the inbox; every value stands in the address of the page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from voelspriet.listen.intake.choices import Category, SignalStatus
from voelspriet.listen.intake.queries.inbox import ALL, DUE, NEWEST, InboxFilters

STATUSES = [
    ("", _("Alles wat open is")),
    *((str(value), label) for value, label in SignalStatus.choices),
    (ALL, _("Alles")),
]
ORDERS = [(DUE, _("Wat het eerst moet")), (NEWEST, _("Nieuwste bovenaan"))]


class InboxForm(forms.Form):
    """What an adviser wants to see. A value that is none of the choices counts as not given."""

    zoek = forms.CharField(
        label=_("Zoek"),
        required=False,
        max_length=80,
        widget=forms.SearchInput(attrs={"data-search": "", "autocomplete": "off"}),
    )
    gebied = forms.TypedChoiceField(label=_("Gebied"), required=False, coerce=int, empty_value=None)
    status = forms.ChoiceField(label=_("Status"), required=False, choices=STATUSES)
    categorie = forms.ChoiceField(
        label=_("Categorie"), required=False, choices=[("", _("Alle")), *Category.choices]
    )
    volgorde = forms.ChoiceField(label=_("Volgorde"), required=False, choices=ORDERS)
    open = forms.BooleanField(label=_("Wacht op antwoord"), required=False)
    laat = forms.BooleanField(label=_("Te laat"), required=False)
    persoon = forms.BooleanField(label=_("Wijst naar een persoon"), required=False)
    slot = forms.BooleanField(label=_("Op slot"), required=False)
    terug = forms.BooleanField(label=_("Teruggemeld"), required=False)
    bundel = forms.CharField(required=False, max_length=16, widget=forms.HiddenInput)

    def __init__(self, *args: Any, areas: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Al mijn gebieden")), *areas]
        self.fields["gebied"].choices = choices  # type: ignore[attr-defined]

    def filters(self) -> InboxFilters:
        """Return the filters; what was typed wrongly is left out."""
        self.is_valid()
        given = self.cleaned_data
        return InboxFilters(
            area_id=given.get("gebied"),
            status=given.get("status", ""),
            category=given.get("categorie", ""),
            owed=given.get("open", False),
            overdue=given.get("laat", False),
            flagged=given.get("persoon", False),
            locked=given.get("slot", False),
            reported=given.get("terug", False),
            bundle=given.get("bundel", ""),
            text=given.get("zoek", ""),
            order=given.get("volgorde") or DUE,
        )
