# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What may not stand in words that a room sees or a report keeps: anything that points at somebody.

The same signs as at intake, said to whoever typed: leave it out and send again.
"""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from voelspriet.analysis.text.pseudonyms import holds_full_name
from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.intake.rules.person_flag import signs_of_person

SIGNS: dict[str, Promise] = {
    "name": gettext_lazy("een naam"),
    "phone": gettext_lazy("een telefoonnummer"),
    "plate": gettext_lazy("een kenteken"),
    "handle": gettext_lazy("een e-mailadres of account"),
    "address": gettext_lazy("een huisadres"),
    "accusation": gettext_lazy("een beschuldiging van iemand die te herkennen is"),
}
# numbers and accounts are never needed; a name or street may be a mistake of the guard
CERTAIN = frozenset({"phone", "plate", "handle"})


def found_signs(text: str) -> tuple[str, ...]:
    """Return the signs of a person in a text, in the order of `SIGNS`.

    The signs of intake, and somebody's first and last name by the rules that propose pseudonyms.
    """
    found = signs_of_person(text)
    if "name" not in found and holds_full_name(text):
        found |= {"name"}
    return tuple(sign for sign in SIGNS if sign in found)


def certain_signs(text: str) -> tuple[str, ...]:
    """Return the signs that are never a mistake; many texts in a row cost little."""
    return tuple(sign for sign in SIGNS if sign in CERTAIN & signs_of_person(text))


def guard(text: str, *, field: str = "text", is_nobody: bool = False) -> bool:
    """Refuse words that seem to point at a person, naming why; tell whether doubt was set aside.

    `is_nobody`: whoever typed looked again and says that it points at nobody. That sets a
    seeming name, address or accusation aside, never a number, a plate or an account.
    """
    found = found_signs(text)
    left = [sign for sign in found if not is_nobody or sign in CERTAIN]
    if left:
        raise Refused(
            _("Hier lijkt %(signs)s in te staan. Schrijf het op zonder, en stuur het opnieuw.")
            % {"signs": ", ".join(str(SIGNS[sign]) for sign in left)},
            field=field,
        )
    return bool(found)


def brief(text: str, limit: int, field: str) -> str:
    """Return text as it is stored. Refuses nothing, and more than `limit` characters."""
    clean = text.strip()
    if not clean:
        raise Refused(_("Schrijf eerst iets op."), field=field)
    if len(clean) > limit:
        raise Refused(
            _("Schrijf het korter: ten hoogste %(limit)s tekens.") % {"limit": limit}, field=field
        )
    return clean
