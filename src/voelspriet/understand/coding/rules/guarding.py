# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""What no code, facet or memo may say: by what people are divided, and who somebody is (G2).

The text that is coded may speak of groups; what a colleague adds to it orders people, and may not.
"""

from __future__ import annotations

from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Refused
from voelspriet.listen.conversations.rules.guards import warnings_about
from voelspriet.listen.evenings.rules.guarding import SIGNS, found_signs


def refuse_dividing(text: str, *, field: str) -> None:
    """Refuse words that name origin, religion, orientation or health."""
    words = [word for one in warnings_about(text) for word in one.words]
    if words:
        raise Refused(
            _("Mensen worden nooit ingedeeld naar herkomst, geloof, seksuele gerichtheid of "
              "gezondheid. Haal dit weg: %(words)s.") % {"words": ", ".join(words)},
            field=field,
        )  # fmt: skip


def refuse_pointing(text: str, *, field: str) -> None:
    """Refuse words that divide people or seem to point at somebody."""
    refuse_dividing(text, field=field)
    signs = found_signs(text)
    if signs:
        told = ", ".join(str(SIGNS[sign]) for sign in signs)
        message = _("Hier lijkt %(signs)s in te staan. Schrijf het op zonder.") % {"signs": told}
        raise Refused(message, field=field)


def brief(text: str, limit: int, *, field: str, is_needed: bool = False) -> str:
    """Return text as it is stored. Refuses more than `limit` characters, and none when needed."""
    clean = text.strip()
    if is_needed and not clean:
        raise Refused(_("Vul dit in."), field=field)
    if len(clean) > limit:
        message = _("Schrijf het korter: ten hoogste %(limit)s tekens.") % {"limit": limit}
        raise Refused(message, field=field)
    return clean
