# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""How what we keep stands in a file of another program, and the way back.

What a fragment is besides its codes (how it is valued, whose world, who should act) has no place of
its own in the standard: it goes out as codes, under identifiers that are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from voelspriet.understand.coding.choices import ActingParty, Dimension, Side, Valence, World
from voelspriet.understand.coding.models import Fragment
from voelspriet.understand.coding.qda import guid_of
from voelspriet.understand.coding.qda.told import Code

NAME_OF_SELECTION = 80
# between what a code means and its examples, in a description; the same in every language
EXAMPLES = "\n\nVoorbeelden:\n"


@dataclass(frozen=True, slots=True)
class Facet:
    """Something a fragment is besides its codes: a column, its values, and which says nothing."""

    field: str
    label: object
    choices: type[TextChoices]
    silent: str = ""


FACETS = (
    Facet("valence", _("Waardering"), Valence, Valence.NEUTRAL),
    Facet("dimension", _("Denken, voelen, doen"), Dimension),
    Facet("world", _("Leefwereld of systeemwereld"), World),
    Facet("acting_party", _("Wie iets moet doen"), ActingParty),
    Facet("side", _("Kant"), Side, Side.UNKNOWN),
)
_VALUES = {
    guid_of("facet", facet.field, value): (facet.field, value)
    for facet in FACETS
    for value in facet.choices.values
}
_HEADS = {guid_of("facets", facet.field) for facet in FACETS}


def facet_codes(fragment: Fragment) -> tuple[str, ...]:
    """Return the identifiers of the codes that say what a fragment is besides its codes."""
    values = ((facet, str(getattr(fragment, facet.field))) for facet in FACETS)
    return tuple(
        guid_of("facet", facet.field, value)
        for facet, value in values
        if value not in ("", facet.silent)
    )


def facet_trees(used: Collection[str]) -> tuple[Code, ...]:
    """Return the facets that were used as codes, each with the values that were."""
    trees = []
    for facet in FACETS:
        below = [
            Code(guid_of("facet", facet.field, choice.value), str(choice.label))
            for choice in facet.choices
            if guid_of("facet", facet.field, choice.value) in used
        ]
        if below:
            head = guid_of("facets", facet.field)
            trees.append(
                Code(head, str(facet.label), is_codable=False, children=tuple(below))
            )  # fmt: skip
    return tuple(trees)


def facet_of(guid: str) -> tuple[str, str] | None:
    """Return the column and the value a code of ours stands for; None for any other code."""
    return _VALUES.get(guid)


def is_facet(guid: str) -> bool:
    """Tell whether a code of a file is a facet of ours, or the head of some."""
    return guid in _VALUES or guid in _HEADS


def described(definition: str, examples: str) -> str:
    """Return the description of a code: what it means and its examples.

    >>> meaning(described("Of er licht is.", "‘Het is er donker.’"))
    ('Of er licht is.', '‘Het is er donker.’')
    """
    return f"{definition}{EXAMPLES}{examples}" if examples else definition


def meaning(description: str) -> tuple[str, str]:
    """Return what a code means and its examples, out of a description."""
    definition, _sign, examples = description.partition(EXAMPLES)
    return definition.strip(), examples.strip()
