# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words on a map never point at a person: what does is not taken in, and the page says why."""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.intake.rules.person_flag import signs_of_person


def check_words(text: str, *, limit: int) -> str:
    """Return `text` as it may be stored.

    Refuses words that may point at a person (name, plate, telephone number, address, handle,
    accusation), and more than `limit` characters.
    """
    words = text.strip()
    if len(words) > limit:
        raise Refused(_("Deze tekst is te lang. Maak hem korter."))
    if signs_of_person(words):
        raise Refused(
            _(
                "In uw woorden staat misschien een naam, adres, telefoonnummer of kenteken. "
                "Haal dat weg: op een kaart horen geen personen."
            )
        )
    return words
