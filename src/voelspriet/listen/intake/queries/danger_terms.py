# SPDX-FileCopyrightText: 2026 Voelspriet contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words that mean danger, as an administrator edits them."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from voelspriet.ground.privacy.actors import Actor, OutOfScope
from voelspriet.ground.privacy.choices import Role
from voelspriet.listen.intake.models import DangerTerm
from voelspriet.listen.intake.rules.danger import first_terms


def terms_by_language(*, by: Actor) -> dict[str, tuple[str, ...]]:
    """Return the danger terms of the administrator's municipality by language, in order."""
    if not by.has(Role.ADMINISTRATOR):
        raise OutOfScope(_("Deze pagina is er niet."))
    rows = DangerTerm.objects.filter(municipality_id=by.municipality_id or 0)
    terms = list(rows.values_list("language", "term")) or list(first_terms())
    found: dict[str, tuple[str, ...]] = {code: () for code, _name in settings.LANGUAGES}
    for language, term in sorted(terms):
        found[language] = (*found.get(language, ()), term)
    return found
